//! Browsing the listings by filters, with counts per value. Filters read what
//! was published and nothing else; there is no free text to search in.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use argonaut_domain::clock::Week;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId};

use crate::context::Context;
use crate::index::Held;
use crate::listing::{Face, ListingId, ListingKind};
use crate::rank::named;

/// What to look for. Within a list any one suffices; the lists add up. Empty
/// lists and `None` mean "no matter". What a listing does not say passes no
/// filter on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Which kind of listing.
    pub kind: ListingKind,
    /// Stages of life that the published age may lie in.
    pub stages: Vec<LifeStage>,
    /// Published genders.
    pub genders: Vec<Gender>,
    /// Named needs; a term stands for itself and everything below it.
    pub needs: Vec<TermId>,
    /// Offers; likewise.
    pub offers: Vec<TermId>,
    /// Interests; likewise.
    pub interests: Vec<TermId>,
    /// Kinds of connection sought; likewise.
    pub connections: Vec<TermId>,
    /// Kinds of clients worked with (helpers, services); likewise.
    pub situations: Vec<TermId>,
    /// Listings within this place, and, marked, those of an area around it.
    pub place: Option<Place>,
    /// Languages spoken.
    pub languages: Vec<LanguageId>,
    /// Whether listings of the helper's own caseload are wanted too.
    pub include_own: bool,
}

impl Filter {
    /// A filter that lets every listing of a kind pass, except the helper's own.
    pub const fn of(kind: ListingKind) -> Self {
        Self {
            kind,
            stages: Vec::new(),
            genders: Vec::new(),
            needs: Vec::new(),
            offers: Vec::new(),
            interests: Vec::new(),
            connections: Vec::new(),
            situations: Vec::new(),
            place: None,
            languages: Vec::new(),
            include_own: false,
        }
    }
}

/// Which part of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// How many to skip.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How many pass.
    pub total: Count,
    /// Whether there are more after this page.
    pub more: bool,
    /// This page: those within the place before those of a wider area, then
    /// the freshest, then the smaller id.
    pub items: Vec<FoundItem>,
    /// How many of those that pass show each value.
    pub facets: Facets,
}

/// One listing that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundItem {
    /// Which listing.
    pub id: ListingId,
    /// Whether its area is wider than the place that was asked for, so that it
    /// may or may not lie there.
    pub wider_area: bool,
}

/// How many listings: exact for the program, safe for a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Count(usize);

/// The smallest count that a screen may show, and the step it is rounded to.
const LEAST_SHOWN: usize = 11;
const SHOWN_STEP: usize = 5;

impl Count {
    /// The number itself: for listings that are public anyway (services), and
    /// for paging. Never for cards on a screen.
    pub const fn exact(self) -> usize {
        self.0
    }
    /// What a screen may show of a count of cards: nothing under 11, and
    /// rounded to the nearest 5 above.
    pub const fn shown(self) -> Option<usize> {
        if self.0 < LEAST_SHOWN {
            None
        } else {
            Some(self.0.saturating_add(SHOWN_STEP / 2) / SHOWN_STEP * SHOWN_STEP)
        }
    }
}

/// Values and how many of the found listings show each: the most frequent
/// first, then in the order of the values.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Facets {
    /// Named needs.
    pub needs: Vec<(TermId, Count)>,
    /// Offers.
    pub offers: Vec<(TermId, Count)>,
    /// Interests.
    pub interests: Vec<(TermId, Count)>,
    /// Kinds of connection sought.
    pub connections: Vec<(TermId, Count)>,
    /// Kinds of clients worked with.
    pub situations: Vec<(TermId, Count)>,
    /// Languages.
    pub languages: Vec<(LanguageId, Count)>,
    /// Stages of life; an age that spans several counts for each.
    pub stages: Vec<(LifeStage, Count)>,
    /// Genders.
    pub genders: Vec<(Gender, Count)>,
}

pub(crate) fn find<'a>(
    listings: impl Iterator<Item = Held<'a>>,
    filter: &Filter,
    context: &dyn Context,
    page: Page,
) -> Found {
    let mut tally = Tally::default();
    let mut passing: Vec<(bool, Reverse<Week>, ListingId)> = Vec::new();
    for listing in listings {
        let entry = listing.entry();
        if !context.sees(&entry) || (!filter.include_own && context.is_own(&entry)) {
            continue;
        }
        let face = listing.face(context);
        if let Some(wider_area) = passes(filter, &face) {
            tally.add(&face);
            passing.push((wider_area, Reverse(entry.published), entry.id));
        }
    }
    passing.sort_unstable();
    let total = passing.len();
    let items = passing
        .into_iter()
        .skip(page.offset)
        .take(page.limit)
        .map(|(wider_area, _, id)| FoundItem { id, wider_area })
        .collect();
    Found {
        total: Count(total),
        more: page.offset.saturating_add(page.limit) < total,
        items,
        facets: tally.facets(),
    }
}

/// Whether a listing passes, and if so whether only by an area that is wider
/// than the place asked for.
fn passes(filter: &Filter, face: &Face<'_>) -> Option<bool> {
    let needs: Vec<TermId> = named(face.needs).map(|(term, _)| term).collect();
    let fits = any_term(&filter.needs, &needs)
        && any_term(&filter.offers, face.offers)
        && any_term(&filter.interests, face.interests)
        && any_term(&filter.connections, face.connections)
        && any_term(&filter.situations, face.situations)
        && any(&filter.languages, face.languages)
        && (filter.genders.is_empty()
            || face
                .gender
                .is_some_and(|gender| filter.genders.contains(&gender)))
        && (filter.stages.is_empty()
            || face
                .age
                .stages()
                .any(|stage| filter.stages.contains(&stage)));
    if !fits {
        return None;
    }
    match filter.place {
        None => Some(false),
        Some(place) if place.contains(face.place) => Some(false),
        Some(place) if face.place.contains(place) => Some(true),
        Some(_) => None,
    }
}

fn any<T: PartialEq>(wanted: &[T], shown: &[T]) -> bool {
    wanted.is_empty() || wanted.iter().any(|value| shown.contains(value))
}

fn any_term(wanted: &[TermId], shown: &[TermId]) -> bool {
    let taxonomy = Taxonomy::builtin();
    wanted.is_empty()
        || wanted
            .iter()
            .any(|above| shown.iter().any(|term| is_within(taxonomy, *term, *above)))
}

/// Whether `term` is `above` or lies below it.
pub(crate) fn is_within(taxonomy: &Taxonomy, term: TermId, above: TermId) -> bool {
    let mut node = Some(term);
    while let Some(current) = node {
        if current == above {
            return true;
        }
        node = taxonomy.parent(current);
    }
    false
}

#[derive(Default)]
struct Tally {
    needs: BTreeMap<TermId, usize>,
    offers: BTreeMap<TermId, usize>,
    interests: BTreeMap<TermId, usize>,
    connections: BTreeMap<TermId, usize>,
    situations: BTreeMap<TermId, usize>,
    languages: BTreeMap<LanguageId, usize>,
    stages: BTreeMap<LifeStage, usize>,
    genders: BTreeMap<Gender, usize>,
}

impl Tally {
    fn add(&mut self, face: &Face<'_>) {
        // One card may name a term twice, with two urgencies; it is one card.
        let mut needs: Vec<TermId> = named(face.needs).map(|(term, _)| term).collect();
        needs.dedup();
        count(&mut self.needs, needs);
        count(&mut self.offers, face.offers.iter().copied());
        count(&mut self.interests, face.interests.iter().copied());
        count(&mut self.connections, face.connections.iter().copied());
        count(&mut self.situations, face.situations.iter().copied());
        count(&mut self.languages, face.languages.iter().copied());
        count(&mut self.genders, face.gender);
        // Helpers and services have no age; "any" of theirs tells nothing.
        if face.kind == ListingKind::Card {
            count(&mut self.stages, face.age.stages());
        }
    }

    fn facets(self) -> Facets {
        Facets {
            needs: frequent_first(self.needs),
            offers: frequent_first(self.offers),
            interests: frequent_first(self.interests),
            connections: frequent_first(self.connections),
            situations: frequent_first(self.situations),
            languages: frequent_first(self.languages),
            stages: frequent_first(self.stages),
            genders: frequent_first(self.genders),
        }
    }
}

fn count<T: Ord>(counts: &mut BTreeMap<T, usize>, values: impl IntoIterator<Item = T>) {
    for value in values {
        let held = counts.entry(value).or_default();
        *held = held.saturating_add(1);
    }
}

fn frequent_first<T: Ord + Copy>(counts: BTreeMap<T, usize>) -> Vec<(T, Count)> {
    let mut list: Vec<(T, Count)> = counts
        .into_iter()
        .map(|(value, n)| (value, Count(n)))
        .collect();
    list.sort_by_key(|(value, count)| (Reverse(*count), *value));
    list
}
