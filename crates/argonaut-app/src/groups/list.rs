//! The directory of groups, and a helper's own.

use argonaut_domain::access::{GroupFacts, GroupRight, GroupSight, Viewer};
use argonaut_domain::group::{Group, GroupKind, GroupRole};
use argonaut_domain::ids::GroupId;
use argonaut_domain::locale::Locale;
use argonaut_domain::place::Place;

use super::invite;
use crate::app::App;
use crate::error::Trouble;
use crate::fuzzy;
use crate::people;
use crate::who::SignedIn;

/// A group in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupLine {
    /// Which.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub about: String,
    /// How one joins.
    pub kind: GroupKind,
    /// Where it works.
    pub place: Place,
    /// The reader's part in it.
    pub role: Option<GroupRole>,
    /// Whether it is befriended with a group of the reader.
    pub friend: bool,
}

impl GroupLine {
    pub(super) fn of(group: &Group, role: Option<GroupRole>, friend: bool) -> Self {
        Self {
            id: group.id,
            name: group.profile.name.clone(),
            about: group.profile.about.clone(),
            kind: group.profile.kind,
            place: group.profile.place,
            role,
            friend,
        }
    }
}

/// What waits in a group of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The group.
    pub line: GroupLine,
    /// How many ask to join; nothing for those who do not answer them.
    pub requests: usize,
    /// Which groups ask to be friends; nothing for those who do not answer them.
    pub friend_requests: usize,
    /// Whether its agreement has to be accepted again.
    pub to_agree: bool,
}

/// A helper's groups.
#[derive(Clone, Debug, Default)]
pub struct Mine {
    /// Those they are in.
    pub own: Vec<Own>,
    /// Those they are invited into.
    pub invited: Vec<GroupLine>,
    /// Those they asked to join.
    pub asked: Vec<GroupLine>,
}

/// The groups that fit a text and a place; own ones and friends first.
///
/// # Errors
/// When storage fails.
pub async fn directory(
    app: &App,
    who: &SignedIn,
    text: &str,
    place: Option<Place>,
) -> Result<Vec<GroupLine>, Trouble> {
    let mut read = app.store.read().await?;
    let viewer = read.viewer(who.helper()).await?;
    let invited = invite::of_helper(app, &mut read, who, &viewer).await?;
    let friends = read.friends_of_groups_of(who.helper()).await?;
    let seats = read.groups_of(who.helper()).await?;
    let wanted = fuzzy::Query::new(text);
    let mut found: Vec<(u32, GroupLine)> = Vec::new();
    for group in read.groups().await? {
        let friend = friends.iter().any(|(_, other)| *other == group.id);
        let facts = GroupFacts::of(&group)
            .inviting(invited.iter().any(|row| row.group == group.id))
            .befriended(friend);
        if viewer.group(facts) == GroupSight::Nothing {
            continue;
        }
        let at = group.profile.place;
        if place.is_some_and(|place| !place.contains(at) && !at.contains(place)) {
            continue;
        }
        let places: Vec<String> = Locale::ALL.iter().map(|of| at.label(*of)).collect();
        let words =
            std::iter::once(group.profile.name.as_str()).chain(places.iter().map(String::as_str));
        let Some(score) = wanted.score(words) else {
            continue;
        };
        let role = seats
            .iter()
            .find(|seat| seat.group == group.id)
            .map(|seat| seat.role);
        found.push((score, GroupLine::of(&group, role, friend)));
    }
    found.sort_by_cached_key(|(score, line)| {
        (
            line.role.is_none(),
            !line.friend,
            u32::MAX - score,
            fuzzy::plain(&line.name),
            line.id,
        )
    });
    Ok(found.into_iter().map(|(_, line)| line).collect())
}

/// A helper's own groups, with what waits in them.
///
/// # Errors
/// When storage fails.
pub async fn mine(app: &App, who: &SignedIn) -> Result<Mine, Trouble> {
    let mut read = app.store.read().await?;
    let viewer = read.viewer(who.helper()).await?;
    let mut mine = Mine::default();
    for seat in read.groups_of(who.helper()).await? {
        let Some(group) = read.group(seat.group).await? else {
            continue;
        };
        let granted = argonaut_domain::access::in_group(&who.actor, Some(&seat), GroupRight::Admit);
        let (mut requests, mut friend_requests) = (0, 0);
        if let Some(granted) = granted {
            let world = app.world();
            requests = read
                .group_requests(&granted)
                .await?
                .iter()
                .filter(|row| people::face(&world, &viewer, row.helper).is_some())
                .count();
            friend_requests = read
                .group_friends(group.id)
                .await?
                .iter()
                .filter(|row| !row.accepted && row.asked_by != group.id)
                .count();
        }
        mine.own.push(Own {
            line: GroupLine::of(&group, Some(seat.role), false),
            requests,
            friend_requests,
            to_agree: !seat.agreed,
        });
    }
    let invited: Vec<GroupId> = invite::of_helper(app, &mut read, who, &viewer)
        .await?
        .iter()
        .map(|row| row.group)
        .collect();
    for id in invited.iter().copied() {
        if let Some(line) = line(&mut read, &viewer, id, true).await? {
            mine.invited.push(line);
        }
    }
    for id in read.groups_asked(who.helper()).await? {
        // Who asked by a link into a group that nobody finds still knows that they asked.
        if let Some(line) = line(&mut read, &viewer, id, true).await? {
            mine.asked.push(line);
        }
    }
    Ok(mine)
}

async fn line(
    read: &mut argonaut_store::Read,
    viewer: &Viewer,
    id: GroupId,
    invited: bool,
) -> Result<Option<GroupLine>, Trouble> {
    let group = read.group(id).await?.filter(|group| {
        viewer.group(GroupFacts::of(group).inviting(invited)) != GroupSight::Nothing
    });
    Ok(group.map(|group| GroupLine::of(&group, None, false)))
}
