//! Browsing the cards: filters as unions of sets, counts as sizes of sets. Only
//! what a set cannot tell, who sees a card, is asked card by card.

use std::cmp::Reverse;

use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId};

use super::bits::Bits;
use super::facts::{self, Meaning};
use super::map::Tiles;
use super::tile::Tile;
use crate::context::Context;
use crate::find::{Best, Filter, Found, Page, Tally, placed};
use crate::listing::ListingId;

/// Of so few cards each is counted by itself: sooner than all sets of the tile.
const FEW: usize = 160;

/// The cards that pass a filter, one page of them, with counts.
pub(crate) fn find(tiles: &Tiles, filter: &Filter, context: &dyn Context, page: Page) -> Found {
    let wanted = Wanted::of(filter);
    let mut tally = Tally::default();
    let mut best = Best::of(page);
    for tile in tiles.blocks().iter().flat_map(|block| block.tiles.iter()) {
        let passing = wanted.among(tile);
        if passing.is_empty() {
            continue;
        }
        let areas = filter.place.map(|place| Areas::of(tile, place));
        let mut seen = Bits::NONE;
        for slot in passing.slots() {
            let Some(row) = tile.row(slot) else { continue };
            let wider_area = match &areas {
                None => Some(false),
                Some(areas) => areas.of_slot(tile, slot),
            };
            let Some(wider_area) = wider_area else {
                continue;
            };
            let entry = row.entry();
            if !context.sees(&entry) || (!filter.include_own && context.is_own(&entry)) {
                continue;
            }
            seen.insert(slot);
            best.offer((wider_area, Reverse(row.published), ListingId::Card(row.id)));
        }
        count(tile, &seen, &mut tally);
    }
    best.found(tally)
}

/// Adds up what cards say.
fn count(tile: &Tile, cards: &Bits, tally: &mut Tally) {
    let number = cards.len();
    if number <= FEW {
        for row in cards.slots().filter_map(|slot| tile.row(slot)) {
            tally.add(&row.face);
        }
        return;
    }
    tally.total += number;
    for (fact, set) in tile.columns().told() {
        let Some(meaning) = facts::meaning(fact) else {
            continue;
        };
        let number = set.shared(cards);
        match meaning {
            Meaning::Needs(term) => tally.needs.add(term, number),
            Meaning::Offers(term) => tally.offers.add(term, number),
            Meaning::Likes(term) => tally.interests.add(term, number),
            Meaning::Seeks(kind) => tally.connections.add(kind, number),
            Meaning::Speaks(language) => tally.add_language(language, number),
            Meaning::Is(gender) => tally.add_gender(gender, number),
            Meaning::Aged(age) => age
                .stages()
                .for_each(|stage| tally.add_stage(stage, number)),
        }
    }
}

/// A filter as sets of facts: of each, one must be told.
struct Wanted(Vec<Vec<u16>>);

impl Wanted {
    fn of(filter: &Filter) -> Self {
        let terms = |wanted: &[TermId], fact: fn(TermId) -> u16| -> Vec<u16> {
            let mut facts = Vec::new();
            for term in wanted {
                below(*term, &mut |term| facts.push(fact(term)));
            }
            facts
        };
        let ages = || {
            let fits = |age: &argonaut_domain::person::Age| {
                age.stages().any(|stage| filter.stages.contains(&stage))
            };
            facts::ages().filter(fits).map(facts::flag::aged).collect()
        };
        let lists: [(bool, Vec<u16>); 8] = [
            (filter.needs.is_empty(), terms(&filter.needs, facts::needed)),
            (
                filter.offers.is_empty(),
                terms(&filter.offers, facts::offered),
            ),
            (
                filter.interests.is_empty(),
                terms(&filter.interests, facts::liked),
            ),
            (
                filter.connections.is_empty(),
                terms(&filter.connections, facts::seeking),
            ),
            (
                filter.languages.is_empty(),
                filter
                    .languages
                    .iter()
                    .map(|one| facts::speaking(*one))
                    .collect(),
            ),
            (
                filter.genders.is_empty(),
                filter
                    .genders
                    .iter()
                    .map(|one| facts::flag::is(*one))
                    .collect(),
            ),
            (filter.stages.is_empty(), ages()),
            // No card says with whom its client works.
            (filter.situations.is_empty(), Vec::new()),
        ];
        let named = lists.into_iter().filter(|(any, _)| !any);
        Self(named.map(|(_, facts)| facts).collect())
    }
    fn among(&self, tile: &Tile) -> Bits {
        let lists = self.0.iter();
        lists.fold(*tile.live(), |passing, facts| {
            passing.and(&tile.columns().any(facts))
        })
    }
}

/// A term and all that lies under it.
fn below(term: TermId, tell: &mut impl FnMut(TermId)) {
    tell(term);
    for child in Taxonomy::builtin().children(term) {
        below(*child, tell);
    }
}

/// How the places of a tile lie to the one that is asked for.
struct Areas(Vec<Option<bool>>);

impl Areas {
    fn of(tile: &Tile, place: Place) -> Self {
        Self(
            tile.places()
                .iter()
                .map(|held| placed(place, *held))
                .collect(),
        )
    }
    /// Whether a card passes, and if so whether by a wider area alone.
    fn of_slot(&self, tile: &Tile, slot: usize) -> Option<bool> {
        let record = tile.record(slot)?;
        self.0.get(usize::from(record.place)).copied().flatten()
    }
}
