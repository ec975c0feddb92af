//! The card: the de-identified extract of a dossier. It can hold no name, no
//! date, no free text, no ethnicity and no household count: there is no field
//! for them.

use serde::{Deserialize, Serialize};

use crate::clock::{Timestamp, Week};
use crate::ids::{CardId, ClientId, GroupId, HelperId};
use crate::language::LanguageId;
use crate::person::{Age, Gender, LifeStage};
use crate::place::Place;
use crate::taxonomy::TermId;
use crate::trust::TrustLevel;
use crate::word::words;

words! {
    /// How urgent a need is.
    pub enum Urgency {
        /// It would be good some day.
        Low = "1",
        /// It is needed.
        Medium = "2",
        /// It cannot wait.
        High = "3",
    }
}

impl Urgency {
    /// The weight of a need in the engine: 1, 2 or 3.
    pub const fn weight(self) -> u8 {
        match self {
            Self::Low => 1,
            Self::Medium => 2,
            Self::High => 3,
        }
    }
}

/// A need as a card shows it. Sensitive needs are never named on a card: they
/// read "details on introduction", a label that ordinary needs may carry too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardNeed {
    /// A need by its name.
    Named(TermId, Urgency),
    /// "Details on introduction."
    OnIntroduction(Urgency),
}

/// Whom a client wants to meet. Empty lists and `None` mean "no limit".
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Only people in one of these stages of life.
    pub stages: Vec<LifeStage>,
    /// Only people of one of these genders.
    pub genders: Vec<Gender>,
    /// Only people who speak one of these languages.
    pub languages: Vec<LanguageId>,
    /// At most this many kilometres away.
    pub max_km: Option<u16>,
}

/// What a card says: four quasi-identifiers, and terms of the taxonomy.
/// Lists are sorted and free of doubles (`tidy`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardContent {
    /// Where, as finely as the gate allows.
    pub place: Place,
    /// How old, as finely as the gate allows.
    pub age: Age,
    /// Gender; `None` is "not said".
    pub gender: Option<Gender>,
    /// Languages spoken; empty is "not said".
    pub languages: Vec<LanguageId>,
    /// What is needed.
    pub needs: Vec<CardNeed>,
    /// What the client can give.
    pub offers: Vec<TermId>,
    /// What the client likes.
    pub interests: Vec<TermId>,
    /// Kinds of connection sought; empty is "any".
    pub connections: Vec<TermId>,
    /// Whom the client wants to meet.
    pub limits: Limits,
}

impl CardContent {
    /// Sorts every list and drops doubles, so that equal cards are equal and
    /// the order of typing tells nothing.
    #[must_use]
    pub fn tidy(mut self) -> Self {
        self.put_in_order();
        self
    }
    /// [`CardContent::tidy`], in place.
    pub fn put_in_order(&mut self) {
        fn set<T: Ord>(list: &mut Vec<T>) {
            list.sort_unstable();
            list.dedup();
        }
        set(&mut self.languages);
        set(&mut self.needs);
        set(&mut self.offers);
        set(&mut self.interests);
        set(&mut self.connections);
        set(&mut self.limits.stages);
        set(&mut self.limits.genders);
        set(&mut self.limits.languages);
    }
    /// Needs that are named, with their urgency.
    pub fn named_needs(&self) -> impl Iterator<Item = (TermId, Urgency)> {
        self.needs.iter().filter_map(|need| match *need {
            CardNeed::Named(term, urgency) => Some((term, urgency)),
            CardNeed::OnIntroduction(_) => None,
        })
    }
    /// Whether the card says nothing that could be matched.
    pub fn says_nothing(&self) -> bool {
        self.needs.is_empty() && self.offers.is_empty() && self.interests.is_empty()
    }
}

/// Who may see a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Every helper here. The owner stays hidden until both agree to talk.
    Everyone,
    /// The owner's contacts, who see the owner.
    Contacts,
    /// These helpers, who see the owner.
    Helpers(Vec<HelperId>),
    /// Helpers whom the owner trusts at least so far, who see the owner.
    Trusted(TrustLevel),
    /// The members of these groups, who see the owner.
    Groups(Vec<GroupId>),
}

impl Audience {
    /// Whether the audience is narrow: it sees the owner, and the gate's rule
    /// on active helpers is waived for it.
    pub const fn is_narrow(&self) -> bool {
        match self {
            Self::Everyone => false,
            Self::Contacts | Self::Helpers(_) | Self::Trusted(_) | Self::Groups(_) => true,
        }
    }
}

words! {
    /// Where a card is in its life.
    pub enum CardStatus {
        /// On show (to the open audience from the daily batch on).
        Published = "published",
        /// Taken back by a helper of the circle, or because a consent ended.
        Withdrawn = "withdrawn",
        /// Its time ran out.
        Expired = "expired",
    }
}

/// How long a card stays on show unless it is renewed, in days.
pub const CARD_DAYS: i64 = 90;
/// How many days before the end its owner is reminded.
pub const CARD_REMINDER_DAYS: i64 = 7;

/// A card as it is stored: what it says, who may see it, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Random, so that it does not tell the card's age.
    pub id: CardId,
    /// Whom it describes. Never leaves the circle.
    pub client: ClientId,
    /// The lead helper who answers for it.
    pub owner: HelperId,
    /// What it says.
    pub content: CardContent,
    /// Who may see it.
    pub audience: Audience,
    /// Where it is in its life.
    pub status: CardStatus,
    /// The week in which it was published.
    pub published: Week,
    /// The week since which the client waits: that of the first card.
    pub waiting_since: Week,
    /// When it expires.
    pub expires: Timestamp,
    /// From when on the open audience sees the card; the owner's own contacts
    /// see it at once. Days are batched, so that watching tells nothing.
    pub open_from: Timestamp,
    /// Until when the open audience still sees a card that was withdrawn or
    /// has expired: the next daily batch, or at once when a consent ended.
    pub open_until: Timestamp,
    /// Grows with each change, for optimistic concurrency.
    pub version: i64,
}

impl Card {
    /// Whether the card is on show at `now` to those who may see it at all.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.status == CardStatus::Published && now < self.expires
    }

    /// Whether the card is on show at `now` to the open audience.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.open_from <= now && (self.is_live(now) || now < self.open_until)
    }
}
