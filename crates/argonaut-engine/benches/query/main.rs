//! What it measures: one suggestion query (20 best cards) through a snapshot,
//! beside the plain scan, and one update. On what corpus: 10,000 cards of the
//! seeded Zipf generator in `corpus.rs`, over the terms and places of
//! `tests/it/world.rs`; a context that sees and trusts everybody.
//! Figures: none kept yet; this ranking visits every card.

use std::hint::black_box;

use argonaut_engine::{Change, Engine, Listing, ListingKind, naive};
use criterion::{Criterion, criterion_group, criterion_main};

mod corpus;
#[path = "../../tests/it/world.rs"]
#[expect(dead_code, reason = "shared with the tests, which use all of it")]
mod world;

const CARDS: u128 = 10_000;
const SEED: u64 = 1;

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

criterion_group!(benches, query);
criterion_main!(benches);
