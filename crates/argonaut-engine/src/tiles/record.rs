//! One card in one cache line.

use std::sync::Arc;

use argonaut_domain::card::{CardContent, CardNeed, Urgency};
use argonaut_domain::clock::Week;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, Gender};
use argonaut_domain::taxonomy::TermId;

use super::tile::long;
use crate::listing::Face;

/// What a card says, but for its place, owner and limits, which several cards of
/// a tile share: numbers in the tile's lists stand for those. A card that says
/// more than fits lies apart.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(super) struct Record {
    needs: [CardNeed; 4],
    offers: [TermId; 5],
    interests: [TermId; 5],
    languages: [LanguageId; 3],
    connections: [TermId; 2],
    /// How many of each list count, four bits each, in this order, and `NARROW`;
    /// all ones where the card lies apart.
    counts: u32,
    published: i16,
    waiting_since: i16,
    pub(super) place: u16,
    pub(super) owner: u16,
    /// One more than the number of the limits, 0 for none; or the number of the
    /// card among those that lie apart.
    pub(super) limits: u16,
    age: Age,
    gender: Option<Gender>,
}

/// The terms of a record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rooms<'a> {
    /// Those that are not there are not named.
    pub(super) needs: &'a [CardNeed; 4],
    pub(super) offers: &'a [TermId; 5],
    /// How many of the offers are there.
    pub(super) offer_count: usize,
    pub(super) interests: &'a [TermId; 5],
    /// How many of the interests are there.
    pub(super) interest_count: usize,
}

/// A card that says more than a record holds.
#[derive(Clone, Debug)]
pub(super) struct Long {
    pub(super) content: CardContent,
    pub(super) published: Week,
    pub(super) waiting_since: Week,
    pub(super) is_open: bool,
}

/// Set where a card is not for everyone.
const NARROW: u32 = 1 << 20;
const APART: u32 = u32::MAX;
const LISTS: usize = 5;

/// What a record says of itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    pub(super) needs: &'a [CardNeed],
    pub(super) offers: &'a [TermId],
    pub(super) interests: &'a [TermId],
    pub(super) languages: &'a [LanguageId],
    pub(super) connections: &'a [TermId],
    pub(super) published: Week,
    pub(super) waiting_since: Week,
    pub(super) age: Age,
    pub(super) gender: Option<Gender>,
}

fn fill<T: Copy>(room: &mut [T], list: &[T]) -> Option<u32> {
    room.get_mut(..list.len())?.copy_from_slice(list);
    Some(u32::from(long(list.len())))
}

impl Record {
    /// The record of a card; `None` where it says too much.
    pub(super) fn of(
        face: &Face<'_>,
        published: Week,
        waiting_since: Week,
        is_open: bool,
    ) -> Option<Self> {
        let term = TermId::FIRST;
        let mut record = Self {
            needs: [CardNeed::OnIntroduction(Urgency::Low); 4],
            offers: [term; 5],
            interests: [term; 5],
            languages: [LanguageId::FIRST; 3],
            connections: [term; 2],
            counts: if is_open { 0 } else { NARROW },
            published: i16::try_from(published.0).ok()?,
            waiting_since: i16::try_from(waiting_since.0).ok()?,
            place: 0,
            owner: 0,
            limits: 0,
            age: face.age,
            gender: face.gender,
        };
        let counts: [u32; LISTS] = [
            fill(&mut record.needs, face.needs)?,
            fill(&mut record.offers, face.offers)?,
            fill(&mut record.interests, face.interests)?,
            fill(&mut record.languages, face.languages)?,
            fill(&mut record.connections, face.connections)?,
        ];
        for (count, shift) in counts.into_iter().zip((0u32..).step_by(4)) {
            record.counts |= count << shift;
        }
        Some(record)
    }

    /// A record that stands for a card that lies apart.
    pub(super) fn apart(number: u16) -> Self {
        let term = TermId::FIRST;
        Self {
            needs: [CardNeed::OnIntroduction(Urgency::Low); 4],
            offers: [term; 5],
            interests: [term; 5],
            languages: [LanguageId::FIRST; 3],
            connections: [term; 2],
            counts: APART,
            published: 0,
            waiting_since: 0,
            place: 0,
            owner: 0,
            limits: number,
            age: Age::Any,
            gender: None,
        }
    }

    /// Where the card lies, if it lies apart.
    pub(super) fn elsewhere<'a>(&self, apart: &'a [Arc<Long>]) -> Option<&'a Long> {
        (self.counts == APART)
            .then(|| apart.get(usize::from(self.limits)))?
            .map(AsRef::as_ref)
    }

    /// Whether it is on show to everyone.
    pub(super) fn is_open(&self, apart: &[Arc<Long>]) -> bool {
        self.elsewhere(apart)
            .map_or(self.counts & NARROW == 0, |long| long.is_open)
    }

    /// The number of its limits among those of the tile; `None` where it has none,
    /// or lies apart.
    #[inline]
    pub(super) fn number_of_limits(&self) -> Option<usize> {
        if self.counts == APART {
            return None;
        }
        usize::from(self.limits).checked_sub(1)
    }
    /// What is needed, offered and liked, in rooms of fixed size, so that a loop
    /// over them takes the same turns for every card; `None` where the card lies
    /// apart.
    #[inline]
    pub(super) const fn rooms(&self) -> Option<Rooms<'_>> {
        if self.counts == APART {
            return None;
        }
        Some(Rooms {
            needs: &self.needs,
            offers: &self.offers,
            offer_count: (self.counts >> 4 & 15) as usize,
            interests: &self.interests,
            interest_count: (self.counts >> 8 & 15) as usize,
        })
    }
    /// The weeks of publication and since which the client waits; `None` where
    /// the card lies apart.
    #[inline]
    pub(super) fn weeks(&self) -> Option<(Week, Week)> {
        let week = |week: i16| Week(i32::from(week));
        (self.counts != APART).then(|| (week(self.published), week(self.waiting_since)))
    }

    /// What it says; `None` where the card lies apart.
    pub(super) fn said(&self) -> Option<Said<'_>> {
        if self.counts == APART {
            return None;
        }
        let count = |list: u32| (self.counts >> (4 * list) & 15) as usize;
        Some(Said {
            needs: self.needs.get(..count(0))?,
            offers: self.offers.get(..count(1))?,
            interests: self.interests.get(..count(2))?,
            languages: self.languages.get(..count(3))?,
            connections: self.connections.get(..count(4))?,
            published: Week(i32::from(self.published)),
            waiting_since: Week(i32::from(self.waiting_since)),
            age: self.age,
            gender: self.gender,
        })
    }
}

impl Long {
    pub(super) fn said(&self) -> Said<'_> {
        let content = &self.content;
        Said {
            needs: &content.needs,
            offers: &content.offers,
            interests: &content.interests,
            languages: &content.languages,
            connections: &content.connections,
            published: self.published,
            waiting_since: self.waiting_since,
            age: content.age,
            gender: content.gender,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_one_cache_line() {
        assert_eq!(size_of::<Record>(), 64);
    }
}
