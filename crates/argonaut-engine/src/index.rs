//! The listings of a snapshot: shared shards, so that a change copies one shard
//! and leaves the readers of the old snapshot alone.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::listing::{Listing, ListingId, ListingKind};

/// Shards per kind of listing: at 100,000 cards a change copies some 400 pointers.
const SHARDS: u64 = 256;

type Shard = Arc<BTreeMap<ListingId, Arc<Listing>>>;

/// All listings, by kind and by a hash of the id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    shards: BTreeMap<(ListingKind, u64), Shard>,
    cards: usize,
    len: usize,
}

impl Index {
    /// The listing with this id.
    pub(crate) fn get(&self, id: ListingId) -> Option<&Arc<Listing>> {
        self.shards.get(&shard_of(id))?.get(&id)
    }
    /// Every listing of a kind. The order is fixed, and of no meaning.
    pub(crate) fn of_kind(&self, kind: ListingKind) -> impl Iterator<Item = &Arc<Listing>> {
        self.shards
            .range((kind, 0)..(kind, SHARDS))
            .flat_map(|(_, shard)| shard.values())
    }
    /// How many cards there are.
    pub(crate) const fn cards(&self) -> usize {
        self.cards
    }
    /// How many listings there are.
    pub(crate) const fn len(&self) -> usize {
        self.len
    }
    /// Adds a listing, or replaces the one with its id.
    pub(crate) fn upsert(&mut self, listing: Listing) {
        let id = listing.id();
        let shard = self.shards.entry(shard_of(id)).or_default();
        if Arc::make_mut(shard)
            .insert(id, Arc::new(listing.tidy()))
            .is_none()
        {
            self.len = self.len.saturating_add(1);
            self.cards = self
                .cards
                .saturating_add(usize::from(id.kind() == ListingKind::Card));
        }
    }
    /// Takes a listing out, if it is there.
    pub(crate) fn remove(&mut self, id: ListingId) {
        let Some(shard) = self.shards.get_mut(&shard_of(id)) else {
            return;
        };
        if shard.contains_key(&id) {
            Arc::make_mut(shard).remove(&id);
            self.len = self.len.saturating_sub(1);
            self.cards = self
                .cards
                .saturating_sub(usize::from(id.kind() == ListingKind::Card));
        }
    }
}

fn shard_of(id: ListingId) -> (ListingKind, u64) {
    // The hasher has fixed keys, so that the same listings lie alike on every node.
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    (id.kind(), hasher.finish() % SHARDS)
}
