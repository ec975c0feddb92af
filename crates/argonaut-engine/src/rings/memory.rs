//! What was packed before: a part of the graph that reads as it did is not
//! packed again. A part's answer depends on that part alone (its nodes in their
//! order, its columns and their weights), so the answer is that of a fresh solve.

use std::collections::HashMap;

use super::columns::{Columns, Part};
use super::graph::Graph;
use super::solve::{Packed, pack, parts, total};
use super::{Options, Packing};

/// The packings of the parts of the last graph. Starts empty.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    options: Option<Options>,
    known: HashMap<Columns, Packed>,
    renewed: usize,
}

impl Memory {
    /// As [`super::solve`], but parts that the last graph had too keep their
    /// packing. Other options than the last ones forget everything.
    pub fn solve(&mut self, graph: &Graph, options: &Options) -> Packing {
        if self.options != Some(*options) {
            self.options = Some(*options);
            self.known.clear();
        }
        let whole = parts(graph, options);
        let mut fresh: Vec<&Part> = Vec::new();
        for part in &whole.parts {
            if !self.known.contains_key(&part.columns) {
                fresh.push(part);
            }
        }
        self.renewed = fresh.len();
        let packed = pack(&fresh, options);
        let mut known = HashMap::with_capacity(whole.parts.len());
        for (part, packed) in fresh.into_iter().zip(packed) {
            self.known.insert(part.columns.clone(), packed);
        }
        let mut all = Vec::with_capacity(whole.parts.len());
        for part in &whole.parts {
            if let Some(packed) = self.known.get(&part.columns) {
                all.push((part, packed.clone()));
                known.insert(part.columns.clone(), packed.clone());
            }
        }
        self.known = known;
        total(&whole, &all, graph)
    }

    /// How many parts the last call packed anew.
    #[must_use]
    pub const fn renewed(&self) -> usize {
        self.renewed
    }
}
