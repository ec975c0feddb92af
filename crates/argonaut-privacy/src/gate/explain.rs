//! What the gate changed, and why: data that pages put into words.

use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, Gender};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;
use argonaut_domain::words;
use serde::{Deserialize, Serialize};

/// A part of a card that can be generalised, hidden or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attribute {
    /// Where.
    Place,
    /// How old.
    Age,
    /// Which gender.
    Gender,
    /// Which languages, in what the client speaks and in whom they want to meet.
    Languages,
    /// The limits on whom the client wants to meet.
    Limits,
    /// One need.
    Need(TermId),
    /// One offer.
    Offer(TermId),
    /// One interest.
    Interest(TermId),
    /// One kind of connection.
    Connection(TermId),
}

/// What a card says, or would have said, about an attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A place.
    Place(Place),
    /// An age.
    Age(Age),
    /// A gender.
    Gender(Gender),
    /// Languages.
    Languages(Vec<LanguageId>),
    /// A term by its name.
    Term(TermId),
    /// "Details on introduction."
    OnIntroduction,
    /// Nothing.
    NotSaid,
}

words! {
    /// Why an attribute was generalised or left out.
    pub enum Reason {
        /// Too few people share the combination.
        FewPeople = "few_people",
        /// Too few people live in the place.
        SmallArea = "small_area",
        /// Too few active helpers serve the place.
        FewHelpers = "few_helpers",
        /// An earlier card of the same client said no more than this.
        EarlierCard = "earlier_card",
        /// The word is sensitive: it is told only when people are introduced.
        Sensitive = "sensitive",
        /// The helper marked it as "details on introduction".
        Discreet = "discreet",
        /// Left out altogether, so that the rest may stay finer.
        Suppressed = "suppressed",
    }
}

/// One change that the gate made. For the helper's own preview only: `from` is
/// a true value, and `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// What was changed.
    pub attribute: Attribute,
    /// What is true.
    pub from: Value,
    /// What the card says.
    pub to: Value,
    /// Why.
    pub reason: Reason,
}

impl std::fmt::Debug for Explanation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Explanation({}, …)", self.reason)
    }
}
