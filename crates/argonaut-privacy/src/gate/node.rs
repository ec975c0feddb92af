//! A combination of quasi-identifiers: one node of the gate's lattice.

use argonaut_domain::card::CardContent;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, Gender};
use argonaut_domain::place::Place;

/// A combination of quasi-identifiers. `languages` holds every language that
/// the card would name, be it as spoken or as a limit: either tells about the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) place: Place,
    pub(super) age: Age,
    pub(super) gender: Option<Gender>,
    pub(super) languages: Vec<LanguageId>,
}

impl Node {
    /// What a published card says.
    pub(super) fn of(card: &CardContent) -> Self {
        let mut languages = card.languages.clone();
        languages.extend(&card.limits.languages);
        languages.sort_unstable();
        languages.dedup();
        Self {
            place: card.place,
            age: card.age,
            gender: card.gender,
            languages,
        }
    }
}
