//! Drawing from a list with weights.

use rand::{Rng, RngExt as _};

/// A list whose members are drawn each with its weight.
#[derive(Clone, Debug)]
pub(super) struct Weighted<T> {
    values: Vec<T>,
    /// The sum of the weights up to and with each value.
    up_to: Vec<f64>,
}

impl<T: Copy> Weighted<T> {
    pub(super) fn new(list: impl IntoIterator<Item = (T, f64)>) -> Self {
        let mut sum = 0.0;
        let (values, up_to) = list
            .into_iter()
            .map(|(value, weight)| {
                sum += weight;
                (value, sum)
            })
            .unzip();
        Self { values, up_to }
    }
    /// The n-th of the list has weight 1/n.
    pub(super) fn zipf(list: impl IntoIterator<Item = T>) -> Self {
        Self::new(
            list.into_iter()
                .zip(1u32..)
                .map(|(value, rank)| (value, 1.0 / f64::from(rank))),
        )
    }
    pub(super) fn draw(&self, rng: &mut impl Rng) -> T {
        let whole = self.up_to.last().copied().unwrap_or_default();
        let at = rng.random::<f64>() * whole;
        let place = self.up_to.partition_point(|up_to| *up_to <= at);
        *self
            .values
            .get(place)
            .or(self.values.last())
            .expect("nothing is drawn from an empty list")
    }
    /// So many draws; doubles are the caller's to drop.
    pub(super) fn some(&self, count: usize, rng: &mut impl Rng) -> Vec<T> {
        (0..count).map(|_| self.draw(rng)).collect()
    }
}
