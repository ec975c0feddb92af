//! Accounts: signing up and in, sessions, passwords, recovery, invitations.

use argonaut_app::accounts::{
    administer, invite, password, recover, register, registration, session, sign_in,
};
use argonaut_testkit::{PASSWORD, TestApp, on_both};

on_both!(
    newcomers_answer_and_are_declined_with_a_reason,
    a_helper_signs_up_in_and_out,
    a_wrong_password_and_an_unknown_handle_look_the_same,
    a_handle_is_taken_once,
    the_recovery_code_brings_everything_back,
    a_new_password_ends_the_other_sessions,
    the_ways_of_registration,
    the_first_administrator_comes_by_a_link_that_works_once,
    a_suspended_helper_is_out_at_once,
);

fn new(handle: &str, invitation: Option<String>) -> register::NewAccount {
    register::NewAccount {
        befriend: false,
        name: format!("Test {handle}"),
        handle: handle.to_owned(),
        password: PASSWORD.into(),
        invitation,
        locale: None,
        device: "Test".to_owned(),
    }
}

async fn a_helper_signs_up_in_and_out(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let again = sign_in::sign_in(&test.app, "@ROSA", PASSWORD.into(), "Phone")
        .await
        .unwrap();
    let cookie = again.token.reveal();
    let resumed = session::resume(&test.app, &cookie).await.unwrap().unwrap();
    assert_eq!(resumed.helper(), rosa.helper());
    assert_eq!(session::list(&test.app, &resumed).await.unwrap().len(), 2);
    session::sign_out(&test.app, &resumed).await.unwrap();
    assert!(session::resume(&test.app, &cookie).await.unwrap().is_none());
    let third = sign_in::sign_in(&test.app, "rosa", PASSWORD.into(), "Phone")
        .await
        .unwrap();
    test.clock.advance_days(31);
    assert!(
        session::resume(&test.app, &third.token.reveal())
            .await
            .unwrap()
            .is_none(),
        "sessions end"
    );
}

async fn a_wrong_password_and_an_unknown_handle_look_the_same(test: TestApp) {
    test.helper("rosa").await;
    for handle in ["rosa", "nobody", "!"] {
        let refused =
            sign_in::sign_in(&test.app, handle, "another tuba quiet maple".into(), "").await;
        assert!(
            matches!(refused, Err(sign_in::SignInError::Wrong)),
            "{handle}"
        );
    }
}

async fn a_handle_is_taken_once(test: TestApp) {
    test.helper("rosa").await;
    let second = register::register(&test.app, new("Rosa", None)).await;
    assert!(matches!(second, Err(register::RegisterError::HandleTaken)));
    // Two at the same moment: one of them.
    let (one, other) = tokio::join!(
        register::register(&test.app, new("ana", None)),
        register::register(&test.app, new("ana", None))
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
}

async fn the_recovery_code_brings_everything_back(test: TestApp) {
    let made = register::register(&test.app, new("rosa", None))
        .await
        .unwrap();
    let before = made.session.unwrap();
    let client = test.client(&before.who, "Dolores").await;
    let code = made.recovery_code.reveal();
    let another = "violet anchor seven kettles";
    let wrong = recover::recover(&test.app, "rosa", "0000-0000".into(), another.into(), "").await;
    assert!(matches!(wrong, Err(recover::RecoverError::Mistyped)));
    let typed = code.to_lowercase().replace('-', " ");
    let back = recover::recover(&test.app, "rosa", typed.into(), another.into(), "New phone")
        .await
        .unwrap();
    let opened = argonaut_app::clients::open::open(&test.app, &back.session.who, client)
        .await
        .unwrap();
    assert_eq!(opened.dossier.get().name(), "Dolores");
    assert!(
        session::resume(&test.app, &before.token.reveal())
            .await
            .unwrap()
            .is_none(),
        "old sessions ended"
    );
    let used_up =
        recover::recover(&test.app, "rosa", code.as_str().into(), another.into(), "").await;
    assert!(matches!(used_up, Err(recover::RecoverError::Wrong)));
    assert!(
        sign_in::sign_in(&test.app, "rosa", PASSWORD.into(), "")
            .await
            .is_err()
    );
    assert!(
        sign_in::sign_in(&test.app, "rosa", another.into(), "")
            .await
            .is_ok()
    );
}

async fn a_new_password_ends_the_other_sessions(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let other = sign_in::sign_in(&test.app, "rosa", PASSWORD.into(), "Library")
        .await
        .unwrap();
    let next = "violet anchor seven kettles";
    let wrong = password::change(&test.app, &rosa, "not the one at all".into(), next.into()).await;
    assert!(matches!(wrong, Err(password::PasswordError::Wrong)));
    let weak = password::change(&test.app, &rosa, PASSWORD.into(), "passwordpassword".into()).await;
    assert!(matches!(weak, Err(password::PasswordError::Weak(_))));
    password::change(&test.app, &rosa, PASSWORD.into(), next.into())
        .await
        .unwrap();
    assert!(
        session::resume(&test.app, &other.token.reveal())
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        sign_in::sign_in(&test.app, "rosa", next.into(), "")
            .await
            .is_ok()
    );
}

async fn the_ways_of_registration(test: TestApp) {
    use registration::Registration;
    let rosa = test.helper("rosa").await;
    registration::set_from_console(&test.app, Registration::Closed)
        .await
        .unwrap();
    assert!(matches!(
        register::register(&test.app, new("ana", None)).await,
        Err(register::RegisterError::Closed)
    ));
    registration::set_from_console(&test.app, Registration::Invitation)
        .await
        .unwrap();
    assert!(matches!(
        register::register(&test.app, new("ana", None)).await,
        Err(register::RegisterError::InvitationNeeded)
    ));
    let link = invite::make(&test.app, &rosa).await.unwrap();
    assert_eq!(
        register::door(&test.app, Some(&link.token)).await.unwrap(),
        register::Door::Open
    );
    register::register(&test.app, new("ana", Some(link.token.clone())))
        .await
        .unwrap();
    assert!(
        register::register(&test.app, new("eva", Some(link.token)))
            .await
            .is_err(),
        "used up"
    );
    let late = invite::make(&test.app, &rosa).await.unwrap();
    test.clock.advance_days(invite::INVITATION_DAYS);
    assert!(
        register::register(&test.app, new("eva", Some(late.token)))
            .await
            .is_err(),
        "too late"
    );
    registration::set_from_console(&test.app, Registration::Approval)
        .await
        .unwrap();
    let waiting = register::register(&test.app, new("eva", None))
        .await
        .unwrap();
    assert!(waiting.session.is_none());
    assert!(matches!(
        sign_in::sign_in(&test.app, "eva", PASSWORD.into(), "").await,
        Err(sign_in::SignInError::Pending)
    ));
}

async fn the_first_administrator_comes_by_a_link_that_works_once(test: TestApp) {
    let old = invite::set_up(&test.app).await.unwrap().unwrap();
    let link = invite::set_up(&test.app).await.unwrap().unwrap();
    registration::set_from_console(&test.app, registration::Registration::Invitation)
        .await
        .unwrap();
    assert!(
        register::register(&test.app, new("ana", Some(old.token)))
            .await
            .is_err(),
        "a newer link took its place"
    );
    let admin = register::register(&test.app, new("ana", Some(link.token.clone())))
        .await
        .unwrap();
    assert!(admin.session.unwrap().who.actor.admin().is_some());
    assert!(
        register::register(&test.app, new("eva", Some(link.token)))
            .await
            .is_err()
    );
    assert!(
        invite::set_up(&test.app).await.unwrap().is_none(),
        "there is an account by now"
    );
}

async fn a_suspended_helper_is_out_at_once(test: TestApp) {
    let link = invite::set_up(&test.app).await.unwrap().unwrap();
    let admin = register::register(&test.app, new("ana", Some(link.token)))
        .await
        .unwrap()
        .session
        .unwrap()
        .who;
    let right = admin.actor.admin().unwrap();
    let rosa = test.helper("rosa").await;
    let session = sign_in::sign_in(&test.app, "rosa", PASSWORD.into(), "")
        .await
        .unwrap();
    administer::suspend(&test.app, &right, rosa.helper())
        .await
        .unwrap();
    assert!(
        session::resume(&test.app, &session.token.reveal())
            .await
            .unwrap()
            .is_none()
    );
    assert!(matches!(
        sign_in::sign_in(&test.app, "rosa", PASSWORD.into(), "").await,
        Err(sign_in::SignInError::Suspended(_))
    ));
    administer::restore(&test.app, &right, rosa.helper())
        .await
        .unwrap();
    assert!(
        sign_in::sign_in(&test.app, "rosa", PASSWORD.into(), "")
            .await
            .is_ok()
    );
    assert!(
        administer::suspend(&test.app, &right, admin.helper())
            .await
            .is_err(),
        "nobody suspends themselves"
    );
}

async fn newcomers_answer_and_are_declined_with_a_reason(test: TestApp) {
    use argonaut_app::accounts::{administer, register, registration};
    let admin = test.administrator().await;
    let granted = admin.actor.admin().unwrap();
    registration::set(&test.app, &granted, registration::Registration::Approval)
        .await
        .unwrap();
    registration::ask(
        &test.app,
        &granted,
        " Whom do you help? \n\nWho knows you?\n",
    )
    .await
    .unwrap();
    let new = || register::NewAccount {
        befriend: false,
        name: "New Comer".to_owned(),
        handle: "newcomer".to_owned(),
        password: PASSWORD.into(),
        invitation: None,
        locale: None,
        device: String::new(),
    };
    let answers = ["My neighbours".to_owned(), "  ".to_owned()];
    assert!(matches!(
        register::register_answering(&test.app, new(), &answers).await,
        Err(register::RegisterError::AnswerMissing(1))
    ));
    let answers = ["My neighbours".to_owned(), "The choir".to_owned()];
    let made = register::register_answering(&test.app, new(), &answers)
        .await
        .unwrap();
    assert!(made.session.is_none());
    let waits = sign_in::sign_in(&test.app, "newcomer", PASSWORD.into(), "").await;
    assert!(matches!(waits, Err(sign_in::SignInError::Pending)));
    let all = administer::accounts(&test.app, &granted).await.unwrap();
    let said = &all.applications[0].answers;
    assert_eq!(
        said[1],
        ("Who knows you?".to_owned(), "The choir".to_owned())
    );
    let id = all.applications[0].helper;

    let empty = administer::decline(&test.app, &granted, id, " ").await;
    assert!(matches!(empty, Err(administer::StandingError::BadReason)));
    administer::decline(&test.app, &granted, id, "We know nobody in your choir.")
        .await
        .unwrap();
    let again = administer::decline(&test.app, &granted, id, "Twice").await;
    assert!(matches!(again, Err(administer::StandingError::NotFound)));
    match sign_in::sign_in(&test.app, "newcomer", PASSWORD.into(), "").await {
        Err(sign_in::SignInError::Declined(reason)) => {
            assert_eq!(reason, "We know nobody in your choir.");
        }
        _ => panic!("declined"),
    }
    // Somebody vouched in the meantime: they are let in, and the answers are gone.
    administer::approve(&test.app, &granted, id).await.unwrap();
    assert!(
        sign_in::sign_in(&test.app, "newcomer", PASSWORD.into(), "")
            .await
            .is_ok()
    );
    let all = administer::accounts(&test.app, &granted).await.unwrap();
    assert!(all.applications.is_empty());
}
