//! For a fit that a card must reach: from how many units of forward cover on,
//! by the level of the back cover and the interests in common. Made once for
//! each of some hundred fits, when first asked for.

use super::cover::{COMMON, LEVELS, Step};
use crate::rank::Ranker;

/// Fits are told apart in so many steps; the step below counts.
const FITS: usize = 96;

/// The plans of a question.
pub(super) struct Plans {
    /// For the fit itself, by the fit; and for fit × remote share.
    whole: Vec<Option<Vec<Step>>>,
    afar: Vec<Option<Vec<Step>>>,
}

/// What plans are made from.
pub(super) struct Terms<'a> {
    pub(super) ranker: &'a Ranker<'a>,
    /// The units of a full forward cover; `None` where units tell nothing.
    pub(super) full: Option<u32>,
    /// The units that cards can have, as bits: in all, and from afar.
    pub(super) attainable: u64,
    pub(super) attainable_afar: u64,
    /// The highest back cover of each level.
    pub(super) back: [f64; LEVELS],
    /// The most that so many shared interests are worth.
    pub(super) common: [f64; COMMON],
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the number of fits"
)]
fn place(least: f64) -> usize {
    (least * FITS as f64).floor().clamp(0.0, FITS as f64) as usize
}

impl Plans {
    pub(super) fn new() -> Self {
        Self {
            whole: vec![None; FITS + 1],
            afar: vec![None; FITS + 1],
        }
    }
    /// The steps to a fit of `least`.
    pub(super) fn whole(&mut self, terms: &Terms<'_>, least: f64) -> &[Step] {
        let at = place(least);
        made(&mut self.whole, at, || {
            terms.steps(
                |forward, back, common| terms.ranker.both_ways(forward, back, common),
                terms.attainable,
                at,
            )
        })
    }
    /// The steps to a fit × remote share of `least`, where both covers are those
    /// from afar.
    ///
    /// No mean is above the arithmetic one, so with `f`, `b` the covers, `I` the
    /// interests and `r = (f' + b')/(f + b)` the remote share,
    /// `R·r ≤ (mean + harmonic)·(needs·(f' + b')/2 + interests·I)`.
    pub(super) fn afar(&mut self, terms: &Terms<'_>, least: f64) -> &[Step] {
        let at = place(least);
        made(&mut self.afar, at, || {
            terms.steps(
                |forward, back, common| {
                    if forward + back > 0.0 {
                        terms.ranker.most_afar(forward, back, common)
                    } else {
                        0.0
                    }
                },
                terms.attainable_afar,
                at,
            )
        })
    }
}

fn made(plans: &mut [Option<Vec<Step>>], at: usize, make: impl FnOnce() -> Vec<Step>) -> &[Step] {
    plans
        .get_mut(at)
        .map(|plan| plan.get_or_insert_with(make).as_slice())
        .unwrap_or_default()
}

impl Terms<'_> {
    /// The least units at each level and count, without those that a lower level
    /// or count needs no more for.
    fn steps(&self, fit: impl Fn(f64, f64, f64) -> f64, attainable: u64, at: usize) -> Vec<Step> {
        let least = at as f64 / FITS as f64;
        let reaches = |units: u32, back: f64, common: f64| {
            let forward = self
                .full
                .map_or(1.0, |full| (f64::from(units) / f64::from(full)).min(1.0));
            let fit = fit(forward, back, common);
            fit > 0.0 && fit * super::search::MARGIN >= least
        };
        // Where units tell nothing, 0 stands for any.
        let sums: Vec<u32> = match self.full {
            Some(_) => (0..u64::BITS)
                .filter(|sum| attainable >> sum & 1 == 1)
                .collect(),
            None => vec![0],
        };
        let mut steps: Vec<Step> = Vec::new();
        // What a level needs with fewer interests in common: how many sums are
        // too low.
        let mut below = [sums.len(); LEVELS];
        for (common, worth) in self.common.iter().enumerate() {
            let mut enough = below;
            // The best level first: a worse one needs no fewer units.
            let mut low = 0;
            for (needed, back) in enough.iter_mut().zip(self.back) {
                // No more than with fewer interests in common.
                let open = sums.get(low..*needed).unwrap_or_default();
                low += open.partition_point(|units| !reaches(*units, back, *worth));
                *needed = low;
            }
            for (level, needed) in enough.iter().enumerate() {
                let worse = enough.get(level + 1);
                let fewer = below.get(level);
                let adds = worse.is_none_or(|worse| needed < worse)
                    && fewer.is_some_and(|fewer| needed < fewer);
                if let Some(units) = sums.get(*needed)
                    && adds
                {
                    steps.push(Step {
                        common,
                        level,
                        units: *units,
                    });
                }
            }
            below = enough;
        }
        steps.sort_by_key(|step| step.units);
        steps
    }
}
