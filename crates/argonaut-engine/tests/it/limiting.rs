//! What rules a pair out, from either side, and what does not.

use argonaut_domain::card::{CardContent, Limits};
use argonaut_domain::helper::Reach;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::Relation;
use argonaut_engine::{Body, Engine, ListingKind};

use crate::world::{
    Eyes, card, connections, far, far_region, helper, helper_listing, here, languages, nearby,
    need, pair_of, query, region, service, swap,
};

/// Whether two cards that would help each other are still suggested, checked
/// from both sides, which must agree.
fn suggested(change_a: impl Fn(&mut CardContent), change_b: impl Fn(&mut CardContent)) -> bool {
    let (a, b) = pair_of(Relation::Unrelated);
    let (mut ours, mut theirs) = (swap(a, b), swap(b, a));
    change_a(&mut ours);
    change_b(&mut theirs);
    let one_way = |asker: &CardContent, other: &CardContent| {
        let engine = Engine::new();
        engine.load(vec![card(1, other.clone())]);
        !engine
            .snapshot()
            .top(&query(asker.clone(), ListingKind::Card), &Eyes::default())
            .is_empty()
    };
    let there = one_way(&ours, &theirs);
    assert_eq!(there, one_way(&theirs, &ours), "limits count on both sides");
    there
}

#[test]
fn a_shared_language() {
    let l = languages();
    let speaks = |which: &[usize]| {
        let list: Vec<_> = which.iter().map(|i| l[*i]).collect();
        move |card: &mut CardContent| card.languages = list.clone()
    };
    assert!(suggested(speaks(&[0, 1]), speaks(&[1, 2])));
    assert!(!suggested(speaks(&[0, 1]), speaks(&[2])));
    assert!(
        suggested(speaks(&[0, 1]), speaks(&[])),
        "not said breaks nothing"
    );
    let accepts_only_2 = |card: &mut CardContent| {
        card.languages = vec![l[0], l[1]];
        card.limits.languages = vec![l[1]];
    };
    assert!(!suggested(accepts_only_2, speaks(&[0])));
    assert!(suggested(accepts_only_2, speaks(&[1])));
    assert!(suggested(accepts_only_2, speaks(&[])));
}

#[test]
fn ages() {
    let accepts = |stages: &[LifeStage]| {
        let stages = stages.to_vec();
        move |card: &mut CardContent| card.limits.stages = stages.clone()
    };
    let aged = |age| move |card: &mut CardContent| card.age = age;
    let older = || accepts(&[LifeStage::Older]);
    assert!(suggested(older(), aged(Age::Band(AgeBand::To84))));
    assert!(!suggested(older(), aged(Age::Band(AgeBand::To59))));
    assert!(!suggested(older(), aged(Age::Minor)));
    assert!(suggested(older(), aged(Age::Adult)), "may be 65 or more");
    assert!(suggested(older(), aged(Age::Any)));
}

#[test]
fn genders() {
    let women = |card: &mut CardContent| card.limits.genders = vec![Gender::Woman];
    let is = |gender| move |card: &mut CardContent| card.gender = gender;
    assert!(suggested(women, is(Some(Gender::Woman))));
    assert!(!suggested(women, is(Some(Gender::Man))));
    assert!(suggested(women, is(None)));
}

#[test]
fn distances() {
    let within = |km| move |card: &mut CardContent| card.limits.max_km = Some(km);
    let at = |place| move |card: &mut CardContent| card.place = place;
    assert!(suggested(within(20), at(nearby())));
    assert!(!suggested(within(20), at(far())));
    assert!(
        suggested(within(0), |_| {}),
        "the same place is no distance away"
    );
    assert!(suggested(within(20), at(Place::Anywhere)));
    assert!(
        suggested(within(20), at(region())),
        "the region around it may be near"
    );
    assert!(!suggested(within(20), at(far_region())));
}

#[test]
fn kinds_of_connection() {
    let c = connections();
    let seeks = |which: &[usize]| {
        let list: Vec<_> = which.iter().map(|i| c[*i]).collect();
        move |card: &mut CardContent| card.connections = list.clone()
    };
    assert!(suggested(seeks(&[0, 1]), seeks(&[1])));
    assert!(!suggested(seeks(&[0]), seeks(&[1])));
    assert!(suggested(seeks(&[]), seeks(&[1])));
}

#[test]
fn services_choose_whom_they_serve() {
    let (a, _) = pair_of(Relation::Same);
    let asker = |age| CardContent {
        age,
        needs: vec![need(a, argonaut_domain::card::Urgency::Low)],
        ..crate::world::blank()
    };
    let youth = Limits {
        stages: vec![LifeStage::Child],
        ..Limits::default()
    };
    let engine = Engine::new();
    engine.load(vec![service(1, here(), vec![a], youth)]);
    let found = |age| {
        engine
            .snapshot()
            .top(&query(asker(age), ListingKind::Service), &Eyes::default())
            .len()
    };
    assert_eq!(found(Age::Band(AgeBand::To17)), 1);
    assert_eq!(found(Age::Any), 1);
    assert_eq!(found(Age::Adult), 0);
}

#[test]
fn what_a_profile_does_not_show_tells_nothing() {
    let (a, b) = pair_of(Relation::Unrelated);
    let asker = swap(a, b);
    let mut shy = helper_listing(1, here(), vec![a]);
    if let Body::Helper(listing) = &mut shy.body {
        listing.privacy.offers = Reach::Contacts;
        listing.privacy.area = Reach::Nobody;
    }
    let engine = Engine::new();
    engine.load(vec![shy]);
    let stranger = Eyes::default();
    let contact = Eyes {
        contacts: [helper(1)].into(),
        ..Eyes::default()
    };
    let query = query(asker, ListingKind::Helper);
    assert_eq!(engine.snapshot().top(&query, &stranger), []);
    let seen = engine.snapshot().top(&query, &contact);
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].parts.km, None, "the area is shown to nobody");
}
