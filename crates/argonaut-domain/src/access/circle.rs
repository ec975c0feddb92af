//! What each part in a client's circle may do: the one place that says so. No
//! administrator has a part in it; there is no break-glass.

use super::{Actor, CircleRole, Granted, Membership};
use crate::clock::Timestamp;
use crate::helper::Standing;
use crate::ids::{ClientId, HelperId, MatchId};
use crate::introduction::{Match, Side};
use crate::link::ClientLink;

/// Something that a seat in a circle may allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CircleRight {
    /// Open the record, change it, write notes, look for suggestions and put them
    /// aside, withdraw a consent of the client, and leave.
    Open,
    /// Record consents, publish cards, ask other helpers, say yes for the client,
    /// archive, erase, and withdraw the client from a match that somebody else of
    /// the circle began.
    Answer,
    /// Say who reads the record: invite, give a part, remove, hand over.
    Govern,
}

impl CircleRole {
    /// Whether this part may do that.
    pub const fn may(self, right: CircleRight) -> bool {
        match (self, right) {
            (Self::Lead, CircleRight::Open | CircleRight::Answer | CircleRight::Govern)
            | (Self::Deputy, CircleRight::Open | CircleRight::Answer)
            | (Self::Member, CircleRight::Open) => true,
            (Self::Deputy, CircleRight::Govern)
            | (Self::Member, CircleRight::Answer | CircleRight::Govern) => false,
        }
    }
    /// The parts that a lead gives to others.
    pub const GIVEN: [Self; 2] = [Self::Deputy, Self::Member];
}

fn grant(
    actor: &Actor,
    membership: Option<&Membership>,
    right: CircleRight,
) -> Option<Granted<ClientId>> {
    let seat = membership?;
    (seat.helper == actor.helper && seat.role.may(right)).then_some(Granted {
        subject: seat.client,
        actor: actor.helper,
    })
}

/// May this actor open this client's record? Only with a seat in the circle.
pub fn open_client(actor: &Actor, membership: Option<&Membership>) -> Option<Granted<ClientId>> {
    grant(actor, membership, CircleRight::Open)
}

/// May this actor share, archive or erase this client's record? Only the lead
/// or a deputy.
pub fn answer_for_client(
    actor: &Actor,
    membership: Option<&Membership>,
) -> Option<Granted<ClientId>> {
    grant(actor, membership, CircleRight::Answer)
}

/// May this actor say who reads this client's record? Only the lead.
pub fn govern_circle(actor: &Actor, membership: Option<&Membership>) -> Option<Granted<ClientId>> {
    grant(actor, membership, CircleRight::Govern)
}

/// May this actor become the lead without being asked? Only when the lead is gone
/// from the instance: then the deputies, or, where there is none who is active,
/// any member.
pub fn take_the_lead(
    actor: &Actor,
    membership: Option<&Membership>,
    lead: Standing,
    active_deputies: usize,
) -> Option<Granted<ClientId>> {
    let granted = grant(actor, membership, CircleRight::Open)?;
    let stands_in = match membership?.role {
        CircleRole::Lead => false,
        CircleRole::Deputy => true,
        CircleRole::Member => active_deputies == 0,
    };
    (lead == Standing::Suspended && stands_in).then_some(granted)
}

/// A seat in a client's circle that somebody was asked to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferedSeat {
    /// In whose circle.
    pub client: ClientId,
    /// Who offers it.
    pub from: HelperId,
    /// To whom.
    pub to: HelperId,
    /// In which part; as lead, the record is handed over.
    pub role: CircleRole,
    /// Until when.
    pub expires: Timestamp,
}

/// May this actor take the seat? When it is offered to them, in time, by whoever
/// leads the record now.
pub fn take_seat(
    actor: &Actor,
    offer: &OfferedSeat,
    lead: Option<HelperId>,
    now: Timestamp,
) -> Option<Granted<ClientId>> {
    (offer.to == actor.helper && now < offer.expires && lead == Some(offer.from)).then_some(
        Granted {
            subject: offer.client,
            actor: actor.helper,
        },
    )
}

/// What the holder of a client's link may do: act for this one client while the
/// link holds, and only while the helper who made it still answers for them.
/// The grant opens no record: the seals know only helpers' keys.
pub fn act_by_link(
    link: &ClientLink,
    maker: Standing,
    seat: Option<&Membership>,
    now: Timestamp,
) -> Option<Granted<ClientId>> {
    let seat = seat?;
    let fits = seat.client == link.client && seat.helper == link.made_by;
    let answers = maker == Standing::Active && seat.role.may(CircleRight::Answer);
    (link.is_live(now) && fits && answers).then_some(Granted {
        subject: link.client,
        actor: link.made_by,
    })
}

/// The side on which a client stands in a match: what a helper of the circle may
/// withdraw, whoever of them began it. Nothing else of somebody else's match is
/// theirs: its words and details are sealed to the two helpers who talk.
pub fn side_of_client(granted: &Granted<ClientId>, joint: &Match) -> Option<Side> {
    joint.side_of_client(granted.subject)
}

/// Taking over the client's side of a match that another helper began: whoever answers for
/// the client may (see [`answer_for_client`], which makes the handle). What was said before
/// stays sealed to the one who said it.
pub fn take_over(granted: &Granted<ClientId>, joint: &Match) -> Option<(Granted<MatchId>, Side)> {
    let side = joint.side_of_client(granted.subject)?;
    let is_other = joint.helper(side) != granted.actor;
    is_other.then_some((
        Granted {
            subject: joint.id,
            actor: granted.actor,
        },
        side,
    ))
}

/// Whether this actor takes part in a match, and on which side. A deputy does not
/// take part in what the lead began: they may begin matches of their own for the
/// client, and stop the lead's (see [`side_of_client`]).
pub fn take_part(actor: &Actor, joint: &Match) -> Option<(Granted<MatchId>, Side)> {
    let side = joint.side_of(actor.helper)?;
    Some((
        Granted {
            subject: joint.id,
            actor: actor.helper,
        },
        side,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn helper(n: u128) -> HelperId {
        HelperId::from_uuid(Uuid::from_u128(n))
    }
    fn actor(n: u128) -> Actor {
        Actor::signed_in(helper(n), Standing::Active, true).unwrap()
    }
    fn seat(n: u128, role: CircleRole) -> Membership {
        Membership {
            client: ClientId::from_uuid(Uuid::from_u128(9)),
            helper: helper(n),
            role,
        }
    }

    #[test]
    fn the_parts_and_their_rights() {
        let expected = [
            (CircleRole::Lead, [true, true, true]),
            (CircleRole::Deputy, [true, true, false]),
            (CircleRole::Member, [true, false, false]),
        ];
        for (role, rights) in expected {
            let seat = seat(1, role);
            let found = [
                open_client(&actor(1), Some(&seat)).is_some(),
                answer_for_client(&actor(1), Some(&seat)).is_some(),
                govern_circle(&actor(1), Some(&seat)).is_some(),
            ];
            assert_eq!(found, rights, "{role:?}");
            assert!(open_client(&actor(2), Some(&seat)).is_none(), "not theirs");
            assert!(govern_circle(&actor(2), Some(&seat)).is_none());
        }
        assert!(open_client(&actor(1), None).is_none(), "no seat, no right");
    }

    #[test]
    fn a_seat_is_taken_by_whom_it_was_offered_to_in_time_and_by_the_lead() {
        let offer = OfferedSeat {
            client: ClientId::from_uuid(Uuid::from_u128(9)),
            from: helper(2),
            to: helper(1),
            role: CircleRole::Member,
            expires: Timestamp::from_micros(10),
        };
        let at = Timestamp::from_micros;
        assert!(take_seat(&actor(1), &offer, Some(helper(2)), at(9)).is_some());
        assert!(take_seat(&actor(1), &offer, Some(helper(2)), at(10)).is_none());
        assert!(take_seat(&actor(1), &offer, Some(helper(3)), at(9)).is_none());
        assert!(take_seat(&actor(1), &offer, None, at(9)).is_none());
        assert!(take_seat(&actor(3), &offer, Some(helper(2)), at(9)).is_none());
    }

    #[test]
    fn nobody_takes_the_lead_from_somebody_who_is_there() {
        let take = |role, lead, deputies| {
            take_the_lead(&actor(1), Some(&seat(1, role)), lead, deputies).is_some()
        };
        assert!(!take(CircleRole::Deputy, Standing::Active, 1));
        assert!(take(CircleRole::Deputy, Standing::Suspended, 1));
        assert!(!take(CircleRole::Member, Standing::Suspended, 1));
        assert!(take(CircleRole::Member, Standing::Suspended, 0));
        assert!(!take(CircleRole::Lead, Standing::Suspended, 0));
    }
}
