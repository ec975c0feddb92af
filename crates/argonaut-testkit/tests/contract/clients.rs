//! Clients: recorded, opened, changed, listed, archived, erased.

use argonaut_app::clients::list::{ListQuery, Shelf, list};
use argonaut_app::clients::{ClientError, archive, change, erase, note, open, record};
use argonaut_app::dossier::Dossier;
use argonaut_domain::audit::Deed;
use argonaut_testkit::{TestApp, on_both};

on_both!(
    a_record_is_kept_and_opened,
    a_strangers_client_does_not_exist,
    who_changed_first_wins,
    the_list_searches_and_sorts,
    the_archive_takes_the_card_down,
    erasing_leaves_nothing,
    every_opening_is_logged,
);

async fn a_record_is_kept_and_opened(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    note::add(&test.app, &rosa, id, "Met at the market.".to_owned())
        .await
        .unwrap();
    let opened = open::open(&test.app, &rosa, id).await.unwrap();
    let dossier = opened.dossier.get();
    assert_eq!(
        (dossier.name(), dossier.needs.len(), dossier.notes.len()),
        ("Dolores", 1, 1)
    );
    assert_eq!(opened.version, 2);
    let nameless = record::record(&test.app, &rosa, Dossier::new(" ")).await;
    assert!(matches!(nameless, Err(ClientError::Invalid(_))));
}

async fn a_strangers_client_does_not_exist(test: TestApp) {
    let (rosa, eva) = (test.helper("rosa").await, test.helper("eva").await);
    let id = test.client(&rosa, "Dolores").await;
    assert!(matches!(
        open::open(&test.app, &eva, id).await,
        Err(ClientError::NotFound)
    ));
    assert!(matches!(
        note::add(&test.app, &eva, id, "x".to_owned()).await,
        Err(ClientError::NotFound)
    ));
    assert!(matches!(
        archive::archive(&test.app, &eva, id).await,
        Err(ClientError::NotFound)
    ));
    assert!(erase::erase(&test.app, &eva, id, "Dolores").await.is_err());
    assert!(open::access_log(&test.app, &eva, id).await.is_err());
    assert_eq!(
        list(&test.app, &eva, &ListQuery::default())
            .await
            .unwrap()
            .total,
        0
    );
    assert!(open::open(&test.app, &rosa, id).await.is_ok());
}

async fn who_changed_first_wins(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    let (one, other) = tokio::join!(
        change::change(&test.app, &rosa, id, 1, test.dossier("Dolores One")),
        change::change(&test.app, &rosa, id, 1, test.dossier("Dolores Two")),
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
    assert!(
        [one, other]
            .iter()
            .any(|result| matches!(result, Err(ClientError::Changed)))
    );
    let opened = open::open(&test.app, &rosa, id).await.unwrap();
    assert_eq!(opened.version, 2);
}

async fn the_list_searches_and_sorts(test: TestApp) {
    let rosa = test.helper("rosa").await;
    for name in ["Dolores Ibáñez", "Ana", "Zoe"] {
        test.client(&rosa, name).await;
    }
    let names = async |query: ListQuery| -> Vec<String> {
        let found = list(&test.app, &rosa, &query).await.unwrap();
        found
            .lines
            .iter()
            .map(|line| line.get().name.clone())
            .collect()
    };
    assert_eq!(
        names(ListQuery::default()).await,
        ["Ana", "Dolores Ibáñez", "Zoe"]
    );
    let text = |text: &str| ListQuery {
        text: text.to_owned(),
        ..ListQuery::default()
    };
    assert_eq!(names(text("ibanez")).await, ["Dolores Ibáñez"]);
    assert!(names(text("nobody")).await.is_empty());
    assert!(
        names(ListQuery {
            shelf: Shelf::Unattended,
            ..ListQuery::default()
        })
        .await
        .is_empty()
    );
    test.clock.advance_days(30);
    assert_eq!(
        names(ListQuery {
            shelf: Shelf::Unattended,
            ..ListQuery::default()
        })
        .await
        .len(),
        3
    );
    let need = ListQuery {
        need: Some(test.term("transport")),
        ..ListQuery::default()
    };
    assert_eq!(
        names(need).await.len(),
        3,
        "a group finds the terms below it"
    );
}

async fn the_archive_takes_the_card_down(test: TestApp) {
    test.neighbours().await;
    let rosa = test.neighbour("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    test.card(&rosa, id, argonaut_domain::card::Audience::Everyone)
        .await;
    archive::archive(&test.app, &rosa, id).await.unwrap();
    let opened = open::open(&test.app, &rosa, id).await.unwrap();
    assert!(opened.archived && opened.card.is_none());
    assert_eq!(
        list(&test.app, &rosa, &ListQuery::default())
            .await
            .unwrap()
            .total,
        0
    );
    archive::restore(&test.app, &rosa, id).await.unwrap();
    assert_eq!(
        list(&test.app, &rosa, &ListQuery::default())
            .await
            .unwrap()
            .total,
        1
    );
}

async fn erasing_leaves_nothing(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    let wrong = erase::erase(&test.app, &rosa, id, "Dolly").await;
    assert!(matches!(wrong, Err(erase::EraseError::NotConfirmed)));
    erase::erase(&test.app, &rosa, id, " dolores ")
        .await
        .unwrap();
    assert!(matches!(
        open::open(&test.app, &rosa, id).await,
        Err(ClientError::NotFound)
    ));
}

async fn every_opening_is_logged(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let id = test.client(&rosa, "Dolores").await;
    open::open(&test.app, &rosa, id).await.unwrap();
    open::open(&test.app, &rosa, id).await.unwrap();
    let log = open::access_log(&test.app, &rosa, id).await.unwrap();
    let count = |deed| log.iter().filter(|entry| entry.deed == deed).count();
    assert_eq!(
        (count(Deed::ClientRecorded), count(Deed::ClientOpened)),
        (1, 2)
    );
}
