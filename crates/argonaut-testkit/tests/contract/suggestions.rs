//! Suggestions: ranked, explained, put aside; and what they must never tell.

use argonaut_app::contacts::block;
use argonaut_app::engine::{ListingId, ListingKind};
use argonaut_app::matches::answer;
use argonaut_app::suggestions::{Shown, list, mark, pair};
use argonaut_app::{background, notices};
use argonaut_domain::card::Audience;
use argonaut_domain::introduction::ClosingReason;
use argonaut_domain::notice::{Notice, NoticeKind};
use argonaut_testkit::{TestApp, on_both};

on_both!(
    helpers_and_cards_are_suggested_with_reasons,
    what_is_put_aside_stays_away_and_comes_back,
    others_see_nothing_of_mine,
    a_declined_pair_rests_as_long_as_the_reason_says,
    the_night_tells_what_is_new_and_nothing_twice,
);

async fn helpers_and_cards_are_suggested_with_reasons(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let dolores = test.client(&rosa, "Dolores").await;
    let found = list::list(&test.app, &rosa, dolores, ListingKind::Helper, false)
        .await
        .unwrap();
    assert!(!found.published, "nothing left the caseload");
    assert_eq!(
        found.found.len(),
        11,
        "ten neighbours and Eva, not Rosa herself"
    );
    assert!(
        found
            .found
            .iter()
            .all(|suggested| !suggested.reasons.is_empty())
    );
    // A card that offers a ride and needs calls meets Dolores both ways.
    let mut dossier = test.dossier("Ana");
    dossier.needs.clear();
    dossier.need(
        test.term("company.calls"),
        argonaut_domain::card::Urgency::Medium,
    );
    dossier.offer(test.term("transport.doctor"));
    let ana = argonaut_app::clients::record::record(&test.app, &eva, dossier)
        .await
        .unwrap();
    let card = test.card(&eva, ana, Audience::Everyone).await;
    let before = list::list(&test.app, &rosa, dolores, ListingKind::Card, false)
        .await
        .unwrap();
    assert!(before.found.is_empty(), "strangers wait for the batch");
    test.clock.advance_days(1);
    let cards = list::list(&test.app, &rosa, dolores, ListingKind::Card, false)
        .await
        .unwrap();
    assert_eq!(cards.found.len(), 1);
    assert!(matches!(&cards.found.first().unwrap().shown, Shown::Card(seen) if seen.id == card));
    let pair = pair::pair(&test.app, &rosa, dolores, ListingId::Card(card))
        .await
        .unwrap();
    assert!(!pair.comparison.points.is_empty());
}

async fn what_is_put_aside_stays_away_and_comes_back(test: TestApp) {
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let dolores = test.client(&rosa, "Dolores").await;
    let count = async || {
        list::list(&test.app, &rosa, dolores, ListingKind::Helper, false)
            .await
            .unwrap()
            .found
            .len()
    };
    let listing = ListingId::Helper(eva.helper());
    assert_eq!(count().await, 1);
    mark::put_aside(
        &test.app,
        &rosa,
        dolores,
        listing,
        false,
        ClosingReason::NotNow,
    )
    .await
    .unwrap();
    assert_eq!(count().await, 0);
    test.clock.advance_days(mark::NOT_NOW_DAYS);
    assert_eq!(count().await, 1, "not now is not never");
    mark::put_aside(
        &test.app,
        &rosa,
        dolores,
        listing,
        true,
        ClosingReason::NotSuitable,
    )
    .await
    .unwrap();
    test.clock.advance_days(365);
    assert_eq!(count().await, 0);
    assert_eq!(
        mark::list(&test.app, &rosa, dolores).await.unwrap().len(),
        1
    );
    mark::bring_back(&test.app, &rosa, dolores, listing)
        .await
        .unwrap();
    assert_eq!(count().await, 1);
}

/// A card that offers a ride and needs calls: it meets Dolores both ways.
async fn publish_match(test: &TestApp, owner: &argonaut_app::SignedIn, name: &str) {
    let mut dossier = test.dossier(name);
    dossier.needs.clear();
    dossier.need(
        test.term("company.calls"),
        argonaut_domain::card::Urgency::Medium,
    );
    dossier.offer(test.term("transport.doctor"));
    let client = argonaut_app::clients::record::record(&test.app, owner, dossier)
        .await
        .unwrap();
    test.card(owner, client, Audience::Everyone).await;
}

async fn the_night_tells_what_is_new_and_nothing_twice(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let dolores = test.client(&rosa, "Dolores").await;
    test.card(&rosa, dolores, Audience::Everyone).await;
    let news = async || background::round(&test.app).await.unwrap().news;
    let about_dolores = async || {
        let all = notices::list(&test.app, &rosa).await.unwrap();
        let about = |notice: &&Notice| {
            notice.kind == NoticeKind::NewSuggestions && notice.subject == dolores.uuid()
        };
        all.iter().filter(about).count()
    };
    assert_eq!(news().await, 0, "the first look only remembers");
    publish_match(&test, &eva, "Ana").await;
    assert_eq!(news().await, 0, "the night has not come");
    test.clock.advance_days(2);
    // Ana's helper had no look yet, so that nothing is told to her.
    assert_eq!(news().await, 1);
    assert_eq!(about_dolores().await, 1);
    test.clock.advance_days(2);
    assert_eq!(news().await, 0, "nothing twice");
    publish_match(&test, &eva, "Berta").await;
    test.clock.advance_days(2);
    assert_eq!(news().await, 0, "not twice in a week");
    test.clock.advance_days(4);
    assert_eq!(news().await, 1, "but not forgotten either");
    assert_eq!(about_dolores().await, 2);
    // Whom a helper blocked is no news.
    block::block(&test.app, &rosa, eva.helper()).await.unwrap();
    publish_match(&test, &eva, "Carla").await;
    test.clock.advance_days(9);
    assert_eq!(news().await, 0);
    assert_eq!(about_dolores().await, 2);
}

async fn others_see_nothing_of_mine(test: TestApp) {
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let dolores = test.client(&rosa, "Dolores").await;
    assert!(
        list::list(&test.app, &eva, dolores, ListingKind::Helper, false)
            .await
            .is_err()
    );
    assert!(mark::list(&test.app, &eva, dolores).await.is_err());
    let ana = test.client(&eva, "Ana").await;
    let found = list::list(&test.app, &eva, ana, ListingKind::Card, false)
        .await
        .unwrap();
    assert!(
        found.found.is_empty(),
        "an unpublished client is in nobody's suggestions"
    );
}

async fn a_declined_pair_rests_as_long_as_the_reason_says(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let dolores = test.client(&rosa, "Dolores").await;
    let mut dossier = test.dossier("Ana");
    dossier.needs.clear();
    dossier.need(
        test.term("company.calls"),
        argonaut_domain::card::Urgency::Medium,
    );
    dossier.offer(test.term("transport.doctor"));
    let ana = argonaut_app::clients::record::record(&test.app, &eva, dossier)
        .await
        .unwrap();
    let ana_card = test.card(&eva, ana, Audience::Everyone).await;
    let card = test.card(&rosa, dolores, Audience::Everyone).await;
    test.clock.advance_days(1);
    let suggested = async || {
        let of_rosa = list::list(&test.app, &rosa, dolores, ListingKind::Card, false)
            .await
            .unwrap();
        let of_eva = list::list(&test.app, &eva, ana, ListingKind::Card, false)
            .await
            .unwrap();
        let has = |found: &list::Suggestions, card| {
            let card = ListingId::Card(card);
            found.found.iter().any(|suggested| suggested.id == card)
        };
        (has(&of_rosa, ana_card), has(&of_eva, card))
    };
    assert_eq!(suggested().await, (true, true));
    let first = test.enquiry(&eva, Some(ana), card).await;
    answer::decline(&test.app, &rosa, first, ClosingReason::NotNow)
        .await
        .unwrap();
    assert_eq!(suggested().await, (false, false), "both sides rest");
    test.clock.advance_days(29);
    assert_eq!(suggested().await, (false, false));
    test.clock.advance_days(1);
    assert_eq!(suggested().await, (true, true), "not now is not never");
    let second = test.enquiry(&eva, Some(ana), card).await;
    answer::decline(&test.app, &rosa, second, ClosingReason::NotSuitable)
        .await
        .unwrap();
    test.clock.advance_days(31);
    assert_eq!(suggested().await, (false, false), "never again");
}
