//! Who a client is to the helper, and how to reach them.

use argonaut_domain::words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use argonaut_domain::person::AgeBand;

use super::private::Private;

/// What a client is called. Only `name` is required: a name or initials.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Identity {
    /// How the helper calls them: a name, a first name or initials.
    pub name: Private,
    /// The full name, when it is known.
    pub full_name: Private,
    /// Pronouns, as the client says them.
    pub pronouns: Private,
}

words! {
    /// What the client is to the lead helper.
    #[derive(Default)]
    pub enum Relationship {
        /// A friend.
        Friend = "friend",
        /// A relative.
        Relative = "relative",
        /// A neighbour.
        Neighbour = "neighbour",
        /// A member of the same church or other faith community.
        ChurchMember = "church_member",
        /// A member of a pastor's own parish.
        Parishioner = "parishioner",
        /// A client of an agency.
        AgencyClient = "agency_client",
        /// Anything else, or not said.
        #[default]
        Other = "other",
    }
}

words! {
    /// A way to reach somebody.
    pub enum ContactWay {
        /// A telephone call.
        Call = "call",
        /// A text message.
        Message = "message",
        /// An e-mail.
        Email = "email",
        /// A letter.
        Letter = "letter",
        /// In person.
        Visit = "visit",
        /// Through the helper.
        ThroughHelper = "through_helper",
    }
}

/// How to reach a client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactDetails {
    /// Telephone numbers, the best one first.
    pub phones: Vec<Private>,
    /// E-mail addresses, the best one first.
    pub emails: Vec<Private>,
    /// The postal address, several lines allowed.
    pub address: Private,
    /// Which way the client prefers.
    pub preferred: Option<ContactWay>,
    /// When the client prefers to be reached, in words.
    pub times: Private,
}

/// When a client was born, as well as it is known.
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Birth {
    /// Not known.
    #[default]
    Unknown,
    /// The year alone.
    Year(u16),
    /// The day.
    Date(Date),
}

impl Birth {
    /// Completed years on a day; `None` when unknown, in the future, or over 130.
    ///
    /// Where only the year is known, the birthday counts as still to come: so
    /// nobody is taken to be of age before they surely are.
    pub fn years(self, on: Date) -> Option<u16> {
        let years = match self {
            Self::Unknown => return None,
            Self::Year(year) if i32::from(year) == i32::from(on.year()) => 0,
            Self::Year(year) => i32::from(on.year()) - i32::from(year) - 1,
            Self::Date(born) => {
                let had_birthday = (on.month(), on.day()) >= (born.month(), born.day());
                i32::from(on.year()) - i32::from(born.year()) - i32::from(!had_birthday)
            }
        };
        u16::try_from(years).ok().filter(|&years| years <= 130)
    }

    /// The finest age a card may show.
    pub fn age_band(self, on: Date) -> Option<AgeBand> {
        self.years(on).map(AgeBand::of)
    }
}

impl std::fmt::Debug for Birth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Unknown => "Unknown",
            Self::Year(_) => "Year(…)",
            Self::Date(_) => "Date(…)",
        })
    }
}
