//! The product's own engine: questions, batches and live changes.

use std::error::Error;
use std::hint::black_box;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use argonaut_domain::clock::Week;
use argonaut_domain::helper::Reach;
use argonaut_domain::ids::HelperId;
use argonaut_engine::{Change, Context, Engine, Entry, Familiar, ListingId, Query, Snapshot};
use argonaut_testkit::corpus::{Corpus, Eyes};
use rayon::prelude::*;

use super::Options;
use super::questions::{self, Question};
use super::report::{Figures, Table};
use super::times::Pass;

/// The answer as ids and scores.
pub(crate) fn top(snapshot: &Snapshot, question: &Question) -> Vec<(ListingId, f64)> {
    let found = snapshot.top(&question.query, &question.eyes);
    found.into_iter().map(|one| (one.id, one.score)).collect()
}

/// One pass over all questions, with the eyes that a session holds.
pub(crate) fn pass(snapshot: &Snapshot, questions: &[Question]) -> Pass {
    let mut pass = Pass::default();
    for question in questions {
        let start = Instant::now();
        black_box(snapshot.top(black_box(&question.query), &question.eyes));
        pass.add(start.elapsed());
    }
    pass
}

/// One pass in which every question makes the eyes of its helper anew.
pub(crate) fn fresh_pass(snapshot: &Snapshot, questions: &[Question]) -> Pass {
    let mut pass = Pass::default();
    for question in questions {
        let start = Instant::now();
        let eyes = question.fresh_eyes();
        black_box(snapshot.top(black_box(&question.query), &eyes));
        pass.add(start.elapsed());
    }
    pass
}

/// One pass that makes the eyes and asks nothing.
pub(crate) fn eyes_pass(questions: &[Question]) -> Pass {
    let mut pass = Pass::default();
    for question in questions {
        let start = Instant::now();
        black_box(question.fresh_eyes());
        pass.add(start.elapsed());
    }
    pass
}

/// Questions in one call of the batch: as many as a nightly job would hold at a
/// time before it writes the answers away.
const PORTION: usize = 16_384;

/// What a batch took, in seconds, and how many suggestions it made.
pub(crate) struct Batch {
    pub(crate) seconds: f64,
    pub(crate) suggestions: usize,
}

/// The best for every card, by the product's own batch, on two threads.
pub(crate) fn batch(
    snapshot: &Snapshot,
    corpus: &Corpus,
    trusted: usize,
) -> Result<Batch, Box<dyn Error>> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    // The eyes are a session's, one for each helper: they are no part of a batch.
    let eyes: Vec<Eyes> = pool.install(|| {
        let helpers = 0..corpus.helpers().len();
        helpers
            .into_par_iter()
            .map(|place| corpus.eyes_of(place, trusted))
            .collect()
    });
    let (mut seconds, mut suggestions) = (0.0, 0);
    for first in (0..corpus.len()).step_by(PORTION) {
        let questions: Vec<(Query, Shared<'_>)> = pool
            .install(|| {
                let numbers = first..corpus.len().min(first + PORTION);
                let question = |number| {
                    let query = questions::of_card(corpus, number).ok()?;
                    Some((query, Shared(eyes.get(corpus.place_of(number))?)))
                };
                numbers.into_par_iter().map(question).collect::<Option<_>>()
            })
            .ok_or("a card is no card")?;
        let start = Instant::now();
        let found = pool.install(|| snapshot.batch(&questions, &|_| ()));
        seconds += start.elapsed().as_secs_f64();
        suggestions += found.iter().map(Vec::len).sum::<usize>();
    }
    Ok(Batch {
        seconds,
        suggestions,
    })
}

/// Eyes that many questions of one helper share.
struct Shared<'a>(&'a Eyes);

impl Context for Shared<'_> {
    fn sees(&self, listing: &Entry) -> bool {
        self.0.sees(listing)
    }
    fn is_own(&self, listing: &Entry) -> bool {
        self.0.is_own(listing)
    }
    fn reaches(&self, reach: Reach, owner: HelperId) -> bool {
        self.0.reaches(reach, owner)
    }
    fn shows_contact(&self, listing: &Entry) -> bool {
        self.0.shows_contact(listing)
    }
    fn trust(&self, owner: HelperId) -> f64 {
        self.0.trust(owner)
    }
    fn today(&self) -> Week {
        self.0.today()
    }
    fn familiar(&self) -> Option<Familiar> {
        self.0.familiar()
    }
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
fn changes(corpus: &Corpus, numbers: std::ops::Range<usize>) -> Vec<Change> {
    numbers.map(|number| change(corpus, number)).collect()
}

/// Changes one at a time: those that end an epoch, which count everything anew,
/// apart from the others.
#[derive(Default)]
struct Changes {
    ordinary: Pass,
    ending: Pass,
}

impl Changes {
    fn apply(&mut self, engine: &Engine, change: Change) {
        let epoch = engine.epoch();
        let changes = vec![change];
        let start = Instant::now();
        engine.apply(changes);
        let took = start.elapsed();
        if engine.epoch() == epoch {
            self.ordinary.add(took);
        } else {
            self.ending.add(took);
        }
    }
    /// Changes in a second, all of them together.
    fn rate(&self) -> f64 {
        let seconds = self.ordinary.seconds() + self.ending.seconds();
        (self.ordinary.len() + self.ending.len()) as f64 / seconds
    }
}

/// What changes took: alone, beside a busy reader, and at the end of an epoch.
pub(crate) struct Live {
    alone: Changes,
    loaded: Changes,
    per_second: f64,
    questions: usize,
    ending: Changes,
}

/// Changes in all three ways. Those alone and those beside a reader stay under
/// the quarter of the cards after which an epoch ends; then a last one ends it.
pub(crate) fn live(
    engine: &Engine,
    corpus: &Corpus,
    questions: &[Question],
    options: &Options,
) -> Live {
    let first = options.updates.min(corpus.len() / 10);
    let mut alone = Changes::default();
    for change in changes(corpus, 0..first) {
        alone.apply(engine, change);
    }
    let second = first + (corpus.len() / 8).clamp(20, 100_000);
    let (loaded, per_second, asked) = under_load(
        engine,
        changes(corpus, first..second),
        questions,
        Duration::from_secs(options.load_seconds),
    );
    // Most of what is missing to a quarter at once, the rest one at a time.
    let done = first + loaded.ordinary.len();
    let near = (corpus.len() / 4).saturating_sub(done + corpus.len() / 50);
    engine.apply(changes(corpus, second..second + near));
    let mut ending = Changes::default();
    for number in second + near..second + near + corpus.len() / 10 + 200 {
        ending.apply(engine, change(corpus, number));
        if ending.ending.len() > 0 {
            break;
        }
    }
    Live {
        alone,
        loaded,
        per_second,
        questions: asked,
        ending,
    }
}

impl Live {
    /// Puts the figures where they belong.
    pub(crate) fn tell(&self, table: &mut Table, figures: &mut Figures) {
        let (alone, loaded) = (&self.alone.ordinary, &self.loaded.ordinary);
        let ending = (self.ending.ending.len() > 0).then(|| self.ending.ending.at(1.0));
        table.once("update, p50", "µs", Some(alone.at(0.5)));
        table.once("update, p99", "µs", Some(alone.at(0.99)));
        table.once("  updates per second", "1/s", Some(self.alone.rate()));
        table.once("  an update that ends an epoch", "µs", ending);
        table.once("writer beside a reader, p50", "µs", Some(loaded.at(0.5)));
        table.once("writer beside a reader, p99", "µs", Some(loaded.at(0.99)));
        table.once("  slowest", "µs", Some(loaded.at(1.0)));
        table.once("  updates per second", "1/s", Some(self.per_second));
        let asked = self.questions as f64;
        table.once("  questions answered meanwhile", "", Some(asked));
        figures.update_p99_us = Some(alone.at(0.99));
        figures.writer_p99_us_under_load = Some(loaded.at(0.99));
        figures.updates_per_second = Some(self.alone.rate());
        figures.updates_per_second_under_load = Some(self.per_second);
        figures.epoch_end_us = ending;
    }
}

/// Changes as fast as they go, while a reader asks one question after the other
/// of the newest snapshot; ends with the changes, or when the time is over. How
/// many a second, and how many questions were answered meanwhile.
fn under_load(
    engine: &Engine,
    changes: Vec<Change>,
    questions: &[Question],
    time: Duration,
) -> (Changes, f64, usize) {
    let done = AtomicBool::new(false);
    let begun = AtomicBool::new(false);
    std::thread::scope(|threads| {
        let reader = threads.spawn(|| {
            let mut asked = 0usize;
            for question in questions.iter().cycle() {
                begun.store(true, Ordering::Release);
                black_box(engine.snapshot().top(&question.query, &question.eyes));
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
        let mut made = Changes::default();
        let start = Instant::now();
        for change in changes {
            made.apply(engine, change);
            if start.elapsed() > time {
                break;
            }
        }
        let seconds = start.elapsed().as_secs_f64();
        done.store(true, Ordering::Release);
        let rate = (made.ordinary.len() + made.ending.len()) as f64 / seconds;
        (made, rate, reader.join().unwrap_or(0))
    })
}
