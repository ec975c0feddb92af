//! A question, laid out in tables by term, so that a card is scored by a few
//! look-ups. The arithmetic is `rank`'s, in the same order: equal bits.

use argonaut_domain::card::CardNeed;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};

use crate::listing::Face;
use crate::rank::{Fit, Ranker, Sum, named};

/// How well a term answers, and whether from afar.
#[derive(Clone, Copy, Debug, Default)]
struct Answer {
    sim: f64,
    remote: bool,
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
    pub(super) meet: Vec<u16>,
    /// Needs of the same term as an offer of ours, and of a related one.
    pub(super) met_exactly: Vec<u16>,
    pub(super) met: Vec<u16>,
    pub(super) interests: Vec<u16>,
    pub(super) languages: Vec<u16>,
    /// The highest fit that any card can reach.
    pub(super) most: f64,
    /// The highest product of fit and remote share that any card can reach.
    pub(super) most_remote: f64,
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

fn indices(terms: impl IntoIterator<Item = TermId>) -> Vec<u16> {
    let mut all: Vec<u16> = terms.into_iter().map(TermId::index).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Steps in which the highest remote product is sought.
const STEPS: u32 = 64;

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
        let mut meet = Vec::new();
        for (place, need) in needs.iter().enumerate() {
            for offer in family(taxonomy, *need) {
                let at = usize::from(offer.index()) * needs.len() + place;
                if let Some(answer) = forward.get_mut(at) {
                    *answer = Answer {
                        sim: ranker.similarity(taxonomy.relation(*need, offer)),
                        remote: offer.is_remote(),
                    };
                    meet.push(offer);
                }
            }
        }
        let mut back = vec![Answer::default(); terms];
        let mut met = Vec::new();
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
                    met.push(need);
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
        let most_remote = most_remote(
            ranker,
            top,
            meet.iter().any(|offer| offer.is_remote()),
            face.offers.iter().any(|offer| offer.is_remote()),
        );
        Self {
            urgencies: named(face.needs)
                .map(|(_, urgency)| f64::from(urgency.weight()))
                .collect(),
            forward,
            back,
            mine,
            weight: ranker.weigh(face.interests),
            meet_exactly: indices(needs),
            meet: indices(meet),
            met_exactly: indices(face.offers.iter().copied()),
            met: indices(met),
            interests: indices(face.interests.iter().copied()),
            languages: face.languages.iter().map(|of| of.index()).collect(),
            most,
            most_remote,
            ranker,
        }
    }

    /// What the terms of a card give together with ours.
    pub(super) fn fit(&self, needs: &[CardNeed], offers: &[TermId], interests: &[TermId]) -> Fit {
        let forward = self.forward(offers);
        let back = self.back(needs);
        let interests = self.common(interests);
        Fit::of(self.ranker, forward, back, interests)
    }

    fn forward(&self, offers: &[TermId]) -> Sum {
        let stride = self.urgencies.len();
        let (mut all, mut covered, mut remote) = (0.0, 0.0, 0.0);
        for (place, urgency) in self.urgencies.iter().enumerate() {
            all += urgency;
            let mut best = Answer::default();
            for offer in offers {
                let at = usize::from(offer.index()) * stride + place;
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

    fn back(&self, needs: &[CardNeed]) -> Sum {
        let (mut all, mut covered, mut remote) = (0.0, 0.0, 0.0);
        for (need, urgency) in named(needs) {
            let urgency = f64::from(urgency.weight());
            all += urgency;
            let answer = self.back.get(usize::from(need.index()));
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

    fn common(&self, interests: &[TermId]) -> f64 {
        let is_mine = |term: &TermId| self.mine.get(usize::from(term.index())) == Some(&true);
        let shared = interests
            .iter()
            .filter(|term| is_mine(term))
            .fold(0.0, |sum, term| sum + self.ranker.rarity_of(*term));
        if shared > 0.0 {
            shared / (self.weight * self.ranker.weigh(interests)).sqrt()
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

/// The highest value of fit × remote share. Where only one direction can be
/// given from afar, the share is at most b / (f+b): it falls with the cover of
/// the other direction, while the fit grows with it. So the cover is walked in
/// steps, with the fit of the step's end and the share of its beginning.
fn most_remote(
    ranker: &Ranker<'_>,
    (forward, back, interests): (f64, f64, f64),
    theirs: bool,
    ours: bool,
) -> f64 {
    let walk = |other: f64, fit: &dyn Fn(f64) -> f64| {
        (0..STEPS)
            .map(|step| {
                let (from, to) = (f64::from(step), f64::from(step + 1));
                let (from, to) = (from / f64::from(STEPS), to / f64::from(STEPS));
                fit(to.min(other)) / (1.0 + from.min(other))
            })
            .fold(0.0, f64::max)
    };
    match (theirs, ours) {
        (false, false) => 0.0,
        (true, true) => ranker.both_ways(forward, back, interests),
        (true, false) => walk(back, &|cover| ranker.both_ways(forward, cover, interests)),
        (false, true) => walk(forward, &|cover| ranker.both_ways(cover, back, interests)),
    }
}
