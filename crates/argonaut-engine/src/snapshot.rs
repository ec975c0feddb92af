//! An immutable picture of all listings, and the questions it answers. Never
//! a place for the score itself: that is `rank`.

use argonaut_domain::card::CardContent;
use argonaut_domain::ids::ClientId;

use crate::context::Context;
use crate::engine::Change;
use crate::explain::{self, Reason};
use crate::find::{self, Filter, Found, Page};
use crate::index::Index;
use crate::limits;
use crate::listing::{Face, Listing, ListingId, ListingKind};
use crate::pair::{self, Comparison};
use crate::rank::{Ranker, ScoreParts, better};
use crate::rarity::Rarity;
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

/// All listings at one moment.
#[derive(Clone, Debug)]
pub struct Snapshot {
    index: Index,
    weights: Weights,
    rarity: Rarity,
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
        let rarity = Rarity::of(std::iter::empty(), &weights);
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
            index: Index::default(),
            ..self.clone()
        };
        for listing in listings {
            next.index.upsert(listing);
        }
        next.version = next.version.saturating_add(1);
        next.begin_epoch();
        next
    }

    pub(crate) fn changed(&self, changes: Vec<Change>) -> Self {
        let mut next = self.clone();
        next.drift = next.drift.saturating_add(changes.len());
        for change in changes {
            match change {
                Change::Upsert(listing) => next.index.upsert(listing),
                Change::Remove(id) => next.index.remove(id),
            }
        }
        next.version = next.version.saturating_add(1);
        if next.drift > LEAST_DRIFT.max(next.index.cards() / 4) {
            next.begin_epoch();
        }
        next
    }

    fn begin_epoch(&mut self) {
        let cards = self.index.of_kind(ListingKind::Card).map(AsRef::as_ref);
        self.rarity = Rarity::of(cards, &self.weights);
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
    pub const fn rarity(&self) -> &Rarity {
        &self.rarity
    }
    /// Every listing of a kind, seen or not: for [`crate::naive`] and for
    /// maintenance, never for a page.
    pub fn listings(&self, kind: ListingKind) -> impl Iterator<Item = &Listing> {
        self.index.of_kind(kind).map(AsRef::as_ref)
    }

    /// What the context's helper may read of a listing; `None` when they do
    /// not see it, or it is not there.
    pub fn face<'a>(&'a self, id: ListingId, context: &dyn Context) -> Option<Face<'a>> {
        let listing = self.index.get(id).filter(|listing| context.sees(listing))?;
        Some(Face::of_listing(listing, context))
    }

    /// The best listings for a card, exactly: no seen, allowed listing with a
    /// score above 0 that is left out ranks before one that is named. Ties go
    /// to the smaller id.
    pub fn top(&self, query: &Query, context: &dyn Context) -> Vec<Suggestion> {
        let card = query.card.clone().tidy();
        let ranker = Ranker::new(&card, &self.weights, &self.rarity, context);
        let mut ranked: Vec<(ScoreParts, &Listing)> = Vec::new();
        for listing in self.listings(query.kind) {
            if is_wanted(query, listing, context) {
                let face = Face::of_listing(listing, context);
                if limits::allow(ranker.asker(), &face)
                    && let Some(parts) = ranker.score(listing, &face)
                {
                    ranked.push((parts, listing));
                }
            }
        }
        ranked.sort_unstable_by(|a, b| better((a.0.score, a.1.id()), (b.0.score, b.1.id())));
        ranked.truncate(query.limit);
        ranked
            .into_iter()
            .map(|(parts, listing)| Suggestion {
                id: listing.id(),
                score: parts.score,
                reasons: explain::reasons(&ranker, listing, &parts, context),
                parts,
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
        let listing = self.index.get(id).filter(|listing| context.sees(listing))?;
        let card = card.clone().tidy();
        let ranker = Ranker::new(&card, &self.weights, &self.rarity, context);
        Some(pair::compare(&ranker, listing, context))
    }

    /// The listings that pass a filter, one page of them, with counts.
    pub fn find(&self, filter: &Filter, context: &dyn Context, page: Page) -> Found {
        find::find(self.listings(filter.kind), filter, context, page)
    }
}

fn is_wanted(query: &Query, listing: &Listing, context: &dyn Context) -> bool {
    let is_the_client = query.own.is_some() && listing.client() == query.own;
    !is_the_client && context.sees(listing) && (query.include_own || !context.is_own(listing))
}
