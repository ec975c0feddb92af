//! What every corpus keeps to.

use std::collections::{HashMap, HashSet};

use argonaut_domain::clock::Timestamp;
use argonaut_engine::Context as _;

use super::*;

fn content(listing: &Listing) -> &CardContent {
    match &listing.body {
        Body::Card(card) => &card.content,
        Body::Helper(_) | Body::Service(_) => panic!("a corpus has cards alone"),
    }
}

#[test]
fn the_week_is_that_of_the_first_day() {
    assert_eq!(THIS_WEEK, Timestamp::from_date(crate::FIRST_DAY).week());
}

#[test]
fn a_seed_gives_the_same_cards_and_another_seed_others() {
    let corpus = Corpus::new(500, 7, None);
    let streamed: Vec<Listing> = corpus.listings().collect();
    assert_eq!(streamed, cards(500, 7));
    assert_eq!(corpus.card(321), streamed[321]);
    assert_ne!(streamed, cards(500, 8));
    let revised = corpus.revised(321, 1);
    assert_eq!(revised.id(), streamed[321].id());
    assert_eq!(revised.owner, streamed[321].owner);
    assert_ne!(content(&revised), content(&streamed[321]));
    let ids: HashSet<_> = streamed.iter().map(Listing::id).collect();
    assert_eq!(ids.len(), 500);
}

#[test]
fn terms_and_places_are_drawn_as_the_header_says() {
    let all = cards(4_000, 3);
    let mut places: HashMap<Place, usize> = HashMap::new();
    let mut terms: HashMap<_, usize> = HashMap::new();
    for listing in &all {
        let content = content(listing);
        *places.entry(content.place).or_default() += 1;
        assert_eq!(*content, content.clone().tidy());
        assert!((1..=4).contains(&content.needs.len()) && (1..=4).contains(&content.offers.len()));
        assert!((1..=5).contains(&content.interests.len()) && content.connections.len() <= 2);
        for (need, _) in content.named_needs() {
            assert!(!need.is_sensitive(), "{need}");
            *terms.entry(need).or_default() += 1;
        }
        let week = listing.published;
        assert!(week <= THIS_WEEK && THIS_WEEK.since(week) < 13);
        if let Place::City(_) = content.place {
            assert!(content.place.population() >= 20_000);
        }
    }
    // Zipf: the commonest term has some 1/H(200) = 17 % of the draws.
    let total: usize = terms.values().sum();
    let most = terms.values().max().copied().unwrap_or(0);
    assert!((total / 10..total / 4).contains(&most), "{most} of {total}");
    assert!(places.len() > 300, "{} places", places.len());
    let limited = all.iter().filter(|l| content(l).limits.max_km.is_some());
    assert!((800..1_200).contains(&limited.count()));
}

#[test]
fn a_country_stays_at_home() {
    let country = CountryId::parse("US").expect("in the table");
    let corpus = Corpus::new(300, 1, Some(country));
    for listing in corpus.listings() {
        let place = content(&listing).place;
        assert!(place == Place::Anywhere || place.country() == Some(country));
    }
}

#[test]
fn eyes_see_their_own_and_what_is_open() {
    let corpus = Corpus::new(2_000, 5, None);
    let eyes = corpus.eyes_of(corpus.place_of(17), 40);
    assert_eq!(corpus.card(17).owner, Some(eyes.own()));
    assert!(eyes.is_own(&corpus.card(17).entry()) && eyes.sees(&corpus.card(17).entry()));
    assert!((20..=40).contains(&eyes.trusted().len()));
    let seen = corpus
        .listings()
        .filter(|card| eyes.sees(&card.entry()))
        .count();
    assert!((1_500..2_000).contains(&seen), "{seen}");
    for (helper, trust) in eyes.trusted() {
        assert_eq!(eyes.trust(*helper), *trust);
    }
}
