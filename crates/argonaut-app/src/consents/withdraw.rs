//! Withdrawing a consent: as easy as giving it, and every flow it allowed
//! stops at once. Giving it anew undoes it.

use argonaut_domain::ids::{ClientId, ConsentId};

use super::stop;
use crate::app::App;
use crate::clients::{ClientError, may_open};
use crate::who::SignedIn;

/// Withdraws a consent. Any member of the circle may do it.
///
/// # Errors
/// [`ClientError::NotFound`] when it is not a consent of this client.
pub async fn withdraw(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    id: ConsentId,
) -> Result<(), ClientError> {
    let mut write = app.store.write().await?;
    let granted = may_open(&mut write, who, client).await?;
    let consent = write
        .consents(&granted)
        .await?
        .into_iter()
        .find(|consent| consent.id == id)
        .ok_or(ClientError::NotFound)?;
    let actor = Some(who.helper());
    let deeds = stop::by_consent(app, &mut write, &granted, &consent, actor, None).await?;
    write.commit(&deeds).await?;
    app.refresh().await?;
    Ok(())
}

/// Withdraws everything a client ever agreed to. Any member of the circle may do it.
///
/// # Errors
/// [`ClientError::NotFound`] when the client is not theirs.
pub async fn withdraw_all(app: &App, who: &SignedIn, client: ClientId) -> Result<(), ClientError> {
    let mut write = app.store.write().await?;
    let granted = may_open(&mut write, who, client).await?;
    let deeds = stop::everything(app, &mut write, &granted, Some(who.helper()), None).await?;
    write.commit(&deeds).await?;
    app.refresh().await?;
    Ok(())
}
