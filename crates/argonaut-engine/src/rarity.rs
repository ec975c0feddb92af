//! How rare interests are: their weight when two clients share one. Counted
//! over the cards at the start of an epoch and frozen until the next, so that
//! an update of one card does not move every score.

use argonaut_domain::taxonomy::TermId;

use crate::weights::Weights;

/// The frozen weights of interests.
///
/// `idf = max(0.1, ln((N+1)/(df+1)))`: N is the number of card listings, df
/// how many of them show the interest. Cards on show to everyone count, and no
/// others: the weights are the same for everybody, and whoever collects what is
/// public finds the same. A card that waits for the midnight batch counts already.
#[derive(Clone, Debug)]
pub struct Rarity {
    /// By the number of the term; as many as there can be, so that a look needs
    /// no check.
    by_term: Box<[f64; ROOM]>,
}

/// Room for every term's number: a power of two.
pub(crate) const ROOM: usize = 2_048;

impl Rarity {
    /// Counts cards, each by its interests.
    pub fn of<'a>(cards: impl Iterator<Item = &'a [TermId]>, weights: &Weights) -> Self {
        let mut all = 0u32;
        let mut counts: Vec<u32> = Vec::new();
        for interests in cards {
            all = all.saturating_add(1);
            for term in interests {
                let index = usize::from(term.index());
                if counts.len() <= index {
                    counts.resize(index + 1, 0);
                }
                if let Some(count) = counts.get_mut(index) {
                    *count = count.saturating_add(1);
                }
            }
        }
        let idf = |df: u32| {
            let ratio = (f64::from(all) + 1.0) / (f64::from(df) + 1.0);
            ratio.ln().max(weights.rarity_floor)
        };
        let mut by_term = Box::new([idf(0); ROOM]);
        for (weight, count) in by_term.iter_mut().zip(counts) {
            *weight = idf(count);
        }
        Self { by_term }
    }

    /// The weight of an interest. One that no card showed when the epoch began
    /// counts as the rarest.
    pub fn of_interest(&self, term: TermId) -> f64 {
        let known = self.by_term.get(usize::from(term.index()) % ROOM);
        known.copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use argonaut_domain::taxonomy::{Taxonomy, TermKind};

    use super::*;

    #[test]
    fn there_is_room_for_every_term() {
        let taxonomy = Taxonomy::builtin();
        for term in TermKind::ALL.iter().flat_map(|kind| taxonomy.terms(*kind)) {
            assert!(usize::from(term.index()) < ROOM, "{term:?}");
        }
    }
}
