//! Prices: a number for each node such that the nodes of every column together
//! cost at least what the column is worth. Their sum is then a proved bound on
//! every packing (weak duality of the set packing programme).
//!
//! Found by coordinate descent on the smoothed dual
//! `min Σ p_v + T Σ_c exp((w_c − p(c))/T)`, `p ≥ 0`: the best price of one node,
//! the others held, is `p_v + T ln Σ_{c∋v} x_c` with `x_c = exp((w_c − p(c))/T)`.
//! After each pass all `x_c ≤ 1`, so the prices hold; `x` is near the fractional
//! packing. `T` falls from pass to pass; exact descent (`T = 0`) ends it.

#![expect(
    clippy::indexing_slicing,
    reason = "prices and columns are numbered by the part that is priced"
)]

use super::columns::{Columns, Incidence};

/// Prices of a part's nodes that hold for all its columns.
#[derive(Debug, Clone)]
pub(super) struct Prices {
    /// One for each node, zero or more.
    pub(super) of: Vec<f64>,
}

impl Prices {
    /// The proved bound.
    pub(super) fn bound(&self) -> f64 {
        self.of.iter().sum()
    }

    /// By how much a column's nodes cost more than it is worth.
    #[inline]
    pub(super) fn slack(&self, columns: &Columns, column: usize) -> f64 {
        cost(&self.of, columns.members(column)) - columns.weight[column]
    }

    /// Raises prices until they hold for every column: what rounding left open.
    pub(super) fn repair(&mut self, columns: &Columns) {
        for column in 0..columns.len() {
            let short = -self.slack(columns, column);
            if short > 0.0 {
                // The first member pays: at most rounding noise.
                self.of[columns.members(column)[0] as usize] += short;
            }
        }
    }

    /// One pass of exact descent: each price falls as far as the others allow.
    pub(super) fn descend(&mut self, columns: &Columns, incidence: &Incidence) {
        for node in 0..self.of.len() {
            let old = self.of[node];
            if old == 0.0 {
                continue;
            }
            let spare = incidence
                .of(node)
                .iter()
                .map(|&column| self.slack(columns, column as usize))
                .fold(old, f64::min);
            self.of[node] = (old - spare).max(0.0);
        }
    }
}

#[inline]
fn cost(prices: &[f64], members: &[u32]) -> f64 {
    members.iter().map(|&member| prices[member as usize]).sum()
}

/// Where the smoothing begins and ends, relative to the mean worth of a node's
/// best share, and how many passes each temperature gets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cooling {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) factor: f64,
    pub(super) passes: usize,
}

impl Cooling {
    pub(super) const QUICK: Self = Self {
        from: 0.1,
        to: 0.002,
        factor: 0.5,
        passes: 20,
    };
    pub(super) const CAREFUL: Self = Self {
        to: 0.000_5,
        passes: 80,
        ..Self::QUICK
    };
    pub(super) const HURRIED: Self = Self {
        passes: 5,
        ..Self::QUICK
    };
}

/// Prices for a part, by cooling.
pub(super) fn prices(
    nodes: usize,
    columns: &Columns,
    incidence: &Incidence,
    cooling: Cooling,
) -> Prices {
    let mut of = vec![0.0_f64; nodes];
    for column in 0..columns.len() {
        let members = columns.members(column);
        let share = columns.weight[column] / members.len() as f64;
        for &member in members {
            of[member as usize] = of[member as usize].max(share);
        }
    }
    let mean = of.iter().sum::<f64>() / nodes.max(1) as f64;
    let mut share = vec![0.0_f64; columns.len()];
    let mut best = Prices { of: of.clone() };
    let mut best_bound = best.bound();
    let mut relative = cooling.from;
    while relative >= cooling.to {
        let temperature = mean * relative;
        refill(&mut share, &of, columns, temperature);
        for _ in 0..cooling.passes {
            smooth(&mut of, &mut share, incidence, temperature);
        }
        let mut held = Prices { of: of.clone() };
        held.repair(columns);
        held.descend(columns, incidence);
        let bound = held.bound();
        if bound < best_bound {
            best_bound = bound;
            best = held;
        }
        relative *= cooling.factor;
    }
    best.descend(columns, incidence);
    best.repair(columns);
    best
}

/// `x_c` for all columns. A floor keeps a column that is far out of reach able
/// to come back; it only ever raises prices, so they hold all the same.
fn refill(share: &mut [f64], prices: &[f64], columns: &Columns, temperature: f64) {
    let scale = 1.0 / temperature;
    for (column, share) in share.iter_mut().enumerate() {
        let gain = columns.weight[column] - cost(prices, columns.members(column));
        *share = (gain * scale).clamp(-600.0, 600.0).exp();
    }
}

/// One pass of smoothed descent over all nodes.
fn smooth(prices: &mut [f64], share: &mut [f64], incidence: &Incidence, temperature: f64) {
    for (node, price) in prices.iter_mut().enumerate() {
        let touching = incidence.of(node);
        let total: f64 = touching.iter().map(|&column| share[column as usize]).sum();
        if total <= 0.0 {
            continue;
        }
        let wanted = (*price + temperature * total.ln()).max(0.0);
        let factor = ((*price - wanted) / temperature).exp();
        *price = wanted;
        for &column in touching {
            let share = &mut share[column as usize];
            *share = (*share * factor).max(1e-280);
        }
    }
}
