//! Groups: helpers who work together, such as a church, an agency or a street. What a
//! member may do in one stands in `access::group`.

use crate::clock::Timestamp;
use crate::ids::{GroupId, HelperId};
use crate::language::LanguageId;
use crate::place::Place;
use crate::taxonomy::TermId;
use crate::word::words;

words! {
    /// How one comes to be a member.
    pub enum GroupKind {
        /// Anybody here joins, without asking.
        Open = "open",
        /// Anybody may ask, and answers the coordinators' questions.
        ByRequest = "request",
        /// Only by an invitation. Everybody finds the group.
        ByInvitation = "invitation",
        /// Only by an invitation, and nobody else knows that it is there.
        Secret = "secret",
    }
}

impl GroupKind {
    /// Whether somebody looked at each member before they joined. Only such a group is a
    /// narrow audience: of an open one anybody can become a member to look at a card.
    pub const fn is_vetted(self) -> bool {
        match self {
            Self::Open => false,
            Self::ByRequest | Self::ByInvitation | Self::Secret => true,
        }
    }
    /// Whether those who are not in it can find it.
    pub const fn is_findable(self) -> bool {
        match self {
            Self::Open | Self::ByRequest | Self::ByInvitation => true,
            Self::Secret => false,
        }
    }
}

words! {
    /// The part that a helper has in a group.
    pub enum GroupRole {
        /// Answers for the group: who is in it, and what it says.
        Coordinator = "coordinator",
        /// Works in it.
        Member = "member",
        /// Reads what the group writes, and sees no cards.
        Observer = "observer",
    }
}

/// What a group says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupProfile {
    /// Its name.
    pub name: String,
    /// What it is about.
    pub about: String,
    /// How one joins.
    pub kind: GroupKind,
    /// Where it works.
    pub place: Place,
    /// Kinds of clients for whom it works.
    pub situations: Vec<TermId>,
    /// Needs with which it helps.
    pub needs: Vec<TermId>,
    /// Languages that its members speak.
    pub languages: Vec<LanguageId>,
    /// What is asked of those who ask to join.
    pub questions: Vec<String>,
    /// What everybody accepts who joins; empty for none.
    pub agreement: String,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which.
    pub id: GroupId,
    /// What it says about itself.
    pub profile: GroupProfile,
    /// Which text of the agreement it is: grows with each change of it.
    pub agreement_version: i64,
    /// When it was made.
    pub made: Timestamp,
    /// When it was closed.
    pub closed: Option<Timestamp>,
    /// Grows with each change.
    pub version: i64,
}

/// A helper's place in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupSeat {
    /// In which group.
    pub group: GroupId,
    /// Who.
    pub helper: HelperId,
    /// In which part.
    pub role: GroupRole,
    /// Whether they accepted the agreement as it reads now.
    pub agreed: bool,
    /// Since when.
    pub since: Timestamp,
}

/// A link into a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupLink {
    /// Which.
    pub id: crate::ids::GroupLinkId,
    /// Into which group.
    pub group: GroupId,
    /// Whether whoever has it joins at once; otherwise a coordinator says yes first.
    pub trusted: bool,
    /// Who made it.
    pub made_by: HelperId,
    /// When.
    pub made: Timestamp,
    /// Until when it can be used.
    pub expires: Timestamp,
    /// How many used it.
    pub uses: i64,
    /// How many may.
    pub most_uses: i64,
    /// When it was taken back.
    pub revoked: Option<Timestamp>,
}

impl GroupLink {
    /// Whether it can still be used.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.revoked.is_none() && now < self.expires && self.uses < self.most_uses
    }
}
