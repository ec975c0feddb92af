//! Each night: rings that lost somebody are mended or ended, and new ones proposed. Small
//! neighbourhoods need not wait for the night to see who could follow whoever left.

use std::collections::{HashMap, HashSet};

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{CardId, ClientId, HelperId, RingId};
use argonaut_domain::introduction::{Ending, Side, Stage};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::ring::{
    ANSWER_DAYS, LeavingReason, MOST_WAITING, REST_DAYS, Ring, RingAnswer, RingState, SEEK_DAYS,
};
use argonaut_engine::ListingId;
use argonaut_engine::rings::{Gifts, Rules};
use argonaut_store::{Read, StoreError, Write};

use super::eyes::AllEyes;
use crate::app::App;
use crate::cards::next_batch;
use crate::error::Trouble;
use crate::matches::tell;
use crate::nightly::Round;

const ROUND: Round = Round {
    job: "rings",
    lease_minutes: 120,
};
/// After the new cards have been opened, and their suggestions found.
const AFTER_THE_BATCH_MINUTES: i64 = 30;
/// Up to so many cards an empty seat is filled at once.
pub(super) const AT_ONCE: usize = 3_000;

/// Mends and proposes, if it is time. How many rings were proposed or mended.
pub(crate) async fn run(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    let Some(round) = ROUND.take(app).await? else {
        return Ok(0);
    };
    let done = mend(app).await? + propose(app).await?;
    let next = next_batch(now).plus_minutes(AFTER_THE_BATCH_MINUTES);
    round.finish(app, next).await?;
    Ok(done)
}

fn cards_of(rings: &[Ring]) -> HashSet<CardId> {
    let seats = rings.iter().flat_map(|ring| &ring.seats);
    seats.map(|seat| seat.card).collect()
}

/// Who a card is for, and who answers for it.
fn member(app: &App, listing: ListingId) -> Option<(CardId, ClientId, HelperId)> {
    match listing {
        ListingId::Card(id) => {
            let world = app.world();
            let card = world.cards.get(&id)?;
            Some((id, card.client, card.owner))
        }
        ListingId::Helper(_) | ListingId::Service(_) => None,
    }
}

/// Proposes the rings of three that the engine packs among the cards that are in none.
async fn propose(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    let mut read = app.store.read().await?;
    let open = read.open_rings().await?;
    let rested = read.ring_cards_since(now.plus_days(-REST_DAYS)).await?;
    drop(read);
    let mut by_ring: HashMap<RingId, HashSet<CardId>> = HashMap::new();
    for (ring, card) in rested {
        by_ring.entry(ring).or_default().insert(card);
    }
    let mut waiting: HashMap<HelperId, usize> = HashMap::new();
    for seat in open.iter().flat_map(|ring| &ring.seats) {
        let waits = usize::from(seat.answer == RingAnswer::Awaited);
        *waiting.entry(seat.helper).or_default() += waits;
    }
    let eyes = AllEyes::open(app, &cards_of(&open)).await?;
    let snapshot = app.keeper().engine().snapshot();
    let found = tokio::task::spawn_blocking(move || snapshot.rings(&Rules::default(), &eyes))
        .await
        .map_err(|error| Trouble::Bug(format!("rings: {error}")))?;
    let mut made = 0;
    for ring in found.rings {
        let members: Vec<_> = ring
            .members
            .iter()
            .filter_map(|listing| member(app, *listing))
            .collect();
        let helpers: HashSet<HelperId> = members.iter().map(|of| of.2).collect();
        // Two who help each other are among each other's suggestions already.
        if ring.is_chain || members.len() != 3 || helpers.len() != 3 {
            continue;
        }
        let is_rested = by_ring
            .values()
            .all(|cards| members.iter().filter(|of| cards.contains(&of.0)).count() < 2);
        let has_room = |helper| {
            waiting
                .get(helper)
                .is_none_or(|waits| *waits < MOST_WAITING)
        };
        if !is_rested || !helpers.iter().all(has_room) {
            continue;
        }
        for helper in &helpers {
            *waiting.entry(*helper).or_default() += 1;
        }
        let id = RingId::ordered(now, &mut app.rng());
        let ring = Ring::propose(id, members, now);
        let mut write = app.store.write().await?;
        write.insert_ring(&ring).await?;
        tell_all(app, &mut write, &ring, NoticeKind::RingProposed, None).await?;
        write
            .commit(&[app.entry(None, Deed::RingProposed, id.uuid())])
            .await?;
        made += 1;
    }
    Ok(made)
}

/// Tells everybody who sits in a ring, but one.
pub(super) async fn tell_all(
    app: &App,
    write: &mut Write,
    ring: &Ring,
    kind: NoticeKind,
    but: Option<HelperId>,
) -> Result<(), Trouble> {
    for seat in ring.seats.iter().filter(|seat| Some(seat.helper) != but) {
        tell(app, write, seat.helper, kind, ring.id.uuid()).await?;
    }
    Ok(())
}

/// Looks after every open ring.
async fn mend(app: &App) -> Result<usize, Trouble> {
    let open = app.store.read().await?.open_rings().await?;
    if open.is_empty() {
        return Ok(0);
    }
    let busy = cards_of(&open);
    let eyes = AllEyes::open(app, &HashSet::new()).await?;
    let mut gifts = None;
    let mut done = 0;
    for ring in open {
        let mut now_is = ring.clone();
        let left = losses(app, &mut now_is, &eyes).await?;
        if now_is.is_over() || now_is.empty().is_none() {
            done += usize::from(keep(app, &ring, now_is, &left, None).await?);
            continue;
        }
        if gifts.is_none() {
            gifts = Some(all_gifts(app).await?);
        }
        let found = match &gifts {
            Some(gifts) => follower(app, &now_is, &left, gifts, &busy).await?,
            None => None,
        };
        done += usize::from(keep(app, &ring, now_is, &left, found).await?);
    }
    Ok(done)
}

/// Looks after one ring at once, where the neighbourhood is small.
pub(super) async fn mend_one(app: &App, id: RingId) -> Result<(), Trouble> {
    if app.world().cards.len() > AT_ONCE {
        return Ok(());
    }
    let mut read = app.store.read().await?;
    let Some(ring) = read.ring(id).await? else {
        return Ok(());
    };
    let busy = cards_of(&read.open_rings().await?);
    drop(read);
    if ring.is_over() || ring.empty().is_none() {
        return Ok(());
    }
    let gifts = all_gifts(app).await?;
    let found = follower(app, &ring, &[], &gifts, &busy).await?;
    keep(app, &ring.clone(), ring, &[], found).await?;
    Ok(())
}

async fn all_gifts(app: &App) -> Result<Gifts, Trouble> {
    let eyes = AllEyes::open(app, &HashSet::new()).await?;
    let snapshot = app.keeper().engine().snapshot();
    tokio::task::spawn_blocking(move || snapshot.gifts(&Rules::default(), &eyes))
        .await
        .map_err(|error| Trouble::Bug(format!("gifts: {error}")))
}

type Left = (argonaut_domain::ring::RingSeat, LeavingReason);

/// Who has left a ring by itself: their card is not on show for everybody in it, their
/// joint work ended without success, or they did not answer.
async fn losses(app: &App, ring: &mut Ring, eyes: &AllEyes) -> Result<Vec<Left>, Trouble> {
    let (world, now) = (app.world(), app.now());
    let (mut left, since, was) = (Vec::new(), ring.moved, ring.state);
    let mut read = app.store.read().await?;
    for seat in ring.seats.clone() {
        let on_show = world
            .cards
            .get(&seat.card)
            .is_some_and(|card| card.is_live(now) && card.owner == seat.helper)
            && world.is_active(seat.helper);
        let mut others = ring.seats.iter().filter(|of| of.place != seat.place);
        let is_late = was == RingState::Proposed
            && seat.answer == RingAnswer::Awaited
            && now >= since.plus_days(ANSWER_DAYS);
        let reason = if !on_show || !others.all(|of| eyes.sees(of.helper, seat.card)) {
            Some(LeavingReason::Gone)
        } else if is_late {
            Some(LeavingReason::NoAnswer)
        } else {
            ended_by(&mut read, ring, seat.helper).await?
        };
        if let Some(reason) = reason
            && let Ok(gone) = ring.leave(seat.helper, now)
        {
            left.push((gone, reason));
        }
    }
    Ok(left)
}

/// Whether joint work of the ring ended because of this helper.
async fn ended_by(
    read: &mut Read,
    ring: &Ring,
    helper: HelperId,
) -> Result<Option<LeavingReason>, Trouble> {
    for id in ring.seats.iter().filter_map(|seat| seat.gift) {
        let Some(row) = read.joint(id).await? else {
            continue;
        };
        if let Stage::Closed { ending, by, .. } = &row.joint.stage {
            let who = row.joint.helper(by.unwrap_or(Side::Owner));
            let is_lost = match ending {
                Ending::Success => false,
                Ending::Declined | Ending::Cancelled | Ending::Expired => true,
            };
            if is_lost && who == helper {
                return Ok(Some(LeavingReason::Other));
            }
        }
    }
    Ok(None)
}

/// The best card for the empty seat: the one before gives to it, it gives to the one after.
async fn follower(
    app: &App,
    ring: &Ring,
    left: &[Left],
    gifts: &Gifts,
    busy: &HashSet<CardId>,
) -> Result<Option<(CardId, ClientId, HelperId)>, Trouble> {
    let Some(place) = ring.empty() else {
        return Ok(None);
    };
    let (Some(before), Some(after)) = (ring.before(place), ring.after(place)) else {
        return Ok(None);
    };
    let mut not_again: HashSet<CardId> = app
        .store
        .read()
        .await?
        .ring_left(ring.id)
        .await?
        .into_iter()
        .collect();
    not_again.extend(left.iter().map(|(seat, _)| seat.card));
    let node = |card: CardId| {
        let place = gifts.members.binary_search(&ListingId::Card(card)).ok()?;
        u32::try_from(place).ok()
    };
    let (Some(from), Some(to)) = (node(before.card), node(after.card)) else {
        return Ok(None);
    };
    let mut best: Option<(f64, (CardId, ClientId, HelperId))> = None;
    for (number, listing) in (0_u32..).zip(&gifts.members) {
        let (Some(given), Some(gives)) = (
            gifts.graph.weight(from, number),
            gifts.graph.weight(number, to),
        ) else {
            continue;
        };
        let Some(found) = member(app, *listing) else {
            continue;
        };
        let is_free = !busy.contains(&found.0)
            && !not_again.contains(&found.0)
            && ring.seat_of(found.2).is_none();
        // Ties by id: members are in that order.
        if is_free && best.is_none_or(|(worth, _)| given + gives > worth) {
            best = Some((given + gives, found));
        }
    }
    Ok(best.map(|(_, found)| found))
}

/// Keeps what became of a ring: who left, who follows, or that it is over. Whether anything did.
async fn keep(
    app: &App,
    before: &Ring,
    mut ring: Ring,
    left: &[Left],
    follower: Option<(CardId, ClientId, HelperId)>,
) -> Result<bool, Trouble> {
    let now = app.now();
    if let (Some(place), Some(member)) = (ring.empty(), follower) {
        ring.fill(place, member, now);
    }
    let is_late = ring.empty().is_some() && now >= ring.moved.plus_days(SEEK_DAYS);
    if is_late && !ring.is_over() {
        ring.end(now);
    }
    if ring == *before {
        return Ok(false);
    }
    let mut write = app.store.write().await?;
    // Several steps of the state are one step for whoever holds the page.
    ring.version = before.version + 1;
    match write.move_ring(&ring, before.version).await {
        Ok(()) => {}
        // Somebody acted in the meantime: next time.
        Err(StoreError::Stale) => return Ok(false),
        Err(error) => return Err(error.into()),
    }
    for (seat, reason) in left {
        write.leave_ring(ring.id, seat, *reason, now).await?;
    }
    let new = follower.map(|of| of.2);
    if ring.is_over() {
        tell_all(app, &mut write, &ring, NoticeKind::RingEnded, None).await?;
    } else {
        if !left.is_empty() || new.is_some() {
            tell_all(app, &mut write, &ring, NoticeKind::RingChanged, new).await?;
        }
        if let Some(new) = new {
            tell(
                app,
                &mut write,
                new,
                NoticeKind::RingProposed,
                ring.id.uuid(),
            )
            .await?;
        }
    }
    write
        .commit(&[app.entry(None, Deed::RingMended, ring.id.uuid())])
        .await?;
    Ok(true)
}
