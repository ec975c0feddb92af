//! What scoring reads of a card, packed into half a cache line.

use argonaut_domain::taxonomy::TermId;

use super::tile::long;
use crate::listing::Face;
use crate::rank::named;

/// What scoring the terms of a card needs, in half a cache line: up to four
/// needs with their urgency, five offers and five interests. A card with more is
/// read the long way.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
pub(crate) struct Gist {
    /// How many needs, offers and interests there are, four bits each; all ones
    /// for "too many".
    counts: u16,
    place: u16,
    needs: [u16; 4],
    offers: [u16; 5],
    interests: [u16; 5],
}

/// The terms of a gist, by number.
pub(crate) struct GistTerms<'a> {
    needs: &'a [u16],
    /// What is offered.
    pub(crate) offers: &'a [u16],
    /// What is liked.
    pub(crate) interests: &'a [u16],
}

impl GistTerms<'_> {
    /// The needs, each with its urgency.
    pub(crate) fn needs(&self) -> impl Iterator<Item = (u16, u16)> + '_ {
        self.needs.iter().map(|packed| (packed >> 2, packed & 3))
    }
}

/// "Too many."
const LONG: u16 = u16::MAX;

impl Gist {
    pub(super) fn of(place: u16, face: &Face<'_>) -> Self {
        let mut gist = Self {
            counts: LONG,
            place,
            needs: [0; 4],
            offers: [0; 5],
            interests: [0; 5],
        };
        let fill = |room: &mut [u16], terms: Vec<u16>| {
            let filled = room.get_mut(..terms.len())?;
            filled.copy_from_slice(&terms);
            Some(long(terms.len()))
        };
        let needs = named(face.needs)
            .map(|(term, urgency)| term.index() << 2 | u16::from(urgency.weight()));
        let numbers = |terms: &[TermId]| terms.iter().map(|term| term.index()).collect();
        let counts = (
            fill(&mut gist.needs, needs.collect()),
            fill(&mut gist.offers, numbers(face.offers)),
            fill(&mut gist.interests, numbers(face.interests)),
        );
        if let (Some(needs), Some(offers), Some(interests)) = counts {
            gist.counts = needs | offers << 4 | interests << 8;
        }
        gist
    }
    /// What it holds; `None` where that is too much for it.
    pub(crate) fn terms(&self) -> Option<GistTerms<'_>> {
        if self.counts == LONG {
            return None;
        }
        let count = |shift: u16| usize::from(self.counts >> shift & 15);
        Some(GistTerms {
            needs: self.needs.get(..count(0))?,
            offers: self.offers.get(..count(4))?,
            interests: self.interests.get(..count(8))?,
        })
    }
    /// Which of the tile's places.
    pub(crate) const fn place(&self) -> u16 {
        self.place
    }
}
