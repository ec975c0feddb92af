//! The exact score over the columns, to the last bit that of the engine: the
//! scorer of the plain scan and of tantivy. What depends on the asking card alone
//! is put into small tables first, as a good scan would do; the tests then run
//! from the cheapest to the dearest, and the score comes last.

use std::error::Error;

use argonaut_domain::card::CardContent;
use argonaut_domain::children::Ages;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::Age;
use argonaut_domain::taxonomy::TermId;
use argonaut_engine::rarity::Rarity;
use argonaut_engine::{Query, Weights};
use argonaut_testkit::corpus::THIS_WEEK;

use super::columns::{
    Columns, MOST_WEEKS, NO_KM, all_ages, connection_bits, connection_kinds, gender_bits,
    interest_bits, stage_bits, weight_of,
};
use super::terms::Meets;
use super::viewer::{Owner, Viewer};

/// One need of the asking card, and every offer that meets it, by its term.
pub(crate) struct Need<'a> {
    pub(crate) urgency: f64,
    pub(crate) met_by: &'a [Meets],
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

/// The score of a pair, and its factor for the distance.
pub(crate) struct Scored {
    pub(crate) score: f64,
    pub(crate) distance_factor: f64,
}

/// A distance that was not worked out yet.
const NOT_YET: f64 = -1.0;

/// Everything about one question that does not depend on the listing.
pub(crate) struct Asker<'a> {
    columns: &'a Columns,
    weights: &'a Weights,
    pub(crate) viewer: &'a Viewer,
    pub(crate) card: &'a CardContent,
    pub(crate) needs: Vec<Need<'a>>,
    /// The urgencies together.
    pub(crate) all: f64,
    /// How well our offers meet a need, by its term.
    pub(crate) wanted: Vec<Meets>,
    /// Whether an offer meets any of our needs, by its term.
    pub(crate) touches: Vec<bool>,
    pub(crate) likes: u128,
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
    /// Kilometres by place, worked out when first met; no number where unknown.
    km: Vec<f64>,
    /// Whether one of the two places lies in the other, by place, the same way.
    nested: Vec<Option<bool>>,
}

impl<'a> Asker<'a> {
    /// The tables for one question. The card must be tidied.
    pub(crate) fn new(
        columns: &'a Columns,
        weights: &'a Weights,
        rarity: &Rarity,
        query: &'a Query,
        viewer: &'a Viewer,
    ) -> Result<Self, Box<dyn Error>> {
        let card = &query.card;
        let needs: Vec<Need<'a>> = card
            .named_needs()
            .map(|(need, urgency)| Need {
                urgency: f64::from(urgency.weight()),
                met_by: columns.similar.offers(need),
            })
            .collect();
        let mut touches = vec![false; columns.similar.terms()];
        for need in &needs {
            for (touch, by) in touches.iter_mut().zip(need.met_by) {
                *touch |= by.sim > 0.0;
            }
        }
        let (spoken, accepted) = languages(columns, card);
        Ok(Self {
            columns,
            weights,
            viewer,
            card,
            all: needs.iter().fold(0.0, |sum, need| sum + need.urgency),
            needs,
            wanted: columns.similar.needs(&card.offers),
            touches,
            likes: interest_bits(&card.interests)?,
            likes_weight: weight_of(&card.interests, rarity),
            spoken,
            accepted,
            ages: all_ages().map(|age| age_rule(card, age)).collect(),
            stages: stage_bits(&card.age.stages().collect::<Vec<_>>()),
            gender: card.gender.map_or(0, |gender| gender_bits(&[gender])),
            gender_limit: gender_bits(&card.limits.genders),
            connections: connection_bits(&card.connections),
            km: vec![NOT_YET; columns.places.values.len()],
            nested: vec![None; columns.places.values.len()],
        })
    }

    /// The score of a card, `None` where it is not seen, a limit is broken or
    /// nothing fits.
    #[inline]
    pub(crate) fn score(&mut self, slot: usize) -> Option<Scored> {
        if self.speaks(slot)
            && self.sees(slot)
            && self.meets(slot)
            && self.is_within(slot)
            && self.fits(slot)
        {
            self.rate(slot)
        } else {
            None
        }
    }

    /// The same for a card of which an index has said that something fits.
    #[inline]
    pub(crate) fn score_of_fitting(&mut self, slot: usize) -> Option<Scored> {
        if self.speaks(slot) && self.sees(slot) && self.meets(slot) && self.is_within(slot) {
            self.rate(slot)
        } else {
            None
        }
    }

    /// Whether the languages of the two, and both limits on them, agree.
    #[inline]
    #[expect(
        clippy::indexing_slicing,
        reason = "all columns are as long as there are cards, and all numbers are places in their tables"
    )]
    pub(crate) fn speaks(&self, slot: usize) -> bool {
        self.spoken[self.columns.languages[slot] as usize]
            && self.accepted[self.columns.language_limit[slot] as usize]
    }

    /// Whether anything fits: an interest, an offer, a need.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "as in `speaks`")]
    pub(crate) fn fits(&self, slot: usize) -> bool {
        let columns = self.columns;
        let (offers, needs) = (columns.offers.of(slot), columns.needs.of(slot));
        columns.interests[slot] & self.likes != 0
            || offers.iter().any(|offer| self.touches[usize::from(*offer)])
            || needs
                .iter()
                .any(|need| self.wanted[usize::from(*need)].sim > 0.0)
    }

    /// Whether the helper sees the card, and it is not their own.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "as in `speaks`")]
    pub(crate) fn sees(&self, slot: usize) -> bool {
        match self.viewer.owners[self.columns.owner[slot] as usize] {
            Owner::Own | Owner::Blocked => false,
            Owner::Stranger => !self.columns.narrow[slot],
            Owner::Contact => true,
        }
    }

    /// The limits of both sides on the person: age, gender, kinds of connection.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "as in `speaks`")]
    pub(crate) fn meets(&self, slot: usize) -> bool {
        let columns = self.columns;
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
        meets
            && sought & age.apart == 0
            && age.admitted
            && (stages == 0 || stages & self.stages != 0)
            && fits(self.gender_limit, gender)
            && fits(genders, self.gender)
    }

    /// Both limits on the distance, which bind where neither place lies in the
    /// other.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "as in `speaks`")]
    pub(crate) fn is_within(&mut self, slot: usize) -> bool {
        let limits = (self.columns.max_km[slot], self.card.limits.max_km);
        if limits == (NO_KM, None) {
            return true;
        }
        let most = limits.1.map_or(NO_KM, u32::from).min(limits.0);
        let km = self.km(slot);
        km.is_nan() || km <= f64::from(most) || self.is_nested(slot)
    }

    /// The score, where no limit is broken.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "as in `speaks`")]
    pub(crate) fn rate(&mut self, slot: usize) -> Option<Scored> {
        let columns = self.columns;
        let (n_ab, remote_ab) = self.forward(columns.offers.of(slot));
        let (n_ba, remote_ba) = self.back(columns.needs.of(slot), columns.urgencies.of(slot));
        let interests = self.interests(slot);
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
        let km = self.km(slot);
        let km = if km.is_nan() { w.unknown_km } else { km };
        let distance_factor = remote + (1.0 - remote) / (1.0 + km / w.half_km);
        let trust = self.viewer.trust[columns.owner[slot] as usize];
        let fresh = columns.fresh[weeks_since(columns.published[slot]).min(MOST_WEEKS)];
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
        let weight = self.columns.rarity.get(bit).copied().unwrap_or(0.0);
        if self.likes >> bit & 1 == 1 {
            weight
        } else {
            0.0
        }
    }

    #[inline]
    #[expect(clippy::indexing_slicing, reason = "as in `speaks`")]
    fn km(&mut self, slot: usize) -> f64 {
        let place = self.columns.place[slot] as usize;
        // Also where it is unknown: no number is below 0.
        if self.km[place] < 0.0 {
            let there = self.columns.places.values[place];
            self.km[place] = self.card.place.distance_km(there).unwrap_or(f64::NAN);
        }
        self.km[place]
    }

    #[expect(clippy::indexing_slicing, reason = "as in `speaks`")]
    fn is_nested(&mut self, slot: usize) -> bool {
        let place = self.columns.place[slot] as usize;
        let (here, there) = (self.card.place, self.columns.places.values[place]);
        *self.nested[place]
            .get_or_insert_with(|| here != there && (here.contains(there) || there.contains(here)))
    }

    #[inline]
    #[expect(clippy::indexing_slicing, reason = "as in `speaks`")]
    fn forward(&self, offers: &[u16]) -> (f64, f64) {
        let (mut covered, mut remote) = (0.0, 0.0);
        for need in &self.needs {
            let best = offers.iter().fold(Meets::default(), |best, offer| {
                best.or(need.met_by[usize::from(*offer)])
            });
            let part = need.urgency * best.sim;
            covered += part;
            if best.remote {
                remote += part;
            }
        }
        shares(covered, remote, self.all)
    }

    #[inline]
    #[expect(clippy::indexing_slicing, reason = "as in `speaks`")]
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

    #[inline]
    #[expect(clippy::indexing_slicing, reason = "as in `speaks`")]
    fn interests(&self, slot: usize) -> f64 {
        let columns = self.columns;
        let (mut left, mut shared) = (columns.interests[slot] & self.likes, 0.0);
        while left != 0 {
            shared += columns.rarity[left.trailing_zeros() as usize];
            left &= left - 1;
        }
        if shared > 0.0 {
            shared / (self.likes_weight * columns.interest_weight[slot]).sqrt()
        } else {
            0.0
        }
    }
}

#[inline]
fn shares(covered: f64, remote: f64, all: f64) -> (f64, f64) {
    if all > 0.0 {
        (covered / all, remote / all)
    } else {
        (0.0, 0.0)
    }
}

/// Weeks from a week to the present one, 0 for a later one.
#[inline]
pub(crate) fn weeks_since(week: i32) -> usize {
    usize::try_from(THIS_WEEK.0 - week).unwrap_or(0)
}

/// By set of languages: whether it and the card's agree, each with the other's
/// limit too; and whether the card fits it where it is a limit.
fn languages(columns: &Columns, card: &CardContent) -> (Vec<bool>, Vec<bool>) {
    let ours = |list: &[LanguageId]| list.iter().map(|one| one.index()).collect::<Vec<u16>>();
    let (spoken, limit) = (ours(&card.languages), ours(&card.limits.languages));
    let fits =
        |a: &[u16], b: &[u16]| a.is_empty() || b.is_empty() || a.iter().any(|one| b.contains(one));
    let sets = 0..columns.language_sets.values.len();
    sets.map(|set| columns.languages_of.of(set))
        .map(|set| {
            let shared = fits(&spoken, set);
            (shared && fits(&limit, set), shared)
        })
        .unzip()
}

fn age_rule(card: &CardContent, age: Age) -> AgeRule {
    let ages = Ages::of(card.age, age);
    let bits = |rule: &dyn Fn(TermId) -> bool| {
        connection_kinds()
            .zip(0..)
            .filter(|(kind, _)| rule(*kind))
            .fold(0, |bits: u16, (_, bit)| bits | 1 << bit)
    };
    let stages = &card.limits.stages;
    AgeRule {
        apart: bits(&|kind| ages.are_kept_apart_by(kind)),
        meet: bits(&|kind| ages.may_meet_over(kind)),
        over_any: ages.may_meet_over_any(),
        admitted: stages.is_empty() || age.stages().any(|stage| stages.contains(&stage)),
    }
}
