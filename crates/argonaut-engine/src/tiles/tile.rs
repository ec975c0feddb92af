//! Up to 512 cards of one neighbourhood, packed, with a set of slots per term.
//! Never changed: a change makes another tile.

use argonaut_domain::card::{CardContent, CardNeed, Limits};
use argonaut_domain::clock::Week;
use argonaut_domain::ids::{CardId, ClientId, HelperId};
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, Gender};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;

use super::bits::Bits;
use super::curve::{self, Circle};
use crate::listing::{Body, CardListing, Entry, Face, Listing, ListingId, ListingKind, NO_LIMITS};
use crate::rank::named;

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
        (curve::key(self.face.place), self.id)
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
}

impl Row<'_> {
    /// The listing, written out.
    pub(crate) fn listing(&self) -> Listing {
        let face = &self.face;
        Listing {
            owner: self.owner,
            published: self.published,
            body: Body::Card(CardListing {
                id: self.id,
                client: self.client,
                content: CardContent {
                    place: face.place,
                    age: face.age,
                    gender: face.gender,
                    languages: face.languages.to_vec(),
                    needs: face.needs.to_vec(),
                    offers: face.offers.to_vec(),
                    interests: face.interests.to_vec(),
                    connections: face.connections.to_vec(),
                    limits: face.limits.clone(),
                },
                waiting_since: face.waiting_since.unwrap_or(self.published),
            }),
        }
    }
}

/// The order of the cards: along the curve, then by id.
pub(crate) type Key = (u32, CardId);

/// The parts of a card that are of one size.
#[derive(Clone, Copy, Debug)]
struct Spot {
    needs_at: u32,
    terms_at: u32,
    languages_at: u32,
    needs: u16,
    offers: u16,
    interests: u16,
    connections: u16,
    languages: u16,
    place: u16,
    owner: u16,
    /// Its limits in the list of limits, plus one; 0 for none.
    limits: u16,
    published: Week,
    waiting_since: Week,
    age: Age,
    gender: Option<Gender>,
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
}

/// Which cards hold a term.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    /// By the number of a term: its place among the sets, plus one.
    places: Vec<u16>,
    sets: Vec<Bits>,
}

impl Columns {
    fn insert(&mut self, index: u16, slot: usize) {
        let index = usize::from(index);
        if self.places.len() <= index {
            self.places.resize(index + 1, 0);
        }
        let Some(place) = self.places.get_mut(index) else {
            return;
        };
        if *place == 0 {
            self.sets.push(Bits::default());
            *place = u16::try_from(self.sets.len()).unwrap_or(u16::MAX);
        }
        if let Some(set) = self.sets.get_mut(usize::from(*place) - 1) {
            set.insert(slot);
        }
    }
    /// The cards that hold a term, if any does.
    pub(crate) fn get(&self, index: u16) -> Option<&Bits> {
        let place = *self.places.get(usize::from(index))?;
        self.sets.get(usize::from(place).checked_sub(1)?)
    }
    /// The cards that hold any of the terms.
    pub(crate) fn any(&self, indices: &[u16]) -> Bits {
        let mut found = Bits::default();
        for set in indices.iter().filter_map(|index| self.get(*index)) {
            found.add(set);
        }
        found
    }
    fn shrink(&mut self) {
        self.places.shrink_to_fit();
        self.sets.shrink_to_fit();
    }
}

/// Cards of one neighbourhood.
#[derive(Clone, Debug)]
pub(crate) struct Tile {
    ids: Vec<CardId>,
    clients: Vec<ClientId>,
    spots: Vec<Spot>,
    needs: Vec<CardNeed>,
    terms: Vec<TermId>,
    spoken: Vec<LanguageId>,
    places: Vec<Place>,
    owners: Vec<Option<HelperId>>,
    limits: Vec<Limits>,
    /// Which cards need a term by name.
    pub(crate) needed: Columns,
    /// Which cards offer a term.
    pub(crate) offered: Columns,
    /// Which cards like a term.
    pub(crate) liked: Columns,
    /// Which cards name a language.
    pub(crate) speaking: Columns,
    /// Which cards name none, so that none rules them out.
    pub(crate) silent: Bits,
    pub(crate) bound: Bound,
    first: Key,
}

fn slice<T>(all: &[T], at: u32, len: u16) -> &[T] {
    let at = usize::try_from(at).unwrap_or(usize::MAX);
    all.get(at..at.saturating_add(usize::from(len)))
        .unwrap_or_default()
}

fn place_of<T: PartialEq>(list: &mut Vec<T>, value: T) -> u16 {
    // The last one first: cards of one place, and of one helper, lie together.
    let at = list.iter().rposition(|held| *held == value);
    let at = at.unwrap_or_else(|| {
        list.push(value);
        list.len() - 1
    });
    u16::try_from(at).unwrap_or(u16::MAX)
}

fn long(len: usize) -> u16 {
    u16::try_from(len).unwrap_or(u16::MAX)
}

fn at(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

impl Tile {
    /// Packs cards, in the order of their keys: at least one, at most 512.
    pub(crate) fn pack<'a>(rows: impl Iterator<Item = Row<'a>>) -> Self {
        let mut tile = Self {
            ids: Vec::new(),
            clients: Vec::new(),
            spots: Vec::new(),
            needs: Vec::new(),
            terms: Vec::new(),
            spoken: Vec::new(),
            places: Vec::new(),
            owners: Vec::new(),
            limits: Vec::new(),
            needed: Columns::default(),
            offered: Columns::default(),
            liked: Columns::default(),
            speaking: Columns::default(),
            silent: Bits::default(),
            bound: Bound::of(std::iter::empty()),
            first: (0, CardId::from_uuid(uuid::Uuid::nil())),
        };
        for (slot, row) in rows.enumerate() {
            tile.push(slot, &row);
        }
        let points = tile.places.iter().filter_map(|place| curve::point(*place));
        tile.bound = Bound {
            circle: Circle::around(points),
            unplaced: tile.places.iter().any(|place| place.centre().is_none()),
            newest: tile
                .spots
                .iter()
                .map(|spot| spot.published)
                .max()
                .unwrap_or(Week(i32::MIN)),
            longest_wait: tile
                .spots
                .iter()
                .map(|spot| spot.waiting_since)
                .min()
                .unwrap_or(Week(i32::MAX)),
        };
        tile.shrink();
        tile
    }

    fn push(&mut self, slot: usize, row: &Row<'_>) {
        let face = &row.face;
        if slot == 0 {
            self.first = row.key();
        }
        self.spots.push(Spot {
            needs_at: at(self.needs.len()),
            terms_at: at(self.terms.len()),
            languages_at: at(self.spoken.len()),
            needs: long(face.needs.len()),
            offers: long(face.offers.len()),
            interests: long(face.interests.len()),
            connections: long(face.connections.len()),
            languages: long(face.languages.len()),
            place: place_of(&mut self.places, face.place),
            owner: place_of(&mut self.owners, row.owner),
            limits: if *face.limits == NO_LIMITS {
                0
            } else {
                self.limits.push(face.limits.clone());
                long(self.limits.len())
            },
            published: row.published,
            waiting_since: face.waiting_since.unwrap_or(row.published),
            age: face.age,
            gender: face.gender,
        });
        self.ids.push(row.id);
        self.clients.push(row.client);
        self.needs.extend_from_slice(face.needs);
        self.terms.extend_from_slice(face.offers);
        self.terms.extend_from_slice(face.interests);
        self.terms.extend_from_slice(face.connections);
        self.spoken.extend_from_slice(face.languages);
        for (need, _) in named(face.needs) {
            self.needed.insert(need.index(), slot);
        }
        for offer in face.offers {
            self.offered.insert(offer.index(), slot);
        }
        for interest in face.interests {
            self.liked.insert(interest.index(), slot);
        }
        for language in face.languages {
            self.speaking.insert(language.index(), slot);
        }
        if face.languages.is_empty() {
            self.silent.insert(slot);
        }
    }

    fn shrink(&mut self) {
        self.ids.shrink_to_fit();
        self.clients.shrink_to_fit();
        self.spots.shrink_to_fit();
        self.needs.shrink_to_fit();
        self.terms.shrink_to_fit();
        self.spoken.shrink_to_fit();
        self.places.shrink_to_fit();
        self.owners.shrink_to_fit();
        self.limits.shrink_to_fit();
        for columns in [
            &mut self.needed,
            &mut self.offered,
            &mut self.liked,
            &mut self.speaking,
        ] {
            columns.shrink();
        }
    }

    /// How many cards it holds.
    pub(crate) const fn len(&self) -> usize {
        self.ids.len()
    }
    /// The key of its first card.
    pub(crate) const fn first(&self) -> Key {
        self.first
    }
    /// The slot of a card.
    pub(crate) fn slot(&self, id: CardId) -> Option<usize> {
        self.ids.iter().position(|held| *held == id)
    }
    /// The places its cards are published with.
    pub(crate) fn places(&self) -> &[Place] {
        &self.places
    }
    /// Which of the places a slot has.
    pub(crate) fn place_slot(&self, slot: usize) -> usize {
        self.spots
            .get(slot)
            .map_or(usize::MAX, |spot| usize::from(spot.place))
    }
    /// What a slot needs, and offers, and likes.
    pub(crate) fn terms(&self, slot: usize) -> Option<(&[CardNeed], &[TermId], &[TermId])> {
        let spot = self.spots.get(slot)?;
        let interests_at = spot.terms_at.saturating_add(u32::from(spot.offers));
        Some((
            slice(&self.needs, spot.needs_at, spot.needs),
            slice(&self.terms, spot.terms_at, spot.offers),
            slice(&self.terms, interests_at, spot.interests),
        ))
    }
    /// The card in a slot.
    pub(crate) fn row(&self, slot: usize) -> Option<Row<'_>> {
        let spot = self.spots.get(slot)?;
        let interests_at = spot.terms_at.saturating_add(u32::from(spot.offers));
        let connections_at = interests_at.saturating_add(u32::from(spot.interests));
        let limits = usize::from(spot.limits)
            .checked_sub(1)
            .and_then(|at| self.limits.get(at))
            .unwrap_or(&NO_LIMITS);
        Some(Row {
            id: *self.ids.get(slot)?,
            client: *self.clients.get(slot)?,
            owner: *self.owners.get(usize::from(spot.owner))?,
            published: spot.published,
            face: Face {
                kind: ListingKind::Card,
                place: *self.places.get(usize::from(spot.place))?,
                age: spot.age,
                gender: spot.gender,
                languages: slice(&self.spoken, spot.languages_at, spot.languages),
                needs: slice(&self.needs, spot.needs_at, spot.needs),
                offers: slice(&self.terms, spot.terms_at, spot.offers),
                interests: slice(&self.terms, interests_at, spot.interests),
                connections: slice(&self.terms, connections_at, spot.connections),
                situations: &[],
                limits,
                published: Some(spot.published),
                waiting_since: Some(spot.waiting_since),
            },
        })
    }
    /// Every card, in the order of the keys.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).filter_map(|slot| self.row(slot))
    }
}
