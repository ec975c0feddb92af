//! What each part in a group may do: the one place that says so; and what the one
//! visibility filter shows of groups and their members.

use super::{Actor, Granted, HelperFacts, Viewer};
use crate::group::{Group, GroupKind, GroupRole, GroupSeat};
use crate::ids::{ClientId, GroupId, HelperId};

/// Something that a part in a group may allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupRight {
    /// See the members and what the group writes; leave; accept the agreement.
    Read,
    /// Write posts and comments.
    Post,
    /// Use the group as an audience, see cards that are for it, and take seats with
    /// clients that are shared with it.
    Work,
    /// Read requests with their answers, and answer them.
    Admit,
    /// Invite helpers, and make and revoke links.
    Invite,
    /// Say what the group says about itself, its agreement, and its friends; close it.
    Edit,
    /// Give parts, and remove.
    Govern,
}

impl GroupRight {
    /// Every right.
    pub const ALL: [Self; 7] = [
        Self::Read,
        Self::Post,
        Self::Work,
        Self::Admit,
        Self::Invite,
        Self::Edit,
        Self::Govern,
    ];
}

impl GroupRole {
    /// Whether this part may do that.
    pub const fn may(self, right: GroupRight) -> bool {
        match (self, right) {
            (Self::Coordinator, _)
            | (Self::Member, GroupRight::Read | GroupRight::Post | GroupRight::Work)
            | (Self::Observer, GroupRight::Read) => true,
            (
                Self::Member,
                GroupRight::Admit | GroupRight::Invite | GroupRight::Edit | GroupRight::Govern,
            )
            | (
                Self::Observer,
                GroupRight::Post
                | GroupRight::Work
                | GroupRight::Admit
                | GroupRight::Invite
                | GroupRight::Edit
                | GroupRight::Govern,
            ) => false,
        }
    }
}

impl GroupSeat {
    /// Whether this seat allows that. Whoever has not accepted the agreement as it reads
    /// now is an observer until they do.
    pub const fn may(&self, right: GroupRight) -> bool {
        if self.agreed {
            self.role.may(right)
        } else {
            GroupRole::Observer.may(right)
        }
    }
}

/// May this actor do that in this group?
pub fn in_group(
    actor: &Actor,
    seat: Option<&GroupSeat>,
    right: GroupRight,
) -> Option<Granted<GroupId>> {
    let seat = seat?;
    (seat.helper == actor.helper && seat.may(right)).then_some(Granted {
        subject: seat.group,
        actor: actor.helper,
    })
}

/// A seat in a client's circle that somebody has through a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatByGroup {
    /// In whose circle.
    pub client: ClientId,
    /// Whose seat.
    pub helper: HelperId,
    /// Through which group.
    pub group: GroupId,
}

/// The seat of somebody who leaves a group, or is removed from it by whoever holds
/// `governs`, ends with it. The grant takes a seat away; the seals know only helpers'
/// keys, so it opens no record.
pub fn end_with_group(
    actor: &Actor,
    governs: Option<&Granted<GroupId>>,
    seat: &SeatByGroup,
) -> Option<Granted<ClientId>> {
    let theirs = seat.helper == actor.helper;
    let governed = governs.is_some_and(|of| of.subject == seat.group && of.actor == actor.helper);
    (theirs || governed).then_some(Granted {
        subject: seat.client,
        actor: actor.helper,
    })
}

/// What the filter needs to know of a group.
#[derive(Clone, Copy, Debug)]
pub struct GroupFacts {
    /// Which.
    pub id: GroupId,
    /// How one joins.
    pub kind: GroupKind,
    /// Whether it was closed.
    pub closed: bool,
    /// Whether the viewer is invited: by name, or by a link in their hand.
    pub invited: bool,
    /// Whether it is befriended with a group of the viewer.
    pub befriended: bool,
}

impl GroupFacts {
    /// The facts of a stored group, for somebody who is not invited.
    pub const fn of(group: &Group) -> Self {
        Self {
            id: group.id,
            kind: group.profile.kind,
            closed: group.closed.is_some(),
            invited: false,
            befriended: false,
        }
    }
    /// The same, for somebody who is invited, or not.
    #[must_use]
    pub const fn inviting(mut self, invited: bool) -> Self {
        self.invited = invited;
        self
    }
    /// The same, where a group of the viewer is a friend of it, or not.
    #[must_use]
    pub const fn befriended(mut self, befriended: bool) -> Self {
        self.befriended = befriended;
        self
    }
}

/// What a viewer sees of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupSight {
    /// Nothing: as if it did not exist.
    Nothing,
    /// What it says about itself.
    Face,
    /// Its members too: a friend.
    Members,
    /// Everything that a member sees.
    Inside,
}

impl Viewer {
    /// What the viewer sees of a group.
    pub fn group(&self, group: GroupFacts) -> GroupSight {
        if self.helper().is_none() || group.closed {
            GroupSight::Nothing
        } else if self.is_in(group.id) {
            GroupSight::Inside
        } else if !group.kind.is_findable() {
            if group.invited {
                GroupSight::Face
            } else {
                GroupSight::Nothing
            }
        } else if group.befriended {
            GroupSight::Members
        } else {
            GroupSight::Face
        }
    }

    /// Whether the viewer sees that this helper is a member of a group whose members they
    /// see. A mute hides nobody here: one has to know who reads what is for the group.
    pub fn sees_member(&self, sight: GroupSight, helper: HelperFacts) -> bool {
        sight >= GroupSight::Members && self.may_meet(helper)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::helper::{Reach, Standing};
    use uuid::Uuid;

    fn h(n: u128) -> HelperId {
        HelperId::from_uuid(Uuid::from_u128(n))
    }
    fn g(n: u128) -> GroupId {
        GroupId::from_uuid(Uuid::from_u128(n))
    }
    fn seat(helper: u128, role: GroupRole, agreed: bool) -> GroupSeat {
        GroupSeat {
            group: g(50),
            helper: h(helper),
            role,
            agreed,
            since: Timestamp::from_micros(0),
        }
    }

    #[test]
    fn each_part_may_do_what_the_table_says() {
        use GroupRight::{Admit, Edit, Govern, Invite, Post, Read, Work};
        let table: [(GroupRole, &[GroupRight]); 3] = [
            (
                GroupRole::Coordinator,
                &[Read, Post, Work, Admit, Invite, Edit, Govern],
            ),
            (GroupRole::Member, &[Read, Post, Work]),
            (GroupRole::Observer, &[Read]),
        ];
        for (role, allowed) in table {
            for right in GroupRight::ALL {
                assert_eq!(
                    role.may(right),
                    allowed.contains(&right),
                    "{role} {right:?}"
                );
            }
        }
    }

    #[test]
    fn whoever_has_not_accepted_the_agreement_only_reads() {
        for role in GroupRole::ALL.iter().copied() {
            for right in GroupRight::ALL {
                let may = seat(1, role, false).may(right);
                assert_eq!(may, right == GroupRight::Read, "{role} {right:?}");
            }
        }
    }

    #[test]
    fn a_seat_is_nobody_elses() {
        let me = Actor::signed_in(h(1), Standing::Active, true).unwrap();
        let other = seat(2, GroupRole::Coordinator, true);
        assert_eq!(in_group(&me, Some(&other), GroupRight::Read), None);
        assert_eq!(
            in_group(&me, None, GroupRight::Read),
            None,
            "nor an administrator's"
        );
        let mine = seat(1, GroupRole::Coordinator, true);
        let governs = in_group(&me, Some(&mine), GroupRight::Govern).unwrap();
        let client = ClientId::from_uuid(Uuid::from_u128(9));
        let by = |helper, group| SeatByGroup {
            client,
            helper: h(helper),
            group: g(group),
        };
        assert!(end_with_group(&me, None, &by(1, 50)).is_some());
        assert!(end_with_group(&me, None, &by(2, 50)).is_none());
        assert!(end_with_group(&me, Some(&governs), &by(2, 50)).is_some());
        assert!(
            end_with_group(&me, Some(&governs), &by(2, 51)).is_none(),
            "another group's"
        );
    }

    #[test]
    fn a_secret_group_is_there_for_members_and_the_invited_alone() {
        let facts = |kind| GroupFacts {
            id: g(50),
            kind,
            closed: false,
            invited: false,
            befriended: false,
        };
        let stranger = Viewer::new(h(1), [], [], []);
        let member = Viewer::new(h(2), [], [], []).in_groups([g(50)]);
        let observer = Viewer::new(h(3), [], [], []).reading_groups([g(50)]);
        let secret = facts(GroupKind::Secret);
        assert_eq!(stranger.group(secret), GroupSight::Nothing);
        assert_eq!(
            stranger.group(secret.befriended(true)),
            GroupSight::Nothing,
            "a friend does not betray it"
        );
        assert_eq!(stranger.group(secret.inviting(true)), GroupSight::Face);
        assert_eq!(member.group(secret), GroupSight::Inside);
        assert_eq!(observer.group(secret), GroupSight::Inside);
        for kind in [
            GroupKind::Open,
            GroupKind::ByRequest,
            GroupKind::ByInvitation,
        ] {
            assert_eq!(stranger.group(facts(kind)), GroupSight::Face, "{kind}");
            assert_eq!(
                stranger.group(facts(kind).befriended(true)),
                GroupSight::Members,
                "{kind}"
            );
            assert_eq!(Viewer::default().group(facts(kind)), GroupSight::Nothing);
        }
        let mut closed = facts(GroupKind::Open);
        closed.closed = true;
        assert_eq!(member.group(closed), GroupSight::Nothing);
    }

    #[test]
    fn a_block_hides_a_membership_and_a_mute_does_not() {
        let facts = |standing| HelperFacts {
            id: h(7),
            standing,
            listed: Reach::Nobody,
        };
        let inside = GroupSight::Inside;
        let viewer = Viewer::new(h(1), [], [], []).muting([h(7)]);
        assert!(viewer.sees_member(inside, facts(Standing::Active)));
        assert!(!viewer.sees_member(GroupSight::Face, facts(Standing::Active)));
        assert!(!viewer.sees_member(inside, facts(Standing::Suspended)));
        let blocked = Viewer::new(h(1), [], [h(7)], []);
        assert!(!blocked.sees_member(inside, facts(Standing::Active)));
    }
}
