//! Draws that the invented land and its people share.

use rand::RngExt as _;
use rand::rngs::ChaCha8Rng;

/// A draw from the normal distribution (Box and Muller, 1958).
pub(super) fn normal(rng: &mut ChaCha8Rng) -> f64 {
    let radius = (-2.0 * (1.0 - rng.random::<f64>()).ln()).sqrt();
    radius * (std::f64::consts::TAU * rng.random::<f64>()).cos()
}

/// Everything, in an order in which the heavy come early (Efraimidis and
/// Spirakis, 2006).
pub(super) fn shuffled_by_weight<T>(
    items: impl Iterator<Item = (f64, T)>,
    rng: &mut ChaCha8Rng,
) -> Vec<T> {
    let mut keyed: Vec<(f64, T)> = items
        .filter(|(weight, _)| *weight > 0.0)
        .map(|(weight, item)| (-(1.0 - rng.random::<f64>()).ln() / weight, item))
        .collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    keyed.into_iter().map(|(_, item)| item).collect()
}

/// Draws places of a list by their weights.
pub(super) struct Weighted(Vec<f64>);

impl Weighted {
    /// Weights, none of them below 0.
    pub(super) fn new(weights: impl IntoIterator<Item = f64>) -> Self {
        let mut sum = 0.0;
        let sums = weights.into_iter().map(|weight| {
            sum += weight;
            sum
        });
        Self(sums.collect())
    }
    /// The place in the list of one draw.
    pub(super) fn draw(&self, rng: &mut ChaCha8Rng) -> usize {
        let all = self.0.last().copied().unwrap_or(0.0);
        let at = rng.random::<f64>() * all;
        self.0
            .partition_point(|sum| *sum <= at)
            .min(self.0.len().saturating_sub(1))
    }
}
