//! Contacts and helpers: the directory, notes, shared contacts, invitations, address
//! books, suggested contacts.

use argonaut_app::accounts::invite::{self, InviteError, Words};
use argonaut_app::accounts::register::{NewAccount, register};
use argonaut_app::contacts::{block, book, found_by, list, suggest};
use argonaut_app::helpers::directory::{Wanted, list as directory};
use argonaut_app::helpers::{edit, remember, shared};
use argonaut_app::{SignedIn, helpers};
use argonaut_domain::helper::{Helper, Reach};
use argonaut_domain::invitation::{INVITATIONS_A_DAY, InvitedAs};
use argonaut_testkit::{PASSWORD, TestApp, on_both};

on_both!(
    what_is_hidden_is_not_found_by_asking_for_it,
    a_note_is_for_its_owner_alone,
    whom_both_know_is_told_only_where_both_sides_allow_it,
    an_invitation_makes_contacts_when_both_want_it,
    invitations_are_rationed,
    an_address_book_finds_only_who_wants_to_be_found,
    suggested_contacts_have_reasons_and_can_be_put_aside
);

async fn change(test: &TestApp, who: &SignedIn, change: impl FnOnce(&mut Helper)) {
    let mut mine = edit::mine(&test.app, who).await.unwrap();
    change(&mut mine);
    edit::edit(&test.app, who, &mine.name, mine.profile, mine.version)
        .await
        .unwrap();
}

async fn what_is_hidden_is_not_found_by_asking_for_it(test: TestApp) {
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let finds = async |wanted: Wanted| {
        let found = directory(&test.app, &rosa, &wanted, 0).await.unwrap();
        found.lines.iter().any(|line| line.face.id == eva.helper())
    };
    let group = Wanted {
        offer: Some(test.term("transport")),
        ..Wanted::default()
    };
    let here = Wanted {
        place: Some(test.place("Fresno, California")),
        ..Wanted::default()
    };
    let words = Wanted {
        words: "doctor".to_owned(),
        ..Wanted::default()
    };
    for wanted in [&group, &here, &words] {
        assert!(finds(wanted.clone()).await, "{wanted:?}");
    }
    change(&test, &eva, |eva| {
        eva.profile.privacy.offers = Reach::Contacts;
        eva.profile.privacy.area = Reach::Contacts;
    })
    .await;
    for wanted in [&group, &here, &words] {
        assert!(!finds(wanted.clone()).await, "{wanted:?}");
    }
    assert!(finds(Wanted::default()).await, "she is listed");
    test.befriend(&rosa, &eva).await;
    for wanted in [&group, &here, &words] {
        assert!(finds(wanted.clone()).await, "{wanted:?}");
    }
    block::block(&test.app, &eva, rosa.helper()).await.unwrap();
    assert!(!finds(Wanted::default()).await);
}

async fn a_note_is_for_its_owner_alone(test: TestApp) {
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    remember::keep(&test.app, &rosa, eva.helper(), "patient", "Rides, #Church")
        .await
        .unwrap();
    let note = remember::on(&test.app, &rosa, eva.helper()).await.unwrap();
    assert_eq!(note.words, "patient");
    assert_eq!(note.tags, ["church", "rides"]);
    let wanted = Wanted {
        tag: Some("rides".to_owned()),
        ..Wanted::default()
    };
    let mine = directory(&test.app, &rosa, &wanted, 0).await.unwrap();
    assert_eq!((mine.total, mine.tags.len()), (1, 2));
    let theirs = directory(&test.app, &eva, &wanted, 0).await.unwrap();
    assert_eq!((theirs.total, theirs.tags.len()), (0, 0));
    remember::keep(&test.app, &rosa, eva.helper(), "", "")
        .await
        .unwrap();
    let note = remember::on(&test.app, &rosa, eva.helper()).await.unwrap();
    assert_eq!(note, remember::HelperNote::default());
}

async fn whom_both_know_is_told_only_where_both_sides_allow_it(test: TestApp) {
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let ana = test.neighbour("ana").await;
    test.befriend(&rosa, &ana).await;
    test.befriend(&eva, &ana).await;
    let both = async || {
        shared::shared(&test.app, &rosa, eva.helper())
            .await
            .unwrap()
            .len()
    };
    assert_eq!(both().await, 0, "nobody was asked");
    change(&test, &ana, |ana| {
        ana.profile.privacy.contacts = Reach::Contacts
    })
    .await;
    assert_eq!(both().await, 0, "one side is not enough");
    change(&test, &eva, |eva| {
        eva.profile.privacy.contacts = Reach::Everyone
    })
    .await;
    assert_eq!(both().await, 1);
    block::block(&test.app, &eva, ana.helper()).await.unwrap();
    assert_eq!(both().await, 0, "a block between the other two");
}

async fn arrive(test: &TestApp, handle: &str, token: String, befriend: bool) -> SignedIn {
    let new = NewAccount {
        befriend,
        name: format!("Test {handle}"),
        handle: handle.to_owned(),
        password: PASSWORD.into(),
        invitation: Some(token),
        locale: None,
        device: String::new(),
    };
    register(&test.app, new).await.unwrap().session.unwrap().who
}

async fn an_invitation_makes_contacts_when_both_want_it(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    for (wished, ticked, contacts) in [(false, true, 0), (true, false, 0), (true, true, 1)] {
        let words = Words {
            level: Some(InvitedAs::Worked),
            greeting: "Welcome!".to_owned(),
            befriend: wished,
        };
        let link = invite::make_with(&test.app, &rosa, words).await.unwrap();
        assert_eq!(
            link.invitation.level.is_some(),
            wished,
            "no word without contact"
        );
        let token = Some(link.token.as_str());
        let said = invite::greeting(&test.app, token).await.unwrap().unwrap();
        assert_eq!((said.words.as_str(), said.befriend), ("Welcome!", wished));
        let handle = format!("eva{wished}{ticked}");
        let eva = arrive(&test, &handle, link.token, ticked).await;
        let mine = list::list(&test.app, &eva).await.unwrap();
        assert_eq!(mine.accepted.len(), contacts, "{wished} {ticked}");
    }
    let made = invite::list(&test.app, &rosa).await.unwrap();
    assert!(made.iter().all(|one| one.used_by.is_some()));
}

async fn invitations_are_rationed(test: TestApp) {
    let rosa = test.helper("rosa").await;
    for _ in 0..INVITATIONS_A_DAY {
        invite::make(&test.app, &rosa).await.unwrap();
    }
    let one_more = invite::make(&test.app, &rosa).await;
    assert!(matches!(one_more, Err(InviteError::TooMany)));
    test.clock.advance_days(1);
    assert!(invite::make(&test.app, &rosa).await.is_ok());
}

async fn an_address_book_finds_only_who_wants_to_be_found(test: TestApp) {
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let text = "BEGIN:VCARD\nVERSION:3.0\nFN:E.\nTEL:(559) 555-0143\nEND:VCARD\n";
    let book = || book::read(text.as_bytes()).unwrap();
    let here = async || {
        let found = book::look_up(&test.app, &rosa, book()).await.unwrap();
        found.people[0].here.len()
    };
    assert_eq!(here().await, 0);
    found_by::add(&test.app, &eva, "+1 559 555 0143")
        .await
        .unwrap();
    assert_eq!(
        found_by::mine(&test.app, &eva).await.unwrap(),
        ["+15595550143"]
    );
    assert_eq!(here().await, 1, "two spellings of one number");
    block::block(&test.app, &eva, rosa.helper()).await.unwrap();
    assert_eq!(here().await, 0);
    block::unblock(&test.app, &eva, rosa.helper())
        .await
        .unwrap();
    found_by::remove(&test.app, &eva, "+15595550143")
        .await
        .unwrap();
    assert_eq!(here().await, 0);
    // Whoever tries numbers one after the other comes to an end.
    let many: String = (0..book::MOST_A_DAY)
        .map(|n| format!("BEGIN:VCARD\nTEL:+1559{:07}\nEND:VCARD\n", 5_550_000 + n))
        .collect();
    let many = book::read(many.as_bytes()).unwrap();
    let found = book::look_up(&test.app, &rosa, many).await.unwrap();
    assert_eq!(found.waiting, 4, "four were asked before");
    found_by::add(&test.app, &eva, "+15595550143")
        .await
        .unwrap();
    assert_eq!(here().await, 0, "the day's ration is used up");
    test.clock.advance_days(1);
    assert_eq!(here().await, 1);
}

async fn suggested_contacts_have_reasons_and_can_be_put_aside(test: TestApp) {
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let situation = argonaut_domain::taxonomy::Taxonomy::builtin()
        .terms(argonaut_domain::taxonomy::TermKind::Situation)
        .next()
        .unwrap();
    for who in [&rosa, &eva] {
        change(&test, who, |who| who.profile.situations = vec![situation]).await;
    }
    let names = async || {
        let found = suggest::suggested(&test.app, &rosa, 9).await.unwrap();
        found.iter().map(|one| one.face.id).collect::<Vec<_>>()
    };
    assert!(
        names().await.is_empty(),
        "kinds of clients are for contacts"
    );
    change(&test, &eva, |eva| {
        eva.profile.privacy.clients = Reach::Everyone
    })
    .await;
    assert_eq!(names().await, [eva.helper()]);
    suggest::put_aside(&test.app, &rosa, eva.helper(), false)
        .await
        .unwrap();
    assert!(names().await.is_empty());
    test.clock.advance_days(suggest::NOT_NOW_DAYS + 1);
    assert_eq!(names().await, [eva.helper()]);
    suggest::put_aside(&test.app, &rosa, eva.helper(), true)
        .await
        .unwrap();
    test.clock.advance_days(900);
    assert!(names().await.is_empty());
    suggest::bring_back(&test.app, &rosa).await.unwrap();
    assert_eq!(names().await, [eva.helper()]);
    let seen = helpers::view::view(&test.app, &rosa, eva.helper()).await;
    assert!(seen.is_ok());
}
