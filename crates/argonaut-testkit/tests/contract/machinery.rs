//! What the use cases stand on: audit rows, settings, the directory, marks,
//! jobs, and the change feed between nodes.

use argonaut_app::cards::look::look;
use argonaut_app::clients::{ClientError, record};
use argonaut_app::dossier::Dossier;
use argonaut_app::engine::ListingId;
use argonaut_app::suggestions::mark;
use argonaut_domain::card::Audience;
use argonaut_domain::clock::Clock as _;
use argonaut_domain::ids::{JobId, ServiceId};
use argonaut_domain::introduction::ClosingReason;
use argonaut_domain::place::Place;
use argonaut_store::{Service, ServiceContact};
use argonaut_testkit::{TestApp, on_both, term};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use uuid::Uuid;

async fn audit_rows(test: &TestApp) -> i64 {
    test.store
        .read()
        .await
        .unwrap()
        .audit_count()
        .await
        .unwrap()
}

#[tokio::test]
async fn an_act_and_its_audit_row_are_one() {
    on_both(|test| async move {
        let rosa = test.helper("rosa").await;
        let before = audit_rows(&test).await;
        test.client(&rosa, "Mrs. Lanternby").await;
        assert_eq!(audit_rows(&test).await, before + 1);
        // A refused act leaves none, and neither does a transaction that is dropped.
        let nameless = record::record(&test.app, &rosa, Dossier::new("")).await;
        assert!(matches!(nameless, Err(ClientError::Invalid(_))));
        let mut write = test.store.write().await.unwrap();
        write.set_setting("test", &1).await.unwrap();
        drop(write);
        assert_eq!(audit_rows(&test).await, before + 1);
        let kept: Option<u8> = test
            .store
            .read()
            .await
            .unwrap()
            .setting("test")
            .await
            .unwrap();
        assert_eq!(kept, None);
        test
    })
    .await;
}

#[tokio::test]
async fn a_setting_keeps_its_last_value() {
    on_both(|test| async move {
        for value in ["one", "two"] {
            let mut write = test.store.write().await.unwrap();
            write.set_setting("test", &value).await.unwrap();
            write.commit_unlogged().await.unwrap();
        }
        let kept: Option<String> = test
            .store
            .read()
            .await
            .unwrap()
            .setting("test")
            .await
            .unwrap();
        assert_eq!(kept.as_deref(), Some("two"));
        test
    })
    .await;
}

fn service(test: &TestApp, number: u64, name: &str) -> Service {
    let now = test.clock.now();
    Service {
        id: ServiceId::ordered(now, &mut StdRng::seed_from_u64(number)),
        source: "a list".to_owned(),
        source_id: "17".to_owned(),
        name: name.to_owned(),
        organization: String::new(),
        description: "Ñandú — 多".to_owned(),
        place: Place::Anywhere,
        terms: vec![term("food.groceries")],
        languages: Vec::new(),
        contact: ServiceContact::default(),
        imported: now,
    }
}

#[tokio::test]
async fn a_second_import_updates_instead_of_doubling() {
    on_both(|test| async move {
        let mut write = test.store.write().await.unwrap();
        let (id, new) = write
            .upsert_service(&service(&test, 1, "Pantry"))
            .await
            .unwrap();
        assert!(new);
        let (again, new) = write
            .upsert_service(&service(&test, 2, "Larder"))
            .await
            .unwrap();
        assert_eq!((again, new), (id, false));
        write.commit_unlogged().await.unwrap();
        let all = test.store.read().await.unwrap().services().await.unwrap();
        assert_eq!(
            all,
            [Service {
                id,
                ..service(&test, 1, "Larder")
            }]
        );
        test
    })
    .await;
}

#[tokio::test]
async fn a_suggestion_is_put_aside_and_brought_back() {
    on_both(|test| async move {
        let (rosa, walter) = (test.helper("rosa").await, test.helper("walter").await);
        let client = test.client(&rosa, "Mrs. Lanternby").await;
        let listing = ListingId::Helper(walter.helper());
        let aside = |never| {
            mark::put_aside(
                &test.app,
                &rosa,
                client,
                listing,
                never,
                ClosingReason::TooFar,
            )
        };
        aside(false).await.unwrap();
        aside(true).await.unwrap();
        let marks = mark::list(&test.app, &rosa, client).await.unwrap();
        assert_eq!(marks.len(), 1, "the later mark replaces the earlier");
        assert!(marks[0].mark.never);
        assert!(mark::list(&test.app, &walter, client).await.is_err());
        mark::bring_back(&test.app, &rosa, client, listing)
            .await
            .unwrap();
        assert!(
            mark::list(&test.app, &rosa, client)
                .await
                .unwrap()
                .is_empty()
        );
        test
    })
    .await;
}

#[tokio::test]
async fn a_job_is_leased_to_one_worker_and_comes_back_when_the_lease_ends() {
    on_both(|test| async move {
        let now = test.clock.now();
        let mut write = test.store.write().await.unwrap();
        for number in 0..4 {
            let id = JobId::ordered(now, &mut StdRng::seed_from_u64(number));
            write
                .plan_job(id, "test", Uuid::from_u128(number.into()), now)
                .await
                .unwrap();
        }
        write.commit_unlogged().await.unwrap();
        let claim = |at| {
            let store = &test.store;
            async move {
                let mut write = store.write().await.unwrap();
                let jobs = write.claim_jobs(at, at_plus(at, 5), 3).await.unwrap();
                write.commit_unlogged().await.unwrap();
                jobs
            }
        };
        let (one, two) = tokio::join!(claim(now), claim(now));
        let mut ids: Vec<JobId> = one.iter().chain(&two).map(|job| job.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(
            (one.len() + two.len(), ids.len()),
            (4, 4),
            "each to one worker"
        );
        assert!(claim(now).await.is_empty());
        let later = claim(at_plus(now, 6)).await;
        assert_eq!(later.len(), 3);
        assert!(later.iter().all(|job| job.attempts == 2));
        let mut write = test.store.write().await.unwrap();
        for job in ids {
            write.finish_job(job, None).await.unwrap();
        }
        write.commit_unlogged().await.unwrap();
        assert_eq!(
            test.store.read().await.unwrap().next_job().await.unwrap(),
            None
        );
        test
    })
    .await;
}

const fn at_plus(
    at: argonaut_domain::clock::Timestamp,
    minutes: i64,
) -> argonaut_domain::clock::Timestamp {
    at.plus_minutes(minutes)
}

#[tokio::test]
async fn another_node_learns_what_changed() {
    on_both(|test| async move {
        let second = test.second_node().await;
        let (rosa, walter) = (test.helper("rosa").await, test.helper("walter").await);
        test.befriend(&rosa, &walter).await;
        let (_, card) = test
            .on_show(&rosa, "Mrs. Lanternby", Audience::Contacts)
            .await;
        assert!(look(&second, &walter, card).await.is_err(), "not yet");
        second.refresh().await.unwrap();
        assert!(look(&second, &walter, card).await.is_ok());
        second.close().await;
        test
    })
    .await;
}

#[tokio::test]
async fn changes_are_numbered_without_gaps_by_many_writers_at_once() {
    on_both(|test| async move {
        let start = test
            .store
            .read()
            .await
            .unwrap()
            .last_change()
            .await
            .unwrap();
        let writes = (0..12).map(|number: u128| {
            let store = test.store.clone();
            tokio::spawn(async move {
                let mut write = store.write().await.unwrap();
                let kind = argonaut_store::ChangeKind::Card;
                write.changed(kind, Uuid::from_u128(number)).await.unwrap();
                write.commit_unlogged().await.unwrap();
            })
        });
        for write in writes.collect::<Vec<_>>() {
            write.await.unwrap();
        }
        let seen = test
            .store
            .read()
            .await
            .unwrap()
            .changes_after(start)
            .await
            .unwrap();
        let numbers: Vec<i64> = seen.iter().map(|change| change.seq - start).collect();
        assert_eq!(numbers, (1..=12).collect::<Vec<i64>>());
        test
    })
    .await;
}
