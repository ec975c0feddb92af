//! The chance that the asker's own next experience with somebody is a good one.

use argonaut_domain::ids::HelperId;

use super::network::Network;
use super::standing::{PRIOR, both};
use super::tie::Link;
use super::view::View;

/// The weights of the forecast, in log-odds. They were set once, on the first 60 % (by
/// time) of the trading ratings of Bitcoin OTC (Kumar et al. 2016), and rounded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// Before anything is known.
    pub start: f64,
    /// For `(P − N) / (P + N + ½)`, in [−1, 1].
    pub repute: f64,
    /// For `ln(1 + N/½)`.
    pub against: f64,
    /// For `ln(1 + 1000·credit)` of the other.
    pub near: f64,
    /// For `ln(1 + helpers of whom the asker speaks well)`.
    pub kindness: f64,
    /// For `ln(1 + helpers of whom the asker does not)`.
    pub strictness: f64,
    /// When the other speaks well of the asker.
    pub returned: f64,
    /// When the other does not.
    pub scorned: f64,
}

impl Default for Forecast {
    fn default() -> Self {
        Self {
            start: 2.0,
            repute: 1.25,
            against: -1.2,
            near: 0.35,
            kindness: 0.3,
            strictness: -0.9,
            returned: 1.85,
            scorned: -2.4,
        }
    }
}

impl View {
    /// The chance, in [0, 1], that the asker would speak well of `of` after working with
    /// them; what the asker has said of them already does not count. Unlike the standing
    /// it takes in what the other may choose freely (speaking well of the asker), so it
    /// warns and orders, and opens no door.
    pub fn forecast(&self, network: &Network, of: HelperId, weights: &Forecast) -> f64 {
        let scale = self.scale();
        let (own, other) = (network.find(self.asker), network.find(of));
        let standing = other.map_or_else(Default::default, |other| {
            self.stands(network, &scale, other)
        });
        let (good, bad) = (standing.good, standing.bad);
        let says = |from: Option<u32>| from.map_or(&[][..], |from| network.says(from));
        let (mut kind, mut strict) = (0.0_f64, 0.0_f64);
        for told in says(own).chunk_by(|a, b| a.other == b.other) {
            if told.first().map(|link| link.other) == other {
                continue;
            }
            let (good, bad) = both(&scale, told, |_| true);
            if good > bad {
                kind += 1.0;
            } else if bad > good {
                strict += 1.0;
            }
        }
        let back: &[Link] = match (other, own) {
            (Some(other), Some(own)) => network.said(other, own),
            _ => &[],
        };
        let (liked, disliked) = both(&scale, back, |link| !link.is_private());
        let credit = other.map_or(0.0, |other| self.credit(other));
        let odds = weights.start
            + weights.repute * (good - bad) / (good + bad + PRIOR)
            + weights.against * (bad / PRIOR).ln_1p()
            + weights.near * (1_000.0 * credit).ln_1p()
            + weights.kindness * kind.ln_1p()
            + weights.strictness * strict.ln_1p()
            + if liked > disliked {
                weights.returned
            } else if disliked > liked {
                weights.scorned
            } else {
                0.0
            };
        1.0 / (1.0 + (-odds).exp())
    }
}
