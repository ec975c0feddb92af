//! Puts the rows of a table into classes of at least k rows, so that all rows of a
//! class can be published as one, with as little lost as can be had in a moment.
//!
//! Each class is described by one node per column, the lowest under which its rows
//! lie. Classes are grown row by row around a seed (Byun and others, "Efficient
//! k-anonymization using clustering techniques", 2007, with the loss of hierarchy
//! nodes as the distance), and then mended by moving single rows and by dissolving
//! classes, as long as the table loses less by it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::tree::Tree;

/// Rows that are looked at together; a longer table is cut along its hierarchies
/// first, since growing takes the square of it.
const BLOCK: usize = 160;
/// Rounds of mending, at most.
const ROUNDS: usize = 6;

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
    /// By column.
    pub(super) nodes: Vec<u32>,
    /// What one of its rows loses, in millionths, over all columns.
    pub(super) loss: u64,
}

impl Class {
    fn of(rows: Vec<u32>, table: &Rows<'_>) -> Self {
        let first = rows.first().map_or(&[][..], |first| table.row(*first));
        let nodes = first.iter().zip(table.trees);
        let mut class = Self {
            nodes: nodes.map(|(value, tree)| tree.node(*value, 0)).collect(),
            rows: Vec::new(),
            loss: 0,
        };
        for &row in rows.iter().skip(1) {
            class.widen(row, table);
        }
        class.rows = rows;
        class.weigh(table);
        class
    }
    fn widen(&mut self, row: u32, table: &Rows<'_>) {
        let columns = self.nodes.iter_mut().zip(table.row(row)).zip(table.trees);
        for ((node, other), tree) in columns {
            *node = tree.join(*node, *other);
        }
    }
    fn weigh(&mut self, table: &Rows<'_>) {
        let nodes = self.nodes.iter().zip(table.trees);
        self.loss = nodes.map(|(node, tree)| u64::from(tree.loss(*node))).sum();
    }
    /// What all its rows lose.
    fn total(&self) -> u64 {
        self.loss * self.rows.len() as u64
    }
    /// What each row would lose with one more row in it.
    fn loss_with(&self, row: &[u32], table: &Rows<'_>) -> u64 {
        let columns = self.nodes.iter().zip(row).zip(table.trees);
        columns
            .map(|((node, other), tree)| u64::from(tree.loss(tree.join(*node, *other))))
            .sum()
    }
}

/// Classes of at least `k` rows each; `k` is at most the number of rows.
pub(super) fn classes(table: &Rows<'_>, k: usize) -> Vec<Class> {
    let all: Vec<u32> = (0u32..).take(table.len()).collect();
    let blocks = blocks(all, table, BLOCK.max(8 * k));
    blocks
        .into_par_iter()
        .flat_map_iter(|block| mended(grown(block, table, k), table, k))
        .collect()
}

/// Cuts rows along the hierarchies until no block is larger than `most`.
fn blocks(rows: Vec<u32>, table: &Rows<'_>, most: usize) -> Vec<Vec<u32>> {
    if rows.len() <= most {
        return vec![rows];
    }
    let whole = Class::of(rows, table);
    let mut best: Option<(u64, Vec<Vec<u32>>)> = None;
    for (column, (node, tree)) in whole.nodes.iter().zip(table.trees).enumerate() {
        let Some(below) = tree.level(*node).checked_sub(1) else {
            continue;
        };
        let mut parts: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for &row in &whole.rows {
            let own = table.row(row).get(column).copied().unwrap_or_default();
            parts.entry(tree.node(own, below)).or_default().push(row);
        }
        let before = u64::from(tree.loss(*node));
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
    let mut rest: Vec<u32> = small.into_iter().flatten().collect();
    if large.is_empty() {
        // Many small parts, in the order of the hierarchy: cut into even pieces.
        let pieces = rest.len().div_ceil(most);
        let size = rest.len().div_ceil(pieces);
        let mut found = Vec::new();
        while rest.len() > size {
            found.push(rest.split_off(rest.len() - size));
        }
        found.push(rest);
        return found;
    }
    let mut found: Vec<Vec<u32>> = Vec::new();
    for part in large {
        found.extend(blocks(part, table, most));
    }
    if rest.len() >= most / 4 {
        found.extend(blocks(rest, table, most));
    } else if let Some(last) = found.last_mut() {
        last.extend(rest);
    }
    found
}

/// Grows classes around seeds.
fn grown(rows: Vec<u32>, table: &Rows<'_>, k: usize) -> Vec<Class> {
    let mut left = Left::new(rows, table);
    let mut classes: Vec<Class> = Vec::new();
    let mut last = left.rows.first().copied();
    while left.rows.len() >= 2 * k || (classes.is_empty() && !left.rows.is_empty()) {
        // The next seed is far from the last: what lies at the edge is taken
        // care of first.
        if let Some(row) = last {
            left.weigh(&Class::of(vec![row], table), table);
        }
        let seed = left.farthest();
        let mut class = Class::of(vec![left.take(seed)], table);
        last = class.rows.first().copied();
        let all = left.rows.len() + 1;
        let size = if all < 2 * k { all } else { k };
        while class.rows.len() < size && !left.rows.is_empty() {
            class.weigh(table);
            left.weigh(&class, table);
            let next = left.nearest(class.loss);
            let next = left.take(next);
            class.widen(next, table);
            class.rows.push(next);
        }
        class.weigh(table);
        classes.push(class);
    }
    if left.rows.len() >= k {
        classes.push(Class::of(left.rows, table));
    } else {
        for row in left.rows {
            put(row, &mut classes, None, table);
        }
    }
    classes
}

/// The rows that are in no class yet, laid out for many looks.
struct Left {
    rows: Vec<u32>,
    width: usize,
    /// By row and column: the place in `costs`.
    places: Vec<u32>,
    /// By column and value: what a class would lose with that value in it.
    costs: Vec<u32>,
}

impl Left {
    fn new(rows: Vec<u32>, table: &Rows<'_>) -> Self {
        let mut starts = Vec::new();
        let mut all = 0;
        for tree in table.trees {
            starts.push(all);
            all += u32::try_from(tree.values()).unwrap_or(u32::MAX);
        }
        let places = rows.iter().flat_map(|row| {
            let columns = table.row(*row).iter().zip(&starts);
            columns.map(|(value, start)| start + value)
        });
        Self {
            places: places.collect(),
            width: table.trees.len(),
            costs: vec![0; all as usize],
            rows,
        }
    }
    fn weigh(&mut self, class: &Class, table: &Rows<'_>) {
        let mut costs = self.costs.iter_mut();
        for (tree, node) in table.trees.iter().zip(&class.nodes) {
            for (value, cost) in (0u32..).take(tree.values()).zip(&mut costs) {
                *cost = tree.loss(tree.join(*node, value));
            }
        }
    }
    fn cost(&self, places: &[u32]) -> u64 {
        let costs = places.iter().map(|place| self.costs.get(*place as usize));
        costs
            .map(|cost| u64::from(cost.copied().unwrap_or(0)))
            .sum()
    }
    /// The row that costs least; none costs less than `least`.
    fn nearest(&self, least: u64) -> usize {
        let mut best = (u64::MAX, 0);
        for (row, places) in self.places.chunks_exact(self.width).enumerate() {
            let cost = self.cost(places);
            if cost < best.0 {
                best = (cost, row);
                if cost <= least {
                    break;
                }
            }
        }
        best.1
    }
    fn farthest(&self) -> usize {
        let mut best = (0, 0);
        for (row, places) in self.places.chunks_exact(self.width).enumerate() {
            let cost = self.cost(places);
            if cost > best.0 {
                best = (cost, row);
            }
        }
        best.1
    }
    fn take(&mut self, at: usize) -> u32 {
        let last = self.places.len() - self.width;
        self.places.copy_within(last.., at * self.width);
        self.places.truncate(last);
        self.rows.swap_remove(at)
    }
}

/// Puts a row where the table loses least by it.
fn put(row: u32, classes: &mut [Class], but: Option<usize>, table: &Rows<'_>) {
    if let Some((_, best)) = cheapest(row, classes, but, table)
        && let Some(class) = classes.get_mut(best)
    {
        class.widen(row, table);
        class.rows.push(row);
        class.weigh(table);
    }
}

/// What the table would lose more with a row in another class, and which class.
fn cheapest(
    row: u32,
    classes: &[Class],
    but: Option<usize>,
    table: &Rows<'_>,
) -> Option<(u64, usize)> {
    let values = table.row(row);
    let mut best: Option<(u64, usize)> = None;
    for (place, class) in classes.iter().enumerate() {
        // A row costs at least what a row of the class loses now.
        if Some(place) == but
            || class.rows.is_empty()
            || best.is_some_and(|(least, _)| class.loss >= least)
        {
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
        let dissolved = dissolved(&mut classes, table);
        let moved = moved(&mut classes, table, k);
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
        while let Some(class) = classes.get(from).filter(|class| class.rows.len() > k) {
            let Some(row) = class.rows.get(place).copied() else {
                break;
            };
            let mut rest = class.rows.clone();
            rest.swap_remove(place);
            let rest = Class::of(rest, table);
            let saved = class.total() - rest.total();
            match cheapest(row, classes, Some(from), table) {
                Some((cost, _)) if cost < saved => {
                    if let Some(class) = classes.get_mut(from) {
                        *class = rest;
                    }
                    put(row, classes, Some(from), table);
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
        // Each row by itself first: most classes are better left whole.
        let mut cost = 0;
        let mut targets = Vec::with_capacity(rows.len());
        for row in &rows {
            match cheapest(*row, classes, Some(number), table) {
                Some((more, to)) if cost + more < before => {
                    cost += more;
                    targets.push(to);
                }
                Some(_) | None => break,
            }
        }
        if targets.len() < rows.len() {
            continue;
        }
        targets.sort_unstable();
        targets.dedup();
        // Two rows in one class may cost more than each alone.
        let kept: Vec<(usize, Class)> = targets
            .iter()
            .filter_map(|to| Some((*to, classes.get(*to)?.clone())))
            .collect();
        let sum = |classes: &[Class]| -> u64 {
            let touched = targets.iter().filter_map(|to| classes.get(*to));
            touched.map(Class::total).sum()
        };
        let others = sum(classes);
        for row in &rows {
            put_into(*row, classes, &targets, table);
        }
        if sum(classes) < others + before {
            if let Some(class) = classes.get_mut(number) {
                *class = Class::default();
            }
            any = true;
        } else {
            for (to, class) in kept {
                if let Some(place) = classes.get_mut(to) {
                    *place = class;
                }
            }
        }
    }
    any
}

/// Puts a row into the best of a few classes.
fn put_into(row: u32, classes: &mut [Class], few: &[usize], table: &Rows<'_>) {
    let values = table.row(row);
    let cost = |class: &Class| {
        let size = class.rows.len() as u64;
        class.loss_with(values, table) * (size + 1) - class.loss * size
    };
    let best = few
        .iter()
        .copied()
        .min_by_key(|to| classes.get(*to).map(cost));
    if let Some(class) = best.and_then(|best| classes.get_mut(best)) {
        class.widen(row, table);
        class.rows.push(row);
        class.weigh(table);
    }
}
