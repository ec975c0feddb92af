//! From a graph to a packing: finds the columns, splits them into parts, packs
//! each part, and adds up. A part's answer depends on that part alone.

#![expect(
    clippy::indexing_slicing,
    reason = "columns and nodes are numbered by the part at hand"
)]

use std::cmp::Reverse;

use rayon::prelude::*;

use super::branch::{self, are_whole, cut, tolerance, worth};
use super::columns::{Columns, Part};
use super::cycles;
use super::graph::Graph;
use super::prices::{Cooling, prices};
use super::region::{self, Rounds};
use super::search::{Reach, Search};
use super::{Cycle, Longest, Options, Packing};

/// All rings of two or three, each once, from its smallest node on.
#[must_use]
pub fn find_cycles(graph: &Graph, longest: Longest) -> Vec<Cycle> {
    let mut columns = Columns::new();
    cycles::cycles(graph, longest, usize::MAX, &mut columns);
    (0..columns.len())
        .map(|column| Cycle {
            nodes: columns.members(column).to_vec(),
            weight: columns.weight[column],
            is_chain: false,
        })
        .collect()
}

/// Packs rings, and chains where asked for, that share no node, for the
/// greatest total weight. The same graph and options give the same packing.
#[must_use]
pub fn solve(graph: &Graph, options: &Options) -> Packing {
    let all = parts(graph, options);
    let packed = pack(&all.parts.iter().collect::<Vec<_>>(), options);
    total(
        &all,
        &all.parts.iter().zip(packed).collect::<Vec<_>>(),
        graph,
    )
}

/// What could be chosen of a graph, in parts that share no node.
pub(super) struct Parts {
    pub(super) parts: Vec<Part>,
    /// What no packing exceeds although not everything was found; `None` where
    /// everything was.
    loose: Option<f64>,
}

/// The parts of a graph.
pub(super) fn parts(graph: &Graph, options: &Options) -> Parts {
    let mut columns = Columns::new();
    let mut is_whole = cycles::cycles(graph, options.longest, options.columns, &mut columns);
    if let Some(chains) = options.chains {
        let limit = columns.len().saturating_add(options.columns / 16);
        is_whole &= cycles::chains(graph, chains, limit, &mut columns);
    }
    Parts {
        parts: columns.parts(graph.nodes() as usize),
        loose: (!is_whole).then(|| loose(graph, options)),
    }
}

/// Each node receives its best gift, and each start ends a chain.
fn loose(graph: &Graph, options: &Options) -> f64 {
    let mut best = vec![0.0_f64; graph.nodes() as usize];
    let mut starts = 0.0;
    for node in 0..graph.nodes() {
        let (heads, weights) = graph.row(node);
        for (&to, &weight) in heads.iter().zip(weights) {
            best[to as usize] = best[to as usize].max(weight);
        }
        starts += f64::from(u8::from(graph.is_start(node)));
    }
    let ending = options.chains.map_or(0.0, |chains| chains.ending.max(0.0));
    best.iter().sum::<f64>() + starts * ending
}

/// A part's packing, in the numbers of the part.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Packed {
    /// Ascending columns.
    chosen: Vec<u32>,
    value: f64,
    bound: f64,
    is_optimal: bool,
}

/// Packs parts on every core; the largest begin first.
pub(super) fn pack(parts: &[&Part], options: &Options) -> Vec<Packed> {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&place| Reverse(parts[place].columns.len()));
    let mut packed: Vec<(usize, Packed)> = order
        .into_par_iter()
        .with_max_len(1)
        .map(|place| (place, pack_one(parts[place], options)))
        .collect();
    packed.sort_unstable_by_key(|&(place, _)| place);
    packed.into_iter().map(|(_, packed)| packed).collect()
}

/// Adds up the packings of parts; the order of the parts does not matter.
pub(super) fn total(all: &Parts, packed: &[(&Part, Packed)], graph: &Graph) -> Packing {
    let mut order: Vec<&(&Part, Packed)> = packed.iter().collect();
    order.sort_unstable_by_key(|(part, _)| part.nodes.first());
    let mut cycles: Vec<Cycle> = order
        .iter()
        .flat_map(|(part, packed)| {
            packed.chosen.iter().map(|&column| {
                let column = column as usize;
                let members = part.columns.members(column).iter();
                let nodes: Vec<u32> = members.map(|&node| part.nodes[node as usize]).collect();
                Cycle {
                    weight: part.columns.weight[column],
                    is_chain: nodes.first().is_some_and(|&node| graph.is_start(node)),
                    nodes,
                }
            })
        })
        .collect();
    cycles.sort_by(|a, b| a.nodes.cmp(&b.nodes));
    // Zero is added because the sum of nothing is minus zero.
    let value = 0.0 + order.iter().map(|(_, packed)| packed.value).sum::<f64>();
    if let Some(loose) = all.loose {
        return Packing {
            cycles,
            value,
            bound: loose.max(value),
            is_optimal: false,
        };
    }
    Packing {
        cycles,
        value,
        bound: 0.0 + order.iter().map(|(_, packed)| packed.bound).sum::<f64>(),
        is_optimal: order.iter().all(|(_, packed)| packed.is_optimal),
    }
}

fn pack_one(part: &Part, options: &Options) -> Packed {
    let Part { nodes, columns } = part;
    let (chosen, bound) = choose(nodes.len(), columns, options.work);
    let value = worth(columns, &chosen);
    let is_optimal = bound <= value + tolerance(value) * nodes.len() as f64;
    Packed {
        chosen,
        value,
        bound: if is_optimal { value } else { bound },
        is_optimal,
    }
}

/// A part of more columns gets fewer passes of pricing.
const MANY: usize = 2_000_000;
/// Columns of least slack that each node looks at.
const BREADTH: usize = 16;
/// Steps for each node from which on more columns are looked at.
const GENEROUS: u64 = 100_000;
/// A part of fewer nodes may spend as many steps as one of so many.
const SMALL: u64 = 2_500;

/// Chains, then regions.
struct Effort {
    reach: Reach,
    rounds: Rounds,
}

const QUICK: Effort = Effort {
    reach: Reach {
        depth: 6,
        beginnings: 4,
    },
    rounds: Rounds {
        rounds: 4,
        patience: 1,
        branches: 1_000,
    },
};

const THOROUGH: Effort = Effort {
    reach: Reach {
        depth: 12,
        beginnings: 8,
    },
    rounds: Rounds {
        rounds: 1_000,
        patience: 8,
        branches: 2_000,
    },
};

const PATIENT: Effort = Effort {
    reach: Reach {
        depth: 20,
        beginnings: 64,
    },
    rounds: Rounds {
        rounds: 1_000,
        patience: 50,
        branches: 5_000,
    },
};

/// Chosen columns, ascending, and a proved bound.
fn choose(nodes: usize, columns: &Columns, work: u64) -> (Vec<u32>, f64) {
    if columns.len() == 1 {
        return (vec![0], columns.weight[0]);
    }
    let whole = are_whole(columns);
    let incidence = columns.incidence(nodes);
    let cooling = if columns.len() > MANY {
        Cooling::HURRIED
    } else if work >= GENEROUS {
        Cooling::CAREFUL
    } else {
        Cooling::QUICK
    };
    let prices = prices(nodes, columns, &incidence, cooling);
    let bound = cut(prices.bound(), whole);
    let breadth = if work >= GENEROUS { 64 } else { BREADTH };
    let mut search = Search::greedy(nodes, columns, &prices, breadth);
    let is_done = |search: &Search<'_>| {
        let value = worth(columns, &search.chosen());
        bound <= value + tolerance(value)
    };
    let limit = work.saturating_mul((nodes as u64).max(SMALL));
    let improve = |search: &mut Search<'_>, effort: &Effort, limit: u64| {
        if search.work < limit && !is_done(search) {
            search.improve(effort.reach, limit);
            region::improve(search, &effort.rounds, limit);
        }
    };
    improve(&mut search, &QUICK, limit);
    improve(&mut search, &THOROUGH, limit);
    if work >= GENEROUS {
        improve(&mut search, &PATIENT, limit / 4);
    }
    let spent = search.work;
    let chosen = search.chosen();
    let value = worth(columns, &chosen);
    if bound <= value + tolerance(value) {
        return (chosen, bound);
    }
    // Only what could be part of something better stays in.
    let gap = prices.bound() - value + tolerance(value);
    let mut kept = Columns::new();
    let mut names = Vec::new();
    for column in 0..columns.len() {
        if prices.slack(columns, column) <= gap {
            kept.push(columns.members(column), columns.weight[column]);
            names.push(column as u32);
        }
    }
    let known: Vec<u32> = chosen
        .iter()
        .filter_map(|column| names.binary_search(column).ok())
        .map(|place| place as u32)
        .collect();
    if known.len() != chosen.len() || cost(nodes, kept.len()) > limit.saturating_sub(spent) {
        return (chosen, bound);
    }
    let (exact, _) = branch::exact(nodes, &kept, known, limit.saturating_sub(spent));
    let chosen = exact
        .chosen
        .iter()
        .map(|&column| names[column as usize])
        .collect();
    (chosen, exact.bound.min(bound))
}

/// About what the first relaxation takes.
fn cost(rows: usize, columns: usize) -> u64 {
    let (rows, columns) = (rows as u64, columns as u64);
    rows.saturating_mul(rows.saturating_mul(rows) / 4 + 8 * columns)
}
