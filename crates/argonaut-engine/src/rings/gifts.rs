//! Who could give to whom: for each card the best givers, among other cards or
//! among helpers' offers and services. A giver is scored one way, as `rank`
//! scores helpers and services; limits of both sides hold, and both owners must
//! see each other's listing and trust each other enough.

#![expect(
    clippy::indexing_slicing,
    reason = "places and listings are numbered by the tables made here"
)]

use argonaut_domain::card::CardContent;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId};

use crate::context::Context;
use crate::limits;
use crate::listing::{Body, Entry, Face, Listing, ListingKind};
use crate::rank::{Ranker, named};

use super::Rules;
use super::eyes::Eyes;

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
    /// Unit vectors of the places' centres; `None` where there is none.
    towards: Vec<Option<[f64; 3]>>,
    /// By place, then term, then listing.
    near: Vec<(u32, TermId, u32)>,
    /// By term, the newest first.
    remote: Vec<(TermId, i32, u32)>,
}

impl<'a> Offers<'a> {
    pub(super) fn of(listings: &'a [Listing]) -> Self {
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
                    remote.push((term, -listing.published.0, number));
                }
            }
        }
        near.sort_unstable();
        remote.sort_unstable();
        Self {
            listings,
            towards: places.iter().map(|place| towards(*place)).collect(),

            near,
            remote,
        }
    }

    /// The places in the order of their distance from one, with kilometres.
    pub(super) fn around(&self, here: Place, unknown_km: f64) -> Vec<(f64, u32)> {
        let from = towards(here);
        let km = |to: &Option<[f64; 3]>| match (from, to) {
            (Some(a), Some(b)) => {
                let chord = (0..3).map(|axis| (a[axis] - b[axis]).powi(2)).sum::<f64>();
                2.0 * 6_371.008_8 * (chord.sqrt() / 2.0).min(1.0).asin()
            }
            (None, _) | (_, None) => unknown_km,
        };
        let mut around: Vec<(f64, u32)> = self.towards.iter().map(km).zip(0_u32..).collect();
        around.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        around
    }

    /// The best givers to a card, by descending score, then number. `around` is
    /// [`Offers::around`] of its place; `seen` has one mark for each listing and
    /// is for this thread alone, `turn` differs from card to card.
    pub(super) fn best(
        &self,
        asker: &Asker<'_>,
        around: &[(f64, u32)],
        seen: &mut [u32],
        turn: u32,
        rules: &Rules,
    ) -> Vec<Giver> {
        let terms = covering(asker.content);
        let mut best = Best::new(rules.givers);
        let mut looks = rules.looks;
        let most = asker.most;
        for &(km, place) in around {
            if looks == 0 || best.is_full() && best.least() >= most * asker.nearness(km) {
                break;
            }
            for &term in &terms {
                let from = self
                    .near
                    .partition_point(|&(at, of, _)| (at, of) < (place, term));
                for &(at, of, number) in &self.near[from..] {
                    if (at, of) != (place, term) {
                        break;
                    }
                    self.look(asker, number, seen, turn, &mut looks, &mut best, rules);
                }
            }
        }
        let mut looks = rules.looks;
        for &term in terms.iter().filter(|term| term.is_remote()) {
            let from = self.remote.partition_point(|&(of, ..)| of < term);
            for &(of, _, number) in &self.remote[from..] {
                if of != term || looks == 0 {
                    break;
                }
                self.look(asker, number, seen, turn, &mut looks, &mut best, rules);
            }
        }
        best.sorted()
    }

    #[expect(clippy::too_many_arguments, reason = "one loop's state, used twice")]
    fn look(
        &self,
        asker: &Asker<'_>,
        number: u32,
        seen: &mut [u32],
        turn: u32,
        looks: &mut u32,
        best: &mut Best,
        rules: &Rules,
    ) {
        if *looks == 0 || std::mem::replace(&mut seen[number as usize], turn) == turn {
            return;
        }
        *looks -= 1;
        let listing = &self.listings[number as usize];
        let Some(score) = asker.score(listing) else {
            return;
        };
        let giver = Giver { number, score };
        if best.takes(&giver) && asker.agrees(listing, rules) {
            best.add(giver);
        }
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
    most: f64,
}

impl<'a> Asker<'a> {
    pub(super) fn new(
        listing: &'a Listing,
        content: &'a CardContent,
        context: &'a dyn Context,
        eyes: &'a dyn Eyes,
        ranker: &'a Ranker<'a>,
        most: f64,
    ) -> Self {
        Self {
            listing,
            content,
            entry: listing.entry(),
            context,
            eyes,
            ranker,
            most,
        }
    }

    fn nearness(&self, km: f64) -> f64 {
        self.ranker.distance_factor(Some(km), 0.0)
    }

    /// How well a listing gives to this card; `None` where a limit of either
    /// side is broken or nothing is covered.
    pub(super) fn score(&self, giver: &Listing) -> Option<f64> {
        let face = Face::of_listing(giver, self.context);
        if !limits::allow(self.ranker.asker(), &face) {
            return None;
        }
        let parts = self.ranker.score(&giver.entry(), &one_way(face))?;
        Some(parts.score)
    }

    /// Whether the two sides may meet: nobody gives to themselves, both owners
    /// see the other's listing, and both trust the other enough.
    pub(super) fn agrees(&self, giver: &Listing, rules: &Rules) -> bool {
        let entry = giver.entry();
        if entry.id == self.entry.id
            || entry.client.is_some() && entry.client == self.entry.client
            || !self.context.sees(&entry)
        {
            return false;
        }
        let is_own = entry.owner == self.listing.owner || self.context.is_own(&entry);
        if is_own && !rules.include_own {
            return false;
        }
        // A service of the directory has no owner: it is there for all it serves.
        let Some(owner) = entry.owner else {
            return true;
        };
        let Some(theirs) = self.eyes.of(owner) else {
            return false;
        };
        if !theirs.sees(&self.entry) || theirs.is_own(&self.entry) && !rules.include_own {
            return false;
        }
        entry.owner == self.listing.owner
            || self.context.trust(owner) >= rules.trust
                && self
                    .listing
                    .owner
                    .is_some_and(|ours| theirs.trust(ours) >= rules.trust)
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

fn offers(listing: &Listing) -> &[TermId] {
    match &listing.body {
        Body::Card(card) => &card.content.offers,
        Body::Helper(helper) => &helper.offers,
        Body::Service(service) => &service.offers,
    }
}

/// Every term that covers a named need of a card, wholly or in part.
fn covering(card: &CardContent) -> Vec<TermId> {
    let taxonomy = Taxonomy::builtin();
    let mut terms = Vec::new();
    for (need, _) in named(&card.needs) {
        terms.push(need);
        terms.extend(taxonomy.children(need));
        if let Some(above) = taxonomy.parent(need) {
            terms.push(above);
            terms.extend(taxonomy.children(above));
        }
    }
    terms.sort_unstable();
    terms.dedup();
    terms
}

fn towards(place: Place) -> Option<[f64; 3]> {
    let (lat, lon) = place.centre()?;
    let (lat, lon) = (lat.to_radians(), lon.to_radians());
    Some([lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()])
}

/// The best so far.
struct Best {
    most: usize,
    givers: Vec<Giver>,
    /// Where the worst of a full list lies.
    worst: usize,
}

impl Best {
    fn new(most: usize) -> Self {
        Self {
            most,
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
                .is_some_and(|worst| is_better(giver, worst))
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
                if is_better(&self.givers[worst], &self.givers[place]) {
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
}

fn is_better(a: &Giver, b: &Giver) -> bool {
    a.score > b.score || a.score == b.score && a.number < b.number
}
