//! Where the peers' time goes, step by step: each step is what a question takes
//! with it less what it takes without. The shortest of some times counts, since
//! others who use the machine only ever make a time longer.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use super::questions::LIMIT;
use super::report::Table;
use super::scan::{self, STEPS};
use super::tantivy_peer::Peer;
use super::viewer::Viewer;
use super::world::World;

/// How many questions tell it.
const ASKED: usize = 40;
/// How often each step runs.
const TIMES: usize = 3;

/// Microseconds of one thing.
fn time<T>(job: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let made = black_box(job());
    (made, start.elapsed().as_secs_f64() * 1e6)
}

/// The shortest of some times of the same thing.
fn least<T>(mut job: impl FnMut() -> T) -> (T, f64) {
    let first = time(&mut job);
    (1..TIMES).map(|_| time(&mut job)).fold(
        first,
        |best, next| {
            if next.1 < best.1 { next } else { best }
        },
    )
}

/// The steps of the plain scan.
pub(crate) fn scan(world: &World<'_>, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let columns = world.columns;
    let (mut eyes, mut tables, mut whole) = (0.0, 0.0, 0.0);
    let mut spent = [0.0; STEPS.len()];
    let mut left = [0usize; STEPS.len()];
    let mut asked = 0usize;
    for (question, viewer) in world.asked().take(ASKED) {
        let weights = world.snapshot.weights();
        eyes += least(|| Viewer::of(columns, weights, &question.fresh_eyes())).1;
        let (asker, took) = least(|| world.asker(question, viewer));
        let mut asker = asker?;
        tables += took;
        let mut best = f64::INFINITY;
        for _ in 0..TIMES {
            // Other tables each time: distances are worked out when first met.
            asker = world.asker(question, viewer)?;
            best = best.min(time(|| scan::top(columns, &mut asker, LIMIT)).1);
        }
        whole += best;
        for (steps, (spent, left)) in (1..).zip(spent.iter_mut().zip(&mut left)) {
            let (cards, took) = least(|| scan::left_after(steps, columns, &mut asker));
            *spent += took;
            *left += cards;
        }
        asked += 1;
    }
    let all = (columns.len() * asked) as f64;
    let each = asked.max(1) as f64;
    table.once("  eyes as tables, once a session", "µs", Some(eyes / each));
    table.once("  tables of the question", "µs", Some(tables / each));
    table.once("  the loop, for a card", "ns", Some(whole * 1e3 / all));
    let mut before = 0.0;
    for (step, (spent, left)) in STEPS.iter().zip(spent.iter().zip(&left)) {
        let name = format!(
            "    {step}; leaves {:.3} % of the cards",
            100.0 * *left as f64 / all
        );
        let share = (spent - before) * 1e3 / all;
        table.once(&name, "ns", Some(share));
        before = *spent;
    }
    Ok(())
}

/// The steps of tantivy.
pub(crate) fn tantivy(
    world: &World<'_>,
    peer: &Peer,
    table: &mut Table,
) -> Result<(), Box<dyn Error>> {
    let (mut tables, mut filter, mut hits_alone, mut whole) = (0.0, 0.0, 0.0, 0.0);
    let (mut hits, mut asked) = (0usize, 0usize);
    for (question, viewer) in world.asked().take(ASKED) {
        let (asker, took) = least(|| world.asker(question, viewer));
        let mut asker = asker?;
        tables += took;
        let (weight, took) = least(|| peer.weight(&asker));
        let weight = weight?;
        filter += took;
        let (told, took) = least(|| {
            let mut told = 0usize;
            let done = peer.each_hit(&*weight, |slot| {
                black_box(slot);
                told += 1;
            });
            done.map(|()| told)
        });
        hits += told?;
        hits_alone += took;
        let mut best = f64::INFINITY;
        for _ in 0..TIMES {
            asker = world.asker(question, viewer)?;
            let (found, took) = time(|| peer.top(world.columns, &mut asker, LIMIT));
            found?;
            best = best.min(took);
        }
        whole += best;
        asked += 1;
    }
    let each = asked.max(1) as f64;
    table.once("  tables of the question", "µs", Some(tables / each));
    table.once("  filter made ready", "µs", Some(filter / each));
    table.once("  going through its hits", "µs", Some(hits_alone / each));
    let rest = whole - filter - hits_alone;
    table.once("  limits and score of the hits", "µs", Some(rest / each));
    table.once("  hits", "", Some(hits as f64 / each));
    Ok(())
}
