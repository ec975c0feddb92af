//! Reasons, the pair view, ids, epochs: the parts of answers that are read.

use argonaut_domain::card::{CardContent, CardNeed, Urgency};
use argonaut_domain::clock::Week;
use argonaut_domain::person::Gender;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::Relation;
use argonaut_engine::{
    Aspect, Change, DistanceBand, Engine, ListingId, ListingKind, Reason, Side, Verdict,
};

use crate::world::{
    Eyes, TODAY, blank, card, card_id, card_since, connections, helper, helper_listing, here,
    interests, languages, need, pair_of, query, remote_term, service_id, swap,
};

#[test]
fn ids_are_read_as_they_are_written() {
    for id in [card_id(1), ListingId::Helper(helper(2)), service_id(3)] {
        assert_eq!(id.to_string().parse(), Ok(id));
    }
    assert!(card_id(1).to_string().starts_with("card:"));
    for bad in [
        "",
        "card",
        "card:",
        "card:x",
        "dossier:00000000-0000-0000-0000-000000000001",
    ] {
        assert!(bad.parse::<ListingId>().is_err(), "{bad}");
    }
    assert!(
        card_id(9) < ListingId::Helper(helper(0)),
        "cards sort before helpers"
    );
}

#[test]
fn the_reasons_tell_what_the_score_counts() {
    let (a, b) = pair_of(Relation::Unrelated);
    let talk = remote_term();
    let ours = CardContent {
        needs: vec![need(a, Urgency::Low), need(talk, Urgency::High)],
        interests: vec![interests()[0]],
        languages: vec![languages()[0]],
        connections: vec![connections()[0]],
        ..swap(a, b)
    };
    let theirs = CardContent {
        offers: vec![a, talk],
        interests: vec![interests()[0]],
        languages: vec![languages()[0]],
        connections: vec![connections()[0], connections()[1]],
        ..swap(b, a)
    };
    let engine = Engine::new();
    engine.load(vec![card_since(1, theirs, TODAY, Week(TODAY.0 - 9))]);
    let met = |need, urgency, forward| Reason::NeedMet {
        need,
        urgency,
        by: need,
        relation: Relation::Same,
        forward,
    };
    let mut expected = vec![
        met(talk, Urgency::High, true),
        met(a, Urgency::Low, true),
        met(b, Urgency::Medium, false),
        Reason::SharedInterest(interests()[0]),
        Reason::Connection(connections()[0]),
        Reason::SamePlace,
        Reason::Remote,
        Reason::SharedLanguage(languages()[0]),
        Reason::Waiting(9),
    ];
    let top = |eyes: &Eyes| {
        engine
            .snapshot()
            .top(&query(ours.clone(), ListingKind::Card), eyes)[0]
            .reasons
            .clone()
    };
    assert_eq!(top(&Eyes::default()), expected);
    expected.insert(8, Reason::Contact);
    assert_eq!(
        top(&Eyes {
            contacts: [helper(1)].into(),
            ..Eyes::default()
        }),
        expected
    );
}

#[test]
fn distances_are_told_in_bands() {
    for (km, band) in [
        (0.0, DistanceBand::To5),
        (5.0, DistanceBand::To5),
        (5.1, DistanceBand::To10),
        (49.9, DistanceBand::To50),
        (250.1, DistanceBand::Further),
    ] {
        assert_eq!(DistanceBand::of(km), band, "{km}");
    }
}

#[test]
fn the_pair_view_names_every_point() {
    let (a, b) = pair_of(Relation::Unrelated);
    let mut ours = swap(a, b);
    ours.needs.push(CardNeed::OnIntroduction(Urgency::High));
    ours.limits.genders = vec![Gender::Woman];
    let theirs = CardContent {
        gender: Some(Gender::Man),
        place: Place::Anywhere,
        ..swap(a, a)
    };
    let engine = Engine::new();
    engine.load(vec![card(1, theirs)]);
    let pair = engine
        .snapshot()
        .pair(&ours, card_id(1), &Eyes::default())
        .unwrap();
    assert!(!pair.allowed, "a man, where only women are asked for");
    assert_eq!(pair.suggestion, None);
    let points: Vec<_> = pair
        .points
        .into_iter()
        .map(|p| (p.aspect, p.verdict))
        .collect();
    let ours_need = |need, met_by| Aspect::Need {
        of: Side::Ours,
        need,
        met_by,
    };
    assert_eq!(
        points,
        [
            (
                ours_need(need(a, Urgency::Medium), Some((a, Relation::Same))),
                Verdict::Match
            ),
            (
                ours_need(CardNeed::OnIntroduction(Urgency::High), None),
                Verdict::Unknown
            ),
            (
                Aspect::Need {
                    of: Side::Theirs,
                    need: need(a, Urgency::Medium),
                    met_by: None
                },
                Verdict::Mismatch
            ),
            (Aspect::Interests(vec![]), Verdict::Unknown),
            (Aspect::Connection(vec![]), Verdict::Unknown),
            (Aspect::Language(vec![]), Verdict::Unknown),
            (Aspect::Distance(None), Verdict::Unknown),
            (Aspect::GenderLimit(Side::Ours), Verdict::Mismatch),
        ]
    );
}

#[test]
fn own_listings_come_only_when_asked_for() {
    let (a, b) = pair_of(Relation::Unrelated);
    let engine = Engine::new();
    engine.load(vec![card(1, swap(b, a)), card(2, swap(b, a))]);
    let eyes = Eyes {
        own: [card_id(1)].into(),
        ..Eyes::default()
    };
    let mut query = query(swap(a, b), ListingKind::Card);
    let ids = |query: &_| -> Vec<ListingId> {
        engine
            .snapshot()
            .top(query, &eyes)
            .iter()
            .map(|s| s.id)
            .collect()
    };
    assert_eq!(ids(&query), [card_id(2)]);
    query.include_own = true;
    assert_eq!(
        ids(&query),
        [card_id(1), card_id(2)],
        "ties go to the smaller id"
    );
    query.own = Some(crate::world::client(1));
    assert_eq!(
        ids(&query),
        [card_id(2)],
        "nobody is suggested to themselves"
    );
}

#[test]
fn an_epoch_ends_after_many_changes() {
    let liked = CardContent {
        interests: vec![interests()[0]],
        ..blank()
    };
    let engine = Engine::new();
    engine.load((0..20).map(|n| card(n, blank())).collect());
    assert_eq!(engine.epoch(), 1);
    let rare = engine.snapshot().rarity().of_interest(interests()[0]);
    for n in 0..64 {
        engine.apply(vec![Change::Upsert(card(n % 20, liked.clone()))]);
    }
    assert_eq!(engine.epoch(), 1);
    assert_eq!(
        engine.snapshot().rarity().of_interest(interests()[0]),
        rare,
        "frozen"
    );
    engine.apply(vec![Change::Remove(ListingId::Helper(helper(1)))]);
    assert_eq!(engine.epoch(), 2);
    assert_eq!(
        engine.snapshot().rarity().of_interest(interests()[0]),
        0.1,
        "counted anew"
    );
    engine.apply(Vec::new());
    assert_eq!(engine.snapshot().len(), 20);
}

#[test]
fn readers_keep_their_snapshot_while_writers_go_on() {
    let engine = Engine::new();
    engine.load(vec![helper_listing(1, here(), vec![])]);
    let before = engine.snapshot();
    std::thread::scope(|scope| {
        for writer in 0..4u128 {
            let engine = &engine;
            scope.spawn(move || {
                for n in 0..50 {
                    engine.apply(vec![Change::Upsert(card(writer * 1_000 + n, blank()))]);
                }
            });
        }
    });
    assert_eq!(before.len(), 1);
    assert_eq!(engine.snapshot().len(), 201, "no writer's change is lost");
    assert_eq!(engine.snapshot().version(), 201);
}
