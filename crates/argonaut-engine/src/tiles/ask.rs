//! A question, laid out in tables by term, so that a card is scored by a few
//! look-ups. The arithmetic is `rank`'s, in the same order: equal bits.

use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};

use super::classes::{Classes, indices};
use super::gist::Gist;
use super::tile::Tile;
use crate::listing::Face;
use crate::rank::{Fit, Ranker, Sum, named};

/// How well a term answers, and whether from afar.
#[derive(Clone, Copy, Debug, Default)]
struct Answer {
    sim: f64,
    remote: bool,
}

/// Where the relatives of a term lie: under it, and under the term above it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relatives {
    pub(super) own: u16,
    pub(super) above: Option<u16>,
}

impl Relatives {
    fn of(term: TermId) -> Self {
        let above = Taxonomy::builtin().parent(term);
        Self {
            own: term.index(),
            above: above.map(TermId::index),
        }
    }
}

/// The question of one card.
pub(super) struct Ask<'a> {
    pub(super) ranker: &'a Ranker<'a>,
    /// The urgencies of the named needs, in the order of the card.
    urgencies: Vec<f64>,
    /// By term and need: how well the offer meets the need.
    forward: Vec<Answer>,
    /// By term: how well our offers meet the need.
    back: Vec<Answer>,
    /// By term: whether we like it.
    mine: Vec<bool>,
    /// `W` of our interests.
    weight: f64,
    /// Offers of the same term as a need of ours, and of a related one.
    pub(super) meet_exactly: Vec<u16>,
    /// For each need, the terms under which lies whatever relates to it.
    pub(super) meet_under: Vec<Relatives>,
    /// Those of them that can be given from afar.
    pub(super) meet_afar: Vec<u16>,
    pub(super) meet_exactly_afar: Vec<u16>,
    /// Needs of the same term as an offer of ours, and of a related one.
    pub(super) met_exactly: Vec<u16>,
    /// For each offer, the terms under which lies whatever relates to it.
    pub(super) met_under: Vec<Relatives>,
    /// Those of them that an offer of ours meets from afar.
    pub(super) met_afar: Vec<u16>,
    pub(super) met_exactly_afar: Vec<u16>,
    pub(super) interests: Vec<u16>,
    pub(super) languages: Vec<u16>,
    /// The highest fit that any card can reach.
    pub(super) most: f64,
    /// Whether something can be given from afar.
    pub(super) can_be_afar: bool,
    pub(super) classes: Classes,
}

/// The terms that relate to a term, itself included.
fn family(taxonomy: &Taxonomy, term: TermId) -> Vec<TermId> {
    let above = taxonomy.parent(term);
    let siblings = above.map_or(&[][..], |above| taxonomy.children(above));
    let mut all: Vec<TermId> = siblings
        .iter()
        .chain(taxonomy.children(term))
        .copied()
        .chain(above)
        .chain([term])
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl<'a> Ask<'a> {
    pub(super) fn of(ranker: &'a Ranker<'a>) -> Self {
        let taxonomy = Taxonomy::builtin();
        let face = ranker.asker();
        let needs: Vec<TermId> = named(face.needs).map(|(need, _)| need).collect();
        let terms = 1 + TermKind::ALL
            .iter()
            .flat_map(|kind| taxonomy.terms(*kind))
            .map(|term| usize::from(term.index()))
            .max()
            .unwrap_or(0);
        let mut forward = vec![Answer::default(); terms * needs.len()];
        let mut meet_afar = Vec::new();
        for (place, need) in needs.iter().enumerate() {
            let family = family(taxonomy, *need);
            meet_afar.extend(family.iter().copied().filter(|offer| offer.is_remote()));
            for offer in family {
                let at = usize::from(offer.index()) * needs.len() + place;
                if let Some(answer) = forward.get_mut(at) {
                    *answer = Answer {
                        sim: ranker.similarity(taxonomy.relation(*need, offer)),
                        remote: offer.is_remote(),
                    };
                }
            }
        }
        let mut back = vec![Answer::default(); terms];
        let mut met_afar = Vec::new();
        for offer in face.offers {
            for need in family(taxonomy, *offer) {
                if let Some(answer) = back.get_mut(usize::from(need.index())) {
                    let sim = ranker.similarity(taxonomy.relation(need, *offer));
                    *answer = better(
                        *answer,
                        Answer {
                            sim,
                            remote: offer.is_remote(),
                        },
                    );
                    if offer.is_remote() {
                        met_afar.push(need);
                    }
                }
            }
        }
        let mut mine = vec![false; terms];
        for interest in face.interests {
            if let Some(like) = mine.get_mut(usize::from(interest.index())) {
                *like = true;
            }
        }
        let some = |is: bool| f64::from(u8::from(is));
        let top = (
            some(!needs.is_empty()),
            some(!face.offers.is_empty()),
            some(!face.interests.is_empty()),
        );
        let most = ranker.both_ways(top.0, top.1, top.2);
        let urgencies: Vec<f64> = named(face.needs)
            .map(|(_, urgency)| f64::from(urgency.weight()))
            .collect();
        let heaviest =
            urgencies.iter().copied().fold(0.0, f64::max) / urgencies.iter().sum::<f64>().max(1.0);
        let weight = ranker.weigh(face.interests);
        let mut rarest: Vec<f64> = face
            .interests
            .iter()
            .map(|term| ranker.rarity_of(*term))
            .collect();
        rarest.sort_by(|a, b| b.total_cmp(a));
        // With the sum s of what is shared, the other's W is at least s.
        let shared = |count: usize| {
            let sum: f64 = rarest.iter().take(count).sum();
            if weight > 0.0 {
                (sum / weight).sqrt()
            } else {
                0.0
            }
        };
        let can_be_afar = !(meet_afar.is_empty() && met_afar.is_empty());
        let classes = Classes::of(ranker, heaviest, (shared(1), shared(2)), can_be_afar);
        Self {
            urgencies,
            forward,
            back,
            mine,
            weight,
            meet_exactly: indices(needs.iter().copied()),
            meet_under: needs.iter().map(|need| Relatives::of(*need)).collect(),
            meet_afar: indices(meet_afar),
            meet_exactly_afar: indices(needs.iter().copied().filter(|need| need.is_remote())),
            met_exactly: indices(face.offers.iter().copied()),
            met_under: face
                .offers
                .iter()
                .map(|offer| Relatives::of(*offer))
                .collect(),
            met_afar: indices(met_afar),
            met_exactly_afar: indices(
                face.offers
                    .iter()
                    .copied()
                    .filter(|offer| offer.is_remote()),
            ),
            interests: indices(face.interests.iter().copied()),
            languages: face.languages.iter().map(|of| of.index()).collect(),
            most,
            can_be_afar,
            classes,
            ranker,
        }
    }

    /// What the terms of a card give together with ours.
    pub(super) fn fit(&self, tile: &Tile, slot: usize, gist: &Gist) -> Option<Fit> {
        if let Some(terms) = gist.terms() {
            return Some(self.fit_of(terms.needs(), terms.offers, terms.interests));
        }
        let (needs, offers, interests) = tile.terms(slot)?;
        let numbers =
            |terms: &[TermId]| -> Vec<u16> { terms.iter().map(|term| term.index()).collect() };
        let needs = named(needs).map(|(term, urgency)| (term.index(), u16::from(urgency.weight())));
        Some(self.fit_of(needs, &numbers(offers), &numbers(interests)))
    }

    fn fit_of(
        &self,
        needs: impl Iterator<Item = (u16, u16)>,
        offers: &[u16],
        interests: &[u16],
    ) -> Fit {
        let forward = self.forward(offers);
        let back = self.back(needs);
        let interests = self.common(interests);
        Fit::of(self.ranker, forward, back, interests)
    }

    fn forward(&self, offers: &[u16]) -> Sum {
        let stride = self.urgencies.len();
        let (mut all, mut covered, mut remote) = (0.0, 0.0, 0.0);
        for (place, urgency) in self.urgencies.iter().enumerate() {
            all += urgency;
            let mut best = Answer::default();
            for offer in offers {
                let at = usize::from(*offer) * stride + place;
                if let Some(answer) = self.forward.get(at) {
                    best = better(best, *answer);
                }
            }
            if best.sim > 0.0 {
                let part = urgency * best.sim;
                covered += part;
                if best.remote {
                    remote += part;
                }
            }
        }
        Sum::of(all, covered, remote)
    }

    fn back(&self, needs: impl Iterator<Item = (u16, u16)>) -> Sum {
        let (mut all, mut covered, mut remote) = (0.0, 0.0, 0.0);
        for (need, urgency) in needs {
            let urgency = f64::from(urgency);
            all += urgency;
            let answer = self.back.get(usize::from(need));
            if let Some(answer) = answer.filter(|answer| answer.sim > 0.0) {
                let part = urgency * answer.sim;
                covered += part;
                if answer.remote {
                    remote += part;
                }
            }
        }
        Sum::of(all, covered, remote)
    }

    fn common(&self, interests: &[u16]) -> f64 {
        let is_mine = |term: &&u16| self.mine.get(usize::from(**term)) == Some(&true);
        let rarity = |sum: f64, term: &u16| sum + self.ranker.rarity().of_number(*term);
        let shared = interests.iter().filter(is_mine).fold(0.0, rarity);
        if shared > 0.0 {
            shared / (self.weight * interests.iter().fold(0.0, rarity)).sqrt()
        } else {
            0.0
        }
    }

    /// The asking card.
    pub(super) const fn face(&self) -> &Face<'a> {
        self.ranker.asker()
    }
}

/// The better answer; among equals the one from afar.
fn better(held: Answer, next: Answer) -> Answer {
    if next.sim > held.sim || (next.sim == held.sim && next.sim > 0.0 && next.remote) {
        next
    } else {
        held
    }
}
