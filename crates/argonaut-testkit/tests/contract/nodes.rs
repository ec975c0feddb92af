//! Several nodes on one database, and what stands in its files.

use argonaut_app::cards::look;
use argonaut_app::cards::publish::publish;
use argonaut_app::consents;
use argonaut_app::engine::{Filter, ListingKind};
use argonaut_app::gate::Chosen;
use argonaut_app::suggestions::find;
use argonaut_domain::card::{Audience, CARD_DAYS};
use argonaut_testkit::{TestApp, on_both};

on_both!(
    another_node_learns_by_the_change_feed,
    a_node_starts_from_its_kept_cards_and_misses_nothing,
    kept_cards_that_are_spoilt_or_foreign_are_left_alone,
    jobs_and_services_and_settings
);

async fn another_node_learns_by_the_change_feed(test: TestApp) {
    test.neighbours().await;
    let other = test.another_node().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    test.befriend(&rosa, &eva).await;
    let client = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, client, Audience::Contacts).await;
    assert!(look::look(&other, &eva, card).await.is_err(), "not yet");
    other.refresh().await.unwrap();
    assert!(look::look(&other, &eva, card).await.is_ok());
}

/// Everything that a helper finds, in order.
async fn found(node: &argonaut_app::App, who: &argonaut_app::SignedIn) -> Vec<String> {
    let mut filter = Filter::of(ListingKind::Card);
    filter.include_own = true;
    let finds = find::find(node, who, &filter, 0).await.unwrap();
    let ids = finds.found.iter().map(|(item, _)| item.id.to_string());
    ids.collect()
}

async fn a_node_starts_from_its_kept_cards_and_misses_nothing(test: TestApp) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cards");
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let gone = test.client(&rosa, "Dolores").await;
    let consent = test.consent(&rosa, gone).await;
    publish(
        &test.app,
        &rosa,
        gone,
        Chosen::default(),
        Audience::Everyone,
        None,
    )
    .await
    .unwrap();
    for name in ["Ana", "Berta"] {
        let client = test.client(&rosa, name).await;
        test.card(&rosa, client, Audience::Everyone).await;
    }
    test.clock.advance_days(1);
    let first = test.node_keeping(&file).await;
    assert!(!file.exists(), "nothing was kept yet");
    assert_eq!(found(&first, &eva).await.len(), 3);
    first.keep().await;
    assert!(file.exists());

    // From the file, without the database's cards.
    let second = test.node_keeping(&file).await;
    assert_eq!(found(&second, &eva).await, found(&first, &eva).await);

    // What happened while nobody was up: one card gone at once, one new.
    consents::withdraw::withdraw(&test.app, &rosa, gone, consent)
        .await
        .unwrap();
    let carla = test.client(&rosa, "Carla").await;
    test.card(&rosa, carla, Audience::Everyone).await;
    test.clock.advance_days(1);
    test.app.refresh().await.unwrap();
    let third = test.node_keeping(&file).await;
    assert_eq!(found(&third, &eva).await, found(&test.app, &eva).await);
    assert_eq!(found(&third, &eva).await.len(), 3);

    // Cards that ended by time alone are gone too.
    test.clock.advance_days(CARD_DAYS + 1);
    let late = test.node_keeping(&file).await;
    assert_eq!(found(&late, &eva).await.len(), 0);
}

async fn kept_cards_that_are_spoilt_or_foreign_are_left_alone(test: TestApp) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cards");
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let client = test.client(&rosa, "Dolores").await;
    let consent = test.consent(&rosa, client).await;
    publish(
        &test.app,
        &rosa,
        client,
        Chosen::default(),
        Audience::Everyone,
        None,
    )
    .await
    .unwrap();
    test.clock.advance_days(1);
    let first = test.node_keeping(&file).await;
    first.keep().await;
    let whole = std::fs::read_to_string(&file).unwrap();
    assert_eq!(found(&first, &eva).await.len(), 1);
    // The card ends: whoever took the file's word would still show it.
    consents::withdraw::withdraw(&test.app, &rosa, client, consent)
        .await
        .unwrap();
    let number = whole.split("\"number\":").nth(1).unwrap();
    let number = number.split(',').next().unwrap();
    let later = whole.replace(&format!("\"number\":{number}"), "\"number\":999999");
    let before = whole.replace(&format!("\"number\":{number}"), "\"number\":1");
    let another = whole.replace("\"kind\":\"card\"", "\"kind\":\"service\"");
    assert_ne!(another, whole);
    for text in [
        "",
        "{}",
        whole.get(..200).unwrap(),
        &later,
        &before,
        &another,
    ] {
        std::fs::write(&file, text).unwrap();
        let node = test.node_keeping(&file).await;
        assert_eq!(found(&node, &eva).await.len(), 0);
    }
}

async fn jobs_and_services_and_settings(test: TestApp) {
    use argonaut_domain::clock::Timestamp;
    use argonaut_domain::ids::{JobId, ServiceId};
    use argonaut_store::{Service, ServiceContact, Store};
    let store = Store::open(test.database.backend()).await.unwrap();
    let id = |number| JobId::from_uuid(uuid::Uuid::from_u128(number));
    let at = Timestamp::from_micros;
    let mut write = store.write().await.unwrap();
    write
        .plan_job(id(1), "try", uuid::Uuid::nil(), at(10))
        .await
        .unwrap();
    write
        .plan_job(id(2), "try", uuid::Uuid::nil(), at(99))
        .await
        .unwrap();
    assert!(
        write.claim_jobs(at(9), at(20), 5).await.unwrap().is_empty(),
        "not due"
    );
    let claimed = write.claim_jobs(at(10), at(20), 5).await.unwrap();
    assert_eq!((claimed.len(), claimed[0].attempts), (1, 1));
    assert!(
        write
            .claim_jobs(at(15), at(30), 5)
            .await
            .unwrap()
            .is_empty(),
        "leased"
    );
    assert_eq!(
        write.claim_jobs(at(20), at(30), 5).await.unwrap().len(),
        1,
        "the lease ran out"
    );
    write.finish_job(id(1), None).await.unwrap();
    write.commit_unlogged().await.unwrap();
    assert_eq!(store.read().await.unwrap().next_job().await.unwrap(), None);

    let service = |number, name: &str| Service {
        id: ServiceId::from_uuid(uuid::Uuid::from_u128(number)),
        source: "test".to_owned(),
        source_id: "7".to_owned(),
        name: name.to_owned(),
        organization: "Org".to_owned(),
        description: String::new(),
        place: test.place("Fresno, California"),
        terms: vec![test.term("food.meals")],
        languages: Vec::new(),
        contact: ServiceContact::default(),
        imported: at(1),
    };
    let mut write = store.write().await.unwrap();
    assert!(
        write
            .upsert_service(&service(1, "Kitchen"))
            .await
            .unwrap()
            .1
    );
    assert!(
        !write
            .upsert_service(&service(2, "Better kitchen"))
            .await
            .unwrap()
            .1,
        "the same source id"
    );
    write.set_setting("test", &vec![1, 2]).await.unwrap();
    write.commit_unlogged().await.unwrap();
    let mut read = store.read().await.unwrap();
    let kept = read.services().await.unwrap();
    assert_eq!((kept.len(), kept[0].name.as_str()), (1, "Better kitchen"));
    assert_eq!(
        read.setting::<Vec<i32>>("test").await.unwrap(),
        Some(vec![1, 2])
    );
    assert_eq!(read.setting::<Vec<i32>>("other").await.unwrap(), None);
}
