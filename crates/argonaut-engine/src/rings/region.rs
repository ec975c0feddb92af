//! Makes a packing better region by region: up to 64 nodes that hang together
//! by columns of small slack are packed anew, exactly, while everything around
//! them stays. The regions of one round share no node, so they are solved side
//! by side, and the answer does not depend on the number of threads.
//!
//! Inside a region, prices `p` that hold make a packing worth `Σp` less its
//! *loss*: the prices of bare nodes and the slacks of chosen columns. The search
//! looks for less loss than there is now. A node costs at least the smaller of
//! its price and the least `slack / size` of the columns that could still cover
//! it: the sum of that over all open nodes cuts branches.

#![expect(
    clippy::indexing_slicing,
    reason = "nodes and columns are numbered by the part or the region at hand"
)]

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rayon::prelude::*;

use super::search::{NOISE, NONE, Search, mix};

/// Nodes of a region: the bits of a word.
const MOST: usize = 64;
/// Fewer nodes are left to the chains.
const LEAST: usize = 6;

/// How far the rounds go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rounds {
    /// Rounds at most.
    pub(super) rounds: u32,
    /// Rounds in a row that may gain nothing.
    pub(super) patience: u32,
    /// Branches looked at in one region.
    pub(super) branches: u32,
}

/// Rounds of regions until the work is done.
pub(super) fn improve(search: &mut Search<'_>, how: &Rounds, limit: u64) {
    let mut owner = std::mem::take(&mut search.owner);
    let field = Field { search };
    let mut work = search.work;
    let mut idle = 0;
    for round in 1..=how.rounds {
        if work >= limit || idle >= how.patience {
            break;
        }
        let regions = field.regions(&owner, round);
        work += owner.len() as u64 * 60;
        let shared: &[u32] = &owner;
        let found: Vec<(u64, Vec<(u32, bool)>)> = regions
            .par_iter()
            .map(|region| Solver::of(&field, shared, region, how.branches).run())
            .collect();
        idle += 1;
        for (spent, changes) in found {
            work += spent;
            if !changes.is_empty() {
                idle = 0;
            }
            for (column, is_in) in changes {
                for &member in field.members(column) {
                    owner[member as usize] = if is_in { column } else { NONE };
                }
            }
        }
    }
    search.work = work;
    search.owner = owner;
}

/// What regions are cut from.
struct Field<'s, 'a> {
    search: &'s Search<'a>,
}

impl Field<'_, '_> {
    fn members(&self, column: u32) -> &[u32] {
        self.search.columns.members(column as usize)
    }

    fn near(&self, node: u32) -> &[u32] {
        let first = &self.search.first;
        &self.search.near[first[node as usize] as usize..first[node as usize + 1] as usize]
    }

    fn slack(&self, column: u32) -> f64 {
        self.search.slack[column as usize]
    }

    fn price(&self, node: u32) -> f64 {
        self.search.prices.of[node as usize]
    }

    /// What the packing lacks to the bound at a node: its share.
    fn loss(&self, owner: &[u32], node: u32) -> f64 {
        match owner[node as usize] {
            NONE => self.price(node),
            column => self.slack(column) / self.members(column).len() as f64,
        }
    }

    /// Regions that share no node, about the nodes that lose most. Each round
    /// draws the losses and slacks a little differently, so that other nodes
    /// come together.
    fn regions(&self, owner: &[u32], round: u32) -> Vec<Vec<u32>> {
        let mut order: Vec<(f64, u32)> = (0..owner.len() as u32)
            .filter_map(|node| {
                let loss = self.loss(owner, node);
                (loss > NOISE).then(|| ((loss + 0.01) * noise(node, round), node))
            })
            .collect();
        order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut grower = Grower {
            field: self,
            owner,
            round,
            taken: vec![false; owner.len()],
            heap: BinaryHeap::new(),
        };
        order
            .into_iter()
            .filter_map(|(_, seed)| {
                let region = grower.grow(seed)?;
                (region.len() >= LEAST).then_some(region)
            })
            .collect()
    }
}

/// Grows regions along columns of small slack.
struct Grower<'s, 'a> {
    field: &'s Field<'s, 'a>,
    owner: &'s [u32],
    round: u32,
    taken: Vec<bool>,
    heap: BinaryHeap<Reverse<(u64, u32)>>,
}

impl Grower<'_, '_> {
    fn grow(&mut self, seed: u32) -> Option<Vec<u32>> {
        if self.taken[seed as usize] {
            return None;
        }
        let mut region = Vec::with_capacity(MOST);
        self.heap.clear();
        self.add(seed, &mut region);
        while let Some(Reverse((_, column))) = self.heap.pop() {
            for &member in self.field.members(column) {
                let group = match self.owner[member as usize] {
                    NONE => 1,
                    column => self.field.members(column).len(),
                };
                if !self.taken[member as usize] && region.len() + group <= MOST {
                    self.add(member, &mut region);
                }
            }
            if region.len() + 2 > MOST {
                break;
            }
        }
        region.sort_unstable();
        Some(region)
    }

    /// Adds a node and all that are in one column with it.
    fn add(&mut self, node: u32, region: &mut Vec<u32>) {
        let alone = [node];
        let group = match self.owner[node as usize] {
            NONE => &alone[..],
            column => self.field.members(column),
        };
        for &member in group {
            self.taken[member as usize] = true;
            region.push(member);
            for &column in self.field.near(member) {
                let drawn = (self.field.slack(column) + 0.02) * noise(column, self.round);
                // Floats from zero on are ordered as their bits.
                self.heap.push(Reverse((drawn.to_bits(), column)));
            }
        }
    }
}

/// One column of a region.
#[derive(Clone, Copy)]
struct Piece {
    mask: u64,
    slack: f64,
    share: f64,
    column: u32,
}

/// The exact search in one region.
struct Solver {
    pieces: Vec<Piece>,
    price: Vec<f64>,
    first: Vec<u32>,
    of_node: Vec<u32>,
    best: f64,
    best_set: Vec<u32>,
    stack: Vec<u32>,
    before: Vec<u32>,
    is_better: bool,
    left: u32,
    work: u64,
}

impl Solver {
    fn of(field: &Field<'_, '_>, owner: &[u32], region: &[u32], branches: u32) -> Self {
        let mut before: Vec<u32> = Vec::new();
        let mut now = 0.0;
        for &node in region {
            match owner[node as usize] {
                NONE => now += field.price(node),
                column => before.push(column),
            }
        }
        before.sort_unstable();
        before.dedup();
        now += before
            .iter()
            .map(|&column| field.slack(column))
            .sum::<f64>();
        let mut pieces: Vec<Piece> = Vec::new();
        for &node in region {
            for &column in field.near(node) {
                let slack = field.slack(column);
                if slack >= now {
                    continue;
                }
                let members = field.members(column);
                let mut mask = 0_u64;
                let is_inside = members.iter().all(|member| {
                    region.binary_search(member).is_ok_and(|place| {
                        mask |= 1 << place;
                        true
                    })
                });
                if is_inside {
                    pieces.push(Piece {
                        mask,
                        slack,
                        share: slack / members.len() as f64,
                        column,
                    });
                }
            }
        }
        pieces.sort_unstable_by(|a, b| a.slack.total_cmp(&b.slack).then(a.column.cmp(&b.column)));
        // Found from each of its nodes.
        pieces.dedup_by_key(|piece| piece.column);
        let count = region.len();
        let mut first = vec![0_u32; count + 1];
        for piece in &pieces {
            for place in bits(piece.mask) {
                first[place + 1] += 1;
            }
        }
        for place in 0..count {
            first[place + 1] += first[place];
        }
        let mut next = first.clone();
        let mut of_node = vec![0; first[count] as usize];
        for (number, piece) in pieces.iter().enumerate() {
            for place in bits(piece.mask) {
                of_node[next[place] as usize] = number as u32;
                next[place] += 1;
            }
        }
        Self {
            work: 2_000 + 60 * pieces.len() as u64,
            pieces,
            price: region.iter().map(|&node| field.price(node)).collect(),
            first,
            of_node,
            best: now - NOISE,
            best_set: Vec::new(),
            stack: Vec::new(),
            before,
            is_better: false,
            left: branches,
        }
    }

    fn run(mut self) -> (u64, Vec<(u32, bool)>) {
        let count = self.price.len();
        let all = if count >= 64 {
            u64::MAX
        } else {
            (1 << count) - 1
        };
        self.search(all, 0.0);
        if !self.is_better {
            return (self.work, Vec::new());
        }
        let mut changes: Vec<(u32, bool)> =
            self.before.iter().map(|&column| (column, false)).collect();
        changes.extend(
            self.best_set
                .iter()
                .map(|&piece| (self.pieces[piece as usize].column, true)),
        );
        (self.work, changes)
    }

    fn search(&mut self, open: u64, loss: f64) {
        if self.left == 0 {
            return;
        }
        self.left -= 1;
        if open == 0 {
            if loss < self.best {
                self.best = loss;
                self.is_better = true;
                self.best_set.clone_from(&self.stack);
            }
            return;
        }
        // The least that each open node costs.
        let mut least = [0.0_f64; MOST];
        let mut total = loss;
        for place in bits(open) {
            let mut low = self.price[place];
            for &number in &self.of_node[self.first[place] as usize..self.first[place + 1] as usize]
            {
                let piece = &self.pieces[number as usize];
                if piece.mask & !open == 0 {
                    low = low.min(piece.share);
                }
            }
            least[place] = low;
            total += low;
        }
        self.work += u64::from(open.count_ones()) * 16;
        if total >= self.best {
            return;
        }
        // The node with the fewest ways on.
        let spare = self.best - total;
        let mut choice = (usize::MAX, usize::MAX);
        for place in bits(open) {
            let mut ways = usize::from(self.price[place] - least[place] < spare);
            for &number in &self.of_node[self.first[place] as usize..self.first[place + 1] as usize]
            {
                let piece = &self.pieces[number as usize];
                if piece.mask & !open == 0 && piece.extra(&least) < spare {
                    ways += 1;
                }
            }
            if ways < choice.0 {
                choice = (ways, place);
                if ways <= 1 {
                    break;
                }
            }
        }
        let (ways, place) = choice;
        if ways == 0 {
            return;
        }
        let range = self.first[place] as usize..self.first[place + 1] as usize;
        // By the least that each way costs in all.
        let mut options: Vec<(f64, u32)> = Vec::with_capacity(ways);
        for &number in &self.of_node[range] {
            let piece = &self.pieces[number as usize];
            if piece.mask & !open == 0 {
                let extra = piece.extra(&least);
                if extra < spare {
                    options.push((extra, number));
                }
            }
        }
        let bare = self.price[place] - least[place];
        if bare < spare {
            options.push((bare, NONE));
        }
        options.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for (extra, number) in options {
            if total + extra >= self.best {
                break;
            }
            if number == NONE {
                self.search(open & !(1 << place), loss + self.price[place]);
            } else {
                let piece = self.pieces[number as usize];
                self.stack.push(number);
                self.search(open & !piece.mask, loss + piece.slack);
                self.stack.pop();
            }
        }
    }
}

impl Piece {
    /// By how much taking it exceeds what its nodes cost at least.
    fn extra(&self, least: &[f64; MOST]) -> f64 {
        bits(self.mask).fold(self.slack, |extra, place| extra - least[place])
    }
}

fn bits(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        (mask != 0).then(|| {
            let place = mask.trailing_zeros() as usize;
            mask &= mask - 1;
            place
        })
    })
}

/// A number in [0, 1) that looks random and is not.
fn noise(a: u32, b: u32) -> f64 {
    (mix((u64::from(a) << 32) | u64::from(b)) >> 11) as f64 / (1_u64 << 53) as f64
}
