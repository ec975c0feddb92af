//! Listings by what they offer and where: what the search for givers looks
//! into. It decides nothing: `gifts` does.

#![expect(
    clippy::indexing_slicing,
    reason = "places and listings are numbered by the tables made here"
)]

use argonaut_domain::clock::Week;
use argonaut_domain::helper::Reach;
use argonaut_domain::ids::HelperId;
use argonaut_domain::language::LanguageId;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;

use crate::listing::{Body, Listing};
use crate::rank::Ranker;

/// Listings by place and offer, and by the kinds of help that need no place.
pub(super) struct Offers<'a> {
    pub(super) listings: &'a [Listing],
    pub(super) light: Vec<Light>,
    pub(super) terms: Vec<TermId>,
    /// The week for which `light` was made.
    pub(super) today: Option<Week>,
    /// Unit vectors of the places' centres; `None` where there is none.
    pub(super) towards: Vec<Option<[f64; 3]>>,
    /// Where the offers of each place begin in `near`.
    pub(super) first: Vec<u32>,
    /// By place, then term, then listing.
    pub(super) near: Vec<(TermId, u32)>,
    /// By language (0 for none said) and term, then listing.
    pub(super) remote: Vec<((u16, TermId), u32)>,
}

/// What bounds the score of a listing, side by side with the others'.
#[derive(Clone, Copy)]
pub(super) struct Light {
    pub(super) owner: Option<HelperId>,
    /// Freshness × waiting, as the listing counts today.
    pub(super) time: f64,
    /// Two listings without a bit in common have no language in common, unless
    /// one of them says none.
    pub(super) languages: u64,
    /// Whether some may see a place that others may not.
    pub(super) is_hidden: bool,
    pub(super) first: u32,
    pub(super) last: u32,
}

impl<'a> Offers<'a> {
    /// `ranker` is anybody's: it tells the factors that depend on the week.
    pub(super) fn of(listings: &'a [Listing], ranker: Option<&Ranker<'_>>) -> Self {
        let mut places: Vec<Place> = listings.iter().map(place).collect();
        places.sort_unstable();
        places.dedup();
        let mut near = Vec::new();
        let mut remote = Vec::new();
        for (number, listing) in (0_u32..).zip(listings) {
            let here = places.binary_search(&place(listing)).unwrap_or_default() as u32;
            for &term in offers(listing) {
                near.push((here, term, number));
                if term.is_remote() {
                    for tongue in tongues(languages(listing)) {
                        remote.push(((tongue, term), number));
                    }
                }
            }
        }
        let mut light = Vec::with_capacity(listings.len());
        let mut terms = Vec::new();
        for listing in listings {
            let first = terms.len() as u32;
            terms.extend_from_slice(offers(listing));
            light.push(Light {
                owner: listing.owner,
                time: ranker.map_or(1.0, |ranker| time(ranker, listing)),
                languages: bits(languages(listing)),
                is_hidden: is_hidden(listing),
                first,
                last: terms.len() as u32,
            });
        }
        near.sort_unstable();
        remote.sort_unstable();
        let mut first = vec![0_u32; places.len() + 1];
        for &(here, ..) in &near {
            first[here as usize + 1] += 1;
        }
        for here in 0..places.len() {
            first[here + 1] += first[here];
        }
        Self {
            listings,
            light,
            terms,
            today: ranker.map(Ranker::today),
            first,
            near: near
                .into_iter()
                .map(|(_, term, number)| (term, number))
                .collect(),
            towards: places.iter().map(|place| towards(*place)).collect(),

            remote,
        }
    }

    /// The places in the order of their distance from one.
    pub(super) fn around(&self, here: Place, unknown_km: f64) -> Around {
        let from = towards(here);
        let unknown = 2.0 * (unknown_km / (2.0 * EARTH_KM)).sin();
        let chord = |to: &Option<[f64; 3]>| match (from, to) {
            (Some(a), Some(b)) => (0..3).map(|axis| (a[axis] - b[axis]).powi(2)).sum(),
            (None, _) | (_, None) => unknown * unknown,
        };
        Around {
            places: self.towards.iter().map(chord).zip(0_u32..).collect(),
            sorted: 0,
        }
    }
}

/// Mean radius.
const EARTH_KM: f64 = 6_371.008_8;
/// Places that are put in order at a time: most cards look no further.
const STRETCH: usize = 128;

/// Places by their distance from one, put in order as far as they are asked for.
pub(super) struct Around {
    /// The square of the chord on a unit sphere, and the place.
    places: Vec<(f64, u32)>,
    sorted: usize,
}

impl Around {
    /// The place at this rank, with its kilometres.
    pub(super) fn at(&mut self, rank: usize) -> Option<(f64, u32)> {
        if rank >= self.sorted {
            let order = |a: &(f64, u32), b: &(f64, u32)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
            let rest = &mut self.places[self.sorted..];
            let stretch = STRETCH.max(self.sorted).min(rest.len());
            if stretch < rest.len() {
                rest.select_nth_unstable_by(stretch, order);
            }
            rest[..stretch].sort_unstable_by(order);
            self.sorted += stretch;
        }
        let &(chord, place) = self.places.get(rank)?;
        let km = 2.0 * EARTH_KM * (chord.sqrt() / 2.0).min(1.0).asin();
        Some((km, place))
    }
}

/// Freshness × waiting of a listing.
fn time(ranker: &Ranker<'_>, listing: &Listing) -> f64 {
    match &listing.body {
        Body::Card(card) => {
            ranker.freshness_factor(Some(listing.published))
                * ranker.waiting_factor(Some(card.waiting_since))
        }
        Body::Helper(_) | Body::Service(_) => 1.0,
    }
}

/// Where a listing is looked for. A helper who hides the area from some counts
/// as being anywhere.
fn place(listing: &Listing) -> Place {
    match &listing.body {
        Body::Card(card) => card.content.place,
        Body::Helper(_) if is_hidden(listing) => Place::Anywhere,
        Body::Helper(helper) => helper.place,
        Body::Service(service) => service.place,
    }
}

fn is_hidden(listing: &Listing) -> bool {
    match &listing.body {
        Body::Helper(helper) => helper.privacy.area != Reach::Everyone,
        Body::Card(_) | Body::Service(_) => false,
    }
}

fn languages(listing: &Listing) -> &[LanguageId] {
    match &listing.body {
        Body::Card(card) => &card.content.languages,
        Body::Helper(helper) => &helper.languages,
        Body::Service(service) => &service.languages,
    }
}

/// The languages of a listing as numbers from 1; 0 where none is said.
pub(super) fn tongues(languages: &[LanguageId]) -> impl Iterator<Item = u16> {
    let none = languages.is_empty().then_some(0);
    languages
        .iter()
        .map(|language| language.index() + 1)
        .chain(none)
}

pub(super) fn bits(languages: &[LanguageId]) -> u64 {
    let bit = |language: &LanguageId| 1_u64 << (language.index() % 64);
    languages.iter().map(bit).fold(0, |all, bit| all | bit)
}

fn offers(listing: &Listing) -> &[TermId] {
    match &listing.body {
        Body::Card(card) => &card.content.offers,
        Body::Helper(helper) => &helper.offers,
        Body::Service(service) => &service.offers,
    }
}

fn towards(place: Place) -> Option<[f64; 3]> {
    let (lat, lon) = place.centre()?;
    let (lat, lon) = (lat.to_radians(), lon.to_radians());
    Some([lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()])
}
