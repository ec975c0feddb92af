//! Rings: closed circles of two or three clients, each of whom gives what the
//! next needs, and chains that start from an offer. Finds them all, and chooses
//! a set that shares no one, for the greatest total worth, with a proved bound.
//! No clock: a count of steps limits the work, and the answer is the same on
//! any machine and any number of threads.
//!
//! Map, from a snapshot: `offers` (listings by place and offer) → `gifts` (each
//! card's best givers, under limits, sight and trust) → `cards` (the graph; the
//! rings with their reasons). What follows knows nodes and weights alone:
//! [`Graph`] → `cycles` (what could be chosen) → `columns` (parts that share no
//! node) → `prices` (a bound by duality) → `search` and `region` (a good
//! packing) → `simplex` and `branch` (the exact one) → [`Packing`]; `memory`
//! keeps what did not change.

mod branch;
mod cards;
mod columns;
mod cycles;
mod eyes;
mod gifts;
mod graph;
mod memory;
mod offers;
mod prices;
mod region;
mod search;
mod simplex;
mod solve;
#[cfg(test)]
mod tests;

pub use cards::{Gift, Gifts, Ring, Rings, Rules};
pub use eyes::Eyes;
pub use graph::{Arc, Graph, GraphError};
pub use memory::Memory;
pub use solve::{find_cycles, solve};

/// How many nodes a ring may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Longest {
    /// Pairs alone.
    Two,
    /// Pairs and rings of three.
    Three,
}

/// Which chains may be chosen beside rings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chains {
    /// How many gifts a chain may have, from its start on.
    pub arcs: usize,
    /// What it is worth that the last one of a chain still has something to
    /// give (to a waiting list, say), in the unit of the weights; 0 for nothing.
    /// Above 0, a start alone is a chain.
    pub ending: f64,
}

/// What to pack, and how hard to try.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// The longest ring.
    pub longest: Longest,
    /// Chains, if any.
    pub chains: Option<Chains>,
    /// Steps (about a nanosecond each) that may be spent on each node of a part
    /// of the graph; a small part counts as 2,500 nodes. Finding the bound
    /// is not counted. Where they do not suffice, the answer is not proved
    /// optimal, and its bound says how far it can be off.
    pub work: u64,
    /// Rings that are listed at most, and a sixteenth as many chains: a guard for
    /// the memory (about 50 bytes each). Where there are more, the bound is a
    /// loose one.
    pub columns: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            longest: Longest::Three,
            chains: None,
            work: 6_000,
            columns: 50_000_000,
        }
    }
}

/// A chosen ring or chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Cycle {
    /// Its nodes in the order of giving. A ring begins with its smallest node,
    /// and the last gives to the first; a chain begins with its start.
    pub nodes: Vec<u32>,
    /// The sum of its arcs' weights (and a chain's ending).
    pub weight: f64,
    /// Whether it is open at its end.
    pub is_chain: bool,
}

/// Rings that share no node.
#[derive(Debug, Clone, PartialEq)]
pub struct Packing {
    /// In ascending order of their nodes.
    pub cycles: Vec<Cycle>,
    /// The sum of their weights.
    pub value: f64,
    /// What no packing exceeds.
    pub bound: f64,
    /// Whether the value was proved to be the greatest.
    pub is_optimal: bool,
}
