//! Cards: consent first, then the gate, then who sees them and until when.

use argonaut_app::cards::look::{self, LookError, Owner};
use argonaut_app::cards::publish::{PublishError, publish};
use argonaut_app::cards::{renew, withdraw};
use argonaut_app::consents;
use argonaut_app::gate::Chosen;
use argonaut_app::{background, clients};
use argonaut_domain::card::{Audience, CARD_DAYS, CardNeed, Urgency};
use argonaut_testkit::{TestApp, on_both};

on_both!(
    no_card_without_consent,
    no_open_card_where_few_helpers_are,
    strangers_see_it_from_the_next_day_on_and_never_the_owner,
    narrow_audiences_see_the_owner,
    a_withdrawn_consent_hides_the_card_at_once,
    cards_are_reminded_of_and_expire,
    sensitive_needs_are_never_named,
    a_new_card_takes_the_old_ones_place,
);

async fn sees(
    test: &TestApp,
    who: &argonaut_app::SignedIn,
    id: argonaut_domain::ids::CardId,
) -> bool {
    match look::look(&test.app, who, id).await {
        Ok(_) => true,
        Err(LookError::NotFound) => false,
        Err(error) => panic!("{error}"),
    }
}

async fn no_card_without_consent(test: TestApp) {
    test.neighbours().await;
    let rosa = test.neighbour("rosa").await;
    let client = test.client(&rosa, "Dolores").await;
    let refused = publish(
        &test.app,
        &rosa,
        client,
        Chosen::default(),
        Audience::Everyone,
        None,
    )
    .await;
    assert!(matches!(refused, Err(PublishError::ConsentNeeded)));
    test.consent(&rosa, client).await;
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
}

async fn no_open_card_where_few_helpers_are(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let client = test.client(&rosa, "Dolores").await;
    test.consent(&rosa, client).await;
    let refused = publish(
        &test.app,
        &rosa,
        client,
        Chosen::default(),
        Audience::Everyone,
        None,
    )
    .await;
    assert!(matches!(refused, Err(PublishError::Refused(_))));
    publish(
        &test.app,
        &rosa,
        client,
        Chosen::default(),
        Audience::Contacts,
        None,
    )
    .await
    .unwrap();
}

async fn strangers_see_it_from_the_next_day_on_and_never_the_owner(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva, ana) = (
        test.neighbour("rosa").await,
        test.neighbour("eva").await,
        test.neighbour("ana").await,
    );
    test.befriend(&rosa, &ana).await;
    let client = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, client, Audience::Everyone).await;
    assert!(sees(&test, &rosa, card).await);
    assert!(sees(&test, &ana, card).await, "contacts see it at once");
    assert!(
        !sees(&test, &eva, card).await,
        "strangers wait for the batch"
    );
    test.clock.advance_days(1);
    let seen = look::look(&test.app, &eva, card).await.unwrap();
    assert!(matches!(seen.owner, Owner::Hidden(_)));
    let contact = look::look(&test.app, &ana, card).await.unwrap();
    assert!(
        matches!(contact.owner, Owner::Hidden(_)),
        "an open card hides its owner from contacts, too"
    );
    withdraw::withdraw(&test.app, &rosa, client, withdraw::Speed::WithTheBatch)
        .await
        .unwrap();
    assert!(!sees(&test, &ana, card).await);
    assert!(sees(&test, &eva, card).await, "until tonight");
    test.clock.advance_days(1);
    assert!(!sees(&test, &eva, card).await);
}

async fn narrow_audiences_see_the_owner(test: TestApp) {
    let (rosa, eva, ana) = (
        test.neighbour("rosa").await,
        test.neighbour("eva").await,
        test.neighbour("ana").await,
    );
    test.befriend(&rosa, &ana).await;
    let client = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, client, Audience::Contacts).await;
    let seen = look::look(&test.app, &ana, card).await.unwrap();
    assert!(matches!(seen.owner, Owner::Shown(face) if face.id == rosa.helper()));
    assert!(!sees(&test, &eva, card).await);
    let chosen = publish(
        &test.app,
        &rosa,
        client,
        Chosen::default(),
        Audience::Helpers(vec![eva.helper()]),
        None,
    )
    .await
    .unwrap();
    assert!(
        sees(&test, &eva, chosen).await
            && !sees(&test, &ana, chosen).await
            && !sees(&test, &ana, card).await
    );
}

async fn a_withdrawn_consent_hides_the_card_at_once(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let client = test.client(&rosa, "Dolores").await;
    let consent = test.consent(&rosa, client).await;
    let card = publish(
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
    assert!(sees(&test, &eva, card).await);
    consents::withdraw::withdraw(&test.app, &rosa, client, consent)
        .await
        .unwrap();
    assert!(!sees(&test, &eva, card).await, "no batch is waited for");
    assert!(matches!(
        renew::renew(&test.app, &rosa, client).await,
        Err(PublishError::Client(_))
    ));
}

async fn cards_are_reminded_of_and_expire(test: TestApp) {
    test.neighbours().await;
    let rosa = test.neighbour("rosa").await;
    let client = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, client, Audience::Everyone).await;
    test.clock.advance_days(CARD_DAYS - 5);
    assert_eq!(background::round(&test.app).await.unwrap().reminded, 1);
    assert_eq!(
        background::round(&test.app).await.unwrap().reminded,
        0,
        "once is enough"
    );
    renew::renew(&test.app, &rosa, client).await.unwrap();
    test.clock.advance_days(10);
    assert!(sees(&test, &rosa, card).await, "renewed");
    test.clock.advance_days(CARD_DAYS);
    assert_eq!(background::round(&test.app).await.unwrap().expired, 1);
    assert!(!sees(&test, &rosa, card).await);
    assert!(
        argonaut_app::notices::unread(&test.app, &rosa)
            .await
            .unwrap()
            >= 2
    );
}

async fn sensitive_needs_are_never_named(test: TestApp) {
    let (rosa, ana) = (test.neighbour("rosa").await, test.neighbour("ana").await);
    test.befriend(&rosa, &ana).await;
    let mut dossier = test.dossier("Dolores");
    let secret = test.term("safety.violence");
    dossier.need(secret, Urgency::High);
    let client = clients::record::record(&test.app, &rosa, dossier)
        .await
        .unwrap();
    let card = test.card(&rosa, client, Audience::Contacts).await;
    let seen = look::look(&test.app, &ana, card).await.unwrap();
    assert!(seen.content.named_needs().all(|(term, _)| term != secret));
    assert!(
        seen.content
            .needs
            .iter()
            .any(|need| matches!(need, CardNeed::OnIntroduction(_)))
    );
}

async fn a_new_card_takes_the_old_ones_place(test: TestApp) {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let client = test.client(&rosa, "Dolores").await;
    let first = test.card(&rosa, client, Audience::Everyone).await;
    test.clock.advance_days(1);
    let second = publish(
        &test.app,
        &rosa,
        client,
        Chosen::default(),
        Audience::Everyone,
        None,
    )
    .await
    .unwrap();
    assert_ne!(first, second);
    assert!(
        sees(&test, &eva, first).await && !sees(&test, &eva, second).await,
        "the batch brings the change"
    );
    test.clock.advance_days(1);
    assert!(!sees(&test, &eva, first).await && sees(&test, &eva, second).await);
}
