//! Who could give to whom: for each card the best givers, among other cards or
//! among helpers' offers and services. A giver is scored one way, as `rank`
//! scores helpers and services; limits of both sides hold, and both owners must
//! see each other's listing and trust each other enough.

#![expect(
    clippy::indexing_slicing,
    reason = "listings are numbered by the list that was indexed"
)]

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use argonaut_domain::card::CardContent;
use argonaut_domain::taxonomy::{Taxonomy, TermId};

use crate::context::Context;
use crate::limits;
use crate::listing::{Entry, Face, Listing, ListingKind};
use crate::rank::{Ranker, named};

use super::Rules;
use super::eyes::Eyes;
use super::offers::{Around, Offers, bits, tongues};

/// Listings without a common language that may be passed over for each look.
const SKIPS: u32 = 4;

/// A listing that could give to a card, and how well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Giver {
    /// Its number in the list that was indexed.
    pub(super) number: u32,
    pub(super) score: f64,
}

impl Offers<'_> {
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
            looks: asker.rules.looks,
            skips: asker.rules.looks.saturating_mul(SKIPS),
            languages: bits(&asker.content.languages),
            nearness: 1.0,
        };
        let mut rank = 0;
        while let Some((km, place)) = around.at(rank)
            && hunt.looks > 0
        {
            rank += 1;
            hunt.nearness = asker.ranker.distance_factor(Some(km), 0.0);
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
        let best = hunt.choose(asker.rules.givers);
        scratch.clear(&terms);
        best
    }
}

/// What one thread needs again and again.
#[derive(Default)]
pub(super) struct Scratch {
    /// In whose turn a listing was last looked at.
    seen: Vec<u32>,
    /// How much of the asker's need each term covers.
    value: Vec<f64>,
    /// What was looked at, by what it scores at most.
    found: Vec<(u64, Reverse<u32>)>,
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
        let most = self.most_of(number);
        if most > 0.0 {
            // Floats above zero are ordered as their bits.
            self.scratch.found.push((most.to_bits(), Reverse(number)));
        }
    }

    /// Scores what was found, what may be best first, until nothing can be
    /// better than the best.
    fn choose(&mut self, givers: usize) -> Vec<Giver> {
        let mut best = Best::new(givers, self.turn);
        let mut found = BinaryHeap::from(std::mem::take(&mut self.scratch.found));
        while let Some((most, Reverse(number))) = found.pop() {
            if best.is_full() && f64::from_bits(most) < best.least() {
                break;
            }
            let listing = &self.offers.listings[number as usize];
            let Some(score) = self.asker.score(listing) else {
                continue;
            };
            let giver = Giver { number, score };
            if best.takes(&giver) && self.asker.agrees(listing) {
                best.add(giver);
            }
        }
        self.scratch.found = found.into_vec();
        self.scratch.found.clear();
        best.sorted()
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
            if value > 0.0 && (term.is_remote() || light.is_hidden) {
                nearness = 1.0;
            }
        }
        let time = if self.offers.today == Some(self.asker.ranker.today()) {
            light.time
        } else {
            self.asker.most_time
        };
        let far = f64::min(cover, 1.0) * nearness * time;
        // A little above, for rounding.
        far * self.asker.ranker.most_trust_factor(light.owner) * 1.000_001
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
