//! Where the peers' time goes, step by step: each step is what a question takes
//! with it less what it takes without.

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
const ASKED: usize = 50;

/// Microseconds of one thing.
fn time<T>(job: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let made = black_box(job());
    (made, start.elapsed().as_secs_f64() * 1e6)
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
        eyes += time(|| Viewer::of(columns, weights, &question.fresh_eyes())).1;
        let (asker, took) = time(|| world.asker(question, viewer));
        let mut asker = asker?;
        tables += took;
        // Once for the distances, which are worked out when first met.
        whole += time(|| scan::top(columns, &mut asker, LIMIT)).1;
        for (steps, (spent, left)) in (1..).zip(spent.iter_mut().zip(&mut left)) {
            let (cards, took) = time(|| scan::left_after(steps, columns, &mut asker));
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
        let (asker, took) = time(|| world.asker(question, viewer));
        let mut asker = asker?;
        tables += took;
        let (weight, took) = time(|| peer.weight(&asker));
        let weight = weight?;
        filter += took;
        let (done, took) =
            time(|| peer.each_hit(&*weight, |slot| hits += 1 + black_box(slot) / usize::MAX));
        done?;
        hits_alone += took;
        let (found, took) = time(|| peer.top(world.columns, &mut asker, LIMIT));
        found?;
        whole += took;
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
