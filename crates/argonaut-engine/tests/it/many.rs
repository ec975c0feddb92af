//! Thousands of cards over a whole country and abroad, in many tiles: the
//! search that leaves most of them out still gives the plain scan's answer,
//! after loading, after thousands of changes, and in a batch.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests fail loudly"
)]

use argonaut_domain::card::{CardContent, CardNeed, Limits, Urgency};
use argonaut_domain::clock::Week;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};
use argonaut_engine::{
    Answer, Body, Change, Count, Engine, Filter, Listing, ListingId, ListingKind, Page, Query,
    Snapshot, naive,
};
use rand::rngs::ChaCha8Rng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use crate::world::{Eyes, TODAY, card_id, card_since, client, helper, languages};

const CARDS: u128 = 4_000;
const OWNERS: u128 = 200;

struct Country {
    rng: ChaCha8Rng,
    /// By Zipf: the first the most frequent.
    places: Vec<Place>,
    needs: Vec<TermId>,
    interests: Vec<TermId>,
}

impl Country {
    fn new(seed: u64) -> Self {
        let of = |kind| Taxonomy::builtin().terms(kind);
        let mut places = Place::search("united states", None, 1)
            .first()
            .map(|country| country.cities())
            .unwrap_or_default();
        places.sort_by_key(|place| std::cmp::Reverse(place.population()));
        places.truncate(400);
        let above: Vec<Place> = places
            .iter()
            .take(9)
            .filter_map(|city| city.parent())
            .collect();
        places.extend(above);
        places.push(Place::Anywhere);
        places.extend(Place::search("mexico", None, 3));
        Self {
            rng: ChaCha8Rng::seed_from_u64(seed),
            places,
            needs: of(TermKind::Need)
                .filter(|term| !term.is_sensitive())
                .collect(),
            interests: of(TermKind::Interest).collect(),
        }
    }
    fn zipf<T: Copy>(&mut self, list: &[T]) -> T {
        // The n-th is drawn about as often as 1/n.
        let top = (list.len() as f64).ln();
        let rank = self.rng.random_range(0.0..top).exp() - 1.0;
        list[(rank as usize).min(list.len() - 1)]
    }
    fn some<T: Copy>(&mut self, list: &[T], most: usize) -> Vec<T> {
        (0..self.rng.random_range(0..=most))
            .map(|_| self.zipf(list))
            .collect()
    }
    fn age(&mut self) -> Age {
        let band = || AgeBand::ALL.iter().map(|band| Age::Band(*band));
        let stages = LifeStage::ALL.iter().map(|stage| Age::Stage(*stage));
        let wide = [Age::Adult, Age::Minor, Age::Any];
        let all: Vec<Age> = band().chain(band()).chain(stages).chain(wide).collect();
        *all.choose(&mut self.rng).unwrap()
    }
    fn content(&mut self) -> CardContent {
        let (needs, interests, places) = (
            self.needs.clone(),
            self.interests.clone(),
            self.places.clone(),
        );
        // One in ten says more than there is room for in a record.
        let more = if self.rng.random_bool(0.1) { 8 } else { 0 };
        let named = self.some(&needs, 3 + more);
        let kinds: Vec<TermId> = Taxonomy::builtin().terms(TermKind::Connection).collect();
        let mut content = CardContent {
            place: self.zipf(&places),
            age: self.age(),
            gender: Gender::ALL.choose(&mut self.rng).copied(),
            languages: self.some(&languages(), 2 + more),
            needs: Vec::new(),
            offers: self.some(&needs, 3 + more),
            interests: self.some(&interests, 4 + more),
            connections: Vec::new(),
            limits: Limits::default(),
        };
        if self.rng.random_bool(0.3) {
            content.connections = self.some(&kinds, 3);
        }
        for term in named {
            let urgency = *Urgency::ALL.choose(&mut self.rng).unwrap();
            content.needs.push(if self.rng.random_bool(0.05) {
                CardNeed::OnIntroduction(urgency)
            } else {
                CardNeed::Named(term, urgency)
            });
        }
        let mut limits = Limits::default();
        if self.rng.random_bool(0.1) {
            limits.max_km = Some(self.rng.random_range(5..300));
        }
        if self.rng.random_bool(0.1) {
            limits.genders = vec![Gender::Woman];
        }
        if self.rng.random_bool(0.1) {
            limits.stages = LifeStage::ALL.sample(&mut self.rng, 3).copied().collect();
        }
        if self.rng.random_bool(0.05) {
            limits.languages = self.some(&languages(), 2);
        }
        content.limits = limits;
        content.tidy()
    }
    fn card(&mut self, n: u128) -> Listing {
        let content = self.content();
        let published = Week(TODAY.0 - self.rng.random_range(0..13));
        let waiting = Week(published.0 - self.rng.random_range(0..40));
        let mut card = card_since(n, content, published, waiting);
        // Helpers live somewhere: their cards lie in few tiles.
        let home = u128::from(card.published.0.unsigned_abs() % 3);
        let place = place_number(&card);
        card.owner = Some(helper((place * 3 + home) % OWNERS));
        card
    }
    fn eyes(&mut self) -> Eyes {
        let mut eyes = Eyes::default();
        if self.rng.random_bool(0.7) {
            eyes.usual = Some(self.rng.random_range(0.0..1.0));
            eyes.hides = self.rng.random_bool(0.5);
        }
        let familiar = self.rng.random_range(0..=OWNERS / 4);
        for _ in 0..familiar {
            let trust = self.rng.random_range(0.0..1.0);
            eyes.trust
                .insert(helper(self.rng.random_range(0..OWNERS)), trust);
        }
        for _ in 0..40 {
            eyes.hidden.insert(card_id(self.rng.random_range(0..CARDS)));
            eyes.own.insert(card_id(self.rng.random_range(0..CARDS)));
        }
        eyes
    }
    fn query(&mut self) -> Query {
        Query {
            card: self.content(),
            own: Some(client(self.rng.random_range(0..CARDS))),
            kind: ListingKind::Card,
            limit: *[1, 5, 20, 100].choose(&mut self.rng).unwrap(),
            include_own: self.rng.random_bool(0.5),
        }
    }
}

fn place_number(listing: &Listing) -> u128 {
    let Body::Card(card) = &listing.body else {
        return 0;
    };
    card.content.place.to_string().bytes().map(u128::from).sum()
}

fn same_as_naive(snapshot: &Snapshot, country: &mut Country, questions: usize) -> usize {
    let mut found = 0;
    for _ in 0..questions {
        let (query, eyes) = (country.query(), country.eyes());
        let best: Vec<_> = snapshot
            .top(&query, &eyes)
            .into_iter()
            .map(|one| (one.id, one.score.to_bits()))
            .collect();
        let plain: Vec<_> = naive::top(snapshot, &query, &eyes)
            .into_iter()
            .map(|(id, score)| (id, score.to_bits()))
            .collect();
        assert_eq!(best, plain, "{query:?}");
        found += best.len();
    }
    found
}

#[test]
fn many_tiles_answer_like_the_plain_scan() {
    let mut country = Country::new(1);
    let engine = Engine::new();
    engine.load((0..CARDS).map(|n| country.card(n)).collect());
    let snapshot = engine.snapshot();
    assert_eq!(snapshot.len(), CARDS as usize);
    assert!(same_as_naive(&snapshot, &mut country, 60) > 500);
}

#[test]
fn thousands_of_changes_leave_it_exact() {
    let mut country = Country::new(2);
    let engine = Engine::new();
    let mut held = std::collections::BTreeMap::new();
    for round in 0..6u128 {
        let changes: Vec<Change> = (0..700u128)
            .map(|step| {
                let n = (round * 400 + step * 7) % 3_000;
                if country.rng.random_bool(0.25) {
                    held.remove(&n);
                    Change::Remove(card_id(n))
                } else {
                    let card = country.card(n);
                    held.insert(n, card.clone());
                    Change::Upsert(card)
                }
            })
            .collect();
        if round % 2 == 0 {
            engine.apply(changes);
        } else {
            // One by one, and nobody reads: where the cards lie.
            for change in changes {
                engine.apply(vec![change]);
            }
        }
        let snapshot = engine.snapshot();
        let mut listings: Vec<Listing> = snapshot.listings(ListingKind::Card).collect();
        listings.sort_by_key(Listing::id);
        let mut expected: Vec<Listing> = held.values().cloned().collect();
        expected.sort_by_key(Listing::id);
        assert_eq!(listings, expected);
        assert_eq!(snapshot.len(), expected.len());
        for listing in &expected {
            let face = snapshot.face(listing.id(), &Eyes::default()).unwrap();
            assert_eq!(Some(face.published), Some(Some(listing.published)));
        }
        same_as_naive(&snapshot, &mut country, 12);
        found_like_one_by_one(&snapshot, &mut country, 12);
    }
}

#[test]
fn a_picture_that_is_held_never_changes() {
    let mut country = Country::new(4);
    let engine = Engine::new();
    engine.load((0..2_000).map(|n| country.card(n)).collect());
    let held = engine.snapshot();
    let before: Vec<Listing> = held.listings(ListingKind::Card).collect();
    for turn in 0..400 {
        let change = if turn % 4 == 0 {
            Change::Remove(card_id(turn))
        } else {
            Change::Upsert(country.card(turn))
        };
        engine.apply(vec![change]);
    }
    let after: Vec<Listing> = held.listings(ListingKind::Card).collect();
    assert_eq!(before, after);
    assert_eq!(engine.snapshot().len(), 1_900);
    same_as_naive(&held, &mut country, 10);
    same_as_naive(&engine.snapshot(), &mut country, 10);
}

/// What a value's facet must count.
fn counts<T: Ord + Copy>(lists: impl Iterator<Item = Vec<T>>) -> Vec<(T, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    for mut list in lists {
        list.sort_unstable();
        list.dedup();
        for value in list {
            *counts.entry(value).or_insert(0) += 1;
        }
    }
    let mut counts: Vec<(T, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(value, count)| (std::cmp::Reverse(*count), *value));
    counts
}

fn shown<T: Copy>(facet: &[(T, Count)]) -> Vec<(T, usize)> {
    let exact = |(value, count): &(T, Count)| (*value, count.exact());
    facet.iter().map(exact).collect()
}

/// Whether the term or one above it is wanted.
fn is_under(wanted: &[TermId], term: TermId) -> bool {
    std::iter::successors(Some(term), |term| Taxonomy::builtin().parent(*term))
        .any(|term| wanted.contains(&term))
}

impl Country {
    fn filter(&mut self) -> Filter {
        let (needs, interests, places) = (
            self.needs.clone(),
            self.interests.clone(),
            self.places.clone(),
        );
        let mut filter = Filter::of(ListingKind::Card);
        if self.rng.random_bool(0.4) {
            filter.needs = self.some(&needs, 2);
        }
        if self.rng.random_bool(0.3) {
            filter.offers = self.some(&needs, 3);
            let above = filter.offers.iter();
            let above: Vec<TermId> = above
                .filter_map(|t| Taxonomy::builtin().parent(*t))
                .collect();
            filter.offers.extend(above);
        }
        if self.rng.random_bool(0.2) {
            filter.interests = self.some(&interests, 3);
        }
        if self.rng.random_bool(0.2) {
            filter.languages = self.some(&languages(), 2);
        }
        if self.rng.random_bool(0.2) {
            filter.stages = vec![*LifeStage::ALL.choose(&mut self.rng).unwrap()];
        }
        if self.rng.random_bool(0.2) {
            filter.genders = vec![*Gender::ALL.choose(&mut self.rng).unwrap()];
        }
        if self.rng.random_bool(0.3) {
            filter.place = Some(self.zipf(&places));
        }
        filter.include_own = self.rng.random_bool(0.5);
        filter
    }
}

fn passes(filter: &Filter, content: &CardContent) -> bool {
    let any = |wanted: &[TermId], shown: &[TermId]| {
        wanted.is_empty() || shown.iter().any(|term| is_under(wanted, *term))
    };
    let needs: Vec<TermId> = content.named_needs().map(|(term, _)| term).collect();
    any(&filter.needs, &needs)
        && any(&filter.offers, &content.offers)
        && any(&filter.interests, &content.interests)
        && (filter.languages.is_empty()
            || content
                .languages
                .iter()
                .any(|one| filter.languages.contains(one)))
        && (filter.genders.is_empty()
            || content
                .gender
                .is_some_and(|one| filter.genders.contains(&one)))
        && (filter.stages.is_empty()
            || content.age.stages().any(|one| filter.stages.contains(&one)))
        && filter
            .place
            .is_none_or(|place| place.contains(content.place) || content.place.contains(place))
}

fn found_like_one_by_one(snapshot: &Snapshot, country: &mut Country, times: usize) -> usize {
    let mut all = 0;
    for _ in 0..times {
        let (filter, eyes) = (country.filter(), country.eyes());
        let page = Page {
            offset: country.rng.random_range(0..5),
            limit: 30,
        };
        let found = snapshot.find(&filter, &eyes, page);
        let mut passing: Vec<(bool, std::cmp::Reverse<Week>, ListingId, CardContent)> = snapshot
            .listings(ListingKind::Card)
            .filter(|one| !eyes.hidden.contains(&one.id()))
            .filter(|one| filter.include_own || !eyes.own.contains(&one.id()))
            .filter_map(|one| match one.body {
                Body::Card(card) => Some((one.published, card)),
                Body::Helper(_) | Body::Service(_) => None,
            })
            .filter(|(_, card)| passes(&filter, &card.content))
            .map(|(published, card)| {
                let within = filter
                    .place
                    .is_none_or(|place| place.contains(card.content.place));
                let rank = std::cmp::Reverse(published);
                (!within, rank, ListingId::Card(card.id), card.content)
            })
            .collect();
        passing.sort_unstable_by_key(|(wider, week, id, _)| (*wider, *week, *id));
        assert_eq!(found.total.exact(), passing.len(), "{filter:?}");
        let items: Vec<(ListingId, bool)> =
            found.items.iter().map(|i| (i.id, i.wider_area)).collect();
        let expected = passing.iter().map(|(wider, _, id, _)| (*id, *wider));
        let expected: Vec<_> = expected.skip(page.offset).take(page.limit).collect();
        assert_eq!(items, expected, "{filter:?}");
        assert_eq!(found.more, page.offset + page.limit < passing.len());
        let cards = || passing.iter().map(|(.., content)| content);
        let facets = &found.facets;
        let named = |c: &CardContent| c.named_needs().map(|(term, _)| term).collect();
        assert_eq!(shown(&facets.needs), counts(cards().map(named)));
        assert_eq!(
            shown(&facets.offers),
            counts(cards().map(|c| c.offers.clone()))
        );
        assert_eq!(
            shown(&facets.interests),
            counts(cards().map(|c| c.interests.clone()))
        );
        assert_eq!(
            shown(&facets.connections),
            counts(cards().map(|c| c.connections.clone()))
        );
        assert_eq!(
            shown(&facets.languages),
            counts(cards().map(|c| c.languages.clone()))
        );
        assert_eq!(
            shown(&facets.genders),
            counts(cards().map(|c| c.gender.into_iter().collect()))
        );
        assert_eq!(
            shown(&facets.stages),
            counts(cards().map(|c| c.age.stages().collect()))
        );
        all += passing.len();
    }
    all
}

#[test]
fn many_tiles_are_browsed_like_one_card_after_the_other() {
    let mut country = Country::new(5);
    let engine = Engine::new();
    engine.load((0..CARDS).map(|n| country.card(n)).collect());
    let snapshot = engine.snapshot();
    assert!(found_like_one_by_one(&snapshot, &mut country, 80) > 10_000);
}

#[test]
fn a_batch_is_many_questions_and_a_stop_is_told() {
    let mut country = Country::new(3);
    let engine = Engine::new();
    engine.load((0..CARDS).map(|n| country.card(n)).collect());
    let snapshot = engine.snapshot();
    let questions: Vec<(Query, Eyes)> =
        (0..50).map(|_| (country.query(), country.eyes())).collect();
    let told = std::sync::atomic::AtomicUsize::new(0);
    let all = snapshot.batch(&questions, &|through| {
        told.fetch_max(through, std::sync::atomic::Ordering::Relaxed);
    });
    assert_eq!(told.into_inner(), 50);
    for ((query, eyes), best) in questions.iter().zip(all) {
        assert_eq!(snapshot.top(query, eyes), best);
    }
    let (query, eyes) = &questions[0];
    let Answer {
        suggestions,
        complete,
    } = snapshot.top_until(query, eyes, &|| true);
    assert!(suggestions.is_empty() && !complete);
    assert!(snapshot.top_until(query, eyes, &|| false).complete);
}
