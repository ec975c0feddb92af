//! Browsing the listings by filters, with counts per value. Filters read what
//! was published and nothing else; there is no free text to search in.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use argonaut_domain::clock::Week;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};

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

/// Listings of another kind than cards are few: each is looked at.
pub(crate) fn find<'a>(
    listings: impl Iterator<Item = Held<'a>>,
    filter: &Filter,
    context: &dyn Context,
    page: Page,
) -> Found {
    let mut tally = Tally::default();
    let mut best = Best::of(page);
    for listing in listings {
        let entry = listing.entry();
        if !context.sees(&entry) || (!filter.include_own && context.is_own(&entry)) {
            continue;
        }
        let face = listing.face(context);
        if let Some(wider_area) = passes(filter, &face) {
            tally.add(&face);
            best.offer((wider_area, Reverse(entry.published), entry.id));
        }
    }
    best.found(tally)
}

/// What orders the listings that were found: those within the place first, then
/// the newest, then by id.
pub(crate) type Rank = (bool, Reverse<Week>, ListingId);

/// The first of those that were found, up to the end of a page.
pub(crate) struct Best {
    page: Page,
    /// The last on top: it is the one to go.
    first: BinaryHeap<Rank>,
}

impl Best {
    pub(crate) const fn of(page: Page) -> Self {
        Self {
            page,
            first: BinaryHeap::new(),
        }
    }
    const fn room(&self) -> usize {
        self.page.offset.saturating_add(self.page.limit)
    }
    pub(crate) fn offer(&mut self, found: Rank) {
        if self.first.len() < self.room() {
            self.first.push(found);
        } else if let Some(mut last) = self.first.peek_mut()
            && found < *last
        {
            *last = found;
        }
    }
    /// The page, with the counts of all.
    pub(crate) fn found(self, tally: Tally) -> Found {
        let more = self.room() < tally.total;
        let items = self.first.into_sorted_vec();
        let items = items.into_iter().skip(self.page.offset);
        Found {
            total: Count(tally.total),
            more,
            items: items
                .map(|(wider_area, _, id)| FoundItem { id, wider_area })
                .collect(),
            facets: tally.facets(),
        }
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
    filter
        .place
        .map_or(Some(false), |place| placed(place, face.place))
}

/// Whether a place passes for the one that is asked for, and if so whether it is
/// an area around it.
pub(crate) fn placed(wanted: Place, shown: Place) -> Option<bool> {
    if wanted.contains(shown) {
        Some(false)
    } else if shown.contains(wanted) {
        Some(true)
    } else {
        None
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

/// How many listings show each value.
#[derive(Default)]
pub(crate) struct Tally {
    /// How many listings there are.
    pub(crate) total: usize,
    pub(crate) needs: ByTerm,
    pub(crate) offers: ByTerm,
    pub(crate) interests: ByTerm,
    pub(crate) connections: ByTerm,
    situations: ByTerm,
    languages: BTreeMap<LanguageId, usize>,
    stages: BTreeMap<LifeStage, usize>,
    genders: BTreeMap<Gender, usize>,
}

/// Counts by the number of the term.
#[derive(Default)]
pub(crate) struct ByTerm(Vec<usize>);

impl ByTerm {
    pub(crate) fn add(&mut self, term: TermId, number: usize) {
        let at = usize::from(term.index());
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        if let Some(held) = self.0.get_mut(at) {
            *held = held.saturating_add(number);
        }
    }
    fn frequent_first(self, kinds: &[TermKind]) -> Vec<(TermId, Count)> {
        let taxonomy = Taxonomy::builtin();
        let terms = kinds.iter().flat_map(|kind| taxonomy.terms(*kind));
        let counts = terms.filter_map(|term| {
            let number = self.0.get(usize::from(term.index()));
            number.map(|number| (term, *number))
        });
        frequent_first(counts.filter(|(_, number)| *number > 0))
    }
}

impl Tally {
    pub(crate) fn add(&mut self, face: &Face<'_>) {
        self.total = self.total.saturating_add(1);
        // One card may name a term twice, with two urgencies; it is one card.
        // Sorted, so that the second follows the first.
        let mut last = None;
        for (need, _) in named(face.needs) {
            if last.replace(need) != Some(need) {
                self.needs.add(need, 1);
            }
        }
        let count = |counts: &mut ByTerm, terms: &[TermId]| {
            terms.iter().for_each(|term| counts.add(*term, 1));
        };
        count(&mut self.offers, face.offers);
        count(&mut self.interests, face.interests);
        count(&mut self.connections, face.connections);
        count(&mut self.situations, face.situations);
        for language in face.languages {
            self.add_language(*language, 1);
        }
        if let Some(gender) = face.gender {
            self.add_gender(gender, 1);
        }
        // Helpers and services have no age; "any" of theirs tells nothing.
        if face.kind == ListingKind::Card {
            face.age.stages().for_each(|stage| self.add_stage(stage, 1));
        }
    }
    pub(crate) fn add_language(&mut self, language: LanguageId, number: usize) {
        add(&mut self.languages, language, number);
    }
    pub(crate) fn add_gender(&mut self, gender: Gender, number: usize) {
        add(&mut self.genders, gender, number);
    }
    pub(crate) fn add_stage(&mut self, stage: LifeStage, number: usize) {
        add(&mut self.stages, stage, number);
    }

    fn facets(self) -> Facets {
        let all = TermKind::ALL;
        Facets {
            needs: self.needs.frequent_first(all),
            offers: self.offers.frequent_first(all),
            interests: self.interests.frequent_first(all),
            connections: self.connections.frequent_first(all),
            situations: self.situations.frequent_first(all),
            languages: frequent_first(self.languages),
            stages: frequent_first(self.stages),
            genders: frequent_first(self.genders),
        }
    }
}

fn add<T: Ord>(counts: &mut BTreeMap<T, usize>, value: T, number: usize) {
    if number > 0 {
        let held = counts.entry(value).or_default();
        *held = held.saturating_add(number);
    }
}

fn frequent_first<T: Ord + Copy>(counts: impl IntoIterator<Item = (T, usize)>) -> Vec<(T, Count)> {
    let mut list: Vec<(T, Count)> = counts
        .into_iter()
        .map(|(value, n)| (value, Count(n)))
        .collect();
    list.sort_by_key(|(value, count)| (Reverse(*count), *value));
    list
}
