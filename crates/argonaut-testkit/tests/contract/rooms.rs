//! The pages of an introduction, as two people use them: nothing but links,
//! forms and what stands on the screen.

use argonaut_domain::card::Audience;
use argonaut_domain::ids::MatchId;
use argonaut_testkit::{Browser, TestApp, on_both};
use axum::http::StatusCode;

on_both!(
    an_introduction_through_its_pages,
    the_slower_of_two_is_told_and_keeps_what_they_typed,
    one_can_always_leave,
    a_room_is_not_there_for_anybody_else,
    notifications_lead_to_the_room,
);

struct Scene {
    rosa: Browser,
    eva: Browser,
    stranger: Browser,
    /// The address of the match's room.
    room: String,
}

/// Eva has asked about Rosa's client's card, through the page.
async fn scene(test: &TestApp) -> Scene {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    test.neighbour("third").await;
    let dolores = test.client(&rosa, "Dolores Secret").await;
    let ana = test.client(&eva, "Ana Hidden").await;
    let card = test.card(&rosa, dolores, Audience::Everyone).await;
    test.clock.advance_days(1);
    let site = test.site();
    let mut scene = Scene {
        rosa: site.signed_in("rosa").await,
        eva: site.signed_in("eva").await,
        stranger: site.signed_in("third").await,
        room: String::new(),
    };
    let about = argonaut_app::engine::ListingId::Card(card).to_string();
    let form = scene
        .eva
        .get(&format!("/matches/new?about={about}&client={ana}"))
        .await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.body.contains("Ana Hidden") && !form.body.contains("Dolores"));
    let sent = [
        ("about", about.as_str()),
        ("client", &ana.to_string()),
        ("words", "Shall we?"),
    ];
    let answer = scene.eva.post("/matches/new", &sent).await;
    let to = answer.location().expect("leads to the room").to_owned();
    scene.room = to.split('?').next().unwrap_or_default().to_owned();
    scene
}

impl Scene {
    /// An act that goes well.
    async fn does(&mut self, rosa: bool, act: &str, form: &[(&str, &str)]) {
        let path = format!("{}/{act}", self.room);
        let who = if rosa { &mut self.rosa } else { &mut self.eva };
        let answer = who.post(&path, form).await;
        assert!(
            answer.status.is_redirection(),
            "{act}: {} {}",
            answer.status,
            answer.body
        );
    }
    async fn sees(&mut self, rosa: bool) -> String {
        let who = if rosa { &mut self.rosa } else { &mut self.eva };
        let answer = who.get(&self.room).await;
        assert_eq!(answer.status, StatusCode::OK);
        answer.body
    }
    async fn agrees(&mut self, test: &TestApp, rosa: bool) {
        let on = argonaut_domain::clock::Clock::now(&*test.clock).date();
        let until = on
            .checked_add(jiff::Span::new().months(6))
            .unwrap()
            .to_string();
        let form = [
            ("fields", "first_name"),
            ("method", "verbal"),
            ("on", &on.to_string()),
            ("until", &until),
        ];
        self.does(rosa, "agree", &form).await;
    }
}

async fn an_introduction_through_its_pages(test: TestApp) {
    let mut scene = scene(&test).await;
    let before = scene.sees(true).await;
    assert!(before.contains("Shall we?") && before.contains("Accept and talk"));
    assert!(
        !before.contains("Test eva") && !before.contains("Ana Hidden"),
        "names before the yes"
    );
    scene.does(true, "accept", &[]).await;
    scene.does(false, "propose", &[]).await;
    scene.agrees(&test, false).await;
    let half = scene.sees(true).await;
    assert!(!half.contains("Ana"), "details before both yeses");
    scene.agrees(&test, true).await;
    assert!(scene.sees(true).await.contains("Ana"));
    assert!(scene.sees(false).await.contains("Dolores"));
    scene
        .does(
            true,
            "introduce",
            &[("first_contact", "owner_party"), ("accompanied", "on")],
        )
        .await;
    let told = scene.sees(true).await;
    assert!(
        told.contains("First contact: Dolores"),
        "in the names that Rosa knows"
    );
    let outcome = [
        ("connected", "yes"),
        ("still_in_touch", "yes"),
        ("helpful", "partly"),
    ];
    scene.does(true, "report", &outcome).await;
    scene.does(false, "report", &outcome).await;
    let after = scene.sees(true).await;
    assert!(after.contains("It worked out") && after.contains("It helped a little"));
    assert!(
        !after.contains("Ana"),
        "what was shared is recalled at the end"
    );
}

async fn the_slower_of_two_is_told_and_keeps_what_they_typed(test: TestApp) {
    let mut scene = scene(&test).await;
    scene.does(true, "accept", &[]).await;
    let room = scene.room.clone();
    let late = scene.rosa.post(&format!("{room}/accept"), &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("Look again") && late.body.contains("Propose introduction"));
    scene.does(false, "propose", &[]).await;
    // Incomplete: what was ticked stays ticked.
    let path = format!("{room}/agree");
    let again = scene
        .eva
        .post(&path, &[("fields", "first_name"), ("method", "verbal")])
        .await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        again
            .body
            .contains("value=\"first_name\" id=\"fields\" checked"),
        "{}",
        again.body
    );
    // Over meanwhile: the message is not lost.
    scene.does(true, "withdraw", &[("reason", "safety")]).await;
    let path = format!("{room}/message");
    let late = scene
        .eva
        .post(&path, &[("message", "See you tomorrow")])
        .await;
    assert!(late.status.is_client_error());
    assert!(late.body.contains("See you tomorrow"), "{}", late.body);
}

async fn one_can_always_leave(test: TestApp) {
    let mut scene = scene(&test).await;
    let room = scene.room.clone();
    let page = scene.eva.get(&format!("{room}/withdraw")).await;
    assert!(page.body.contains("Withdraw now") && page.body.contains("Block this helper"));
    scene.does(false, "withdraw", &[("reason", "safety")]).await;
    let other = scene.sees(true).await;
    assert!(
        !other.contains("safety"),
        "the reason of a withdrawal is told to nobody"
    );
    let page = scene.rosa.get(&format!("{room}/withdraw")).await;
    assert!(!page.body.contains("Withdraw now") && page.body.contains("Block this helper"));
    let blocked = scene.rosa.post(&format!("{room}/block"), &[]).await;
    assert!(blocked.status.is_redirection());
}

async fn a_room_is_not_there_for_anybody_else(test: TestApp) {
    let mut scene = scene(&test).await;
    let room = scene.room.clone();
    let absent = format!("/matches/{}", MatchId::from_uuid(uuid::Uuid::from_u128(7)));
    for home in [room.as_str(), &absent, "/matches/no-id"] {
        for page in ["", "/withdraw"] {
            let answer = scene.stranger.get(&format!("{home}{page}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{home}{page}");
        }
        for act in [
            "accept", "decline", "propose", "choose", "finish", "message", "withdraw", "block",
        ] {
            let form = [("message", "x"), ("bring", "myself")];
            let answer = scene.stranger.post(&format!("{home}/{act}"), &form).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{home}/{act}");
        }
        // Incomplete forms must not tell either.
        for act in ["agree", "introduce", "report"] {
            let answer = scene.stranger.post(&format!("{home}/{act}"), &[]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{home}/{act}");
        }
    }
}

async fn notifications_lead_to_the_room(test: TestApp) {
    let mut scene = scene(&test).await;
    let list = scene.rosa.get("/notifications").await;
    let path = list
        .body
        .split("action=\"")
        .find_map(|rest| {
            rest.split('"')
                .next()
                .filter(|path| path.ends_with("/follow"))
        })
        .expect("a notification")
        .to_owned();
    assert!(
        !list.body.contains("Test eva")
            && !list.body.contains("Ana")
            && !list.body.contains("Dolores")
    );
    assert_eq!(
        scene.stranger.post(&path, &[]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        scene.rosa.get(&path).await.status,
        StatusCode::NOT_FOUND,
        "reading changes nothing"
    );
    let followed = scene.rosa.post(&path, &[]).await;
    assert_eq!(followed.location(), Some(scene.room.as_str()));
    assert!(
        !scene
            .rosa
            .get("/notifications")
            .await
            .body
            .contains("Mark all as read")
    );
    let today = scene.rosa.get("/today").await;
    assert!(today.body.contains(&scene.room), "it waits for Rosa");
    let spanish = scene.rosa.post("/language", &[("lang", "es")]).await;
    assert_eq!(spanish.location(), Some("/"));
    assert!(
        scene
            .rosa
            .get("/today")
            .await
            .body
            .contains("Le toca a usted")
    );
}
