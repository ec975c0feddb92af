//! Being told by mail, through a real mail server: what arrives, when, how often, and that it
//! says nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use argonaut_app::App;
use argonaut_app::SignedIn;
use argonaut_app::contacts::ask::ask;
use argonaut_app::contacts::block::block;
use argonaut_app::notices;
use argonaut_app::told::{self, AddressState, address};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::notice::NoticeKind;
use argonaut_testkit::{Browser, Mail, SmtpServer, TestApp, on_both};
use argonaut_web::mails::{MailSettings, Postman, Reading, Sent, read_bounce};
use axum::http::StatusCode;

on_both!(
    a_mail_says_how_many_things_wait_and_nothing_else,
    quiet_hours_the_digest_and_what_was_read,
    what_is_put_off_is_tried_again,
    an_address_without_a_mailbox_gets_no_more,
    a_mail_that_comes_back_ends_mail,
    one_click_ends_mail_but_not_about_security,
    a_mail_server_that_is_down_says_nothing_about_addresses,
    two_nodes_never_tell_twice,
    what_the_reader_may_not_see_is_not_counted
);

/// An instance with a mail server and two who may be told.
struct Post {
    test: TestApp,
    server: SmtpServer,
    postman: Postman,
}

fn settings(server: &SmtpServer) -> MailSettings {
    MailSettings {
        url: server.url(),
        from: "argonaut@example.org".to_owned(),
        bounces: Some("bounces@example.org".to_owned()),
        public_url: "https://help.example.org".to_owned(),
    }
}

fn postman(app: &Arc<App>, server: &SmtpServer) -> Postman {
    Postman::new(Arc::clone(app), &settings(server)).unwrap()
}

impl Post {
    /// `None` where the machine has no mail server.
    async fn new(test: TestApp) -> Option<Self> {
        let server = SmtpServer::start().await?;
        let test = test.mailing().await;
        test.neighbours().await;
        let postman = postman(&test.app, &server);
        Some(Self {
            test,
            server,
            postman,
        })
    }
    async fn round(&self) -> Sent {
        self.postman.round().await.unwrap()
    }
    /// The mails of one round.
    async fn mails(&mut self) -> Vec<Mail> {
        self.round().await;
        self.server.taken().await
    }
    fn pass_minutes(&self, minutes: i64) {
        let now = self.test.app.now();
        self.test.clock.set(now.plus_minutes(minutes));
    }
    /// So many hours after the midnight (UTC) on which the tests begin.
    fn at_hour(&self, hours: i64) {
        let midnight = Timestamp::from_date(argonaut_testkit::FIRST_DAY);
        self.test.clock.set(midnight.plus_minutes(60 * hours));
    }
    /// A helper who confirmed an address, and wants to be told of contacts at once.
    async fn told(&mut self, handle: &str, name: &str) -> (SignedIn, Browser) {
        let who = self.test.neighbour(handle).await;
        let mut browser = self.test.site().signed_in(handle).await;
        give(&mut browser, &format!("{name}@example.org")).await;
        let mail = self.confirmation().await;
        let answer = browser.post(&mail.link("/mail/confirm/"), &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{handle}");
        choose(&mut browser, &[]).await;
        (who, browser)
    }
    async fn confirmation(&mut self) -> Mail {
        self.round().await;
        self.server.next().await
    }
}

async fn give(browser: &mut Browser, address: &str) {
    let form = [("address", address)];
    let answer = browser.post("/account/told/address", &form).await;
    assert!(answer.status.is_redirection(), "{}", answer.status);
}

/// Contacts at once, no quiet hours, and what else is said.
async fn choose(browser: &mut Browser, more: &[(&str, &str)]) {
    let mut form = vec![("how-people", "now"), ("zone", "UTC")];
    form.extend_from_slice(more);
    let answer = browser.post("/account/told", &form).await;
    assert!(answer.status.is_redirection(), "{}", answer.status);
}

async fn state(app: &App, who: &SignedIn) -> Option<AddressState> {
    let told = told::look(app, who).await.unwrap();
    told.address.map(|address| address.state)
}

async fn a_mail_says_how_many_things_wait_and_nothing_else(test: TestApp) {
    let Some(mut post) = Post::new(test).await else {
        return;
    };
    let eva = post.test.neighbour("eva").await;
    let (rosa, walter) = (
        post.test.neighbour("rosa").await,
        post.test.neighbour("walter").await,
    );
    let site = post.test.site();
    let mut page = site.signed_in("eva").await;
    let wrong = page
        .post("/account/told/address", &[("address", "eva at home")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("eva at home"), "what was typed is kept");

    give(&mut page, "eva@example.org").await;
    ask(&post.test.app, &rosa, eva.helper()).await.unwrap();
    let mails = post.mails().await;
    assert_eq!(
        mails.len(),
        1,
        "the link, and nothing before it is followed"
    );
    let link = mails[0].link("/mail/confirm/");
    assert_eq!(mails[0].to, ["eva@example.org"]);
    assert_eq!(mails[0].head("List-Unsubscribe"), "");
    assert!(!mails[0].data.contains("Test eva"));
    let bytes = page.get(&link).await;
    assert_eq!(bytes.status, StatusCode::OK);
    assert_eq!(
        state(&post.test.app, &eva).await,
        Some(AddressState::Waiting),
        "opening the link is not following it: programs open links too"
    );
    let mut anybody = site.browser();
    assert_eq!(anybody.post(&link, &[]).await.status, StatusCode::OK);
    assert_eq!(anybody.post(&link, &[]).await.status, StatusCode::GONE);
    assert_eq!(
        state(&post.test.app, &eva).await,
        Some(AddressState::Confirmed)
    );
    choose(&mut page, &[]).await;

    let third = post.test.neighbour("third").await;
    ask(&post.test.app, &walter, eva.helper()).await.unwrap();
    ask(&post.test.app, &third, eva.helper()).await.unwrap();
    let mails = post.mails().await;
    assert_eq!(mails.len(), 1, "two things, one mail");
    let mail = &mails[0];
    assert_eq!(mail.parsed().subject(), Some("2 things wait for you"));
    assert_eq!(mail.head("Auto-Submitted"), "auto-generated");
    assert_eq!(
        mail.head("List-Unsubscribe-Post"),
        "List-Unsubscribe=One-Click"
    );
    let unsubscribe = mail.head("List-Unsubscribe");
    assert!(
        unsubscribe.starts_with("<https://help.example.org/mail/stop/"),
        "{unsubscribe}"
    );
    assert!(mail.head("Message-ID").ends_with("@example.org>"));
    let date = mail.parsed().date().unwrap().to_timestamp();
    assert_eq!(date, post.test.app.now().micros() / 1_000_000);
    assert!(mail.head("To").contains("eva@example.org"));
    assert!(
        mail.from.starts_with("bounces+") && mail.from.ends_with("@example.org"),
        "{}",
        mail.from
    );
    let (text, html) = (mail.text(), mail.html());
    for said in [&text, &html] {
        assert!(said.contains("2 things wait for you"), "{said}");
        assert!(said.contains("https://help.example.org/notifications"));
    }
    for canary in [
        "rosa",
        "walter",
        "third",
        "Test",
        "Fresno",
        "contact",
        "eva@example.org",
    ] {
        let found = [&text, &html].iter().any(|said| said.contains(canary));
        assert!(!found, "a mail says {canary}: {text}");
    }
    assert!(!mail.data.contains("Test eva"), "not even to whom it goes");
    assert_eq!(post.mails().await.len(), 0, "told once");

    // In the language that was chosen, and never thick and fast.
    choose(&mut page, &[("language", "es")]).await;
    let fourth = post.test.neighbour("fourth").await;
    ask(&post.test.app, &fourth, eva.helper()).await.unwrap();
    assert_eq!(
        post.mails().await.len(),
        0,
        "there is a pause between mails"
    );
    post.pass_minutes(10);
    let mails = post.mails().await;
    assert_eq!(mails[0].parsed().subject(), Some("Una cosa le espera"));
    assert!(mails[0].html().contains("lang=\"es\""));

    // Nobody else sees the address, and nothing on the disk does.
    let mut other = site.signed_in("rosa").await;
    for path in [format!("/helpers/{}", eva.helper()), "/contacts".to_owned()] {
        assert!(!other.get(&path).await.body.contains("eva@example.org"));
    }
    assert!(
        page.get("/account/told")
            .await
            .body
            .contains("eva@example.org")
    );
    if matches!(
        post.test.database.backend(),
        argonaut_store::Backend::Sqlite(_)
    ) {
        let bytes = post.test.database.file_bytes();
        assert!(!bytes.windows(15).any(|part| part == b"eva@example.org"));
    }

    // Another address: the links of the first are over.
    give(&mut page, "eva.new@example.org").await;
    let stop = unsubscribe
        .trim_matches(['<', '>'])
        .strip_prefix("https://help.example.org")
        .unwrap()
        .to_owned();
    assert_eq!(anybody.get(&stop).await.status, StatusCode::GONE);
    let gone = page.post("/account/told/address/remove", &[]).await;
    assert!(gone.status.is_redirection());
    assert_eq!(state(&post.test.app, &eva).await, None);
    assert_eq!(
        post.mails().await.len(),
        0,
        "removed before the link was sent"
    );
}

async fn quiet_hours_the_digest_and_what_was_read(test: TestApp) {
    let Some(mut post) = Post::new(test).await else {
        return;
    };
    let (eva, mut page) = post.told("eva", "eva").await;
    let quiet = [("quiet", "on"), ("quiet-from", "21"), ("quiet-until", "7")];
    choose(&mut page, &quiet).await;
    let mut senders = Vec::new();
    for handle in ["anna", "bert", "carl", "dora"] {
        senders.push(post.test.neighbour(handle).await);
    }
    post.at_hour(22);
    ask(&post.test.app, &senders[0], eva.helper())
        .await
        .unwrap();
    assert_eq!(post.mails().await.len(), 0, "it is quiet");
    post.at_hour(31);
    assert_eq!(post.mails().await.len(), 1, "seven in the morning");

    choose(&mut page, &[("how-people", "digest"), ("hour", "18")]).await;
    let digest = [("how-people", "digest"), ("hour", "18"), ("zone", "UTC")];
    page.post("/account/told", &digest).await;
    ask(&post.test.app, &senders[1], eva.helper())
        .await
        .unwrap();
    ask(&post.test.app, &senders[2], eva.helper())
        .await
        .unwrap();
    post.at_hour(41);
    assert_eq!(post.mails().await.len(), 0, "the digest comes at six");
    post.at_hour(42);
    let mails = post.mails().await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].parsed().subject(), Some("2 things wait for you"));

    ask(&post.test.app, &senders[3], eva.helper())
        .await
        .unwrap();
    notices::read_all(&post.test.app, &eva).await.unwrap();
    post.at_hour(70);
    assert_eq!(post.mails().await.len(), 0, "it was read in the page");

    // What waits is planned anew when the choice changes.
    let last = post.test.neighbour("last").await;
    ask(&post.test.app, &last, eva.helper()).await.unwrap();
    page.post("/account/told", &[("how-people", "page")]).await;
    post.at_hour(140);
    assert_eq!(post.mails().await.len(), 0, "in the page alone");
}

async fn what_is_put_off_is_tried_again(test: TestApp) {
    let Some(mut post) = Post::new(test).await else {
        return;
    };
    let eva = post.test.neighbour("eva").await;
    let mut page = post.test.site().signed_in("eva").await;
    give(&mut page, "later@example.org").await;
    let sent = post.round().await;
    assert_eq!((sent.over, sent.later, sent.refused), (0, 1, 0));
    assert_eq!(post.round().await, Sent::default(), "not at once again");
    post.pass_minutes(2);
    let mails = post.mails().await;
    assert_eq!(mails.len(), 1);
    page.post(&mails[0].link("/mail/confirm/"), &[]).await;
    assert_eq!(
        state(&post.test.app, &eva).await,
        Some(AddressState::Confirmed)
    );
}

async fn an_address_without_a_mailbox_gets_no_more(test: TestApp) {
    let Some(post) = Post::new(test).await else {
        return;
    };
    let eva = post.test.neighbour("eva").await;
    let mut page = post.test.site().signed_in("eva").await;
    give(&mut page, "gone@example.org").await;
    let sent = post.round().await;
    assert_eq!((sent.over, sent.later, sent.refused), (0, 0, 1));
    assert_eq!(
        state(&post.test.app, &eva).await,
        Some(AddressState::Failing)
    );
    let told = page.get("/account/told").await.body;
    assert!(told.contains("came back"), "the page says so");
    let list = notices::list(&post.test.app, &eva).await.unwrap();
    assert_eq!(list[0].kind, NoticeKind::MailFailing);
    post.pass_minutes(60 * 24 * 7);
    assert_eq!(post.round().await, Sent::default());

    // Refused for policy says nothing about the mailbox; it is tried for some days.
    give(&mut page, "blocked@example.org").await;
    let mut tries = 0;
    while state(&post.test.app, &eva).await == Some(AddressState::Waiting) {
        tries += post.round().await.later;
        post.pass_minutes(60 * 24);
        assert!(tries < 20, "it ends");
    }
    assert!(tries > 5, "{tries}");
}

fn report(to: &str) -> String {
    format!(
        "From: <>\r\nTo: {to}\r\nSubject: Undelivered Mail Returned to Sender\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"x\"\r\n\r\n\
         --x\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mail.example.org\r\n\r\nFinal-Recipient: rfc822; eva@example.org\r\n\
         Action: failed\r\nStatus: 5.1.1\r\n\r\n--x--\r\n"
    )
}

async fn a_mail_that_comes_back_ends_mail(test: TestApp) {
    let Some(mut post) = Post::new(test).await else {
        return;
    };
    let (eva, mut page) = post.told("eva", "eva").await;
    let rosa = post.test.neighbour("rosa").await;
    ask(&post.test.app, &rosa, eva.helper()).await.unwrap();
    let mail = post.mails().await.remove(0);
    let Reading::Failed(bounce) = read_bounce(report(&mail.from).as_bytes(), None) else {
        panic!("a report")
    };
    let mut forged = bounce.mark.clone();
    let last = forged.pop().unwrap();
    forged.push(if last == '0' { '1' } else { '0' });
    let app = &post.test.app;
    assert_eq!(address::bounced(app, &forged).await.unwrap(), None);
    let stop = mail.link("/mail/stop/").replace("/mail/stop/", "");
    assert_eq!(
        address::bounced(app, &stop).await.unwrap(),
        None,
        "the mark of a link is none of a bounce"
    );
    assert_eq!(state(app, &eva).await, Some(AddressState::Confirmed));
    assert_eq!(
        address::bounced(app, &bounce.mark).await.unwrap(),
        Some(true)
    );
    assert_eq!(
        address::bounced(app, &bounce.mark).await.unwrap(),
        Some(false),
        "a second report is no news"
    );
    assert_eq!(state(app, &eva).await, Some(AddressState::Failing));

    let walter = post.test.neighbour("walter").await;
    ask(&post.test.app, &walter, eva.helper()).await.unwrap();
    post.pass_minutes(60 * 24);
    assert_eq!(post.mails().await.len(), 0);
    let again = page.post("/account/told/address/again", &[]).await;
    assert!(again.status.is_redirection());
    let mail = post.confirmation().await;
    page.post(&mail.link("/mail/confirm/"), &[]).await;
    assert_eq!(
        state(&post.test.app, &eva).await,
        Some(AddressState::Confirmed)
    );
}

async fn one_click_ends_mail_but_not_about_security(test: TestApp) {
    let Some(mut post) = Post::new(test).await else {
        return;
    };
    let (eva, _page) = post.told("eva", "eva").await;
    let mut senders = Vec::new();
    for handle in ["anna", "bert", "carl"] {
        senders.push(post.test.neighbour(handle).await);
    }
    let app = Arc::clone(&post.test.app);
    ask(&app, &senders[0], eva.helper()).await.unwrap();
    let stop = post.mails().await[0].link("/mail/stop/");
    let site = post.test.site();
    let mut anybody = site.browser();
    let shown = anybody.get(&stop).await;
    assert_eq!(shown.status, StatusCode::OK);
    ask(&app, &senders[1], eva.helper()).await.unwrap();
    post.pass_minutes(10);
    assert_eq!(post.mails().await.len(), 1, "looking ends nothing");

    // A mail program sends neither an origin nor a cookie.
    ask(&app, &senders[2], eva.helper()).await.unwrap();
    let forged = format!("/mail/stop/{}", "0".repeat(52));
    assert_eq!(
        site.call("POST", &forged, None).await.status,
        StatusCode::GONE
    );
    assert_eq!(site.call("POST", &stop, None).await.status, StatusCode::OK);
    assert_eq!(
        site.call("POST", &stop, None).await.status,
        StatusCode::OK,
        "twice is the same"
    );
    assert_eq!(
        site.call("POST", "/account/told/end", None).await.status,
        StatusCode::FORBIDDEN,
        "the proof of every other page stays"
    );
    post.pass_minutes(60 * 24 * 8);
    assert_eq!(
        post.mails().await.len(),
        0,
        "what waited is not sent either"
    );

    let token = argonaut_app::accounts::tokens::NewToken {
        name: "x".to_owned(),
        scopes: vec![argonaut_app::accounts::tokens::Scope::Read],
        days: 7,
        password: argonaut_testkit::PASSWORD.into(),
    };
    argonaut_app::accounts::tokens::make(&app, &eva, token)
        .await
        .unwrap();
    let mails = post.mails().await;
    assert_eq!(mails.len(), 1, "security goes at once");
    assert_eq!(
        mails[0].parsed().subject(),
        Some("Please look at your account")
    );
    assert!(!mails[0].text().contains("token"));
}

async fn a_mail_server_that_is_down_says_nothing_about_addresses(test: TestApp) {
    let test = test.mailing().await;
    let eva = test.helper("eva").await;
    let mut page = test.site().signed_in("eva").await;
    give(&mut page, "eva@example.org").await;
    // A port on which nobody listens any more.
    let socket = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", socket.local_addr().unwrap());
    drop(socket);
    let down = MailSettings {
        url,
        from: "argonaut@example.org".to_owned(),
        bounces: None,
        public_url: "https://help.example.org".to_owned(),
    };
    let postman = Postman::new(Arc::clone(&test.app), &down).unwrap();
    for _ in 0..20 {
        assert_eq!(postman.round().await.unwrap().later, 1);
        assert_eq!(postman.round().await.unwrap(), Sent::default());
        test.clock.set(test.app.now().plus_minutes(5));
    }
    assert_eq!(state(&test.app, &eva).await, Some(AddressState::Waiting));
}

async fn two_nodes_never_tell_twice(test: TestApp) {
    let Some(mut post) = Post::new(test).await else {
        return;
    };
    let mut helpers = Vec::new();
    for number in 0..12 {
        let handle = format!("told{number}");
        helpers.push(post.told(&handle, &handle).await.0);
    }
    let rosa = post.test.neighbour("rosa").await;
    for one in &helpers {
        ask(&post.test.app, &rosa, one.helper()).await.unwrap();
    }
    let other_app = post.test.mailing_node(6).await;
    let other = postman(&other_app, &post.server);
    let third_app = post.test.mailing_node(8).await;
    let third = postman(&third_app, &post.server);
    let (a, b, c) = tokio::join!(post.postman.round(), other.round(), third.round());
    let over = a.unwrap().over + b.unwrap().over + c.unwrap().over;
    assert_eq!(over, 12);
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for mail in post.server.taken().await {
        *count.entry(mail.to[0].clone()).or_default() += 1;
    }
    assert_eq!(count.len(), 12);
    assert!(count.values().all(|mails| *mails == 1), "{count:?}");
}

async fn what_the_reader_may_not_see_is_not_counted(test: TestApp) {
    let Some(mut post) = Post::new(test).await else {
        return;
    };
    let (eva, _page) = post.told("eva", "eva").await;
    let (rosa, walter) = (
        post.test.neighbour("rosa").await,
        post.test.neighbour("walter").await,
    );
    let app = Arc::clone(&post.test.app);
    ask(&app, &rosa, eva.helper()).await.unwrap();
    ask(&app, &walter, eva.helper()).await.unwrap();
    block(&app, &eva, rosa.helper()).await.unwrap();
    let mails = post.mails().await;
    assert_eq!(mails[0].parsed().subject(), Some("One thing waits for you"));
    block(&app, &eva, walter.helper()).await.unwrap();
    post.pass_minutes(60);
    assert_eq!(post.mails().await.len(), 0);
}
