//! A group's page: what it says, who is in it, what its members look for and offer in sum,
//! and what waits.

use std::collections::BTreeMap;

use argonaut_domain::access::{GroupFacts, GroupRight, GroupSight, HelperFacts, Sight, Viewer};
use argonaut_domain::card::Audience;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::event::Event;
use argonaut_domain::group::{Group, GroupLink, GroupRole, GroupSeat};
use argonaut_domain::ids::{GroupId, HelperId};
use argonaut_domain::taxonomy::TermId;

use super::list::GroupLine;
use super::{GroupError, events, invite, links, seen};
use crate::app::App;
use crate::error::Trouble;
use crate::helpers::view::safe_count;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// Somebody in a group, as the reader sees them.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who.
    pub face: Face,
    /// In which part.
    pub role: GroupRole,
    /// Since when.
    pub since: Timestamp,
    /// Whether they accepted the agreement as it reads now.
    pub agreed: bool,
}

/// Another group, and what stands between the two.
#[derive(Clone, Debug)]
pub struct Friend {
    /// The other group.
    pub line: GroupLine,
    /// Whether both accepted.
    pub accepted: bool,
    /// Whether the other one asked.
    pub asked_us: bool,
}

/// Somebody who is invited and has not answered.
#[derive(Clone, Debug)]
pub struct Invited {
    /// Who.
    pub face: Face,
    /// In which part.
    pub role: GroupRole,
    /// Until when.
    pub expires: Timestamp,
}

/// A group's page.
pub struct GroupPage {
    /// The group.
    pub group: Group,
    /// What the reader sees of it.
    pub sight: GroupSight,
    /// The reader's place in it.
    pub seat: Option<GroupSeat>,
    /// Whether the reader is invited.
    pub invited: bool,
    /// Whether the reader asked to join.
    pub asked: bool,
    /// Who is in it: everybody for those inside and friends, coordinators whom the reader
    /// finds for others.
    pub members: Vec<Member>,
    /// How many are in it, for those who do not see them: none under 11, rounded to 5.
    pub size: usize,
    /// How many ask to join, for those who answer them.
    pub requests: usize,
    /// Who is invited, for those who invite.
    pub invitations: Vec<Invited>,
    /// Links into it, for those who invite.
    pub links: Vec<GroupLink>,
    /// Other groups: friends for everybody inside, requests for those who answer them.
    pub friends: Vec<Friend>,
    /// Groups that could be asked to be friends, for those who ask.
    pub others: Vec<GroupLine>,
    /// Contacts who are not in it, for those who invite.
    pub contacts: Vec<Face>,
    /// What cards for the group need, in sum.
    pub needs: Vec<(TermId, usize)>,
    /// What cards for the group offer, in sum.
    pub offers: Vec<(TermId, usize)>,
    /// Its coming events that the reader sees.
    pub events: Vec<Event>,
    /// How many clients the reader shares with it.
    pub shared: usize,
    /// The present.
    pub now: Timestamp,
}

impl GroupPage {
    /// Whether the reader may do that here.
    pub fn may(&self, right: GroupRight) -> bool {
        self.seat.is_some_and(|seat| seat.may(right))
    }
}

/// Looks at a group; `token` is that of a link.
///
/// # Errors
/// [`GroupError::NotFound`] for a group that the reader does not see.
pub async fn look(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    token: Option<&str>,
) -> Result<GroupPage, GroupError> {
    let me = who.helper();
    let mut read = app.store.read().await?;
    let by_link = match token {
        Some(token) => links::open(app, &mut read, token)
            .await?
            .is_some_and(|link| link.group == id),
        None => false,
    };
    let (group, sight, viewer) = seen(app, &mut read, who, id, by_link).await?;
    let seat = read.group_seat(id, me).await?;
    let seats = read.group_seats(id).await?;
    let invited = invite::of_helper(app, &mut read, who, &viewer)
        .await?
        .iter()
        .any(|row| row.group == id);
    let asked = read.groups_asked(me).await?.contains(&id);
    let right = |right| argonaut_domain::access::in_group(&who.actor, seat.as_ref(), right);
    let world = app.world();
    let face = |helper: HelperId| people::face(&world, &viewer, helper);
    let requests = match right(GroupRight::Admit) {
        Some(granted) => read
            .group_requests(&granted)
            .await?
            .iter()
            .filter(|row| face(row.helper).is_some())
            .count(),
        None => 0,
    };
    let (invitations, links) = match right(GroupRight::Invite) {
        Some(granted) => (
            read.group_invitations(&granted).await?,
            read.group_links(&granted).await?,
        ),
        None => (Vec::new(), Vec::new()),
    };
    let invitations: Vec<Invited> = invitations
        .into_iter()
        .filter_map(|row| {
            face(row.helper).map(|face| Invited {
                face,
                role: row.role,
                expires: row.expires,
            })
        })
        .collect();
    let mut friends = Vec::new();
    let mut others = Vec::new();
    if sight == GroupSight::Inside {
        let answers = right(GroupRight::Edit).is_some();
        for row in read.group_friends(id).await? {
            let Some(other) = read.group(row.other).await? else {
                continue;
            };
            let facts = GroupFacts::of(&other).befriended(row.accepted);
            if (row.accepted || answers) && viewer.group(facts) != GroupSight::Nothing {
                friends.push(Friend {
                    line: GroupLine::of(&other, None, row.accepted),
                    accepted: row.accepted,
                    asked_us: row.asked_by != id,
                });
            }
        }
        if answers && group.profile.kind.is_findable() {
            others = read
                .groups()
                .await?
                .iter()
                .filter(|of| {
                    of.id != id
                        && of.profile.kind.is_findable()
                        && !friends.iter().any(|friend| friend.line.id == of.id)
                })
                .map(|of| GroupLine::of(of, None, false))
                .collect();
        }
    }
    let shared = if right(GroupRight::Work).is_some() {
        read.shared_clients(id)
            .await?
            .iter()
            .filter(|row| row.lead == Some(me))
            .count()
    } else {
        0
    };
    let events = events::seen_of(app, &mut read, &viewer, sight, id).await?;
    drop(read);
    let members: Vec<Member> = seats
        .iter()
        .filter(|of| {
            world.helpers.get(&of.helper).is_some_and(|helper| {
                let facts = HelperFacts::of(helper);
                viewer.sees_member(sight, facts)
                    || of.role == GroupRole::Coordinator && viewer.finds_helper(facts)
            })
        })
        .filter_map(|of| {
            face(of.helper).map(|face| Member {
                face,
                role: of.role,
                since: of.since,
                agreed: of.agreed,
            })
        })
        .collect();
    let mut contacts: Vec<Face> = viewer
        .contacts()
        .filter(|id| {
            right(GroupRight::Invite).is_some() && !seats.iter().any(|of| of.helper == *id)
        })
        .filter(|id| !invitations.iter().any(|of| of.face.id == *id))
        .filter_map(face)
        .collect();
    contacts.sort_by_cached_key(|face| crate::fuzzy::plain(&face.name));
    let (needs, offers) = if right(GroupRight::Work).is_some() {
        sums(app, &viewer, id)
    } else {
        (Vec::new(), Vec::new())
    };
    Ok(GroupPage {
        events,
        size: safe_count(seats.len()),
        group,
        sight,
        seat,
        invited,
        asked,
        members,
        requests,
        invitations,
        links,
        friends,
        others,
        contacts,
        needs,
        offers,
        shared,
        now: app.now(),
    })
}

type Sums = Vec<(TermId, usize)>;

/// Needs and offers over the cards that are for this group and that the reader sees.
fn sums(app: &App, viewer: &Viewer, id: GroupId) -> (Sums, Sums) {
    let world = app.world();
    let now = app.now();
    let mut needs: BTreeMap<TermId, usize> = BTreeMap::new();
    let mut offers: BTreeMap<TermId, usize> = BTreeMap::new();
    for card in world.cards.values() {
        let for_group = matches!(&card.audience, Audience::Groups(groups) if groups.contains(&id));
        if !for_group || world.sight(viewer, card, now) == Sight::Nothing {
            continue;
        }
        for (term, _) in card.content.named_needs() {
            *needs.entry(term).or_default() += 1;
        }
        for term in &card.content.offers {
            *offers.entry(*term).or_default() += 1;
        }
    }
    (safe(needs), safe(offers))
}

fn safe(counts: BTreeMap<TermId, usize>) -> Sums {
    let mut shown: Sums = counts
        .into_iter()
        .map(|(term, count)| (term, safe_count(count)))
        .filter(|(_, count)| *count > 0)
        .collect();
    shown.sort_by_key(|(term, count)| (usize::MAX - count, *term));
    shown
}

/// The names of groups that the reader sees, for notices.
///
/// # Errors
/// When storage fails.
pub async fn name(app: &App, who: &SignedIn, id: GroupId) -> Result<Option<String>, Trouble> {
    let mut read = app.store.read().await?;
    match seen(app, &mut read, who, id, false).await {
        Ok((group, _, _)) => Ok(Some(group.profile.name)),
        Err(GroupError::Trouble(trouble)) => Err(trouble),
        Err(_) => Ok(None),
    }
}
