//! Withdrawing a consent: as easy as giving it, and every flow it allowed
//! stops at once.

use argonaut_domain::audit::Deed;
use argonaut_domain::consent::ConsentScope;
use argonaut_domain::ids::{ClientId, ConsentId};

use crate::app::App;
use crate::cards::withdraw as cards;
use crate::clients::{ClientError, may_open};
use crate::matches::end;
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
    let now = app.now();
    let mut write = app.store.write().await?;
    let granted = may_open(&mut write, who, client).await?;
    let all = write.consents(&granted).await?;
    let consent = all
        .iter()
        .find(|consent| consent.id == id)
        .ok_or(ClientError::NotFound)?;
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::ConsentWithdrawn, id.uuid())];
    write.withdraw_consent(&granted, id, now).await?;
    match &consent.scope {
        ConsentScope::ShareCard => {
            let another = all.iter().any(|other| {
                other.id != id && other.scope == ConsentScope::ShareCard && other.holds(now)
            });
            if !another {
                deeds.extend(
                    cards::take_down(app, &mut write, &granted, cards::Speed::AtOnce).await?,
                );
            }
        }
        ConsentScope::Introduce { introduction, .. } => {
            deeds.extend(end::by_consent(app, &mut write, who, &granted, *introduction).await?);
        }
    }
    write.commit(&deeds).await?;
    app.refresh().await?;
    Ok(())
}
