//! The listings of a snapshot: cards in tiles; helpers' offers and services,
//! which are few, in shared shards. A change copies one tile or one shard and
//! leaves the readers of the old snapshot alone; a light one (`is_light`) copies
//! nothing where there are no such readers.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;

use crate::context::Context;
use crate::engine::Change;
use crate::listing::{Entry, Face, Listing, ListingId, ListingKind};
use crate::tiles::{Row, Tiles, row};

/// Shards per kind of listing: at 100,000 services a change copies some 400 pointers.
const SHARDS: u64 = 256;

type Shard = Arc<BTreeMap<ListingId, Arc<Listing>>>;

/// A listing, wherever it lies.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Held<'a> {
    /// A card.
    Card(Row<'a>),
    /// A helper's offers, or a service.
    Other(&'a Listing),
}

impl<'a> Held<'a> {
    /// What a context is asked about.
    pub(crate) const fn entry(&self) -> Entry {
        match self {
            Self::Card(row) => row.entry(),
            Self::Other(listing) => listing.entry(),
        }
    }
    /// What the context's viewer may read of it.
    pub(crate) fn face(&self, context: &dyn Context) -> Face<'a> {
        match self {
            Self::Card(row) => row.face,
            Self::Other(listing) => Face::of_listing(listing, context),
        }
    }
}

/// All listings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    cards: Tiles,
    /// Helpers' offers and services, by kind and by a hash of the id.
    shards: Arc<BTreeMap<(ListingKind, u64), Shard>>,
    others: usize,
}

impl Index {
    /// Everything anew. Of two listings with one id the later counts.
    pub(crate) fn load(mut listings: Vec<Listing>) -> Self {
        listings.par_iter_mut().for_each(Listing::put_in_order);
        let mut index = Self {
            cards: Tiles::load(&listings),
            ..Self::default()
        };
        let is_other = |listing: &mut Listing| listing.kind() != ListingKind::Card;
        for listing in listings.extract_if(.., is_other) {
            index.upsert(listing);
        }
        // A million small lists: freeing them takes time too.
        listings.into_par_iter().for_each(drop);
        index
    }
    /// The cards.
    pub(crate) const fn cards(&self) -> &Tiles {
        &self.cards
    }
    /// The listing with this id.
    pub(crate) fn get(&self, id: ListingId) -> Option<Held<'_>> {
        match id {
            ListingId::Card(card) => self.cards.get(card).map(Held::Card),
            ListingId::Helper(_) | ListingId::Service(_) => {
                let shard = self.shards.get(&shard_of(id))?;
                shard.get(&id).map(|listing| Held::Other(listing))
            }
        }
    }
    /// Every listing of a kind. The order is fixed, and of no meaning.
    pub(crate) fn of_kind(&self, kind: ListingKind) -> impl Iterator<Item = Held<'_>> {
        let cards = (kind == ListingKind::Card).then(|| self.cards.rows().map(Held::Card));
        let others = self
            .shards
            .range((kind, 0)..(kind, SHARDS))
            .flat_map(|(_, shard)| shard.values())
            .map(|listing| Held::Other(listing));
        cards.into_iter().flatten().chain(others)
    }
    /// How many listings there are.
    pub(crate) const fn len(&self) -> usize {
        self.cards.len().saturating_add(self.others)
    }
    /// Adds a tidy listing, or replaces the one with its id.
    pub(crate) fn upsert(&mut self, listing: Listing) {
        if let Some(card) = row(&listing) {
            self.cards.upsert(&card);
            return;
        }
        let id = listing.id();
        let shards = Arc::make_mut(&mut self.shards);
        let shard = shards.entry(shard_of(id)).or_default();
        let held = Arc::make_mut(shard).insert(id, Arc::new(listing));
        self.others = self.others.saturating_add(usize::from(held.is_none()));
    }
    /// Takes a listing out, if it is there.
    pub(crate) fn remove(&mut self, id: ListingId) {
        if let ListingId::Card(card) = id {
            self.cards.remove(card);
            return;
        }
        let at = shard_of(id);
        let holds = |shard: &Shard| shard.contains_key(&id);
        if self.shards.get(&at).is_some_and(holds)
            && let Some(shard) = Arc::make_mut(&mut self.shards).get_mut(&at)
        {
            Arc::make_mut(shard).remove(&id);
            self.others = self.others.saturating_sub(1);
        }
    }
    /// Whether a change touches a few cards' own bytes and nothing else: no tile
    /// is packed anew, nothing is copied.
    pub(crate) fn is_light(&self, change: &Change) -> bool {
        match change {
            Change::Upsert(listing) => row(listing).is_some_and(|row| self.cards.has_room(&row)),
            Change::Remove(ListingId::Card(id)) => self.cards.can_lose(*id),
            Change::Remove(ListingId::Helper(_) | ListingId::Service(_)) => false,
        }
    }
}

fn shard_of(id: ListingId) -> (ListingKind, u64) {
    // The hasher has fixed keys, so that the same listings lie alike on every node.
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    (id.kind(), hasher.finish() % SHARDS)
}
