//! A world in which every role is played, and everything that a path names is there.

use std::collections::BTreeMap;

use argonaut_app::SignedIn;
use argonaut_app::accounts::{invite, second_factor, session, tokens, trusted};
use argonaut_app::circle::offer::Terms;
use argonaut_app::circle::{end, hand_over, join, offer, offers};
use argonaut_app::clients::open;
use argonaut_app::links::{act, make, mine};
use argonaut_app::networks::{Named, name};
use argonaut_app::plans::{NewGoal, add_goal};
use argonaut_app::safety::decide::{Verdict, decide};
use argonaut_app::safety::report::{NewReport, report};
use argonaut_app::{contacts, groups, messages, notices, posts, trust};
use argonaut_domain::access::{Actor, CircleRole};
use argonaut_domain::card::Audience;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::group::{GroupKind, GroupProfile, GroupRole};
use argonaut_domain::helper::Standing;
use argonaut_domain::hint::HintState;
use argonaut_domain::ids::{CardId, ClientId, GroupId, HelperId, HintId, RingId, ServiceId};
use argonaut_domain::link::RequestKind;
use argonaut_domain::locale::Locale;
use argonaut_domain::network::{Asking, Closeness, Frequency, TieKind};
use argonaut_domain::place::Place;
use argonaut_domain::post::{AnswerKind, PostAudience, PostContent, PostKind};
use argonaut_domain::ring::Ring;
use argonaut_domain::safety::{Outcome, Point, ReportKind, Subject};
use argonaut_domain::trust::{TrustField, VouchLevel};
use argonaut_engine::{Filter, ListingKind};
use argonaut_store::{HintEndRow, HintRow, PushDeviceRow, Service, ServiceContact, Store};
use argonaut_testkit::{Browser, PASSWORD, Site, TestApp};

/// A world with one of everything, all of it Rosa's.
pub(crate) struct World {
    pub(crate) site: Site,
    pub(crate) ids: BTreeMap<&'static str, String>,
    pub(crate) revoked: Browser,
}

pub(crate) async fn world() -> World {
    let test = TestApp::sqlite().await;
    let link = invite::set_up(&test.app).await.unwrap().unwrap();
    let admin = argonaut_app::accounts::register::NewAccount {
        befriend: false,
        name: "Test admin".to_owned(),
        handle: "admin".to_owned(),
        password: PASSWORD.into(),
        invitation: Some(link.token),
        locale: None,
        device: String::new(),
    };
    argonaut_app::accounts::register::register(&test.app, admin)
        .await
        .unwrap();
    let rosa = test.neighbour("rosa").await;
    let [stranger, contact, blocked, eva] = [
        test.neighbour("stranger").await,
        test.neighbour("contact").await,
        test.neighbour("blocked").await,
        test.neighbour("eva").await,
    ];
    drop(stranger);
    let extra = test.neighbour("extra").await;
    test.befriend(&rosa, &contact).await;
    test.befriend(&rosa, &eva).await;
    test.befriend(&rosa, &extra).await;
    let holders = [contact.helper(), eva.helper(), extra.helper()];
    trusted::set_up::set_up(&test.app, &rosa, PASSWORD.into(), &holders, 2)
        .await
        .unwrap();
    contacts::block::block(&test.app, &rosa, blocked.helper())
        .await
        .unwrap();
    let (vouch, doubted) = words(&test, &rosa, contact.helper()).await;
    let client = test.client(&rosa, "Dolores").await;
    let goal = NewGoal {
        words: "Play chess again".into(),
        ..NewGoal::default()
    };
    add_goal(&test.app, &rosa, client, goal).await.unwrap();
    let named = Named {
        asking: Asking::Matters,
        names: "Ida".into(),
        kind: TieKind::Friend,
        closeness: Closeness::Close,
        frequency: Frequency::Daily,
    };
    name(&test.app, &rosa, client, named).await.unwrap();
    let others = circle(&test, &rosa, client, contact.helper()).await;
    let card = test.card(&rosa, client, Audience::Contacts).await;
    let consent = test.consent(&rosa, client).await;
    let links = links(&test, &rosa, client).await;
    let ana = test.client(&eva, "Ana").await;
    let joint = test.enquiry(&eva, Some(ana), card).await;
    let posts = posts(&test, &rosa, &eva).await;
    let (report, decision) = safety(&test, &rosa, &eva, &extra).await;
    let service = add_service(&test).await;
    let ring = ring(&test, (card, client, rosa.helper())).await;
    let search = search(&test, &rosa).await;
    let hint = hint(&test, (card, client, rosa.helper()), extra.helper()).await;
    test.app.refresh().await.unwrap();
    let site = test.site();
    let mut revoked = site.signed_in("stranger").await;
    revoked.post("/sign-out", &[]).await;
    let [session, invitation, notification, factor, token, device] = own_things(&test, &rosa).await;
    let talk = talk(&test, &rosa, &eva).await;
    let ids = BTreeMap::from([
        ("client", client.to_string()),
        ("consent", consent.to_string()),
        ("card", card.to_string()),
        ("hint", hint),
        ("search", search),
        ("match", joint.to_string()),
        ("helper", rosa.helper().to_string()),
        ("blocked", blocked.helper().to_string()),
        ("partner", eva.helper().to_string()),
        ("extra", extra.helper().to_string()),
        ("service", service.to_string()),
        ("event", event(&test, &rosa, &others.4).await),
        ("group", others.4),
        ("talk", talk.0),
        ("message", talk.1),
        ("file", talk.2),
        ("link", links.id),
        ("request", links.request),
        ("sees", links.sees),
        ("asks", links.asks),
        ("ended", links.ended),
        ("post", posts[0].clone()),
        ("comment", posts[1].clone()),
        ("answer", posts[2].clone()),
        ("report", report),
        ("decision", decision),
        ("ring", ring),
        ("session", session),
        ("invitation", invitation),
        ("notification", notification),
        ("member", others.0),
        ("offer", others.1),
        ("offered", others.2),
        ("handover", others.3),
        ("factor", factor),
        ("token", token),
        ("device", device),
        ("vouch", vouch),
        ("doubted", doubted),
    ]);
    // The database goes with the test application, which the site keeps alive.
    std::mem::forget(test);
    World { site, ids, revoked }
}

/// What Rosa says of others: a vouch for a contact, and whom she distrusts.
async fn words(test: &TestApp, rosa: &SignedIn, contact: HelperId) -> (String, String) {
    let word = trust::vouch::Word {
        field: TrustField::General,
        level: VouchLevel::Worked,
        note: String::new(),
    };
    trust::vouch::vouch(&test.app, rosa, contact, word)
        .await
        .unwrap();
    let doubted = test.neighbour("doubted").await.helper();
    trust::distrust::distrust(&test.app, rosa, doubted)
        .await
        .unwrap();
    let given = trust::mine::mine(&test.app, rosa).await.unwrap().given;
    (given[0].vouch.id.to_string(), doubted.to_string())
}

/// A circle around Rosa's client, and what others offer to Rosa: the member, Rosa's offer,
/// an offer to Rosa, a caseload for Rosa.
async fn circle(
    test: &TestApp,
    rosa: &SignedIn,
    client: ClientId,
    contact: HelperId,
) -> (String, String, String, String, String) {
    let terms = |role| Terms {
        role,
        stays: None,
        agreed: ConsentMethod::Verbal,
    };
    let mut member = None;
    let group = group(test, rosa).await;
    for (handle, role) in [
        ("former", CircleRole::Member),
        ("member", CircleRole::Member),
        ("deputy", CircleRole::Deputy),
    ] {
        let other = test.neighbour(handle).await;
        test.befriend(rosa, &other).await;
        let seat = offer::offer(&test.app, rosa, client, other.helper(), terms(role))
            .await
            .unwrap();
        join::join(&test.app, &other, seat).await.unwrap();
        if handle == "former" {
            end::remove(&test.app, rosa, client, other.helper())
                .await
                .unwrap();
        } else {
            member.get_or_insert(other.helper());
            let part = match role {
                CircleRole::Deputy => GroupRole::Observer,
                CircleRole::Lead | CircleRole::Member => GroupRole::Member,
            };
            groups::invite::invite(&test.app, rosa, group, other.helper(), part)
                .await
                .unwrap();
            groups::join::join(&test.app, &other, group, groups::join::Wish::default())
                .await
                .unwrap();
        }
    }
    let offered = offer::offer(&test.app, rosa, client, contact, terms(CircleRole::Member))
        .await
        .unwrap();
    let giver = test.neighbour("giver").await;
    test.befriend(&giver, rosa).await;
    let theirs = test.client(&giver, "Zoe").await;
    let to_rosa = offer::offer(
        &test.app,
        &giver,
        theirs,
        rosa.helper(),
        terms(CircleRole::Member),
    )
    .await
    .unwrap();
    let leaver = test.neighbour("leaver").await;
    test.befriend(&leaver, rosa).await;
    test.client(&leaver, "Yan").await;
    hand_over::offer_all(
        &test.app,
        &leaver,
        rosa.helper(),
        None,
        ConsentMethod::Verbal,
    )
    .await
    .unwrap();
    let waiting = offers::list(&test.app, rosa).await.unwrap();
    (
        member.unwrap().to_string(),
        offered.to_string(),
        to_rosa.to_string(),
        waiting.caseloads[0].id.to_string(),
        group.to_string(),
    )
}

/// A secret group that Rosa coordinates.
async fn group(test: &TestApp, rosa: &SignedIn) -> GroupId {
    let profile = GroupProfile {
        name: "Elm Street".to_owned(),
        about: String::new(),
        kind: GroupKind::Secret,
        place: Place::Anywhere,
        situations: Vec::new(),
        needs: Vec::new(),
        languages: Vec::new(),
        questions: Vec::new(),
        agreement: String::new(),
    };
    groups::make::make(&test.app, rosa, profile).await.unwrap()
}

/// A conversation with a message and its file.
async fn talk(test: &TestApp, rosa: &SignedIn, eva: &SignedIn) -> (String, String, String) {
    let draft = messages::write::Draft {
        words: "Soup at six?".to_owned(),
        files: vec![messages::file::NewFile {
            name: "plan.txt".to_owned(),
            bytes: b"soup".to_vec(),
        }],
    };
    let id = messages::write::write_to(&test.app, rosa, eva.helper(), draft)
        .await
        .unwrap();
    let thread = messages::look::look(&test.app, rosa, id, None)
        .await
        .unwrap();
    let message = &thread.messages[0];
    let said = match &message.body {
        messages::look::Body::Open(said) => Some(said.get()),
        messages::look::Body::Deleted | messages::look::Body::Shut => None,
    };
    let file = said.unwrap().files[0].id;
    (id.to_string(), message.id.to_string(), file.to_string())
}

/// Clients' links of every kind, and a request made by one.
struct Links {
    id: String,
    request: String,
    sees: String,
    asks: String,
    ended: String,
}

async fn links(test: &TestApp, rosa: &SignedIn, client: ClientId) -> Links {
    let made = async |about| {
        let wish = make::Wish {
            about,
            days: 14,
            language: Locale::En,
        };
        let id = make::make(&test.app, rosa, client, wish).await.unwrap();
        let given = mine::to_give(&test.app, rosa, client, id).await.unwrap();
        let path = given.secrets.unwrap().path;
        (id, path.strip_prefix("/c/").unwrap().to_owned())
    };
    let (id, sees) = made(make::WishAbout::See { notes: true }).await;
    let (_, asks) = made(make::WishAbout::Share).await;
    let (over, ended) = made(make::WishAbout::See { notes: true }).await;
    mine::revoke(&test.app, rosa, client, over).await.unwrap();
    act::request(&test.app, &sees, RequestKind::Correct, "x")
        .await
        .unwrap();
    let opened = open::open(&test.app, rosa, client).await.unwrap();
    Links {
        id: id.to_string(),
        request: opened.requests[0].request.id.to_string(),
        sees,
        asks,
        ended,
    }
}

async fn own_things(test: &TestApp, rosa: &SignedIn) -> [String; 6] {
    let sessions = session::list(&test.app, rosa).await.unwrap();
    let invitation = invite::make(&test.app, rosa).await.unwrap().invitation.id;
    let notices = notices::list(&test.app, rosa).await.unwrap();
    let factor = second_factor::add::begin_app(&test.app, rosa, PASSWORD.into(), "Phone")
        .await
        .unwrap();
    let new = tokens::NewToken {
        name: "Calendar".to_owned(),
        scopes: vec![tokens::Scope::Read],
        days: 7,
        password: PASSWORD.into(),
    };
    tokens::make(&test.app, rosa, new).await.unwrap();
    let token = tokens::list(&test.app, rosa).await.unwrap()[0].id;
    let device = uuid::Uuid::from_u128(80);
    let store = Store::open(test.database.backend()).await.unwrap();
    let mut write = store.write().await.unwrap();
    let row = PushDeviceRow {
        id: device,
        helper: rosa.helper(),
        sealed: vec![1],
        name: "Phone".to_owned(),
        added: test.app.now(),
        told: None,
    };
    write.put_push_device(&row, &[1; 32]).await.unwrap();
    write.commit_unlogged().await.unwrap();
    [
        sessions[0].id.to_string(),
        invitation.to_string(),
        notices[0].id.to_string(),
        factor.to_string(),
        token.to_string(),
        device.to_string(),
    ]
}

/// Rosa's ask for her contacts, her own comment under it, and Eva's answer.
async fn posts(test: &TestApp, rosa: &SignedIn, eva: &SignedIn) -> [String; 3] {
    let content = PostContent {
        audience: PostAudience::Contacts,
        words: "Who drives on Mondays?".to_owned(),
        needs: Vec::new(),
        offers: Vec::new(),
        place: Place::Anywhere,
    };
    let post = posts::write::write(&test.app, rosa, PostKind::Ask, content)
        .await
        .unwrap();
    let comment = posts::comment::comment(&test.app, rosa, post, "Or on Tuesdays")
        .await
        .unwrap();
    let answer = posts::answer::Answer {
        kind: AnswerKind::Help,
        term: None,
        words: "I do".to_owned(),
    };
    posts::answer::answer(&test.app, eva, post, answer)
        .await
        .unwrap();
    let page = posts::look::look(&test.app, rosa, post).await.unwrap();
    [
        post.to_string(),
        comment.to_string(),
        page.answers[0].id.to_string(),
    ]
}

/// An event of the secret group.
async fn event(test: &TestApp, rosa: &SignedIn, group: &str) -> String {
    let at = |days| argonaut_domain::event::local(test.app.now().plus_days(days), "UTC");
    let draft = groups::events::EventDraft {
        title: "Soup evening".to_owned(),
        starts: at(3),
        ends: at(4),
        zone: "UTC".to_owned(),
        ..Default::default()
    };
    groups::events::make(&test.app, rosa, group.parse().unwrap(), draft)
        .await
        .unwrap()
        .to_string()
}

/// A ring that has lost the two who sat there beside Rosa.
async fn ring(test: &TestApp, rosa: (CardId, ClientId, HelperId)) -> String {
    let store = Store::open(test.database.backend()).await.unwrap();
    let mut write = store.write().await.unwrap();
    let id = RingId::from_uuid(uuid::Uuid::from_u128(78));
    let ring = Ring::propose(id, [rosa], test.app.now());
    write.insert_ring(&ring).await.unwrap();
    write.commit_unlogged().await.unwrap();
    id.to_string()
}

/// A search that Rosa saved.
async fn search(test: &TestApp, rosa: &SignedIn) -> String {
    let filter = Filter {
        offers: vec![test.term("food.meals")],
        ..Filter::of(ListingKind::Service)
    };
    argonaut_app::searches::save(&test.app, rosa, &filter, "kind=service&offer=food.meals")
        .await
        .unwrap()
        .to_string()
}

/// A hint that somebody gave about Rosa's client.
async fn hint(
    test: &TestApp,
    (card, client, owner): (CardId, ClientId, HelperId),
    helper: HelperId,
) -> String {
    let store = Store::open(test.database.backend()).await.unwrap();
    let mut write = store.write().await.unwrap();
    let id = HintId::from_uuid(uuid::Uuid::from_u128(79));
    let end = HintEndRow {
        card,
        client,
        owner,
        message: id.uuid(),
        for_owner: vec![1],
        for_sender: vec![1],
        told: true,
        aside: None,
    };
    let row = HintRow {
        id,
        helper,
        made: test.app.now(),
        state: HintState::Open,
        settled: None,
        ends: vec![end],
    };
    write.insert_hint(&row).await.unwrap();
    write.commit_unlogged().await.unwrap();
    id.to_string()
}

async fn add_service(test: &TestApp) -> ServiceId {
    let store = Store::open(test.database.backend()).await.unwrap();
    let mut write = store.write().await.unwrap();
    let service = Service {
        id: ServiceId::from_uuid(uuid::Uuid::from_u128(77)),
        source: "test".to_owned(),
        source_id: "1".to_owned(),
        name: "Kitchen".to_owned(),
        organization: String::new(),
        description: String::new(),
        place: test.place("Fresno, California"),
        terms: vec![test.term("food.meals")],
        languages: Vec::new(),
        contact: ServiceContact::default(),
        imported: test.app.now(),
    };
    let (id, _) = write.upsert_service(&service).await.unwrap();
    write.commit_unlogged().await.unwrap();
    id
}

/// A moderator, an open report about nobody who plays a role, a decision about Rosa, and a
/// helper whom Rosa muted.
async fn safety(
    test: &TestApp,
    rosa: &SignedIn,
    eva: &SignedIn,
    extra: &SignedIn,
) -> (String, String) {
    let named = test.neighbour("moderator").await;
    let store = Store::open(test.database.backend()).await.unwrap();
    let admin = Actor::signed_in(named.helper(), Standing::Active, true).unwrap();
    let mut write = store.write().await.unwrap();
    write
        .set_moderator(&admin.admin().unwrap(), named.helper(), true)
        .await
        .unwrap();
    write.commit_unlogged().await.unwrap();
    contacts::mute::mute(&test.app, rosa, extra.helper())
        .await
        .unwrap();
    let about = |helper: &SignedIn| NewReport {
        subject: Subject::Helper(helper.helper()),
        kind: ReportKind::Other,
        words: "x".to_owned(),
        messages: Vec::new(),
    };
    let on_rosa = report(&test.app, eva, about(rosa)).await.unwrap();
    let verdict = Verdict {
        outcome: Outcome::Note,
        point: Point::Respect,
        reason: "x".to_owned(),
        until: None,
    };
    let decision = decide(&test.app, &admin.moderator().unwrap(), on_rosa, verdict)
        .await
        .unwrap();
    let open = report(&test.app, eva, about(extra)).await.unwrap();
    (open.to_string(), decision.to_string())
}
