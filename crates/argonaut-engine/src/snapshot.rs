//! An immutable picture of all listings, and the questions it answers. Never
//! a place for the score itself: that is `rank`.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use argonaut_domain::card::CardContent;
use argonaut_domain::ids::ClientId;
use rayon::prelude::*;

use crate::context::Context;
use crate::engine::Change;
use crate::explain::Reason;
use crate::find::{self, Filter, Found, Page};
use crate::index::{Held, Index};
use crate::limits;
use crate::listing::{Entry, Face, Listing, ListingId, ListingKind};
use crate::pair::{self, Comparison};
use crate::rank::{Ranker, ScoreParts, better};
use crate::rarity::Rarity;
use crate::tiles;
use crate::weights::Weights;

/// Which listings may help this client?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The asking card: published, or what the gate would publish.
    pub card: CardContent,
    /// The client it describes, who is never suggested to themselves.
    pub own: Option<ClientId>,
    /// Which kind of listing.
    pub kind: ListingKind,
    /// How many suggestions at most.
    pub limit: usize,
    /// Whether listings of the helper's own caseload are wanted too.
    pub include_own: bool,
}

/// A listing ranked for a card, with reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Which listing.
    pub id: ListingId,
    /// How well it fits, above 0; at most 1.15 with the default weights. For
    /// ranking, not for showing: it moves with the owner's trust.
    pub score: f64,
    /// What the score is made of. Not for showing, for the same reason.
    pub parts: ScoreParts,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// What was found, and whether that is all.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The best listings, the best first.
    pub suggestions: Vec<Suggestion>,
    /// Whether the search came to its end; otherwise better ones may be missing.
    pub complete: bool,
}

/// All listings at one moment.
#[derive(Clone, Debug)]
pub struct Snapshot {
    index: Index,
    weights: Weights,
    rarity: Arc<Rarity>,
    epoch: u64,
    version: u64,
    /// Changes since the epoch began.
    drift: usize,
}

/// An epoch ends when the changes since it began exceed this number and a
/// quarter of the cards.
const LEAST_DRIFT: usize = 64;

impl Snapshot {
    pub(crate) fn empty(weights: Weights) -> Self {
        let rarity = Arc::new(Rarity::of(std::iter::empty(), &weights));
        Self {
            index: Index::default(),
            weights,
            rarity,
            epoch: 0,
            version: 0,
            drift: 0,
        }
    }

    pub(crate) fn reloaded(&self, listings: Vec<Listing>) -> Self {
        let mut next = Self {
            index: Index::load(listings),
            ..self.clone()
        };
        next.version = next.version.saturating_add(1);
        next.begin_epoch();
        next
    }

    /// The same listings, scored by other constants.
    pub(crate) fn weighed(&self, weights: Weights) -> Self {
        let floor_moved = weights.rarity_floor.to_bits() != self.weights.rarity_floor.to_bits();
        let mut next = Self {
            weights,
            version: self.version.saturating_add(1),
            ..self.clone()
        };
        // The weights of interests know one constant; the others need no new epoch.
        if floor_moved {
            next.begin_epoch();
        }
        next
    }

    /// Whether tidy changes can be made where the cards lie, in no more than some
    /// microseconds.
    pub(crate) fn is_light(&self, changes: &[Change]) -> bool {
        // Several changes may together fill a tile that has room for each.
        let [change] = changes else { return false };
        self.drift < self.most_drift() && self.index.is_light(change)
    }

    /// Takes over tidy changes.
    pub(crate) fn change(&mut self, changes: Vec<Change>) {
        self.drift = self.drift.saturating_add(changes.len());
        for change in changes {
            match change {
                Change::Upsert(listing) => self.index.upsert(listing),
                Change::Remove(id) => self.index.remove(id),
            }
        }
        self.version = self.version.saturating_add(1);
        if self.drift > self.most_drift() {
            self.begin_epoch();
        }
    }
    fn most_drift(&self) -> usize {
        LEAST_DRIFT.max(self.index.cards().len() / 4)
    }

    fn begin_epoch(&mut self) {
        let open = self.index.cards().rows().filter(|row| row.is_open);
        let rarity = Rarity::of(open.map(|row| row.face.interests), &self.weights);
        self.rarity = Arc::new(rarity);
        self.epoch = self.epoch.saturating_add(1);
        self.drift = 0;
    }

    /// Which epoch it belongs to: within one, the weights of interests stand.
    pub const fn epoch(&self) -> u64 {
        self.epoch
    }
    /// Grows with every change.
    pub const fn version(&self) -> u64 {
        self.version
    }
    /// How many listings there are, seen or not.
    pub const fn len(&self) -> usize {
        self.index.len()
    }
    /// Whether there is no listing at all.
    pub const fn is_empty(&self) -> bool {
        self.index.len() == 0
    }
    /// The constants of the score.
    pub const fn weights(&self) -> &Weights {
        &self.weights
    }
    /// The frozen weights of interests.
    pub fn rarity(&self) -> &Rarity {
        &self.rarity
    }
    /// Every listing of a kind, seen or not, written out: for [`crate::naive`]
    /// and for maintenance, never for a page.
    pub fn listings(&self, kind: ListingKind) -> impl Iterator<Item = Listing> {
        self.index.of_kind(kind).map(|held| match held {
            Held::Card(row) => row.listing(),
            Held::Other(listing) => listing.clone(),
        })
    }

    /// What the context's helper may read of a listing; `None` when they do
    /// not see it, or it is not there.
    pub fn face<'a>(&'a self, id: ListingId, context: &dyn Context) -> Option<Face<'a>> {
        let held = self.seen(id, context)?;
        Some(held.face(context))
    }

    fn seen(&self, id: ListingId, context: &dyn Context) -> Option<Held<'_>> {
        let held = self.index.get(id)?;
        context.sees(&held.entry()).then_some(held)
    }

    /// The best listings for a card, exactly: no seen, allowed listing with a
    /// score above 0 that is left out ranks before one that is named. Ties go
    /// to the smaller id.
    pub fn top(&self, query: &Query, context: &dyn Context) -> Vec<Suggestion> {
        self.top_until(query, context, &|| false).suggestions
    }

    /// The same, until `stop` says so: what was found by then is exact as far
    /// as it goes, and the answer says that it was cut. `stop` is asked before
    /// each tile of cards, and each 512 listings of another kind.
    pub fn top_until(
        &self,
        query: &Query,
        context: &dyn Context,
        stop: &dyn Fn() -> bool,
    ) -> Answer {
        let card = query.card.clone().tidy();
        let ranker = Ranker::new(&card, &self.weights, &self.rarity, context);
        let (ranked, complete) = match query.kind {
            ListingKind::Card => {
                let (hits, complete) =
                    tiles::top(self.index.cards(), query, &ranker, context, stop);
                let hits = hits.into_iter().map(|hit| Held::Card(hit.row));
                (hits.collect(), complete)
            }
            ListingKind::Helper | ListingKind::Service => self.scan(query, &ranker, context, stop),
        };
        let suggestions = ranked
            .into_iter()
            .filter_map(|held| ranker.suggest(&held.entry(), &held.face(context)))
            .collect();
        Answer {
            suggestions,
            complete,
        }
    }

    /// Helpers and services are few: each is looked at.
    fn scan(
        &self,
        query: &Query,
        ranker: &Ranker<'_>,
        context: &dyn Context,
        stop: &dyn Fn() -> bool,
    ) -> (Vec<Held<'_>>, bool) {
        let mut ranked: Vec<(f64, ListingId, Held<'_>)> = Vec::new();
        let mut complete = true;
        for (turn, held) in self.index.of_kind(query.kind).enumerate() {
            if turn % 512 == 0 && stop() {
                complete = false;
                break;
            }
            let entry = held.entry();
            if is_wanted(query, &entry, context) {
                let face = held.face(context);
                if limits::allow(ranker.asker(), &face)
                    && let Some(parts) = ranker.score(&entry, &face)
                {
                    ranked.push((parts.score, entry.id, held));
                }
            }
        }
        ranked.sort_unstable_by(|a, b| better((a.0, a.1), (b.0, b.1)));
        ranked.truncate(query.limit);
        let best = ranked.into_iter().map(|(.., held)| held).collect();
        (best, complete)
    }

    /// The best cards for each of many questions, on every core. `done` is told
    /// after each how many are through. The answers come in the order of the
    /// questions, and are those of [`Snapshot::top`].
    pub fn batch<C: Context>(
        &self,
        questions: &[(Query, C)],
        done: &(dyn Fn(usize) + Sync),
    ) -> Vec<Vec<Suggestion>> {
        let through = AtomicUsize::new(0);
        questions
            .par_iter()
            .map(|(query, context)| {
                let best = self.top(query, context);
                done(through.fetch_add(1, Ordering::Relaxed).saturating_add(1));
                best
            })
            .collect()
    }

    /// A card beside one listing, point by point; `None` when the context's
    /// helper does not see the listing, or it is not there.
    pub fn pair(
        &self,
        card: &CardContent,
        id: ListingId,
        context: &dyn Context,
    ) -> Option<Comparison> {
        let held = self.seen(id, context)?;
        let card = card.clone().tidy();
        let ranker = Ranker::new(&card, &self.weights, &self.rarity, context);
        Some(pair::compare(&ranker, &held.entry(), &held.face(context)))
    }

    /// The listings that pass a filter, one page of them, with counts.
    pub fn find(&self, filter: &Filter, context: &dyn Context, page: Page) -> Found {
        match filter.kind {
            ListingKind::Card => tiles::find(self.index.cards(), filter, context, page),
            ListingKind::Helper | ListingKind::Service => {
                find::find(self.index.of_kind(filter.kind), filter, context, page)
            }
        }
    }
}

/// Whether a question is about the listing at all: seen, not the client
/// themselves, and not the helper's own unless they want those too.
pub(crate) fn is_wanted(query: &Query, entry: &Entry, context: &dyn Context) -> bool {
    let is_the_client = query.own.is_some() && entry.client == query.own;
    !is_the_client && context.sees(entry) && (query.include_own || !context.is_own(entry))
}
