//! What helpers do together in the random society: groups, posts and comments.

use std::collections::BTreeSet;

use argonaut_app::groups::events::{self, EventDraft};
use argonaut_app::groups::{invite, join, make};
use argonaut_app::messages;
use argonaut_app::posts::{comment, write};
use argonaut_domain::group::{GroupKind, GroupProfile, GroupRole};
use argonaut_domain::ids::{ConversationId, EventId, GroupId, PostId};
use argonaut_domain::place::Place;
use argonaut_domain::post::{PostAudience, PostContent, PostKind};
use argonaut_domain::trust::TrustLevel;
use rand::RngExt as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;

use crate::society::Society;

/// A group as the test knows it.
pub(crate) struct Gathering {
    pub(crate) id: GroupId,
    pub(crate) name: String,
    pub(crate) kind: GroupKind,
    pub(crate) coordinator: usize,
    pub(crate) members: BTreeSet<usize>,
    /// Those of them who read alone.
    pub(crate) observers: BTreeSet<usize>,
    pub(crate) invited: BTreeSet<usize>,
}

/// An event as the test knows it.
pub(crate) struct Planned {
    pub(crate) id: EventId,
    pub(crate) group: usize,
    pub(crate) title: String,
}

/// A post as the test knows it.
pub(crate) struct Written {
    pub(crate) id: PostId,
    pub(crate) author: usize,
    pub(crate) words: String,
    pub(crate) audience: PostAudience,
    /// Who commented, with which word.
    pub(crate) comments: Vec<(usize, String)>,
}

/// A message as the test knows it.
pub(crate) struct Talked {
    pub(crate) id: ConversationId,
    pub(crate) from: usize,
    pub(crate) between: Option<(usize, usize)>,
    pub(crate) group: Option<usize>,
    pub(crate) said: String,
}

impl Society {
    /// One group of each kind, twice.
    pub(crate) async fn gather(&mut self, rng: &mut StdRng) {
        for number in 0..2 * GroupKind::ALL.len() {
            let kind = GroupKind::ALL[number % GroupKind::ALL.len()];
            let name = format!("Gq{number:02}qg");
            let coordinator = rng.random_range(0..self.people.len());
            let who = self.people[coordinator].who.clone();
            let profile = GroupProfile {
                name: name.clone(),
                about: String::new(),
                kind,
                place: Place::Anywhere,
                situations: Vec::new(),
                needs: Vec::new(),
                languages: Vec::new(),
                questions: Vec::new(),
                agreement: String::new(),
            };
            let id = make::make(&self.test.app, &who, profile).await.unwrap();
            let mut group = Gathering {
                id,
                name,
                kind,
                coordinator,
                members: BTreeSet::from([coordinator]),
                observers: BTreeSet::new(),
                invited: BTreeSet::new(),
            };
            for other in 0..self.people.len() {
                if other == coordinator || !rng.random_bool(0.3) {
                    continue;
                }
                let role = if rng.random_bool(0.25) {
                    GroupRole::Observer
                } else {
                    GroupRole::Member
                };
                let to = self.people[other].id();
                if invite::invite(&self.test.app, &who, id, to, role)
                    .await
                    .is_err()
                {
                    continue;
                }
                if rng.random_bool(0.2) {
                    group.invited.insert(other);
                    continue;
                }
                let wish = join::Wish::default();
                join::join(&self.test.app, &self.people[other].who, id, wish)
                    .await
                    .unwrap();
                group.members.insert(other);
                if role == GroupRole::Observer {
                    group.observers.insert(other);
                }
            }
            self.groups.push(group);
        }
    }

    /// A vetted group for which this helper may show a card.
    pub(crate) fn a_group_of(&self, owner: usize, rng: &mut StdRng) -> Option<GroupId> {
        let own: Vec<GroupId> = self
            .groups
            .iter()
            .filter(|group| {
                group.kind != GroupKind::Open
                    && group.members.contains(&owner)
                    && !group.observers.contains(&owner)
            })
            .map(|group| group.id)
            .collect();
        own.choose(rng).copied()
    }

    /// An event of each group, by its coordinator.
    pub(crate) async fn plan(&mut self) {
        let at = |days| argonaut_domain::event::local(self.test.app.now().plus_days(days), "UTC");
        for (group, of) in self.groups.iter().enumerate() {
            let title = format!("eq{group:02}qe");
            let draft = EventDraft {
                title: title.clone(),
                starts: at(200),
                ends: at(201),
                zone: "UTC".to_owned(),
                ..EventDraft::default()
            };
            let who = &self.people[of.coordinator].who;
            let id = events::make(&self.test.app, who, of.id, draft)
                .await
                .unwrap();
            self.events.push(Planned { id, group, title });
        }
    }

    /// Whether an event is for me: whoever is in its group, and may meet its maker.
    pub(crate) fn sees_event(&self, me: usize, event: &Planned) -> bool {
        let group = &self.groups[event.group];
        let inside = group.members.contains(&me) || group.observers.contains(&me);
        inside && (me == group.coordinator || self.may_meet(me, group.coordinator))
    }

    /// Everybody writes to everybody to whom they may, and in their groups.
    pub(crate) async fn talk(&mut self) {
        for from in 0..self.people.len() {
            for to in 0..self.people.len() {
                let said = format!("mq{from:02}m{to:02}qm");
                let draft = messages::write::Draft {
                    words: said.clone(),
                    files: Vec::new(),
                };
                let who = &self.people[from].who;
                let other = self.people[to].id();
                let sent = messages::write::write_to(&self.test.app, who, other, draft).await;
                if let Ok(id) = sent {
                    let between = Some((from, to));
                    self.talks.push(Talked {
                        id,
                        from,
                        between,
                        group: None,
                        said,
                    });
                }
            }
            for group in 0..self.groups.len() {
                let said = format!("mq{from:02}g{group:02}qm");
                let draft = messages::write::Draft {
                    words: said.clone(),
                    files: Vec::new(),
                };
                let id = ConversationId::of_group(self.groups[group].id);
                let who = &self.people[from].who;
                if messages::write::reply(&self.test.app, who, id, draft)
                    .await
                    .is_ok()
                {
                    let group = Some(group);
                    self.talks.push(Talked {
                        id,
                        from,
                        between: None,
                        group,
                        said,
                    });
                }
            }
        }
        assert!(self.talks.iter().any(|of| of.group.is_some()));
        assert!(self.talks.iter().any(|of| of.between.is_some()));
    }

    /// Whether a message is for me: the two while they may meet, or those in the group who
    /// may meet its writer.
    pub(crate) fn hears(&self, me: usize, talk: &Talked) -> bool {
        let inside = match (talk.between, talk.group) {
            (Some((from, to)), _) => {
                (me == from && self.may_meet(me, to)) || (me == to && self.may_meet(me, from))
            }
            (None, Some(group)) => self.groups[group].members.contains(&me),
            (None, None) => false,
        };
        inside && self.may_meet(me, talk.from)
    }

    /// A post of everybody, and comments of some who may read it.
    pub(crate) async fn write(&mut self, rng: &mut StdRng) {
        for author in 0..self.people.len() {
            let own: Vec<GroupId> = self
                .groups
                .iter()
                .filter(|group| {
                    group.members.contains(&author) && !group.observers.contains(&author)
                })
                .map(|group| group.id)
                .collect();
            let audience = match rng.random_range(0..4) {
                0 => PostAudience::Everyone,
                1 => PostAudience::Contacts,
                2 => PostAudience::Trusted(TrustLevel::Trusted),
                _ => match own.choose(rng) {
                    Some(group) => PostAudience::Groups(vec![*group]),
                    None => PostAudience::Contacts,
                },
            };
            let words = format!("pq{author:02}qp");
            let content = PostContent {
                audience: audience.clone(),
                words: words.clone(),
                needs: Vec::new(),
                offers: Vec::new(),
                place: Place::Anywhere,
            };
            let who = self.people[author].who.clone();
            let id = write::write(&self.test.app, &who, PostKind::Story, content)
                .await
                .unwrap();
            let mut comments = Vec::new();
            for other in 0..self.people.len() {
                if !rng.random_bool(0.3) {
                    continue;
                }
                let said = format!("oq{author:02}o{other:02}qo");
                let done =
                    comment::comment(&self.test.app, &self.people[other].who, id, &said).await;
                if done.is_ok() {
                    comments.push((other, said));
                }
            }
            self.posts.push(Written {
                id,
                author,
                words,
                audience,
                comments,
            });
        }
    }

    /// Whether I know that a group is there.
    pub(crate) fn knows_group(&self, me: usize, group: &Gathering) -> bool {
        group.kind != GroupKind::Secret
            || group.members.contains(&me)
            || (group.invited.contains(&me) && self.may_meet(me, group.coordinator))
    }

    /// Whether the other one invites me into a group.
    pub(crate) fn invites(&self, me: usize, other: usize) -> bool {
        self.groups
            .iter()
            .any(|group| group.invited.contains(&me) && group.coordinator == other)
    }

    /// Whether two are in the same group.
    pub(crate) fn share_a_group(&self, me: usize, other: usize) -> bool {
        self.groups
            .iter()
            .any(|group| group.members.contains(&me) && group.members.contains(&other))
    }

    /// Whether a helper works in one of these groups, or, with `reads`, is in one at all.
    pub(crate) fn is_in_one(&self, me: usize, groups: &[GroupId], reads: bool) -> bool {
        self.groups.iter().any(|group| {
            groups.contains(&group.id)
                && group.members.contains(&me)
                && (reads || !group.observers.contains(&me))
        })
    }

    /// Whether a post opens for me; `None` where the degree of trust decides.
    pub(crate) fn sees_post(&self, me: usize, post: &Written) -> Option<bool> {
        if me == post.author {
            return Some(true);
        }
        if !self.may_meet(me, post.author) {
            return Some(false);
        }
        match &post.audience {
            PostAudience::Everyone => Some(true),
            PostAudience::Contacts => Some(self.is_contact(me, post.author)),
            PostAudience::Trusted(_) => self.is_trusted(post.author, me),
            PostAudience::Groups(groups) => Some(self.is_in_one(me, groups, true)),
        }
    }

    /// Whether the other one wrote something that I may read.
    pub(crate) fn wrote_for(&self, me: usize, other: usize) -> bool {
        self.posts.iter().any(|post| {
            self.sees_post(me, post) != Some(false)
                && (post.author == other
                    || post.comments.iter().any(|(author, _)| *author == other))
        })
    }
}
