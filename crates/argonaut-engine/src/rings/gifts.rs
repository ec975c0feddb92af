//! Who could give to whom: for each card the best givers, among other cards or
//! among helpers' offers and services. A giver is scored one way, as `rank`
//! scores helpers and services; limits of both sides hold, and both owners must
//! see each other's listing and trust each other enough.

#![expect(
    clippy::indexing_slicing,
    reason = "places and listings are numbered by the tables made here"
)]

use argonaut_domain::card::CardContent;
use argonaut_domain::clock::Week;
use argonaut_domain::ids::HelperId;
use argonaut_domain::language::LanguageId;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId};

use crate::context::Context;
use crate::limits;
use crate::listing::{Body, Entry, Face, Listing, ListingKind};
use crate::rank::{Ranker, named};

use super::Rules;
use super::eyes::Eyes;

/// Listings without a common language that may be passed over for each look.
const SKIPS: u32 = 4;

/// A listing that could give to a card, and how well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Giver {
    /// Its number in the list that was indexed.
    pub(super) number: u32,
    pub(super) score: f64,
}

/// Listings by place and offer, and by the kinds of help that need no place.
pub(super) struct Offers<'a> {
    listings: &'a [Listing],
    light: Vec<Light>,
    terms: Vec<TermId>,
    /// The week for which `light` was made.
    today: Option<Week>,
    /// Unit vectors of the places' centres; `None` where there is none.
    towards: Vec<Option<[f64; 3]>>,
    /// Where the offers of each place begin in `near`.
    first: Vec<u32>,
    /// By place, then term, then listing.
    near: Vec<(TermId, u32)>,
    /// By language (0 for none said) and term, then listing.
    remote: Vec<((u16, TermId), u32)>,
}

/// What bounds the score of a listing, side by side with the others'.
#[derive(Clone, Copy)]
struct Light {
    owner: Option<HelperId>,
    /// Freshness × waiting, as the listing counts today.
    time: f64,
    /// Two listings without a bit in common have no language in common, unless
    /// one of them says none.
    languages: u64,
    first: u32,
    last: u32,
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

    /// The best givers to a card, by descending score, then number. `around` is
    /// [`Offers::around`] of its place; `scratch` is for these offers and this
    /// thread alone, and `turn` differs from card to card.
    pub(super) fn best(
        &self,
        asker: &Asker<'_>,
        around: &mut Around,
        scratch: &mut Scratch,
        turn: u32,
    ) -> Vec<Giver> {
        let terms = asker.covering();
        if terms.is_empty() {
            return Vec::new();
        }
        scratch.prepare(self.listings.len(), &terms);
        let mut hunt = Hunt {
            offers: self,
            asker,
            scratch,
            turn,
            best: Best::new(asker.rules.givers, turn),
            looks: asker.rules.looks,
            skips: asker.rules.looks.saturating_mul(SKIPS),
            languages: bits(&asker.content.languages),
            nearness: 1.0,
        };
        let most = asker.most_time * asker.ranker.most_trust();
        let mut rank = 0;
        while let Some((km, place)) = around.at(rank) {
            rank += 1;
            hunt.nearness = asker.ranker.distance_factor(Some(km), 0.0);
            let is_far = || hunt.best.is_full() && hunt.best.least() >= most * hunt.nearness;
            if hunt.looks == 0 || is_far() {
                break;
            }
            let place = place as usize;
            let here = &self.near[self.first[place] as usize..self.first[place + 1] as usize];
            if here.len() <= 64 * terms.len() {
                for &(term, number) in here {
                    if hunt.scratch.value_of(term) > 0.0 {
                        hunt.look(number);
                    }
                }
            } else {
                for &(term, _) in &terms {
                    let from = here.partition_point(|&(of, _)| of < term);
                    let offered = here[from..].iter().take_while(|&&(of, _)| of == term);
                    for &(_, number) in offered {
                        hunt.look(number);
                    }
                }
            }
        }
        hunt.looks = asker.rules.looks;
        hunt.skips = asker.rules.looks.saturating_mul(SKIPS);
        hunt.nearness = 1.0;
        for &(term, _) in terms.iter().filter(|(term, _)| term.is_remote()) {
            for tongue in tongues(&asker.content.languages) {
                let from = self.remote.partition_point(|&(of, _)| of < (tongue, term));
                let to = self.remote.partition_point(|&(of, _)| of <= (tongue, term));
                // From the asker's own number on, and round: if all looked at the
                // same few, those would be in nobody's ring but one's.
                let (before, after) = {
                    let all = &self.remote[from..to];
                    all.split_at(all.partition_point(|&(_, number)| number < turn))
                };
                for &(_, number) in after.iter().chain(before) {
                    if hunt.looks == 0 {
                        break;
                    }
                    hunt.look(number);
                }
            }
        }
        let best = hunt.best.sorted();
        scratch.clear(&terms);
        best
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
    fn at(&mut self, rank: usize) -> Option<(f64, u32)> {
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

/// What one thread needs again and again.
#[derive(Default)]
pub(super) struct Scratch {
    /// In whose turn a listing was last looked at.
    seen: Vec<u32>,
    /// How much of the asker's need each term covers.
    value: Vec<f64>,
}

impl Scratch {
    fn prepare(&mut self, listings: usize, terms: &[(TermId, f64)]) {
        self.seen.resize(listings, u32::MAX);
        for &(term, value) in terms {
            let place = usize::from(term.index());
            if self.value.len() <= place {
                self.value.resize(place + 1, 0.0);
            }
            self.value[place] = value;
        }
    }
    fn value_of(&self, term: TermId) -> f64 {
        let place = usize::from(term.index());
        self.value.get(place).copied().unwrap_or(0.0)
    }
    fn clear(&mut self, terms: &[(TermId, f64)]) {
        for &(term, _) in terms {
            self.value[usize::from(term.index())] = 0.0;
        }
    }
}

/// One card's search for givers.
struct Hunt<'h> {
    offers: &'h Offers<'h>,
    asker: &'h Asker<'h>,
    scratch: &'h mut Scratch,
    turn: u32,
    best: Best,
    looks: u32,
    /// How many may be left out for want of a common language.
    skips: u32,
    languages: u64,
    /// The distance factor of the place at hand.
    nearness: f64,
}

impl Hunt<'_> {
    fn look(&mut self, number: u32) {
        let seen = &mut self.scratch.seen[number as usize];
        if self.looks == 0 || std::mem::replace(seen, self.turn) == self.turn {
            return;
        }
        let languages = self.offers.light[number as usize].languages;
        if languages & self.languages == 0 && languages != 0 && self.languages != 0 {
            self.skips = self.skips.saturating_sub(1);
            self.looks = self.looks.min(self.skips);
            return;
        }
        self.looks -= 1;
        if self.best.is_full() && self.most_of(number) < self.best.least() {
            return;
        }
        let listing = &self.offers.listings[number as usize];
        let Some(score) = self.asker.score(listing) else {
            return;
        };
        let giver = Giver { number, score };
        if self.best.takes(&giver) && self.asker.agrees(listing) {
            self.best.add(giver);
        }
    }

    /// What a listing scores at most.
    fn most_of(&self, number: u32) -> f64 {
        let light = self.offers.light[number as usize];
        // No need is covered twice: the sum over the offers is no less than the
        // cover. What helps from afar is not bound to the place.
        let mut cover = 0.0;
        let mut nearness = self.nearness;
        for &term in &self.offers.terms[light.first as usize..light.last as usize] {
            let value = self.scratch.value_of(term);
            cover += value;
            if value > 0.0 && term.is_remote() {
                nearness = 1.0;
            }
        }
        let time = if self.offers.today == Some(self.asker.ranker.today()) {
            light.time
        } else {
            self.asker.most_time
        };
        let far = f64::min(cover, 1.0) * nearness * time;
        // Asking for the trust costs more than the rest.
        if far * self.asker.ranker.most_trust() < self.best.least() {
            return 0.0;
        }
        // A little above, for rounding.
        far * self.asker.ranker.trust_factor(light.owner) * 1.000_001
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

/// A card that asks, through the eyes of its owner.
pub(super) struct Asker<'a> {
    listing: &'a Listing,
    content: &'a CardContent,
    entry: Entry,
    context: &'a dyn Context,
    eyes: &'a dyn Eyes,
    ranker: &'a Ranker<'a>,
    rules: &'a Rules,
    /// The most that freshness × waiting can be.
    most_time: f64,
}

impl<'a> Asker<'a> {
    pub(super) fn new(
        listing: &'a Listing,
        content: &'a CardContent,
        context: &'a dyn Context,
        eyes: &'a dyn Eyes,
        ranker: &'a Ranker<'a>,
        rules: &'a Rules,
        most_time: f64,
    ) -> Self {
        Self {
            listing,
            content,
            entry: listing.entry(),
            context,
            eyes,
            ranker,
            rules,
            most_time,
        }
    }

    /// Every term that covers a named need, wholly or in part, and how much of
    /// all need it covers.
    fn covering(&self) -> Vec<(TermId, f64)> {
        let taxonomy = Taxonomy::builtin();
        let needs = &self.content.needs;
        let all: f64 = named(needs)
            .map(|(_, urgency)| f64::from(urgency.weight()))
            .sum();
        let mut terms = Vec::new();
        for (need, urgency) in named(needs) {
            let share = f64::from(urgency.weight()) / all;
            let above = taxonomy.parent(need);
            let beside = above.map_or(&[][..], |above| taxonomy.children(above));
            let below = taxonomy.children(need);
            let related = [need].into_iter().chain(above);
            for term in related
                .chain(beside.iter().copied())
                .chain(below.iter().copied())
            {
                let sim = self.ranker.similarity(taxonomy.relation(need, term));
                terms.push((term, share * sim));
            }
        }
        terms.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        // A need names itself among those beside it; two needs add up.
        terms.dedup_by(|again, first| {
            let is_same = again.0 == first.0;
            if is_same {
                first.1 += again.1;
            }
            is_same
        });
        terms
    }

    /// How well a listing gives to this card; `None` where a limit of either
    /// side is broken or nothing is covered.
    fn score(&self, giver: &Listing) -> Option<f64> {
        let face = Face::of_listing(giver, self.context);
        if !limits::allow(self.ranker.asker(), &face) {
            return None;
        }
        let parts = self.ranker.score(&giver.entry(), &one_way(face))?;
        Some(parts.score)
    }

    /// Whether the two sides may meet: nobody gives to themselves, both owners
    /// see the other's listing, and both trust the other enough.
    fn agrees(&self, giver: &Listing) -> bool {
        let entry = giver.entry();
        if entry.id == self.entry.id
            || entry.client.is_some() && entry.client == self.entry.client
            || !self.context.sees(&entry)
        {
            return false;
        }
        let is_own = entry.owner == self.listing.owner || self.context.is_own(&entry);
        if is_own && !self.rules.include_own {
            return false;
        }
        // A service of the directory has no owner: it is there for all it serves.
        let Some(owner) = entry.owner else {
            return true;
        };
        let Some(theirs) = self.eyes.of(owner) else {
            return false;
        };
        if !theirs.sees(&self.entry) || theirs.is_own(&self.entry) && !self.rules.include_own {
            return false;
        }
        entry.owner == self.listing.owner
            || self.context.trust(owner) >= self.rules.trust
                && self
                    .listing
                    .owner
                    .is_some_and(|ours| theirs.trust(ours) >= self.rules.trust)
    }
}

/// A face that is scored for what it gives alone.
pub(super) fn one_way(face: Face<'_>) -> Face<'_> {
    Face {
        kind: match face.kind {
            ListingKind::Card | ListingKind::Helper => ListingKind::Helper,
            ListingKind::Service => ListingKind::Service,
        },
        ..face
    }
}

/// Where a listing is looked for. A helper who hides the area from some counts
/// as being anywhere, as they do in the score.
fn place(listing: &Listing) -> Place {
    use argonaut_domain::helper::Reach;
    match &listing.body {
        Body::Card(card) => card.content.place,
        Body::Helper(helper) => match helper.privacy.area {
            Reach::Everyone => helper.place,
            Reach::Contacts | Reach::Nobody => Place::Anywhere,
        },
        Body::Service(service) => service.place,
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
fn tongues(languages: &[LanguageId]) -> impl Iterator<Item = u16> {
    let none = languages.is_empty().then_some(0);
    languages
        .iter()
        .map(|language| language.index() + 1)
        .chain(none)
}

fn bits(languages: &[LanguageId]) -> u64 {
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

/// The best so far.
struct Best {
    most: usize,
    /// The asker's number: of equal givers those with the next numbers stay, so
    /// that equal askers do not all take the same.
    turn: u32,
    givers: Vec<Giver>,
    /// Where the worst of a full list lies.
    worst: usize,
}

impl Best {
    fn new(most: usize, turn: u32) -> Self {
        Self {
            most,
            turn,
            givers: Vec::with_capacity(most),
            worst: 0,
        }
    }
    fn is_full(&self) -> bool {
        self.givers.len() >= self.most
    }
    fn least(&self) -> f64 {
        self.givers.get(self.worst).map_or(0.0, |giver| giver.score)
    }
    fn takes(&self, giver: &Giver) -> bool {
        !self.is_full()
            || self
                .givers
                .get(self.worst)
                .is_some_and(|worst| self.is_better(giver, worst))
    }
    fn add(&mut self, giver: Giver) {
        if self.is_full() {
            self.givers[self.worst] = giver;
        } else {
            self.givers.push(giver);
        }
        if self.is_full() {
            let mut worst = 0;
            for place in 1..self.givers.len() {
                if self.is_better(&self.givers[worst], &self.givers[place]) {
                    worst = place;
                }
            }
            self.worst = worst;
        }
    }
    fn sorted(mut self) -> Vec<Giver> {
        self.givers
            .sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.number.cmp(&b.number)));
        self.givers
    }

    fn is_better(&self, a: &Giver, b: &Giver) -> bool {
        let after = |giver: &Giver| giver.number.wrapping_sub(self.turn);
        a.score > b.score || a.score == b.score && after(a) < after(b)
    }
}
