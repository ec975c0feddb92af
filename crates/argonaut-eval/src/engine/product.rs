//! The product's own engine: questions, batches and live changes.

use std::error::Error;
use std::hint::black_box;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use argonaut_engine::{Change, Engine, ListingId, Snapshot};
use argonaut_testkit::corpus::{Corpus, Eyes};
use rayon::prelude::*;

use super::questions::{self, Question};
use super::times::Pass;

/// The answer as ids and scores.
pub(crate) fn top(snapshot: &Snapshot, question: &Question) -> Vec<(ListingId, f64)> {
    let eyes = question.eyes();
    let found = snapshot.top(&question.query, &eyes);
    found.into_iter().map(|one| (one.id, one.score)).collect()
}

/// One pass over all questions, the eyes of the helper built for each.
pub(crate) fn pass(snapshot: &Snapshot, questions: &[Question]) -> Pass {
    let mut pass = Pass::default();
    for question in questions {
        let start = Instant::now();
        let eyes = question.eyes();
        black_box(snapshot.top(black_box(&question.query), &eyes));
        pass.add(start.elapsed());
    }
    pass
}

/// The best for every card, on two threads; returns the seconds.
pub(crate) fn batch(
    snapshot: &Snapshot,
    corpus: &Corpus,
    trusted: usize,
) -> Result<f64, Box<dyn Error>> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    // The eyes are a session's, one for each helper: they are no part of a batch.
    let eyes: Vec<Eyes> = pool.install(|| {
        let helpers = 0..corpus.helpers().len();
        helpers
            .into_par_iter()
            .map(|place| corpus.eyes_of(place, trusted))
            .collect()
    });
    let queries: Vec<_> = pool
        .install(|| {
            let numbers = (0..corpus.len()).into_par_iter();
            numbers
                .map(|number| {
                    let query = questions::of_card(corpus, number).ok()?;
                    Some((query, corpus.place_of(number)))
                })
                .collect::<Option<Vec<_>>>()
        })
        .ok_or("a card is no card")?;
    let start = Instant::now();
    let found: usize = pool.install(|| {
        queries
            .par_iter()
            .filter_map(|(query, place)| Some(snapshot.top(query, eyes.get(*place)?).len()))
            .sum()
    });
    black_box(found);
    Ok(start.elapsed().as_secs_f64())
}

/// The change with this number: of twenty, fourteen say something else of a card
/// that is there, three bring a new one and three take the newest out again.
fn change(corpus: &Corpus, number: usize) -> Change {
    let spread = number.wrapping_mul(7_919) % corpus.len().max(1);
    match number % 20 {
        0..14 => Change::Upsert(corpus.revised(spread, 1 + number as u64)),
        14..17 => Change::Upsert(corpus.card(corpus.len() + number)),
        _ => Change::Remove(corpus.card(corpus.len() + number - 3).id()),
    }
}

/// Changes made before the clock runs: making a card is no part of a change.
pub(crate) fn changes(corpus: &Corpus, numbers: std::ops::Range<usize>) -> Vec<Change> {
    numbers.map(|number| change(corpus, number)).collect()
}

/// Changes one at a time, nobody else at work.
pub(crate) fn updates(engine: &Engine, changes: Vec<Change>) -> Pass {
    let mut pass = Pass::default();
    for change in changes {
        let start = Instant::now();
        engine.apply(vec![change]);
        pass.add(start.elapsed());
    }
    pass
}

/// What a writer did beside a busy reader.
pub(crate) struct UnderLoad {
    pub(crate) changes: Pass,
    pub(crate) changes_per_second: f64,
    pub(crate) questions: usize,
}

/// Changes as fast as they go, while a reader asks one question after the other
/// of the newest snapshot; ends with the changes, or when the time is over.
pub(crate) fn under_load(
    engine: &Engine,
    changes: Vec<Change>,
    questions: &[Question],
    time: Duration,
) -> UnderLoad {
    let done = AtomicBool::new(false);
    let begun = AtomicBool::new(false);
    std::thread::scope(|threads| {
        let reader = threads.spawn(|| {
            let mut asked = 0usize;
            for question in questions.iter().cycle() {
                begun.store(true, Ordering::Release);
                black_box(engine.snapshot().top(&question.query, &question.eyes()));
                asked += 1;
                if done.load(Ordering::Acquire) {
                    break;
                }
            }
            asked
        });
        while !begun.load(Ordering::Acquire) && !reader.is_finished() {
            std::thread::yield_now();
        }
        let mut pass = Pass::default();
        let start = Instant::now();
        for change in changes {
            let turn = Instant::now();
            engine.apply(vec![change]);
            pass.add(turn.elapsed());
            if start.elapsed() > time {
                break;
            }
        }
        let seconds = start.elapsed().as_secs_f64();
        done.store(true, Ordering::Release);
        UnderLoad {
            changes_per_second: pass.len() as f64 / seconds,
            questions: reader.join().unwrap_or(0),
            changes: pass,
        }
    })
}
