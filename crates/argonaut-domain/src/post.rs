//! Posts: what helpers tell each other (asks, offers, thanks, stories), for whom, and for
//! how long. Nothing of a client's record is in here: a post cannot name one.

use serde::{Deserialize, Serialize};

use crate::card::CardNeed;
use crate::clock::Timestamp;
use crate::ids::{CommentId, GroupId, HelperId, PostId};
use crate::place::Place;
use crate::taxonomy::TermId;
use crate::trust::TrustLevel;
use crate::word::words;

words! {
    /// What a post is for.
    pub enum PostKind {
        /// "Who could help with …?"
        Ask = "ask",
        /// "I can help with …"
        Offer = "offer",
        /// Thanks to those who helped.
        Thanks = "thanks",
        /// What went well, without names.
        Story = "story",
    }
}

/// Days for which an ask or an offer stays unless it is renewed.
pub const POST_DAYS: i64 = 30;
/// Days after which a post whose time is over is deleted.
pub const POST_FORGOTTEN_DAYS: i64 = 90;

impl PostKind {
    /// When a post of this kind ends by itself; thanks and stories stay.
    pub const fn ends(self, now: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Ask | Self::Offer => Some(now.plus_days(POST_DAYS)),
            Self::Thanks | Self::Story => None,
        }
    }
}

/// For whom a post is. Its author is always shown to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostAudience {
    /// Every helper here.
    Everyone,
    /// The author's contacts.
    Contacts,
    /// Helpers whom the author trusts at least so far.
    Trusted(TrustLevel),
    /// The members of these groups.
    Groups(Vec<GroupId>),
}

/// What a post says, as its author typed and chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostContent {
    /// For whom.
    pub audience: PostAudience,
    /// The words, without what the author had masked.
    pub words: String,
    /// What is asked for. A sensitive need is never named here.
    pub needs: Vec<CardNeed>,
    /// What is offered.
    pub offers: Vec<TermId>,
    /// About where, as coarsely as the author or the gate has it.
    pub place: Place,
}

/// A post as storage keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Which. Sorts by time.
    pub id: PostId,
    /// Who wrote it.
    pub author: HelperId,
    /// What it is for.
    pub kind: PostKind,
    /// What it says.
    pub content: PostContent,
    /// When it was written.
    pub made: Timestamp,
    /// When its words last changed.
    pub edited: Option<Timestamp>,
    /// When it ends by itself.
    pub expires: Option<Timestamp>,
    /// When an ask was closed as solved.
    pub solved: Option<Timestamp>,
    /// When moderators took it off everybody's screen but the author's.
    pub hidden: Option<Timestamp>,
    /// Grows with each change, for optimistic concurrency.
    pub version: i64,
}

impl Post {
    /// Whether its time is not over, and moderators left it on show.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.hidden.is_none() && self.expires.is_none_or(|end| now < end)
    }
    /// Whether it can be answered.
    pub fn is_open_ask(&self, now: Timestamp) -> bool {
        self.kind == PostKind::Ask && self.solved.is_none() && self.is_live(now)
    }
}

/// A comment on a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Which. Sorts by time.
    pub id: CommentId,
    /// On which post.
    pub post: PostId,
    /// Who wrote it.
    pub author: HelperId,
    /// The words.
    pub words: String,
    /// When.
    pub made: Timestamp,
    /// When moderators took it off everybody's screen but the author's.
    pub hidden: Option<Timestamp>,
}

words! {
    /// What somebody who answers an ask can give.
    pub enum AnswerKind {
        /// "I can help."
        Help = "help",
        /// "I know somebody."
        KnowSomebody = "know_somebody",
    }
}

words! {
    /// What became of an answer.
    pub enum AnswerState {
        /// The asker has not said anything yet.
        Waiting = "waiting",
        /// The asker took it up.
        Accepted = "accepted",
        /// The asker declined with thanks.
        Declined = "declined",
        /// The ask was solved, and this answer helped.
        Helped = "helped",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_and_offers_end_and_the_others_stay() {
        let now = Timestamp::from_micros(0);
        for kind in PostKind::ALL {
            let ends = kind.ends(now);
            let passing = matches!(kind, PostKind::Ask | PostKind::Offer);
            assert_eq!(ends.is_some(), passing, "{kind}");
            assert!(ends.is_none_or(|end| end == now.plus_days(30)));
        }
    }
}
