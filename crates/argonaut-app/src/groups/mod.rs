//! Groups: made, found, joined, left; as an audience for cards, and with clients who are
//! shared. What a part in a group allows stands in `domain::access`.

pub mod audience;
pub mod events;
pub mod friends;
pub mod invite;
pub mod join;
pub mod links;
pub mod list;
pub mod look;
pub mod make;
pub mod members;
pub mod requests;
pub mod share;

use argonaut_domain::access::{self, Granted, GroupFacts, GroupRight, GroupSight, Viewer};
use argonaut_domain::group::{Group, GroupSeat};
use argonaut_domain::ids::GroupId;
use argonaut_store::{Read, StoreError};

use crate::app::App;
use crate::circle::CircleError;
use crate::error::{Kind, Trouble};
use crate::who::SignedIn;

/// What cannot be kept of a group, a request or a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupFault {
    /// The name is missing or longer than 80 characters.
    Name,
    /// The words about the group are too long.
    About,
    /// The agreement is too long.
    Agreement,
    /// There are too many questions, or one is too long.
    Questions,
    /// A list is too long, or holds a term of another kind.
    Terms,
    /// Not every question is answered, or an answer is too long.
    Answers,
    /// The agreement has to be accepted as it reads now.
    NotAgreed,
    /// How the client agreed is not said.
    Consent,
    /// The title of an event is missing, or longer than 120 characters.
    EventTitle,
    /// The words about an event are too long.
    EventWords,
    /// The place of an event is too long.
    EventPlace,
    /// An event has to begin, and end after that, and not in the past.
    EventTimes,
    /// There is no such time zone.
    EventZone,
}

/// Why something could not be done with a group.
#[derive(Debug, thiserror::Error)]
pub enum GroupError {
    /// No such group, member or request, or none that they see: they look the same.
    #[error("no such group")]
    NotFound,
    /// They are in the group, and their part does not allow it.
    #[error("their part does not allow it")]
    NotAllowed,
    /// Only by an invitation.
    #[error("only by an invitation")]
    InvitationNeeded,
    /// The link was used up, taken back, or is over.
    #[error("the link is over")]
    LinkOver,
    /// It is so already.
    #[error("it is so already")]
    Already,
    /// A group has at least one coordinator.
    #[error("a group needs a coordinator")]
    LastCoordinator,
    /// It changed meanwhile.
    #[error("it changed in the meantime")]
    Changed,
    /// A group that anybody may join, or that nobody may find, cannot do this.
    #[error("not with a group of this kind")]
    WrongKind,
    /// Some fields cannot be kept.
    #[error("some fields cannot be kept")]
    Invalid(Vec<GroupFault>),
    /// As with any circle.
    #[error(transparent)]
    Circle(CircleError),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl GroupError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::NotAllowed | Self::InvitationNeeded => Kind::Forbidden,
            Self::LinkOver | Self::Already | Self::LastCoordinator | Self::Changed => {
                Kind::Conflict
            }
            Self::WrongKind | Self::Invalid(_) => Kind::Invalid,
            Self::Circle(error) => error.kind(),
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for GroupError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict(_) => Self::Already,
            StoreError::Stale => Self::Changed,
            StoreError::Damaged(_) | StoreError::Unavailable(_) | StoreError::Migration(_) => {
                Self::Trouble(error.into())
            }
        }
    }
}

impl From<CircleError> for GroupError {
    fn from(error: CircleError) -> Self {
        match error {
            CircleError::NotFound => Self::NotFound,
            CircleError::NotTheLead
            | CircleError::NotAContact
            | CircleError::Already
            | CircleError::HandOverFirst
            | CircleError::Nothing
            | CircleError::KeyChanged
            | CircleError::Client(_) => Self::Circle(error),
        }
    }
}

impl From<crate::clients::ClientError> for GroupError {
    fn from(error: crate::clients::ClientError) -> Self {
        CircleError::from(error).into()
    }
}

/// A group, how the helper stands in it, and the right that was asked for.
pub(crate) struct Inside {
    pub(crate) group: Group,
    pub(crate) seat: GroupSeat,
    pub(crate) granted: Granted<GroupId>,
}

/// The right to do something in a group. Outside of it, there is no such group.
pub(crate) async fn may(
    read: &mut Read,
    who: &SignedIn,
    id: GroupId,
    right: GroupRight,
) -> Result<Inside, GroupError> {
    let seat = read
        .group_seat(id, who.helper())
        .await?
        .ok_or(GroupError::NotFound)?;
    let group = read.group(id).await?.ok_or(GroupError::NotFound)?;
    let granted = access::in_group(&who.actor, Some(&seat), right).ok_or(GroupError::NotAllowed)?;
    Ok(Inside {
        group,
        seat,
        granted,
    })
}

/// What somebody who may be outside sees of a group, and with which eyes.
pub(crate) async fn seen(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    id: GroupId,
    by_link: bool,
) -> Result<(Group, GroupSight, Viewer), GroupError> {
    let group = read.group(id).await?.ok_or(GroupError::NotFound)?;
    let viewer = read.viewer(who.helper()).await?;
    let invited = invite::of_helper(app, read, who, &viewer)
        .await?
        .iter()
        .any(|row| row.group == id);
    let friend = read
        .friends_of_groups_of(who.helper())
        .await?
        .iter()
        .any(|(_, other)| *other == id);
    let facts = GroupFacts::of(&group)
        .inviting(invited || by_link)
        .befriended(friend);
    match viewer.group(facts) {
        GroupSight::Nothing => Err(GroupError::NotFound),
        sight @ (GroupSight::Face | GroupSight::Members | GroupSight::Inside) => {
            Ok((group, sight, viewer))
        }
    }
}
