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
use super::columns::{Columns, under};
use super::curve::{self, Circle};
use super::gist::Gist;
use super::marks::{Marks, mark};
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

/// The pairs from which the sets of a tile are made.
#[derive(Default)]
struct Pairs {
    needed: Vec<(u16, u16)>,
    offered: Vec<(u16, u16)>,
    needed_under: Vec<(u16, u16)>,
    needed_twice: Vec<(u16, u16)>,
    offered_under: Vec<(u16, u16)>,
    liked: Vec<(u16, u16)>,
    speaking: Vec<(u16, u16)>,
}

/// Cards of one neighbourhood.
#[derive(Clone, Debug)]
pub(crate) struct Tile {
    ids: Vec<CardId>,
    clients: Vec<ClientId>,
    gists: Vec<Gist>,
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
    /// Which cards need a term or one right below it.
    pub(crate) needed_under: Columns,
    /// Which cards need two of a term and those right below it.
    pub(crate) needed_twice: Columns,
    /// Which cards offer a term or one right below it.
    pub(crate) offered_under: Columns,
    /// Which cards like a term.
    pub(crate) liked: Columns,
    /// Which cards name a language.
    pub(crate) speaking: Columns,
    /// Cards by how many needs they name: one, two, three, more.
    counts: [Bits; 4],
    /// Which cards name none, so that none rules them out.
    pub(crate) silent: Bits,
    pub(crate) bound: Bound,
    /// A mark for each owner; none where somebody has no owner.
    marks: Option<Vec<u16>>,
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

pub(super) fn long(len: usize) -> u16 {
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
            gists: Vec::new(),
            spots: Vec::new(),
            needs: Vec::new(),
            terms: Vec::new(),
            spoken: Vec::new(),
            places: Vec::new(),
            owners: Vec::new(),
            limits: Vec::new(),
            needed: Columns::default(),
            offered: Columns::default(),
            needed_under: Columns::default(),
            needed_twice: Columns::default(),
            offered_under: Columns::default(),
            liked: Columns::default(),
            speaking: Columns::default(),
            counts: [Bits::default(); 4],
            silent: Bits::default(),
            bound: Bound::of(std::iter::empty()),
            marks: None,
            first: (0, CardId::from_uuid(uuid::Uuid::nil())),
        };
        let mut pairs = Pairs::default();
        for (slot, row) in rows.enumerate() {
            tile.push(slot, &row, &mut pairs);
        }
        tile.needed = Columns::of(pairs.needed);
        tile.offered = Columns::of(pairs.offered);
        tile.needed_under = Columns::of(pairs.needed_under);
        tile.needed_twice = Columns::of(pairs.needed_twice);
        tile.offered_under = Columns::of(pairs.offered_under);
        tile.liked = Columns::of(pairs.liked);
        tile.speaking = Columns::of(pairs.speaking);
        tile.marks = tile.owners.iter().map(|owner| owner.map(mark)).collect();
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

    fn push(&mut self, slot: usize, row: &Row<'_>, pairs: &mut Pairs) {
        let face = &row.face;
        let at_slot = long(slot);
        if slot == 0 {
            self.first = row.key();
        }
        let place = place_of(&mut self.places, face.place);
        self.gists.push(Gist::of(place, face));
        self.spots.push(Spot {
            needs_at: at(self.needs.len()),
            terms_at: at(self.terms.len()),
            languages_at: at(self.spoken.len()),
            needs: long(face.needs.len()),
            offers: long(face.offers.len()),
            interests: long(face.interests.len()),
            connections: long(face.connections.len()),
            languages: long(face.languages.len()),
            place,
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
        let (mut needs, mut twice, mut last) = (0usize, false, None);
        let first_under = pairs.needed_under.len();
        for (need, _) in named(face.needs) {
            needs += 1;
            // Sorted, so that a need with two urgencies stands beside itself.
            if last == Some(need) {
                twice = true;
                continue;
            }
            last = Some(need);
            pairs.needed.push((need.index(), at_slot));
            for above in under(need) {
                let pair = (above, at_slot);
                let own = pairs.needed_under.get(first_under..);
                if own.is_some_and(|own| own.contains(&pair)) {
                    pairs.needed_twice.push(pair);
                }
                pairs.needed_under.push(pair);
            }
        }
        // A need that is named twice may weigh as much as all: it counts as the only one.
        let count = if twice { 1 } else { needs };
        if let Some(such) = self.counts.get_mut(count.min(4).wrapping_sub(1)) {
            such.insert(slot);
        }
        for offer in face.offers {
            pairs.offered.push((offer.index(), at_slot));
            pairs
                .offered_under
                .extend(under(*offer).map(|above| (above, at_slot)));
        }
        let numbers = |terms: &[TermId]| -> Vec<(u16, u16)> {
            terms.iter().map(|term| (term.index(), at_slot)).collect()
        };
        pairs.liked.extend(numbers(face.interests));
        let spoken = face.languages.iter();
        pairs
            .speaking
            .extend(spoken.map(|language| (language.index(), at_slot)));
        if face.languages.is_empty() {
            self.silent.insert(slot);
        }
    }

    fn shrink(&mut self) {
        self.ids.shrink_to_fit();
        self.clients.shrink_to_fit();
        self.gists.shrink_to_fit();
        self.spots.shrink_to_fit();
        self.needs.shrink_to_fit();
        self.terms.shrink_to_fit();
        self.spoken.shrink_to_fit();
        self.places.shrink_to_fit();
        self.owners.shrink_to_fit();
        self.limits.shrink_to_fit();
    }

    /// How many cards it holds.
    pub(crate) const fn len(&self) -> usize {
        self.ids.len()
    }
    /// The key of its first card.
    pub(crate) const fn first(&self) -> Key {
        self.first
    }
    /// The cards that name so many needs: 1, 2, 3, or 4 for more.
    pub(crate) fn by_needs(&self, count: usize) -> Option<&Bits> {
        self.counts.get(count.checked_sub(1)?)
    }
    /// The slot of a card.
    pub(crate) fn slot(&self, id: CardId) -> Option<usize> {
        self.ids.iter().position(|held| *held == id)
    }
    /// The places its cards are published with.
    pub(crate) fn places(&self) -> &[Place] {
        &self.places
    }
    /// Whether a card may be of one of these owners, or of nobody.
    pub(crate) fn may_be_of(&self, owners: &Marks) -> bool {
        let any = |marks: &Vec<u16>| marks.iter().any(|mark| owners.holds(*mark));
        self.marks.as_ref().is_none_or(any)
    }
    /// The gist of a slot.
    pub(crate) fn gist(&self, slot: usize) -> Option<&Gist> {
        self.gists.get(slot)
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
