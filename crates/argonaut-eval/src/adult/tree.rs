//! A generalisation hierarchy as ARX writes it: a line for each value, from the
//! value itself to what says nothing, with semicolons between.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::TableError;

/// Losses are counted in millionths, so that sums are exact.
pub(super) const WHOLE: u32 = 1_000_000;

/// The hierarchy of one column, cut down to the values that the table holds.
pub(super) struct Tree {
    /// How many levels there are; the first is that of the values themselves.
    pub(super) levels: usize,
    /// By value and level: the number of the node.
    path: Vec<u32>,
    /// By node: what is lost there, in millionths: (values under the node − 1) /
    /// (all values − 1), by the hierarchy's own values.
    loss: Vec<u32>,
    labels: Vec<String>,
    /// By node: a value under it, and its level.
    place: Vec<(u32, usize)>,
    /// By node and value: the lowest node above both, where there is room for all.
    joined: Option<Vec<u32>>,
}

/// The most pairs of a node and a value that are laid out.
const ROOM: usize = 4_000_000;

impl Tree {
    /// Reads a hierarchy; gives also the number of each value.
    pub(super) fn read(path: &Path) -> Result<(Self, HashMap<String, u32>), TableError> {
        let text = super::table::text(path)?;
        let bad = |line: usize, what: String| TableError::Line {
            path: path.to_owned(),
            line,
            what,
        };
        let mut lines: Vec<Vec<&str>> = Vec::new();
        let mut values: HashMap<String, u32> = HashMap::new();
        for (number, line) in (1..).zip(text.lines()) {
            if line.trim().is_empty() {
                continue;
            }
            let cells: Vec<&str> = line.split(';').map(str::trim).collect();
            let levels = lines.first().map_or(cells.len(), Vec::len);
            if cells.len() != levels {
                let what = format!(
                    "{} levels, where the first line has {levels}; give every value as many",
                    cells.len()
                );
                return Err(bad(number, what));
            }
            let value = cells.first().copied().unwrap_or_default().to_owned();
            let index = u32::try_from(lines.len()).unwrap_or(u32::MAX);
            if let Some(before) = values.insert(value.clone(), index) {
                let what = format!("“{value}” stands in value {} already; keep one", before + 1);
                return Err(bad(number, what));
            }
            lines.push(cells);
        }
        let levels = lines.first().map_or(0, Vec::len);
        if levels == 0 {
            let what = "there is no value in the hierarchy; write lines like 39;30-39;*".to_owned();
            return Err(bad(1, what));
        }
        let tree = Self::of(&lines, levels);
        tree.check(&lines)
            .map_err(|(number, what)| bad(number, what))?;
        Ok((tree, values))
    }

    fn of(lines: &[Vec<&str>], levels: usize) -> Self {
        let mut nodes: HashMap<(usize, &str), u32> = HashMap::new();
        let mut labels: Vec<String> = Vec::new();
        let mut under: Vec<u32> = Vec::new();
        let mut path = Vec::with_capacity(lines.len() * levels);
        for cells in lines {
            for (level, label) in cells.iter().enumerate() {
                let node = *nodes.entry((level, *label)).or_insert_with(|| {
                    labels.push((*label).to_owned());
                    under.push(0);
                    u32::try_from(labels.len() - 1).unwrap_or(u32::MAX)
                });
                if let Some(under) = under.get_mut(node as usize) {
                    *under += 1;
                }
                path.push(node);
            }
        }
        let others = (lines.len() - 1).max(1) as f64;
        let loss = under
            .into_iter()
            .map(|under| (f64::from(under - 1) / others * f64::from(WHOLE)).round() as u32)
            .collect();
        Self {
            levels,
            path,
            loss,
            labels,
            place: Vec::new(),
            joined: None,
        }
    }

    /// Each node has one parent, and all values meet in the last level.
    fn check(&self, lines: &[Vec<&str>]) -> Result<(), (usize, String)> {
        let mut parents: HashMap<u32, u32> = HashMap::new();
        let mut tops = HashSet::new();
        for (number, path) in (1..).zip(self.path.chunks(self.levels)) {
            for pair in path.windows(2) {
                if let [node, parent] = *pair
                    && *parents.entry(node).or_insert(parent) != parent
                {
                    let what = format!(
                        "“{}” stands under two nodes; put it under one",
                        self.label(node)
                    );
                    return Err((number, what));
                }
            }
            tops.extend(path.last().copied());
        }
        if tops.len() > 1 {
            let what = format!(
                "{} nodes at the top; end every line with the same, as *",
                tops.len()
            );
            return Err((lines.len(), what));
        }
        Ok(())
    }

    /// The same tree for the values that a column holds, and the column's values by
    /// their new numbers. What is lost stays that of the whole hierarchy.
    pub(super) fn cut_to(self, values: &[u32]) -> (Self, Vec<u32>) {
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let mut path = Vec::new();
        let coded = values
            .iter()
            .map(|value| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry(*value).or_insert_with(|| {
                    path.extend((0..self.levels).map(|level| self.node(*value, level)));
                    next
                })
            })
            .collect();
        let mut place = vec![(0, 0); self.labels.len()];
        for (value, nodes) in (0u32..).zip(path.chunks(self.levels)) {
            for (level, node) in nodes.iter().enumerate() {
                if let Some(place) = place.get_mut(*node as usize) {
                    *place = (value, level);
                }
            }
        }
        let mut tree = Self {
            path,
            place,
            ..self
        };
        let pairs = tree.labels.len().saturating_mul(tree.values());
        if pairs <= ROOM {
            let nodes = (0u32..).take(tree.labels.len());
            let values = || (0u32..).take(tree.values());
            let joined = nodes.flat_map(|node| values().map(move |value| (node, value)));
            let joined = joined.map(|(node, value)| tree.join(node, value)).collect();
            tree.joined = Some(joined);
        }
        (tree, coded)
    }

    /// The lowest node above both a node and a value.
    pub(super) fn join(&self, node: u32, value: u32) -> u32 {
        if let Some(joined) = &self.joined {
            let at = node as usize * self.values() + value as usize;
            return joined.get(at).copied().unwrap_or_default();
        }
        let (other, level) = self.place.get(node as usize).copied().unwrap_or_default();
        self.node(value, self.meet(value, other, level))
    }
    /// The level of a node.
    pub(super) fn level(&self, node: u32) -> usize {
        self.place.get(node as usize).map_or(0, |(_, level)| *level)
    }

    /// The node of a value at a level.
    pub(super) fn node(&self, value: u32, level: usize) -> u32 {
        let at = value as usize * self.levels + level;
        self.path.get(at).copied().unwrap_or_default()
    }
    /// The loss of a node, in millionths.
    pub(super) fn loss(&self, node: u32) -> u32 {
        self.loss.get(node as usize).copied().unwrap_or(WHOLE)
    }
    /// What the released table writes for a node.
    pub(super) fn label(&self, node: u32) -> &str {
        self.labels.get(node as usize).map_or("*", String::as_str)
    }
    /// How many values there are.
    pub(super) fn values(&self) -> usize {
        self.path.len() / self.levels.max(1)
    }
    /// The first level, from `level` on, at which two values meet.
    fn meet(&self, one: u32, other: u32, level: usize) -> usize {
        (level..self.levels)
            .find(|level| self.node(one, *level) == self.node(other, *level))
            .unwrap_or(self.levels.saturating_sub(1))
    }
}
