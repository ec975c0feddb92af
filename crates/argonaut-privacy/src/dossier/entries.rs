//! What a client needs and can give, and what the helper noted about it.

use argonaut_domain::card::Urgency;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ConsentId, HelperId};
use argonaut_domain::taxonomy::TermId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::private::Private;

/// Something a client needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// What.
    pub term: TermId,
    /// How urgently.
    pub urgency: Urgency,
    /// Since when, if it is known.
    #[serde(default)]
    pub since: Option<Date>,
    /// More about it. Never leaves the dossier.
    #[serde(default)]
    pub note: Private,
}

impl Need {
    /// A need without more said.
    pub fn new(term: TermId, urgency: Urgency) -> Self {
        Self {
            term,
            urgency,
            since: None,
            note: Private::default(),
        }
    }
}

/// Something a client can give: a skill, a thing, time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strength {
    /// What.
    pub term: TermId,
    /// More about it. Never leaves the dossier.
    #[serde(default)]
    pub note: Private,
}

impl Strength {
    /// A strength without more said.
    pub fn new(term: TermId) -> Self {
        Self {
            term,
            note: Private::default(),
        }
    }
}

/// A dated note of a helper of the circle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its number within the dossier; never used twice.
    pub id: u32,
    /// When it was written.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: HelperId,
    /// What it says.
    pub text: Private,
}

/// Who gave a consent in the client's place. It stays in the sealed record: the
/// table of consents names nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proxy {
    /// Which consent.
    pub consent: ConsentId,
    /// Who, and why they may speak for the client, in the helper's words.
    pub who: Private,
}
