//! The thresholds of the gate, and the floors that no configuration goes below.

use argonaut_domain::place::Place;

use super::helpers::ActiveHelpers;
use super::population::Population;

/// The least values of the three rules. They can be raised, never lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    k: u32,
    min_area: u64,
    min_helpers: u32,
}

impl Thresholds {
    /// The lowest thresholds there are: 100 people with the combination (200
    /// with the built-in estimate, which asks for that itself), 20,000 people
    /// in the place, 10 active helpers who serve it.
    pub const FLOOR: Self = Self {
        k: 100,
        min_area: 20_000,
        min_helpers: 10,
    };

    /// Thresholds from a configuration; whatever lies below the floor is lifted to it.
    #[must_use]
    pub fn at_least(k: u32, min_area: u64, min_helpers: u32) -> Self {
        Self {
            k: k.max(Self::FLOOR.k),
            min_area: min_area.max(Self::FLOOR.min_area),
            min_helpers: min_helpers.max(Self::FLOOR.min_helpers),
        }
    }
    /// Rule (a): how many people must share a combination, given where the
    /// numbers come from.
    pub fn k(&self, population: &(impl Population + ?Sized)) -> u32 {
        self.k.max(population.threshold_k())
    }
    /// Rule (b): how many people a place must have.
    pub const fn min_area(&self) -> u64 {
        self.min_area
    }
    /// Rule (c): how many active helpers must serve a place.
    pub const fn min_helpers(&self) -> u32 {
        self.min_helpers
    }
    /// Whether too few helpers serve a place for an open card: such a card, that
    /// was published when there were more, is hidden from strangers until the
    /// daily batch has made it say less.
    pub fn is_thin(&self, place: Place, helpers: &(impl ActiveHelpers + ?Sized)) -> bool {
        helpers.serving(place) < self.min_helpers
    }
}

impl Default for Thresholds {
    fn default() -> Self {
        Self::FLOOR
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::BuiltinEstimate;

    #[test]
    fn no_configuration_goes_below_the_floor() {
        assert_eq!(Thresholds::at_least(0, 0, 0), Thresholds::FLOOR);
        assert_eq!(Thresholds::at_least(99, 19_999, 9), Thresholds::default());
        let raised = Thresholds::at_least(500, 50_000, 30);
        assert_eq!((raised.min_area(), raised.min_helpers()), (50_000, 30));
        assert_eq!(raised.k(&BuiltinEstimate), 500);
        assert_eq!(
            Thresholds::FLOOR.k(&BuiltinEstimate),
            200,
            "an estimate asks for more than a census"
        );
    }
}
