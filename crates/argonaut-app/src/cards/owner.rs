//! The card on show when its owner leaves the circle: an open card goes on under the
//! lead; one for a narrow audience comes down, since the lead's contacts are others.

use argonaut_domain::access::Granted;
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::card::{Audience, CardStatus};
use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_store::Write;

use crate::app::App;
use crate::error::Trouble;

/// Puts `to` behind the card that `from` answers for, or takes it down.
pub(crate) async fn pass_on(
    app: &App,
    write: &mut Write,
    granted: &Granted<ClientId>,
    from: HelperId,
    to: HelperId,
) -> Result<Vec<AuditEntry>, Trouble> {
    let now = app.now();
    let mut deeds = Vec::new();
    for card in write.cards_of(granted).await? {
        if card.status != CardStatus::Published || card.owner != from {
            continue;
        }
        if card.audience != Audience::Everyone {
            write.end_card(card.id, CardStatus::Withdrawn, now).await?;
            deeds.push(app.entry(Some(granted.actor()), Deed::CardWithdrawn, card.id.uuid()));
        } else {
            deeds.push(app.entry(Some(granted.actor()), Deed::CardChanged, card.id.uuid()));
        }
    }
    write.pass_cards_on(granted, from, to).await?;
    Ok(deeds)
}
