//! Puts the rows of a table into classes of at least k rows, so that all rows of a
//! class can be published as one, with as little lost as can be had in a moment.
//!
//! Each class is described by one node per column, the lowest under which its rows
//! lie. Classes are grown row by row around a seed (Byun and others, "Efficient
//! k-anonymization using clustering techniques", 2007, with the loss of hierarchy
//! nodes as the distance), and then mended by moving single rows and by dissolving
//! classes, as long as the table loses less by it.

use super::tree::Tree;

/// Rows that are looked at together; a longer table is cut along its hierarchies
/// first, since growing takes the square of it.
const BLOCK: usize = 2_500;
/// Rounds of mending, at most.
const ROUNDS: usize = 12;

/// Rows as numbers of values, a row after the other.
pub(super) struct Rows<'a> {
    pub(super) trees: &'a [Tree],
    pub(super) values: Vec<u32>,
}

impl Rows<'_> {
    pub(super) fn len(&self) -> usize {
        self.values.len() / self.trees.len().max(1)
    }
    pub(super) fn row(&self, row: u32) -> &[u32] {
        let width = self.trees.len();
        let at = row as usize * width;
        self.values.get(at..at + width).unwrap_or(&[])
    }
}

/// A class of rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Class {
    pub(super) rows: Vec<u32>,
    /// By column: a value and a level, which name the node.
    pub(super) nodes: Vec<(u32, usize)>,
    /// What one of its rows loses, in millionths, over all columns.
    pub(super) loss: u64,
}

impl Class {
    fn of(rows: Vec<u32>, table: &Rows<'_>) -> Self {
        let mut class = Self {
            nodes: rows
                .first()
                .map(|first| table.row(*first).iter().map(|value| (*value, 0)).collect())
                .unwrap_or_default(),
            rows: Vec::new(),
            loss: 0,
        };
        for &row in &rows {
            class.widen(row, table);
        }
        class.rows = rows;
        class.weigh(table);
        class
    }
    fn widen(&mut self, row: u32, table: &Rows<'_>) {
        let columns = self.nodes.iter_mut().zip(table.row(row)).zip(table.trees);
        for (((value, level), other), tree) in columns {
            *level = tree.meet(*value, *other, *level);
        }
    }
    fn weigh(&mut self, table: &Rows<'_>) {
        let nodes = self.nodes.iter().zip(table.trees);
        self.loss = nodes
            .map(|((value, level), tree)| u64::from(tree.loss(tree.node(*value, *level))))
            .sum();
    }
    /// What all its rows lose.
    fn total(&self) -> u64 {
        self.loss * self.rows.len() as u64
    }
    /// What each row would lose with one more row in it.
    fn loss_with(&self, row: &[u32], table: &Rows<'_>) -> u64 {
        let columns = self.nodes.iter().zip(row).zip(table.trees);
        columns
            .map(|(((value, level), other), tree)| {
                let level = tree.meet(*value, *other, *level);
                u64::from(tree.loss(tree.node(*value, level)))
            })
            .sum()
    }
}

/// Classes of at least `k` rows each; `k` is at most the number of rows.
pub(super) fn classes(table: &Rows<'_>, k: usize) -> Vec<Class> {
    let all: Vec<u32> = (0u32..).take(table.len()).collect();
    let mut classes = Vec::new();
    for block in blocks(all, table, BLOCK.max(4 * k)) {
        classes.extend(grown(block, table, k));
    }
    mended(classes, table, k)
}

/// Cuts rows along the hierarchies until no block is larger than `most`.
fn blocks(rows: Vec<u32>, table: &Rows<'_>, most: usize) -> Vec<Vec<u32>> {
    if rows.len() <= most {
        return vec![rows];
    }
    let whole = Class::of(rows, table);
    let mut best: Option<(u64, Vec<Vec<u32>>)> = None;
    for (column, ((value, level), tree)) in whole.nodes.iter().zip(table.trees).enumerate() {
        let Some(below) = level.checked_sub(1) else {
            continue;
        };
        let mut parts: std::collections::BTreeMap<u32, Vec<u32>> = std::collections::BTreeMap::new();
        for &row in &whole.rows {
            let own = table.row(row).get(column).copied().unwrap_or_default();
            parts.entry(tree.node(own, below)).or_default().push(row);
        }
        let before = u64::from(tree.loss(tree.node(*value, *level)));
        let gain = parts
            .iter()
            .map(|(node, rows)| {
                before.saturating_sub(u64::from(tree.loss(*node))) * rows.len() as u64
            })
            .sum();
        if best.as_ref().is_none_or(|(most, _)| gain > *most) {
            best = Some((gain, parts.into_values().collect()));
        }
    }
    let Some((_, parts)) = best else {
        // All rows are alike.
        return vec![whole.rows];
    };
    // Small parts stay together, since few rows find few that are like them.
    let (large, small): (Vec<_>, Vec<_>) =
        parts.into_iter().partition(|rows| rows.len() >= most / 4);
    let rest: Vec<u32> = small.into_iter().flatten().collect();
    let mut found: Vec<Vec<u32>> = Vec::new();
    for part in large {
        found.extend(blocks(part, table, most));
    }
    if rest.len() > most && found.is_empty() {
        let mut rest = rest;
        while rest.len() > most {
            found.push(rest.split_off(rest.len() - most / 2));
        }
        found.push(rest);
    } else if rest.len() > most {
        found.extend(blocks(rest, table, most));
    } else if let Some(last) = found.last_mut().filter(|_| rest.len() < most / 4) {
        last.extend(rest);
    } else {
        found.push(rest);
    }
    found
}

/// Grows classes around seeds.
fn grown(rows: Vec<u32>, table: &Rows<'_>, k: usize) -> Vec<Class> {
    let mut left = rows;
    let mut classes: Vec<Class> = Vec::new();
    let mut costs = Costs::new(table);
    let mut last = left.first().copied();
    while left.len() >= 2 * k || (classes.is_empty() && !left.is_empty()) {
        // The next seed is far from the last: what lies at the edge is taken
        // care of first.
        if let Some(row) = last {
            costs.of(&Class::of(vec![row], table), table);
        }
        let seed = costs.best(&left, table, false);
        let mut class = Class::of(vec![left.swap_remove(seed)], table);
        last = class.rows.first().copied();
        let size = if left.len() + 1 < 2 * k { left.len() + 1 } else { k };
        while class.rows.len() < size && !left.is_empty() {
            costs.of(&class, table);
            let next = left.swap_remove(costs.best(&left, table, true));
            class.widen(next, table);
            class.rows.push(next);
        }
        class.weigh(table);
        classes.push(class);
    }
    if left.len() >= k {
        classes.push(Class::of(left, table));
    } else {
        for row in left {
            put(row, &mut classes, None, table);
        }
    }
    classes
}

/// By column and value: what a class would lose with that value in it.
struct Costs(Vec<Vec<u32>>);

impl Costs {
    fn new(table: &Rows<'_>) -> Self {
        Self(table.trees.iter().map(|tree| vec![0; tree.values()]).collect())
    }
    fn of(&mut self, class: &Class, table: &Rows<'_>) {
        for ((costs, tree), (value, level)) in self.0.iter_mut().zip(table.trees).zip(&class.nodes) {
            for (other, cost) in (0u32..).zip(costs) {
                *cost = tree.loss(tree.node(*value, tree.meet(*value, other, *level)));
            }
        }
    }
    /// The place in `left` of the nearest row, or of the farthest.
    fn best(&self, left: &[u32], table: &Rows<'_>, nearest: bool) -> usize {
        let mut best = (u64::MAX, 0);
        for (place, row) in left.iter().enumerate() {
            let columns = self.0.iter().zip(table.row(*row));
            let cost: u64 = columns
                .map(|(costs, value)| {
                    costs.get(*value as usize).map_or(0, |cost| u64::from(*cost))
                })
                .sum();
            let key = if nearest { cost } else { u64::MAX - 1 - cost };
            if key < best.0 {
                best = (key, place);
            }
        }
        best.1
    }
}

/// Puts a row where the table loses least by it; gives what it cost.
fn put(row: u32, classes: &mut [Class], but: Option<usize>, table: &Rows<'_>) -> Option<usize> {
    let (_, best) = cheapest(row, classes, but, table)?;
    let class = classes.get_mut(best)?;
    class.widen(row, table);
    class.rows.push(row);
    class.weigh(table);
    Some(best)
}

fn cheapest(row: u32, classes: &[Class], but: Option<usize>, table: &Rows<'_>) -> Option<(u64, usize)> {
    let values = table.row(row);
    let mut best: Option<(u64, usize)> = None;
    for (place, class) in classes.iter().enumerate() {
        if Some(place) == but || class.rows.is_empty() {
            continue;
        }
        let size = class.rows.len() as u64;
        let with = class.loss_with(values, table);
        let cost = with * (size + 1) - class.loss * size;
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, place));
        }
    }
    best
}

/// Moves rows and dissolves classes while the table loses less by it.
fn mended(mut classes: Vec<Class>, table: &Rows<'_>, k: usize) -> Vec<Class> {
    for _ in 0..ROUNDS {
        let moved = moved(&mut classes, table, k);
        let dissolved = dissolved(&mut classes, table);
        if !(moved || dissolved) {
            break;
        }
    }
    classes.retain(|class| !class.rows.is_empty());
    classes
}

fn moved(classes: &mut [Class], table: &Rows<'_>, k: usize) -> bool {
    let mut any = false;
    for from in 0..classes.len() {
        let mut place = 0;
        while let Some(class) = classes.get(from) {
            if class.rows.len() <= k {
                break;
            }
            let Some(row) = class.rows.get(place).copied() else {
                break;
            };
            let mut rest = class.rows.clone();
            rest.swap_remove(place);
            let rest = Class::of(rest, table);
            let saved = class.total() - rest.total();
            match cheapest(row, classes, Some(from), table) {
                Some((cost, to)) if cost < saved => {
                    if let Some(class) = classes.get_mut(from) {
                        *class = rest;
                    }
                    if let Some(class) = classes.get_mut(to) {
                        class.widen(row, table);
                        class.rows.push(row);
                        class.weigh(table);
                    }
                    any = true;
                }
                Some(_) | None => place += 1,
            }
        }
    }
    any
}

/// Takes classes apart whose rows lose less elsewhere.
fn dissolved(classes: &mut [Class], table: &Rows<'_>) -> bool {
    let mut any = false;
    for number in 0..classes.len() {
        let Some(class) = classes.get(number).filter(|class| !class.rows.is_empty()) else {
            continue;
        };
        let (before, rows) = (class.total(), class.rows.clone());
        // Each row by itself first: a bound that most classes fail.
        let mut least = 0;
        for row in &rows {
            least += cheapest(*row, classes, Some(number), table).map_or(u64::MAX / 1_000_000, |(cost, _)| cost);
            if least >= before {
                break;
            }
        }
        if least >= before {
            continue;
        }
        for row in rows {
            put(row, classes, Some(number), table);
        }
        if let Some(class) = classes.get_mut(number) {
            *class = Class::default();
        }
        any = true;
    }
    any
}
