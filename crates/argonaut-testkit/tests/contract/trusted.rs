//! Recovery by trusted contacts: set up, asked for without an account showing, approved after
//! comparing the number, delayed, stopped, finished; and what a writer of the database cannot do.

use argonaut_app::accounts::trusted::come_back::{ComeBackError, ask, finish, standing};
use argonaut_app::accounts::trusted::hold::{self, HandOverError, hand_over};
use argonaut_app::accounts::trusted::set_up::{self, SetUpError};
use argonaut_app::accounts::{session, sign_in, tokens};
use argonaut_app::{SignedIn, background, contacts, notices};
use argonaut_domain::ids::HelperId;
use argonaut_domain::notice::NoticeKind;
use argonaut_store::Store;
use argonaut_testkit::{PASSWORD, TestApp, on_both};

on_both!(
    contacts_let_a_helper_back_in,
    it_wants_three_contacts_and_the_password,
    nobody_learns_which_handles_exist,
    the_owner_stops_what_they_did_not_ask,
    an_exchanged_key_gets_no_share,
    an_edited_waiting_time_opens_nothing,
    a_request_moved_to_an_account_opens_nothing,
    a_contact_who_leaves_keeps_no_share,
    a_stranger_who_asks_often_rings_once,
    a_false_share_does_no_harm,
);

const NEXT: &str = "violet anchor seven kettles";

struct Circle {
    rosa: SignedIn,
    friends: Vec<SignedIn>,
}

impl Circle {
    async fn of(test: &TestApp, threshold: usize) -> Self {
        let rosa = test.helper("rosa").await;
        let mut friends = Vec::new();
        for handle in ["ben", "cleo", "dan", "eli"] {
            let friend = test.helper(handle).await;
            test.befriend(&rosa, &friend).await;
            friends.push(friend);
        }
        let circle = Self { rosa, friends };
        set_up::set_up(
            &test.app,
            &circle.rosa,
            PASSWORD.into(),
            &circle.ids(),
            threshold,
        )
        .await
        .unwrap();
        circle
    }
    fn ids(&self) -> Vec<HelperId> {
        self.friends.iter().map(SignedIn::helper).collect()
    }
}

async fn number(test: &TestApp, cookie: &str) -> String {
    standing(&test.app, cookie).await.unwrap().unwrap().number
}

async fn contacts_let_a_helper_back_in(test: TestApp) {
    let circle = Circle::of(&test, 2).await;
    let client = test.client(&circle.rosa, "Dolores").await;
    let old = sign_in::sign_in(&test.app, "rosa", PASSWORD.into(), "Lost")
        .await
        .unwrap();
    let new = tokens::NewToken {
        name: "Old".to_owned(),
        scopes: vec![tokens::Scope::Records],
        days: 30,
        password: PASSWORD.into(),
    };
    let program = tokens::make(&test.app, &circle.rosa, new).await.unwrap();
    let asked = ask(&test.app, "@Rosa").await.unwrap();
    let cookie = asked.token.reveal();
    let number = number(&test, &cookie).await;
    background::round(&test.app).await.unwrap();
    let [ben, cleo, ..] = circle.friends.as_slice() else {
        panic!("four friends")
    };
    let told = notices::list(&test.app, ben).await.unwrap();
    let rung = told
        .iter()
        .find(|notice| notice.kind == NoticeKind::ReturnAsked);
    assert_eq!(rung.unwrap().subject, circle.rosa.helper().uuid());
    let told = notices::list(&test.app, &circle.rosa).await.unwrap();
    assert!(
        told.iter()
            .any(|notice| notice.kind == NoticeKind::ReturnStarted)
    );
    let held = hold::list(&test.app, ben).await.unwrap();
    assert_eq!(
        (held[0].name.as_str(), held[0].asked.is_some()),
        ("Test rosa", true)
    );

    // A wrong number hands nothing over; the right one does, however it is typed.
    let wrong = hand_over(&test.app, ben, circle.rosa.helper(), "1234 5678").await;
    assert!(matches!(wrong, Err(HandOverError::WrongNumber)));
    hand_over(
        &test.app,
        ben,
        circle.rosa.helper(),
        &number.replace(' ', "-"),
    )
    .await
    .unwrap();
    let stranger = test.helper("eve").await;
    let none = hand_over(&test.app, &stranger, circle.rosa.helper(), &number).await;
    assert!(matches!(none, Err(HandOverError::NotFound)));

    let early = finish(&test.app, &cookie, NEXT.into(), "").await;
    assert!(matches!(early, Err(ComeBackError::NotYet)));
    test.clock.advance_days(3);
    let few = finish(&test.app, &cookie, NEXT.into(), "").await;
    assert!(
        matches!(few, Err(ComeBackError::NotYet)),
        "one of two is not enough"
    );
    hand_over(&test.app, cleo, circle.rosa.helper(), &number)
        .await
        .unwrap();
    let at = standing(&test.app, &cookie).await.unwrap().unwrap();
    assert!(at.enough && at.waited && !at.ended);
    let weak = finish(&test.app, &cookie, "passwordpassword".into(), "").await;
    assert!(matches!(weak, Err(ComeBackError::Weak(_))));

    // On another node, as it may happen.
    let node = test.another_node().await;
    let back = finish(&node, &cookie, NEXT.into(), "New").await.unwrap();
    let opened = argonaut_app::clients::open::open(&node, &back.session.who, client)
        .await
        .unwrap();
    assert_eq!(opened.dossier.get().name(), "Dolores");
    for gone in [&old.token, &asked.token] {
        assert!(
            session::resume(&test.app, &gone.reveal())
                .await
                .unwrap()
                .is_none()
        );
    }
    assert!(tokens::caller(&test.app, &program).await.unwrap().is_none());
    assert!(
        sign_in::sign_in(&test.app, "rosa", PASSWORD.into(), "")
            .await
            .is_err()
    );
    assert!(
        sign_in::sign_in(&test.app, "rosa", NEXT.into(), "")
            .await
            .is_ok()
    );
    let twice = finish(&test.app, &cookie, PASSWORD.into(), "").await;
    assert!(matches!(twice, Err(ComeBackError::NotYet)), "it works once");

    // The shares were made anew: the way back works a second time, with others.
    let again = ask(&test.app, "rosa").await.unwrap();
    let cookie = again.token.reveal();
    let number = self::number(&test, &cookie).await;
    for friend in &circle.friends[2..] {
        hand_over(&test.app, friend, circle.rosa.helper(), &number)
            .await
            .unwrap();
    }
    test.clock.advance_days(3);
    finish(&test.app, &cookie, "eleven brown wooden spoons".into(), "")
        .await
        .unwrap();
}

async fn it_wants_three_contacts_and_the_password(test: TestApp) {
    let circle = Circle::of(&test, 3).await;
    let eve = test.helper("eve").await;
    let ids = circle.ids();
    let try_it = async |holders: &[HelperId], threshold, password: &str| {
        set_up::set_up(&test.app, &circle.rosa, password.into(), holders, threshold).await
    };
    let strange = [ids[0], ids[1], eve.helper()];
    for (holders, threshold) in [(&ids[..2], 2), (&strange[..], 2)] {
        assert!(matches!(
            try_it(holders, threshold, PASSWORD).await,
            Err(SetUpError::WrongNumber)
        ));
    }
    let doubled = [ids[0], ids[0], ids[1]];
    assert!(matches!(
        try_it(&doubled, 2, PASSWORD).await,
        Err(SetUpError::WrongNumber)
    ));
    for threshold in [0, 1, 4] {
        assert!(matches!(
            try_it(&ids[..3], threshold, PASSWORD).await,
            Err(SetUpError::WrongThreshold)
        ));
    }
    assert!(matches!(
        try_it(&ids, 2, "not it at all").await,
        Err(SetUpError::WrongPassword)
    ));
    let state = set_up::state(&test.app, &circle.rosa).await.unwrap();
    assert_eq!(state.made.unwrap().threshold, 3);
    set_up::end(&test.app, &circle.rosa).await.unwrap();
    assert!(matches!(
        set_up::end(&test.app, &circle.rosa).await,
        Err(SetUpError::NothingThere)
    ));
    assert!(
        hold::list(&test.app, &circle.friends[0])
            .await
            .unwrap()
            .is_empty()
    );
}

async fn nobody_learns_which_handles_exist(test: TestApp) {
    Circle::of(&test, 2).await;
    test.helper("alone").await;
    let mut faces = Vec::new();
    for handle in ["rosa", "alone", "nobody", "!", ""] {
        let asked = ask(&test.app, handle).await.unwrap();
        let at = standing(&test.app, &asked.token.reveal())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(at.number.len(), 9);
        faces.push((
            at.ready,
            at.helped,
            at.enough,
            at.waited,
            at.ended,
            asked.expires,
        ));
        let early = finish(&test.app, &asked.token.reveal(), NEXT.into(), "").await;
        assert!(matches!(early, Err(ComeBackError::NotYet)));
    }
    assert!(faces.windows(2).all(|pair| pair[0] == pair[1]));
    test.clock.advance_days(18);
    let late = ask(&test.app, "rosa").await.unwrap();
    assert!(
        standing(&test.app, &late.token.reveal())
            .await
            .unwrap()
            .is_some()
    );
}

async fn the_owner_stops_what_they_did_not_ask(test: TestApp) {
    let circle = Circle::of(&test, 2).await;
    let asked = ask(&test.app, "rosa").await.unwrap();
    let cookie = asked.token.reveal();
    let number = number(&test, &cookie).await;
    for friend in &circle.friends {
        hand_over(&test.app, friend, circle.rosa.helper(), &number)
            .await
            .unwrap();
    }
    assert_eq!(
        set_up::state(&test.app, &circle.rosa)
            .await
            .unwrap()
            .asked
            .len(),
        1
    );
    set_up::stop(&test.app, &circle.rosa).await.unwrap();
    test.clock.advance_days(3);
    assert!(standing(&test.app, &cookie).await.unwrap().unwrap().ended);
    let stopped = finish(&test.app, &cookie, NEXT.into(), "").await;
    assert!(matches!(stopped, Err(ComeBackError::NotYet)));
    let late = hand_over(&test.app, &circle.friends[0], circle.rosa.helper(), &number).await;
    assert!(matches!(late, Err(HandOverError::WrongNumber)));
    assert!(matches!(
        set_up::stop(&test.app, &circle.rosa).await,
        Err(SetUpError::NothingThere)
    ));
}

/// What a writer of the database does.
pub(crate) async fn edit(test: &TestApp, sql: &'static str) {
    match test.database.backend() {
        argonaut_store::Backend::Sqlite(path) => {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
            let mut conn = sqlx::ConnectOptions::connect(&options).await.unwrap();
            sqlx::query(sql).execute(&mut conn).await.unwrap();
        }
        argonaut_store::Backend::Postgres(url) => {
            let mut conn = <sqlx::PgConnection as sqlx::Connection>::connect(url)
                .await
                .unwrap();
            sqlx::query(sql).execute(&mut conn).await.unwrap();
        }
    }
}

async fn an_exchanged_key_gets_no_share(test: TestApp) {
    let circle = Circle::of(&test, 2).await;
    let honest = ask(&test.app, "rosa").await.unwrap();
    let number = number(&test, &honest.token.reveal()).await;
    // A writer of the database puts another request's key in the place of the honest one's.
    ask(&test.app, "nobody").await.unwrap();
    edit(
        &test,
        "UPDATE recovery_requests SET public_key =
         (SELECT public_key FROM recovery_requests WHERE helper_id IS NULL) WHERE helper_id IS NOT NULL",
    )
    .await;
    let refused = hand_over(&test.app, &circle.friends[0], circle.rosa.helper(), &number).await;
    assert!(matches!(refused, Err(HandOverError::WrongNumber)));
}

async fn a_request_moved_to_an_account_opens_nothing(test: TestApp) {
    let circle = Circle::of(&test, 2).await;
    // Asked under a handle that nobody has, so that nobody is told; then a writer of the
    // database makes it Rosa's.
    let quiet = ask(&test.app, "nobody").await.unwrap();
    let cookie = quiet.token.reveal();
    let number = number(&test, &cookie).await;
    edit(
        &test,
        "UPDATE recovery_requests SET helper_id = (SELECT helper_id FROM recovery_sets),
         set_id = (SELECT id FROM recovery_sets)",
    )
    .await;
    let refused = hand_over(&test.app, &circle.friends[0], circle.rosa.helper(), &number).await;
    assert!(matches!(refused, Err(HandOverError::WrongNumber)));
    assert!(standing(&test.app, &cookie).await.unwrap().is_none());
}

async fn an_edited_waiting_time_opens_nothing(test: TestApp) {
    let circle = Circle::of(&test, 2).await;
    let asked = ask(&test.app, "rosa").await.unwrap();
    let cookie = asked.token.reveal();
    let number = number(&test, &cookie).await;
    for friend in &circle.friends {
        hand_over(&test.app, friend, circle.rosa.helper(), &number)
            .await
            .unwrap();
    }
    edit(&test, "UPDATE recovery_requests SET ready_at = asked_at").await;
    let sooner = finish(&test.app, &cookie, NEXT.into(), "").await;
    assert!(matches!(sooner, Err(ComeBackError::NotYet)));
}

async fn a_contact_who_leaves_keeps_no_share(test: TestApp) {
    let circle = Circle::of(&test, 2).await;
    let ben = &circle.friends[0];
    contacts::ask::remove(&test.app, ben, circle.rosa.helper())
        .await
        .unwrap();
    contacts::block::block(&test.app, &circle.rosa, circle.friends[1].helper())
        .await
        .unwrap();
    let state = set_up::state(&test.app, &circle.rosa)
        .await
        .unwrap()
        .made
        .unwrap();
    assert!(state.outdated);
    assert_eq!(state.holders.len(), 2);
    let told = notices::list(&test.app, &circle.rosa).await.unwrap();
    assert!(
        told.iter()
            .any(|notice| notice.kind == NoticeKind::SharesOutdated)
    );
    let asked = ask(&test.app, "rosa").await.unwrap();
    let number = number(&test, &asked.token.reveal()).await;
    let gone = hand_over(&test.app, ben, circle.rosa.helper(), &number).await;
    assert!(matches!(gone, Err(HandOverError::NotFound)));
}

async fn a_stranger_who_asks_often_rings_once(test: TestApp) {
    let circle = Circle::of(&test, 2).await;
    for _ in 0..5 {
        ask(&test.app, "rosa").await.unwrap();
        background::round(&test.app).await.unwrap();
    }
    let told = notices::list(&test.app, &circle.friends[0]).await.unwrap();
    let rings = told
        .iter()
        .filter(|notice| notice.kind == NoticeKind::ReturnAsked)
        .count();
    assert_eq!(rings, 1);
    // Rosa's own request among the stranger's five is found by its number.
    let hers = ask(&test.app, "rosa").await.unwrap();
    let cookie = hers.token.reveal();
    let number = number(&test, &cookie).await;
    hand_over(&test.app, &circle.friends[0], circle.rosa.helper(), &number)
        .await
        .unwrap();
    assert_eq!(
        standing(&test.app, &cookie).await.unwrap().unwrap().helped,
        1
    );
}

async fn a_false_share_does_no_harm(test: TestApp) {
    let circle = Circle::of(&test, 2).await;
    let asked = ask(&test.app, "rosa").await.unwrap();
    let cookie = asked.token.reveal();
    let number = number(&test, &cookie).await;
    for friend in &circle.friends[..3] {
        hand_over(&test.app, friend, circle.rosa.helper(), &number)
            .await
            .unwrap();
    }
    // A writer of the database damages one of the three.
    let store = Store::open(test.database.backend()).await.unwrap();
    let mut write = store.write().await.unwrap();
    let request = write
        .open_requests(circle.rosa.helper(), test.app.now())
        .await
        .unwrap()
        .remove(0);
    write
        .approve_request(
            request.id,
            circle.friends[0].helper(),
            b"nonsense",
            test.app.now(),
        )
        .await
        .unwrap();
    write.commit_unlogged().await.unwrap();
    test.clock.advance_days(3);
    finish(&test.app, &cookie, NEXT.into(), "").await.unwrap();
}
