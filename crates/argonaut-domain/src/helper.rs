//! Helpers: who they are, what they offer, and what of it others may see.

use serde::{Deserialize, Serialize};

use crate::ids::HelperId;
use crate::language::LanguageId;
use crate::place::Place;
use crate::taxonomy::TermId;
use crate::trust::EnquiryReach;
use crate::word::words;

words! {
    /// In which role a helper acts for others.
    pub enum HelperRole {
        /// A neighbour.
        Neighbour = "neighbour",
        /// A relative.
        Relative = "relative",
        /// A member of a faith community.
        Faith = "faith",
        /// A neighbourhood leader.
        Leader = "leader",
        /// A social worker.
        SocialWorker = "social_worker",
        /// A campaigner.
        Campaigner = "campaigner",
        /// A matchmaker.
        Matchmaker = "matchmaker",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// Where an account stands.
    pub enum Standing {
        /// Waits for an administrator's approval.
        Pending = "pending",
        /// May use everything.
        Active = "active",
        /// May not sign in; nothing of theirs is on show.
        Suspended = "suspended",
    }
}

words! {
    /// How well a helper has what they offer.
    pub enum OfferLevel {
        /// Has it.
        Has = "has",
        /// Is learning it.
        Learning = "learning",
    }
}

/// Something a helper can give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelperOffer {
    /// What.
    pub term: TermId,
    /// A short note in the helper's own words, at most 140 characters.
    #[serde(default)]
    pub note: String,
    /// How well.
    pub level: OfferLevel,
    /// How many times a month, when limited.
    #[serde(default)]
    pub per_month: Option<u16>,
}

words! {
    /// Who may see a part of a profile.
    pub enum Reach {
        /// Every helper here.
        Everyone = "everyone",
        /// The helper's contacts.
        Contacts = "contacts",
        /// Only the helper.
        Nobody = "nobody",
    }
}

/// A helper's choices of what others see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfilePrivacy {
    /// Who finds me in the directory of helpers and in suggestions.
    pub listed: Reach,
    /// Who sees my area.
    pub area: Reach,
    /// Who sees what I offer.
    pub offers: Reach,
    /// Who sees the kinds of clients I work with, and the summary of my cards.
    pub clients: Reach,
    /// Who may send me an enquiry. It never refuses one about a card whose owner is
    /// hidden (the refusal would say whose it is): such a one comes in quietly.
    pub enquiries: EnquiryReach,
    /// Who sees which helpers they and I both know. A contact has two sides: it is told only
    /// where both allow it.
    pub contacts: Reach,
}

impl Default for ProfilePrivacy {
    fn default() -> Self {
        Self {
            listed: Reach::Everyone,
            area: Reach::Everyone,
            offers: Reach::Everyone,
            clients: Reach::Contacts,
            enquiries: EnquiryReach::Everyone,
            contacts: Reach::Nobody,
        }
    }
}

/// What a helper says about themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// In which role.
    pub role: HelperRole,
    /// Where they help.
    pub area: Place,
    /// Languages they speak.
    pub languages: Vec<LanguageId>,
    /// A few words about themselves, at most 600 characters.
    pub about: String,
    /// What they can give.
    pub offers: Vec<HelperOffer>,
    /// Kinds of clients they work with: situations of the taxonomy.
    pub situations: Vec<TermId>,
    /// What others see.
    pub privacy: ProfilePrivacy,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            role: HelperRole::Neighbour,
            area: Place::Anywhere,
            languages: Vec::new(),
            about: String::new(),
            offers: Vec::new(),
            situations: Vec::new(),
            privacy: ProfilePrivacy::default(),
        }
    }
}

/// A helper as others may come to know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helper {
    /// Who.
    pub id: HelperId,
    /// The name others see.
    pub name: String,
    /// The short name for signing in and for finding each other.
    pub handle: Handle,
    /// Where the account stands.
    pub standing: Standing,
    /// Whether they run this instance.
    pub is_admin: bool,
    /// What they say about themselves.
    pub profile: Profile,
    /// Grows with each change of the profile.
    pub version: i64,
}

/// A handle: 3 to 30 letters a–z, digits, `_`, `-` or `.`; starts with a
/// letter; kept in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Handle(String);

/// A text that cannot be a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a handle has 3 to 30 letters a–z, digits, “.”, “-” or “_”, and starts with a letter")]
pub struct BadHandle;

impl Handle {
    /// Reads a handle, in any case, with or without a leading `@`.
    ///
    /// # Errors
    /// [`BadHandle`] when the text is too short, too long or has other characters.
    pub fn parse(text: &str) -> Result<Self, BadHandle> {
        let text = text.trim();
        let text = text.strip_prefix('@').unwrap_or(text).to_lowercase();
        let fits = (3..=30).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c));
        if fits { Ok(Self(text)) } else { Err(BadHandle) }
    }
    /// The handle without `@`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Handle {
    type Error = BadHandle;
    fn try_from(text: String) -> Result<Self, BadHandle> {
        Self::parse(&text)
    }
}

impl From<Handle> for String {
    fn from(handle: Handle) -> Self {
        handle.0
    }
}

impl std::fmt::Display for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles() {
        assert_eq!(
            Handle::parse(" @Rosa.M ").map(String::from),
            Ok("rosa.m".to_owned())
        );
        for bad in ["", "ab", "1abc", "a b c", "ärger", "a".repeat(31).as_str()] {
            assert_eq!(Handle::parse(bad), Err(BadHandle), "{bad}");
        }
    }
}
