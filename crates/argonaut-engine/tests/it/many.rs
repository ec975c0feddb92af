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
use argonaut_domain::person::{Age, AgeBand, Gender};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};
use argonaut_engine::{Answer, Body, Change, Engine, Listing, ListingKind, Query, Snapshot, naive};
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
    fn content(&mut self) -> CardContent {
        let (needs, interests, places) = (
            self.needs.clone(),
            self.interests.clone(),
            self.places.clone(),
        );
        let named = self.some(&needs, 3);
        let mut content = CardContent {
            place: self.zipf(&places),
            age: AgeBand::ALL[3..]
                .choose(&mut self.rng)
                .map_or(Age::Any, |band| Age::Band(*band)),
            gender: Gender::ALL.choose(&mut self.rng).copied(),
            languages: self.some(&languages(), 2),
            needs: Vec::new(),
            offers: self.some(&needs, 3),
            interests: self.some(&interests, 4),
            connections: Vec::new(),
            limits: Limits::default(),
        };
        for term in named {
            let urgency = *Urgency::ALL.choose(&mut self.rng).unwrap();
            content.needs.push(CardNeed::Named(term, urgency));
        }
        if self.rng.random_bool(0.1) {
            content.limits.max_km = Some(self.rng.random_range(5..300));
        }
        if self.rng.random_bool(0.1) {
            content.limits.genders = vec![Gender::Woman];
        }
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
        engine.apply(changes);
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
    }
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
