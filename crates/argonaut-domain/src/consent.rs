//! Consent: the recorded act of a client (or of whoever may speak for them),
//! and whether it still holds.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::ids::{ClientId, ConsentId, HelperId, MatchId};
use crate::locale::Locale;
use crate::word::words;

words! {
    /// How a consent was given.
    pub enum ConsentMethod {
        /// Said, in person or by telephone.
        Verbal = "verbal",
        /// Signed.
        Written = "written",
        /// Said by somebody who may speak for the client.
        Proxy = "proxy",
        /// Given by the client alone, on the page behind a client's link.
        Link = "link",
    }
}

impl ConsentMethod {
    /// The ways that a helper may record. A yes by a client's link is recorded
    /// by the client's own act, and can be claimed by nobody else.
    pub fn recorded_by_helpers() -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(|method| *method != Self::Link)
    }
}

words! {
    /// A field of a dossier that a consent may release to another helper.
    pub enum ReleasedField {
        /// First name.
        FirstName = "first_name",
        /// Full name.
        FullName = "full_name",
        /// Telephone number.
        Phone = "phone",
        /// E-mail address.
        Email = "email",
        /// Street address.
        Address = "address",
        /// Which way and when the client prefers to be contacted.
        PreferredContact = "preferred_contact",
        /// The town.
        Place = "place",
        /// What they need, how urgently, and since when.
        Needs = "needs",
        /// What they can give and like.
        Strengths = "strengths",
        /// What describes their situation.
        Situations = "situations",
    }
}

impl ReleasedField {
    /// Whether it tells nothing by which somebody could be found or reached: what may be
    /// shown before the two sides have decided.
    pub const fn is_for_deciding(self) -> bool {
        match self {
            Self::Place | Self::Needs | Self::Strengths | Self::Situations => true,
            Self::FirstName
            | Self::FullName
            | Self::Phone
            | Self::Email
            | Self::Address
            | Self::PreferredContact => false,
        }
    }
}

/// What a consent is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentScope {
    /// A de-identified card may be shown to other helpers.
    ShareCard,
    /// These fields may go to this one helper, for this one introduction.
    Introduce {
        /// For which introduction.
        introduction: MatchId,
        /// Who receives them.
        recipient: HelperId,
        /// What they receive.
        fields: Vec<ReleasedField>,
    },
}

impl ConsentScope {
    /// The introduction it is about; `None` for the card.
    pub const fn introduction(&self) -> Option<MatchId> {
        match self {
            Self::ShareCard => None,
            Self::Introduce { introduction, .. } => Some(*introduction),
        }
    }
}

/// The version of the consent texts on screen. It changes with their wording,
/// and every consent records which one was read.
pub const CONSENT_TEXT_VERSION: &str = "2026-11";

/// The longest a consent lasts, in days.
pub const CONSENT_MAX_DAYS: i64 = 366;

/// The lead is reminded so many days before a consent ends.
pub const CONSENT_REMINDER_DAYS: i64 = 14;

/// How long a yes by a client's link holds, in days: half a year.
pub const CONSENT_BY_LINK_DAYS: i64 = 183;

/// A recorded consent. It names no person: the client is known by id alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Which.
    pub id: ConsentId,
    /// Whose.
    pub client: ClientId,
    /// About what.
    pub scope: ConsentScope,
    /// How it was given.
    pub method: ConsentMethod,
    /// Which wording was read.
    pub text_version: String,
    /// In which language it was read.
    pub language: Locale,
    /// Who recorded it.
    pub recorded_by: HelperId,
    /// When it was given.
    pub given: Timestamp,
    /// When it ends by itself.
    pub expires: Timestamp,
    /// When it was withdrawn.
    pub withdrawn: Option<Timestamp>,
}

impl Consent {
    /// Whether it lets anything flow at `now`.
    pub fn holds(&self, now: Timestamp) -> bool {
        self.withdrawn.is_none() && self.given <= now && now < self.expires
    }
    /// Whether it is about the same thing as this scope: the card, or the same
    /// introduction, whatever the fields.
    pub fn scope_fits(&self, scope: &ConsentScope) -> bool {
        self.scope.introduction() == scope.introduction()
    }
}
