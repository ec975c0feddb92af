//! The words of safety: what can be reported and why, what moderators decide and by which
//! point of the agreement. Never who reported what: that is storage's, for moderators alone.

use uuid::Uuid;

use crate::ids::{CardId, GroupId, HelperId, MatchId, MessageId};
use crate::word::words;

words! {
    /// Why something is reported.
    pub enum ReportKind {
        /// A child, or an adult at risk, is in danger.
        Danger = "danger",
        /// It shows who a client is.
        ClientShown = "client_shown",
        /// Threats, insults, pressing.
        Harassment = "harassment",
        /// Money is asked for.
        MoneyAsked = "money_asked",
        /// Somebody passes for somebody else.
        Impersonation = "impersonation",
        /// Advertising.
        Spam = "spam",
        /// Anything else.
        Other = "other",
    }
}

impl ReportKind {
    /// Whether it cannot wait: such reports stand on top of the queue.
    pub const fn is_urgent(self) -> bool {
        match self {
            Self::Danger | Self::ClientShown => true,
            Self::Harassment
            | Self::MoneyAsked
            | Self::Impersonation
            | Self::Spam
            | Self::Other => false,
        }
    }
}

words! {
    /// The kinds of things that can be reported.
    pub enum SubjectKind {
        /// A helper's profile.
        Helper = "helper",
        /// A card.
        Card = "card",
        /// An enquiry or messages in joint work.
        Match = "match",
        /// A post.
        Post = "post",
        /// A comment.
        Comment = "comment",
        /// A group.
        Group = "group",
        /// A message of a conversation.
        Message = "message",
    }
}

/// What is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A helper's profile.
    Helper(HelperId),
    /// A card.
    Card(CardId),
    /// An enquiry or messages in joint work.
    Match(MatchId),
    /// A post.
    Post(Uuid),
    /// A comment.
    Comment(Uuid),
    /// A group.
    Group(GroupId),
    /// A message of a conversation.
    Message(MessageId),
}

impl Subject {
    /// Of which kind.
    pub const fn kind(self) -> SubjectKind {
        match self {
            Self::Helper(_) => SubjectKind::Helper,
            Self::Card(_) => SubjectKind::Card,
            Self::Match(_) => SubjectKind::Match,
            Self::Post(_) => SubjectKind::Post,
            Self::Comment(_) => SubjectKind::Comment,
            Self::Group(_) => SubjectKind::Group,
            Self::Message(_) => SubjectKind::Message,
        }
    }
    /// Its id, as storage keeps it.
    pub const fn uuid(self) -> Uuid {
        match self {
            Self::Helper(id) => id.uuid(),
            Self::Card(id) => id.uuid(),
            Self::Match(id) => id.uuid(),
            Self::Post(id) | Self::Comment(id) => id,
            Self::Group(id) => id.uuid(),
            Self::Message(id) => id.uuid(),
        }
    }
    /// The thing of this kind and id.
    pub const fn of(kind: SubjectKind, id: Uuid) -> Self {
        match kind {
            SubjectKind::Helper => Self::Helper(HelperId::from_uuid(id)),
            SubjectKind::Card => Self::Card(CardId::from_uuid(id)),
            SubjectKind::Match => Self::Match(MatchId::from_uuid(id)),
            SubjectKind::Post => Self::Post(id),
            SubjectKind::Comment => Self::Comment(id),
            SubjectKind::Group => Self::Group(GroupId::from_uuid(id)),
            SubjectKind::Message => Self::Message(MessageId::from_uuid(id)),
        }
    }
}

words! {
    /// What moderators decide.
    pub enum Outcome {
        /// Nothing was wrong.
        Nothing = "nothing",
        /// A friendly note to the helper.
        Note = "note",
        /// The thing is taken off the screens of others.
        Hide = "hide",
        /// The helper may not approach others until a date.
        Limit = "limit",
        /// The account rests until a date, or for good.
        Suspend = "suspend",
    }
}

words! {
    /// The numbered points of the agreement.
    pub enum Point {
        /// Clients come first.
        ClientsFirst = "1",
        /// Nobody is recognisable without their consent.
        Unrecognised = "2",
        /// Respect.
        Respect = "3",
        /// No money.
        NoMoney = "4",
        /// One's own name.
        OwnName = "5",
        /// Children, and adults at risk.
        AtRisk = "6",
        /// No advertising.
        NoAdvertising = "7",
        /// Honest reports.
        HonestReports = "8",
    }
}

words! {
    /// What a limited helper may not do.
    pub enum SocialAct {
        /// Send an enquiry.
        Enquire = "enquire",
        /// Ask to be a contact.
        AskContact = "ask_contact",
        /// Invite somebody.
        Invite = "invite",
        /// Write a post or a comment.
        Post = "post",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_comes_back_from_its_kind_and_id() {
        for kind in SubjectKind::ALL {
            let subject = Subject::of(*kind, Uuid::from_u128(7));
            assert_eq!(
                (subject.kind(), subject.uuid()),
                (*kind, Uuid::from_u128(7))
            );
        }
    }

    #[test]
    fn danger_and_a_client_shown_cannot_wait() {
        let urgent: Vec<_> = ReportKind::ALL
            .iter()
            .filter(|kind| kind.is_urgent())
            .collect();
        assert_eq!(urgent, [&ReportKind::Danger, &ReportKind::ClientShown]);
    }
}
