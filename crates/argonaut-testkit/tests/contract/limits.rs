//! Limits: shared by all nodes, by helper and by address, never by somebody else's name; and
//! reading in bulk is slowed and told.

use argonaut_app::accounts::recover::{RecoverError, recover};
use argonaut_app::accounts::sign_in::{SignInError, Step, first_step, known_browser};
use argonaut_app::accounts::trusted::{come_back, hold, set_up};
use argonaut_app::accounts::{administer, register};
use argonaut_app::limits::{self, Act, Address, Why, from_address, reading};
use argonaut_app::notices;
use argonaut_domain::audit::Deed;
use argonaut_domain::ids::CardId;
use argonaut_domain::limit::Limits;
use argonaut_domain::notice::NoticeKind;
use argonaut_testkit::{PASSWORD, TestApp, on_both};
use uuid::Uuid;

on_both!(
    a_limit_holds_on_every_node_and_comes_back,
    an_address_waits_for_itself_alone,
    whoever_floods_a_handle_from_everywhere_keeps_nobody_out,
    addresses_are_kept_as_marks_of_a_day,
    reading_in_bulk_is_slowed_told_and_no_lock_out,
    many_questions_are_slowed_like_many_cards,
    a_refusal_keeps_what_was_typed,
    the_pages_count_the_address_of_the_connection,
    honest_days_never_wait_and_a_scraper_does,
);

fn at(number: u8) -> Option<Address> {
    Address::of([203, 0, 113, number].into())
}

async fn a_limit_holds_on_every_node_and_comes_back(test: TestApp) {
    let rosa = test.helper("rosa").await;
    let other = test.another_node().await;
    let eva = test.helper("eva").await;
    let nodes = [&test.app, &other];
    let burst = Act::Enquiry.by_helper().unwrap().burst;
    for number in 0..burst {
        let node = nodes[usize::try_from(number).unwrap() % 2];
        assert_eq!(
            limits::take(node, Some(rosa.helper()), Act::Enquiry).await,
            Ok(())
        );
    }
    for node in nodes {
        let refused = limits::take(node, Some(rosa.helper()), Act::Enquiry).await;
        let wait = refused.unwrap_err();
        assert_eq!((wait.retry_after, wait.why), (180, Why::Often));
        assert_eq!(
            limits::take(node, Some(eva.helper()), Act::Enquiry).await,
            Ok(())
        );
        assert_eq!(
            limits::take(node, Some(rosa.helper()), Act::Post).await,
            Ok(())
        );
    }
    test.clock.set(test.app.now().plus_minutes(3));
    assert_eq!(
        limits::take(&other, Some(rosa.helper()), Act::Enquiry).await,
        Ok(())
    );
    assert!(
        limits::take(&test.app, Some(rosa.helper()), Act::Enquiry)
            .await
            .is_err()
    );
    // Bundles lose nothing but a rest of one: no node gives more than there is.
    let most = Act::Draft.by_helper().unwrap().burst;
    let mut given = 0;
    for number in 0..most * 2 {
        let node = nodes[usize::try_from(number).unwrap() % 2];
        given += u32::from(
            limits::take(node, Some(eva.helper()), Act::Draft)
                .await
                .is_ok(),
        );
    }
    assert!(
        given <= most && given + Act::Draft.bundle() >= most,
        "{given}"
    );
}

async fn an_address_waits_for_itself_alone(test: TestApp) {
    test.helper("rosa").await;
    let attempt =
        || async { first_step(&test.app, "nobody-here", "wrong words".into(), "", None).await };
    let most = Act::SignIn.by_address().unwrap().burst;
    // Other handles each time, so that only the address counts.
    from_address(at(1), async {
        for number in 0..most {
            let handle = format!("h{number}");
            let tried = first_step(&test.app, &handle, "wrong words".into(), "", None).await;
            assert!(matches!(tried, Err(SignInError::Wrong)), "{number}");
        }
        assert!(matches!(attempt().await, Err(SignInError::Busy(_))));
        // A browser that knew the password is not held up by its neighbours.
        let known = known_browser(&test.app, "rosa");
        let step = first_step(&test.app, "rosa", PASSWORD.into(), "", Some(&known)).await;
        assert!(matches!(step, Ok(Step::Done(_))));
    })
    .await;
    let elsewhere = from_address(at(2), attempt()).await;
    assert!(matches!(elsewhere, Err(SignInError::Wrong)));
}

async fn account(test: &TestApp, handle: &str) -> register::Registered {
    let new = register::NewAccount {
        name: format!("Test {handle}"),
        handle: handle.to_owned(),
        password: PASSWORD.into(),
        invitation: None,
        befriend: false,
        locale: None,
        device: String::new(),
    };
    register::register(&test.app, new).await.unwrap()
}

async fn whoever_floods_a_handle_from_everywhere_keeps_nobody_out(test: TestApp) {
    let rosa = account(&test, "rosa").await.session.unwrap().who;
    // A code that reads as one, and is somebody else's.
    let wrong = account(&test, "decoy").await.recovery_code;
    let mut holders = Vec::new();
    for handle in ["ana", "ben", "cleo"] {
        let holder = test.neighbour(handle).await;
        test.befriend(&rosa, &holder).await;
        holders.push(holder);
    }
    let ids: Vec<_> = holders.iter().map(argonaut_app::SignedIn::helper).collect();
    set_up::set_up(&test.app, &rosa, PASSWORD.into(), &ids, 2)
        .await
        .unwrap();
    let known = known_browser(&test.app, "rosa");
    // Fifty addresses try everything there is.
    for number in 0..50 {
        from_address(at(number), async {
            let _ = first_step(&test.app, "rosa", "not this one".into(), "", None).await;
            let code = wrong.reveal().as_str().into();
            let tried = recover(&test.app, "rosa", code, "another maple tuba".into(), "").await;
            assert!(matches!(tried, Err(RecoverError::Wrong)));
            let _ = come_back::ask(&test.app, "rosa").await;
        })
        .await;
    }
    // By a known browser.
    from_address(at(200), async {
        let unknown = first_step(&test.app, "rosa", PASSWORD.into(), "", None).await;
        assert!(
            matches!(unknown, Err(SignInError::Busy(_))),
            "guessing is slowed"
        );
        let step = first_step(&test.app, "rosa", PASSWORD.into(), "", Some(&known)).await;
        assert!(
            matches!(step, Ok(Step::Done(_))),
            "the known browser gets in"
        );
        // By contacts.
        let asked = come_back::ask(&test.app, "rosa").await.unwrap();
        let cookie = asked.token.reveal();
        let standing = come_back::standing(&test.app, &cookie)
            .await
            .unwrap()
            .unwrap();
        for holder in holders.iter().take(2) {
            hold::hand_over(&test.app, holder, rosa.helper(), &standing.number)
                .await
                .unwrap();
        }
        test.clock.set(test.app.now().plus_days(4));
        let back =
            come_back::finish(&test.app, &cookie, "quiet lantern maple one".into(), "").await;
        let back = back.unwrap_or_else(|error| panic!("contacts: {error}"));
        // By the recovery code (the new one: coming back makes another).
        let again = recover(
            &test.app,
            "rosa",
            back.recovery_code.reveal().as_str().into(),
            "quiet lantern maple two".into(),
            "",
        )
        .await;
        assert!(again.is_ok(), "the recovery code opens");
    })
    .await;
}

async fn addresses_are_kept_as_marks_of_a_day(test: TestApp) {
    let subjects = "SELECT count(DISTINCT subject) FROM limits WHERE act = 'sign-in@'";
    let try_once = || async {
        let _ = first_step(&test.app, "nobody-here", "wrong words".into(), "", None).await;
    };
    from_address(at(9), try_once()).await;
    from_address(at(9), try_once()).await;
    assert_eq!(test.database.number(subjects).await, 1);
    test.clock.set(test.app.now().plus_days(1));
    from_address(at(9), try_once()).await;
    assert_eq!(
        test.database.number(subjects).await,
        2,
        "another mark each day"
    );
    test.clock.set(test.app.now().plus_days(1));
    argonaut_app::background::round(&test.app).await.unwrap();
    assert_eq!(test.database.number("SELECT count(*) FROM limits").await, 0);
}

/// As many different cards.
fn cards(from: u128, many: i64) -> Vec<CardId> {
    (from..from + u128::try_from(many).unwrap())
        .map(|number| CardId::from_uuid(Uuid::from_u128(number)))
        .collect()
}

async fn reading_in_bulk_is_slowed_told_and_no_lock_out(test: TestApp) {
    let admin = test.administrator().await;
    let reader = test.neighbour("reader").await;
    let client = test.client(&reader, "Dolores").await;
    let (app, me) = (&test.app, reader.helper());
    // The same cards again and again are no more cards.
    for _ in 0..5 {
        reading::note(app, me, cards(1, reading::MANY_CARDS - 1), None)
            .await
            .unwrap();
        assert_eq!(reading::pace(app, me).await, Ok(()));
    }
    reading::note(app, me, cards(1_000, 1), None).await.unwrap();
    assert_eq!(
        reading::pace(app, me).await,
        Ok(()),
        "the first goes through"
    );
    let wait = reading::pace(app, me).await.unwrap_err();
    assert_eq!((wait.retry_after, wait.why), (5, Why::Reading));
    let other = test.another_node().await;
    assert!(reading::pace(&other, me).await.is_err(), "on every node");
    let told = |list: Vec<argonaut_domain::notice::Notice>, kind| {
        list.iter().filter(|notice| notice.kind == kind).count()
    };
    let fast = notices::list(app, &admin).await.unwrap();
    assert_eq!(told(fast, NoticeKind::ReadingFast), 0, "not yet");
    for from in [2_000, 3_000, 4_000] {
        reading::note(app, me, cards(from, reading::MANY_CARDS), None)
            .await
            .unwrap();
    }
    let fast = notices::list(app, &admin).await.unwrap();
    assert_eq!(told(fast, NoticeKind::ReadingFast), 1, "once");
    let slowed = notices::list(app, &reader).await.unwrap();
    assert_eq!(told(slowed, NoticeKind::ReadingSlowed), 1);
    let granted = admin.actor.admin().unwrap();
    let log = administer::audit_log(app, &granted).await.unwrap();
    assert_eq!(
        log.iter()
            .filter(|row| row.deed == Deed::ReadingSlowed)
            .count(),
        1
    );
    // Their own clients are open as always.
    test.clock.set(app.now().plus_minutes(1));
    let mut browser = test.site().signed_in("reader").await;
    let page = browser.get(&format!("/clients/{client}")).await;
    assert_eq!(page.status, 200);
    assert_eq!(
        browser.get("/find?kind=card").await.status,
        200,
        "one, after a while"
    );
    let held = browser.get("/find?kind=card").await;
    assert_eq!(held.status, 429);
    assert!(held.headers.contains_key("retry-after") && held.body.contains("very many cards"));
    assert_eq!(browser.get(&format!("/clients/{client}")).await.status, 200);
    // Tomorrow it is as always.
    test.clock.set(app.now().plus_days(1));
    for _ in 0..3 {
        assert_eq!(reading::pace(app, me).await, Ok(()));
    }
    let kept = "SELECT count(*) FROM shown";
    assert!(test.database.number(kept).await > 0);
    argonaut_app::background::round(app).await.unwrap();
    assert_eq!(
        test.database.number(kept).await,
        0,
        "the marks go with their day"
    );
}

async fn many_questions_are_slowed_like_many_cards(test: TestApp) {
    let asker = test.neighbour("asker").await;
    let (app, me) = (&test.app, asker.helper());
    for number in 0..reading::MANY_QUESTIONS {
        assert_eq!(reading::pace(app, me).await, Ok(()), "{number}");
        let question = format!("place {number}");
        reading::note(app, me, [], Some(&question)).await.unwrap();
        reading::note(app, me, [], Some("the same")).await.unwrap();
    }
    let _ = reading::pace(app, me).await;
    assert!(reading::pace(app, me).await.is_err());
}

async fn a_refusal_keeps_what_was_typed(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let burst = Act::Post.by_helper().unwrap().burst;
    for _ in 0..burst {
        limits::take(&test.app, Some(rosa.helper()), Act::Post)
            .await
            .unwrap();
    }
    let typed = "A long letter that nobody would want to write a second time.";
    let id = "00000000-0000-4000-8000-000000000000";
    let path = format!("/matches/{id}/message");
    for (browser, says) in [
        (test.site().signed_in("rosa").await, "Send again"),
        (
            test.site().signed_in("rosa").await.in_spanish(),
            "Enviar otra vez",
        ),
    ] {
        let mut browser = browser;
        let answer = browser.post(&path, &[("message", typed)]).await;
        assert_eq!(answer.status, 429);
        assert!(answer.headers.contains_key("retry-after"));
        assert!(
            answer.body.contains(typed) && answer.body.contains(says),
            "{}",
            answer.body
        );
    }
    // An instance may allow more, within bounds.
    assert!(Limits::parse("post=2400").is_ok() && Limits::parse("post=2401").is_err());
}

async fn the_pages_count_the_address_of_the_connection(test: TestApp) {
    let site = test.site();
    let ask = async |last: u8| {
        let mut browser = site.browser().at([203, 0, 113, last]);
        browser
            .post("/recover/contacts", &[("handle", "rosa")])
            .await
    };
    let most = Act::Recovery.by_address().unwrap().burst;
    for number in 0..most {
        assert_ne!(ask(1).await.status, 429, "{number}");
    }
    let refused = ask(1).await;
    assert_eq!(refused.status, 429);
    assert!(refused.headers.contains_key("retry-after"));
    assert!(
        refused.body.contains("value=\"rosa\""),
        "the handle is kept"
    );
    assert_ne!(ask(2).await.status, 429, "another address");
}

/// Two days, played hour by hour through what the pages call: a hard-working helper, and a
/// program that pages through a network of 20,000 cards as fast as it is let.
async fn honest_days_never_wait_and_a_scraper_does(test: TestApp) {
    let honest = test.neighbour("honest").await;
    let scraper = test.neighbour("scraper").await;
    let app = &test.app;
    // Twelve clients, for each two searches of a page, and two cards opened; a fifth of what
    // a search shows was shown by another before.
    let mut questions = 0;
    for client in 0..12_u128 {
        for search in 0..2_u128 {
            let who = honest.helper();
            assert_eq!(limits::take(app, Some(who), Act::Search).await, Ok(()));
            assert_eq!(reading::pace(app, who).await, Ok(()), "client {client}");
            let page = cards((client * 2 + search) * 16, 20);
            questions += 1;
            let question = format!("{client} {search}");
            reading::note(app, who, page, Some(&question))
                .await
                .unwrap();
        }
        test.clock.set(app.now().plus_minutes(20));
    }
    let shown = |who: argonaut_domain::ids::HelperId| {
        let id = test.database.id(who.uuid());
        format!("SELECT count(*) FROM shown WHERE kind = 'card' AND helper_id = {id}")
    };
    let seen = test.database.number(&shown(honest.helper())).await;
    assert!(seen > 0 && seen < reading::MANY_CARDS, "{seen}");
    eprintln!("an honest day: {questions} questions, {seen} different cards, no wait");

    let first = app.now();
    let (mut page, mut waited, mut told) = (0_u128, 0_i64, None);
    while app.now() < first.plus_minutes(12 * 60) {
        let who = scraper.helper();
        let mut wait = limits::take(app, Some(who), Act::Search).await.err();
        if wait.is_none() {
            wait = reading::pace(app, who).await.err();
        }
        let step = match wait {
            Some(wait) => i64::from(wait.retry_after),
            None => {
                reading::note(app, who, cards(100_000 + page * 20, 20), Some("all"))
                    .await
                    .unwrap();
                page += 1;
                let notices = notices::list(app, &scraper).await.unwrap();
                if told.is_none()
                    && notices
                        .iter()
                        .any(|one| one.kind == NoticeKind::ReadingSlowed)
                {
                    told = Some(page * 20);
                }
                1
            }
        };
        waited += step - 1;
        let now = app.now().micros() + step * 1_000_000;
        test.clock
            .set(argonaut_domain::clock::Timestamp::from_micros(now));
    }
    let unpaced = (i64::from(Act::Search.by_helper().unwrap().per_hour) * 12 + 120) * 20;
    eprintln!(
        "a scraper, 12 hours: {} cards ({unpaced} by the limit of searches alone), {waited} s waited, told at {told:?}",
        page * 20
    );
    let a_small_part = unpaced / 20;
    assert!(i64::try_from(page).unwrap() * 20 < a_small_part && told == Some(1_200));
}

/// What a check costs: printed, never asserted. `cargo test … -- --ignored --nocapture`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn what_a_check_costs() {
    for (name, test) in [
        ("SQLite", Some(TestApp::sqlite().await)),
        ("PostgreSQL", TestApp::postgres().await),
    ] {
        let Some(test) = test else { continue };
        let rosa = test.helper("rosa").await;
        for act in [Act::Enquiry, Act::Draft] {
            let (begun, mut times) = (std::time::Instant::now(), 0_u32);
            for _ in 0..1_000 {
                // Far enough apart that all are let through.
                test.clock.set(test.app.now().plus_minutes(4));
                assert_eq!(
                    limits::take(&test.app, Some(rosa.helper()), act).await,
                    Ok(())
                );
                times += 1;
            }
            eprintln!("{name}, {act}: {:?} each", begun.elapsed() / times);
        }
        while limits::take(&test.app, Some(rosa.helper()), Act::Enquiry)
            .await
            .is_ok()
        {}
        let begun = std::time::Instant::now();
        for _ in 0..1_000 {
            assert!(
                limits::take(&test.app, Some(rosa.helper()), Act::Enquiry)
                    .await
                    .is_err()
            );
        }
        eprintln!("{name}, refused: {:?} each", begun.elapsed() / 1_000);
        let begun = std::time::Instant::now();
        for number in 0..200 {
            let page = cards(number * 20, 20);
            reading::note(&test.app, rosa.helper(), page, Some("x"))
                .await
                .unwrap();
        }
        eprintln!(
            "{name}, a page of 20 cards noted: {:?}",
            begun.elapsed() / 200
        );
    }
}
