//! A tile: up to 512 cards of one neighbourhood and language, and the sets of
//! slots by which a search leaves most of them out. Never a score: that is
//! `ask` and `rank`.

use std::sync::Arc;

use argonaut_domain::card::{CardContent, CardNeed, Limits};
use argonaut_domain::clock::Week;
use argonaut_domain::ids::{CardId, ClientId, HelperId};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;

use super::bits::{Bits, SLOTS};
use super::columns::Columns;
use super::curve::{self, Circle};
use super::facts;
use super::key::{Key, spot};
use super::marks::{Marks, mark};
use super::record::{Long, Record, Said};
use crate::listing::{Body, CardListing, Entry, Face, Listing, ListingId, ListingKind, NO_LIMITS};

/// Changes after which a tile is packed anew: what it shares and its bounds
/// grow with each.
const WORN: u16 = 1_024;

/// A card, wherever it lies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    pub(crate) id: CardId,
    pub(crate) client: ClientId,
    pub(crate) owner: Option<HelperId>,
    pub(crate) published: Week,
    /// What it says, with both weeks.
    pub(crate) face: Face<'a>,
}

impl Row<'_> {
    /// Its place in the order of the tiles.
    pub(crate) fn key(&self) -> Key {
        (spot(&self.face), self.id)
    }
    /// What a context is asked about.
    pub(crate) const fn entry(&self) -> Entry {
        Entry {
            id: ListingId::Card(self.id),
            owner: self.owner,
            client: Some(self.client),
            published: self.published,
        }
    }
    fn waiting_since(&self) -> Week {
        self.face.waiting_since.unwrap_or(self.published)
    }
    fn content(&self) -> CardContent {
        let face = &self.face;
        CardContent {
            place: face.place,
            age: face.age,
            gender: face.gender,
            languages: face.languages.to_vec(),
            needs: face.needs.to_vec(),
            offers: face.offers.to_vec(),
            interests: face.interests.to_vec(),
            connections: face.connections.to_vec(),
            limits: face.limits.clone(),
        }
    }
    /// The listing, written out.
    pub(crate) fn listing(&self) -> Listing {
        Listing {
            owner: self.owner,
            published: self.published,
            body: Body::Card(CardListing {
                id: self.id,
                client: self.client,
                content: self.content(),
                waiting_since: self.waiting_since(),
            }),
        }
    }
}

/// What bounds the score of every card of a tile, or of several.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bound {
    pub(crate) circle: Circle,
    /// Whether a card has no place, so that its distance is the default one.
    pub(crate) unplaced: bool,
    pub(crate) newest: Week,
    pub(crate) longest_wait: Week,
}

impl Bound {
    pub(crate) fn of(bounds: impl Iterator<Item = Self> + Clone) -> Self {
        Self {
            circle: Circle::of(bounds.clone().map(|bound| bound.circle)),
            unplaced: bounds.clone().any(|bound| bound.unplaced),
            newest: bounds
                .clone()
                .map(|bound| bound.newest)
                .max()
                .unwrap_or(Week(i32::MIN)),
            longest_wait: bounds
                .map(|bound| bound.longest_wait)
                .min()
                .unwrap_or(Week(i32::MAX)),
        }
    }
    /// Widens it for one more card.
    pub(super) fn take_in(&mut self, row: &Row<'_>) {
        match curve::point(row.face.place) {
            Some(point) => self.circle.take_in(point),
            None => self.unplaced = true,
        }
        self.newest = self.newest.max(row.published);
        self.longest_wait = self.longest_wait.min(row.waiting_since());
    }
}

/// Cards of one neighbourhood.
#[derive(Clone, Debug)]
pub(crate) struct Tile {
    /// The slots that hold a card.
    live: Bits,
    ids: Vec<CardId>,
    /// The ends of the ids, to find one by a look at few cache lines.
    ends: Vec<u16>,
    clients: Vec<ClientId>,
    records: Vec<Record>,
    places: Vec<Place>,
    owners: Vec<Option<HelperId>>,
    limits: Vec<Arc<Limits>>,
    apart: Vec<Arc<Long>>,
    /// A mark for each of the owners.
    marks: Vec<u16>,
    /// Which cards share a fact.
    columns: Columns,
    bound: Bound,
    /// No card of it comes before this one.
    first: Key,
    changes: u16,
}

/// The number of a value in a list, which it joins where it is new.
fn number<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool, value: impl FnOnce() -> T) -> u16 {
    // The last one first: cards of one place, and of one helper, come together.
    let at = list.iter().rposition(is_it).unwrap_or_else(|| {
        if list.len() == list.capacity() {
            // Tiles are many: no doubling.
            list.reserve_exact(list.len() / 8 + 4);
        }
        list.push(value());
        list.len() - 1
    });
    long(at)
}

/// The end of an id, which is random.
fn end_of(id: CardId) -> u16 {
    let [.., before, last] = *id.bytes();
    u16::from_be_bytes([before, last])
}

pub(super) fn long(len: usize) -> u16 {
    u16::try_from(len).unwrap_or(u16::MAX)
}

impl Tile {
    /// Packs cards, in the order of their keys: at least one, at most 512.
    pub(crate) fn pack<'a>(rows: impl ExactSizeIterator<Item = Row<'a>>) -> Self {
        let mut tile = Self {
            live: Bits::default(),
            ids: Vec::with_capacity(rows.len()),
            ends: Vec::with_capacity(rows.len()),
            clients: Vec::with_capacity(rows.len()),
            records: Vec::with_capacity(rows.len()),
            places: Vec::new(),
            owners: Vec::new(),
            limits: Vec::new(),
            apart: Vec::new(),
            marks: Vec::new(),
            columns: Columns::of(&[]),
            bound: Bound::of(std::iter::empty()),
            first: ([u8::MAX; 5], CardId::from_uuid(uuid::Uuid::max())),
            changes: 0,
        };
        let mut told: Vec<(u16, u16)> = Vec::with_capacity(rows.len() * 40);
        for (slot, row) in rows.enumerate() {
            tile.first = tile.first.min(row.key());
            tile.put(slot, &row);
            facts::tell(&row.face, |fact| told.push((fact, long(slot))));
        }
        tile.columns = Columns::of(&told);
        let points = tile.places.iter().filter_map(|place| curve::point(*place));
        tile.bound.circle = Circle::around(points);
        tile.changes = 0;
        tile
    }

    /// Whether a card more can be taken in without packing anew.
    pub(crate) fn has_room(&self) -> bool {
        self.live.len() < SLOTS && self.changes < WORN
    }

    /// Takes a card in; there must be room, and none with its id.
    pub(crate) fn insert(&mut self, row: &Row<'_>) {
        if let Some(slot) = self.live.first_free() {
            self.put(slot, row);
            facts::tell(&row.face, |fact| self.columns.insert(fact, slot));
        }
    }

    /// Puts a card into a slot, but for its facts.
    fn put(&mut self, slot: usize, row: &Row<'_>) {
        let face = &row.face;
        let mut record = match Record::of(face, row.published, row.waiting_since()) {
            Some(mut record) => {
                if *face.limits != NO_LIMITS {
                    let limits = number(
                        &mut self.limits,
                        |held| **held == *face.limits,
                        || Arc::new(face.limits.clone()),
                    );
                    record.limits = limits.saturating_add(1);
                }
                record
            }
            None => {
                let long = Long {
                    content: row.content(),
                    published: row.published,
                    waiting_since: row.waiting_since(),
                };
                Record::apart(number(&mut self.apart, |_| false, || Arc::new(long)))
            }
        };
        record.place = number(&mut self.places, |held| *held == face.place, || face.place);
        record.owner = number(&mut self.owners, |held| *held == row.owner, || row.owner);
        if self.marks.len() < self.owners.len() {
            self.marks.push(row.owner.map_or(Marks::NOBODY, mark));
        }
        if slot < self.ids.len() {
            let parts = (
                self.ids.get_mut(slot),
                self.ends.get_mut(slot),
                self.clients.get_mut(slot),
                self.records.get_mut(slot),
            );
            if let (Some(id), Some(end), Some(client), Some(held)) = parts {
                (*id, *end, *client, *held) = (row.id, end_of(row.id), row.client, record);
            }
        } else {
            if self.ids.len() == self.ids.capacity() {
                let room = SLOTS - self.ids.len();
                self.ids.reserve_exact(room);
                self.ends.reserve_exact(room);
                self.clients.reserve_exact(room);
                self.records.reserve_exact(room);
            }
            self.ids.push(row.id);
            self.ends.push(end_of(row.id));
            self.clients.push(row.client);
            self.records.push(record);
        }
        self.live.insert(slot);
        self.bound.take_in(row);
        self.changes = self.changes.saturating_add(1);
    }

    /// Takes a card out, if it is here.
    pub(crate) fn remove(&mut self, id: CardId) {
        let Some(slot) = self.slot(id) else { return };
        let mut told: Vec<u16> = Vec::with_capacity(64);
        if let Some(row) = self.row(slot) {
            facts::tell(&row.face, |fact| told.push(fact));
        }
        for fact in told {
            self.columns.remove(fact, slot);
        }
        self.live.remove(slot);
        self.changes = self.changes.saturating_add(1);
    }

    /// How many cards it holds.
    pub(crate) fn len(&self) -> usize {
        self.live.len()
    }
    /// The slots that hold a card.
    pub(crate) const fn live(&self) -> &Bits {
        &self.live
    }
    /// No card of it comes before this one.
    pub(crate) const fn first(&self) -> Key {
        self.first
    }
    /// What bounds its scores.
    pub(crate) const fn bound(&self) -> &Bound {
        &self.bound
    }
    /// Which cards share a fact.
    pub(super) const fn columns(&self) -> &Columns {
        &self.columns
    }
    fn slot(&self, id: CardId) -> Option<usize> {
        let end = end_of(id);
        let ends = self.ends.iter().enumerate();
        let mut slots = ends.filter(|(_, held)| **held == end).map(|(slot, _)| slot);
        slots.find(|slot| self.ids.get(*slot) == Some(&id) && self.live.holds(*slot))
    }
    /// Whether a card may be of one of these owners, or of nobody.
    pub(crate) fn may_be_of(&self, owners: &Marks) -> bool {
        self.marks.iter().any(|mark| owners.holds(*mark))
    }
    fn record(&self, slot: usize) -> Option<&Record> {
        self.records.get(slot)
    }
    /// What a slot needs, and offers, and likes.
    #[inline]
    pub(crate) fn terms(&self, slot: usize) -> Option<(&[CardNeed], &[TermId], &[TermId])> {
        let record = self.record(slot)?;
        record.terms().or_else(|| {
            let said = record.elsewhere(&self.apart)?.said();
            Some((said.needs, said.offers, said.interests))
        })
    }
    /// The weeks of a slot: of publication, and since which the client waits.
    #[inline]
    pub(crate) fn weeks(&self, slot: usize) -> Option<(Week, Week)> {
        let record = self.record(slot)?;
        record.weeks().or_else(|| {
            let said = record.elsewhere(&self.apart)?.said();
            Some((said.published, said.waiting_since))
        })
    }
    fn said<'a>(&'a self, record: &'a Record) -> Option<Said<'a>> {
        record
            .said()
            .or_else(|| record.elsewhere(&self.apart).map(Long::said))
    }
    /// The card with this id.
    pub(crate) fn get(&self, id: CardId) -> Option<Row<'_>> {
        self.row(self.slot(id)?)
    }
    /// The card in a slot.
    pub(crate) fn row(&self, slot: usize) -> Option<Row<'_>> {
        let record = self.record(slot)?;
        let said = self.said(record)?;
        let limits = match record.elsewhere(&self.apart) {
            Some(long) => &long.content.limits,
            None => usize::from(record.limits)
                .checked_sub(1)
                .and_then(|at| self.limits.get(at))
                .map_or(&NO_LIMITS, |limits| limits),
        };
        Some(Row {
            id: *self.ids.get(slot)?,
            client: *self.clients.get(slot)?,
            owner: *self.owners.get(usize::from(record.owner))?,
            published: said.published,
            face: Face {
                kind: ListingKind::Card,
                place: *self.places.get(usize::from(record.place))?,
                age: said.age,
                gender: said.gender,
                languages: said.languages,
                needs: said.needs,
                offers: said.offers,
                interests: said.interests,
                connections: said.connections,
                situations: &[],
                limits,
                published: Some(said.published),
                waiting_since: Some(said.waiting_since),
            },
        })
    }
    /// Every card, in the order of the slots.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.live.slots().filter_map(|slot| self.row(slot))
    }
}
