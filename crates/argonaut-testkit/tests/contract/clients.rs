//! Records of clients, and consents.

use argonaut_app::clients::erase::EraseError;
use argonaut_app::clients::list::{ListQuery, list};
use argonaut_app::clients::{ClientError, archive, change, erase, note, open};
use argonaut_app::consents;
use argonaut_app::consents::record::{ConsentError, Given, to_share};
use argonaut_domain::clock::Clock as _;
use argonaut_domain::ids::ClientId;
use argonaut_testkit::{given, on_both};

#[tokio::test]
async fn a_record_is_its_helpers_alone() {
    on_both(|test| async move {
        let (rosa, walter) = (test.helper("rosa").await, test.helper("walter").await);
        let client = test.client(&rosa, "Mrs. Lanternby").await;
        let mine = open::open(&test.app, &rosa, client).await.unwrap();
        assert_eq!(mine.dossier.get(), &{
            let mut same = test.dossier("Mrs. Lanternby");
            same.attend(test.clock.now());
            same
        });
        let absent = ClientId::from_uuid(uuid::Uuid::nil());
        for id in [client, absent] {
            assert!(matches!(
                open::open(&test.app, &walter, id).await,
                Err(ClientError::NotFound)
            ));
            assert!(matches!(
                note::add(&test.app, &walter, id, "hello".to_owned()).await,
                Err(ClientError::NotFound)
            ));
        }
        let seen = list(&test.app, &walter, &ListQuery::default())
            .await
            .unwrap();
        assert_eq!(seen.total, 0);
        test
    })
    .await;
}

#[tokio::test]
async fn of_two_changes_to_one_version_one_is_kept() {
    on_both(|test| async move {
        let rosa = test.helper("rosa").await;
        let client = test.client(&rosa, "Mrs. Lanternby").await;
        let version = open::open(&test.app, &rosa, client).await.unwrap().version;
        let (one, two) = tokio::join!(
            change::change(&test.app, &rosa, client, version, test.dossier("One")),
            change::change(&test.app, &rosa, client, version, test.dossier("Two")),
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
        let refused = one.err().or(two.err()).unwrap();
        assert!(matches!(refused, ClientError::Changed), "{refused:?}");
        test
    })
    .await;
}

#[tokio::test]
async fn the_archive_gives_back_and_erasing_does_not() {
    on_both(|test| async move {
        let rosa = test.helper("rosa").await;
        let client = test.client(&rosa, "Mrs. Lanternby").await;
        let count = || async {
            let query = ListQuery::default();
            list(&test.app, &rosa, &query).await.unwrap().total
        };
        assert_eq!(count().await, 1);
        archive::archive(&test.app, &rosa, client).await.unwrap();
        assert_eq!(count().await, 0);
        archive::restore(&test.app, &rosa, client).await.unwrap();
        assert_eq!(count().await, 1);
        assert!(matches!(
            erase::erase(&test.app, &rosa, client, "Mr. Lanternby").await,
            Err(EraseError::NotConfirmed)
        ));
        erase::erase(&test.app, &rosa, client, "mrs. lanternby")
            .await
            .unwrap();
        assert!(matches!(
            open::open(&test.app, &rosa, client).await,
            Err(ClientError::NotFound)
        ));
        test
    })
    .await;
}

#[tokio::test]
async fn a_consent_has_a_beginning_and_an_end_and_can_be_withdrawn() {
    on_both(|test| async move {
        let rosa = test.helper("rosa").await;
        let client = test.client(&rosa, "Mrs. Lanternby").await;
        let good = given(&test);
        let now = test.clock.now();
        let early = Given {
            on: now.plus_days(1).date(),
            ..good
        };
        let endless = Given {
            until: now.plus_days(800).date(),
            ..good
        };
        assert!(matches!(
            to_share(&test.app, &rosa, client, early).await,
            Err(ConsentError::InTheFuture)
        ));
        assert!(matches!(
            to_share(&test.app, &rosa, client, endless).await,
            Err(ConsentError::BadEnd)
        ));
        let id = to_share(&test.app, &rosa, client, good).await.unwrap();
        consents::withdraw::withdraw(&test.app, &rosa, client, id)
            .await
            .unwrap();
        let open = open::open(&test.app, &rosa, client).await.unwrap();
        assert!(!open.consents[0].holds(now));
        test
    })
    .await;
}
