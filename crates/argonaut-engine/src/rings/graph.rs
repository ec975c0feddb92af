//! Who could give to whom: the weighted, directed graph in which rings are
//! sought. It knows nodes by number alone, never a card or its owner.

#![expect(
    clippy::indexing_slicing,
    reason = "rows are cut from offsets that this module made and never changes"
)]

use thiserror::Error;

/// One possible gift: `from` has what `to` needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arc {
    /// Who gives.
    pub from: u32,
    /// Who receives.
    pub to: u32,
    /// What the gift is worth: finite and above zero, in any unit.
    pub weight: f64,
}

/// Why arcs make no graph.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum GraphError {
    /// An arc or a start names a node that is not there.
    #[error("node {node} is not one of the {nodes} nodes")]
    NoSuchNode {
        /// The node that was named.
        node: u32,
        /// How many nodes there are.
        nodes: u32,
    },
    /// A node would give to itself.
    #[error("node {node} gives to itself")]
    Loop {
        /// The node.
        node: u32,
    },
    /// A weight is zero, negative or no number.
    #[error("the gift of {from} to {to} is worth {weight}, which is not above zero")]
    Weight {
        /// Who gives.
        from: u32,
        /// Who receives.
        to: u32,
        /// The weight.
        weight: f64,
    },
    /// A start asks for nothing, so nobody gives to it.
    #[error("node {from} gives to {to}, which only starts chains")]
    StartReceives {
        /// Who gives.
        from: u32,
        /// The start.
        to: u32,
    },
    /// More arcs than a graph can number.
    #[error("a graph holds fewer than 2^32 arcs")]
    TooManyArcs,
}

/// Nodes `0..nodes` and the arcs between them; of parallel arcs the one that is
/// worth most. A *start* is a node that gives and asks for nothing: a helper's
/// or a service's offer, from which a chain may run.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    starts: Vec<bool>,
    first: Vec<u32>,
    to: Vec<u32>,
    weight: Vec<f64>,
}

impl Graph {
    /// A graph without starts.
    ///
    /// # Errors
    /// When an arc names a node out of range, is a loop, or is not worth a
    /// finite number above zero.
    pub fn new(nodes: u32, arcs: impl IntoIterator<Item = Arc>) -> Result<Self, GraphError> {
        Self::with_starts(nodes, arcs, [])
    }

    /// A graph in which chains may run from `starts`.
    ///
    /// # Errors
    /// As [`Graph::new`], and when somebody would give to a start.
    pub fn with_starts(
        nodes: u32,
        arcs: impl IntoIterator<Item = Arc>,
        starts: impl IntoIterator<Item = u32>,
    ) -> Result<Self, GraphError> {
        let count = nodes as usize;
        let mut is_start = vec![false; count];
        for node in starts {
            *is_start
                .get_mut(node as usize)
                .ok_or(GraphError::NoSuchNode { node, nodes })? = true;
        }
        let mut arcs: Vec<Arc> = arcs.into_iter().collect();
        for arc in &arcs {
            check(arc, nodes, &is_start)?;
        }
        if u32::try_from(arcs.len()).is_err() {
            return Err(GraphError::TooManyArcs);
        }
        if !arcs.is_sorted_by(|a, b| (a.from, a.to) < (b.from, b.to)) {
            arcs.sort_unstable_by(|a, b| {
                (a.from, a.to)
                    .cmp(&(b.from, b.to))
                    .then(b.weight.total_cmp(&a.weight))
            });
            arcs.dedup_by_key(|arc| (arc.from, arc.to));
        }
        let mut first = vec![0_u32; count + 1];
        for arc in &arcs {
            first[arc.from as usize + 1] += 1;
        }
        for node in 0..count {
            first[node + 1] += first[node];
        }
        Ok(Self {
            starts: is_start,
            first,
            to: arcs.iter().map(|arc| arc.to).collect(),
            weight: arcs.iter().map(|arc| arc.weight).collect(),
        })
    }

    /// A graph in which nobody gives anything.
    pub(super) fn empty(nodes: u32) -> Self {
        Self {
            starts: vec![false; nodes as usize],
            first: vec![0; nodes as usize + 1],
            to: Vec::new(),
            weight: Vec::new(),
        }
    }

    /// How many nodes there are.
    #[must_use]
    pub fn nodes(&self) -> u32 {
        self.starts.len() as u32
    }

    /// How many arcs there are.
    #[must_use]
    pub fn arcs(&self) -> usize {
        self.to.len()
    }

    /// Whether chains may run from this node.
    #[must_use]
    pub fn is_start(&self, node: u32) -> bool {
        self.starts.get(node as usize).copied().unwrap_or(false)
    }

    /// What the gift of one node to another is worth, if there is one.
    #[must_use]
    pub fn weight(&self, from: u32, to: u32) -> Option<f64> {
        let (heads, weights) = self.row(from);
        let place = heads.binary_search(&to).ok()?;
        weights.get(place).copied()
    }

    /// Every arc, by giver, then receiver.
    pub fn all(&self) -> impl Iterator<Item = Arc> {
        (0..self.nodes()).flat_map(|from| {
            let (heads, weights) = self.row(from);
            heads
                .iter()
                .zip(weights)
                .map(move |(&to, &weight)| Arc { from, to, weight })
        })
    }

    /// To whom a node could give, ascending, and what each gift is worth.
    pub(super) fn row(&self, from: u32) -> (&[u32], &[f64]) {
        if from >= self.nodes() {
            return (&[], &[]);
        }
        let range = self.first[from as usize] as usize..self.first[from as usize + 1] as usize;
        (&self.to[range.clone()], &self.weight[range])
    }
}

/// Checks one arc against the nodes.
pub(super) fn check(arc: &Arc, nodes: u32, is_start: &[bool]) -> Result<(), GraphError> {
    let Arc { from, to, weight } = *arc;
    for node in [from, to] {
        if node >= nodes {
            return Err(GraphError::NoSuchNode { node, nodes });
        }
    }
    if from == to {
        return Err(GraphError::Loop { node: from });
    }
    if !(weight.is_finite() && weight > 0.0) {
        return Err(GraphError::Weight { from, to, weight });
    }
    if is_start.get(to as usize).copied().unwrap_or(false) {
        return Err(GraphError::StartReceives { from, to });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc(from: u32, to: u32, weight: f64) -> Arc {
        Arc { from, to, weight }
    }

    #[test]
    fn of_parallel_arcs_the_best_stays() {
        let graph = Graph::new(3, [arc(1, 2, 1.0), arc(0, 1, 2.0), arc(1, 2, 3.0)]).unwrap();
        assert_eq!(graph.arcs(), 2);
        assert_eq!(graph.weight(1, 2), Some(3.0));
        assert_eq!(graph.weight(2, 1), None);
        assert_eq!(graph.weight(9, 1), None);
    }

    #[test]
    fn wrong_arcs_are_refused() {
        let refused = |arc| Graph::with_starts(3, [arc], [2]).unwrap_err();
        assert_eq!(
            refused(arc(0, 3, 1.0)),
            GraphError::NoSuchNode { node: 3, nodes: 3 }
        );
        assert_eq!(refused(arc(1, 1, 1.0)), GraphError::Loop { node: 1 });
        assert!(matches!(
            refused(arc(0, 1, f64::NAN)),
            GraphError::Weight { .. }
        ));
        assert!(matches!(refused(arc(0, 1, 0.0)), GraphError::Weight { .. }));
        assert_eq!(
            refused(arc(0, 2, 1.0)),
            GraphError::StartReceives { from: 0, to: 2 }
        );
    }
}
