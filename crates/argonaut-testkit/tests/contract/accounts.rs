//! Accounts and sessions.

use argonaut_app::accounts::recover;
use argonaut_app::accounts::register::{self, RegisterError};
use argonaut_app::accounts::registration::{self, Registration};
use argonaut_app::accounts::sign_in::{SignInError, sign_in};
use argonaut_app::accounts::{administer, invite, password, session};
use argonaut_testkit::{PASSPHRASE, on_both};

#[tokio::test]
async fn the_first_administrator_comes_in_once_by_the_set_up_link() {
    on_both(|test| async move {
        let old = invite::set_up(&test.app).await.unwrap().unwrap();
        let rosa = test.administrator("rosa").await;
        assert!(rosa.actor.admin().is_some());
        assert!(invite::set_up(&test.app).await.unwrap().is_none());
        // The link that was replaced, and every other door, is shut.
        for token in [Some(old.token), None] {
            let account = register::NewAccount {
                invitation: token,
                ..test.account("walter")
            };
            assert!(matches!(
                register::register(&test.app, account).await,
                Err(RegisterError::InvitationNeeded)
            ));
        }
        test
    })
    .await;
}

#[tokio::test]
async fn an_invitation_lets_one_person_in() {
    on_both(|test| async move {
        let rosa = test.administrator("rosa").await;
        let link = invite::make(&test.app, &rosa).await.unwrap();
        let with = |handle: &str| register::NewAccount {
            invitation: Some(link.token.clone()),
            ..test.account(handle)
        };
        let (one, two) = tokio::join!(
            register::register(&test.app, with("walter")),
            register::register(&test.app, with("mabel")),
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
        test
    })
    .await;
}

#[tokio::test]
async fn who_asks_for_approval_waits_for_it() {
    on_both(|test| async move {
        let rosa = test.administrator("rosa").await;
        let admin = rosa.actor.admin().unwrap();
        registration::set(&test.app, &admin, Registration::Approval)
            .await
            .unwrap();
        let made = register::register(&test.app, test.account("walter"))
            .await
            .unwrap();
        assert!(made.session.is_none());
        let enter = || sign_in(&test.app, "walter", PASSPHRASE.into(), "a test");
        assert!(matches!(enter().await, Err(SignInError::Pending)));
        let waiting = administer::accounts(&test.app, &admin)
            .await
            .unwrap()
            .pending;
        assert_eq!(waiting.len(), 1);
        administer::approve(&test.app, &admin, waiting[0].id)
            .await
            .unwrap();
        let walter = enter().await.unwrap();
        administer::suspend(&test.app, &admin, walter.who.helper())
            .await
            .unwrap();
        assert!(matches!(enter().await, Err(SignInError::Suspended)));
        let resumed = session::resume(&test.app, &walter.token.reveal())
            .await
            .unwrap();
        assert!(resumed.is_none(), "a suspended account has no session");
        test
    })
    .await;
}

#[tokio::test]
async fn a_handle_is_taken_once_whatever_its_case() {
    on_both(|test| async move {
        test.helper("rosa").await;
        assert!(matches!(
            register::register(&test.app, test.account("ROSA")).await,
            Err(RegisterError::HandleTaken)
        ));
        test
    })
    .await;
}

#[tokio::test]
async fn sessions_are_resumed_listed_ended_and_run_out() {
    on_both(|test| async move {
        let rosa = test.helper("rosa").await;
        let phone = sign_in(&test.app, "rosa", PASSPHRASE.into(), "phone")
            .await
            .unwrap();
        let wrong = sign_in(&test.app, "rosa", "another one, quite wrong".into(), "x").await;
        assert!(matches!(wrong, Err(SignInError::Wrong)));
        let nobody = sign_in(&test.app, "nobody", PASSPHRASE.into(), "x").await;
        assert!(matches!(nobody, Err(SignInError::Wrong)));
        let token = phone.token.reveal();
        let resumed = session::resume(&test.app, &token).await.unwrap().unwrap();
        assert_eq!(resumed.helper(), rosa.helper());
        assert_eq!(session::list(&test.app, &rosa).await.unwrap().len(), 2);
        assert!(
            session::revoke(&test.app, &rosa, phone.who.session)
                .await
                .is_ok()
        );
        assert!(session::resume(&test.app, &token).await.unwrap().is_none());
        let again = sign_in(&test.app, "rosa", PASSPHRASE.into(), "phone")
            .await
            .unwrap();
        test.clock.advance_days(31);
        let late = session::resume(&test.app, &again.token.reveal())
            .await
            .unwrap();
        assert!(late.is_none());
        test
    })
    .await;
}

#[tokio::test]
async fn a_new_password_and_a_recovery_code_keep_every_record() {
    on_both(|test| async move {
        registration::set_from_console(&test.app, Registration::Open)
            .await
            .unwrap();
        let made = register::register(&test.app, test.account("rosa"))
            .await
            .unwrap();
        let rosa = made.session.unwrap().who;
        let client = test.client(&rosa, "Mrs. Lanternby").await;
        let second = "eleven lanterns on the hill";
        password::change(&test.app, &rosa, PASSPHRASE.into(), second.into())
            .await
            .unwrap();
        let old = sign_in(&test.app, "rosa", PASSPHRASE.into(), "x").await;
        assert!(matches!(old, Err(SignInError::Wrong)));
        let code = made.recovery_code.reveal().to_string();
        let third = "twelve lanterns in the valley";
        let back = recover::recover(&test.app, "rosa", code.clone().into(), third.into(), "x")
            .await
            .unwrap();
        let open = argonaut_app::clients::open::open(&test.app, &back.session.who, client)
            .await
            .unwrap();
        assert_eq!(open.dossier.get().name(), "Mrs. Lanternby");
        let twice = recover::recover(&test.app, "rosa", code.into(), third.into(), "x").await;
        assert!(twice.is_err(), "a code is used once");
        test
    })
    .await;
}
