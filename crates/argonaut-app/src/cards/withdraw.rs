//! Taking a card down: contacts stop seeing it at once, strangers with the
//! next daily batch, or at once too when a consent ended or somebody is in danger.

use argonaut_domain::access::Granted;
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::card::CardStatus;
use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_store::Write;

use super::next_batch;
use crate::app::App;
use crate::clients::{ClientError, may_answer_for};
use crate::error::Trouble;
use crate::who::SignedIn;

/// How fast strangers stop seeing the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    /// With the next daily batch, so that the hour tells nothing.
    WithTheBatch,
    /// At once.
    AtOnce,
}

/// Takes a client's card down.
///
/// # Errors
/// [`ClientError::NotFound`] when the client is not theirs.
pub async fn withdraw(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    speed: Speed,
) -> Result<(), ClientError> {
    let mut write = app.store.write().await?;
    let granted = may_answer_for(&mut write, who, id).await?;
    let deeds = take_down(app, &mut write, &granted, Some(who.helper()), speed).await?;
    write.commit(&deeds).await?;
    app.refresh().await?;
    Ok(())
}

/// Takes down whatever is on show of a client, inside a larger act. `actor` is
/// the helper who does it; `None` where the client does, by a link.
pub(crate) async fn take_down(
    app: &App,
    write: &mut Write,
    granted: &Granted<ClientId>,
    actor: Option<HelperId>,
    speed: Speed,
) -> Result<Vec<AuditEntry>, Trouble> {
    let now = app.now();
    let mut deeds = Vec::new();
    for card in write.cards_of(granted).await? {
        if card.status == CardStatus::Published {
            let until = match speed {
                Speed::WithTheBatch if card.open_from <= now => next_batch(now),
                Speed::WithTheBatch | Speed::AtOnce => now,
            };
            write
                .end_card(card.id, CardStatus::Withdrawn, until)
                .await?;
            deeds.push(app.entry(actor, Deed::CardWithdrawn, card.id.uuid()));
        }
    }
    if speed == Speed::AtOnce {
        write.hide_cards_at_once(granted, now).await?;
    }
    Ok(deeds)
}
