//! Renewing a card for another 90 days, as far as the consent reaches.

use argonaut_domain::audit::Deed;
use argonaut_domain::card::CARD_DAYS;
use argonaut_domain::ids::ClientId;

use super::preview::sharing_consent;
use super::publish::PublishError;
use crate::app::App;
use crate::clients::{ClientError, may_answer_for};
use crate::who::SignedIn;

/// Renews the card on show.
///
/// # Errors
/// [`PublishError::ConsentNeeded`] when no consent holds;
/// [`ClientError::NotFound`] when no card is on show.
pub async fn renew(app: &App, who: &SignedIn, id: ClientId) -> Result<(), PublishError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let granted = may_answer_for(&mut write, who, id).await?;
    let card = write
        .cards_of(&granted)
        .await?
        .into_iter()
        .find(|card| card.is_live(now));
    let card = card.ok_or(PublishError::Client(ClientError::NotFound))?;
    let consent = sharing_consent(app, &mut write, &granted)
        .await?
        .ok_or(PublishError::ConsentNeeded)?;
    write
        .renew_card(
            card.id,
            card.version,
            now.plus_days(CARD_DAYS).min(consent.expires),
        )
        .await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::CardRenewed, card.id.uuid())])
        .await?;
    app.refresh().await?;
    Ok(())
}
