//! The exact score over the columns, to the last bit that of the engine: the
//! scorer of the plain scan and of tantivy. What depends on the asking card or
//! helper alone is put into tables first, as a good scan would do.

use std::error::Error;

use argonaut_domain::card::CardContent;
use argonaut_domain::children::Ages;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::Age;
use argonaut_domain::taxonomy::{Relation, Taxonomy, TermId, TermKind};
use argonaut_engine::rarity::Rarity;
use argonaut_engine::{Query, Weights};
use argonaut_testkit::corpus::{Eyes, THIS_WEEK};

use super::columns::{
    Columns, NO_KM, all_ages, connection_bits, connection_kinds, first_interest, gender_bits,
    interest_bits, stage_bits, weight_of,
};

/// How well an offer meets a need, and whether from afar.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Meets {
    pub(crate) sim: f64,
    pub(crate) remote: bool,
}

/// One need of the asking card, and every offer that meets it, by its term.
pub(crate) struct Need {
    pub(crate) urgency: f64,
    pub(crate) met_by: Vec<Meets>,
}

/// What one age of a listing means for the asking card.
#[derive(Clone, Copy)]
pub(crate) struct AgeRule {
    /// Kinds of connection that keep the two apart.
    pub(crate) apart: u16,
    /// Kinds of connection over which they may meet.
    pub(crate) meet: u16,
    /// Whether they may meet where neither names a kind.
    pub(crate) over_any: bool,
    /// Whether our limit on the stages of life admits it.
    pub(crate) admitted: bool,
}

/// What the helper is to the owner of a listing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    Stranger,
    Contact,
    Blocked,
    Own,
}

/// A place seen from the asking card's.
#[derive(Clone, Copy)]
struct Far {
    km: Option<f64>,
    /// Whether one of the two lies in the other.
    nested: bool,
}

/// The score of a pair, and its factor for the distance.
pub(crate) struct Scored {
    pub(crate) score: f64,
    pub(crate) distance_factor: f64,
}

/// Everything about one question that does not depend on the listing.
pub(crate) struct Asker<'a> {
    columns: &'a Columns,
    weights: &'a Weights,
    pub(crate) card: &'a CardContent,
    pub(crate) needs: Vec<Need>,
    /// The urgencies together.
    pub(crate) all: f64,
    /// How well our offers meet a need, by its term.
    pub(crate) wanted: Vec<Meets>,
    /// Whether an offer meets any of our needs, by its term.
    pub(crate) touches: Vec<bool>,
    pub(crate) likes: u128,
    /// The weight of each interest, by bit.
    rarity: Vec<f64>,
    pub(crate) likes_weight: f64,
    /// By set of languages: whether they and we understand and accept each other.
    spoken: Vec<bool>,
    /// By set of languages as their limit: whether we fit.
    accepted: Vec<bool>,
    pub(crate) ages: Vec<AgeRule>,
    pub(crate) stages: u8,
    pub(crate) gender: u8,
    pub(crate) gender_limit: u8,
    pub(crate) connections: u16,
    /// By place, filled when first met.
    far: Vec<Option<Far>>,
    /// By owner.
    pub(crate) owners: Vec<Owner>,
    pub(crate) trust: Vec<f64>,
    fresh: Vec<f64>,
}

impl<'a> Asker<'a> {
    /// The tables for one question. The card must be tidied.
    pub(crate) fn new(
        columns: &'a Columns,
        weights: &'a Weights,
        rarity: &Rarity,
        query: &'a Query,
        eyes: &Eyes,
    ) -> Result<Self, Box<dyn Error>> {
        let card = &query.card;
        let terms = every_term();
        let needs: Vec<Need> = card
            .named_needs()
            .map(|(need, urgency)| Need {
                urgency: f64::from(urgency.weight()),
                met_by: by_term(&terms, |offer| meets(weights, need, offer)),
            })
            .collect();
        let wanted = by_term(&terms, |need| best(weights, need, &card.offers));
        let touches = (0..wanted.len())
            .map(|term| {
                let meets = |need: &Need| need.met_by.get(term).is_some_and(|by| by.sim > 0.0);
                needs.iter().any(meets)
            })
            .collect();
        let sets = &columns.language_sets.values;
        let shares = |a: &[LanguageId], b: &[LanguageId]| a.iter().any(|one| b.contains(one));
        let fits =
            |a: &[LanguageId], b: &[LanguageId]| a.is_empty() || b.is_empty() || shares(a, b);
        let (owners, trust) = owners(columns, weights, eyes);
        Ok(Self {
            columns,
            weights,
            card,
            all: needs.iter().fold(0.0, |sum, need| sum + need.urgency),
            needs,
            wanted,
            touches,
            likes: interest_bits(&card.interests)?,
            rarity: rarity_by_bit(rarity),
            likes_weight: weight_of(&card.interests, rarity),
            spoken: sets
                .iter()
                .map(|set| fits(&card.languages, set) && fits(&card.limits.languages, set))
                .collect(),
            accepted: sets.iter().map(|set| fits(set, &card.languages)).collect(),
            ages: all_ages().map(|age| age_rule(card, age)).collect(),
            stages: stage_bits(&card.age.stages().collect::<Vec<_>>()),
            gender: card.gender.map_or(0, |gender| gender_bits(&[gender])),
            gender_limit: gender_bits(&card.limits.genders),
            connections: connection_bits(&card.connections),
            far: vec![None; columns.places.values.len()],
            owners,
            trust,
            fresh: (0..256).map(|weeks| freshness(weights, weeks)).collect(),
        })
    }

    /// The score of a card, `None` where it is not seen, a limit is broken or
    /// nothing fits.
    #[expect(
        clippy::indexing_slicing,
        reason = "all columns are as long as there are cards, and all numbers are places in their tables"
    )]
    pub(crate) fn score(&mut self, slot: usize) -> Option<Scored> {
        let columns = self.columns;
        // The cheapest test that rules out most comes first: does anything fit?
        let offers = columns.offers.of(slot);
        let needs = columns.needs.of(slot);
        let both_like = columns.interests[slot] & self.likes;
        let anything = both_like != 0
            || offers.iter().any(|offer| self.touches[usize::from(*offer)])
            || needs
                .iter()
                .any(|need| self.wanted[usize::from(*need)].sim > 0.0);
        if !anything || !self.allows(slot) {
            return None;
        }
        let (n_ab, remote_ab) = self.forward(offers);
        let (n_ba, remote_ba) = self.back(needs, columns.urgencies.of(slot));
        let interests = self.interests(both_like, slot);
        let w = self.weights;
        let x = w.needs * n_ab + w.interests * interests;
        let y = w.needs * n_ba + w.interests * interests;
        if x + y <= 0.0 {
            return None;
        }
        let fit = w.mean * (x + y) / 2.0 + w.harmonic * 2.0 * x * y / (x + y);
        let covered = n_ab + n_ba;
        let remote = if covered > 0.0 {
            (remote_ab + remote_ba) / covered
        } else {
            0.0
        };
        let km = self.far(slot).km.unwrap_or(w.unknown_km);
        let distance_factor = remote + (1.0 - remote) / (1.0 + km / w.half_km);
        let trust = self.trust[columns.owner[slot] as usize];
        let fresh = self.fresh[weeks_since(columns.published[slot]).min(255)];
        let weeks = weeks_since(columns.waiting_since[slot]) as f64;
        let waiting = 1.0 + w.waiting_span * (weeks / w.waiting_weeks).min(1.0);
        let score = fit * distance_factor * trust * fresh * waiting;
        (score > 0.0).then_some(Scored {
            score,
            distance_factor,
        })
    }

    /// The weight of the interest of this bit if the asking card has it, else 0.
    pub(crate) fn liked(&self, bit: usize) -> f64 {
        let weight = self.rarity.get(bit).copied().unwrap_or(0.0);
        if self.likes >> bit & 1 == 1 {
            weight
        } else {
            0.0
        }
    }

    /// The hard limits of both sides, and whether the helper sees the card.
    #[expect(clippy::indexing_slicing, reason = "as in `score`")]
    fn allows(&mut self, slot: usize) -> bool {
        let columns = self.columns;
        if !self.spoken[columns.languages[slot] as usize]
            || !self.accepted[columns.language_limit[slot] as usize]
        {
            return false;
        }
        let owner = self.owners[columns.owner[slot] as usize];
        match owner {
            Owner::Own | Owner::Blocked => return false,
            Owner::Stranger if columns.narrow[slot] => return false,
            Owner::Stranger | Owner::Contact => {}
        }
        let age = self.ages[usize::from(columns.age[slot])];
        let (ours, theirs) = (self.connections, columns.connections[slot]);
        let sought = ours | theirs;
        let meets = match (ours == 0, theirs == 0) {
            (true, true) => age.over_any,
            (true, false) | (false, true) => sought & age.meet != 0,
            (false, false) => ours & theirs & age.meet != 0,
        };
        let (stages, genders) = (columns.stage_limit[slot], columns.gender_limit[slot]);
        let gender = columns.gender[slot];
        let fits = |limit: u8, said: u8| limit == 0 || said == 0 || limit & said != 0;
        let person = meets
            && sought & age.apart == 0
            && age.admitted
            && (stages == 0 || stages & self.stages != 0)
            && fits(self.gender_limit, gender)
            && fits(genders, self.gender);
        if !person {
            return false;
        }
        let limits = (columns.max_km[slot], self.card.limits.max_km);
        if limits == (NO_KM, None) {
            return true;
        }
        let far = self.far(slot);
        let most = limits.1.map_or(NO_KM, u32::from).min(limits.0);
        far.nested || far.km.is_none_or(|km| km <= f64::from(most))
    }

    #[expect(clippy::indexing_slicing, reason = "as in `score`")]
    fn far(&mut self, slot: usize) -> Far {
        let number = self.columns.place[slot] as usize;
        if let Some(far) = self.far[number] {
            return far;
        }
        let (here, there) = (self.card.place, self.columns.places.values[number]);
        let far = Far {
            km: here.distance_km(there),
            nested: here != there && (here.contains(there) || there.contains(here)),
        };
        self.far[number] = Some(far);
        far
    }

    #[expect(clippy::indexing_slicing, reason = "as in `score`")]
    fn forward(&self, offers: &[u16]) -> (f64, f64) {
        let (mut covered, mut remote) = (0.0, 0.0);
        for need in &self.needs {
            let best = offers.iter().fold(Meets::default(), |best, offer| {
                better(best, need.met_by[usize::from(*offer)])
            });
            let part = need.urgency * best.sim;
            covered += part;
            if best.remote {
                remote += part;
            }
        }
        shares(covered, remote, self.all)
    }

    #[expect(clippy::indexing_slicing, reason = "as in `score`")]
    fn back(&self, needs: &[u16], urgencies: &[u16]) -> (f64, f64) {
        let (mut all, mut covered, mut remote) = (0.0, 0.0, 0.0);
        for (need, urgency) in needs.iter().zip(urgencies) {
            let urgency = f64::from(*urgency);
            all += urgency;
            let best = self.wanted[usize::from(*need)];
            let part = urgency * best.sim;
            covered += part;
            if best.remote {
                remote += part;
            }
        }
        shares(covered, remote, all)
    }

    #[expect(clippy::indexing_slicing, reason = "as in `score`")]
    fn interests(&self, both_like: u128, slot: usize) -> f64 {
        let (mut left, mut shared) = (both_like, 0.0);
        while left != 0 {
            shared += self.rarity[left.trailing_zeros() as usize];
            left &= left - 1;
        }
        if shared > 0.0 {
            shared / (self.likes_weight * self.columns.interest_weight[slot]).sqrt()
        } else {
            0.0
        }
    }
}

fn shares(covered: f64, remote: f64, all: f64) -> (f64, f64) {
    if all > 0.0 {
        (covered / all, remote / all)
    } else {
        (0.0, 0.0)
    }
}

fn better(best: Meets, next: Meets) -> Meets {
    if next.sim > best.sim || (next.sim == best.sim && next.remote) {
        next
    } else {
        best
    }
}

/// Weeks from a week to the present one, 0 for a later one.
pub(crate) fn weeks_since(week: i32) -> usize {
    usize::try_from(THIS_WEEK.0 - week).unwrap_or(0)
}

fn freshness(weights: &Weights, weeks: u32) -> f64 {
    let days = 7.0 * f64::from(weeks);
    weights.fresh_base + weights.fresh_span * (-days / weights.fresh_half_days).exp2()
}

fn every_term() -> Vec<TermId> {
    let kinds = TermKind::ALL.iter();
    kinds
        .flat_map(|kind| Taxonomy::builtin().terms(*kind))
        .collect()
}

fn by_term(terms: &[TermId], value: impl Fn(TermId) -> Meets) -> Vec<Meets> {
    let mut table = vec![Meets::default(); terms.len()];
    for term in terms.iter().filter(|term| term.kind() == TermKind::Need) {
        if let Some(place) = table.get_mut(usize::from(term.index())) {
            *place = value(*term);
        }
    }
    table
}

fn meets(weights: &Weights, need: TermId, offer: TermId) -> Meets {
    let sim = match Taxonomy::builtin().relation(need, offer) {
        Relation::Same => weights.same,
        Relation::ParentChild => weights.parent_child,
        Relation::Sibling => weights.sibling,
        Relation::Unrelated => 0.0,
    };
    Meets {
        sim,
        remote: sim > 0.0 && offer.is_remote(),
    }
}

fn best(weights: &Weights, need: TermId, offers: &[TermId]) -> Meets {
    offers.iter().fold(Meets::default(), |best, offer| {
        better(best, meets(weights, need, *offer))
    })
}

fn rarity_by_bit(rarity: &Rarity) -> Vec<f64> {
    let mut by_bit = vec![0.0; 128];
    for term in Taxonomy::builtin().terms(TermKind::Interest) {
        let bit = usize::from(term.index().saturating_sub(first_interest()));
        if let Some(place) = by_bit.get_mut(bit) {
            *place = rarity.of_interest(term);
        }
    }
    by_bit
}

fn age_rule(card: &CardContent, age: Age) -> AgeRule {
    let ages = Ages::of(card.age, age);
    let bits = |rule: &dyn Fn(TermId) -> bool| {
        connection_bits(
            &connection_kinds()
                .filter(|kind| rule(*kind))
                .collect::<Vec<_>>(),
        )
    };
    let stages = &card.limits.stages;
    AgeRule {
        apart: bits(&|kind| ages.are_kept_apart_by(kind)),
        meet: bits(&|kind| ages.may_meet_over(kind)),
        over_any: ages.may_meet_over_any(),
        admitted: stages.is_empty() || age.stages().any(|stage| stages.contains(&stage)),
    }
}

/// What the helper is to each owner, and the factor for the trust in each.
fn owners(columns: &Columns, weights: &Weights, eyes: &Eyes) -> (Vec<Owner>, Vec<f64>) {
    let known = &columns.owners;
    let mut owners = vec![Owner::Stranger; known.values.len()];
    let mut trust = vec![weights.trust_base; known.values.len()];
    for (helper, value) in eyes.trusted() {
        if let Some(place) = known.known(helper).and_then(|at| trust.get_mut(at)) {
            *place = weights.trust_base + weights.trust_span * value.clamp(0.0, 1.0);
        }
    }
    let own = [eyes.own()];
    let lists: [(&[_], Owner); 3] = [
        (eyes.contacts(), Owner::Contact),
        (eyes.blocks(), Owner::Blocked),
        (&own, Owner::Own),
    ];
    for (list, owner) in lists {
        for helper in list {
            if let Some(place) = known.known(helper).and_then(|at| owners.get_mut(at)) {
                *place = owner;
            }
        }
    }
    (owners, trust)
}
