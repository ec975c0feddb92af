//! The plain scan over the columns, on one thread: every card is looked at, and
//! a heap keeps the best. No bound, no index: the peer that every engine must beat.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use argonaut_engine::ListingId;
use argonaut_engine::rank::better;

use super::asker::Asker;
use super::columns::Columns;

/// A card with its score; the greatest ranks last.
#[derive(Clone, Copy, Debug)]
struct Ranked {
    score: f64,
    id: ListingId,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        better((self.score, self.id), (other.score, other.id))
    }
}
impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Ranked {}

/// The best so many, kept while scores come in.
pub(crate) struct Best {
    limit: usize,
    heap: BinaryHeap<Ranked>,
}

impl Best {
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            limit,
            heap: BinaryHeap::with_capacity(limit + 1),
        }
    }
    pub(crate) fn offer(&mut self, score: f64, columns: &Columns, slot: usize) {
        let is_full = self.heap.len() >= self.limit;
        if is_full && self.heap.peek().is_none_or(|worst| score < worst.score) {
            return;
        }
        if let Some(id) = columns.ids.get(slot) {
            self.heap.push(Ranked { score, id: *id });
            if is_full {
                self.heap.pop();
            }
        }
    }
    pub(crate) fn sorted(self) -> Vec<(ListingId, f64)> {
        let ranked = self.heap.into_sorted_vec();
        ranked.into_iter().map(|one| (one.id, one.score)).collect()
    }
}

/// The best cards for a question.
pub(crate) fn top(columns: &Columns, asker: &mut Asker<'_>, limit: usize) -> Vec<(ListingId, f64)> {
    let mut best = Best::new(limit);
    for slot in 0..columns.len() {
        if let Some(scored) = asker.score(slot) {
            best.offer(scored.score, columns, slot);
        }
    }
    best.sorted()
}

/// The steps of the scan, each for the cards that the ones before it left.
pub(crate) const STEPS: [&str; 6] = [
    "languages",
    "seen by the helper",
    "age, gender, connection",
    "limits on the distance",
    "anything fits",
    "score",
];

/// How many cards the first so many steps leave.
pub(crate) fn left_after(steps: usize, columns: &Columns, asker: &mut Asker<'_>) -> usize {
    match steps {
        1 => left::<1>(columns, asker),
        2 => left::<2>(columns, asker),
        3 => left::<3>(columns, asker),
        4 => left::<4>(columns, asker),
        5 => left::<5>(columns, asker),
        _ => left::<6>(columns, asker),
    }
}

// The number of steps is known to the compiler, so that a loop of some steps
// holds nothing of the others.
fn left<const STEPS: usize>(columns: &Columns, asker: &mut Asker<'_>) -> usize {
    (0..columns.len())
        .filter(|slot| {
            asker.speaks(*slot)
                && (STEPS < 2 || asker.sees(*slot))
                && (STEPS < 3 || asker.meets(*slot))
                && (STEPS < 4 || asker.is_within(*slot))
                && (STEPS < 5 || asker.fits(*slot))
                && (STEPS < 6 || asker.rate(*slot).is_some_and(|one| one.score > 0.0))
        })
        .count()
}

/// How many cards no order by place can decide without reading them: they fit,
/// no limit is broken, and the factor for their distance alone, with everything
/// else at its best (`most`), would reach the last of the answers.
pub(crate) fn undecided(columns: &Columns, asker: &mut Asker<'_>, last: f64, most: f64) -> usize {
    (0..columns.len())
        .filter_map(|slot| asker.score(slot))
        .filter(|scored| scored.distance_factor * most >= last)
        .count()
}
