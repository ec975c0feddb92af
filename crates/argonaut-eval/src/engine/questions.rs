//! The questions: cards drawn from the corpus, each asked by its own helper.

use std::error::Error;

use argonaut_domain::place::Place;
use argonaut_engine::{Body, ListingKind, Query};
use argonaut_testkit::corpus::{Corpus, Eyes};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

/// How many suggestions a question asks for.
pub(crate) const LIMIT: usize = 20;

/// A question, and the helper who asks it.
pub(crate) struct Question {
    pub(crate) query: Query,
    /// The helper's eyes, as their session holds them.
    pub(crate) eyes: Eyes,
}

impl Question {
    /// The eyes of the asking helper, made anew from the bare facts: what a
    /// session does once, and again when trust or a block changes.
    pub(crate) fn fresh_eyes(&self) -> Eyes {
        let facts = &self.eyes;
        Eyes::new(
            facts.own(),
            facts.trusted().to_vec(),
            facts.contacts().iter().copied(),
            facts.blocks().iter().copied(),
        )
    }
    /// The same question of a client who does not say where they are.
    pub(crate) fn without_place(&self) -> Self {
        let mut query = self.query.clone();
        query.card.place = Place::Anywhere;
        Self {
            query,
            eyes: self.eyes.clone(),
        }
    }
}

/// The question of one card.
pub(crate) fn of_card(corpus: &Corpus, number: usize) -> Result<Query, Box<dyn Error>> {
    let listing = corpus.card(number).tidy();
    let client = listing.client();
    let Body::Card(card) = listing.body else {
        return Err("the corpus holds cards alone".into());
    };
    Ok(Query {
        card: card.content,
        own: client,
        kind: ListingKind::Card,
        limit: LIMIT,
        include_own: false,
    })
}

/// So many cards, drawn evenly.
pub(crate) fn draw(
    corpus: &Corpus,
    count: usize,
    trusted: usize,
    seed: u64,
) -> Result<Vec<Question>, Box<dyn Error>> {
    let mut rng = StdRng::seed_from_u64(seed ^ 0x9e37_79b9_7f4a_7c15);
    (0..count)
        .map(|_| {
            let number = rng.random_range(0..corpus.len());
            Ok(Question {
                query: of_card(corpus, number)?,
                eyes: corpus.eyes_of(corpus.place_of(number), trusted),
            })
        })
        .collect()
}
