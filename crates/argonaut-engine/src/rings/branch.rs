//! Exact packing of a part: branch and bound over its linear relaxation.
//!
//! It branches on an arc whose use is fractional (as in branch and price for
//! kidney exchange, Abraham, Blum and Sandholm 2007): on one side every column
//! that touches either end without the arc goes, on the other every column with
//! the arc. A chain counts as closed by an arc from its end to its start.

#![expect(
    clippy::indexing_slicing,
    reason = "columns are numbered by the part that is packed"
)]

use std::collections::BTreeMap;

use super::columns::Columns;
use super::simplex::Relaxation;

/// Branches above one another: a guard for the stack, never met in practice.
const DEEPEST: usize = 2_000;

/// A packing of a part, and what no packing exceeds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Exact {
    /// Ascending columns.
    pub(super) chosen: Vec<u32>,
    pub(super) value: f64,
    pub(super) bound: f64,
}

/// Whether all sums of weights are whole numbers, so that bounds may be cut.
pub(super) fn are_whole(columns: &Columns) -> bool {
    columns
        .weight
        .iter()
        .all(|weight| weight.fract() == 0.0 && *weight < 1e9)
}

/// A bound cut to a whole number where the weights are.
pub(super) fn cut(bound: f64, whole: bool) -> f64 {
    if whole { (bound + 1e-6).floor() } else { bound }
}

/// Differences below this are rounding.
pub(super) fn tolerance(value: f64) -> f64 {
    1e-9 * value.abs().max(1.0)
}

/// What a set of columns is worth.
pub(super) fn worth(columns: &Columns, chosen: &[u32]) -> f64 {
    chosen
        .iter()
        .map(|&column| columns.weight[column as usize])
        .sum()
}

/// The best packing, from `known` on, within the limit on work; what the search
/// did not reach stays in the bound.
pub(super) fn exact(rows: usize, columns: &Columns, known: Vec<u32>, limit: u64) -> (Exact, u64) {
    let mut tree = Tree {
        columns,
        relaxation: Relaxation::new(rows, columns),
        whole: are_whole(columns),
        value: worth(columns, &known),
        chosen: known,
        limit,
    };
    let bound = tree.explore(0);
    let value = tree.value;
    (
        Exact {
            chosen: tree.chosen,
            value,
            bound: bound.max(value),
        },
        tree.relaxation.work,
    )
}

struct Tree<'a> {
    columns: &'a Columns,
    relaxation: Relaxation<'a>,
    whole: bool,
    chosen: Vec<u32>,
    value: f64,
    limit: u64,
}

impl Tree<'_> {
    /// Explores what the weights leave in; gives a bound on it.
    fn explore(&mut self, depth: usize) -> f64 {
        let finished = self.relaxation.solve(self.limit);
        let (bound, prices) = self.relaxation.bound();
        let bound = cut(bound, self.whole);
        if !finished || bound <= self.value + tolerance(self.value) {
            return bound;
        }
        let taken = self.relaxation.taken();
        let Some(split) = self.fractional(&taken) else {
            let mut chosen: Vec<u32> = taken.iter().map(|&(column, _)| column as u32).collect();
            chosen.sort_unstable();
            let value = worth(self.columns, &chosen);
            if value > self.value {
                self.value = value;
                self.chosen = chosen;
            }
            return if bound <= value + tolerance(value) * self.columns.len() as f64 {
                value
            } else {
                bound
            };
        };
        if depth >= DEEPEST {
            return bound;
        }
        // What costs more than the gap cannot be part of anything better.
        let gap = bound - self.value + tolerance(self.value);
        let mut out = Vec::new();
        self.take_out(&mut out, |columns, column| {
            let members = columns.members(column);
            let cost: f64 = members.iter().map(|&row| prices[row as usize]).sum();
            cost - columns.weight[column] > gap
        });
        let (with, without) = match split {
            Split::Arc(from, to) => (
                self.branch(depth, |columns, column| {
                    let members = columns.members(column);
                    members.iter().any(|&row| row == from || row == to)
                        && !steps(members).any(|step| step == (from, to))
                }),
                self.branch(depth, |columns, column| {
                    steps(columns.members(column)).any(|step| step == (from, to))
                }),
            ),
            Split::Column(taken) => (
                self.branch(depth, |columns, column| {
                    let members = columns.members(taken);
                    column != taken
                        && columns
                            .members(column)
                            .iter()
                            .any(|row| members.contains(row))
                }),
                self.branch(depth, |_, column| column == taken),
            ),
        };
        self.put_back(&out);
        bound.min(with.max(without))
    }

    /// Explores without the columns that `leaves` names.
    fn branch(&mut self, depth: usize, leaves: impl Fn(&Columns, usize) -> bool) -> f64 {
        let mut out = Vec::new();
        self.take_out(&mut out, leaves);
        let bound = self.explore(depth + 1);
        self.put_back(&out);
        bound
    }

    fn take_out(&mut self, out: &mut Vec<usize>, leaves: impl Fn(&Columns, usize) -> bool) {
        for column in 0..self.columns.len() {
            if self.relaxation.weight[column] > 0.0 && leaves(self.columns, column) {
                self.relaxation.weight[column] = 0.0;
                out.push(column);
            }
        }
        self.relaxation.work += self.columns.len() as u64;
    }

    fn put_back(&mut self, out: &[usize]) {
        for &column in out {
            self.relaxation.weight[column] = self.columns.weight[column];
        }
    }

    /// Where to split: at the arc whose use is nearest to one half, of those
    /// that compete with another arc at one of their ends (so that each side
    /// rules out what is taken now); or else at a column.
    fn fractional(&self, taken: &[(usize, f64)]) -> Option<Split> {
        let mut flows: BTreeMap<(u32, u32), f64> = BTreeMap::new();
        let mut covered: BTreeMap<u32, f64> = BTreeMap::new();
        let mut column = None;
        for &(taken, share) in taken {
            if share < 1.0 - 1e-6 {
                column.get_or_insert(taken);
            }
            for step in steps(self.columns.members(taken)) {
                *flows.entry(step).or_default() += share;
                *covered.entry(step.0).or_default() += share;
            }
        }
        let mut best: Option<((u32, u32), f64)> = None;
        for (&step, &flow) in &flows {
            let far = (flow - 0.5).abs();
            let competes = [step.0, step.1]
                .iter()
                .any(|end| covered.get(end).is_some_and(|all| all - flow > 1e-6));
            if far < 0.5 - 1e-6 && competes && best.is_none_or(|(_, least)| far < least - 1e-9) {
                best = Some((step, far));
            }
        }
        best.map(|((from, to), _)| Split::Arc(from, to))
            .or(column.map(Split::Column))
    }
}

/// Between what the two sides of a branch decide.
enum Split {
    Arc(u32, u32),
    Column(usize),
}

/// The arcs of a column, the closing one last.
fn steps(members: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    let next = members.iter().skip(1).chain(members.first());
    members.iter().copied().zip(next.copied())
}
