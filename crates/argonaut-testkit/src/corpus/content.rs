//! What an invented card says. The shares stand in the header of the folder.

use std::collections::HashMap;

use argonaut_domain::card::{CardContent, CardNeed, Limits, Urgency};
use argonaut_domain::children::is_surely_adult;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_domain::place::{CountryId, Place};
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};
use rand::rngs::ChaCha8Rng;
use rand::seq::SliceRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use super::zipf::Weighted;

/// The order of the terms is the same for every seed: one corpus is like another.
const ORDER_OF_TERMS: u64 = 0x0a60;

/// The least population of a place that a card names.
const TOWN: u64 = 20_000;
/// From this population on most cards may tell a band of ages.
const LARGE_CITY: u64 = 200_000;

/// Writes cards.
pub(super) struct Author {
    cities: Weighted<Place>,
    languages: HashMap<CountryId, Weighted<LanguageId>>,
    english: Option<LanguageId>,
    needs: Weighted<TermId>,
    interests: Weighted<TermId>,
    connections: Weighted<TermId>,
    romance: Option<TermId>,
    bands: Weighted<AgeBand>,
    genders: Weighted<Option<Gender>>,
    urgencies: Weighted<Urgency>,
    distances: Weighted<u16>,
}

impl Author {
    pub(super) fn new(country: Option<CountryId>) -> Self {
        let whole = country.map_or(Place::Anywhere, Place::Country);
        let mut cities = whole.cities();
        if cities.is_empty() {
            cities.push(whole);
        }
        let cities = Weighted::new(
            cities
                .into_iter()
                .map(|city| (city, city.population().max(1) as f64)),
        );
        let languages = CountryId::all()
            .filter(|country| !country.languages().is_empty())
            .map(|country| (country, Weighted::new(country.languages().iter().copied())))
            .collect();
        Self {
            cities,
            languages,
            english: LanguageId::parse("en"),
            needs: Weighted::zipf(terms(TermKind::Need)),
            interests: Weighted::zipf(terms(TermKind::Interest)),
            connections: Weighted::zipf(terms(TermKind::Connection)),
            romance: Taxonomy::builtin().by_code("romance"),
            bands: Weighted::new(
                AgeBand::ALL
                    .iter()
                    .copied()
                    .zip([6.0, 8.0, 16.0, 14.0, 13.0, 12.0, 7.0, 11.0, 9.0, 4.0]),
            ),
            genders: Weighted::new([
                (Some(Gender::Woman), 48.0),
                (Some(Gender::Man), 43.0),
                (Some(Gender::Other), 1.0),
                (None, 8.0),
            ]),
            urgencies: Weighted::new([
                (Urgency::Low, 5.0),
                (Urgency::Medium, 3.0),
                (Urgency::High, 2.0),
            ]),
            distances: Weighted::new([
                (5, 1.0),
                (10, 2.0),
                (20, 3.0),
                (30, 2.0),
                (50, 3.0),
                (100, 2.0),
                (200, 1.0),
            ]),
        }
    }

    /// A city, by its population.
    pub(super) fn city(&self, rng: &mut ChaCha8Rng) -> Place {
        self.cities.draw(rng)
    }

    /// What the card of somebody in this city says.
    pub(super) fn content(&self, city: Place, rng: &mut ChaCha8Rng) -> CardContent {
        let place = self.shown_place(city, rng);
        let age = self.age(place, rng);
        CardContent {
            place,
            age,
            gender: self.genders.draw(rng),
            languages: self.languages(city, rng),
            needs: self.needs(rng),
            offers: self.needs.some(rng.random_range(1..=4), rng),
            interests: self.interests.some(rng.random_range(1..=5), rng),
            connections: self.connections(age, rng),
            limits: self.limits(city, rng),
        }
        .tidy()
    }

    fn shown_place(&self, city: Place, rng: &mut ChaCha8Rng) -> Place {
        let above = |place: Place| place.parent().unwrap_or_default();
        if city.population() < TOWN {
            return above(city);
        }
        match rng.random_range(0..1000) {
            0..875 => city,
            875..960 => above(city),
            960..985 => above(above(city)),
            _ => Place::Anywhere,
        }
    }

    fn age(&self, place: Place, rng: &mut ChaCha8Rng) -> Age {
        let band = self.bands.draw(rng);
        let fine = if place.population() >= LARGE_CITY {
            700
        } else {
            350
        };
        let stage = Age::Stage(band.stage());
        match rng.random_range(0..1000) {
            draw if draw < fine => Age::Band(band),
            0..920 => stage,
            920..970 => stage.parent().unwrap_or_default(),
            _ => Age::Any,
        }
    }

    fn languages(&self, city: Place, rng: &mut ChaCha8Rng) -> Vec<LanguageId> {
        let spoken = city
            .country()
            .and_then(|country| self.languages.get(&country));
        if rng.random_ratio(1, 30) {
            return Vec::new();
        }
        let count = if rng.random_bool(0.25) { 2 } else { 1 };
        let mut languages = spoken.map_or_else(Vec::new, |spoken| spoken.some(count, rng));
        if languages.is_empty() || rng.random_bool(0.1) {
            languages.extend(self.english);
        }
        languages
    }

    /// One need for each term: a client needs a thing in one urgency.
    fn needs(&self, rng: &mut ChaCha8Rng) -> Vec<CardNeed> {
        let mut terms = self.needs.some(rng.random_range(1..=4), rng);
        terms.sort_unstable();
        terms.dedup();
        terms
            .into_iter()
            .map(|term| {
                let urgency = self.urgencies.draw(rng);
                if rng.random_bool(0.05) {
                    CardNeed::OnIntroduction(urgency)
                } else {
                    CardNeed::Named(term, urgency)
                }
            })
            .collect()
    }

    fn connections(&self, age: Age, rng: &mut ChaCha8Rng) -> Vec<TermId> {
        let mut kinds = self.connections.some(rng.random_range(0..=2), rng);
        if !is_surely_adult(age) {
            kinds.retain(|kind| Some(*kind) != self.romance);
        }
        kinds
    }

    fn limits(&self, city: Place, rng: &mut ChaCha8Rng) -> Limits {
        let mut limits = Limits::default();
        if rng.random_bool(0.25) {
            limits.max_km = Some(self.distances.draw(rng));
        }
        if rng.random_bool(0.1) {
            let adults = LifeStage::ALL.iter().filter(|stage| stage.is_adult());
            limits.stages = adults.copied().filter(|_| rng.random_bool(0.6)).collect();
        }
        if rng.random_ratio(1, 12) {
            limits.genders.extend(self.genders.draw(rng));
        }
        if rng.random_bool(0.04) {
            limits.languages = self.languages(city, rng);
        }
        limits
    }
}

/// The terms of a kind that an open card may name, in a fixed shuffled order, so
/// that the common ones come from all groups.
fn terms(kind: TermKind) -> Vec<TermId> {
    let mut terms: Vec<TermId> = Taxonomy::builtin()
        .terms(kind)
        .filter(|term| !term.is_sensitive())
        .collect();
    terms.shuffle(&mut ChaCha8Rng::seed_from_u64(ORDER_OF_TERMS));
    terms
}
