//! The rings of an invented population: the corpus that the engine is measured
//! with, its helpers' eyes, and the product's own search for who could give to
//! whom.

use std::collections::HashMap;
use std::error::Error;

use argonaut_domain::clock::Week;
use argonaut_domain::ids::{HelperId, ServiceId};
use argonaut_domain::taxonomy::TermId;
use argonaut_engine::rings::{Eyes, Graph, Rules};
use argonaut_engine::{Body, Context, Engine, Listing, ServiceListing};
use argonaut_testkit::corpus::{self, Corpus, THIS_WEEK};
use rand::SeedableRng as _;
use rand::rngs::ChaCha8Rng;

/// Whom each helper trusts, about.
const TRUSTED: usize = 200;
/// Cards for each service that could start a chain.
const CARDS_PER_SERVICE: usize = 20;

/// The eyes of everybody.
struct Everybody(HashMap<HelperId, corpus::Eyes>);

impl Eyes for Everybody {
    fn of(&self, helper: HelperId) -> Option<&dyn Context> {
        let eyes = self.0.get(&helper)?;
        Some(eyes)
    }
}

/// The graph of `count` cards with their best `givers`; with chains, also of
/// one service for each twenty cards.
pub(super) fn graph(count: u32, seed: u64, rules: &Rules) -> Result<Graph, Box<dyn Error>> {
    let corpus = Corpus::new(count as usize, seed, None);
    let eyes = (0..corpus.helpers().len())
        .map(|place| {
            let eyes = corpus.eyes_of(place, TRUSTED);
            (eyes.own(), eyes)
        })
        .collect();
    let mut listings: Vec<Listing> = corpus.listings().collect();
    if rules.chain > 0 {
        listings.extend(services(&corpus, seed));
    }
    let engine = Engine::new();
    engine.load(listings);
    Ok(engine.snapshot().gifts(rules, &Everybody(eyes)).graph)
}

/// Services that offer what cards beyond the population would.
fn services(corpus: &Corpus, seed: u64) -> impl Iterator<Item = Listing> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let cards = corpus.len();
    (cards..cards + cards / CARDS_PER_SERVICE).filter_map(move |number| {
        let Body::Card(card) = corpus.card(number).body else {
            return None;
        };
        let offers: Vec<TermId> = card.content.offers;
        let service = ServiceListing {
            id: ServiceId::random(&mut rng),
            place: card.content.place,
            languages: card.content.languages,
            offers,
            situations: Vec::new(),
            serves: argonaut_domain::card::Limits::default(),
        };
        Some(Listing::of_service(service, Week(THIS_WEEK.0)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_cards_give_the_same_graph_of_so_many_givers() {
        let rules = Rules {
            givers: 5,
            chain: 2,
            ..Rules::default()
        };
        let graph_of = |seed| graph(2_000, seed, &rules).unwrap();
        let first = graph_of(1);
        assert_eq!(first, graph_of(1));
        assert_ne!(first, graph_of(2));
        assert_eq!(first.nodes(), 2_100);
        assert!((0..2_100).all(|node| first.is_start(node) == (node >= 2_000)));
        let mut givers = vec![0; 2_100];
        for arc in first.all().filter(|arc| arc.from < 2_000) {
            givers[arc.to as usize] += 1;
        }
        assert!(givers.iter().all(|&givers| givers <= 5));
        assert!(givers.iter().sum::<usize>() > 4_000);
    }
}
