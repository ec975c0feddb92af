//! The ranking is the plain scan's, to the last bit, over random corpora and
//! random updates; and what must hold of every answer.

use argonaut_domain::card::{CardContent, CardNeed, Limits, Urgency};
use argonaut_domain::clock::Week;
use argonaut_domain::helper::Reach;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_engine::{
    Body, Change, Engine, Listing, ListingKind, Query, Snapshot, Verdict, naive,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::world::{
    Eyes, TODAY, card_since, client, connections, helper, helper_listing, interests, languages,
    places, service, terms,
};

fn some_of<T: Clone + std::fmt::Debug + 'static>(
    list: Vec<T>,
    most: usize,
) -> impl Strategy<Value = Vec<T>> {
    let most = most.min(list.len());
    subsequence(list, 0..=most).prop_shuffle()
}

fn limits() -> impl Strategy<Value = Limits> {
    // Mostly none, or nothing would ever be suggested.
    let rarely = |p| prop::option::weighted(p, Just(()));
    (
        (rarely(0.2), some_of(LifeStage::ALL.to_vec(), 3)),
        (rarely(0.2), some_of(Gender::ALL.to_vec(), 2)),
        (rarely(0.2), some_of(languages(), 2)),
        prop::option::weighted(0.2, 0u16..400),
    )
        .prop_map(
            |((s, stages), (g, genders), (l, languages), max_km)| Limits {
                stages: s.map(|()| stages).unwrap_or_default(),
                genders: g.map(|()| genders).unwrap_or_default(),
                languages: l.map(|()| languages).unwrap_or_default(),
                max_km,
            },
        )
}

fn age() -> impl Strategy<Value = Age> {
    prop_oneof![
        select(AgeBand::ALL.to_vec()).prop_map(Age::Band),
        select(LifeStage::ALL.to_vec()).prop_map(Age::Stage),
        Just(Age::Adult),
        Just(Age::Minor),
        Just(Age::Any),
    ]
}

fn card_need() -> impl Strategy<Value = CardNeed> {
    (
        select(terms()),
        select(Urgency::ALL.to_vec()),
        prop::bool::weighted(0.1),
    )
        .prop_map(|(term, urgency, hidden)| {
            if hidden {
                CardNeed::OnIntroduction(urgency)
            } else {
                CardNeed::Named(term, urgency)
            }
        })
}

fn content() -> impl Strategy<Value = CardContent> {
    (
        (
            select(places()),
            age(),
            prop::option::of(select(Gender::ALL.to_vec())),
            limits(),
        ),
        some_of(languages(), 2),
        vec(card_need(), 0..4),
        some_of(terms(), 4),
        some_of(interests(), 4),
        some_of(connections(), 3),
    )
        .prop_map(
            |((place, age, gender, limits), languages, needs, offers, interests, connections)| {
                CardContent {
                    place,
                    age,
                    gender,
                    languages,
                    needs,
                    offers,
                    interests,
                    connections,
                    limits,
                }
            },
        )
}

fn week() -> impl Strategy<Value = Week> {
    (TODAY.0 - 60..=TODAY.0 + 1).prop_map(Week)
}

fn listing() -> impl Strategy<Value = Listing> {
    let reach = || select(Reach::ALL.to_vec());
    prop_oneof![
        6 => (0u128..60, content(), week(), week())
            .prop_map(|(n, content, published, since)| card_since(n, content, published, since)),
        2 => (0u128..12, select(places()), some_of(terms(), 4), some_of(languages(), 2), reach(), reach())
            .prop_map(|(n, place, offers, languages, area, offers_to)| {
                let mut listing = helper_listing(n, place, offers);
                if let Body::Helper(helper) = &mut listing.body {
                    helper.languages = languages;
                    helper.privacy.area = area;
                    helper.privacy.offers = offers_to;
                }
                listing
            }),
        2 => (0u128..12, select(places()), some_of(terms(), 4), limits())
            .prop_map(|(n, place, offers, serves)| service(n, place, offers, serves)),
    ]
}

/// A context over the listings: bits of a seed decide, so that it shrinks well.
fn eyes(listings: &[Listing], hidden: u64, own: u64, trusts: &[f64]) -> Eyes {
    let chosen = |bits: u64| {
        let ids = listings.iter().enumerate();
        ids.filter(move |(i, _)| bits.rotate_right(*i as u32) & 7 == 7)
            .map(|(_, l)| l.id())
            .collect()
    };
    let trust = trusts
        .iter()
        .enumerate()
        .map(|(n, trust)| (helper(n as u128), *trust))
        .collect();
    let contacts = (0..12).filter(|n| own >> n & 1 == 1).map(helper).collect();
    Eyes {
        hidden: chosen(hidden),
        own: chosen(own),
        contacts,
        trust,
        usual: None,
        hides: hidden % 2 == 1,
    }
}

fn agrees(snapshot: &Snapshot, card: &CardContent, eyes: &Eyes, limit: usize, include_own: bool) {
    for &kind in ListingKind::ALL {
        let query = Query {
            card: card.clone(),
            own: Some(client(3)),
            kind,
            limit,
            include_own,
        };
        let ranked: Vec<_> = snapshot
            .top(&query, eyes)
            .iter()
            .map(|s| (s.id, s.score.to_bits()))
            .collect();
        let plain: Vec<_> = naive::top(snapshot, &query, eyes)
            .into_iter()
            .map(|(id, score)| (id, score.to_bits()))
            .collect();
        assert_eq!(ranked, plain, "{kind}");
    }
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => listing().prop_map(Change::Upsert),
        1 => listing().prop_map(|listing| Change::Remove(listing.id())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_ranking_is_the_plain_scan(
        listings in vec(listing(), 0..80),
        card in content(),
        (hidden, own) in any::<(u64, u64)>(),
        trusts in vec(0.0..=1.0f64, 12),
        limit in 0usize..30,
        include_own in any::<bool>(),
    ) {
        let engine = Engine::new();
        let eyes = eyes(&listings, hidden, own, &trusts);
        engine.load(listings);
        agrees(&engine.snapshot(), &card, &eyes, limit, include_own);
    }

    #[test]
    fn the_ranking_is_the_plain_scan_after_every_update(
        start in vec(listing(), 0..30),
        steps in vec(vec(change(), 1..25), 1..8),
        card in content(),
        (hidden, own) in any::<(u64, u64)>(),
    ) {
        let engine = Engine::new();
        let eyes = eyes(&start, hidden, own, &[]);
        let mut held: std::collections::BTreeMap<_, _> =
            start.iter().map(|listing| (listing.id(), listing.clone())).collect();
        engine.load(start);
        for step in steps {
            let before = engine.snapshot();
            let answer = before.top(&crate::world::query(card.clone(), ListingKind::Card), &eyes);
            for change in &step {
                match change {
                    Change::Upsert(listing) => drop(held.insert(listing.id(), listing.clone())),
                    Change::Remove(id) => drop(held.remove(id)),
                }
            }
            engine.apply(step);
            let now = engine.snapshot();
            agrees(&now, &card, &eyes, 10, false);
            prop_assert_eq!(now.version(), before.version() + 1);
            // The old snapshot stands, whatever happened since.
            let again = before.top(&crate::world::query(card.clone(), ListingKind::Card), &eyes);
            prop_assert_eq!(answer, again);
            // The new one holds exactly what the changes say.
            let mut shown: Vec<Listing> =
                ListingKind::ALL.iter().flat_map(|kind| now.listings(*kind)).collect();
            shown.sort_by_key(Listing::id);
            let expected: Vec<Listing> = held.values().cloned().map(Listing::tidy).collect();
            prop_assert_eq!(now.len(), expected.len());
            prop_assert_eq!(shown, expected);
        }
    }

    #[test]
    fn every_answer_keeps_the_rules(
        listings in vec(listing(), 0..60),
        card in content(),
        (hidden, own) in any::<(u64, u64)>(),
        trusts in vec(0.0..=1.0f64, 12),
        kind in select(ListingKind::ALL.to_vec()),
    ) {
        let engine = Engine::new();
        let eyes = eyes(&listings, hidden, own, &trusts);
        engine.load(listings);
        let snapshot = engine.snapshot();
        let query =
            Query { card: card.clone(), own: Some(client(3)), kind, limit: 100, include_own: false };
        let answer = snapshot.top(&query, &eyes);
        for suggestion in &answer {
            prop_assert!(suggestion.score > 0.0 && suggestion.score <= 1.15 + 1e-12);
            prop_assert!(!suggestion.reasons.is_empty());
            prop_assert!(!eyes.hidden.contains(&suggestion.id));
            prop_assert!(!eyes.own.contains(&suggestion.id));
            let listing = snapshot.listings(kind).find(|l| l.id() == suggestion.id).unwrap();
            prop_assert_ne!(listing.client(), Some(client(3)));
            prop_assert_eq!(listing.kind(), kind);
            let pair = snapshot.pair(&card, suggestion.id, &eyes).unwrap();
            prop_assert!(pair.allowed);
            prop_assert_eq!(pair.suggestion.as_ref(), Some(suggestion));
        }
        for id in &eyes.hidden {
            prop_assert_eq!(snapshot.pair(&card, *id, &eyes), None);
            prop_assert_eq!(snapshot.face(*id, &eyes), None);
        }
        // A shorter list is the beginning of a longer one.
        let short = snapshot.top(&Query { limit: 3, ..query }, &eyes);
        prop_assert_eq!(short.as_slice(), &answer[..answer.len().min(3)]);
    }

    #[test]
    fn limits_and_fit_are_symmetric(a in content(), b in content()) {
        let seen = |asker: &CardContent, other: &CardContent| {
            let engine = Engine::new();
            // Both cards are loaded, so that interests weigh alike both ways.
            engine.load(vec![
                card_since(1, other.clone(), TODAY, TODAY),
                card_since(2, asker.clone(), TODAY, TODAY),
            ]);
            engine.snapshot().pair(asker, crate::world::card_id(1), &Eyes::default()).unwrap()
        };
        let (there, back) = (seen(&a, &b), seen(&b, &a));
        prop_assert_eq!(there.allowed, back.allowed);
        prop_assert_eq!(there.points.len(), back.points.len());
        let score = |pair: &argonaut_engine::Comparison| pair.suggestion.as_ref().map_or(0.0, |s| s.score);
        prop_assert!((score(&there) - score(&back)).abs() < 1e-12);
        let count = |pair: &argonaut_engine::Comparison, verdict| {
            pair.points.iter().filter(|point| point.verdict == verdict).count()
        };
        for verdict in [Verdict::Match, Verdict::Mismatch, Verdict::Unknown] {
            prop_assert_eq!(count(&there, verdict), count(&back, verdict));
        }
    }

    #[test]
    fn more_trust_never_lowers_a_score(
        listings in vec(listing(), 1..30),
        card in content(),
        who in 0u128..7,
        (low, high) in (0.0..=1.0f64, 0.0..=1.0f64).prop_map(|(a, b)| (f64::min(a, b), f64::max(a, b))),
    ) {
        let engine = Engine::new();
        engine.load(listings);
        let snapshot = engine.snapshot();
        let scores = |trust: f64| {
            let eyes = Eyes { trust: [(helper(who), trust)].into(), ..Eyes::default() };
            let query = Query { limit: 100, ..crate::world::query(card.clone(), ListingKind::Card) };
            let mut list: Vec<_> =
                snapshot.top(&query, &eyes).iter().map(|s| (s.id, s.score)).collect();
            list.sort_by_key(|(id, _)| *id);
            list
        };
        let (lower, higher) = (scores(low), scores(high));
        prop_assert_eq!(lower.len(), higher.len());
        for (l, h) in lower.iter().zip(&higher) {
            prop_assert_eq!(l.0, h.0);
            prop_assert!(l.1 <= h.1);
        }
    }
}
