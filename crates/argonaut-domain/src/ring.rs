//! Rings: three clients of three helpers, each of whom gives what the next needs. Their
//! states, and the only ways from one to the next. Pure: who may act is decided elsewhere.

use crate::clock::Timestamp;
use crate::ids::{CardId, ClientId, HelperId, MatchId, RingId};
use crate::word::words;

words! {
    /// Where a ring is.
    pub enum RingState {
        /// The engine found it; answers are awaited, or somebody is sought for an empty seat.
        Proposed = "proposed",
        /// All three said yes: the helpers work together in pairs.
        Going = "going",
        /// Over.
        Ended = "ended",
    }
}

words! {
    /// What a helper said to a ring.
    pub enum RingAnswer {
        /// Nothing yet.
        Awaited = "awaited",
        /// Yes.
        Yes = "yes",
    }
}

words! {
    /// Why a seat became empty.
    pub enum LeavingReason {
        /// Not at this time.
        NotNow = "not_now",
        /// It does not fit.
        NotSuitable = "not_suitable",
        /// The client does not need it any more.
        NeedMet = "need_met",
        /// The client said no.
        ClientNo = "client_no",
        /// Another reason.
        Other = "other",
        /// No answer came in time.
        NoAnswer = "no_answer",
        /// The card is not on show any more, or not for everybody in the ring.
        Gone = "gone",
    }
}

impl LeavingReason {
    /// The reasons a helper can give; the others are found by time.
    pub const GIVEN: &'static [Self] = &[
        Self::NotNow,
        Self::NotSuitable,
        Self::NeedMet,
        Self::ClientNo,
        Self::Other,
    ];
}

/// How many seats a ring has.
pub const SEATS: i64 = 3;
/// Days for which an answer is awaited.
pub const ANSWER_DAYS: i64 = 21;
/// Days for which somebody is sought for an empty seat.
pub const SEEK_DAYS: i64 = 21;
/// Days in which the same two cards are not proposed in another ring after one ended.
pub const REST_DAYS: i64 = 90;
/// The most rings that wait for the answer of one helper.
pub const MOST_WAITING: usize = 3;

/// One client's place in a ring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RingSeat {
    /// 0, 1 or 2: each gives to the next, and the last to the first.
    pub place: i64,
    /// The card that stands for the client.
    pub card: CardId,
    /// Whom. Known to this seat's helper alone.
    pub client: ClientId,
    /// Who answers for the client.
    pub helper: HelperId,
    /// What they said.
    pub answer: RingAnswer,
    /// When they said it.
    pub answered: Option<Timestamp>,
    /// The joint work in which this client gives to the next.
    pub gift: Option<MatchId>,
}

/// Why an act does not belong here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RingRefusal {
    /// They have no seat.
    #[error("they have no seat in this ring")]
    NoSeat,
    /// The ring is over.
    #[error("the ring is over")]
    Over,
    /// They said yes already.
    #[error("they said yes already")]
    Already,
}

/// A ring with its whole state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    /// Which.
    pub id: RingId,
    /// Where it is.
    pub state: RingState,
    /// When it was found.
    pub made: Timestamp,
    /// When it last moved.
    pub moved: Timestamp,
    /// Grows with each move, for optimistic concurrency.
    pub version: i64,
    /// The seats that are taken, by place.
    pub seats: Vec<RingSeat>,
}

impl Ring {
    /// A fresh proposal: cards with their clients and helpers, in the order of giving.
    pub fn propose(
        id: RingId,
        members: impl IntoIterator<Item = (CardId, ClientId, HelperId)>,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            state: RingState::Proposed,
            made: now,
            moved: now,
            version: 1,
            seats: (0..SEATS)
                .zip(members)
                .map(|(place, member)| seat(place, member))
                .collect(),
        }
    }
    /// The seat of a helper.
    pub fn seat_of(&self, helper: HelperId) -> Option<&RingSeat> {
        self.seats.iter().find(|seat| seat.helper == helper)
    }
    /// The seat at a place, when it is taken.
    pub fn at(&self, place: i64) -> Option<&RingSeat> {
        self.seats.iter().find(|seat| seat.place == place)
    }
    /// The seat to which this place gives.
    pub fn after(&self, place: i64) -> Option<&RingSeat> {
        self.at((place + 1) % SEATS)
    }
    /// The seat that gives to this place.
    pub fn before(&self, place: i64) -> Option<&RingSeat> {
        self.at((place + SEATS - 1) % SEATS)
    }
    /// The first empty place.
    pub fn empty(&self) -> Option<i64> {
        (0..SEATS).find(|place| self.at(*place).is_none())
    }
    /// Whether it is over.
    pub const fn is_over(&self) -> bool {
        matches!(self.state, RingState::Ended)
    }
    /// Whether this helper's answer is awaited.
    pub fn awaits(&self, helper: HelperId) -> bool {
        let seat = self.seat_of(helper);
        !self.is_over() && seat.is_some_and(|seat| seat.answer == RingAnswer::Awaited)
    }
    /// Whether every seat is taken and everybody said yes.
    pub fn is_agreed(&self) -> bool {
        self.empty().is_none() && self.seats.iter().all(|seat| seat.answer == RingAnswer::Yes)
    }

    /// A helper says yes. Whether that was the last yes.
    ///
    /// # Errors
    /// [`RingRefusal`] when it is not theirs to say, or over.
    pub fn say_yes(&mut self, helper: HelperId, now: Timestamp) -> Result<bool, RingRefusal> {
        if self.is_over() {
            return Err(RingRefusal::Over);
        }
        let seat = self.seats.iter_mut().find(|seat| seat.helper == helper);
        let seat = seat.ok_or(RingRefusal::NoSeat)?;
        if seat.answer == RingAnswer::Yes {
            return Err(RingRefusal::Already);
        }
        seat.answer = RingAnswer::Yes;
        seat.answered = Some(now);
        self.moves(now);
        if self.is_agreed() {
            self.state = RingState::Going;
        }
        Ok(self.state == RingState::Going)
    }

    /// A seat becomes empty: somebody is sought for it. The joint work with whoever sat
    /// there is not the ring's any more.
    ///
    /// # Errors
    /// [`RingRefusal`] when they have no seat, or it is over.
    pub fn leave(&mut self, helper: HelperId, now: Timestamp) -> Result<RingSeat, RingRefusal> {
        if self.is_over() {
            return Err(RingRefusal::Over);
        }
        let place = self.seats.iter().position(|seat| seat.helper == helper);
        let left = self.seats.remove(place.ok_or(RingRefusal::NoSeat)?);
        let giver = (left.place + SEATS - 1) % SEATS;
        for seat in self.seats.iter_mut().filter(|seat| seat.place == giver) {
            seat.gift = None;
        }
        self.state = RingState::Proposed;
        self.moves(now);
        // Two who are left could still be joined by a third; one alone is no ring.
        if self.seats.len() < 2 {
            self.state = RingState::Ended;
        }
        Ok(left)
    }

    /// Somebody takes the empty seat at a place.
    pub fn fill(&mut self, place: i64, member: (CardId, ClientId, HelperId), now: Timestamp) {
        self.seats.push(seat(place, member));
        self.seats.sort_by_key(|seat| seat.place);
        self.moves(now);
    }

    /// It is over.
    pub fn end(&mut self, now: Timestamp) {
        self.state = RingState::Ended;
        self.moves(now);
    }

    fn moves(&mut self, now: Timestamp) {
        self.moved = now;
        self.version += 1;
    }
}

fn seat(place: i64, (card, client, helper): (CardId, ClientId, HelperId)) -> RingSeat {
    RingSeat {
        place,
        card,
        client,
        helper,
        answer: RingAnswer::Awaited,
        answered: None,
        gift: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp::from_micros(0);

    fn member(number: u128) -> (CardId, ClientId, HelperId) {
        let id = Uuid::from_u128(number);
        (
            CardId::from_uuid(id),
            ClientId::from_uuid(id),
            HelperId::from_uuid(id),
        )
    }
    fn helper(number: u128) -> HelperId {
        member(number).2
    }
    fn ring() -> Ring {
        let id = RingId::from_uuid(Uuid::from_u128(9));
        Ring::propose(id, [member(1), member(2), member(3)], NOW)
    }

    #[test]
    fn all_three_say_yes_and_it_goes() {
        let (mut ring, now) = (ring(), NOW);
        assert_eq!(ring.say_yes(helper(1), now), Ok(false));
        assert_eq!(ring.say_yes(helper(1), now), Err(RingRefusal::Already));
        assert_eq!(ring.say_yes(helper(4), now), Err(RingRefusal::NoSeat));
        assert_eq!(ring.say_yes(helper(2), now), Ok(false));
        assert!(ring.awaits(helper(3)) && !ring.awaits(helper(2)));
        assert_eq!(ring.say_yes(helper(3), now), Ok(true));
        assert_eq!(ring.state, RingState::Going);
        assert_eq!(ring.version, 4);
    }

    #[test]
    fn whoever_leaves_is_followed_and_the_others_yes_holds() {
        let (mut ring, now) = (ring(), NOW);
        for number in 1..=3 {
            ring.say_yes(helper(number), now).unwrap();
        }
        let work = |number| MatchId::from_uuid(Uuid::from_u128(number));
        for (seat, number) in ring.seats.iter_mut().zip(1..) {
            seat.gift = Some(work(number));
        }
        ring.leave(helper(2), now).unwrap();
        assert_eq!((ring.state, ring.empty()), (RingState::Proposed, Some(1)));
        let gifts: Vec<_> = ring.seats.iter().map(|seat| seat.gift).collect();
        assert_eq!(gifts, [None, Some(work(3))]);
        ring.fill(1, member(5), now);
        assert!(ring.awaits(helper(5)) && !ring.awaits(helper(1)));
        assert_eq!(ring.before(1).unwrap().helper, helper(1));
        assert_eq!(ring.after(1).unwrap().helper, helper(3));
        assert_eq!(ring.say_yes(helper(5), now), Ok(true));
    }

    #[test]
    fn one_alone_is_no_ring() {
        let (mut ring, now) = (ring(), NOW);
        ring.leave(helper(1), now).unwrap();
        ring.leave(helper(2), now).unwrap();
        assert!(ring.is_over());
        assert_eq!(ring.leave(helper(3), now), Err(RingRefusal::Over));
        assert_eq!(ring.say_yes(helper(3), now), Err(RingRefusal::Over));
    }
}
