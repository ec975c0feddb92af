//! Times of one job, and how they are printed.

use std::time::{Duration, Instant};

/// The times that a job took.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// Runs a job some times, after once that does not count.
    pub(crate) async fn of<F, T, E>(rounds: usize, mut job: impl FnMut() -> F) -> Result<Self, E>
    where
        F: Future<Output = Result<T, E>>,
    {
        job().await?;
        let mut times = Vec::with_capacity(rounds);
        for _ in 0..rounds.max(1) {
            let start = Instant::now();
            job().await?;
            times.push(start.elapsed());
        }
        times.sort_unstable();
        Ok(Self(times))
    }

    fn at(&self, share: f64) -> f64 {
        let last = self.0.len().saturating_sub(1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a short list"
        )]
        let place = (last as f64 * share).round() as usize;
        self.0
            .get(place)
            .map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
    }
    /// The fastest, in milliseconds.
    pub(crate) fn least(&self) -> f64 {
        self.at(0.0)
    }
    /// The middle one, in milliseconds.
    pub(crate) fn median(&self) -> f64 {
        self.at(0.5)
    }
    /// The slowest, in milliseconds.
    pub(crate) fn most(&self) -> f64 {
        self.at(1.0)
    }
}
