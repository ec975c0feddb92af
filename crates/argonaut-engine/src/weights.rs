//! The constants of the score, in one place, so that they can be learned later.
//! Their source is the definition of the score; `rank` says where each enters.

/// The constants of the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// How well an offer meets a need of the same term.
    pub same: f64,
    /// … of the parent or a child.
    pub parent_child: f64,
    /// … of a sibling (groups at the top are no siblings).
    pub sibling: f64,
    /// Share of covered needs in one direction of a pair of cards.
    pub needs: f64,
    /// Share of common interests in one direction of a pair of cards.
    pub interests: f64,
    /// Share of the arithmetic mean of both directions: one-sided help is not zero.
    pub mean: f64,
    /// Share of the harmonic mean of both directions: both sides count.
    pub harmonic: f64,
    /// The least weight of an interest, however common it is.
    pub rarity_floor: f64,
    /// At this distance in kilometres the distance factor is one half.
    pub half_km: f64,
    /// The distance in kilometres that counts where a place is not said.
    pub unknown_km: f64,
    /// The trust factor of an owner who is not trusted at all.
    pub trust_base: f64,
    /// What full trust adds to it.
    pub trust_span: f64,
    /// The freshness factor of a card that is infinitely old.
    pub fresh_base: f64,
    /// What being new adds to it.
    pub fresh_span: f64,
    /// In how many days the addition for being new halves.
    pub fresh_half_days: f64,
    /// What waiting adds at most.
    pub waiting_span: f64,
    /// After how many weeks of waiting the addition is complete.
    pub waiting_weeks: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            same: 1.0,
            parent_child: 0.7,
            sibling: 0.5,
            needs: 0.75,
            interests: 0.25,
            mean: 0.4,
            harmonic: 0.6,
            rarity_floor: 0.1,
            half_km: 50.0,
            // A place that is not said counts like one at half weight: neither
            // as good as next door nor as bad as far away.
            unknown_km: 50.0,
            trust_base: 0.6,
            trust_span: 0.4,
            fresh_base: 0.7,
            fresh_span: 0.3,
            fresh_half_days: 90.0,
            waiting_span: 0.15,
            waiting_weeks: 26.0,
        }
    }
}
