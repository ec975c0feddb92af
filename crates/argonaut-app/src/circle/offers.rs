//! The seats and caseloads that wait for a helper's answer; declining them, and taking
//! back what one offered.

use argonaut_domain::access::{CircleRole, HelperFacts};
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, HandoverId, HelperId, SeatOfferId};
use argonaut_domain::notice::NoticeKind;

use super::CircleError;
use crate::app::App;
use crate::clients::may_govern;
use crate::matches::tell;
use crate::memory;
use crate::who::SignedIn;

/// A seat that waits for an answer. It names no client: nobody reads a name before they
/// said that they will answer for it.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Which.
    pub id: SeatOfferId,
    /// Who offers it.
    pub from: HelperId,
    /// Their name.
    pub name: String,
    /// In which part.
    pub role: CircleRole,
    /// When it was offered.
    pub offered: Timestamp,
    /// Until when it can be accepted.
    pub expires: Timestamp,
}

/// A caseload that waits for an answer.
#[derive(Clone, Debug)]
pub struct Caseload {
    /// Which.
    pub id: HandoverId,
    /// Who offers it.
    pub from: HelperId,
    /// Their name.
    pub name: String,
    /// How many records are still to be taken over.
    pub records: usize,
    /// Until when it can be accepted.
    pub expires: Timestamp,
}

/// What waits for an answer.
#[derive(Clone, Debug, Default)]
pub struct Offers {
    /// Single seats, the oldest first.
    pub seats: Vec<Waiting>,
    /// Whole caseloads.
    pub caseloads: Vec<Caseload>,
}

/// Lists what waits for this helper's answer. Nothing of somebody whom they cannot meet.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Offers, CircleError> {
    let mut read = app.store.read().await?;
    let rows = read.offered_seats(who.helper(), false).await?;
    let viewer = read.viewer(who.helper()).await?;
    drop(read);
    let world = app.world();
    let now = app.now();
    let mut offers = Offers::default();
    for offer in rows.into_iter().filter(|offer| now < offer.seat.expires) {
        let from = offer.seat.from;
        let Some(helper) = world
            .helpers
            .get(&from)
            .filter(|helper| viewer.may_meet(HelperFacts::of(helper)))
        else {
            continue;
        };
        match offer.handover {
            Some(id) => match offers.caseloads.iter_mut().find(|other| other.id == id) {
                Some(caseload) => caseload.records += 1,
                None => offers.caseloads.push(Caseload {
                    id,
                    from,
                    name: helper.name.clone(),
                    records: 1,
                    expires: offer.seat.expires,
                }),
            },
            None => offers.seats.push(Waiting {
                id: offer.id,
                from,
                name: helper.name.clone(),
                role: offer.seat.role,
                offered: offer.offered,
                expires: offer.seat.expires,
            }),
        }
    }
    Ok(offers)
}

/// Declines a seat.
///
/// # Errors
/// [`CircleError::NotFound`] when it is not offered to them.
pub async fn decline(app: &App, who: &SignedIn, id: SeatOfferId) -> Result<(), CircleError> {
    let rows = app
        .store
        .read()
        .await?
        .offered_seats(who.helper(), false)
        .await?;
    let ids = rows.iter().filter(|offer| offer.id == id).map(|row| row.id);
    decline_these(app, who, ids.collect()).await
}

/// Declines what is left of a caseload.
///
/// # Errors
/// [`CircleError::NotFound`] when nothing of it is offered to them.
pub async fn decline_all(app: &App, who: &SignedIn, id: HandoverId) -> Result<(), CircleError> {
    let rows = app
        .store
        .read()
        .await?
        .offered_seats(who.helper(), false)
        .await?;
    let ids = rows
        .iter()
        .filter(|offer| offer.handover == Some(id))
        .map(|row| row.id);
    decline_these(app, who, ids.collect()).await
}

async fn decline_these(
    app: &App,
    who: &SignedIn,
    ids: Vec<SeatOfferId>,
) -> Result<(), CircleError> {
    let mut write = app.store.write().await?;
    let mut deeds = Vec::new();
    let mut told = None;
    for id in ids {
        let Some((offer, _)) = write.seat_offer(id).await? else {
            continue;
        };
        write.end_offer(id, who.helper()).await?;
        let client = offer.seat.client.uuid();
        deeds.push(app.entry(Some(who.helper()), Deed::SeatDeclined, client));
        // One notice for a whole caseload.
        if told.replace(offer.seat.from).is_none() {
            let kind = NoticeKind::SeatDeclined;
            tell(app, &mut write, offer.seat.from, kind, client).await?;
        }
    }
    if deeds.is_empty() {
        return Err(CircleError::NotFound);
    }
    Ok(write.commit(&deeds).await?)
}

/// Takes back an offer for a record that one leads.
///
/// # Errors
/// [`CircleError::NotFound`] when it is gone.
pub async fn take_back(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    id: SeatOfferId,
) -> Result<(), CircleError> {
    let mut write = app.store.write().await?;
    let granted = may_govern(&mut write, who, client).await?;
    let known = write.seat_offers(&granted).await?;
    if !known.iter().any(|offer| offer.id == id) {
        return Err(CircleError::NotFound);
    }
    // The record stays with its lead: its key comes from themselves again.
    memory::amend(app, &mut write, who, |memory| {
        memory.follow(client, who.helper());
        Ok(())
    })
    .await?;
    write.end_offer(id, who.helper()).await?;
    let entry = app.entry(Some(who.helper()), Deed::SeatOfferEnded, client.uuid());
    Ok(write.commit(&[entry]).await?)
}
