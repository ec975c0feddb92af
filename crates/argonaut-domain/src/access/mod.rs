//! Who may do what. Only this module makes a [`Granted`] handle or a
//! [`Visible`] value, so nothing reaches storage or a page without its rules.

mod circle;
mod conversation;
mod feed;
mod group;
mod sight;

pub use circle::{
    CircleRight, OfferedSeat, act_by_link, answer_for_client, govern_circle, open_client,
    side_of_client, take_over, take_part, take_seat, take_the_lead,
};
pub use conversation::{Between, Bonds, in_group_talk, in_talk, reveal_in_talk};
pub use feed::{PostFacts, PostSight, need_on_post};
pub use group::{GroupFacts, GroupRight, GroupSight, SeatByGroup, end_with_group, in_group};
pub use sight::{CardFacts, HelperFacts, OwnerSight, Sight, Viewer};

use crate::helper::Standing;
use crate::ids::{ClientId, HelperId, MatchId};
use crate::word::words;

/// A helper who is signed in, as the session row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    helper: HelperId,
    is_admin: bool,
    is_moderator: bool,
}

impl Actor {
    /// The actor of a session; `None` unless the account is active.
    pub const fn signed_in(helper: HelperId, standing: Standing, is_admin: bool) -> Option<Self> {
        match standing {
            Standing::Active => Some(Self {
                helper,
                is_admin,
                is_moderator: is_admin,
            }),
            Standing::Pending | Standing::Suspended => None,
        }
    }
    /// The same actor, as a moderator where the account says so. Administrators are moderators.
    #[must_use]
    pub const fn moderating(mut self, is_moderator: bool) -> Self {
        self.is_moderator = self.is_admin || is_moderator;
        self
    }
    /// The right to read reports and to decide on them: `None` for everybody else. It opens
    /// no client's record, and no message but the words that a reporter handed over.
    pub const fn moderator(&self) -> Option<Granted<Moderation>> {
        if self.is_moderator {
            Some(Granted {
                subject: Moderation {
                    is_admin: self.is_admin,
                },
                actor: self.helper,
            })
        } else {
            None
        }
    }
    /// Who.
    pub const fn helper(&self) -> HelperId {
        self.helper
    }
    /// The right to run this instance: `None` for everybody else. It opens no
    /// client's record: there is no break-glass.
    pub const fn admin(&self) -> Option<Granted<Instance>> {
        if self.is_admin {
            Some(Granted {
                subject: Instance,
                actor: self.helper,
            })
        } else {
            None
        }
    }
}

/// The instance itself, as the subject of a grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instance;

/// The reports of this instance, as the subject of a grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moderation {
    is_admin: bool,
}

impl Moderation {
    /// Whether it is an administrator who moderates: they alone decide about administrators.
    pub const fn is_admin(self) -> bool {
        self.is_admin
    }
}

impl Granted<Instance> {
    /// Whoever runs the instance also moderates it.
    pub const fn moderation(&self) -> Granted<Moderation> {
        Granted {
            subject: Moderation { is_admin: true },
            actor: self.actor,
        }
    }
}

/// A handle that went through the rules: this actor may act on this subject.
/// Storage asks for it instead of a raw id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Granted<T> {
    subject: T,
    actor: HelperId,
}

impl<T: Copy> Granted<T> {
    /// On what.
    pub const fn subject(&self) -> T {
        self.subject
    }
    /// Who may act.
    pub const fn actor(&self) -> HelperId {
        self.actor
    }
}

/// A value that the rules allow this actor to see. Made only here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visible<T>(T);

impl<T> Visible<T> {
    /// The value, to show.
    pub const fn get(&self) -> &T {
        &self.0
    }
    /// The value, to work with.
    pub fn into_inner(self) -> T {
        self.0
    }
    /// A part of it, or a reshaping of it.
    pub fn map<U>(self, reshape: impl FnOnce(T) -> U) -> Visible<U> {
        Visible(reshape(self.0))
    }
}

words! {
    /// The part a helper has in a client's circle.
    pub enum CircleRole {
        /// Answers for the client.
        Lead = "lead",
        /// Stands in for the lead.
        Deputy = "deputy",
        /// May open the record.
        Member = "member",
    }
}

/// A row of a client's circle, as storage knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Whose circle.
    pub client: ClientId,
    /// Which helper.
    pub helper: HelperId,
    /// In which part.
    pub role: CircleRole,
}

/// The content of a record that this grant opens.
pub fn reveal<T>(granted: &Granted<ClientId>, client: ClientId, content: T) -> Option<Visible<T>> {
    (granted.subject == client).then_some(Visible(content))
}

/// What a party of a match may read of it (released details, messages).
pub fn reveal_in_match<T>(
    granted: &Granted<MatchId>,
    joint: MatchId,
    content: T,
) -> Option<Visible<T>> {
    (granted.subject == joint).then_some(Visible(content))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::link::ClientLink;
    use uuid::Uuid;

    fn helper(n: u128) -> HelperId {
        HelperId::from_uuid(Uuid::from_u128(n))
    }

    #[test]
    fn only_the_circle_opens_a_record() {
        let client = ClientId::from_uuid(Uuid::from_u128(9));
        let me = Actor::signed_in(helper(1), Standing::Active, true).unwrap();
        assert_eq!(
            open_client(&me, None),
            None,
            "an administrator is no member"
        );
        let seat = |who, role| Membership {
            client,
            helper: helper(who),
            role,
        };
        assert_eq!(open_client(&me, Some(&seat(2, CircleRole::Lead))), None);
        let granted = open_client(&me, Some(&seat(1, CircleRole::Member))).unwrap();
        assert_eq!(granted.subject(), client);
        assert!(answer_for_client(&me, Some(&seat(1, CircleRole::Member))).is_none());
        assert!(answer_for_client(&me, Some(&seat(1, CircleRole::Deputy))).is_some());
        let other = ClientId::from_uuid(Uuid::from_u128(10));
        assert!(reveal(&granted, other, "x").is_none());
    }

    #[test]
    fn a_link_acts_only_while_its_maker_answers_for_the_client() {
        let now = Timestamp::from_micros(5);
        let client = ClientId::from_uuid(Uuid::from_u128(9));
        let link = ClientLink {
            id: crate::ids::LinkId::from_uuid(Uuid::from_u128(7)),
            client,
            introduction: None,
            made_by: helper(1),
            purpose: crate::link::LinkPurpose::See,
            language: crate::locale::Locale::En,
            made: Timestamp::from_micros(0),
            ends: Timestamp::from_micros(10),
            revoked: None,
            opened: None,
            answer: None,
            acts: 0,
        };
        let seat = |who, role| Membership {
            client,
            helper: helper(who),
            role,
        };
        let may = |seat: Option<Membership>, standing, now| {
            act_by_link(&link, standing, seat.as_ref(), now).is_some()
        };
        assert!(may(Some(seat(1, CircleRole::Lead)), Standing::Active, now));
        assert!(!may(
            Some(seat(1, CircleRole::Member)),
            Standing::Active,
            now
        ));
        assert!(!may(Some(seat(2, CircleRole::Lead)), Standing::Active, now));
        assert!(!may(
            Some(seat(1, CircleRole::Lead)),
            Standing::Suspended,
            now
        ));
        assert!(!may(None, Standing::Active, now));
        let later = Timestamp::from_micros(10);
        assert!(!may(
            Some(seat(1, CircleRole::Lead)),
            Standing::Active,
            later
        ));
    }

    #[test]
    fn a_pending_or_suspended_account_is_no_actor() {
        assert_eq!(Actor::signed_in(helper(1), Standing::Pending, false), None);
        assert_eq!(Actor::signed_in(helper(1), Standing::Suspended, true), None);
    }
}
