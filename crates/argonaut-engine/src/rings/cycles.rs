//! Finds every ring of two or three, and every chain from a start, once each.

#![expect(
    clippy::indexing_slicing,
    reason = "marks have one entry for each node of the graph"
)]

use super::columns::Columns;
use super::graph::Graph;
use super::{Chains, Longest};

/// All rings up to `longest`, each from its smallest node, in ascending order.
/// False when the limit was reached before all were found.
///
/// For each node `a` the givers to `a` are marked; then two steps along arcs to
/// greater nodes that end on a mark close a ring: Σ deg² steps.
pub(super) fn cycles(graph: &Graph, longest: Longest, limit: usize, into: &mut Columns) -> bool {
    let nodes = graph.nodes();
    let back = Reversed::of(graph);
    let mut marked = vec![u32::MAX; nodes as usize];
    let mut worth = vec![0.0_f64; nodes as usize];
    for a in 0..nodes {
        let mut any = false;
        for (c, weight) in back.row(a).filter(|&(c, _)| c > a) {
            marked[c as usize] = a;
            worth[c as usize] = weight;
            any = true;
        }
        if !any {
            continue;
        }
        if into.len() >= limit {
            return false;
        }
        let (heads, weights) = graph.row(a);
        for (&b, &ab) in heads.iter().zip(weights).filter(|&(&b, _)| b > a) {
            if marked[b as usize] == a {
                into.push(&[a, b], ab + worth[b as usize]);
            }
            if longest == Longest::Two {
                continue;
            }
            let (heads, weights) = graph.row(b);
            for (&c, &bc) in heads.iter().zip(weights) {
                if c > a && marked[c as usize] == a {
                    into.push(&[a, b, c], ab + bc + worth[c as usize]);
                }
            }
        }
    }
    true
}

/// All chains of at most `chains.arcs` arcs, a start's shorter ones first.
/// False when the limit was reached before all were found.
pub(super) fn chains(graph: &Graph, chains: Chains, limit: usize, into: &mut Columns) -> bool {
    let mut path = Vec::new();
    (0..graph.nodes())
        .filter(|&node| graph.is_start(node))
        .all(|start| {
            path.clear();
            path.push(start);
            extend(graph, chains, limit, &mut path, chains.ending, into)
        })
}

fn extend(
    graph: &Graph,
    chains: Chains,
    limit: usize,
    path: &mut Vec<u32>,
    weight: f64,
    into: &mut Columns,
) -> bool {
    if into.len() >= limit {
        return false;
    }
    if weight > 0.0 {
        into.push(path, weight);
    }
    if path.len() > chains.arcs {
        return true;
    }
    let Some(&last) = path.last() else {
        return true;
    };
    let (heads, weights) = graph.row(last);
    heads.iter().zip(weights).all(|(&next, &gift)| {
        if path.contains(&next) {
            return true;
        }
        path.push(next);
        let all = extend(graph, chains, limit, path, weight + gift, into);
        path.pop();
        all
    })
}

/// Who could give to a node.
struct Reversed {
    first: Vec<u32>,
    from: Vec<u32>,
    weight: Vec<f64>,
}

impl Reversed {
    fn of(graph: &Graph) -> Self {
        let nodes = graph.nodes();
        let mut first = vec![0_u32; nodes as usize + 1];
        for node in 0..nodes {
            for &to in graph.row(node).0 {
                first[to as usize + 1] += 1;
            }
        }
        for node in 0..nodes as usize {
            first[node + 1] += first[node];
        }
        let mut next = first.clone();
        let mut from = vec![0; graph.arcs()];
        let mut weight = vec![0.0; graph.arcs()];
        for node in 0..nodes {
            let (heads, weights) = graph.row(node);
            for (&to, &gift) in heads.iter().zip(weights) {
                let place = &mut next[to as usize];
                from[*place as usize] = node;
                weight[*place as usize] = gift;
                *place += 1;
            }
        }
        Self {
            first,
            from,
            weight,
        }
    }

    fn row(&self, to: u32) -> impl Iterator<Item = (u32, f64)> {
        let range = self.first[to as usize] as usize..self.first[to as usize + 1] as usize;
        self.from[range.clone()]
            .iter()
            .copied()
            .zip(self.weight[range].iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::super::graph::Arc;
    use super::*;

    fn graph(arcs: &[(u32, u32)], starts: &[u32]) -> Graph {
        let arcs = arcs.iter().map(|&(from, to)| Arc {
            from,
            to,
            weight: 1.0 + f64::from(from),
        });
        Graph::with_starts(6, arcs, starts.iter().copied()).unwrap()
    }

    fn all(columns: &Columns) -> Vec<(Vec<u32>, f64)> {
        (0..columns.len())
            .map(|column| (columns.members(column).to_vec(), columns.weight[column]))
            .collect()
    }

    #[test]
    fn each_ring_is_found_once_from_its_smallest_node() {
        let graph = graph(&[(0, 1), (1, 0), (1, 2), (2, 0), (2, 1), (0, 2)], &[]);
        let mut found = Columns::new();
        assert!(cycles(&graph, Longest::Three, 100, &mut found));
        assert_eq!(
            all(&found),
            [
                (vec![0, 1], 3.0),
                (vec![0, 1, 2], 6.0),
                (vec![0, 2], 4.0),
                (vec![0, 2, 1], 6.0),
                (vec![1, 2], 5.0),
            ]
        );
        let mut pairs = Columns::new();
        assert!(cycles(&graph, Longest::Two, 100, &mut pairs));
        let mut cut = Columns::new();
        assert!(!cycles(&graph, Longest::Three, 1, &mut cut));
        assert_eq!(pairs.len(), 3);
    }

    #[test]
    fn chains_run_from_starts_and_never_twice_through_a_node() {
        let graph = graph(&[(5, 1), (1, 2), (2, 1), (0, 1)], &[5]);
        let chains_of = |arcs, ending| {
            let mut found = Columns::new();
            assert!(chains(&graph, Chains { arcs, ending }, 100, &mut found));
            all(&found)
        };
        assert_eq!(chains_of(3, 0.0), [(vec![5, 1], 6.0), (vec![5, 1, 2], 8.0)]);
        assert_eq!(chains_of(1, 1.0), [(vec![5], 1.0), (vec![5, 1], 7.0)]);
        let mut found = Columns::new();
        let cut = Chains {
            arcs: 3,
            ending: 0.0,
        };
        assert!(!chains(&graph, cut, 1, &mut found));
    }
}
