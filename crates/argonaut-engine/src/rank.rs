//! The score of a listing for a card. Nothing here decides who may see what
//! (`context`) or what is ruled out (`limits`).
//!
//! With `u` the urgency of a need (1 to 3), a the asking card, b the listing:
//!
//! - `N(a,b) = Σ u·max sim(need of a, offer of b) / Σ u` over the *named* needs
//!   of a; 0 where none is named. `sim` is 1 for the same term, 0.7 for parent
//!   and child, 0.5 for siblings. Source: the definition of the score.
//! - `I = Σ idf(shared interests) / √(W_a·W_b)`, `W = Σ idf` over a card's
//!   interests; 0 where a side has none. `idf`: see [`crate::rarity`].
//! - `x = 0.75·N(a,b) + 0.25·I`, `y = 0.75·N(b,a) + 0.25·I`,
//!   `R = 0.4·(x+y)/2 + 0.6·2xy/(x+y)`; for helpers and services `R = N(a,b)`.
//! - `S = R · D · T · F · W`, multiplied in this order, with
//!   - `D = r + (1−r)/(1+km/50)`: distance between the centres of the published
//!     places. `r` is the part of the covered need, of both directions, that is
//!     covered by an offer of a remote kind: it skips the distance. 0 where
//!     nothing is covered. A place that is not said counts as 50 km away.
//!   - `T = 0.6 + 0.4·trust` of the owner; a service without owner is trusted.
//!   - `F = 0.7 + 0.3·2^(−days/90)`, days = 7 × weeks since publication: a card
//!     tells weeks only. 1 for helpers and services, which do not grow stale.
//!   - `W = 1 + 0.15·min(1, weeks/26)`, the weeks that the listing's client has
//!     waited. 1 for helpers and services.
//!
//! Only `S > 0` ranks. Sums run in the order of the tidied card, so that equal
//! inputs give equal bits.

use std::cmp::Ordering;

use argonaut_domain::card::{CardContent, CardNeed, Urgency};
use argonaut_domain::clock::Week;
use argonaut_domain::ids::HelperId;
use argonaut_domain::taxonomy::{Relation, Taxonomy, TermId};

use crate::context::Context;
use crate::explain;
use crate::listing::{Entry, Face, ListingId, ListingKind};
use crate::rarity::Rarity;
use crate::snapshot::Suggestion;
use crate::weights::Weights;

/// What a score is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreParts {
    /// `N(a,b)`: how much of our needs they cover, in [0, 1].
    pub need_cover_forward: f64,
    /// `N(b,a)`: how much of their needs we cover, in [0, 1]; 0 for one-way listings.
    pub need_cover_back: f64,
    /// `I`: interests in common, in [0, 1]; 0 for one-way listings.
    pub interests: f64,
    /// `R`: both directions together, in [0, 1].
    pub fit: f64,
    /// `r`: the part of the cover that is of a remote kind, in [0, 1].
    pub remote_share: f64,
    /// Kilometres between the centres; `None` where a place is not said.
    pub km: Option<f64>,
    /// `D`, in (0, 1].
    pub distance_factor: f64,
    /// `T`, in [0.6, 1].
    pub trust_factor: f64,
    /// `F`, in [0.7, 1].
    pub freshness_factor: f64,
    /// `W`, in [1, 1.15].
    pub waiting_factor: f64,
    /// `S`: the product.
    pub score: f64,
}

/// A need and the offer that covers it best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover {
    /// What is needed.
    pub need: TermId,
    /// How urgently.
    pub urgency: Urgency,
    /// The offer that covers it.
    pub by: TermId,
    /// How the two terms relate; never unrelated.
    pub relation: Relation,
}

/// The order of suggestions: higher scores first, then the smaller id.
pub fn better(a: (f64, ListingId), b: (f64, ListingId)) -> Ordering {
    b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))
}

/// Scores listings for one card.
pub struct Ranker<'a> {
    asker: Face<'a>,
    weights: &'a Weights,
    rarity: &'a Rarity,
    context: &'a dyn Context,
    taxonomy: &'static Taxonomy,
    today: Week,
}

impl<'a> Ranker<'a> {
    /// A ranker for a tidied card.
    pub fn new(
        card: &'a CardContent,
        weights: &'a Weights,
        rarity: &'a Rarity,
        context: &'a dyn Context,
    ) -> Self {
        Self {
            asker: Face::of_card(card),
            weights,
            rarity,
            context,
            taxonomy: Taxonomy::builtin(),
            today: context.today(),
        }
    }

    /// The present week.
    pub(crate) const fn today(&self) -> Week {
        self.today
    }
    /// The asking card.
    pub const fn asker(&self) -> &Face<'a> {
        &self.asker
    }

    /// The weight of an interest.
    pub fn rarity_of(&self, interest: TermId) -> f64 {
        self.rarity.of_interest(interest)
    }

    /// The score, or `None` where it is not above 0.
    pub fn score(&self, entry: &Entry, theirs: &Face<'_>) -> Option<ScoreParts> {
        let ours = &self.asker;
        let forward = self.need_cover(ours.needs, theirs.offers);
        let found = match theirs.kind {
            ListingKind::Card => {
                let back = self.need_cover(theirs.needs, ours.offers);
                let interests = self.common_interests(ours.interests, theirs.interests);
                Fit::of(self, forward, back, interests)
            }
            ListingKind::Helper | ListingKind::Service => Fit::one_way(forward),
        };
        if found.fit <= 0.0 {
            return None;
        }
        let km = ours.place.distance_km(theirs.place);
        let distance_factor = self.distance_factor(km, found.remote_share);
        let trust_factor = self.trust_factor(entry);
        let freshness_factor = self.freshness_factor(theirs.published);
        let waiting_factor = self.waiting_factor(theirs.waiting_since);
        let score = found.fit * distance_factor * trust_factor * freshness_factor * waiting_factor;
        (score > 0.0).then_some(ScoreParts {
            need_cover_forward: found.forward,
            need_cover_back: found.back,
            interests: found.interests,
            fit: found.fit,
            remote_share: found.remote_share,
            km,
            distance_factor,
            trust_factor,
            freshness_factor,
            waiting_factor,
            score,
        })
    }

    /// The suggestion that a listing is, with its reasons; `None` where its
    /// score is not above 0.
    pub(crate) fn suggest(&self, entry: &Entry, theirs: &Face<'_>) -> Option<Suggestion> {
        let parts = self.score(entry, theirs)?;
        Some(Suggestion {
            id: entry.id,
            score: parts.score,
            reasons: explain::reasons(self, entry, theirs, &parts, self.context),
            parts,
        })
    }

    /// The offer that covers a need best. Among equals a remote kind, which no
    /// distance hinders, then the smaller term.
    pub fn best_offer(&self, need: TermId, offers: &[TermId]) -> Option<(TermId, Relation)> {
        let mut best: Option<(TermId, Relation, f64)> = None;
        for &offer in offers {
            let relation = self.taxonomy.relation(need, offer);
            let sim = self.similarity(relation);
            let is_better = best.is_none_or(|(held, _, held_sim)| {
                sim > held_sim || (sim == held_sim && offer.is_remote() && !held.is_remote())
            });
            if sim > 0.0 && is_better {
                best = Some((offer, relation, sim));
            }
        }
        best.map(|(offer, relation, _)| (offer, relation))
    }

    /// The named needs that the offers cover, in the order of the card.
    pub fn covers(&self, needs: &[CardNeed], offers: &[TermId]) -> Vec<Cover> {
        named(needs)
            .filter_map(|(need, urgency)| {
                let (by, relation) = self.best_offer(need, offers)?;
                Some(Cover {
                    need,
                    urgency,
                    by,
                    relation,
                })
            })
            .collect()
    }

    pub(crate) fn similarity(&self, relation: Relation) -> f64 {
        match relation {
            Relation::Same => self.weights.same,
            Relation::ParentChild => self.weights.parent_child,
            Relation::Sibling => self.weights.sibling,
            Relation::Unrelated => 0.0,
        }
    }

    /// `N`, and how much of it comes from afar.
    pub(crate) fn need_cover(&self, needs: &[CardNeed], offers: &[TermId]) -> Sum {
        let (mut all, mut covered, mut remote) = (0.0, 0.0, 0.0);
        for (need, urgency) in named(needs) {
            let urgency = f64::from(urgency.weight());
            all += urgency;
            if let Some((by, relation)) = self.best_offer(need, offers) {
                let part = urgency * self.similarity(relation);
                covered += part;
                if by.is_remote() {
                    remote += part;
                }
            }
        }
        Sum::of(all, covered, remote)
    }

    pub(crate) fn common_interests(&self, ours: &[TermId], theirs: &[TermId]) -> f64 {
        let shared = ours
            .iter()
            .filter(|term| theirs.contains(term))
            .fold(0.0, |sum, term| sum + self.rarity_of(*term));
        if shared > 0.0 {
            shared / (self.weigh(ours) * self.weigh(theirs)).sqrt()
        } else {
            0.0
        }
    }

    /// `W`: the weight of all interests of a card.
    pub(crate) fn weigh(&self, interests: &[TermId]) -> f64 {
        interests
            .iter()
            .fold(0.0, |sum, term| sum + self.rarity_of(*term))
    }

    /// `R` of two cards.
    pub(crate) fn both_ways(&self, forward: f64, back: f64, interests: f64) -> f64 {
        let w = self.weights;
        let x = w.needs * forward + w.interests * interests;
        let y = w.needs * back + w.interests * interests;
        if x + y > 0.0 {
            w.mean * (x + y) / 2.0 + w.harmonic * 2.0 * x * y / (x + y)
        } else {
            0.0
        }
    }

    pub(crate) fn distance_factor(&self, km: Option<f64>, remote_share: f64) -> f64 {
        let km = km.unwrap_or(self.weights.unknown_km);
        remote_share + (1.0 - remote_share) / (1.0 + km / self.weights.half_km)
    }

    pub(crate) fn trust_factor(&self, listing: &Entry) -> f64 {
        self.factor_of_trust(self.context.trust_in(listing))
    }
    /// The most that [`Ranker::trust_factor`] gives to any listing of an owner.
    pub(crate) fn most_trust_factor(&self, owner: Option<HelperId>) -> f64 {
        self.factor_of_trust(owner.map_or(1.0, |owner| self.context.most_trust(owner)))
    }

    /// `T` of so much trust; what lies outside [0, 1] is moved to the nearer end.
    pub(crate) fn factor_of_trust(&self, trust: f64) -> f64 {
        let trust = if trust.is_nan() {
            0.0
        } else {
            trust.clamp(0.0, 1.0)
        };
        self.weights.trust_base + self.weights.trust_span * trust
    }

    pub(crate) fn freshness_factor(&self, published: Option<Week>) -> f64 {
        let Some(week) = published else { return 1.0 };
        let days = 7.0 * f64::from(self.today.since(week));
        self.weights.fresh_base
            + self.weights.fresh_span * (-days / self.weights.fresh_half_days).exp2()
    }

    pub(crate) fn waiting_factor(&self, since: Option<Week>) -> f64 {
        let weeks = f64::from(self.weeks_waiting(since));
        1.0 + self.weights.waiting_span * (weeks / self.weights.waiting_weeks).min(1.0)
    }

    /// The trust factor of an owner who is trusted fully.
    pub(crate) fn most_trust(&self) -> f64 {
        self.weights.trust_base + self.weights.trust_span
    }
    /// How well an offer meets a need of the same term, of a parent or child,
    /// and of a sibling.
    pub(crate) const fn tiers(&self) -> [f64; 3] {
        let w = self.weights;
        [w.same, w.parent_child, w.sibling]
    }
    /// No fit × remote share is higher where the covers from afar are these: no
    /// mean is above the arithmetic one.
    pub(crate) fn most_afar(&self, forward: f64, back: f64, interests: f64) -> f64 {
        let w = self.weights;
        (w.mean + w.harmonic) * (w.needs * (forward + back) / 2.0 + w.interests * interests)
    }
    /// The distance that counts where a place is not said.
    pub(crate) const fn unknown_km(&self) -> f64 {
        self.weights.unknown_km
    }

    /// Whole weeks since `since`; 0 where nobody waits.
    pub fn weeks_waiting(&self, since: Option<Week>) -> u32 {
        since.map_or(0, |week| self.today.since(week))
    }
}

/// The cover of one direction, as shares of all named need.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    share: f64,
    remote: f64,
}

impl Sum {
    /// Of urgency in all, covered, and covered from afar.
    pub(crate) fn of(all: f64, covered: f64, remote: f64) -> Self {
        if all > 0.0 {
            Self {
                share: covered / all,
                remote: remote / all,
            }
        } else {
            Self::default()
        }
    }
}

/// What the terms of two records give together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fit {
    forward: f64,
    back: f64,
    interests: f64,
    pub(crate) fit: f64,
    pub(crate) remote_share: f64,
}

impl Fit {
    /// Of two cards.
    pub(crate) fn of(ranker: &Ranker<'_>, forward: Sum, back: Sum, interests: f64) -> Self {
        Self {
            forward: forward.share,
            back: back.share,
            interests,
            fit: ranker.both_ways(forward.share, back.share, interests),
            remote_share: remote_share(forward, back),
        }
    }
    fn one_way(forward: Sum) -> Self {
        Self {
            forward: forward.share,
            back: 0.0,
            interests: 0.0,
            fit: forward.share,
            remote_share: remote_share(forward, Sum::default()),
        }
    }
}

fn remote_share(forward: Sum, back: Sum) -> f64 {
    let covered = forward.share + back.share;
    if covered > 0.0 {
        (forward.remote + back.remote) / covered
    } else {
        0.0
    }
}

/// The needs that are named: the others are told on introduction, and count
/// neither as covered nor as open.
pub fn named(needs: &[CardNeed]) -> impl Iterator<Item = (TermId, Urgency)> {
    needs.iter().filter_map(|need| match *need {
        CardNeed::Named(term, urgency) => Some((term, urgency)),
        CardNeed::OnIntroduction(_) => None,
    })
}
