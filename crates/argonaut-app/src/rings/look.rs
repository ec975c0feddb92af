//! The rings of a helper, and one of them: who gives what to whom, and what each said.

use argonaut_domain::card::CardContent;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, MatchId, RingId};
use argonaut_domain::ring::{Ring, RingAnswer, RingSeat, RingState};
use argonaut_domain::taxonomy::{Relation, Taxonomy, TermId};

use super::RingError;
use crate::app::App;
use crate::cards::look::{LookError, SeenCard, look};
use crate::error::Trouble;
use crate::matches::list::names_of;
use crate::who::SignedIn;

/// A ring in the list.
#[derive(Clone, Debug)]
pub struct RingLine {
    /// Which.
    pub id: RingId,
    /// Where it is.
    pub state: RingState,
    /// The helper's own client in it.
    pub client: ClientId,
    /// The client's name, from the helper's own record.
    pub client_name: Option<String>,
    /// Whether the helper's answer is awaited.
    pub my_turn: bool,
    /// How many said yes.
    pub yes: usize,
    /// When it last moved.
    pub moved: Timestamp,
}

/// What one client has for the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gives {
    /// What is needed.
    pub need: TermId,
    /// What is offered for it.
    pub by: TermId,
}

/// A seat of a ring, as this helper sees it.
#[derive(Clone, Debug)]
pub struct SeatSeen {
    /// 0, 1 or 2.
    pub place: i64,
    /// The card, where it is (still) on show for this helper.
    pub card: Option<SeenCard>,
    /// Whether it is the helper's own client.
    pub mine: bool,
    /// The own client's name.
    pub name: Option<String>,
    /// What its helper said.
    pub answer: RingAnswer,
    /// When.
    pub answered: Option<Timestamp>,
    /// What it gives to the next seat.
    pub gives: Vec<Gives>,
    /// The room of the gift to the next, where this helper takes part in it.
    pub room: Option<MatchId>,
}

/// A ring, opened.
#[derive(Clone, Debug)]
pub struct RingPage {
    /// Which.
    pub id: RingId,
    /// Where it is.
    pub state: RingState,
    /// The seats that are taken, by place.
    pub seats: Vec<SeatSeen>,
    /// The place of an empty seat, for which somebody is sought.
    pub empty: Option<i64>,
    /// Whether the helper's answer is awaited.
    pub my_turn: bool,
    /// When it last moved.
    pub moved: Timestamp,
}

/// The helper's rings, latest moved first.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Vec<RingLine>, Trouble> {
    let me = who.helper();
    let rings = app.store.read().await?.rings_of(me).await?;
    let clients: Vec<ClientId> = rings
        .iter()
        .filter_map(|ring| ring.seat_of(me).map(|seat| seat.client))
        .collect();
    let names = names_of(app, who, &clients).await?;
    Ok(rings
        .iter()
        .filter_map(|ring| {
            let seat = ring.seat_of(me)?;
            Some(RingLine {
                id: ring.id,
                state: ring.state,
                client: seat.client,
                client_name: names.get(&seat.client).cloned(),
                my_turn: ring.awaits(me),
                yes: yes(ring),
                moved: ring.moved,
            })
        })
        .collect())
}

fn yes(ring: &Ring) -> usize {
    let said = |seat: &&RingSeat| seat.answer == RingAnswer::Yes;
    ring.seats.iter().filter(said).count()
}

/// Opens a ring.
///
/// # Errors
/// [`RingError::NotFound`] when they have no seat in it.
pub async fn show(app: &App, who: &SignedIn, id: RingId) -> Result<RingPage, RingError> {
    let me = who.helper();
    let mut read = app.store.read().await?;
    let ring = read.ring(id).await?.ok_or(RingError::NotFound)?;
    drop(read);
    let my_seat = ring.seat_of(me).ok_or(RingError::NotFound)?;
    let names = names_of(app, who, &[my_seat.client]).await?;
    let mut seats = Vec::with_capacity(ring.seats.len());
    for seat in &ring.seats {
        let card = match look(app, who, seat.card).await {
            Ok(card) => Some(card),
            Err(LookError::NotFound) => None,
            Err(LookError::Trouble(trouble)) => return Err(trouble.into()),
        };
        let takes_part =
            seat.helper == me || ring.after(seat.place).is_some_and(|next| next.helper == me);
        seats.push(SeatSeen {
            place: seat.place,
            card,
            mine: seat.helper == me,
            name: (seat.helper == me)
                .then(|| names.get(&seat.client).cloned())
                .flatten(),
            answer: seat.answer,
            answered: seat.answered,
            gives: Vec::new(),
            room: seat.gift.filter(|_| takes_part),
        });
    }
    let contents: Vec<(i64, Option<CardContent>)> = seats
        .iter()
        .map(|seat| {
            (
                seat.place,
                seat.card.as_ref().map(|card| card.content.clone()),
            )
        })
        .collect();
    let content = |place: i64| {
        let found = contents.iter().find(|(at, _)| *at == place);
        found.and_then(|(_, content)| content.as_ref())
    };
    for seat in &mut seats {
        let next = ring.after(seat.place).map(|next| next.place);
        if let (Some(from), Some(to)) = (content(seat.place), next.and_then(content)) {
            seat.gives = gives(from, to);
        }
    }
    Ok(RingPage {
        id,
        state: ring.state,
        seats,
        empty: ring.empty().filter(|_| !ring.is_over()),
        my_turn: ring.awaits(me),
        moved: ring.moved,
    })
}

/// What of `to`'s needs `from` has something for, each by the nearest offer.
fn gives(from: &CardContent, to: &CardContent) -> Vec<Gives> {
    let near = |need: TermId, offer: TermId| match Taxonomy::builtin().relation(need, offer) {
        Relation::Same => Some(0),
        Relation::ParentChild => Some(1),
        Relation::Sibling => Some(2),
        Relation::Unrelated => None,
    };
    to.named_needs()
        .filter_map(|(need, _)| {
            let offers = from.offers.iter().copied();
            let rated = offers.filter_map(|by| near(need, by).map(|far| (far, by)));
            rated.min().map(|(_, by)| Gives { need, by })
        })
        .collect()
}
