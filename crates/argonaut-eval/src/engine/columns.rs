//! The corpus as columns: one array for each thing that a card says, so that a
//! plain scan reads nothing that it does not need. What the peers are built from.

use std::collections::HashMap;
use std::error::Error;
use std::hash::Hash;
use std::sync::LazyLock;

use argonaut_domain::card::CardNeed;
use argonaut_domain::ids::HelperId;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};
use argonaut_engine::rarity::Rarity;
use argonaut_engine::{Body, Listing, ListingId, Weights};
use argonaut_testkit::corpus::is_narrow;

use super::terms::Similar;

/// No limit on the distance.
pub(crate) const NO_KM: u32 = u32::MAX;

/// Values by number, each once.
pub(crate) struct Numbered<T> {
    pub(crate) values: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            numbers: HashMap::new(),
        }
    }
}

impl<T: Hash + Eq + Clone> Numbered<T> {
    pub(crate) fn number(&mut self, value: &T) -> Result<u32, Box<dyn Error>> {
        if let Some(number) = self.numbers.get(value) {
            return Ok(*number);
        }
        let number = u32::try_from(self.values.len())?;
        self.numbers.insert(value.clone(), number);
        self.values.push(value.clone());
        Ok(number)
    }
    pub(crate) fn known(&self, value: &T) -> Option<usize> {
        self.numbers
            .get(value)
            .and_then(|number| usize::try_from(*number).ok())
    }
}

/// Lists of different lengths, one after the other in one array.
#[derive(Default)]
pub(crate) struct Lists {
    ends: Vec<u32>,
    items: Vec<u16>,
}

impl Lists {
    fn push(&mut self, items: impl Iterator<Item = u16>) -> Result<(), Box<dyn Error>> {
        self.items.extend(items);
        self.close()
    }
    fn close(&mut self) -> Result<(), Box<dyn Error>> {
        self.ends.push(u32::try_from(self.items.len())?);
        Ok(())
    }
    #[inline]
    pub(crate) fn of(&self, slot: usize) -> &[u16] {
        let at = |slot: usize| self.ends.get(slot).map_or(0, |end| *end as usize);
        let start = slot.checked_sub(1).map_or(0, at);
        self.items.get(start..at(slot)).unwrap_or_default()
    }
}

/// Every card of the corpus; a slot is a place in each of the columns. Texts and
/// sets that return are kept once and stand in the columns by number, as any
/// column store does; nothing tells which cards have a value.
#[derive(Default)]
pub(crate) struct Columns {
    pub(crate) ids: Vec<ListingId>,
    /// A number of `owners`.
    pub(crate) owner: Vec<u32>,
    pub(crate) narrow: Vec<bool>,
    /// A number of `places`.
    pub(crate) place: Vec<u32>,
    /// A number of `language_sets`.
    pub(crate) languages: Vec<u32>,
    /// A place in [`all_ages`].
    pub(crate) age: Vec<u8>,
    /// One bit, none where it is not said.
    pub(crate) gender: Vec<u8>,
    pub(crate) connections: Vec<u16>,
    pub(crate) stage_limit: Vec<u8>,
    pub(crate) gender_limit: Vec<u8>,
    /// A number of `language_sets`.
    pub(crate) language_limit: Vec<u32>,
    pub(crate) max_km: Vec<u32>,
    /// The terms of the named needs.
    pub(crate) needs: Lists,
    /// Their urgencies.
    pub(crate) urgencies: Lists,
    pub(crate) offers: Lists,
    pub(crate) interests: Vec<u128>,
    /// `W`: the weights of the interests together.
    pub(crate) interest_weight: Vec<f64>,
    pub(crate) published: Vec<i32>,
    pub(crate) waiting_since: Vec<i32>,

    pub(crate) owners: Numbered<HelperId>,
    pub(crate) places: Numbered<Place>,
    pub(crate) language_sets: Numbered<Vec<LanguageId>>,
    /// The same sets by the numbers of their languages.
    pub(crate) languages_of: Lists,

    /// What no question changes: how terms stand to each other, the weight of
    /// each interest by bit, the factor for being new by weeks.
    pub(crate) similar: Similar,
    pub(crate) rarity: Vec<f64>,
    pub(crate) fresh: Vec<f64>,
}

/// More weeks than that make no card older.
pub(crate) const MOST_WEEKS: usize = 255;

impl Columns {
    /// The columns of these cards, with the interests weighed as the engine does.
    pub(crate) fn of(
        cards: impl Iterator<Item = Listing>,
        weights: &Weights,
        rarity: &Rarity,
    ) -> Result<Self, Box<dyn Error>> {
        let mut columns = Self {
            similar: Similar::of(weights),
            rarity: rarity_by_bit(rarity),
            fresh: (0u32..)
                .take(MOST_WEEKS + 1)
                .map(|weeks| freshness(weights, weeks))
                .collect(),
            ..Self::default()
        };
        for card in cards {
            columns.push(&card.tidy(), rarity)?;
        }
        for set in &columns.language_sets.values {
            columns
                .languages_of
                .push(set.iter().map(|one| one.index()))?;
        }
        Ok(columns)
    }

    pub(crate) const fn len(&self) -> usize {
        self.ids.len()
    }

    fn push(&mut self, listing: &Listing, rarity: &Rarity) -> Result<(), Box<dyn Error>> {
        let (Body::Card(card), Some(owner)) = (&listing.body, listing.owner) else {
            return Err("the columns hold cards alone".into());
        };
        let content = &card.content;
        let limits = &content.limits;
        self.ids.push(listing.id());
        self.owner.push(self.owners.number(&owner)?);
        self.narrow.push(is_narrow(card.id));
        self.place.push(self.places.number(&content.place)?);
        self.languages
            .push(self.language_sets.number(&content.languages)?);
        self.age.push(age_code(content.age));
        self.gender.push(content.gender.map_or(0, gender_bit));
        self.connections.push(connection_bits(&content.connections));
        self.stage_limit.push(stage_bits(&limits.stages));
        self.gender_limit.push(gender_bits(&limits.genders));
        self.language_limit
            .push(self.language_sets.number(&limits.languages)?);
        self.max_km.push(limits.max_km.map_or(NO_KM, u32::from));
        for need in &content.needs {
            if let CardNeed::Named(term, urgency) = need {
                self.needs.items.push(term.index());
                self.urgencies.items.push(u16::from(urgency.weight()));
            }
        }
        self.needs.close()?;
        self.urgencies.close()?;
        self.offers
            .items
            .extend(content.offers.iter().map(|term| term.index()));
        self.offers.close()?;
        self.interests.push(interest_bits(&content.interests)?);
        self.interest_weight
            .push(weight_of(&content.interests, rarity));
        self.published.push(listing.published.0);
        self.waiting_since.push(card.waiting_since.0);
        Ok(())
    }
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

fn freshness(weights: &Weights, weeks: u32) -> f64 {
    let days = 7.0 * f64::from(weeks);
    weights.fresh_base + weights.fresh_span * (-days / weights.fresh_half_days).exp2()
}

/// The weights of these interests together, summed as the score does.
pub(crate) fn weight_of(interests: &[TermId], rarity: &Rarity) -> f64 {
    interests
        .iter()
        .fold(0.0, |sum, term| sum + rarity.of_interest(*term))
}

/// Every published age, the finest first.
pub(crate) fn all_ages() -> impl Iterator<Item = Age> {
    let bands = AgeBand::ALL.iter().copied().map(Age::Band);
    let stages = LifeStage::ALL.iter().copied().map(Age::Stage);
    bands
        .chain(stages)
        .chain([Age::Adult, Age::Minor, Age::Any])
}

pub(crate) fn age_code(age: Age) -> u8 {
    (0u8..)
        .zip(all_ages())
        .find(|(_, one)| *one == age)
        .map_or(u8::MAX, |(code, _)| code)
}

fn gender_bit(gender: Gender) -> u8 {
    1 << gender as u8
}
pub(crate) fn gender_bits(genders: &[Gender]) -> u8 {
    genders.iter().fold(0, |bits, one| bits | gender_bit(*one))
}
pub(crate) fn stage_bits(stages: &[LifeStage]) -> u8 {
    stages.iter().fold(0, |bits, one| bits | 1 << *one as u8)
}

/// The kinds of connection, by bit.
pub(crate) fn connection_kinds() -> impl Iterator<Item = TermId> {
    static KINDS: LazyLock<Vec<TermId>> = LazyLock::new(|| {
        let kinds = Taxonomy::builtin().terms(TermKind::Connection);
        kinds.take(16).collect()
    });
    KINDS.iter().copied()
}
pub(crate) fn connection_bits(kinds: &[TermId]) -> u16 {
    connection_kinds()
        .zip(0..)
        .filter(|(kind, _)| kinds.contains(kind))
        .fold(0, |bits, (_, bit)| bits | 1 << bit)
}

/// The first term of interest: their terms stand together in the taxonomy, and
/// their bits in the order of the terms.
pub(crate) fn first_interest() -> u16 {
    static FIRST: LazyLock<u16> = LazyLock::new(|| {
        let first = Taxonomy::builtin().terms(TermKind::Interest).next();
        first.map_or(0, TermId::index)
    });
    *FIRST
}
pub(crate) fn interest_bits(terms: &[TermId]) -> Result<u128, Box<dyn Error>> {
    terms.iter().try_fold(0, |bits: u128, term| {
        let place = term.index().checked_sub(first_interest());
        let bit = place.and_then(|place| 1u128.checked_shl(u32::from(place)));
        Ok(bits | bit.ok_or("an interest lies outside of the 128 bits")?)
    })
}
