//! Places, languages and terms for the tests (the one file that picks them), and
//! figures that a test may thin out or multiply.

use argonaut_domain::card::{Limits, Urgency};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::gate::{BuiltinEstimate, Chosen, Population, ServingTable, TrueValues};

pub(super) fn places() -> Vec<Place> {
    let named = [
        "Fresno, California",
        "Clovis, California",
        "Mendota, California",
        "Firebaugh, California",
        "Los Angeles, California",
        "Mexico City",
        "Oaxaca",
        "California",
        "United States",
    ];
    let found = named
        .iter()
        .filter_map(|name| Place::search(name, None, 1).first().copied());
    found.chain([Place::Anywhere]).collect()
}

pub(super) fn languages() -> Vec<LanguageId> {
    ["en", "es", "zh", "vi", "pa", "hy", "yo"]
        .iter()
        .filter_map(|code| LanguageId::parse(code))
        .collect()
}

pub(super) fn terms() -> Vec<TermId> {
    let taxonomy = Taxonomy::builtin();
    let plain = taxonomy
        .terms(TermKind::Need)
        .filter(|term| !term.is_sensitive())
        .take(30);
    let sensitive = taxonomy
        .terms(TermKind::Need)
        .filter(|term| term.is_sensitive())
        .take(10);
    plain.chain(sensitive).collect()
}

/// Terms that may stand on a card.
pub(super) fn plain_terms() -> Vec<TermId> {
    terms()
        .into_iter()
        .filter(|term| !term.is_sensitive())
        .collect()
}

/// One of them.
pub(super) fn plain_term() -> TermId {
    plain_terms()[0]
}

/// The built-in estimate, with every count multiplied.
pub(super) struct Times(pub(super) f64);

impl Population for Times {
    fn count(
        &self,
        place: Place,
        age: Age,
        gender: Option<Gender>,
        languages: &[LanguageId],
    ) -> f64 {
        self.0 * BuiltinEstimate.count(place, age, gender, languages)
    }
    fn threshold_k(&self) -> u32 {
        BuiltinEstimate.threshold_k()
    }
    fn area_people(&self, place: Place) -> u64 {
        (self.0 * BuiltinEstimate.area_people(place) as f64) as u64
    }
}

/// `each` helpers in every place of the tests.
pub(super) fn helpers_everywhere(each: usize) -> ServingTable {
    ServingTable::of(
        places()
            .into_iter()
            .flat_map(|place| std::iter::repeat_n(place, each)),
    )
}

pub(super) fn truths() -> impl Strategy<Value = TrueValues> {
    let urgency = select(Urgency::ALL);
    let who = (
        select(places()),
        option::of(select(AgeBand::ALL)),
        option::of(select(Gender::ALL)),
        vec(select(languages()), 0..4),
    );
    let what = (
        vec((select(terms()), urgency), 0..5),
        vec(select(terms()), 0..4),
        vec(select(terms()), 0..4),
        vec(select(terms()), 0..3),
    );
    (who, what, limits()).prop_map(
        |((place, age, gender, languages), (needs, offers, interests, connections), limits)| {
            TrueValues {
                place,
                age,
                gender,
                languages,
                needs,
                offers,
                interests,
                connections,
                limits,
            }
        },
    )
}

fn limits() -> impl Strategy<Value = Limits> {
    (
        vec(select(LifeStage::ALL), 0..2),
        vec(select(Gender::ALL), 0..2),
        vec(select(languages()), 0..2),
        option::of(1u16..200),
    )
        .prop_map(|(stages, genders, languages, max_km)| Limits {
            stages,
            genders,
            languages,
            max_km,
        })
}

/// Choices: some attributes hidden, some kept, some needs discreet.
pub(super) fn choices() -> impl Strategy<Value = Chosen> {
    use crate::gate::Attribute::{Age, Gender, Languages, Limits, Place};
    let attributes = || vec(select(vec![Place, Age, Gender, Languages, Limits]), 0..3);
    (
        attributes(),
        attributes(),
        vec(select(terms()), 0..9),
        0u8..3,
    )
        .prop_map(|(hidden, kept, discreet, finest_place)| Chosen {
            hidden: hidden.into_iter().collect(),
            kept: kept.into_iter().collect(),
            discreet: discreet.into_iter().collect(),
            finest_place,
        })
}

/// Helpers spread at random over the places of the tests.
pub(super) fn helpers() -> impl Strategy<Value = ServingTable> {
    vec(select(places()), 0..60).prop_map(ServingTable::of)
}
