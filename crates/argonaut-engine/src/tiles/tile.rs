//! A tile: up to 512 cards of one neighbourhood and language, and the sets of
//! slots by which a search leaves most of them out. Never a score: that is
//! `ask` and `rank`.

use std::sync::Arc;

use argonaut_domain::card::{CardContent, Limits};
use argonaut_domain::clock::Week;
use argonaut_domain::ids::{CardId, ClientId, HelperId};
use argonaut_domain::place::Place;

use uuid::Uuid;

use super::bits::{Bits, SLOTS};
use super::columns::Columns;
use super::curve::{self, Circle, Dot};
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
    /// Whether it is on show to everyone.
    pub(crate) is_open: bool,
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
                is_open: self.is_open,
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
    who: Vec<(CardId, ClientId)>,
    /// The ends of the cards' ids, to find one by a look at few cache lines.
    ends: Vec<u16>,
    records: Vec<Record>,
    places: Vec<Place>,
    /// The centre of each of the places.
    dots: Vec<Dot>,
    owners: Vec<Option<HelperId>>,
    limits: Vec<Arc<Limits>>,
    /// The greatest distance that each of the limits allows.
    most_km: Vec<f32>,
    apart: Vec<Arc<Long>>,
    /// A mark for each of the owners.
    marks: Vec<u16>,
    /// The slots that were there when the tile was packed, owner by owner; and
    /// where those of each owner begin.
    owned: Vec<u16>,
    starts: Vec<u16>,
    /// The slots that came later.
    late: Bits,
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
    /// Packs cards, in the order of their keys: at least one, at most as many as
    /// there are slots.
    pub(crate) fn pack(rows: &[Row<'_>]) -> Self {
        // For those that come: to move all cards of a tile is slow.
        let room = (rows.len() + rows.len() / 14 + 4).min(SLOTS);
        let mut tile = Self {
            live: Bits::default(),
            who: Vec::with_capacity(room),
            ends: Vec::with_capacity(room),
            records: Vec::with_capacity(room),
            places: Vec::new(),
            dots: Vec::new(),
            owners: Vec::new(),
            limits: Vec::new(),
            most_km: Vec::new(),
            apart: Vec::new(),
            marks: Vec::new(),
            owned: Vec::new(),
            starts: Vec::new(),
            late: Bits::default(),
            columns: Columns::of(&[]),
            bound: Bound::of(std::iter::empty()),
            first: rows
                .first()
                .map_or_else(|| ([u8::MAX; 5], CardId::from_uuid(Uuid::max())), Row::key),
            changes: 0,
        };
        let mut told: Vec<(u16, u16)> = Vec::with_capacity(rows.len() * 40);
        for (slot, row) in rows.iter().enumerate() {
            tile.put(slot, row);
            facts::tell(&row.face, |fact| told.push((fact, long(slot))));
        }
        tile.columns = Columns::of(&told);
        let points = tile.places.iter().filter_map(|place| curve::point(*place));
        tile.bound.circle = Circle::around(points);
        tile.changes = 0;
        tile.group_by_owner();
        tile
    }

    fn group_by_owner(&mut self) {
        let mut owned: Vec<(u16, u16)> = (0..)
            .zip(&self.records)
            .map(|(slot, record)| (record.owner, slot))
            .collect();
        owned.sort_unstable();
        let start = |owner: u16| owned.partition_point(|(held, _)| *held < owner);
        self.starts = (0..=long(self.owners.len()))
            .map(|owner| long(start(owner)))
            .collect();
        self.owned = owned.into_iter().map(|(_, slot)| slot).collect();
        self.late = Bits::default();
    }

    /// Whether a card more can be taken in without packing anew.
    pub(crate) fn has_room(&self) -> bool {
        self.live.len() < SLOTS && self.changes < WORN
    }

    /// Takes a card in; there must be room, and none with its id.
    pub(crate) fn insert(&mut self, row: &Row<'_>) {
        if let Some(slot) = self.live.first_free() {
            self.put(slot, row);
            self.late.insert(slot);
            facts::tell(&row.face, |fact| self.columns.insert(fact, slot));
        }
    }

    /// Puts a card into a slot, but for its facts.
    fn put(&mut self, slot: usize, row: &Row<'_>) {
        let face = &row.face;
        let mut record = match Record::of(face, row.published, row.waiting_since(), row.is_open) {
            Some(mut record) => {
                if *face.limits != NO_LIMITS {
                    let limits = number(
                        &mut self.limits,
                        |held| **held == *face.limits,
                        || Arc::new(face.limits.clone()),
                    );
                    record.limits = limits.saturating_add(1);
                    if self.most_km.len() < self.limits.len() {
                        self.most_km
                            .push(face.limits.max_km.map_or(f32::INFINITY, f32::from));
                    }
                }
                record
            }
            None => {
                let long = Long {
                    content: row.content(),
                    published: row.published,
                    waiting_since: row.waiting_since(),
                    is_open: row.is_open,
                };
                Record::apart(number(&mut self.apart, |_| false, || Arc::new(long)))
            }
        };
        record.place = number(&mut self.places, |held| *held == face.place, || face.place);
        if self.dots.len() < self.places.len() {
            self.dots.push(Dot::of(face.place));
        }
        record.owner = number(&mut self.owners, |held| *held == row.owner, || row.owner);
        if self.marks.len() < self.owners.len() {
            self.marks.push(row.owner.map_or(Marks::NOBODY, mark));
        }
        let (who, end) = ((row.id, row.client), end_of(row.id));
        if slot < self.who.len() {
            let parts = (
                self.who.get_mut(slot),
                self.ends.get_mut(slot),
                self.records.get_mut(slot),
            );
            if let (Some(held_who), Some(held_end), Some(held)) = parts {
                (*held_who, *held_end, *held) = (who, end, record);
            }
        } else {
            if self.who.len() == self.who.capacity() {
                let room = (SLOTS - self.who.len()).min(self.who.len() / 8 + 4);
                self.who.reserve_exact(room);
                self.ends.reserve_exact(room);
                self.records.reserve_exact(room);
            }
            self.who.push(who);
            self.ends.push(end);
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
        let is_it = |slot: &usize| self.who.get(*slot).is_some_and(|(held, _)| *held == id);
        slots.find(|slot| is_it(slot) && self.live.holds(*slot))
    }
    /// The places of its cards; a record has the number of its own.
    pub(super) fn places(&self) -> &[Place] {
        &self.places
    }
    /// The cards that may be of one of these owners, or of nobody.
    pub(super) fn of_owners(&self, owners: &Marks) -> Bits {
        let mut found = self.late;
        for (owner, mark) in self.marks.iter().enumerate() {
            if owners.holds(*mark) {
                let slots = self.starts.get(owner).zip(self.starts.get(owner + 1));
                let slots = slots.map(|(start, end)| usize::from(*start)..usize::from(*end));
                let slots = slots.and_then(|range| self.owned.get(range));
                let slots = slots.unwrap_or_default().iter();
                slots.for_each(|slot| found.insert(usize::from(*slot)));
            }
        }
        found
    }
    /// Whether a record may be of one of these owners, or of nobody.
    #[inline]
    pub(super) fn is_of(&self, record: &Record, owners: &Marks) -> bool {
        let mark = self.marks.get(usize::from(record.owner));
        mark.is_none_or(|mark| owners.holds(*mark))
    }
    /// The record in a slot.
    #[inline]
    pub(super) fn record(&self, slot: usize) -> Option<&Record> {
        self.records.get(slot)
    }
    /// What a record says that has no room for its terms.
    pub(super) fn said_apart(&self, record: &Record) -> Option<Said<'_>> {
        record.elsewhere(&self.apart).map(Long::said)
    }
    /// The centre of a record's place.
    #[inline]
    pub(super) fn dot(&self, record: &Record) -> Option<&Dot> {
        self.dots.get(usize::from(record.place))
    }
    /// The greatest distance that the card of a record allows, if it is looked up
    /// with little effort.
    #[inline]
    pub(super) fn most_km(&self, record: &Record) -> f64 {
        let number = record.number_of_limits();
        let most = number.and_then(|number| self.most_km.get(number));
        most.map_or(f64::INFINITY, |most| f64::from(*most))
    }
    /// The weeks of a record: of publication, and since which the client waits.
    #[inline]
    pub(super) fn weeks(&self, record: &Record) -> Option<(Week, Week)> {
        record.weeks().or_else(|| {
            let said = self.said_apart(record)?;
            Some((said.published, said.waiting_since))
        })
    }
    /// What a record says.
    pub(super) fn said<'a>(&'a self, record: &'a Record) -> Option<Said<'a>> {
        record
            .said()
            .or_else(|| record.elsewhere(&self.apart).map(Long::said))
    }
    /// The card with this id.
    pub(crate) fn get(&self, id: CardId) -> Option<Row<'_>> {
        self.row(self.slot(id)?)
    }
    /// What the card of a record says, with both weeks.
    pub(super) fn face<'a>(&'a self, record: &'a Record) -> Option<Face<'a>> {
        let said = self.said(record)?;
        let limits = match record.elsewhere(&self.apart) {
            Some(long) => &long.content.limits,
            None => record
                .number_of_limits()
                .and_then(|at| self.limits.get(at))
                .map_or(&NO_LIMITS, |limits| limits),
        };
        Some(Face {
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
        })
    }
    /// The card in a slot.
    pub(crate) fn row(&self, slot: usize) -> Option<Row<'_>> {
        let record = self.record(slot)?;
        self.row_of(slot, record, self.face(record)?)
    }
    /// The card in a slot, by its record and what that says.
    pub(super) fn row_of<'a>(
        &'a self,
        slot: usize,
        record: &Record,
        face: Face<'a>,
    ) -> Option<Row<'a>> {
        let (id, client) = *self.who.get(slot)?;
        Some(Row {
            id,
            client,
            owner: *self.owners.get(usize::from(record.owner))?,
            published: face.published?,
            is_open: record.is_open(&self.apart),
            face,
        })
    }
    /// Every card, in the order of the slots.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.live.slots().filter_map(|slot| self.row(slot))
    }
}
