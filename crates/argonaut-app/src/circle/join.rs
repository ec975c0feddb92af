//! Taking a seat that was offered: the key is checked to come from the lead, wrapped by
//! the helper's own, and the record is remembered, all in one transaction.

use argonaut_domain::access::{self, CircleRole, Granted};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::ids::{ClientId, HelperId, SeatOfferId};
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::vault::Sealed;
use argonaut_store::{SeatOffer, Write};

use super::{CircleError, rotate};
use crate::app::App;
use crate::cards::owner;
use crate::clients::ClientError;
use crate::clients::open::unseal;
use crate::error::Trouble;
use crate::matches::{end, tell};
use crate::memory::{self, Memory};
use crate::opener::RecordTrouble;
use crate::sealing::unsigned;
use crate::who::SignedIn;

/// Takes a seat; the record is in the caseload from then on.
///
/// # Errors
/// [`CircleError::NotFound`] when it is not offered to them (any more).
pub async fn join(app: &App, who: &SignedIn, id: SeatOfferId) -> Result<ClientId, CircleError> {
    let client = take(app, who, id).await?;
    app.refresh().await?;
    Ok(client)
}

pub(super) async fn take(
    app: &App,
    who: &SignedIn,
    id: SeatOfferId,
) -> Result<ClientId, CircleError> {
    let mut write = app.store.write().await?;
    // Held first, so that no two transactions wait for each other.
    drop(Memory::hold(&mut write, who).await?);
    let (offer, lead) = write
        .seat_offer(id)
        .await?
        .filter(|(offer, _)| offer.seat.to == who.helper())
        .ok_or(CircleError::NotFound)?;
    let granted =
        access::take_seat(&who.actor, &offer.seat, lead, app.now()).ok_or(CircleError::NotFound)?;
    let mut deeds = Vec::new();
    let passed = offer.seat.role == CircleRole::Lead;
    if passed {
        deeds.extend(make_room(app, &mut write, who, &granted, &offer).await?);
    }
    seat(app, &mut write, who, &granted, &offer).await?;
    write.end_offer(id, who.helper()).await?;
    if passed {
        deeds.extend(lead_passed(app, &mut write, who, &granted, &offer).await?);
    }
    let kind = NoticeKind::SeatTaken;
    let told = offer.seat.client.uuid();
    if passed && offer.stays.is_none() {
        let kind = NoticeKind::LeadPassed;
        tell(app, &mut write, offer.seat.from, kind, told).await?;
    } else {
        tell(app, &mut write, offer.seat.from, kind, told).await?;
    }
    deeds.push(app.entry(Some(who.helper()), Deed::CircleJoined, told));
    write.commit(&deeds).await?;
    Ok(offer.seat.client)
}

/// The former lead's seat becomes another, or goes; so do their matches for the client.
async fn make_room(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    offer: &SeatOffer,
) -> Result<Vec<AuditEntry>, CircleError> {
    let from = offer.seat.from;
    match offer.stays {
        Some(role) => {
            write
                .give_part(granted, from, CircleRole::Lead, role)
                .await?;
            Ok(Vec::new())
        }
        None => {
            let deeds = end::all_of_seat(app, write, who, granted, from).await?;
            write.end_seat(granted, from).await?;
            Ok(deeds)
        }
    }
}

/// Opens the offered key, wraps it by one's own, takes the seat, and opens the record.
async fn seat(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    offer: &SeatOffer,
) -> Result<(), CircleError> {
    let epoch = unsigned(offer.epoch)?;
    let record = offer.seat.client.bytes();
    let sender = rotate::known(app, write, who, offer.seat.from).await?;
    let key = who
        .keys
        .unwrap_from(
            &sender,
            record,
            epoch,
            &Sealed::from_bytes(offer.wrapped_key.clone()),
        )
        .map_err(|_| CircleError::Client(ClientError::Troubled(RecordTrouble::Unreadable)))?;
    let own = who
        .keys
        .wrap_own(record, epoch, &key, &mut app.rng())
        .map_err(Trouble::from)?;
    let before = write.seats(granted).await?;
    let before = before
        .iter()
        .find(|seat| seat.membership.helper == who.helper());
    let agreed = before.map_or(Some(offer.agreed), |seat| seat.agreed);
    write
        .take_seat(
            granted,
            offer.seat.role,
            agreed,
            (offer.epoch, own.as_bytes()),
            app.now(),
        )
        .await?;
    if before.is_none() {
        write.seat_by_group(granted, offer.group).await?;
    }
    let row = write.client(granted).await?;
    let source = if offer.seat.role == CircleRole::Lead {
        who.helper()
    } else {
        offer.seat.from
    };
    let known = Memory::load(write, who).await?;
    let known = known.manifest().remembered(record);
    let (least_epoch, least_version) = known.map_or((0, 0), |known| (known.epoch, known.version));
    if unsigned(row.epoch)? < least_epoch || unsigned(row.version)? < least_version {
        return Err(CircleError::Client(ClientError::Troubled(
            RecordTrouble::RolledBack,
        )));
    }
    memory::amend(app, write, who, |memory| {
        memory.accept(row.id, source, (row.epoch, row.version))
    })
    .await?;
    // It must open, or the seat is not taken.
    unseal(write, who, granted).await?;
    Ok(write.settle_alarms(who.helper(), row.id).await?)
}

/// What goes with the lead: the card on show, the others' knowledge of it, and a new key
/// when the former lead is gone.
async fn lead_passed(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    offer: &SeatOffer,
) -> Result<Vec<AuditEntry>, CircleError> {
    let mut deeds = owner::pass_on(app, write, granted, offer.seat.from, who.helper()).await?;
    write.end_offers_by(granted, offer.seat.from).await?;
    if offer.stays.is_none() {
        deeds.extend(rotate::now(app, write, who, granted).await?);
    }
    deeds.push(app.entry(
        Some(who.helper()),
        Deed::LeadPassed,
        offer.seat.client.uuid(),
    ));
    tell_others(app, write, who, granted, offer.seat.from).await?;
    Ok(deeds)
}

/// Tells the circle that it has another lead; `but` is told otherwise.
pub(super) async fn tell_others(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    but: HelperId,
) -> Result<(), CircleError> {
    for seat in write.seats(granted).await? {
        let helper = seat.membership.helper;
        if helper != who.helper() && helper != but {
            let kind = NoticeKind::LeadPassed;
            tell(app, write, helper, kind, granted.subject().uuid()).await?;
        }
    }
    Ok(())
}
