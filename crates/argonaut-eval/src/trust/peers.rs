//! What else could forecast a rating: the mean of what others say, and personalised
//! PageRank less distrust by power iteration.

use std::collections::HashMap;

use super::ratings::Rating;

/// How often PageRank goes round: 0.85⁵⁰ of the credit is then still on its way.
const ROUNDS: usize = 50;
/// The share that is passed on at each round.
const PASSED: f64 = 0.85;

/// A network as rows of numbers.
pub(crate) struct Peers {
    index: HashMap<u64, usize>,
    good: Vec<Vec<(usize, f64)>>,
    bad: Vec<Vec<(usize, f64)>>,
    mean: Vec<(f64, f64)>,
}

impl Peers {
    pub(crate) fn new(ratings: &[Rating]) -> Self {
        let mut index = HashMap::new();
        for number in ratings.iter().flat_map(|rating| [rating.from, rating.to]) {
            let next = index.len();
            index.entry(number).or_insert(next);
        }
        let mut peers = Self {
            good: vec![Vec::new(); index.len()],
            bad: vec![Vec::new(); index.len()],
            mean: vec![(0.0, 0.0); index.len()],
            index,
        };
        for rating in ratings {
            let (Some(&from), Some(&to)) =
                (peers.index.get(&rating.from), peers.index.get(&rating.to))
            else {
                continue;
            };
            let rows = if rating.is_good() {
                &mut peers.good
            } else {
                &mut peers.bad
            };
            if let Some(row) = rows.get_mut(from) {
                row.push((to, rating.rating.abs()));
            }
            if let Some((sum, count)) = peers.mean.get_mut(to) {
                *sum += rating.rating;
                *count += 1.0;
            }
        }
        peers
    }

    /// The mean of what others say of somebody; 0 when nobody does.
    pub(crate) fn mean(&self, of: u64) -> f64 {
        self.index
            .get(&of)
            .and_then(|&of| self.mean.get(of))
            .map_or(
                0.0,
                |&(sum, count)| if count > 0.0 { sum / count } else { 0.0 },
            )
    }

    /// Personalised PageRank from somebody, less the share of it that distrusts.
    pub(crate) fn pagerank(&self, from: u64) -> Vec<f64> {
        let mut rank = vec![0.0; self.good.len()];
        let Some(start) = self.index.get(&from).copied() else {
            return rank;
        };
        let flow = |rows: &[Vec<(usize, f64)>], rank: &[f64]| {
            let mut next = vec![0.0; rank.len()];
            for (row, credit) in rows.iter().zip(rank).filter(|&(_, &credit)| credit > 0.0) {
                let all: f64 = row.iter().map(|&(_, weight)| weight).sum();
                for &(to, weight) in row {
                    if let Some(next) = next.get_mut(to) {
                        *next += credit * weight / all;
                    }
                }
            }
            next
        };
        if let Some(rank) = rank.get_mut(start) {
            *rank = 1.0;
        }
        for _ in 0..ROUNDS {
            let mut next = flow(&self.good, &rank);
            for credit in &mut next {
                *credit *= PASSED;
            }
            if let Some(credit) = next.get_mut(start) {
                *credit += 1.0 - PASSED;
            }
            rank = next;
        }
        let doubt = flow(&self.bad, &rank);
        rank.iter()
            .zip(doubt)
            .map(|(credit, doubt)| credit - doubt)
            .collect()
    }

    /// What a ranking gives to somebody.
    pub(crate) fn of(&self, ranking: &[f64], who: u64) -> f64 {
        self.index
            .get(&who)
            .and_then(|&who| ranking.get(who))
            .copied()
            .unwrap_or(0.0)
    }
}
