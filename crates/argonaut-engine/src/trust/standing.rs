//! How far a helper can be relied on: what credible helpers say, and what the asker
//! has been through with them.

use argonaut_domain::ids::HelperId;

use super::network::Network;
use super::tie::{Link, Scale};
use super::view::View;

/// How much more the asker's own evidence counts than a wholly credible helper's.
const OWN: f64 = 4.0;
/// Bad evidence counts double.
const BAD: f64 = 2.0;
/// As if so much had been said that tells nothing.
pub(super) const PRIOR: f64 = 0.5;

/// A standing in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// More speaks against than for them, or the asker distrusts them.
    Doubtful,
    /// Nobody credible knows them.
    Unknown,
    /// Somebody credible knows them: from 0.15.
    Known,
    /// Well spoken of: from 0.45.
    Trusted,
    /// Very well spoken of: from 0.75.
    WellTrusted,
}

/// What speaks for a helper and against them, seen from the asker.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing {
    /// Strengths of what credible others say for them.
    pub good: f64,
    /// Strengths of what credible others have against them.
    pub bad: f64,
    /// The asker's own good evidence, each piece at most 1.
    pub own_good: f64,
    /// The asker's own bad evidence.
    pub own_bad: f64,
    /// Whether the asker distrusts them.
    pub distrusted: bool,
}

impl Standing {
    /// From 0, no reason to rely on them, to 1.
    pub fn score(&self) -> f64 {
        if self.distrusted {
            return 0.0;
        }
        let good = self.good + OWN * self.own_good;
        good / (good + BAD * (self.bad + OWN * self.own_bad) + PRIOR)
    }
    /// The same, without what the asker says and has been through.
    #[must_use]
    pub fn by_others(self) -> Self {
        Self {
            good: self.good,
            bad: self.bad,
            ..Self::default()
        }
    }
    /// The score in words.
    pub fn label(&self) -> Label {
        let good = self.good + OWN * self.own_good;
        let bad = self.bad + OWN * self.own_bad;
        let score = self.score();
        if self.distrusted || (bad > good && bad >= 0.1) {
            Label::Doubtful
        } else if score >= 0.75 {
            Label::WellTrusted
        } else if score >= 0.45 {
            Label::Trusted
        } else if score >= 0.15 {
            Label::Known
        } else {
            Label::Unknown
        }
    }
}

impl View {
    /// How a helper stands with the asker. All zero for somebody unknown.
    pub fn standing(&self, network: &Network, of: HelperId) -> Standing {
        network.find(of).map_or_else(Standing::default, |of| {
            self.stands(network, &self.scale(), of)
        })
    }

    /// Everybody who stands above zero, the asker left out, by id.
    pub fn standings(&self, network: &Network) -> Vec<(HelperId, Standing)> {
        let mut all = self.opinions(network);
        all.retain(|(_, standing)| standing.score() > 0.0);
        all
    }

    /// Everybody of whom the asker, or somebody credible to them, says anything, good or
    /// bad, by id: the same standings, in one pass over what the credible say.
    pub fn opinions(&self, network: &Network) -> Vec<(HelperId, Standing)> {
        let scale = self.scale();
        let own = network.find(self.asker);
        let mut givers: Vec<u32> = self.everybody().chain(own).collect();
        // Sums in the order of [`View::standing`], so that they are equal to the last bit.
        givers.sort_unstable_by_key(|&giver| network.id(giver));
        givers.dedup();
        let mut all = vec![Standing::default(); network.helpers()];
        for giver in givers {
            let credible = self.credible(giver);
            for told in network.says(giver).chunk_by(|a, b| a.other == b.other) {
                let other = told.first().map(|link| link.other);
                let Some(standing) = other.and_then(|other| all.get_mut(super::network::at(other)))
                else {
                    continue;
                };
                if Some(giver) == own {
                    (standing.own_good, standing.own_bad) = both(&scale, told, |_| true);
                    standing.distrusted = told.iter().any(|link| link.is_private());
                } else if credible > 0.0 {
                    let (good, bad) = both(&scale, told, |link| !link.is_private());
                    standing.good += credible * good;
                    standing.bad += credible * bad;
                }
            }
        }
        let mut known: Vec<(HelperId, Standing)> = (0..)
            .zip(all)
            // Whom others distrust in private, nobody says anything of.
            .filter(|(place, standing)| Some(*place) != own && *standing != Standing::default())
            .filter_map(|(place, standing)| Some((network.id(place)?, standing)))
            .collect();
        known.sort_unstable_by_key(|&(id, _)| id);
        known
    }

    pub(super) fn stands(&self, network: &Network, scale: &Scale, of: u32) -> Standing {
        let own = network.find(self.asker);
        let mut standing = Standing::default();
        for told in network.told(of).chunk_by(|a, b| a.other == b.other) {
            let Some(giver) = told.first().map(|link| link.other) else {
                continue;
            };
            if Some(giver) == own {
                (standing.own_good, standing.own_bad) = both(scale, told, |_| true);
                standing.distrusted = told.iter().any(|link| link.is_private());
                continue;
            }
            let credible = self.credible(giver);
            if credible > 0.0 {
                let (good, bad) = both(scale, told, |link| !link.is_private());
                standing.good += credible * good;
                standing.bad += credible * bad;
            }
        }
        standing
    }
}

/// The good and the bad of what one helper says of another, each at most 1.
pub(super) fn both(scale: &Scale, told: &[Link], counts: impl Fn(Link) -> bool) -> (f64, f64) {
    let values = told.iter().copied().filter(|&link| counts(link));
    let (mut good, mut bad) = (0.0, 0.0);
    for value in values.map(|link| f64::from(scale.value(link))) {
        good += value.max(0.0);
        bad += (-value).max(0.0);
    }
    (good.min(1.0), bad.min(1.0))
}
