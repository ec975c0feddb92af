//! A conversation, opened by the rules for one helper: the right to it, whom it is with, and
//! whether they may write.

use argonaut_domain::access::{self, Between, Bonds, Granted, GroupRight, HelperFacts, Viewer};
use argonaut_domain::ids::{ConversationId, GroupId, HelperId};
use argonaut_store::{ConversationRow, Read};

use super::MessageError;
use crate::app::App;
use crate::error::Trouble;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// With whom a conversation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Partner {
    /// One other helper.
    Helper(Face),
    /// A group, by its name.
    Group(GroupId, String),
}

/// A conversation that may be opened.
pub(super) struct Talk {
    pub(super) granted: Granted<ConversationId>,
    pub(super) between: Between,
    pub(super) partner: Partner,
    pub(super) viewer: Viewer,
    pub(super) may_write: bool,
}

impl Talk {
    pub(super) const fn id(&self) -> ConversationId {
        self.granted.subject()
    }
    pub(super) const fn row(&self) -> ConversationRow {
        ConversationRow {
            id: self.granted.subject(),
            between: self.between,
        }
    }
}

/// What the rules know of a helper.
pub(super) fn facts(app: &App, id: HelperId) -> Option<HelperFacts> {
    let world = app.world();
    world.helpers.get(&id).map(|helper| HelperFacts::of(helper))
}

/// Opens a conversation.
pub(super) async fn open(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    id: ConversationId,
) -> Result<Talk, MessageError> {
    let viewer = read.viewer(who.helper()).await?;
    let row = read.conversation(id).await?;
    enter(app, read, who, viewer, id, row.map(|row| row.between)).await
}

/// The same, with the viewer and the row at hand. A group's conversation is there before
/// anything was written in it.
pub(super) async fn enter(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    viewer: Viewer,
    id: ConversationId,
    between: Option<Between>,
) -> Result<Talk, MessageError> {
    match between {
        Some(between @ Between::Two(..)) => {
            let other = between.other(who.helper()).ok_or(MessageError::NotFound)?;
            of_two(app, read, who, viewer, (id, between, other)).await
        }
        Some(Between::Group(group)) => of_group(read, who, viewer, group).await,
        None => of_group(read, who, viewer, GroupId::from_uuid(id.uuid())).await,
    }
}

/// A conversation with one other helper; the row may be still to be made.
pub(super) async fn of_two(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    viewer: Viewer,
    (id, between, other): (ConversationId, Between, HelperId),
) -> Result<Talk, MessageError> {
    let of = facts(app, other).ok_or(MessageError::NotFound)?;
    let granted =
        access::in_talk(&who.actor, &viewer, id, between, of).ok_or(MessageError::NotFound)?;
    let face = people::face(&app.world(), &viewer, other).ok_or(MessageError::NotFound)?;
    let bonds = bonds(read, &viewer, who.helper(), other).await?;
    Ok(Talk {
        granted,
        between,
        partner: Partner::Helper(face),
        may_write: viewer.may_write_to(of, bonds),
        viewer,
    })
}

async fn of_group(
    read: &mut Read,
    who: &SignedIn,
    viewer: Viewer,
    id: GroupId,
) -> Result<Talk, MessageError> {
    let seat = read.group_seat(id, who.helper()).await?;
    let may = |right| access::in_group_talk(&who.actor, seat.as_ref(), right);
    let granted = may(GroupRight::Read).ok_or(MessageError::NotFound)?;
    let group = read.group(id).await?.ok_or(MessageError::NotFound)?;
    Ok(Talk {
        granted,
        between: Between::Group(id),
        partner: Partner::Group(id, group.profile.name),
        may_write: may(GroupRight::Post).is_some(),
        viewer,
    })
}

/// What binds two helpers, beside contact.
pub(super) async fn bonds(
    read: &mut Read,
    viewer: &Viewer,
    me: HelperId,
    other: HelperId,
) -> Result<Bonds, Trouble> {
    let mut bonds = Bonds::default();
    if viewer.is_contact(other) {
        return Ok(bonds);
    }
    for group in viewer.groups() {
        bonds.group |= read.group_seat(group, other).await?.is_some();
    }
    let shared = read.matches_between(me, other).await?;
    bonds.joint_work = shared.iter().any(argonaut_store::MatchRow::names_shown);
    Ok(bonds)
}

/// Those to whom a message is sealed, the writer among them.
pub(super) async fn readers(
    app: &App,
    read: &mut Read,
    talk: &Talk,
) -> Result<Vec<HelperId>, Trouble> {
    let mut readers = match talk.between {
        Between::Two(one, two) => vec![one, two],
        Between::Group(group) => {
            let world = app.world();
            let hears = |id| {
                let helper = world.helpers.get(&id);
                helper.is_some_and(|of| talk.viewer.exchanges_with(HelperFacts::of(of)))
            };
            let seats = read.group_seats(group).await?.into_iter();
            seats
                .filter(|seat| seat.may(GroupRight::Read) && hears(seat.helper))
                .map(|seat| seat.helper)
                .collect()
        }
    };
    readers.sort_unstable();
    Ok(readers)
}
