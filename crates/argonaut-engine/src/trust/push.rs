//! Credit spread over the vouches, as far as it is worth following.

use std::collections::VecDeque;

use super::network::{Network, at};
use super::tie::Scale;

/// The share of credit that stays with whom it reaches; the rest is passed on.
pub const KEPT: f64 = 0.3;
/// Credit is passed on while more than this waits for each of a helper's ties.
const WORTH: f64 = 1e-5;

/// Spreads the seeds, and gives what stayed with whom, by place. What is worth less than
/// `WORTH` stays undivided and nothing reaches the barred, so the credit of all together is at most that of the seeds.
pub(super) fn push(
    network: &Network,
    scale: &Scale,
    seeds: &[(u32, f64)],
    barred: &[u32],
) -> Vec<(u32, f64)> {
    let mut spread = Spread {
        barred,
        kept: vec![0.0; network.helpers()],
        waiting: vec![0.0; network.helpers()],
        queue: VecDeque::new(),
    };
    for &(helper, credit) in seeds {
        spread.give(network, helper, credit, 0.0);
    }
    let mut shares: Vec<(u32, f64)> = Vec::new();
    while let Some(helper) = spread.queue.pop_front() {
        let Some(waiting) = spread.waiting.get_mut(at(helper)) else {
            continue;
        };
        let credit = std::mem::take(waiting);
        if let Some(kept) = spread.kept.get_mut(at(helper)) {
            *kept += credit * KEPT;
        }
        shares.clear();
        shares.extend(network.says(helper).iter().filter_map(|&link| {
            let value = f64::from(scale.value(link));
            (value > 0.0).then_some((link.other, value))
        }));
        let all: f64 = shares.iter().map(|&(_, value)| value).sum();
        for &(other, value) in &shares {
            spread.give(network, other, credit * (1.0 - KEPT) * value / all, WORTH);
        }
    }
    (0..)
        .zip(spread.kept)
        .filter(|&(_, kept)| kept > 0.0)
        .collect()
}

struct Spread<'a> {
    barred: &'a [u32],
    kept: Vec<f64>,
    waiting: Vec<f64>,
    queue: VecDeque<u32>,
}

impl Spread<'_> {
    /// Adds to what waits with a helper, who comes into the queue when it is worth it.
    fn give(&mut self, network: &Network, helper: u32, credit: f64, worth: f64) {
        let Some(waiting) = self.waiting.get_mut(at(helper)) else {
            return;
        };
        if self.barred.contains(&helper) {
            return;
        }
        // Private ties must not show, not even in what is worth passing on.
        let least = worth * f64::from(network.open(helper).max(1));
        let waited = *waiting > least;
        *waiting += credit;
        if *waiting > least && !waited {
            self.queue.push_back(helper);
        }
    }
}
