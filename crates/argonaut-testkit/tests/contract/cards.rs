//! Cards: on show, taken down, expired, and who sees them when.

use argonaut_app::cards::look::look;
use argonaut_app::cards::publish::{PublishError, publish};
use argonaut_app::cards::renew;
use argonaut_app::cards::withdraw::{Speed, withdraw};
use argonaut_app::clients::open;
use argonaut_app::consents;
use argonaut_app::gate::Chosen;
use argonaut_app::notices;
use argonaut_domain::card::Audience;
use argonaut_domain::notice::NoticeKind;
use argonaut_testkit::on_both;

#[tokio::test]
async fn nothing_is_published_without_a_consent() {
    on_both(|test| async move {
        let rosa = test.helper("rosa").await;
        let client = test.client(&rosa, "Mrs. Lanternby").await;
        let refused = publish(
            &test.app,
            &rosa,
            client,
            Chosen::default(),
            Audience::Contacts,
            None,
        )
        .await;
        assert!(matches!(refused, Err(PublishError::ConsentNeeded)));
        test
    })
    .await;
}

#[tokio::test]
async fn contacts_see_a_card_at_once_and_everybody_after_the_batch() {
    on_both(|test| async move {
        let rosa = test.helper("rosa").await;
        let (friend, stranger) = (test.helper("walter").await, test.helper("mabel").await);
        test.crowd(8).await;
        test.befriend(&rosa, &friend).await;
        let (client, card) = test
            .on_show(&rosa, "Mrs. Lanternby", Audience::Everyone)
            .await;
        assert!(look(&test.app, &friend, card).await.is_ok());
        assert!(look(&test.app, &stranger, card).await.is_err());
        test.days_pass(1).await;
        assert!(look(&test.app, &stranger, card).await.is_ok());
        // Taken down with the batch, strangers cannot tell the hour.
        withdraw(&test.app, &rosa, client, Speed::WithTheBatch)
            .await
            .unwrap();
        assert!(look(&test.app, &stranger, card).await.is_ok());
        test.days_pass(1).await;
        assert!(look(&test.app, &stranger, card).await.is_err());
        test
    })
    .await;
}

#[tokio::test]
async fn a_narrow_audience_stays_narrow() {
    on_both(|test| async move {
        let rosa = test.helper("rosa").await;
        let (friend, stranger) = (test.helper("walter").await, test.helper("mabel").await);
        let chosen = Audience::Helpers(vec![friend.helper()]);
        let (_, card) = test.on_show(&rosa, "Mrs. Lanternby", chosen).await;
        test.days_pass(2).await;
        assert!(look(&test.app, &friend, card).await.is_ok());
        assert!(look(&test.app, &stranger, card).await.is_err());
        test
    })
    .await;
}

#[tokio::test]
async fn a_card_reminds_is_renewed_and_expires() {
    on_both(|test| async move {
        let (rosa, walter) = (test.helper("rosa").await, test.helper("walter").await);
        test.befriend(&rosa, &walter).await;
        let (client, card) = test
            .on_show(&rosa, "Mrs. Lanternby", Audience::Contacts)
            .await;
        let reminders = || async {
            let all = notices::list(&test.app, &rosa).await.unwrap();
            let kind =
                |one: &&argonaut_domain::notice::Notice| one.kind == NoticeKind::CardExpiring;
            all.iter().filter(kind).count()
        };
        test.days_pass(84).await;
        test.days_pass(1).await;
        assert_eq!(reminders().await, 1, "once, however often time works");
        renew::renew(&test.app, &rosa, client).await.unwrap();
        test.days_pass(30).await;
        assert!(look(&test.app, &walter, card).await.is_ok());
        test.days_pass(61).await;
        assert!(look(&test.app, &walter, card).await.is_err());
        assert!(
            open::open(&test.app, &rosa, client)
                .await
                .unwrap()
                .card
                .is_none()
        );
        test
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_consent_takes_the_card_down_at_once() {
    on_both(|test| async move {
        let (rosa, walter) = (test.helper("rosa").await, test.helper("walter").await);
        test.befriend(&rosa, &walter).await;
        let (client, card) = test
            .on_show(&rosa, "Mrs. Lanternby", Audience::Contacts)
            .await;
        let consent = open::open(&test.app, &rosa, client).await.unwrap().consents[0].id;
        consents::withdraw::withdraw(&test.app, &rosa, client, consent)
            .await
            .unwrap();
        assert!(look(&test.app, &walter, card).await.is_err());
        test
    })
    .await;
}
