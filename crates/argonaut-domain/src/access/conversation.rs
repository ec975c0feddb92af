//! Who reads and writes in a conversation: two helpers who may meet, or those in a group.
//! Never who may be introduced to whom: joint work has its own rules.

use super::{Actor, Granted, GroupRight, HelperFacts, Viewer, Visible};
use crate::group::GroupSeat;
use crate::ids::{ConversationId, GroupId, HelperId};

/// Between whom a conversation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// Two helpers.
    Two(HelperId, HelperId),
    /// Everybody in a group.
    Group(GroupId),
}

impl Between {
    /// The other one of two, for this helper; `None` in a group, and for outsiders.
    pub fn other(self, me: HelperId) -> Option<HelperId> {
        match self {
            Self::Two(one, two) if one == me => Some(two),
            Self::Two(one, two) if two == me => Some(one),
            Self::Two(..) | Self::Group(_) => None,
        }
    }
}

/// What binds two helpers, beside contact: enough to write to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bonds {
    /// They are in the same group.
    pub group: bool,
    /// They work on a match in which both know who the other is.
    pub joint_work: bool,
}

impl Viewer {
    /// Whether the viewer may write to this helper: a contact, or somebody with whom they
    /// share a group or joint work; in no case across a block, or to an account that rests.
    pub fn may_write_to(&self, other: HelperFacts, bonds: Bonds) -> bool {
        self.helper() != Some(other.id)
            && self.may_meet(other)
            && (self.is_contact(other.id) || bonds.group || bonds.joint_work)
    }

    /// Whether words of this helper, in whatever conversation, are there for the viewer, and
    /// whether the viewer's are sealed to them.
    pub fn exchanges_with(&self, other: HelperFacts) -> bool {
        self.helper() == Some(other.id) || self.may_meet(other)
    }
}

/// The right to open a conversation of two: only for the two, while they may meet.
pub fn in_talk(
    actor: &Actor,
    viewer: &Viewer,
    id: ConversationId,
    between: Between,
    other: HelperFacts,
) -> Option<Granted<ConversationId>> {
    let theirs = between.other(actor.helper) == Some(other.id);
    let mine = viewer.helper() == Some(actor.helper);
    (theirs && mine && viewer.may_meet(other)).then_some(Granted {
        subject: id,
        actor: actor.helper,
    })
}

/// The right to open a group's conversation, or to write there: as the group's rules say.
pub fn in_group_talk(
    actor: &Actor,
    seat: Option<&GroupSeat>,
    right: GroupRight,
) -> Option<Granted<ConversationId>> {
    let granted = super::in_group(actor, seat, right)?;
    Some(Granted {
        subject: ConversationId::of_group(granted.subject),
        actor: actor.helper,
    })
}

/// What one who may open a conversation may read of it.
pub fn reveal_in_talk<T>(
    granted: &Granted<ConversationId>,
    conversation: ConversationId,
    content: T,
) -> Option<Visible<T>> {
    (granted.subject == conversation).then_some(Visible(content))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::group::GroupRole;
    use crate::helper::{Reach, Standing};
    use uuid::Uuid;

    fn h(n: u128) -> HelperId {
        HelperId::from_uuid(Uuid::from_u128(n))
    }
    fn facts(n: u128, standing: Standing) -> HelperFacts {
        HelperFacts {
            id: h(n),
            standing,
            listed: Reach::Nobody,
        }
    }
    const BOUND: Bonds = Bonds {
        group: true,
        joint_work: true,
    };

    #[test]
    fn one_writes_to_contacts_and_to_those_one_works_with() {
        let eyes = Viewer::new(h(1), [h(2)], [h(3)], []);
        let none = Bonds::default();
        let active = |n| facts(n, Standing::Active);
        assert!(eyes.may_write_to(active(2), none));
        assert!(!eyes.may_write_to(active(4), none), "a stranger");
        for bonds in [
            Bonds {
                group: true,
                ..none
            },
            Bonds {
                joint_work: true,
                ..none
            },
        ] {
            assert!(eyes.may_write_to(active(4), bonds));
        }
        assert!(!eyes.may_write_to(active(3), BOUND), "across a block");
        assert!(!eyes.may_write_to(active(1), BOUND), "to oneself");
        for standing in [Standing::Suspended, Standing::Pending] {
            assert!(!eyes.may_write_to(facts(2, standing), BOUND));
        }
        assert!(!Viewer::default().may_write_to(active(2), BOUND));
    }

    #[test]
    fn a_talk_of_two_is_nobody_elses_and_ends_at_a_block() {
        let id = ConversationId::from_uuid(Uuid::from_u128(9));
        let two = Between::Two(h(1), h(2));
        let actor = |n| Actor::signed_in(h(n), Standing::Active, true).unwrap();
        let may = |me, other, blocked: &[HelperId]| {
            let eyes = Viewer::new(h(me), [], blocked.iter().copied(), []);
            in_talk(&actor(me), &eyes, id, two, facts(other, Standing::Active)).is_some()
        };
        assert!(may(1, 2, &[]) && may(2, 1, &[]));
        assert!(!may(3, 2, &[]) && !may(3, 1, &[]), "nor an administrator's");
        assert!(!may(1, 3, &[]), "the other is whom the conversation names");
        assert!(!may(1, 2, &[h(2)]));
    }

    #[test]
    fn a_group_talks_by_its_own_rules() {
        let group = GroupId::from_uuid(Uuid::from_u128(50));
        let me = Actor::signed_in(h(1), Standing::Active, true).unwrap();
        let seat = |role, agreed| GroupSeat {
            group,
            helper: h(1),
            role,
            agreed,
            since: Timestamp::from_micros(0),
        };
        let may = |seat: &GroupSeat, right| in_group_talk(&me, Some(seat), right);
        let member = seat(GroupRole::Member, true);
        let granted = may(&member, GroupRight::Post).unwrap();
        assert_eq!(granted.subject().uuid(), group.uuid());
        for reads in [
            seat(GroupRole::Observer, true),
            seat(GroupRole::Member, false),
        ] {
            assert!(may(&reads, GroupRight::Read).is_some());
            assert!(may(&reads, GroupRight::Post).is_none());
        }
        assert!(in_group_talk(&me, None, GroupRight::Read).is_none());
    }
}
