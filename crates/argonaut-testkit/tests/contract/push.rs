//! Being told on devices, through a push service under TLS: what arrives, when, how often, and
//! that it says nothing.

use std::sync::Arc;

use argonaut_app::App;
use argonaut_app::SignedIn;
use argonaut_app::contacts::ask::ask;
use argonaut_app::notices;
use argonaut_app::told::{self, Device};
use argonaut_domain::clock::Timestamp;
use argonaut_testkit::{Browser, PushBrowser, PushService, TestApp, on_both};
use argonaut_web::pushes::{Herald, Pushed, Road};
use axum::http::StatusCode;

on_both!(
    a_device_is_told_that_something_waits_and_nothing_else,
    devices_that_are_gone_are_removed_and_what_is_put_off_is_tried_again,
    quiet_hours_and_what_was_read,
    one_browser_tells_one_helper,
    two_nodes_never_tell_twice,
    what_is_no_device_is_refused
);

const CONTACT: &str = "mailto:argonaut@example.org";

struct Square {
    test: TestApp,
    service: PushService,
    herald: Herald,
}

fn herald(app: &Arc<App>, service: &PushService) -> Herald {
    let road = Road::to_receiver(service.address, &service.certificate);
    Herald::new(Arc::clone(app), &road, CONTACT, "https://help.example.org").unwrap()
}

impl Square {
    async fn new(test: TestApp) -> Self {
        let test = test.mailing().await;
        test.neighbours().await;
        let service = PushService::start().await;
        let herald = herald(&test.app, &service);
        Self {
            test,
            service,
            herald,
        }
    }
    async fn round(&self) -> Pushed {
        self.herald.round().await.unwrap()
    }
    /// A helper who is told of contacts at once on this device.
    async fn told(&self, handle: &str, device: &PushBrowser) -> (SignedIn, Browser) {
        let who = self.test.neighbour(handle).await;
        let mut page = self.test.site().signed_in(handle).await;
        add(&mut page, device).await;
        let form = [("how-people", "now"), ("zone", "UTC")];
        let answer = page.post("/account/told", &form).await;
        assert!(answer.status.is_redirection(), "{}", answer.status);
        (who, page)
    }
    async fn asks(&self, handle: &str, who: &SignedIn) {
        let from = self.test.neighbour(handle).await;
        ask(&self.test.app, &from, who.helper()).await.unwrap();
    }
    async fn devices(&self, who: &SignedIn) -> Vec<Device> {
        let told = told::look(&self.test.app, who).await.unwrap();
        told.push.unwrap().list
    }
    fn pass_minutes(&self, minutes: i64) {
        let now = self.test.app.now();
        self.test.clock.set(now.plus_minutes(minutes));
    }
}

async fn add(page: &mut Browser, device: &PushBrowser) {
    let answer = send(page, device).await;
    assert!(answer.is_redirection(), "{answer}");
}

async fn send(page: &mut Browser, device: &PushBrowser) -> StatusCode {
    let form = device.form();
    let form: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    page.post("/account/told/devices", &form).await.status
}

async fn a_device_is_told_that_something_waits_and_nothing_else(test: TestApp) {
    let square = Square::new(test).await;
    let phone = PushBrowser::new("phone-canary", 3);
    let (eva, mut page) = square.told("eva", &phone).await;
    assert_eq!(square.round().await, Pushed::default(), "nothing waits");
    square.asks("rosa", &eva).await;
    square.asks("walter", &eva).await;
    assert_eq!(square.round().await.over, 1, "two things, one word");

    let taken = square.service.taken();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].path, "/phone-canary");
    let said = phone.open(&taken[0]).unwrap();
    assert_eq!(said["title"], "2 things wait for you");
    assert_eq!(said["body"], "See what it is at help.example.org");
    assert_eq!(said.as_object().unwrap().len(), 4, "{said}");
    for canary in ["rosa", "walter", "eva", "Test", "contact", "Fresno"] {
        assert!(!said.to_string().contains(canary), "{said}");
    }
    let other = PushBrowser::new("phone-canary", 4);
    assert!(other.open(&taken[0]).is_none(), "sealed to this browser");
    // The key is the one that the page gave the browser, the same on every node.
    let shown = page.get("/account/told").await.body;
    let key = shown
        .split_once("data-push=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(key, _)| key.to_owned())
        .unwrap();
    let proof = taken[0].head["authorization"].to_str().unwrap();
    assert!(proof.ends_with(&format!(", k={key}")), "{proof}");
    let second = square.test.mailing_node(8).await;
    let there = told::look(&second, &eva).await.unwrap().push.unwrap();
    assert_eq!(there.key, key);

    assert_eq!(square.round().await, Pushed::default(), "told once");
    square.asks("third", &eva).await;
    assert_eq!(square.round().await, Pushed::default(), "there is a pause");
    square.pass_minutes(10);
    page.post("/account/told", &[("language", "es")]).await;
    square.round().await;
    let said = phone.open(&square.service.taken()[0]).unwrap();
    assert_eq!(said["title"], "Una cosa le espera");
    assert_eq!(said["lang"], "es");

    // Nothing on the disk says where it goes, and no page says it to anybody.
    assert!(!shown.contains("phone-canary"));
    if matches!(
        square.test.database.backend(),
        argonaut_store::Backend::Sqlite(_)
    ) {
        let bytes = square.test.database.file_bytes();
        assert!(!bytes.windows(12).any(|part| part == b"phone-canary"));
    }

    let device = square.devices(&eva).await.remove(0);
    assert!(device.told.is_some());
    let path = format!("/account/told/devices/{}/remove", device.id);
    let mut stranger = square.test.site().signed_in("rosa").await;
    assert_eq!(
        stranger.post(&path, &[]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(square.devices(&eva).await.len(), 1);
    square.pass_minutes(10);
    square.asks("fourth", &eva).await;
    assert!(page.post(&path, &[]).await.status.is_redirection());
    assert_eq!(square.devices(&eva).await, []);
    assert_eq!(square.round().await, Pushed::default());
    assert!(square.service.taken().is_empty());
}

async fn devices_that_are_gone_are_removed_and_what_is_put_off_is_tried_again(test: TestApp) {
    let square = Square::new(test).await;
    let (phone, desk) = (PushBrowser::new("phone", 3), PushBrowser::new("desk", 4));
    let (eva, mut page) = square.told("eva", &phone).await;
    add(&mut page, &desk).await;
    square.asks("rosa", &eva).await;
    square.service.answer("phone", StatusCode::GONE);
    square
        .service
        .answer("desk", StatusCode::SERVICE_UNAVAILABLE);
    let pushed = square.round().await;
    assert_eq!((pushed.over, pushed.later, pushed.gone), (0, 1, 1));
    assert_eq!(square.devices(&eva).await.len(), 1, "the phone is gone");
    assert_eq!(square.round().await, Pushed::default(), "not at once again");
    square.pass_minutes(2);
    square.service.answer("desk", StatusCode::CREATED);
    square.service.taken();
    assert_eq!(square.round().await.over, 1);
    assert_eq!(square.service.taken()[0].path, "/desk");

    // One that always refuses is given up in the end, and the device stays.
    square.pass_minutes(10);
    square.service.answer("desk", StatusCode::TOO_MANY_REQUESTS);
    square.asks("walter", &eva).await;
    let mut tries = 0;
    for _ in 0..20 {
        tries += square.round().await.later;
        square.pass_minutes(1_441);
    }
    assert_eq!(tries, 9);
    assert_eq!(square.devices(&eva).await.len(), 1);
    square.service.answer("desk", StatusCode::CREATED);
    assert_eq!(square.round().await, Pushed::default());
    // The last device that is gone takes what waits with it.
    square.asks("third", &eva).await;
    square.service.answer("desk", StatusCode::NOT_FOUND);
    assert_eq!(square.round().await.gone, 1);
    assert_eq!(square.devices(&eva).await, []);
    assert_eq!(square.round().await, Pushed::default());
}

async fn quiet_hours_and_what_was_read(test: TestApp) {
    let square = Square::new(test).await;
    let phone = PushBrowser::new("phone", 3);
    let (eva, mut page) = square.told("eva", &phone).await;
    let quiet = [("quiet", "on"), ("quiet-from", "21"), ("quiet-until", "7")];
    page.post("/account/told", &quiet).await;
    let midnight = Timestamp::from_date(argonaut_testkit::FIRST_DAY);
    square.test.clock.set(midnight.plus_minutes(22 * 60));
    square.asks("rosa", &eva).await;
    assert_eq!(square.round().await, Pushed::default(), "it is quiet");
    square.test.clock.set(midnight.plus_minutes(31 * 60));
    assert_eq!(square.round().await.over, 1, "seven in the morning");
    square.pass_minutes(10);
    square.asks("walter", &eva).await;
    notices::read_all(&square.test.app, &eva).await.unwrap();
    assert_eq!(square.round().await, Pushed::default(), "read in the page");
    // Nobody else is told of it, and word stops where it is not wanted.
    page.post("/account/told/end", &[]).await;
    square.asks("third", &eva).await;
    square.pass_minutes(3_000);
    assert_eq!(square.round().await, Pushed::default());
}

async fn one_browser_tells_one_helper(test: TestApp) {
    let square = Square::new(test).await;
    let shared = PushBrowser::new("shared", 3);
    let (eva, _) = square.told("eva", &shared).await;
    let (rosa, _) = square.told("rosa", &shared).await;
    assert_eq!(square.devices(&eva).await, []);
    assert_eq!(square.devices(&rosa).await.len(), 1);
    square.asks("walter", &eva).await;
    assert_eq!(square.round().await, Pushed::default());
    square.asks("third", &rosa).await;
    assert_eq!(square.round().await.over, 1);
}

async fn two_nodes_never_tell_twice(test: TestApp) {
    let square = Square::new(test).await;
    let phone = PushBrowser::new("phone", 3);
    let (eva, _) = square.told("eva", &phone).await;
    let second = square.test.mailing_node(9).await;
    let other = herald(&second, &square.service);
    square.asks("rosa", &eva).await;
    let (here, there) = tokio::join!(square.herald.round(), other.round());
    let (here, there) = (here.unwrap(), there.unwrap());
    assert_eq!(here.over + there.over, 1, "{here:?} {there:?}");
    assert_eq!(square.service.taken().len(), 1);
}

async fn what_is_no_device_is_refused(test: TestApp) {
    let square = Square::new(test).await;
    let eva = square.test.neighbour("eva").await;
    let mut page = square.test.site().signed_in("eva").await;
    let good = PushBrowser::new("phone", 3).form();
    for endpoint in [
        "",
        "http://push.example.net/x",
        "https://127.0.0.1/x",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/x",
        "https://push.example.net:8443/x",
    ] {
        let form = [
            ("endpoint", endpoint),
            ("p256dh", good[1].1.as_str()),
            ("auth", good[2].1.as_str()),
        ];
        let answer = page.post("/account/told/devices", &form).await;
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{endpoint}"
        );
        assert!(answer.body.contains("could not be reached"), "{endpoint}");
    }
    assert_eq!(square.devices(&eva).await, []);
    for number in 1..=10 {
        add(&mut page, &PushBrowser::new(&format!("d{number}"), number)).await;
    }
    let eleventh = send(&mut page, &PushBrowser::new("d11", 11)).await;
    assert_eq!(eleventh, StatusCode::CONFLICT);
    assert_eq!(square.devices(&eva).await.len(), 10);
    // The same one again is none more.
    add(&mut page, &PushBrowser::new("d1", 1)).await;
    assert_eq!(square.devices(&eva).await.len(), 10);
}
