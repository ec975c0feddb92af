//! API tokens: shown once, limited to their scopes by type and at the door, ended by time, by
//! hand and by suspension.

use argonaut_app::SignedIn;
use argonaut_app::accounts::administer;
use argonaut_app::accounts::tokens::{self, NewToken, Scope, TokenError};
use argonaut_app::clients::open::access_log;
use argonaut_domain::audit::Deed;
use argonaut_testkit::{PASSWORD, TestApp, on_both};
use axum::http::StatusCode;

on_both!(
    a_token_reads_what_is_not_sealed,
    a_record_scope_opens_records_and_is_logged,
    scopes_cannot_be_edited_in,
    tokens_end,
);

fn new(scopes: &[Scope]) -> NewToken {
    NewToken {
        name: "Calendar".to_owned(),
        scopes: scopes.to_vec(),
        days: 30,
        password: PASSWORD.into(),
    }
}

async fn make(test: &TestApp, who: &SignedIn, scopes: &[Scope]) -> String {
    tokens::make(&test.app, who, new(scopes)).await.unwrap()
}

async fn a_token_reads_what_is_not_sealed(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let client = test.client(&rosa, "Dolores").await;
    let token = make(&test, &rosa, &[Scope::Read]).await;
    let site = test.site();
    let me = site.call("GET", "/api/v1/me", Some(&token)).await;
    assert_eq!(me.status, StatusCode::OK);
    assert!(
        me.body.contains("\"Test rosa\"") && me.body.contains("\"read\""),
        "{}",
        me.body
    );
    let notices = site
        .call("GET", "/api/v1/notifications", Some(&token))
        .await;
    assert_eq!(notices.status, StatusCode::OK);
    assert!(notices.body.contains("api_token_made"));
    for (method, path) in [
        ("POST", "/api/v1/notifications/read".to_owned()),
        ("GET", format!("/api/v1/clients/{client}")),
    ] {
        let refused = site.call(method, &path, Some(&token)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
        assert!(!refused.body.contains("Dolores"));
    }
    for wrong in [
        None,
        Some("argonaut_x"),
        Some(&token[..token.len() - 1]),
        Some(&token[9..]),
    ] {
        let refused = site.call("GET", "/api/v1/me", wrong).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    }
    // A token opens no page.
    let page = site.call("GET", "/clients", Some(&token)).await;
    assert!(page.location().unwrap().starts_with("/sign-in"));
    let write = make(&test, &rosa, &[Scope::Write]).await;
    let done = site
        .call("POST", "/api/v1/notifications/read", Some(&write))
        .await;
    assert_eq!(done.status, StatusCode::NO_CONTENT);
    let refused = site
        .call("GET", "/api/v1/notifications", Some(&write))
        .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

async fn a_record_scope_opens_records_and_is_logged(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let eve = test.helper("eve").await;
    let client = test.client(&rosa, "Dolores").await;
    let path = format!("/api/v1/clients/{client}");
    let site = test.site();
    let hers = make(&test, &rosa, &[Scope::Records]).await;
    let opened = site.call("GET", &path, Some(&hers)).await;
    assert_eq!(opened.status, StatusCode::OK);
    assert!(opened.body.contains("Dolores"));
    let log = access_log(&test.app, &rosa, client).await.unwrap();
    let openings = log.iter().filter(|entry| entry.deed == Deed::ClientOpened);
    assert_eq!(openings.count(), 1, "like every opening");
    let strange = make(&test, &eve, &[Scope::Records]).await;
    let refused = site.call("GET", &path, Some(&strange)).await;
    let absent = site
        .call(
            "GET",
            "/api/v1/clients/00000000-0000-4000-8000-000000000000",
            Some(&strange),
        )
        .await;
    assert_eq!(
        (refused.status, &refused.body),
        (StatusCode::NOT_FOUND, &absent.body)
    );
}

async fn scopes_cannot_be_edited_in(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let plain = make(&test, &rosa, &[Scope::Read]).await;
    let open = make(&test, &rosa, &[Scope::Records]).await;
    // A writer of the database gives the plain token the other one's scopes and sealed key.
    let sql = "UPDATE api_tokens SET scopes = 'read records',
        sealed_key = (SELECT sealed_key FROM api_tokens WHERE sealed_key IS NOT NULL)";
    crate::trusted::edit(&test, sql).await;
    for token in [plain, open] {
        assert!(tokens::caller(&test.app, &token).await.unwrap().is_none());
    }
}

async fn tokens_end(test: TestApp) {
    let link = argonaut_app::accounts::invite::set_up(&test.app)
        .await
        .unwrap()
        .unwrap();
    let admin = argonaut_app::accounts::register::NewAccount {
        befriend: false,
        name: "Admin".to_owned(),
        handle: "admin".to_owned(),
        password: PASSWORD.into(),
        invitation: Some(link.token),
        locale: None,
        device: String::new(),
    };
    let admin = argonaut_app::accounts::register::register(&test.app, admin)
        .await
        .unwrap();
    let right = admin.session.unwrap().who.actor.admin().unwrap();
    let rosa = test.helper("rosa").await;
    let eve = test.helper("eve").await;
    for bad in [
        NewToken {
            name: " ".to_owned(),
            ..new(&[Scope::Read])
        },
        new(&[]),
        NewToken {
            days: 0,
            ..new(&[Scope::Read])
        },
        NewToken {
            days: 367,
            ..new(&[Scope::Read])
        },
        NewToken {
            password: "not it at all".into(),
            ..new(&[Scope::Read])
        },
    ] {
        assert!(tokens::make(&test.app, &rosa, bad).await.is_err());
    }
    let token = make(&test, &rosa, &[Scope::Read, Scope::Records]).await;
    let works = async || tokens::caller(&test.app, &token).await.unwrap().is_some();
    assert!(works().await);
    let listed = tokens::list(&test.app, &rosa).await.unwrap().remove(0);
    assert_eq!(listed.scopes, [Scope::Read, Scope::Records]);
    assert_eq!(listed.used, Some(test.app.now()));
    assert!(matches!(
        tokens::revoke(&test.app, &eve, listed.id).await,
        Err(TokenError::NotFound)
    ));
    administer::suspend(&test.app, &right, rosa.helper())
        .await
        .unwrap();
    assert!(!works().await);
    administer::restore(&test.app, &right, rosa.helper())
        .await
        .unwrap();
    assert!(works().await);
    test.clock.advance_days(30);
    assert!(!works().await, "its time is over");
    let token = make(&test, &rosa, &[Scope::Read]).await;
    let id = tokens::list(&test.app, &rosa).await.unwrap()[0].id;
    tokens::revoke(&test.app, &rosa, id).await.unwrap();
    assert!(tokens::caller(&test.app, &token).await.unwrap().is_none());
}
