//! A good packing, found by greedy choice in the order of the prices and then
//! made better by ejection chains: a column goes in, those that it displaces go
//! out, what is now bare is covered anew, and the whole chain stays when it
//! gains. Deterministic; a counter of looked-at columns limits the work.
//!
//! With prices `p` that hold, a packing is worth `Σp` less its *loss*: the
//! prices of bare nodes and the slacks of chosen columns. Only columns of small
//! slack can be part of a packing of small loss, so each node looks at few.

#![expect(
    clippy::indexing_slicing,
    reason = "nodes and columns are numbered by the part that is packed"
)]

use super::columns::Columns;
use super::prices::Prices;

pub(super) const NONE: u32 = u32::MAX;
/// Slacks that differ by less than one of so many parts of a unit are equal.
const TENTHS: f64 = 1e9;
/// Steps that looking at a column takes, measured.
const LOOK: u64 = 60;
/// Gains below this share of a unit are rounding.
pub(super) const NOISE: f64 = 1e-9;

/// A packing that is being made better.
pub(super) struct Search<'a> {
    pub(super) columns: &'a Columns,
    pub(super) prices: &'a Prices,
    pub(super) slack: Vec<f64>,
    pub(super) first: Vec<u32>,
    pub(super) near: Vec<u32>,
    pub(super) owner: Vec<u32>,
    /// When a column was last moved in a chain, so that no chain moves it twice.
    moved: Vec<u32>,
    round: u32,
    journal: Vec<(u32, bool)>,
    bare: Vec<u32>,
    /// How many columns were looked at.
    pub(super) work: u64,
}

/// How far a search goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    /// Insertions in one chain.
    pub(super) depth: usize,
    /// Ways to begin a chain at a node.
    pub(super) beginnings: usize,
}

impl<'a> Search<'a> {
    /// The greedy packing.
    pub(super) fn greedy(
        nodes: usize,
        columns: &'a Columns,
        prices: &'a Prices,
        breadth: usize,
    ) -> Self {
        let slack: Vec<f64> = (0..columns.len())
            .map(|column| prices.slack(columns, column).max(0.0))
            .collect();
        let mut order: Vec<u32> = (0..columns.len() as u32).collect();
        // Equal ones in an order that looks random: where all weigh alike, the
        // first by number would all be those of the first nodes.
        order.sort_by_cached_key(|&column| {
            let tenth = (slack[column as usize] * TENTHS) as u64;
            (tenth, mix(u64::from(column)), column)
        });
        let (first, near) = nearest(nodes, columns, &order, breadth);
        let mut search = Self {
            columns,
            prices,
            slack,
            first,
            near,
            owner: vec![NONE; nodes],
            moved: vec![0; columns.len()],
            round: 0,
            journal: Vec::new(),
            bare: Vec::new(),
            work: columns.len() as u64,
        };
        for &column in &order {
            let members = columns.members(column as usize);
            if members
                .iter()
                .all(|&member| search.owner[member as usize] == NONE)
            {
                search.place(column, column);
            }
        }
        search
    }

    /// The chosen columns, ascending.
    pub(super) fn chosen(&self) -> Vec<u32> {
        let mut chosen: Vec<u32> = self.owner.iter().copied().filter(|&c| c != NONE).collect();
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }

    /// What the packing lacks to the bound.
    fn loss_at(&self, node: usize) -> f64 {
        match self.owner[node] {
            NONE => self.prices.of[node],
            column => self.slack[column as usize],
        }
    }

    /// Runs chains from every node that loses something, the greatest loss
    /// first, until none gains or the work is done.
    pub(super) fn improve(&mut self, reach: Reach, limit: u64) {
        loop {
            let mut order: Vec<u32> = (0..self.owner.len() as u32)
                .filter(|&node| self.loss_at(node as usize) > NOISE)
                .collect();
            order.sort_unstable_by(|&a, &b| {
                self.loss_at(b as usize)
                    .total_cmp(&self.loss_at(a as usize))
                    .then(a.cmp(&b))
            });
            let mut gained = false;
            for node in order {
                if self.work >= limit {
                    return;
                }
                if self.loss_at(node as usize) > NOISE {
                    gained |= self.chain(node, reach);
                }
            }
            if !gained {
                return;
            }
        }
    }

    /// Tries chains that begin by covering this node another way.
    fn chain(&mut self, node: u32, reach: Reach) -> bool {
        let beginnings = (self.first[node as usize + 1] - self.first[node as usize]) as usize;
        for beginning in 0..beginnings.min(reach.beginnings) {
            let column = self.near[self.first[node as usize] as usize + beginning];
            if self.owner[node as usize] == column {
                continue;
            }
            self.round += 1;
            self.journal.clear();
            self.bare.clear();
            let mut total = self.insert(column);
            let mut steps = 1;
            while total > -NOISE && steps < reach.depth {
                let Some(node) = self.dearest() else { break };
                let Some((column, gain)) = self.best(node) else {
                    // Nothing covers it: it stays bare, the next is tried.
                    self.bare.retain(|&other| other != node);
                    continue;
                };
                if gain >= self.prices.of[node as usize] && self.bare.len() <= 1 {
                    break;
                }
                total += self.insert(column);
                steps += 1;
            }
            if total < -NOISE {
                return true;
            }
            self.undo();
        }
        false
    }

    /// The dearest bare node of this chain.
    fn dearest(&self) -> Option<u32> {
        self.bare.iter().copied().max_by(|&a, &b| {
            self.prices.of[a as usize]
                .total_cmp(&self.prices.of[b as usize])
                .then(b.cmp(&a))
        })
    }

    /// The column that covers a bare node at the least change of the loss.
    fn best(&mut self, node: u32) -> Option<(u32, f64)> {
        let range = self.first[node as usize] as usize..self.first[node as usize + 1] as usize;
        let mut best: Option<(u32, f64)> = None;
        for place in range {
            let column = self.near[place];
            self.work += LOOK;
            if self.moved[column as usize] == self.round {
                continue;
            }
            let change = self.change(column);
            if best.is_none_or(|(_, least)| change < least) {
                best = Some((column, change));
            }
        }
        best
    }

    /// How the loss changes when a column goes in.
    fn change(&self, column: u32) -> f64 {
        let members = self.columns.members(column as usize);
        let mut change = self.slack[column as usize];
        for (place, &member) in members.iter().enumerate() {
            let owner = self.owner[member as usize];
            if owner == NONE {
                change -= self.prices.of[member as usize];
                continue;
            }
            let before = &members[..place];
            if before
                .iter()
                .any(|&other| self.owner[other as usize] == owner)
            {
                continue;
            }
            change -= self.slack[owner as usize];
            for &bare in self.columns.members(owner as usize) {
                if !members.contains(&bare) {
                    change += self.prices.of[bare as usize];
                }
            }
        }
        change
    }

    fn insert(&mut self, column: u32) -> f64 {
        let change = self.change(column);
        let columns = self.columns;
        for &member in columns.members(column as usize) {
            let owner = self.owner[member as usize];
            if owner != NONE {
                for &bare in columns.members(owner as usize) {
                    self.owner[bare as usize] = NONE;
                    self.bare.push(bare);
                }
                self.moved[owner as usize] = self.round;
                self.journal.push((owner, false));
            }
        }
        self.place(column, column);
        self.moved[column as usize] = self.round;
        self.journal.push((column, true));
        let owner = &self.owner;
        self.bare.retain(|&node| owner[node as usize] == NONE);
        change
    }

    fn undo(&mut self) {
        while let Some((column, was_in)) = self.journal.pop() {
            self.place(column, if was_in { NONE } else { column });
        }
    }

    fn place(&mut self, column: u32, owner: u32) {
        for &member in self.columns.members(column as usize) {
            self.owner[member as usize] = owner;
        }
    }
}

/// A number that looks random and is not (Stafford's mixing).
pub(super) fn mix(from: u64) -> u64 {
    let mut x = from.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    x ^= x >> 29;
    x = x.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x ^ (x >> 32)
}

/// For each node its columns of least slack, at most `breadth`.
fn nearest(nodes: usize, columns: &Columns, order: &[u32], breadth: usize) -> (Vec<u32>, Vec<u32>) {
    let mut count = vec![0_u32; nodes];
    for column in 0..columns.len() {
        for &member in columns.members(column) {
            let count = &mut count[member as usize];
            *count = (*count + 1).min(breadth as u32);
        }
    }
    let mut first = Vec::with_capacity(nodes + 1);
    let mut total = 0;
    first.push(0);
    for count in count {
        total += count;
        first.push(total);
    }
    let mut next = first.clone();
    let mut near = vec![0; total as usize];
    for &column in order {
        for &member in columns.members(column as usize) {
            let member = member as usize;
            if next[member] < first[member + 1] {
                near[next[member] as usize] = column;
                next[member] += 1;
            }
        }
    }
    (first, near)
}
