//! What it measures: one suggestion query (20 best cards) through a snapshot,
//! beside the plain scan, and one update. On what corpus: 10,000 cards of the
//! seeded Zipf generator in `corpus.rs`, over the terms and places of
//! `tests/it/world.rs`. Times: a context that sees and trusts everybody, `cargo
//! bench -p argonaut-engine`.
//!
//! Instructions, a figure that does not depend on the machine's speed: `scripts/instructions`
//! runs this program under `valgrind --tool=callgrind` twice, with some questions
//! (or changes) and with more, and divides the difference by how many there were
//! more, so that loading and whatever is made once do not count. The questions are
//! 300 cards of the same generator, each another one; the helper trusts 40 owners
//! and sees every card. It prints the two lines below, for this file:
//!
//! INSTRUCTIONS per query at 10,000 cards: 1588333
//! INSTRUCTIONS per update at 10,000 cards: 16390

use std::hint::black_box;

use argonaut_engine::{Change, Engine, Listing, ListingKind, Query, naive};
use criterion::Criterion;

mod corpus;
#[path = "../../tests/it/world.rs"]
#[expect(dead_code, reason = "shared with the tests, which use all of it")]
mod world;

const CARDS: u128 = 10_000;
const SEED: u64 = 1;
/// The most questions, and the most changes, that are counted.
const COUNTED: u128 = 300;
/// How many owners the helper of the counted questions trusts.
const TRUSTED: usize = 40;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |name: &str| -> Option<usize> {
        let place = arguments.iter().position(|one| one == name)?;
        arguments.get(place + 1)?.parse().ok()
    };
    match (number("--ask"), number("--change")) {
        (None, None) => {
            let mut criterion = Criterion::default().configure_from_args();
            query(&mut criterion);
            criterion.final_summary();
        }
        (ask, change) => counted(ask.unwrap_or(0), change.unwrap_or(0)),
    }
}

/// So many questions and changes, and nothing else that depends on how many.
fn counted(ask: usize, change: usize) {
    let mut corpus = corpus::Corpus::new(SEED);
    let listings: Vec<Listing> = (0..CARDS).map(|n| corpus.card(n)).collect();
    let queries: Vec<Query> = (0..COUNTED)
        .map(|_| world::query(corpus.content(), ListingKind::Card))
        .collect();
    // Each changes another card: it says something else from now on.
    let mut changes: Vec<Change> = (0..COUNTED)
        .map(|n| Change::Upsert(corpus.card(n * 31)))
        .collect();
    let owners = listings.iter().filter_map(|listing| listing.owner);
    let eyes = world::Eyes {
        trust: owners
            .take(TRUSTED)
            .zip((1..=20).map(|part| f64::from(part) / 20.0).cycle())
            .collect(),
        usual: Some(0.0),
        ..world::Eyes::default()
    };
    let engine = Engine::new();
    engine.load(listings);
    let snapshot = engine.snapshot();
    for query in queries.iter().take(ask) {
        black_box(snapshot.top(black_box(query), &eyes));
    }
    drop(snapshot);
    changes.truncate(change);
    for change in changes {
        engine.apply(vec![change]);
    }
}

fn query(criterion: &mut Criterion) {
    let mut corpus = corpus::Corpus::new(SEED);
    let listings: Vec<Listing> = (0..CARDS).map(|n| corpus.card(n)).collect();
    let asker = corpus.content();
    let change = corpus.card(CARDS / 2);
    let engine = Engine::new();
    engine.load(listings);
    let snapshot = engine.snapshot();
    let eyes = world::Eyes::default();
    let query = world::query(asker, ListingKind::Card);

    let mut group = criterion.benchmark_group("10,000 cards");
    group.bench_function("top 20", |b| {
        b.iter(|| black_box(snapshot.top(&query, &eyes)))
    });
    group.bench_function("plain scan", |b| {
        b.iter(|| black_box(naive::top(&snapshot, &query, &eyes)));
    });
    group.bench_function("update", |b| {
        b.iter(|| engine.apply(vec![Change::Upsert(change.clone())]));
    });
    group.finish();
}
