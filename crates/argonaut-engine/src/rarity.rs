//! How rare interests are: their weight when two clients share one. Counted
//! over the cards at the start of an epoch and frozen until the next, so that
//! an update of one card does not move every score.

use std::collections::BTreeMap;

use argonaut_domain::taxonomy::TermId;

use crate::listing::{Body, Listing};
use crate::weights::Weights;

/// The frozen weights of interests.
///
/// `idf = max(0.1, ln((N+1)/(df+1)))`: N is the number of card listings, df
/// how many of them show the interest. Every card counts, whoever sees it, so
/// that the weights are the same for everybody.
#[derive(Clone, Debug, Default)]
pub struct Rarity {
    by_term: BTreeMap<TermId, f64>,
    unseen: f64,
}

impl Rarity {
    /// Counts the cards among the listings.
    pub fn of<'a>(listings: impl Iterator<Item = &'a Listing>, weights: &Weights) -> Self {
        let mut cards = 0u32;
        let mut counts: BTreeMap<TermId, u32> = BTreeMap::new();
        for listing in listings {
            if let Body::Card(card) = &listing.body {
                cards = cards.saturating_add(1);
                for term in &card.content.interests {
                    let count = counts.entry(*term).or_default();
                    *count = count.saturating_add(1);
                }
            }
        }
        let idf = |df: u32| {
            let ratio = (f64::from(cards) + 1.0) / (f64::from(df) + 1.0);
            ratio.ln().max(weights.rarity_floor)
        };
        Self {
            unseen: idf(0),
            by_term: counts
                .into_iter()
                .map(|(term, df)| (term, idf(df)))
                .collect(),
        }
    }

    /// The weight of an interest. One that no card showed when the epoch began
    /// counts as the rarest.
    pub fn of_interest(&self, term: TermId) -> f64 {
        self.by_term.get(&term).copied().unwrap_or(self.unseen)
    }
}
