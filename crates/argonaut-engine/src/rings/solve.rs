//! From a graph to a packing: finds the columns, splits them into parts, packs
//! each part, and adds up. A part's answer depends on that part alone.

#![expect(
    clippy::indexing_slicing,
    reason = "columns and nodes are numbered by the part at hand"
)]

use super::branch::{self, are_whole, cut, tolerance, worth};
use super::columns::{Columns, Part};
use super::cycles;
use super::graph::Graph;
use super::prices::{Cooling, prices};
use super::search::{Reach, Search};
use super::{Cycle, Longest, Options, Packing};

/// All rings of two or three, each once, from its smallest node on.
#[must_use]
pub fn find_cycles(graph: &Graph, longest: Longest) -> Vec<Cycle> {
    let mut columns = Columns::new();
    cycles::cycles(graph, longest, &mut columns);
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
    let parts = parts(graph, options);
    let packed: Vec<Packing> = parts
        .iter()
        .map(|part| pack(part, graph, options))
        .collect();
    total(packed.iter())
}

/// The parts of a graph.
pub(super) fn parts(graph: &Graph, options: &Options) -> Vec<Part> {
    let mut columns = Columns::new();
    cycles::cycles(graph, options.longest, &mut columns);
    if let Some(chains) = options.chains {
        cycles::chains(graph, chains, usize::MAX, &mut columns);
    }
    columns.parts(graph.nodes() as usize)
}

/// Adds up the packings of parts; the order of the parts does not matter.
pub(super) fn total<'a>(packed: impl Iterator<Item = &'a Packing>) -> Packing {
    let mut packed: Vec<&Packing> = packed.collect();
    packed.sort_by_key(|packing| packing.cycles.first().map(|cycle| cycle.nodes.as_slice()));
    let mut all = Packing {
        cycles: packed
            .iter()
            .flat_map(|packing| packing.cycles.iter().cloned())
            .collect(),
        value: packed.iter().map(|packing| packing.value).sum(),
        bound: packed.iter().map(|packing| packing.bound).sum(),
        is_optimal: packed.iter().all(|packing| packing.is_optimal),
    };
    all.cycles.sort_by(|a, b| a.nodes.cmp(&b.nodes));
    all
}

/// Packs one part.
pub(super) fn pack(part: &Part, graph: &Graph, options: &Options) -> Packing {
    let Part { nodes, columns } = part;
    let (chosen, bound) = choose(nodes.len(), columns, options.work);
    let value = worth(columns, &chosen);
    let is_optimal = bound <= value + tolerance(value) * nodes.len() as f64;
    let cycles = chosen
        .iter()
        .map(|&column| {
            let members = columns.members(column as usize);
            let nodes: Vec<u32> = members.iter().map(|&node| nodes[node as usize]).collect();
            Cycle {
                weight: columns.weight[column as usize],
                is_chain: nodes.first().is_some_and(|&node| graph.is_start(node)),
                nodes,
            }
        })
        .collect();
    Packing {
        cycles,
        value,
        bound: if is_optimal { value } else { bound },
        is_optimal,
    }
}

/// Chosen columns, ascending, and a proved bound.
fn choose(nodes: usize, columns: &Columns, work: u64) -> (Vec<u32>, f64) {
    if columns.len() == 1 {
        return (vec![0], columns.weight[0]);
    }
    let whole = are_whole(columns);
    let incidence = columns.incidence(nodes);
    let prices = prices(nodes, columns, &incidence, Cooling::QUICK);
    let bound = cut(prices.bound(), whole);
    let reach = Reach {
        breadth: 24,
        depth: 12,
        beginnings: 8,
    };
    let mut search = Search::greedy(nodes, columns, &prices, reach.breadth);
    search.improve(reach, work / 4);
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
    if known.len() != chosen.len() || cost(nodes, kept.len()) > work.saturating_sub(spent) {
        return (chosen, bound);
    }
    let (exact, _) = branch::exact(nodes, &kept, known, work.saturating_sub(spent));
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
