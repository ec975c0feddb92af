//! The last step: every row takes the least general node of the lattice whose
//! class it can join, so long as the class that it leaves stays large enough.

use std::collections::{HashMap, HashSet};

use argonaut_privacy::gate::lattice::{Axis, Lattice};

use super::cells::{Class, Rows};

/// A table as it is released.
pub(super) struct Released {
    /// A node for each row and column, a row after the other.
    pub(super) nodes: Vec<u32>,
    /// How many rows the smallest class has.
    pub(super) smallest: usize,
    /// How many classes there are.
    pub(super) classes: usize,
    /// What all cells together lose, in millionths.
    pub(super) loss: u64,
}

/// Lays the classes out as nodes, and lets each row go down the lattice.
pub(super) fn least(table: &Rows<'_>, classes: &[Class], k: usize) -> Released {
    let width = table.trees.len();
    // What a row is published as: classes that read alike are one.
    let mut published: Vec<Vec<u32>> = vec![Vec::new(); table.len()];
    let mut sizes: HashMap<Vec<u32>, usize> = HashMap::new();
    let mut used: HashSet<Vec<u8>> = HashSet::new();
    for class in classes {
        let node = class.nodes.clone();
        let levels: Option<Vec<u8>> = node
            .iter()
            .zip(table.trees)
            .map(|(node, tree)| u8::try_from(tree.level(*node)).ok())
            .collect();
        for row in &class.rows {
            if let Some(published) = published.get_mut(*row as usize) {
                published.clone_from(&node);
            }
        }
        *sizes.entry(node).or_default() += class.rows.len();
        used.extend(levels);
    }
    let at = |row: u32, levels: &[u8]| -> Vec<u32> {
        let columns = table.row(row).iter().zip(table.trees).zip(levels);
        columns
            .map(|((value, tree), level)| tree.node(*value, usize::from(*level)))
            .collect()
    };
    let loss_of = |node: &[u32]| -> u64 {
        let columns = node.iter().zip(table.trees);
        columns
            .map(|(node, tree)| u64::from(tree.loss(*node)))
            .sum()
    };
    if let Some(lattice) = lattice(table) {
        // Only nodes at which there is a class can take a row.
        let nodes: Vec<&[u8]> = lattice
            .nodes()
            .map(|(_, levels)| levels)
            .filter(|levels| used.contains(*levels))
            .collect();
        for (row, published) in (0u32..).zip(&mut published) {
            let now = loss_of(published);
            if now == 0 || sizes.get(published).is_none_or(|size| *size <= k) {
                continue;
            }
            let better = nodes.iter().find_map(|levels| {
                let columns = table.row(row).iter().zip(table.trees).zip(*levels);
                let loss: u64 = columns
                    .map(|((value, tree), level)| {
                        u64::from(tree.loss(tree.node(*value, usize::from(*level))))
                    })
                    .sum();
                // Most nodes end here, before anything is looked up.
                let node = (loss < now).then(|| at(row, levels))?;
                sizes
                    .get(&node)
                    .is_some_and(|size| *size >= k)
                    .then_some(node)
            });
            if let Some(node) = better {
                if let Some(size) = sizes.get_mut(published) {
                    *size -= 1;
                }
                *sizes.entry(node.clone()).or_default() += 1;
                *published = node;
            }
        }
    }
    sizes.retain(|_, size| *size > 0);
    let loss = published.iter().map(|node| loss_of(node)).sum();
    let mut nodes = Vec::with_capacity(table.len() * width);
    nodes.extend(published.into_iter().flatten());
    Released {
        nodes,
        smallest: sizes.values().copied().min().unwrap_or(0),
        classes: sizes.len(),
        loss,
    }
}

/// The most nodes of a lattice that is laid out.
const MOST_NODES: usize = 200_000;

/// The lattice of the columns, each level with the mean loss of its cells; `None`
/// where it would be too large to lay out.
fn lattice(table: &Rows<'_>) -> Option<Lattice> {
    let size = table
        .trees
        .iter()
        .try_fold(1usize, |size, tree| size.checked_mul(tree.levels))?;
    if size > MOST_NODES || table.trees.iter().any(|tree| tree.levels > 255) {
        return None;
    }
    let axes: Vec<Axis> = table
        .trees
        .iter()
        .enumerate()
        .map(|(column, tree)| {
            Axis::new((0..tree.levels).map(|level| {
                let rows = (0u32..).take(table.len());
                let sum: u64 = rows
                    .filter_map(|row| table.row(row).get(column))
                    .map(|value| u64::from(tree.loss(tree.node(*value, level))))
                    .sum();
                u32::try_from(sum / table.len().max(1) as u64).unwrap_or(u32::MAX)
            }))
        })
        .collect();
    Some(Lattice::new(&axes))
}
