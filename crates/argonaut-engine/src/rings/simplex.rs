//! The exact bound of a part: the linear relaxation of set packing,
//! `max Σ w_c x_c`, `Σ_{c∋v} x_c ≤ 1`, `x ≥ 0`, by the primal simplex method
//! with an explicit inverse of the basis (Dantzig 1951). Weights may change
//! between solutions: every basis stays feasible, so each starts where the last
//! one ended.

#![expect(
    clippy::indexing_slicing,
    reason = "rows and columns are numbered by the part that is relaxed"
)]

use super::columns::Columns;

/// Reduced gains below this are rounding.
const NOISE: f64 = 1e-9;
/// Pivots until the inverse is made anew.
const STALE: usize = 400;

/// One linear programme and its current basis.
pub(super) struct Relaxation<'a> {
    columns: &'a Columns,
    rows: usize,
    /// What each column is worth now; zero takes it out.
    pub(super) weight: Vec<f64>,
    /// Which column is basic in each row; `columns.len() + r` is row r's slack.
    basis: Vec<usize>,
    is_basic: Vec<bool>,
    /// Column-major: the entry of basic row r for original row v is `v·rows + r`.
    inverse: Vec<f64>,
    /// Values of the basic columns under right sides that differ a little, so
    /// that no vertex is degenerate.
    value: Vec<f64>,
    pub(super) prices: Vec<f64>,
    alpha: Vec<f64>,
    stale: usize,
    /// Numbers touched, for the limit on work.
    pub(super) work: u64,
}

/// A side a little above one, different for each row (a golden-ratio sequence).
fn side(row: usize) -> f64 {
    let spread = (row as f64 + 1.0) * 0.618_033_988_749_894_8;
    1.0 + 1e-7 * (0.5 + spread.fract())
}

impl<'a> Relaxation<'a> {
    pub(super) fn new(rows: usize, columns: &'a Columns) -> Self {
        let mut relaxation = Self {
            columns,
            rows,
            weight: columns.weight.clone(),
            basis: (0..rows).map(|row| columns.len() + row).collect(),
            is_basic: vec![false; columns.len() + rows],
            inverse: vec![0.0; rows * rows],
            value: (0..rows).map(side).collect(),
            prices: vec![0.0; rows],
            alpha: vec![0.0; rows],
            stale: 0,
            work: 0,
        };
        for row in 0..rows {
            relaxation.inverse[row * rows + row] = 1.0;
            relaxation.is_basic[columns.len() + row] = true;
        }
        relaxation
    }

    /// Pivots until no column gains. False when the work ran out before.
    pub(super) fn solve(&mut self, limit: u64) -> bool {
        self.reprice();
        loop {
            if self.work > limit {
                return false;
            }
            if self.stale >= STALE {
                self.renew();
                self.reprice();
            }
            let Some((entering, gain)) = self.entering() else {
                return true;
            };
            if !self.pivot(entering, gain) {
                return true;
            }
        }
    }

    /// `y = c_B B⁻¹`.
    fn reprice(&mut self) {
        let worth: Vec<f64> = self
            .basis
            .iter()
            .map(|&column| self.weight.get(column).copied().unwrap_or(0.0))
            .collect();
        for row in 0..self.rows {
            let inverse = &self.inverse[row * self.rows..(row + 1) * self.rows];
            self.prices[row] = inverse.iter().zip(&worth).map(|(a, b)| a * b).sum();
        }
        self.work += (self.rows * self.rows) as u64;
    }

    /// The column of greatest gain, the first of equals.
    fn entering(&mut self) -> Option<(usize, f64)> {
        let mut best = (usize::MAX, NOISE);
        for (column, &weight) in self.weight.iter().enumerate() {
            if weight <= best.1 {
                continue;
            }
            let members = self.columns.members(column);
            let cost: f64 = members.iter().map(|&row| self.prices[row as usize]).sum();
            if weight - cost > best.1 && !self.is_basic[column] {
                best = (column, weight - cost);
            }
        }
        for row in 0..self.rows {
            if -self.prices[row] > best.1 && !self.is_basic[self.weight.len() + row] {
                best = (self.weight.len() + row, -self.prices[row]);
            }
        }
        self.work += 4 * self.weight.len() as u64;
        (best.0 != usize::MAX).then_some(best)
    }

    fn pivot(&mut self, entering: usize, gain: f64) -> bool {
        let rows = self.rows;
        self.alpha.fill(0.0);
        let slack = [entering.wrapping_sub(self.weight.len()) as u32];
        let members = if entering < self.weight.len() {
            self.columns.members(entering)
        } else {
            &slack
        };
        for &member in members {
            let column = &self.inverse[member as usize * rows..(member as usize + 1) * rows];
            for (alpha, entry) in self.alpha.iter_mut().zip(column) {
                *alpha += entry;
            }
        }
        let mut leaving: Option<(usize, f64)> = None;
        for row in 0..rows {
            if self.alpha[row] > 1e-7 {
                let ratio = self.value[row].max(0.0) / self.alpha[row];
                if leaving.is_none_or(|(_, least)| ratio < least) {
                    leaving = Some((row, ratio));
                }
            }
        }
        let Some((leaving, step)) = leaving else {
            return false;
        };
        let scale = 1.0 / self.alpha[leaving];
        for row in 0..rows {
            self.value[row] -= step * self.alpha[row];
        }
        self.value[leaving] = step;
        let mut touched = 3 * rows;
        let nonzero: Vec<(usize, f64)> = self
            .alpha
            .iter()
            .enumerate()
            .filter(|&(row, alpha)| row != leaving && alpha.abs() > 1e-12)
            .map(|(row, &alpha)| (row, alpha))
            .collect();
        // Where few entries are zero, going over all of them in a row is faster.
        let is_dense = nonzero.len() * 4 > rows;
        self.alpha[leaving] = 0.0;
        for original in 0..rows {
            let column = &mut self.inverse[original * rows..(original + 1) * rows];
            let pivot = column[leaving] * scale;
            if pivot == 0.0 {
                continue;
            }
            if is_dense {
                for (entry, alpha) in column.iter_mut().zip(&self.alpha) {
                    *entry -= alpha * pivot;
                }
            } else {
                for &(row, alpha) in &nonzero {
                    column[row] -= alpha * pivot;
                }
            }
            column[leaving] = pivot;
            self.prices[original] += gain * pivot;
            touched += nonzero.len();
        }
        self.work += touched as u64;
        self.is_basic[self.basis[leaving]] = false;
        self.is_basic[entering] = true;
        self.basis[leaving] = entering;
        self.stale += 1;
        true
    }

    /// Makes the inverse anew from the basis (Gauss and Jordan, with pivoting).
    fn renew(&mut self) {
        let rows = self.rows;
        let count = self.weight.len();
        // Row-major [B | I]; what is left on the right is the inverse.
        let mut left = vec![0.0_f64; rows * rows];
        for (place, &column) in self.basis.iter().enumerate() {
            if column < count {
                for &row in self.columns.members(column) {
                    left[row as usize * rows + place] = 1.0;
                }
            } else {
                left[(column - count) * rows + place] = 1.0;
            }
        }
        let mut right = vec![0.0_f64; rows * rows];
        for row in 0..rows {
            right[row * rows + row] = 1.0;
        }
        for place in 0..rows {
            let best = (place..rows)
                .max_by(|&a, &b| {
                    left[a * rows + place]
                        .abs()
                        .total_cmp(&left[b * rows + place].abs())
                        .then(b.cmp(&a))
                })
                .unwrap_or(place);
            if left[best * rows + place].abs() < 1e-9 {
                // Too near to singular to gain by it: the old one stays.
                self.stale = 0;
                return;
            }
            if best != place {
                for entry in 0..rows {
                    left.swap(best * rows + entry, place * rows + entry);
                    right.swap(best * rows + entry, place * rows + entry);
                }
            }
            let scale = 1.0 / left[place * rows + place];
            let pivot_left: Vec<f64> = left[place * rows..(place + 1) * rows]
                .iter()
                .map(|entry| entry * scale)
                .collect();
            let pivot_right: Vec<f64> = right[place * rows..(place + 1) * rows]
                .iter()
                .map(|entry| entry * scale)
                .collect();
            for row in 0..rows {
                let factor = left[row * rows + place];
                if row == place || factor == 0.0 {
                    continue;
                }
                for entry in 0..rows {
                    left[row * rows + entry] -= factor * pivot_left[entry];
                    right[row * rows + entry] -= factor * pivot_right[entry];
                }
            }
            left[place * rows..(place + 1) * rows].copy_from_slice(&pivot_left);
            right[place * rows..(place + 1) * rows].copy_from_slice(&pivot_right);
        }
        for row in 0..rows {
            for original in 0..rows {
                self.inverse[original * rows + row] = right[row * rows + original];
            }
        }
        for row in 0..rows {
            self.value[row] = (0..rows)
                .map(|original| self.inverse[original * rows + row] * side(original))
                .sum();
        }
        self.work += (rows * rows * rows) as u64 / 4;
        self.stale = 0;
    }

    /// The basic columns and how much of each is taken when all sides are one.
    pub(super) fn taken(&self) -> Vec<(usize, f64)> {
        let count = self.weight.len();
        let rows = self.rows;
        let mut taken: Vec<(usize, f64)> = self
            .basis
            .iter()
            .enumerate()
            .filter(|&(_, &column)| column < count && self.weight[column] > 0.0)
            .map(|(row, &column)| {
                let share: f64 = (0..rows).map(|v| self.inverse[v * rows + row]).sum();
                (column, share)
            })
            .filter(|&(_, share)| share > 1e-6)
            .collect();
        taken.sort_unstable_by_key(|&(column, _)| column);
        taken
    }

    /// The sum of the prices after they were raised to hold for every column
    /// that is in: a proved bound whatever rounding did before.
    pub(super) fn bound(&self) -> (f64, Vec<f64>) {
        let mut prices: Vec<f64> = self.prices.iter().map(|price| price.max(0.0)).collect();
        for (column, &weight) in self.weight.iter().enumerate() {
            let members = self.columns.members(column);
            let cost: f64 = members.iter().map(|&row| prices[row as usize]).sum();
            if weight > cost {
                prices[members[0] as usize] += weight - cost;
            }
        }
        (prices.iter().sum(), prices)
    }
}
