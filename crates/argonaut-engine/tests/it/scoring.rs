//! Scores computed by hand.

use argonaut_domain::card::{CardContent, CardNeed, Limits, Urgency};
use argonaut_domain::clock::Week;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::Relation;
use argonaut_engine::{Engine, Listing, ListingKind, ScoreParts};

use crate::world::{
    Eyes, TODAY, blank, card, card_since, far, helper, helper_listing, here, interests, need,
    pair_of, query, remote_term, service, swap, terms,
};

fn parts(ours: CardContent, listing: Listing, eyes: &Eyes) -> Option<ScoreParts> {
    let engine = Engine::new();
    let kind = listing.kind();
    engine.load(vec![listing]);
    let best = engine.snapshot().top(&query(ours, kind), eyes);
    best.first().map(|suggestion| {
        assert_eq!(suggestion.score.to_bits(), suggestion.parts.score.to_bits());
        suggestion.parts
    })
}
fn score(ours: CardContent, listing: Listing) -> f64 {
    parts(ours, listing, &Eyes::default()).map_or(0.0, |parts| parts.score)
}
fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-12, "{a} is not {b}");
}

#[test]
fn two_cards_that_meet_each_other_exactly() {
    let (a, _) = pair_of(Relation::Same);
    let (_, b) = pair_of(Relation::Unrelated);
    // x = y = 0.75, so both means are 0.75, and every factor is 1.
    close(score(swap(a, b), card(1, swap(b, a))), 0.75);
}

#[test]
fn parents_count_seven_tenths_and_siblings_half() {
    for (relation, sim) in [(Relation::ParentChild, 0.7), (Relation::Sibling, 0.5)] {
        let (a, b) = pair_of(relation);
        let asker = CardContent {
            needs: vec![need(a, Urgency::Low)],
            ..blank()
        };
        close(score(asker, helper_listing(1, here(), vec![b])), sim);
    }
}

#[test]
fn one_sided_help_counts_a_fifth() {
    let (a, _) = pair_of(Relation::Same);
    let asker = CardContent {
        needs: vec![need(a, Urgency::High)],
        ..blank()
    };
    let giver = CardContent {
        offers: vec![a],
        ..blank()
    };
    // x = 0.75, y = 0: R = 0.4·0.375.
    close(score(asker.clone(), card(1, giver.clone())), 0.15);
    close(score(giver, card(1, asker)), 0.15);
}

#[test]
fn urgency_weighs_needs_and_hidden_needs_do_not_count() {
    let (a, b) = pair_of(Relation::Unrelated);
    let asker = CardContent {
        needs: vec![
            need(a, Urgency::High),
            need(b, Urgency::Low),
            CardNeed::OnIntroduction(Urgency::High),
        ],
        ..blank()
    };
    close(score(asker, helper_listing(1, here(), vec![a])), 0.75);
    let hidden = CardContent {
        needs: vec![CardNeed::OnIntroduction(Urgency::High)],
        ..blank()
    };
    close(score(hidden, helper_listing(1, here(), terms())), 0.0);
}

#[test]
fn shared_interests_weigh_by_rarity() {
    let all = interests();
    let likes = |which: &[usize]| CardContent {
        interests: which.iter().map(|i| all[*i]).collect(),
        ..blank()
    };
    let engine = Engine::new();
    engine.load(vec![
        card(1, likes(&[0, 1])),
        card(2, likes(&[0])),
        card(3, likes(&[0])),
    ]);
    let snapshot = engine.snapshot();
    // Three cards: idf(0) = max(0.1, ln(4/4)), idf(1) = ln(4/2), unseen = ln(4).
    close(snapshot.rarity().of_interest(all[0]), 0.1);
    close(snapshot.rarity().of_interest(all[1]), 2f64.ln());
    close(snapshot.rarity().of_interest(all[2]), 4f64.ln());
    let best = snapshot.top(&query(likes(&[1, 2]), ListingKind::Card), &Eyes::default());
    assert_eq!(best.len(), 1, "only one card shares an interest");
    let ours = 2f64.ln() + 4f64.ln();
    let theirs = 0.1 + 2f64.ln();
    let i = 2f64.ln() / (ours * theirs).sqrt();
    close(best[0].parts.interests, i);
    // x = y = I/4: both means agree.
    close(best[0].score, 0.25 * i);
}

#[test]
fn distance_halves_at_fifty_kilometres_and_spares_remote_help() {
    let (a, _) = pair_of(Relation::Same);
    let asker = |term| CardContent {
        needs: vec![need(term, Urgency::Low)],
        ..blank()
    };
    let far = far();
    let km = here().distance_km(far).unwrap();
    assert!(km > 50.0);
    close(
        score(asker(a), helper_listing(1, far, vec![a])),
        1.0 / (1.0 + km / 50.0),
    );
    close(
        score(asker(a), helper_listing(1, Place::Anywhere, vec![a])),
        0.5,
    );
    let remote = remote_term();
    close(
        score(asker(remote), helper_listing(1, far, vec![remote])),
        1.0,
    );
    // One need met from afar, one not: half of the cover skips the distance.
    let both = CardContent {
        needs: vec![need(a, Urgency::Low), need(remote, Urgency::Low)],
        ..blank()
    };
    let found = parts(
        both,
        helper_listing(1, far, vec![a, remote]),
        &Eyes::default(),
    )
    .unwrap();
    close(found.need_cover_forward, 1.0);
    close(found.remote_share, 0.5);
    close(found.distance_factor, 0.5 + 0.5 / (1.0 + km / 50.0));
}

#[test]
fn trust_freshness_and_waiting() {
    let (a, _) = pair_of(Relation::Same);
    let (_, b) = pair_of(Relation::Unrelated);
    let mut eyes = Eyes::default();
    eyes.trust.insert(helper(1), 0.5);
    let old = card_since(1, swap(b, a), Week(TODAY.0 - 10), Week(TODAY.0 - 13));
    let found = parts(swap(a, b), old, &eyes).unwrap();
    close(found.trust_factor, 0.8);
    close(found.freshness_factor, 0.7 + 0.3 * 2f64.powf(-70.0 / 90.0));
    close(found.waiting_factor, 1.075);
    close(
        found.score,
        0.75 * 0.8 * (0.7 + 0.3 * 2f64.powf(-70.0 / 90.0)) * 1.075,
    );
    let longest = card_since(1, swap(b, a), TODAY, Week(TODAY.0 - 500));
    close(
        parts(swap(a, b), longest, &Eyes::default())
            .unwrap()
            .waiting_factor,
        1.15,
    );
    // A card dated in the future is as fresh as one of today.
    close(
        score(
            swap(a, b),
            card_since(1, swap(b, a), Week(TODAY.0 + 9), TODAY),
        ),
        0.75,
    );
    // Trust out of range moves to the nearer end; none at all is no number.
    for (trust, factor) in [(7.0, 1.0), (-1.0, 0.6), (f64::NAN, 0.6)] {
        eyes.trust.insert(helper(1), trust);
        close(
            parts(swap(a, b), card(1, swap(b, a)), &eyes)
                .unwrap()
                .trust_factor,
            factor,
        );
    }
}

#[test]
fn services_have_no_owner_and_do_not_grow_stale() {
    let (a, _) = pair_of(Relation::Same);
    let asker = CardContent {
        needs: vec![need(a, Urgency::Low)],
        ..blank()
    };
    let mut listing = service(1, here(), vec![a], Limits::default());
    listing.published = Week(0);
    close(score(asker, listing), 1.0);
}

/// What narrow cards say must not show in anybody's scores, not even as a number:
/// whoever collects the open cards alone finds the same weights.
#[test]
fn narrow_cards_do_not_count_for_rarity() {
    let all = interests();
    // Every eleventh card of the test world is narrow; some say more than a record holds.
    let listings: Vec<Listing> = (0..40)
        .map(|n| {
            let some = usize::try_from(n % 13).unwrap().min(all.len());
            let content = CardContent {
                interests: all.iter().copied().take(some).collect(),
                ..blank()
            };
            card(n, content)
        })
        .collect();
    let (mixed, open) = (Engine::new(), Engine::new());
    mixed.load(listings.clone());
    open.load(
        listings
            .iter()
            .enumerate()
            .filter(|(n, _)| n % 11 != 10)
            .map(|(_, listing)| listing.clone())
            .collect(),
    );
    let (mixed, open) = (mixed.snapshot(), open.snapshot());
    assert_eq!((mixed.len(), open.len()), (40, 37));
    for term in &all {
        assert_eq!(
            mixed.rarity().of_interest(*term),
            open.rarity().of_interest(*term)
        );
    }
}
