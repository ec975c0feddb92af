//! What goes into the gate: what is true of a client, and what the helper
//! chose to show of it.

use std::collections::BTreeSet;

use argonaut_domain::card::{Limits, Urgency};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{AgeBand, Gender};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;
use serde::{Deserialize, Serialize};

use super::explain::Attribute;

/// What is true of a client, in the words of a card. It has no field for a
/// name, a contact detail, a date, a note, or for whom never to introduce.
#[derive(Clone, PartialEq, Eq)]
pub struct TrueValues {
    /// Where they live; `Anywhere` while it is not known.
    pub place: Place,
    /// How old they are; `None` while it is not known.
    pub age: Option<AgeBand>,
    /// Their gender; `None` while it is not known.
    pub gender: Option<Gender>,
    /// The languages they speak.
    pub languages: Vec<LanguageId>,
    /// What they need.
    pub needs: Vec<(TermId, Urgency)>,
    /// What they can give.
    pub offers: Vec<TermId>,
    /// What they like.
    pub interests: Vec<TermId>,
    /// Kinds of connection they look for.
    pub connections: Vec<TermId>,
    /// Whom they want to meet.
    pub limits: Limits,
}

impl Default for TrueValues {
    fn default() -> Self {
        Self {
            place: Place::Anywhere,
            age: None,
            gender: None,
            languages: Vec::new(),
            needs: Vec::new(),
            offers: Vec::new(),
            interests: Vec::new(),
            connections: Vec::new(),
            limits: Limits::default(),
        }
    }
}

impl std::fmt::Debug for TrueValues {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // True values are the client's; a log line has no use for them.
        f.write_str("TrueValues(…)")
    }
}

/// What the helper chose to show. The default shows everything that the gate
/// lets through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// Attributes and terms that are switched off.
    pub hidden: BTreeSet<Attribute>,
    /// Attributes (place, age, gender, languages) that the card must say
    /// something about: the gate refuses the card rather than leave one out.
    pub kept: BTreeSet<Attribute>,
    /// Ordinary needs that read "details on introduction".
    pub discreet: BTreeSet<TermId>,
    /// The finest level of the place that may show: 0 city, 1 region, 2
    /// country, 3 anywhere.
    pub finest_place: u8,
}

impl Chosen {
    /// Switches an attribute or a term off.
    #[must_use]
    pub fn hide(mut self, attribute: Attribute) -> Self {
        self.hidden.insert(attribute);
        self
    }
    /// Asks that an attribute be on the card.
    #[must_use]
    pub fn keep(mut self, attribute: Attribute) -> Self {
        self.kept.insert(attribute);
        self
    }
    /// Marks a need as "details on introduction".
    #[must_use]
    pub fn discreetly(mut self, need: TermId) -> Self {
        self.discreet.insert(need);
        self
    }
    /// Whether an attribute or a term is switched on.
    pub fn shows(&self, attribute: Attribute) -> bool {
        !self.hidden.contains(&attribute)
    }
    /// Follows a piece of advice: switches the attribute off and no longer asks for it.
    #[must_use]
    pub fn give_up(mut self, attribute: Attribute) -> Self {
        self.kept.remove(&attribute);
        self.hide(attribute)
    }
}
