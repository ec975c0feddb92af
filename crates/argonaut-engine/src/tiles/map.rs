//! The tiles in the order of the curve, in blocks; and where each card lies.
//! What did not change is shared between one map and the next.

use std::cmp::Reverse;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use argonaut_domain::ids::CardId;
use rayon::prelude::*;

use super::bits::SLOTS;
use super::key::{Key, Spot};
use super::tile::{Bound, Row, Tile};
use super::tongues::Tongues;
use crate::listing::{Body, Face, Listing};

/// Cards of a new tile: some room is left for those that come.
const FILL: usize = SLOTS - SLOTS / 16;
/// The most tiles of a block.
const BLOCK: usize = 64;

/// Tiles that lie together.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) tiles: Vec<Arc<Tile>>,
    /// The first key of each tile, side by side: to find one touches no tile.
    firsts: Vec<Key>,
    bound: Bound,
    tongues: Tongues,
}

impl Block {
    fn of(tiles: Vec<Arc<Tile>>) -> Self {
        Self {
            bound: Bound::of(tiles.iter().map(|tile| *tile.bound())),
            tongues: Tongues::of_tiles(tiles.iter().map(AsRef::as_ref)),
            firsts: tiles.iter().map(|tile| tile.first()).collect(),
            tiles,
        }
    }
    /// What bounds the scores of its cards.
    pub(crate) const fn bound(&self) -> &Bound {
        &self.bound
    }
    /// The languages of its cards.
    pub(crate) const fn tongues(&self) -> &Tongues {
        &self.tongues
    }
}

/// Every card.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tiles {
    blocks: Vec<Arc<Block>>,
    /// The first key of each block.
    firsts: Vec<Key>,
    places: Locator,
    len: usize,
}

/// The row of a card's listing; `None` for other kinds.
pub(crate) fn row(listing: &Listing) -> Option<Row<'_>> {
    match &listing.body {
        Body::Card(card) => Some(Row {
            id: card.id,
            client: card.client,
            owner: listing.owner,
            published: listing.published,
            is_open: card.is_open,
            face: Face {
                published: Some(listing.published),
                waiting_since: Some(card.waiting_since),
                ..Face::of_card(&card.content)
            },
        }),
        Body::Helper(_) | Body::Service(_) => None,
    }
}

impl Tiles {
    /// Packs the cards among tidy listings. Of two with one id the later counts.
    pub(crate) fn load(listings: &[Listing]) -> Self {
        // By id, the later of two first; then along the curve.
        let mut keys: Vec<(Key, usize)> = listings
            .par_iter()
            .enumerate()
            .filter_map(|(at, listing)| row(listing).map(|row| (row.key(), at)))
            .collect();
        keys.par_sort_unstable_by_key(|(key, at)| (key.1, Reverse(*at)));
        keys.dedup_by_key(|(key, _)| key.1);
        keys.par_sort_unstable_by_key(|(key, _)| *key);
        let mut map = Self::default();
        let tiles: Vec<Arc<Tile>> = keys
            .par_chunks(FILL)
            .map(|chunk| {
                let cards = chunk.iter().filter_map(|(_, at)| listings.get(*at));
                let rows: Vec<Row<'_>> = cards.filter_map(row).collect();
                Arc::new(Tile::pack(&rows))
            })
            .collect();
        map.blocks = tiles
            .chunks(BLOCK / 2)
            .map(|chunk| Arc::new(Block::of(chunk.to_vec())))
            .collect();
        map.find_firsts();
        map.len = keys.len();
        map.places = Locator::of(keys.iter().map(|(key, _)| *key).collect());
        map
    }

    /// How many cards there are.
    pub(crate) const fn len(&self) -> usize {
        self.len
    }
    /// The blocks, in the order of the curve.
    pub(crate) fn blocks(&self) -> &[Arc<Block>] {
        &self.blocks
    }
    /// Every card, in the order of the curve.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let tiles = self.blocks.iter().flat_map(|block| block.tiles.iter());
        tiles.flat_map(|tile| tile.rows())
    }
    /// One card.
    pub(crate) fn get(&self, id: CardId) -> Option<Row<'_>> {
        self.tile_at((self.places.get(id)?, id))?.get(id)
    }
    /// The tile in which a card with this key lies, or would lie.
    fn tile_at(&self, key: Key) -> Option<&Arc<Tile>> {
        let block = self.blocks.get(self.block(key)?)?;
        block.tiles.get(Self::tile(block, key)?)
    }

    fn find_firsts(&mut self) {
        let firsts = self.blocks.iter().filter_map(|block| block.firsts.first());
        self.firsts = firsts.copied().collect();
    }
    fn block(&self, key: Key) -> Option<usize> {
        let after = self.firsts.partition_point(|first| *first <= key);
        (!self.blocks.is_empty()).then(|| after.saturating_sub(1))
    }
    fn tile(block: &Block, key: Key) -> Option<usize> {
        let after = block.firsts.partition_point(|first| *first <= key);
        (!block.tiles.is_empty()).then(|| after.saturating_sub(1))
    }
    /// The tile with this key, if no other map shares it.
    fn own_tile(&self, key: Key) -> Option<&Tile> {
        let block = self.blocks.get(self.block(key)?)?;
        let tile = block.tiles.get(Self::tile(block, key)?)?;
        let is_own = Arc::strong_count(block) == 1 && Arc::strong_count(tile) == 1;
        is_own.then_some(tile)
    }

    /// Whether a card can be taken in, or replaced, where it lies: no tile is
    /// packed anew, and none is copied.
    pub(crate) fn has_room(&self, new: &Row<'_>) -> bool {
        let tile = self.own_tile(new.key());
        tile.is_some_and(|tile| tile.has_room() && tile.len() > 1) && self.can_lose(new.id)
    }
    /// Whether a card can be taken out where it lies.
    pub(crate) fn can_lose(&self, id: CardId) -> bool {
        self.places.get(id).is_none_or(|at| {
            let tile = self.own_tile((at, id));
            tile.is_some_and(|tile| tile.len() > 1)
        })
    }

    /// Adds a card, or replaces the one with its id.
    pub(crate) fn upsert(&mut self, new: &Row<'_>) {
        let key = new.key();
        match self.places.set(new.id, key.0) {
            Some(before) => self.take_out((before, new.id)),
            None => self.len += 1,
        }
        let Some(at) = self.block(key) else {
            let tile = Arc::new(Tile::pack(std::slice::from_ref(new)));
            self.blocks.push(Arc::new(Block::of(vec![tile])));
            self.find_firsts();
            return;
        };
        let has_room = self.tile_at(key).is_some_and(|tile| tile.has_room());
        if has_room
            && let Some(block) = self.blocks.get_mut(at).map(Arc::make_mut)
            && let Some(tile) = Self::tile(block, key)
            && let Some(tile) = block.tiles.get_mut(tile).map(Arc::make_mut)
        {
            tile.insert(new);
            block.bound.take_in(new);
            block.tongues.take_in(&new.face);
            return;
        }
        self.replace(at, key, |tile| {
            let mut rows: Vec<Row<'_>> = tile.rows().chain([*new]).collect();
            rows.sort_unstable_by_key(Row::key);
            let half = if rows.len() > FILL {
                rows.len().div_ceil(2)
            } else {
                rows.len()
            };
            rows.chunks(half.max(1))
                .map(|chunk| Arc::new(Tile::pack(chunk)))
                .collect()
        });
    }

    /// Takes a card out, if it is there.
    pub(crate) fn remove(&mut self, id: CardId) {
        if let Some(before) = self.places.take(id) {
            self.len = self.len.saturating_sub(1);
            self.take_out((before, id));
        }
    }

    fn take_out(&mut self, key: Key) {
        let Some(at) = self.block(key) else { return };
        if self.tile_at(key).is_some_and(|tile| tile.len() <= 1) {
            self.replace(at, key, |_| Vec::new());
        } else if let Some(block) = self.blocks.get_mut(at).map(Arc::make_mut)
            && let Some(tile) = Self::tile(block, key)
            && let Some(tile) = block.tiles.get_mut(tile).map(Arc::make_mut)
        {
            tile.remove(key.1);
        }
    }

    /// Puts other tiles in the place of the one that holds a key.
    fn replace(&mut self, at: usize, key: Key, next: impl FnOnce(&Tile) -> Vec<Arc<Tile>>) {
        let Some(block) = self.blocks.get(at) else {
            return;
        };
        let Some(tile) = Self::tile(block, key) else {
            return;
        };
        let mut tiles = block.tiles.clone();
        let made = block
            .tiles
            .get(tile)
            .map(|tile| next(tile))
            .unwrap_or_default();
        tiles.splice(tile..=tile, made);
        let half = if tiles.len() > BLOCK {
            tiles.len() / 2
        } else {
            tiles.len()
        };
        let blocks: Vec<Arc<Block>> = tiles
            .chunks(half.max(1))
            .map(|chunk| Arc::new(Block::of(chunk.to_vec())))
            .collect();
        self.blocks.splice(at..=at, blocks);
        self.find_firsts();
    }
}

/// Groups, and shards of a group.
const FAN: usize = 64;
type Shard = Vec<(CardId, Spot)>;

/// Where on the curve each card lies.
#[derive(Clone, Debug, Default)]
struct Locator {
    groups: Vec<Arc<Vec<Arc<Shard>>>>,
}

fn shard_of(id: CardId) -> (usize, usize) {
    // The hasher has fixed keys, so that the same cards lie alike on every node.
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    let hash = hasher.finish();
    let fan = FAN as u64;
    let part = |of: u64| usize::try_from(of % fan).unwrap_or_default();
    (part(hash), part(hash / fan))
}

impl Locator {
    fn of(keys: Vec<Key>) -> Self {
        let mut held: Vec<(usize, usize, CardId, Spot)> = keys
            .into_par_iter()
            .map(|(place, id)| {
                let (group, shard) = shard_of(id);
                (group, shard, id, place)
            })
            .collect();
        held.par_sort_unstable_by_key(|(group, shard, id, _)| (*group, *shard, *id));
        let mut groups = vec![vec![Arc::default(); FAN]; FAN];
        for cards in held.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let Some((group, shard, ..)) = cards.first() else {
                continue;
            };
            if let Some(room) = groups
                .get_mut(*group)
                .and_then(|group| group.get_mut(*shard))
            {
                let cards = cards.iter().map(|(.., id, place)| (*id, *place));
                *room = Arc::new(cards.collect());
            }
        }
        Self {
            groups: groups.into_iter().map(Arc::new).collect(),
        }
    }
    fn get(&self, id: CardId) -> Option<Spot> {
        let (group, shard) = shard_of(id);
        let shard = self.groups.get(group)?.get(shard)?;
        let at = shard.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        shard.get(at).map(|(_, place)| *place)
    }
    fn shard(&mut self, id: CardId) -> Option<&mut Shard> {
        if self.groups.is_empty() {
            *self = Self::of(Vec::new());
        }
        let (group, shard) = shard_of(id);
        let group = Arc::make_mut(self.groups.get_mut(group)?);
        group.get_mut(shard).map(Arc::make_mut)
    }
    /// Where the card was before, if it was there.
    fn set(&mut self, id: CardId, place: Spot) -> Option<Spot> {
        let shard = self.shard(id)?;
        match shard.binary_search_by_key(&id, |(id, _)| *id) {
            Ok(at) => shard
                .get_mut(at)
                .map(|held| std::mem::replace(&mut held.1, place)),
            Err(at) => {
                shard.insert(at, (id, place));
                None
            }
        }
    }
    fn take(&mut self, id: CardId) -> Option<Spot> {
        self.get(id)?;
        let shard = self.shard(id)?;
        let at = shard.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        Some(shard.remove(at).1)
    }
}
