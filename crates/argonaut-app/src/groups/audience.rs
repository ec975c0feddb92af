//! Groups as an audience: which ones a helper may choose, and taking cards back from
//! groups that are no audience of their owner any more.

use std::collections::{BTreeSet, HashSet};

use argonaut_domain::access::GroupRight;
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::card::CardStatus;
use argonaut_domain::ids::{GroupId, HelperId};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::{Read, Write};

use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;
use crate::who::SignedIn;

/// A group that a helper may choose as an audience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosable {
    /// Which.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// The group of the helper whose friend it is; `None` for a group of their own.
    pub friend_of: Option<String>,
}

/// The groups that a helper may choose as an audience for a card or a post.
///
/// # Errors
/// When storage fails.
pub async fn choosable(app: &App, who: &SignedIn) -> Result<Vec<Choosable>, Trouble> {
    let mut read = app.store.read().await?;
    let mut found: Vec<Choosable> = Vec::new();
    for (id, friend_of) in usable(&mut read, who.helper()).await? {
        let Some(group) = read.group(id).await? else {
            continue;
        };
        let friend_of = match friend_of {
            Some(own) => read.group(own).await?.map(|own| own.profile.name),
            None => None,
        };
        found.push(Choosable {
            id,
            name: group.profile.name,
            friend_of,
        });
    }
    found.sort_by_cached_key(|of| (of.friend_of.is_some(), crate::fuzzy::plain(&of.name), of.id));
    Ok(found)
}

/// Whether a helper may choose all of these groups, and at least one. A group that anybody
/// may join is none: somebody could join to look.
pub(crate) async fn may_choose(
    read: &mut Read,
    helper: HelperId,
    groups: &[GroupId],
) -> Result<bool, Trouble> {
    let usable: HashSet<GroupId> = usable(read, helper)
        .await?
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    Ok(!groups.is_empty() && groups.iter().all(|group| usable.contains(group)))
}

/// The groups of a helper whose members are vetted, and their befriended groups of which
/// the same is true; the latter with the helper's own group.
async fn usable(
    read: &mut Read,
    helper: HelperId,
) -> Result<Vec<(GroupId, Option<GroupId>)>, Trouble> {
    let mut own = Vec::new();
    for seat in read.groups_of(helper).await? {
        let vetted = read
            .group(seat.group)
            .await?
            .is_some_and(|group| group.profile.kind.is_vetted());
        // The part counts, not whether a changed agreement was accepted yet: until then
        // nobody else's cards are seen, and one's own stay where they are.
        if vetted && seat.role.may(GroupRight::Work) {
            own.push(seat.group);
        }
    }
    let mut known: HashSet<GroupId> = own.iter().copied().collect();
    let mut all: Vec<_> = own.iter().map(|id| (*id, None)).collect();
    for (mine, other) in read.friends_of_groups_of(helper).await? {
        if !own.contains(&mine) || known.contains(&other) {
            continue;
        }
        let vetted = read
            .group(other)
            .await?
            .is_some_and(|group| group.profile.kind.is_vetted());
        if vetted {
            known.insert(other);
            all.push((other, Some(mine)));
        }
    }
    Ok(all)
}

/// Everybody in a group and in its befriended ones: whose cards may be for it.
pub(crate) async fn around(read: &mut Read, id: GroupId) -> Result<BTreeSet<HelperId>, Trouble> {
    let mut groups = vec![id];
    groups.extend(
        read.group_friends(id)
            .await?
            .iter()
            .filter(|friend| friend.accepted)
            .map(|friend| friend.other),
    );
    let mut helpers = BTreeSet::new();
    for group in groups {
        helpers.extend(
            read.group_seats(group)
                .await?
                .iter()
                .map(|seat| seat.helper),
        );
    }
    Ok(helpers)
}

/// Takes the cards of a helper back from groups that they may not choose any more. A card
/// for such groups alone comes down.
pub(crate) async fn recheck(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    helper: HelperId,
) -> Result<Vec<AuditEntry>, Trouble> {
    let cards = write.cards_for_groups(helper).await?;
    if cards.is_empty() {
        return Ok(Vec::new());
    }
    let usable: HashSet<GroupId> = usable(write, helper)
        .await?
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    let mut deeds = Vec::new();
    for (card, client, groups) in cards {
        let left: Vec<GroupId> = groups
            .iter()
            .copied()
            .filter(|group| usable.contains(group))
            .collect();
        if left.len() == groups.len() {
            continue;
        }
        let deed = if left.is_empty() {
            write
                .end_card(card, CardStatus::Withdrawn, app.now())
                .await?;
            Deed::CardWithdrawn
        } else {
            write.narrow_card(card, &left).await?;
            Deed::CardChanged
        };
        deeds.push(app.entry(Some(who.helper()), deed, card.uuid()));
        let kind = NoticeKind::CardLostGroup;
        tell(app, write, helper, kind, client.uuid()).await?;
    }
    Ok(deeds)
}
