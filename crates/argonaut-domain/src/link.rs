//! A client's link: one purpose, one client, an end. Whoever holds its token
//! acts as the client, within that purpose; nothing of a record is in here.

use crate::clock::Timestamp;
use crate::ids::{ClientId, HelperId, LinkId, MatchId};
use crate::locale::Locale;
use crate::word::words;

words! {
    /// What a client's link is for.
    pub enum LinkPurpose {
        /// To be asked whether a card may be shared.
        Share = "share",
        /// To be asked about one introduction.
        Introduce = "introduce",
        /// To see what is kept and shared, and to withdraw.
        See = "see",
    }
}

words! {
    /// What a client answers.
    pub enum LinkAnswer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// "Talk to me first."
        Talk = "talk",
    }
}

words! {
    /// What a client asks of the helper about the record.
    pub enum RequestKind {
        /// Something in it is wrong.
        Correct = "correct",
        /// It is to be erased.
        Erase = "erase",
    }
}

/// Days for which a link holds unless the helper chooses otherwise.
pub const LINK_DAYS: i64 = 14;
/// The longest a link holds, in days.
pub const LINK_MAX_DAYS: i64 = 90;
/// So many changes one link may make; more is no client's doing.
pub const LINK_MOST_ACTS: i64 = 30;

/// A client's link, as storage knows it. The token is known to its holder alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientLink {
    /// Which.
    pub id: LinkId,
    /// Whose.
    pub client: ClientId,
    /// About which introduction, if it is about one.
    pub introduction: Option<MatchId>,
    /// Which helper made it.
    pub made_by: HelperId,
    /// What for.
    pub purpose: LinkPurpose,
    /// In which language its page begins.
    pub language: Locale,
    /// When it was made.
    pub made: Timestamp,
    /// When it ends by itself.
    pub ends: Timestamp,
    /// When it was ended before its time.
    pub revoked: Option<Timestamp>,
    /// When its page was first opened.
    pub opened: Option<Timestamp>,
    /// What was answered last, and when.
    pub answer: Option<(LinkAnswer, Timestamp)>,
    /// How many changes it made.
    pub acts: i64,
}

impl ClientLink {
    /// Whether it opens anything at `now`.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.revoked.is_none() && now < self.ends
    }
}

/// A request that a client made through a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientRequest {
    /// Which.
    pub id: crate::ids::RequestId,
    /// Through which link.
    pub link: LinkId,
    /// What is asked for.
    pub kind: RequestKind,
    /// When.
    pub made: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_link_ends_by_time_and_by_hand() {
        let at = Timestamp::from_micros;
        let mut link = ClientLink {
            id: LinkId::from_uuid(Uuid::from_u128(1)),
            client: ClientId::from_uuid(Uuid::from_u128(2)),
            introduction: None,
            made_by: HelperId::from_uuid(Uuid::from_u128(3)),
            purpose: LinkPurpose::See,
            language: Locale::En,
            made: at(10),
            ends: at(20),
            revoked: None,
            opened: None,
            answer: None,
            acts: 0,
        };
        assert!(link.is_live(at(19)) && !link.is_live(at(20)));
        link.revoked = Some(at(15));
        assert!(!link.is_live(at(16)));
    }
}
