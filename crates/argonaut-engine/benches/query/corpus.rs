//! A seeded corpus of cards: terms, places, languages and interests drawn with
//! Zipf's frequencies (the n-th most common has weight 1/n), lists of 1 to 4.

#![expect(
    clippy::expect_used,
    reason = "a small world that lacks a thing is a broken test"
)]

use argonaut_domain::card::{CardContent, CardNeed, Limits, Urgency};
use argonaut_domain::clock::Week;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_engine::Listing;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::world;

pub(crate) struct Corpus(ChaCha8Rng);

impl Corpus {
    /// The same seed gives the same cards.
    pub(crate) fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// The card of client `n`, published in the last 13 weeks.
    pub(crate) fn card(&mut self, n: u128) -> Listing {
        let content = self.content();
        let published = Week(world::TODAY.0 - self.0.random_range(0..13));
        let waiting = Week(published.0 - self.0.random_range(0..26));
        world::card_since(n, content, published, waiting)
    }

    /// What a card says: one in five limits whom, one in three the distance.
    pub(crate) fn content(&mut self) -> CardContent {
        let needs = self.some(&world::terms());
        let urgencies: Vec<Urgency> = needs.iter().map(|_| self.zipf(Urgency::ALL)).collect();
        let limits = Limits {
            stages: if self.0.random_bool(0.2) {
                self.some(LifeStage::ALL)
            } else {
                Vec::new()
            },
            genders: if self.0.random_bool(0.2) {
                self.some(Gender::ALL)
            } else {
                Vec::new()
            },
            languages: Vec::new(),
            max_km: self.0.random_bool(0.3).then(|| self.0.random_range(5..200)),
        };
        CardContent {
            place: self.zipf(&world::places()),
            age: Age::Band(self.zipf(AgeBand::ALL)),
            gender: Some(self.zipf(Gender::ALL)),
            languages: self.some(&world::languages()),
            needs: needs
                .into_iter()
                .zip(urgencies)
                .map(|(t, u)| CardNeed::Named(t, u))
                .collect(),
            offers: self.some(&world::terms()),
            interests: self.some(&world::interests()),
            connections: self.some(&world::connections()),
            limits,
        }
        .tidy()
    }

    fn some<T: Copy>(&mut self, list: &[T]) -> Vec<T> {
        (0..self.0.random_range(1..=4))
            .map(|_| self.zipf(list))
            .collect()
    }

    /// One of the list; the n-th with weight 1/n.
    fn zipf<T: Copy>(&mut self, list: &[T]) -> T {
        let whole: f64 = (1..=list.len()).map(|rank| 1.0 / rank as f64).sum();
        let mut left = self.0.random_range(0.0..whole);
        for (rank, value) in (1..).zip(list) {
            left -= 1.0 / f64::from(rank);
            if left <= 0.0 {
                return *value;
            }
        }
        *list.last().expect("no list of the small world is empty")
    }
}
