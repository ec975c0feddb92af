//! Saved searches: what is new is found with the owner's eyes, told once, and forgotten when
//! it was seen.

use argonaut_app::SignedIn;
use argonaut_app::contacts::block;
use argonaut_app::searches::{self, MOST, Search, SearchError};
use argonaut_app::{background, notices};
use argonaut_domain::card::Audience;
use argonaut_domain::notice::NoticeKind;
use argonaut_engine::{Filter, ListingKind};
use argonaut_testkit::{TestApp, on_both};

on_both!(
    what_is_new_is_told_once_and_not_again,
    only_what_its_owner_sees_is_found,
    quiet_days_lose_nothing,
    searches_are_their_owners_alone,
);

fn meals(test: &TestApp) -> Filter {
    Filter {
        needs: vec![test.term("food")],
        ..Filter::of(ListingKind::Card)
    }
}

const ADDRESS: &str = "/find?kind=card&need=food";

async fn card(test: &TestApp, who: &SignedIn, audience: Audience) {
    let mut dossier = test.dossier("Client");
    dossier.needs.clear();
    dossier.need(
        test.term("food.meals"),
        argonaut_domain::card::Urgency::Medium,
    );
    let record = argonaut_app::clients::record::record;
    let client = record(&test.app, who, dossier).await.unwrap();
    test.card(who, client, audience).await;
}

async fn night(test: &TestApp) {
    test.clock.advance_days(1);
    background::round(&test.app).await.unwrap();
}

async fn told(test: &TestApp, who: &SignedIn) -> usize {
    let notices = notices::list(&test.app, who).await.unwrap();
    let of = |kind| kind == NoticeKind::SearchFound;
    notices.iter().filter(|notice| of(notice.kind)).count()
}

async fn only(test: &TestApp, who: &SignedIn) -> Search {
    let mut found = searches::list(&test.app, who).await.unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

async fn what_is_new_is_told_once_and_not_again(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    card(&test, &eva, Audience::Everyone).await;
    night(&test).await;
    let filter = meals(&test);
    let id = searches::save(&test.app, &rosa, &filter, ADDRESS)
        .await
        .unwrap();
    night(&test).await;
    assert_eq!(
        (only(&test, &rosa).await.fresh, told(&test, &rosa).await),
        (0, 0),
        "it was there"
    );
    card(&test, &eva, Audience::Everyone).await;
    night(&test).await;
    night(&test).await;
    let search = only(&test, &rosa).await;
    assert_eq!((search.fresh, search.shown.len()), (1, 1));
    assert_eq!(search.address, ADDRESS);
    assert_eq!(told(&test, &rosa).await, 1);
    for _ in 0..5 {
        night(&test).await;
    }
    assert_eq!(told(&test, &rosa).await, 1, "the same is not told twice");
    searches::seen(&test.app, &rosa, id).await.unwrap();
    assert_eq!(only(&test, &rosa).await.fresh, 0);
    night(&test).await;
    assert_eq!(
        only(&test, &rosa).await.fresh,
        0,
        "what was seen is not new again"
    );
}

async fn only_what_its_owner_sees_is_found(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let filter = meals(&test);
    searches::save(&test.app, &rosa, &filter, ADDRESS)
        .await
        .unwrap();
    card(&test, &eva, Audience::Contacts).await;
    night(&test).await;
    night(&test).await;
    assert_eq!(
        (only(&test, &rosa).await.fresh, told(&test, &rosa).await),
        (0, 0)
    );
    card(&test, &rosa, Audience::Everyone).await;
    card(&test, &eva, Audience::Everyone).await;
    night(&test).await;
    night(&test).await;
    assert_eq!(only(&test, &rosa).await.fresh, 1, "never one's own");
    block::block(&test.app, &eva, rosa.helper()).await.unwrap();
    assert_eq!(
        only(&test, &rosa).await.fresh,
        0,
        "what is hidden now is no news"
    );
}

async fn quiet_days_lose_nothing(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let filter = meals(&test);
    searches::save(&test.app, &rosa, &filter, ADDRESS)
        .await
        .unwrap();
    card(&test, &eva, Audience::Everyone).await;
    night(&test).await;
    night(&test).await;
    assert_eq!(told(&test, &rosa).await, 1);
    card(&test, &eva, Audience::Everyone).await;
    night(&test).await;
    assert_eq!(told(&test, &rosa).await, 1, "not the day after");
    for _ in 0..3 {
        night(&test).await;
    }
    assert_eq!(
        (only(&test, &rosa).await.fresh, told(&test, &rosa).await),
        (2, 2)
    );
}

async fn searches_are_their_owners_alone(test: TestApp) {
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let filter = meals(&test);
    let id = searches::save(&test.app, &rosa, &filter, ADDRESS)
        .await
        .unwrap();
    assert!(searches::list(&test.app, &eva).await.unwrap().is_empty());
    for result in [
        searches::seen(&test.app, &eva, id).await,
        searches::delete(&test.app, &eva, id).await,
    ] {
        assert!(matches!(result, Err(SearchError::NotFound)));
    }
    let again = searches::save(&test.app, &rosa, &filter, ADDRESS).await;
    assert!(matches!(again, Err(SearchError::Already)));
    let all = Filter::of(ListingKind::Card);
    let all = searches::save(&test.app, &rosa, &all, ADDRESS).await;
    assert!(matches!(all, Err(SearchError::Everything)));
    let terms = argonaut_domain::taxonomy::Taxonomy::builtin()
        .terms(argonaut_domain::taxonomy::TermKind::Interest);
    for term in terms.take(MOST - 1) {
        let filter = Filter {
            interests: vec![term],
            ..Filter::of(ListingKind::Card)
        };
        searches::save(&test.app, &rosa, &filter, ADDRESS)
            .await
            .unwrap();
    }
    let more = Filter {
        needs: vec![test.term("transport.doctor")],
        ..Filter::of(ListingKind::Card)
    };
    let more = searches::save(&test.app, &rosa, &more, ADDRESS).await;
    assert!(matches!(more, Err(SearchError::TooMany { .. })));
    searches::delete(&test.app, &rosa, id).await.unwrap();
    assert_eq!(
        searches::list(&test.app, &rosa).await.unwrap().len(),
        MOST - 1
    );
}
