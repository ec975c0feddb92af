//! Browsing: filters, wider areas, counts, pages.

use argonaut_domain::card::{CardContent, CardNeed, Limits, Urgency};
use argonaut_domain::clock::Week;
use argonaut_domain::helper::Reach;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Relation, Taxonomy};
use argonaut_engine::{Body, Engine, Filter, Found, Listing, ListingId, ListingKind, Page};

use crate::world::{
    Eyes, TODAY, blank, card, card_id, card_since, far, helper, helper_listing, here, languages,
    nearby, need, pair_of, region, service, service_id,
};

const ALL: Page = Page {
    offset: 0,
    limit: 1_000,
};

fn find(listings: Vec<Listing>, filter: &Filter) -> Found {
    let engine = Engine::new();
    engine.load(listings);
    engine.snapshot().find(filter, &Eyes::default(), ALL)
}
fn ids(found: &Found) -> Vec<ListingId> {
    found.items.iter().map(|item| item.id).collect()
}

#[test]
fn a_parent_term_finds_its_children_and_not_the_other_way() {
    let (a, b) = pair_of(Relation::ParentChild);
    let (parent, child) = if Taxonomy::builtin().parent(b) == Some(a) {
        (a, b)
    } else {
        (b, a)
    };
    let needs = |term| CardContent {
        needs: vec![need(term, Urgency::Low)],
        ..blank()
    };
    let hidden = CardContent {
        needs: vec![CardNeed::OnIntroduction(Urgency::Low)],
        ..blank()
    };
    let listings = vec![
        card(1, needs(parent)),
        card(2, needs(child)),
        card(3, hidden),
    ];
    let by = |term| Filter {
        needs: vec![term],
        ..Filter::of(ListingKind::Card)
    };
    assert_eq!(
        ids(&find(listings.clone(), &by(parent))),
        [card_id(1), card_id(2)]
    );
    assert_eq!(ids(&find(listings, &by(child))), [card_id(2)]);
}

#[test]
fn places_within_come_first_and_wider_areas_are_marked() {
    let at = |place| CardContent { place, ..blank() };
    let listings = vec![
        card(1, at(Place::Anywhere)),
        card(2, at(region())),
        card(3, at(nearby())),
        card(4, at(far())),
        card_since(5, at(here()), Week(TODAY.0 - 1), TODAY),
    ];
    let region = Filter {
        place: Some(region()),
        ..Filter::of(ListingKind::Card)
    };
    let found = find(listings, &region);
    let shown: Vec<_> = found
        .items
        .iter()
        .map(|item| (item.id, item.wider_area))
        .collect();
    assert_eq!(
        shown,
        [
            (card_id(2), false),
            (card_id(3), false),
            (card_id(5), false),
            (card_id(1), true)
        ],
    );
}

#[test]
fn what_is_not_said_passes_no_filter() {
    let said = CardContent {
        gender: Some(Gender::Woman),
        languages: vec![languages()[0]],
        age: Age::Band(AgeBand::To84),
        ..blank()
    };
    let listings = vec![card(1, said), card(2, blank())];
    let base = Filter::of(ListingKind::Card);
    let women = Filter {
        genders: vec![Gender::Woman],
        ..base.clone()
    };
    assert_eq!(ids(&find(listings.clone(), &women)), [card_id(1)]);
    let speakers = Filter {
        languages: vec![languages()[0], languages()[1]],
        ..base.clone()
    };
    assert_eq!(ids(&find(listings.clone(), &speakers)), [card_id(1)]);
    let children = Filter {
        stages: vec![LifeStage::Child],
        ..base
    };
    assert_eq!(
        ids(&find(listings, &children)),
        [card_id(2)],
        "an age that is open may be any"
    );
}

#[test]
fn facets_count_what_passes_and_counts_are_safe_to_show() {
    let (a, b) = pair_of(Relation::Unrelated);
    let mut listings: Vec<Listing> = (0..13)
        .map(|n| {
            card(
                n,
                CardContent {
                    offers: vec![a],
                    ..blank()
                },
            )
        })
        .collect();
    listings.push(card(
        20,
        CardContent {
            offers: vec![a, b],
            ..blank()
        },
    ));
    let found = find(listings, &Filter::of(ListingKind::Card));
    assert_eq!((found.total.exact(), found.total.shown()), (14, Some(15)));
    let offers: Vec<_> = found
        .facets
        .offers
        .iter()
        .map(|(term, n)| (*term, n.exact(), n.shown()))
        .collect();
    assert_eq!(offers, [(a, 14, Some(15)), (b, 1, None)]);
}

#[test]
fn pages_follow_each_other() {
    let listings: Vec<Listing> = (0..7).map(|n| card(n, blank())).collect();
    let engine = Engine::new();
    engine.load(listings);
    let filter = Filter::of(ListingKind::Card);
    let page = |offset| {
        engine
            .snapshot()
            .find(&filter, &Eyes::default(), Page { offset, limit: 3 })
    };
    let (first, second, third) = (page(0), page(3), page(6));
    assert_eq!([first.more, second.more, third.more], [true, true, false]);
    let all: Vec<ListingId> = [first, second, third].iter().flat_map(ids).collect();
    assert_eq!(all, (0..7).map(card_id).collect::<Vec<_>>());
}

#[test]
fn filters_and_facets_read_only_what_reaches_the_viewer() {
    let (a, _) = pair_of(Relation::Same);
    let mut shy = helper_listing(1, here(), vec![a]);
    if let Body::Helper(listing) = &mut shy.body {
        listing.privacy.offers = Reach::Contacts;
        listing.situations = vec![a];
    }
    let engine = Engine::new();
    engine.load(vec![shy, service(1, here(), vec![a], Limits::default())]);
    let by_skill = Filter {
        offers: vec![a],
        ..Filter::of(ListingKind::Helper)
    };
    let by_clients = Filter {
        situations: vec![a],
        ..Filter::of(ListingKind::Helper)
    };
    let snapshot = engine.snapshot();
    let contact = Eyes {
        contacts: [helper(1)].into(),
        ..Eyes::default()
    };
    for filter in [&by_skill, &by_clients] {
        assert_eq!(
            snapshot.find(filter, &Eyes::default(), ALL).total.exact(),
            0
        );
        assert_eq!(snapshot.find(filter, &contact, ALL).total.exact(), 1);
    }
    let everyone = snapshot.find(&Filter::of(ListingKind::Helper), &Eyes::default(), ALL);
    assert_eq!(
        (everyone.total.exact(), everyone.facets.offers.len()),
        (1, 0)
    );
    let services = Filter {
        offers: vec![a],
        ..Filter::of(ListingKind::Service)
    };
    assert_eq!(
        ids(&snapshot.find(&services, &Eyes::default(), ALL)),
        [service_id(1)]
    );
    // Nothing hidden is counted, and own listings only when asked for.
    let blind = Eyes {
        hidden: [service_id(1)].into(),
        ..Eyes::default()
    };
    assert_eq!(snapshot.find(&services, &blind, ALL).total.exact(), 0);
    let owner = Eyes {
        own: [service_id(1)].into(),
        ..Eyes::default()
    };
    assert_eq!(snapshot.find(&services, &owner, ALL).total.exact(), 0);
    let with_own = Filter {
        include_own: true,
        ..services
    };
    assert_eq!(snapshot.find(&with_own, &owner, ALL).total.exact(), 1);
}
