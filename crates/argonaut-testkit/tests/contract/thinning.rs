//! What the figures and the helpers of an area do to cards: census tables, and the
//! daily batch that makes cards say less.

use argonaut_app::accounts::{administer, invite, register};
use argonaut_app::cards::look::{self, LookError, Owner};
use argonaut_app::cards::preview::{Choice, Preview, preview};
use argonaut_app::cards::publish::publish;
use argonaut_app::gate::Chosen;
use argonaut_app::population::import::{ImportError, import};
use argonaut_app::{SignedIn, background, helpers, notices, population};
use argonaut_domain::audit::Deed;
use argonaut_domain::card::{Audience, CardContent};
use argonaut_domain::ids::{CardId, ClientId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::person::Age;
use argonaut_domain::place::Place;
use argonaut_testkit::{PASSWORD, TestApp, on_both};

on_both!(
    helpers_who_move_away_make_cards_say_less,
    a_card_is_taken_back_where_nobody_is_left,
    a_census_table_takes_the_place_of_the_estimate,
    a_bad_census_table_changes_nothing,
    the_numbers_of_hidden_owners_cannot_be_matched,
);

async fn sees(test: &TestApp, who: &SignedIn, id: CardId) -> bool {
    match look::look(&test.app, who, id).await {
        Ok(_) => true,
        Err(LookError::NotFound) => false,
        Err(error) => panic!("{error}"),
    }
}

async fn shown(test: &TestApp, who: &SignedIn, client: ClientId) -> Preview {
    preview(&test.app, who, client, Choice::default())
        .await
        .unwrap()
}

async fn content(test: &TestApp, who: &SignedIn, client: ClientId) -> CardContent {
    shown(test, who, client).await.outcome.unwrap().content
}

async fn move_to(test: &TestApp, who: &SignedIn, area: Place, version: i64) {
    let seen = helpers::view::view(&test.app, who, who.helper())
        .await
        .unwrap();
    let profile = argonaut_domain::helper::Profile {
        area,
        languages: seen.languages.clone(),
        ..Default::default()
    };
    helpers::edit::edit(&test.app, who, &who.name, profile, version)
        .await
        .unwrap();
}

/// The administrator, who is the first here and serves no place.
async fn admin(test: &TestApp) -> SignedIn {
    let link = invite::set_up(&test.app).await.unwrap();
    let new = register::NewAccount {
        befriend: false,
        name: "Ana".to_owned(),
        handle: "ana".to_owned(),
        password: PASSWORD.into(),
        invitation: link.map(|link| link.token),
        locale: None,
        device: String::new(),
    };
    let made = register::register(&test.app, new).await.unwrap();
    made.session.unwrap().who
}

async fn helpers_who_move_away_make_cards_say_less(test: TestApp) {
    let admin = admin(&test).await;
    let rosa = test.neighbour("rosa").await;
    let mut others = Vec::new();
    for number in 0..16 {
        others.push(test.neighbour(&format!("other{number}")).await);
    }
    let (fresno, other) = (
        test.place("Fresno, California"),
        test.place("Los Angeles, California"),
    );
    let client = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, client, Audience::Everyone).await;
    assert_eq!(background::round(&test.app).await.unwrap().thinned, 0);
    test.clock.advance_days(1);
    assert_eq!(background::round(&test.app).await.unwrap().thinned, 0);
    let eva = others.last().unwrap().clone();
    assert!(sees(&test, &eva, card).await);
    assert_eq!(
        look::look(&test.app, &eva, card)
            .await
            .unwrap()
            .content
            .place,
        fresno
    );

    for who in others.iter().take(9) {
        move_to(&test, who, other, 2).await;
    }
    assert!(!sees(&test, &eva, card).await, "strangers see it no more");
    assert!(sees(&test, &rosa, card).await, "the owner does");
    assert_eq!(
        background::round(&test.app).await.unwrap().thinned,
        0,
        "changes wait for the batch"
    );
    test.clock.advance_days(1);
    let node = test.another_node().await;
    node.refresh().await.unwrap();
    assert_eq!(background::round(&test.app).await.unwrap().thinned, 1);
    assert_eq!(
        background::round(&node).await.unwrap().thinned,
        0,
        "one node is enough"
    );
    assert_eq!(background::round(&test.app).await.unwrap().thinned, 0);

    let now = shown(&test, &rosa, client).await.on_show.unwrap();
    assert_ne!(now.id, card);
    assert_eq!(now.content.place, fresno.parent().unwrap());
    assert!(sees(&test, &eva, now.id).await && !sees(&test, &eva, card).await);
    assert_eq!(
        now.waiting_since,
        shown(&test, &rosa, client)
            .await
            .on_show
            .unwrap()
            .waiting_since
    );
    let told = notices::list(&test.app, &rosa).await.unwrap();
    let told: Vec<_> = told
        .iter()
        .filter(|notice| notice.kind == NoticeKind::CardFewHelpers)
        .collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].subject, client.uuid());
    let log = administer::audit_log(&test.app, &admin.actor.admin().unwrap())
        .await
        .unwrap();
    let entry = log.iter().filter(|entry| entry.deed == Deed::CardThinned);
    assert_eq!(
        entry
            .map(|entry| (entry.actor, entry.subject))
            .collect::<Vec<_>>(),
        [(None, card.uuid())]
    );

    // They come back; what was said less stays so.
    for who in others.iter().take(9) {
        move_to(&test, who, fresno, 3).await;
    }
    test.clock.advance_days(1);
    assert_eq!(background::round(&test.app).await.unwrap().thinned, 0);
    assert_eq!(
        content(&test, &rosa, client).await.place,
        fresno.parent().unwrap()
    );
}

async fn a_card_is_taken_back_where_nobody_is_left(test: TestApp) {
    let admin = admin(&test).await;
    let rosa = test.neighbour("rosa").await;
    let mut others = Vec::new();
    for number in 0..9 {
        others.push(test.neighbour(&format!("other{number}")).await);
    }
    let client = test.client(&rosa, "Dolores").await;
    let card = test.card(&rosa, client, Audience::Everyone).await;
    let narrow = test.client(&rosa, "Luz").await;
    let kept = test.card(&rosa, narrow, Audience::Contacts).await;
    test.clock.advance_days(1);
    background::round(&test.app).await.unwrap();
    // Anywhere asks for ten helpers in all; two of the eleven are suspended.
    let right = admin.actor.admin().unwrap();
    for who in others.iter().take(2) {
        administer::suspend(&test.app, &right, who.helper())
            .await
            .unwrap();
    }
    test.clock.advance_days(1);
    assert_eq!(background::round(&test.app).await.unwrap().thinned, 1);
    assert!(shown(&test, &rosa, client).await.on_show.is_none());
    assert!(!sees(&test, &rosa, card).await && sees(&test, &rosa, kept).await);
    let told = notices::list(&test.app, &rosa).await.unwrap();
    assert!(
        told.iter()
            .any(|notice| notice.kind == NoticeKind::CardTakenBack)
    );
}

fn census(test: &TestApp, name: &str, text: &str) -> std::path::PathBuf {
    let number = test.app.now().micros();
    let dir = std::env::temp_dir().join(format!("argonaut-census-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let path = dir.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

async fn a_census_table_takes_the_place_of_the_estimate(test: TestApp) {
    test.neighbours().await;
    let rosa = test.neighbour("rosa").await;
    let client = test.client(&rosa, "Dolores").await;
    let node = test.another_node().await;
    node.refresh().await.unwrap();
    assert!(population::current(&test.app).await.unwrap().is_none());
    let by_estimate = content(&test, &rosa, client).await;
    assert_ne!(by_estimate.age, Age::Any);

    // People are counted, their ages are not: what is not known is zero.
    let whole = census(
        &test,
        "whole.csv",
        "place,age,gender,language,count\n\"Fresno, California\",,,,540000\n",
    );
    let loaded = import(&test.app, &whole).await.unwrap();
    assert_eq!(
        (loaded.lines, loaded.places, loaded.people),
        (1, 1, 540_000)
    );
    assert_eq!(population::current(&node).await.unwrap(), Some(loaded));
    node.refresh().await.unwrap();
    for app in [&test.app, &node] {
        let seen = preview(app, &rosa, client, Choice::default())
            .await
            .unwrap();
        let seen = seen.outcome.unwrap().content;
        assert_eq!(seen.place, by_estimate.place);
        assert_eq!(
            (seen.age, seen.gender, seen.languages.len()),
            (Age::Any, None, 0)
        );
    }

    // A second table replaces the first: 120 older women who speak English are
    // enough for a census, and every sibling of their age is there as well.
    let mut text = "place,age,gender,language,count\n".to_owned();
    for band in argonaut_domain::person::AgeBand::ALL {
        text.push_str(&format!(
            "city:5350937,{band},woman,en,120\ncity:5350937,{band},man,,30000\n"
        ));
    }
    let fine = census(&test, "fine.csv", &text);
    assert_eq!(import(&test.app, &fine).await.unwrap().lines, 20);
    let seen = content(&test, &rosa, client).await;
    assert_eq!(seen.age.level(), 0);
    assert_eq!(
        (seen.gender, seen.languages.len()),
        (by_estimate.gender.or(seen.gender), 1)
    );
    assert_eq!(
        population::current(&test.app).await.unwrap().unwrap().file,
        "fine.csv"
    );
}

async fn a_bad_census_table_changes_nothing(test: TestApp) {
    let good = census(
        &test,
        "good.csv",
        "place,age,gender,language,count\ncountry:US,,,,1000\n",
    );
    import(&test.app, &good).await.unwrap();
    let before = population::current(&test.app).await.unwrap();
    let bad = census(
        &test,
        "bad.csv",
        "place,age,gender,language,count\ncountry:US,,,,2000\ncountry:US,old,,,1\n",
    );
    let error = import(&test.app, &bad).await.unwrap_err();
    assert!(
        error.to_string().contains("line 3: age “old” is not known"),
        "{error}"
    );
    assert!(matches!(error, ImportError::Lines { .. }));
    let missing = import(&test.app, std::path::Path::new("/nowhere/census.csv")).await;
    assert!(matches!(missing, Err(ImportError::Unreadable { .. })));
    assert_eq!(population::current(&test.app).await.unwrap(), before);
}

/// Two viewers who lay their lists side by side find no owner by number, order,
/// id or date.
async fn the_numbers_of_hidden_owners_cannot_be_matched(test: TestApp) {
    let (eva, ana) = (test.neighbour("eva").await, test.neighbour("ana").await);
    let mut owners = Vec::new();
    let mut cards = Vec::new();
    for number in 0..12 {
        owners.push(test.neighbour(&format!("owner{number}")).await);
    }
    for owner in &owners {
        for name in ["Dolores", "Luz"] {
            let client = test.client(owner, name).await;
            test.consent(owner, client).await;
            let card = publish(
                &test.app,
                owner,
                client,
                Chosen::default(),
                Audience::Everyone,
                None,
            );
            cards.push(card.await.unwrap());
        }
    }
    test.clock.advance_days(1);
    let mut numbers = Vec::new();
    for who in [&eva, &ana] {
        let mut of_one = Vec::new();
        for card in &cards {
            let seen = look::look(&test.app, who, *card).await.unwrap();
            let Owner::Hidden(number) = seen.owner else {
                panic!("the owner shows")
            };
            let again = look::look(&test.app, who, *card).await.unwrap().owner;
            assert_eq!(again, Owner::Hidden(number), "the same each time");
            assert_eq!(card.uuid().get_version_num(), 4, "an id tells no time");
            assert_eq!(
                seen.published,
                look::look(&test.app, who, cards[0])
                    .await
                    .unwrap()
                    .published
            );
            of_one.push(number);
        }
        for pair in of_one.chunks(2) {
            assert_eq!(pair[0], pair[1], "one owner, one place, one number");
        }
        numbers.push(of_one);
    }
    let same = numbers[0]
        .iter()
        .zip(&numbers[1])
        .filter(|(one, other)| one == other);
    assert!(same.count() <= 2, "at most one owner by chance");
    let order = |numbers: &[u16]| {
        let mut places: Vec<usize> = (0..numbers.len()).collect();
        places.sort_by_key(|place| numbers[*place]);
        places
    };
    assert_ne!(
        order(&numbers[0]),
        order(&numbers[1]),
        "the order of the numbers tells nothing"
    );
    let mut by_id = cards.clone();
    by_id.sort_unstable();
    assert_ne!(by_id, cards, "nor does that of the ids");
}
