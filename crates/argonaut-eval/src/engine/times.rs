//! Times of many questions in several passes, and how they are told.

use std::time::Duration;

/// The least, the middle and the greatest of some figures.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spread {
    pub(crate) least: f64,
    pub(crate) median: f64,
    pub(crate) most: f64,
}

impl Spread {
    /// Of at least one figure.
    pub(crate) fn of(figures: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut figures: Vec<f64> = figures.into_iter().collect();
        figures.sort_by(f64::total_cmp);
        Some(Self {
            least: *figures.first()?,
            median: quantile(&figures, 0.5)?,
            most: *figures.last()?,
        })
    }
    /// Of one figure of each pass.
    pub(crate) fn by(passes: &[Pass], figure: impl Fn(&Pass) -> f64) -> Option<Self> {
        Self::of(passes.iter().map(figure))
    }
    /// The middle one.
    pub(crate) fn middle(spread: Option<Self>) -> Option<f64> {
        spread.map(|spread| spread.median)
    }
}

/// The value below which a share of sorted values lies.
pub(crate) fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    sorted.get((last as f64 * share).round() as usize).copied()
}

/// The time of each question of one pass, in microseconds, in their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pass(Vec<f64>);

impl Pass {
    pub(crate) fn add(&mut self, time: Duration) {
        self.0.push(time.as_secs_f64() * 1e6);
    }
    pub(crate) fn mean(&self) -> f64 {
        self.mean_of(self.0.len())
    }
    /// The mean of the first so many questions.
    pub(crate) fn mean_of(&self, questions: usize) -> f64 {
        let sum: f64 = self.0.iter().take(questions).sum();
        sum / self.0.len().min(questions).max(1) as f64
    }
    pub(crate) fn at(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        quantile(&sorted, share).unwrap_or(f64::NAN)
    }
    /// All of it, in seconds.
    pub(crate) fn seconds(&self) -> f64 {
        self.0.iter().sum::<f64>() / 1e6
    }
    pub(crate) const fn len(&self) -> usize {
        self.0.len()
    }
}

/// The middle of the times that each question took in the passes.
pub(crate) fn typical(passes: &[Pass]) -> Pass {
    let questions = passes.iter().map(Pass::len).min().unwrap_or(0);
    let middle = |question: usize| {
        let times = passes
            .iter()
            .filter_map(|pass| pass.0.get(question).copied());
        Spread::middle(Spread::of(times))
    };
    Pass((0..questions).filter_map(middle).collect())
}

/// How many times the first takes as long as the second, pass by pass, over the
/// questions that both answered.
pub(crate) fn ratio(slow: &[Pass], fast: &[Pass]) -> Option<Spread> {
    Spread::of(slow.iter().zip(fast).map(|(slow, fast)| {
        let both = slow.len().min(fast.len());
        slow.mean_of(both) / fast.mean_of(both)
    }))
}
