//! Several nodes on one database, and what stands in its files.

use argonaut_app::cards::look;
use argonaut_domain::card::Audience;
use argonaut_testkit::{TestApp, on_both};

on_both!(
    another_node_learns_by_the_change_feed,
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
