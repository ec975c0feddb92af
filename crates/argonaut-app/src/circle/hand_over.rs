//! Handing a whole caseload over: every record of which the helper is the lead is offered
//! at once, and taken over by the receiver one by one, each in a transaction of its own,
//! so that an interruption loses nothing and the rest goes on later.

use argonaut_domain::access::CircleRole;
use argonaut_domain::audit::Deed;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::ids::{HandoverId, HelperId};
use argonaut_domain::notice::NoticeKind;

use super::offer::{Terms, put, reachable};
use super::{CircleError, join, rotate};
use crate::app::App;
use crate::clients::ClientError;
use crate::clients::may_govern;
use crate::matches::tell;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// What the page of a handover shows.
pub struct Prepared {
    /// How many clients the helper leads.
    pub led: usize,
    /// How many of them are offered to somebody already.
    pub offered: usize,
    /// To whom it can be offered.
    pub contacts: Vec<Face>,
}

/// Everything that is needed to offer a caseload.
///
/// # Errors
/// When storage fails.
pub async fn prepare(app: &App, who: &SignedIn) -> Result<Prepared, CircleError> {
    let mut read = app.store.read().await?;
    let rows = read.caseload(who.helper()).await?;
    let offers = read.offered_seats(who.helper(), true).await?;
    let viewer = read.viewer(who.helper()).await?;
    drop(read);
    let world = app.world();
    let mut contacts: Vec<Face> = viewer
        .contacts()
        .filter_map(|id| people::face(&world, &viewer, id))
        .collect();
    contacts.sort_by_cached_key(|face| crate::fuzzy::plain(&face.name));
    let led = |row: &&argonaut_store::ClientRow| row.role == CircleRole::Lead;
    Ok(Prepared {
        led: rows.iter().filter(led).count(),
        offered: offers
            .iter()
            .filter(|offer| offer.seat.role == CircleRole::Lead)
            .count(),
        contacts,
    })
}

/// What became of an offer of a caseload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandedOver {
    /// Records that were offered or taken over.
    pub done: usize,
    /// Records that were not: they are not as they were kept, or changed meanwhile.
    pub left: usize,
}

/// Offers every record that the helper leads to a contact.
///
/// # Errors
/// [`CircleError::Nothing`] when the helper leads none.
pub async fn offer_all(
    app: &App,
    who: &SignedIn,
    to: HelperId,
    stays: Option<CircleRole>,
    agreed: ConsentMethod,
) -> Result<HandedOver, CircleError> {
    let terms = Terms {
        role: CircleRole::Lead,
        stays,
        agreed,
    };
    let mut write = app.store.write().await?;
    reachable(app, &mut write, who, to).await?;
    let key = rotate::known(app, &mut write, who, to).await?;
    let rows = write.caseload(who.helper()).await?;
    let handover = HandoverId::ordered(app.now(), &mut app.rng());
    let mut handed = HandedOver { done: 0, left: 0 };
    let mut deeds = Vec::new();
    for row in rows.iter().filter(|row| row.role == CircleRole::Lead) {
        let granted = may_govern(&mut write, who, row.id).await?;
        match put(
            app,
            &mut write,
            who,
            &granted,
            row,
            &key,
            terms,
            Some(handover),
        )
        .await
        {
            Ok(_) => {
                handed.done += 1;
                deeds.push(app.entry(Some(who.helper()), Deed::SeatOffered, row.id.uuid()));
            }
            Err(CircleError::Client(ClientError::Troubled(_))) => handed.left += 1,
            Err(error) => return Err(error),
        }
    }
    if handed.done == 0 {
        return Err(CircleError::Nothing);
    }
    let kind = NoticeKind::SeatOffered;
    tell(app, &mut write, to, kind, who.helper().uuid()).await?;
    write.commit(&deeds).await?;
    Ok(handed)
}

/// Takes over every record of a handover that is still offered. What was interrupted is
/// gone on with by asking again.
///
/// # Errors
/// [`CircleError::NotFound`] when nothing of it is offered to this helper.
pub async fn accept_all(
    app: &App,
    who: &SignedIn,
    handover: HandoverId,
) -> Result<HandedOver, CircleError> {
    let offers: Vec<_> = app
        .store
        .read()
        .await?
        .offered_seats(who.helper(), false)
        .await?
        .into_iter()
        .filter(|offer| offer.handover == Some(handover))
        .collect();
    if offers.is_empty() {
        return Err(CircleError::NotFound);
    }
    let mut handed = HandedOver { done: 0, left: 0 };
    for offer in offers {
        match join::take(app, who, offer.id).await {
            Ok(_) => handed.done += 1,
            Err(error @ CircleError::KeyChanged) => return Err(error),
            Err(error) => {
                tracing::warn!(%error, "a record was not taken over");
                handed.left += 1;
            }
        }
    }
    app.refresh().await?;
    Ok(handed)
}
