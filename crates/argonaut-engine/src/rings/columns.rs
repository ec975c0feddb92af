//! All rings and chains that could be chosen, side by side, and the parts into
//! which they fall. A *column* is one of them: its nodes in order, its weight.

#![expect(
    clippy::indexing_slicing,
    reason = "offsets, members and weights are filled together and never changed apart"
)]

use std::hash::{Hash, Hasher};

/// Rings and chains in flat arrays.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    first: Vec<u32>,
    members: Vec<u32>,
    /// What each is worth.
    pub(super) weight: Vec<f64>,
}

impl Columns {
    pub(super) fn new() -> Self {
        Self {
            first: vec![0],
            members: Vec::new(),
            weight: Vec::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.weight.len()
    }

    pub(super) fn push(&mut self, members: &[u32], weight: f64) {
        self.members.extend_from_slice(members);
        self.first.push(self.members.len() as u32);
        self.weight.push(weight);
    }

    #[inline]
    pub(super) fn members(&self, column: usize) -> &[u32] {
        &self.members[self.first[column] as usize..self.first[column + 1] as usize]
    }

    /// The columns of each of `nodes` nodes, ascending.
    pub(super) fn incidence(&self, nodes: usize) -> Incidence {
        let mut first = vec![0_u32; nodes + 1];
        for &member in &self.members {
            first[member as usize + 1] += 1;
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut next = first.clone();
        let mut columns = vec![0_u32; self.members.len()];
        for column in 0..self.len() {
            for &member in self.members(column) {
                let place = &mut next[member as usize];
                columns[*place as usize] = column as u32;
                *place += 1;
            }
        }
        Incidence { first, columns }
    }

    /// Splits into parts that share no node. The order of columns and of nodes
    /// stays, so a part looks the same whatever lies beside it.
    pub(super) fn parts(self, nodes: usize) -> Vec<Part> {
        let mut root: Vec<u32> = (0..nodes as u32).collect();
        for column in 0..self.len() {
            let members = self.members(column);
            for &member in &members[1..] {
                join(&mut root, members[0], member);
            }
        }
        let mut part_of = vec![u32::MAX; nodes];
        let mut local = vec![0_u32; nodes];
        let mut parts: Vec<Part> = Vec::new();
        let mut used = vec![false; nodes];
        for &member in &self.members {
            used[member as usize] = true;
        }
        for node in (0..nodes).filter(|&node| used[node]) {
            let top = find(&mut root, node as u32) as usize;
            if part_of[top] == u32::MAX {
                part_of[top] = parts.len() as u32;
                parts.push(Part {
                    nodes: Vec::new(),
                    columns: Self::new(),
                });
            }
            let part = &mut parts[part_of[top] as usize];
            local[node] = part.nodes.len() as u32;
            part.nodes.push(node as u32);
        }
        let mut members = Vec::new();
        for column in 0..self.len() {
            let own = self.members(column);
            let top = find(&mut root, own[0]) as usize;
            members.clear();
            members.extend(own.iter().map(|&member| local[member as usize]));
            parts[part_of[top] as usize]
                .columns
                .push(&members, self.weight[column]);
        }
        parts
    }
}

/// Equal to the last bit: what was made of equal columns can be kept.
impl PartialEq for Columns {
    fn eq(&self, other: &Self) -> bool {
        let bits = |weight: &f64| weight.to_bits();
        self.first == other.first
            && self.members == other.members
            && self
                .weight
                .iter()
                .map(bits)
                .eq(other.weight.iter().map(bits))
    }
}

impl Eq for Columns {}

impl Hash for Columns {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.members.hash(state);
        for weight in &self.weight {
            state.write_u64(weight.to_bits());
        }
    }
}

/// Which columns touch a node.
#[derive(Debug)]
pub(super) struct Incidence {
    first: Vec<u32>,
    columns: Vec<u32>,
}

impl Incidence {
    #[inline]
    pub(super) fn of(&self, node: usize) -> &[u32] {
        &self.columns[self.first[node] as usize..self.first[node + 1] as usize]
    }
}

/// Columns that hang together, over nodes numbered from zero.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    /// The graph's number of each local node, ascending.
    pub(super) nodes: Vec<u32>,
    pub(super) columns: Columns,
}

fn find(root: &mut [u32], node: u32) -> u32 {
    let mut node = node;
    while root[node as usize] != node {
        root[node as usize] = root[root[node as usize] as usize];
        node = root[node as usize];
    }
    node
}

fn join(root: &mut [u32], one: u32, other: u32) {
    let (one, other) = (find(root, one), find(root, other));
    let (low, high) = (one.min(other), one.max(other));
    root[high as usize] = low;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_share_no_node_and_keep_their_order() {
        let mut columns = Columns::new();
        columns.push(&[0, 5], 1.0);
        columns.push(&[1, 3, 7], 2.0);
        columns.push(&[5, 6], 3.0);
        let parts = columns.parts(9);
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[0].nodes, [0, 5, 6]);
        assert_eq!(parts[0].columns.members(1), [1, 2]);
        assert_eq!(parts[0].columns.weight, [1.0, 3.0]);
        assert_eq!(parts[1].nodes, [1, 3, 7]);
        let touching = parts[0].columns.incidence(3);
        assert_eq!(touching.of(1), [0, 1]);
    }
}
