//! A plan made with a client: how far a goal was reached, who does a step, what stands in
//! the way, and the one figure over several goals. Never what the plan says: that is sealed.

use crate::word::words;

words! {
    /// How far a goal was reached at a review, on the five levels of goal attainment
    /// scaling (Kiresuk & Sherman, 1968); 0 is what was hoped for.
    pub enum Attainment {
        /// Much less than hoped.
        MuchLess = "-2",
        /// Less than hoped.
        Less = "-1",
        /// As hoped.
        AsHoped = "0",
        /// More than hoped.
        More = "1",
        /// Much more than hoped.
        MuchMore = "2",
    }
}

impl Attainment {
    /// From -2 to 2.
    pub const fn score(self) -> i8 {
        match self {
            Self::MuchLess => -2,
            Self::Less => -1,
            Self::AsHoped => 0,
            Self::More => 1,
            Self::MuchMore => 2,
        }
    }
}

words! {
    /// Who takes a step of a plan.
    pub enum Doer {
        /// The client.
        Client = "client",
        /// The helper.
        Helper = "helper",
        /// Both together.
        Together = "together",
        /// Somebody else.
        Other = "other",
    }
}

words! {
    /// Where something that stands in the way comes from.
    pub enum BarrierOf {
        /// The person: health, confidence, habits.
        Person = "person",
        /// The helper: time, knowledge, rules.
        Worker = "worker",
        /// The surroundings: money, transport, opening hours, prejudice.
        Environment = "environment",
    }
}

/// How much the scores of one person's goals are assumed to go together.
const CORRELATION: f64 = 0.3;

/// The T-score of goal attainment over goals of equal weight: 50 is "as hoped" on the
/// whole, and 10 is one standard deviation. `None` without goals.
///
/// `T = 50 + 10 Σx / √((1 − ρ) n + ρ n²)` with ρ = 0.3: Kiresuk, T. J. and Sherman, R. E.
/// (1968), "Goal attainment scaling: a general method for evaluating comprehensive community
/// mental health programs", Community Mental Health Journal 4(6), 443–453; their formula with
/// every weight 1.
pub fn attainment_t(reached: &[Attainment]) -> Option<f64> {
    let goals = f64::from(u32::try_from(reached.len()).ok().filter(|n| *n > 0)?);
    let sum: f64 = reached.iter().map(|level| f64::from(level.score())).sum();
    let spread = (CORRELATION * goals * goals + (1.0 - CORRELATION) * goals).sqrt();
    Some(50.0 + 10.0 * sum / spread)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_values_of_the_formula() {
        assert_eq!(attainment_t(&[]), None);
        assert_eq!(attainment_t(&[Attainment::AsHoped; 4]), Some(50.0));
        assert_eq!(attainment_t(&[Attainment::More]), Some(60.0));
        // Three goals, all at +1: 50 + 30 / √(0.7·3 + 0.3·9) = 50 + 30 / √4.8.
        let three = attainment_t(&[Attainment::More; 3]).unwrap();
        assert!((three - 63.693).abs() < 0.001, "{three}");
        // Two goals at −2 and 0: 50 − 20 / √2.6.
        let two = attainment_t(&[Attainment::MuchLess, Attainment::AsHoped]).unwrap();
        assert!((two - 37.597).abs() < 0.001, "{two}");
    }

    proptest! {
        #[test]
        fn better_is_never_lower_and_the_opposite_mirrors(levels in prop::collection::vec(0_usize..5, 1..12), which in 0_usize..12) {
            let reached: Vec<_> = levels.iter().map(|level| Attainment::ALL[*level]).collect();
            let score = attainment_t(&reached).unwrap();
            let mirrored: Vec<_> = levels.iter().map(|level| Attainment::ALL[4 - level]).collect();
            prop_assert!((score + attainment_t(&mirrored).unwrap() - 100.0).abs() < 1e-9);
            let at = which % levels.len();
            if levels[at] < 4 {
                let mut better = reached;
                better[at] = Attainment::ALL[levels[at] + 1];
                prop_assert!(attainment_t(&better).unwrap() > score);
            }
        }
    }
}
