//! Words before names are exchanged: what may tell who a client is, is asked about on
//! the pages, and goes out as the sender decided.

use argonaut_domain::card::Audience;
use argonaut_testkit::{Browser, TestApp, on_both};
use axum::http::StatusCode;

on_both!(
    an_enquiry_goes_out_masked_unless_the_sender_keeps,
    messages_are_asked_about_until_the_introduction,
    a_profile_asks_about_new_words_alone,
    looking_while_typing_answers_with_questions,
);

const WORDS: &str = "My client Xiomara Pech, 43, lives at 12 Oak Street. Call 559-555-0143.";

struct Scene {
    rosa: Browser,
    eva: Browser,
    about: String,
    ana: String,
}

async fn scene(test: &TestApp) -> Scene {
    test.neighbours().await;
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    let dolores = test.client(&rosa, "Dolores Secret").await;
    let ana = test.client(&eva, "Ana Hidden").await;
    let card = test.card(&rosa, dolores, Audience::Everyone).await;
    test.clock.advance_days(1);
    let site = test.site();
    Scene {
        rosa: site.signed_in("rosa").await,
        eva: site.signed_in("eva").await,
        about: argonaut_app::engine::ListingId::Card(card).to_string(),
        ana: ana.to_string(),
    }
}

impl Scene {
    /// Sends the enquiry with these decisions.
    async fn ask(&mut self, decisions: &[(&str, &str)]) -> argonaut_testkit::Answer {
        let mut form = vec![
            ("about", self.about.as_str()),
            ("client", self.ana.as_str()),
            ("words", WORDS),
        ];
        form.extend(decisions);
        self.eva.post("/matches/new", &form).await
    }

    async fn room(&mut self, decisions: &[(&str, &str)]) -> String {
        let sent = self.ask(decisions).await;
        let to = sent.location().expect("leads to the room").to_owned();
        to.split('?').next().unwrap_or_default().to_owned()
    }
}

const ALL_PIECES: [(&str, &str); 4] = [
    ("words-piece-0", "Xiomara Pech"),
    ("words-piece-1", "43"),
    ("words-piece-2", "12 Oak Street"),
    ("words-piece-3", "559-555-0143"),
];

async fn an_enquiry_goes_out_masked_unless_the_sender_keeps(test: TestApp) {
    let mut scene = scene(&test).await;
    let held = scene.ask(&[]).await;
    assert_eq!(held.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(held.body.contains(WORDS), "what was typed is not lost");
    assert!(held.body.contains("Could somebody be recognised?"));
    for (name, piece) in ALL_PIECES {
        assert!(
            held.body
                .contains(&format!("name=\"{name}\" value=\"{piece}\"")),
            "{piece}"
        );
    }
    assert!(
        held.body
            .contains("My client, about 40, lives at an address. Call a phone number."),
        "what they will read"
    );
    assert!(scene.rosa.get("/matches").await.body.contains("/matches"));

    // The preselected choices, with one exception.
    let mut decisions = ALL_PIECES.to_vec();
    decisions.push(("words-choice-2", "keep"));
    let room = scene.room(&decisions).await;
    let read = scene.rosa.get(&room).await.body;
    assert!(
        read.contains("My client, about 40, lives at 12 Oak Street. Call a phone number."),
        "{read}"
    );
    assert!(!read.contains("Xiomara") && !read.contains("0143"));
}

async fn messages_are_asked_about_until_the_introduction(test: TestApp) {
    let mut scene = scene(&test).await;
    let room = scene.room(&[("replace-all", "yes")]).await;
    let path = format!("{room}/message");
    let before = scene
        .rosa
        .post(&path, &[("message", "I am Test rosa. Call 559-555-0143.")])
        .await;
    assert_eq!(before.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(before.body.contains("Call 559-555-0143."));
    // Once they talk, their own names are no secret; the client's still is.
    scene.rosa.post(&format!("{room}/accept"), &[]).await;
    let own = scene
        .rosa
        .post(&path, &[("message", "I am Test rosa, hello Test eva!")])
        .await;
    assert!(own.status.is_redirection(), "{}", own.body);
    let client = scene
        .rosa
        .post(&path, &[("message", "It is for Dolores Pech.")])
        .await;
    assert_eq!(client.status, StatusCode::UNPROCESSABLE_ENTITY);
    let kept = [
        ("message", "It is for Dolores Pech."),
        ("message-piece-0", "Dolores Pech"),
        ("message-choice-0", "keep"),
    ];
    assert!(scene.rosa.post(&path, &kept).await.status.is_redirection());
    assert!(
        scene
            .eva
            .get(&room)
            .await
            .body
            .contains("It is for Dolores Pech.")
    );
}

async fn a_profile_asks_about_new_words_alone(test: TestApp) {
    let mut scene = scene(&test).await;
    let version = |page: &str| {
        let after = page
            .split("name=\"version\" value=\"")
            .nth(1)
            .expect("a version");
        after.split('"').next().unwrap_or_default().to_owned()
    };
    let page = scene.rosa.get("/profile").await.body;
    let about = "I am Rosa Test and helped Xiomara Pech.";
    let now = version(&page);
    let form = [
        ("name", "Rosa Test"),
        ("version", now.as_str()),
        ("role", "other"),
        ("about", about),
    ];
    let held = scene.rosa.post("/profile", &form).await;
    assert_eq!(held.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(held.body.contains(about) && held.body.contains("Xiomara Pech</q>"));
    assert!(
        !held.body.contains("Rosa Test</q>"),
        "one's own name is no secret"
    );
    let decided = [
        &form[..],
        &[
            ("about-piece-0", "Xiomara Pech"),
            ("about-choice-0", "keep"),
        ],
    ]
    .concat();
    assert!(
        scene
            .rosa
            .post("/profile", &decided)
            .await
            .status
            .is_redirection()
    );
    // What stands there already is not asked about again.
    let page = scene.rosa.get("/profile").await.body;
    assert!(page.contains(about));
    let now = version(&page);
    let again = [
        ("name", "Rosa Test"),
        ("version", now.as_str()),
        ("role", "other"),
        ("about", about),
    ];
    assert!(
        scene
            .rosa
            .post("/profile", &again)
            .await
            .status
            .is_redirection()
    );
}

async fn looking_while_typing_answers_with_questions(test: TestApp) {
    let mut scene = scene(&test).await;
    let form = [
        ("draft-field", "words"),
        ("draft-place", "enquiry"),
        ("words", WORDS),
    ];
    let looked = scene.eva.post("/drafts/check", &form).await;
    assert_eq!(looked.status, StatusCode::OK);
    assert!(looked.body.contains("id=\"words-marks\"") && looked.body.contains("Leave it out"));
    let spanish = [
        ("draft-field", "words"),
        ("draft-place", "enquiry"),
        ("words", "Llame a Xiomara Pech al 55 1234 5678"),
    ];
    let looked = scene.eva.post("/drafts/check", &spanish).await;
    assert!(
        looked.body.contains("un número de teléfono"),
        "{}",
        looked.body
    );
    // A match of others is not there.
    let absent = [
        ("draft-field", "message"),
        ("draft-place", "01890a5d-ac96-774b-bcce-b302099a8057"),
        ("message", "x"),
    ];
    assert_eq!(
        scene.eva.post("/drafts/check", &absent).await.status,
        StatusCode::NOT_FOUND
    );
    // Too long, and too often.
    let long = "Maria ".repeat(5_000);
    let form = [
        ("draft-field", "words"),
        ("draft-place", "enquiry"),
        ("words", long.as_str()),
    ];
    assert_eq!(
        scene.eva.post("/drafts/check", &form).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let mut last = StatusCode::OK;
    for _ in 0..130 {
        let form = [
            ("draft-field", "words"),
            ("draft-place", "enquiry"),
            ("words", "x"),
        ];
        last = scene.eva.post("/drafts/check", &form).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}
