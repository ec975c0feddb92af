//! A helper's answer to a ring. The third yes begins the joint work: one room for each gift.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::RingId;
use argonaut_domain::introduction::Party;
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::ring::{LeavingReason, Ring, RingSeat};
use argonaut_domain::safety::SocialAct;
use argonaut_engine::ListingId;
use argonaut_store::Write;

use super::RingError;
use super::seek::{mend_one, tell_all};
use crate::app::App;
use crate::error::Trouble;
use crate::matches::{self, MatchError};
use crate::safety;
use crate::sealing;
use crate::who::SignedIn;

async fn begin(app: &App, who: &SignedIn, id: RingId) -> Result<(Write, Ring), RingError> {
    let mut write = app.store.write().await.map_err(Trouble::from)?;
    let ring = write.ring(id).await?.ok_or(RingError::NotFound)?;
    if ring.seat_of(who.helper()).is_none() {
        return Err(RingError::NotFound);
    }
    Ok((write, ring))
}

/// Says yes. Whether that was the last yes, so that the work begins.
///
/// # Errors
/// [`RingError::Gone`] when a card of it is not on show for this helper any more.
pub async fn say_yes(app: &App, who: &SignedIn, id: RingId) -> Result<bool, RingError> {
    let (mut write, mut ring) = begin(app, who, id).await?;
    let (now, me, before) = (app.now(), who.helper(), ring.version);
    if let Err(until) = safety::may_act(&mut write, me, SocialAct::Enquire, now).await? {
        return Err(RingError::Match(MatchError::Limited(until)));
    }
    let viewer = write.viewer(me).await?;
    let world = app.world();
    let others = ring.seats.iter().filter(|seat| seat.helper != me);
    for seat in others {
        if !world.finds(&viewer, ListingId::Card(seat.card), now) {
            return Err(RingError::Gone);
        }
    }
    let mut deeds = vec![app.entry(Some(me), Deed::RingAnswered, id.uuid())];
    let goes = ring.say_yes(me, now)?;
    if goes {
        begin_gifts(app, &mut write, &mut ring).await?;
        for seat in ring.seats.iter().filter(|seat| seat.helper != me) {
            if sealing::pin(app, &mut write, who, seat.helper).await? {
                deeds.push(app.entry(Some(me), Deed::KeyPinned, seat.helper.uuid()));
            }
        }
    }
    write.move_ring(&ring, before).await?;
    let kind = if goes {
        NoticeKind::RingGoes
    } else {
        NoticeKind::RingChanged
    };
    tell_all(app, &mut write, &ring, kind, Some(me)).await?;
    write.commit(&deeds).await?;
    Ok(goes)
}

/// One room for each gift that has none yet.
async fn begin_gifts(app: &App, write: &mut Write, ring: &mut Ring) -> Result<(), RingError> {
    let party = |seat: &RingSeat| Party::Client {
        client: seat.client,
        card: Some(seat.card),
    };
    let pairs: Vec<(RingSeat, RingSeat)> = ring
        .seats
        .iter()
        .filter(|seat| seat.gift.is_none())
        .filter_map(|seat| Some((seat.clone(), ring.after(seat.place)?.clone())))
        .collect();
    for (giver, taker) in pairs {
        let asker = (giver.helper, party(&giver));
        let owner = (taker.helper, party(&taker));
        let room = matches::open::talk(app, write, asker, owner)
            .await
            .map_err(RingError::Match)?;
        for seat in &mut ring.seats {
            if seat.place == giver.place {
                seat.gift = Some(room);
            }
        }
    }
    Ok(())
}

/// Says no, or leaves later: somebody else is sought for the seat. Joint work that has
/// begun is ended in its own room.
///
/// # Errors
/// [`RingError::Refused`] when it is over.
pub async fn leave(
    app: &App,
    who: &SignedIn,
    id: RingId,
    reason: LeavingReason,
) -> Result<(), RingError> {
    let (mut write, mut ring) = begin(app, who, id).await?;
    let (now, me, before) = (app.now(), who.helper(), ring.version);
    let left = ring.leave(me, now)?;
    write.move_ring(&ring, before).await?;
    write.leave_ring(id, &left, reason, now).await?;
    let kind = if ring.is_over() {
        NoticeKind::RingEnded
    } else {
        NoticeKind::RingChanged
    };
    tell_all(app, &mut write, &ring, kind, None).await?;
    write
        .commit(&[app.entry(Some(me), Deed::RingLeft, id.uuid())])
        .await?;
    Ok(mend_one(app, id).await?)
}
