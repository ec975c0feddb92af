//! Consent and rights: links without an account, one stop for every flow, what
//! a client may take along, what is kept no longer, and what erasing leaves.

use argonaut_app::clients::export::export;
use argonaut_app::clients::{archive, erase, note, open, retain};
use argonaut_app::consents::receipt::receipt;
use argonaut_app::consents::record::{ConsentError, to_share};
use argonaut_app::consents::withdraw::withdraw_all;
use argonaut_app::links::act::{self, Withdrawal};
use argonaut_app::links::make::{MakeError, Wish, WishAbout, make};
use argonaut_app::links::page::page;
use argonaut_app::links::{About, LinkError, code, mine, requests};
use argonaut_app::matches::agree::{self, Yes};
use argonaut_app::matches::propose::{Bring, propose};
use argonaut_app::matches::room::room;
use argonaut_app::matches::{MatchError, answer as answering};
use argonaut_app::{SignedIn, background, notices};
use argonaut_domain::audit::Deed;
use argonaut_domain::card::Audience;
use argonaut_domain::consent::{ConsentMethod, ConsentScope, ReleasedField};
use argonaut_domain::ids::{ClientId, LinkId, MatchId};
use argonaut_domain::introduction::StageName;
use argonaut_domain::link::{LINK_MOST_ACTS, LinkAnswer, RequestKind};
use argonaut_domain::locale::Locale;
use argonaut_domain::notice::NoticeKind;
use argonaut_store::{Backend, Store};
use argonaut_testkit::{TestApp, on_both};

on_both!(
    a_link_asks_whether_a_card_may_be_shared,
    a_link_asks_about_an_introduction,
    wrong_ended_and_revoked_look_the_same,
    one_purpose_and_no_other,
    a_printed_code_opens_the_page_and_tries_are_counted,
    withdrawing_stops_every_flow_at_once,
    withdrawing_one_leaves_what_stands_on_another,
    a_client_asks_to_mend_and_the_helper_reads_it,
    a_link_is_nothing_to_a_reader_of_the_database,
    erasing_leaves_no_key_and_no_byte,
    a_proxy_stands_in_the_sealed_record_alone,
    the_end_of_a_consent_is_told_once,
    what_nobody_needs_is_reviewed_and_only_the_archive_ends_by_itself,
    the_export_holds_everything,
);

async fn link(test: &TestApp, who: &SignedIn, client: ClientId, about: WishAbout) -> LinkId {
    let wish = Wish {
        about,
        days: 14,
        language: Locale::Es,
    };
    make(&test.app, who, client, wish).await.unwrap()
}

/// The token and the code of a link, as its maker reads them.
async fn secrets(test: &TestApp, who: &SignedIn, client: ClientId, id: LinkId) -> (String, String) {
    let given = mine::to_give(&test.app, who, client, id).await.unwrap();
    let secrets = given.secrets.unwrap();
    let token = secrets.path.strip_prefix("/c/").unwrap().to_owned();
    (token, secrets.code.to_string())
}

async fn seeing(test: &TestApp, who: &SignedIn, client: ClientId) -> String {
    let id = link(test, who, client, WishAbout::See { notes: false }).await;
    secrets(test, who, client, id).await.0
}

async fn told(test: &TestApp, who: &SignedIn, kind: NoticeKind) -> usize {
    let all = notices::list(&test.app, who).await.unwrap();
    all.iter().filter(|notice| notice.kind == kind).count()
}

async fn has_card(test: &TestApp, who: &SignedIn, client: ClientId) -> bool {
    let opened = open::open(&test.app, who, client).await.unwrap();
    opened.card.is_some()
}

async fn stage(test: &TestApp, who: &SignedIn, id: MatchId) -> StageName {
    room(&test.app, who, id).await.unwrap().joint.stage_name()
}

struct Cast {
    rosa: SignedIn,
    eva: SignedIn,
    dolores: ClientId,
    proposal: MatchId,
}

/// Rosa's Dolores and Eva's Ana; Rosa proposed to introduce them.
async fn cast(test: &TestApp) -> Cast {
    let (rosa, eva) = (test.neighbour("rosa").await, test.neighbour("eva").await);
    test.befriend(&rosa, &eva).await;
    let dolores = test.client(&rosa, "Dolores Secret").await;
    let ana = test.client(&eva, "Ana Hidden").await;
    test.card(&eva, ana, Audience::Contacts).await;
    let card = test.card(&rosa, dolores, Audience::Contacts).await;
    let proposal = test.enquiry(&eva, Some(ana), card).await;
    answering::accept(&test.app, &rosa, proposal).await.unwrap();
    propose(&test.app, &rosa, proposal, Bring::AsAsked)
        .await
        .unwrap();
    Cast {
        rosa,
        eva,
        dolores,
        proposal,
    }
}

async fn introducing(test: &TestApp, cast: &Cast) -> String {
    let about = WishAbout::Introduce {
        introduction: cast.proposal,
        fields: vec![ReleasedField::FirstName, ReleasedField::Phone],
    };
    let id = link(test, &cast.rosa, cast.dolores, about).await;
    secrets(test, &cast.rosa, cast.dolores, id).await.0
}

async fn a_link_asks_whether_a_card_may_be_shared(test: TestApp) {
    test.neighbours().await;
    let rosa = test.neighbour("rosa").await;
    let client = test.client(&rosa, "Dolores").await;
    let id = link(&test, &rosa, client, WishAbout::Share).await;
    let (token, _) = secrets(&test, &rosa, client, id).await;

    // Looking ahead is no looking, and no looking is an answer.
    let seen = page(&test.app, &token, false).await.unwrap();
    assert!(seen.asks && seen.consent.is_none() && seen.link.opened.is_none());
    assert!(matches!(
        seen.shown.get().about,
        About::Share { card: Some(_) }
    ));
    page(&test.app, &token, true).await.unwrap();
    let listed = mine::list(&test.app, &rosa, client).await.unwrap();
    assert!(listed.links[0].opened.is_some() && listed.links[0].answer.is_none());

    act::answer(&test.app, &token, LinkAnswer::Yes, Locale::Es)
        .await
        .unwrap();
    act::answer(&test.app, &token, LinkAnswer::Yes, Locale::Es)
        .await
        .unwrap();
    let opened = open::open(&test.app, &rosa, client).await.unwrap();
    assert_eq!(opened.consents.len(), 1, "a yes said twice is one yes");
    let consent = &opened.consents[0];
    assert_eq!(
        (consent.method, consent.language, &consent.scope),
        (ConsentMethod::Link, Locale::Es, &ConsentScope::ShareCard)
    );
    assert_eq!(told(&test, &rosa, NoticeKind::ClientAnswered).await, 2);

    // The helper needs nothing more to publish, and the client's press ends it.
    test.card_under_any_consent(&rosa, client).await;
    assert!(has_card(&test, &rosa, client).await);
    act::withdraw(&test.app, &token, Withdrawal::This)
        .await
        .unwrap();
    assert!(!has_card(&test, &rosa, client).await);
    assert_eq!(told(&test, &rosa, NoticeKind::ClientWithdrew).await, 1);
    let again = act::withdraw(&test.app, &token, Withdrawal::This).await;
    assert!(matches!(again, Err(LinkError::Over)));

    // Given anew by the same link; a no afterwards withdraws it again.
    act::answer(&test.app, &token, LinkAnswer::Yes, Locale::En)
        .await
        .unwrap();
    assert!(
        page(&test.app, &token, true)
            .await
            .unwrap()
            .consent
            .is_some()
    );
    act::answer(&test.app, &token, LinkAnswer::No, Locale::En)
        .await
        .unwrap();
    assert!(
        page(&test.app, &token, true)
            .await
            .unwrap()
            .consent
            .is_none()
    );
    let log = open::access_log(&test.app, &rosa, client).await.unwrap();
    let by_client = |deed| {
        log.iter()
            .filter(|entry| entry.deed == deed && entry.actor.is_none())
            .count()
    };
    assert_eq!(
        (by_client(Deed::LinkOpened), by_client(Deed::LinkAnswered)),
        (1, 5)
    );
}

async fn a_link_asks_about_an_introduction(test: TestApp) {
    let cast = cast(&test).await;
    let token = introducing(&test, &cast).await;
    let seen = page(&test.app, &token, true).await.unwrap();
    let said = serde_json::to_string(seen.shown.get()).unwrap();
    assert!(said.contains("Test eva") && said.contains("555 0100"));
    assert!(
        !said.contains("Ana") && !said.contains("Hidden"),
        "the other person's name comes with the release alone"
    );
    assert!(!said.contains("Secret"), "only what would be told");

    // Before the yes there is nothing to pass on.
    let early = agree::agree(&test.app, &cast.rosa, cast.proposal, Yes::ByLink).await;
    assert!(matches!(early, Err(MatchError::Refused(_))));
    act::answer(&test.app, &token, LinkAnswer::Talk, Locale::Es)
        .await
        .unwrap();
    assert!(page(&test.app, &token, true).await.unwrap().asks);
    act::answer(&test.app, &token, LinkAnswer::Yes, Locale::Es)
        .await
        .unwrap();
    assert_eq!(
        told(&test, &cast.rosa, NoticeKind::ClientAnsweredMatch).await,
        2
    );
    let open = room(&test.app, &cast.rosa, cast.proposal).await.unwrap();
    assert!(open.client_said.unwrap().consent.is_some());
    assert_eq!(
        stage(&test, &cast.rosa, cast.proposal).await,
        StageName::Proposed,
        "the details go out from the helper's own key"
    );

    // The helper passes on exactly what was agreed.
    agree::agree(&test.app, &cast.rosa, cast.proposal, Yes::ByLink)
        .await
        .unwrap();
    test.agree(&cast.eva, cast.proposal).await.unwrap();
    let theirs = room(&test.app, &cast.eva, cast.proposal).await.unwrap();
    let released = theirs.their_release.unwrap();
    let released = released.get();
    assert_eq!(released.first_name.as_ref().unwrap().as_str(), "Dolores");
    assert_eq!(released.phones.len(), 1);
    assert!(released.full_name.is_none());

    // One press by the client, and it is gone at the other helper's.
    act::withdraw(&test.app, &token, Withdrawal::This)
        .await
        .unwrap();
    let theirs = room(&test.app, &cast.eva, cast.proposal).await.unwrap();
    assert!(theirs.their_release.is_none() && theirs.joint.is_closed());
    for helper in [&cast.rosa, &cast.eva] {
        assert_eq!(told(&test, helper, NoticeKind::ConsentEnded).await, 1);
    }
    assert!(!page(&test.app, &token, true).await.unwrap().asks);
    let late = act::answer(&test.app, &token, LinkAnswer::Yes, Locale::Es).await;
    assert!(matches!(late, Err(LinkError::Over)), "the match is closed");
    // The card stood on another consent.
    assert!(has_card(&test, &cast.rosa, cast.dolores).await);
}

async fn wrong_ended_and_revoked_look_the_same(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let client = test.client(&rosa, "Dolores").await;
    let ended = async |token: &str| {
        matches!(page(&test.app, token, true).await, Err(LinkError::Ended))
            && matches!(
                act::answer(&test.app, token, LinkAnswer::Yes, Locale::En).await,
                Err(LinkError::Ended)
            )
            && matches!(
                act::withdraw(&test.app, token, Withdrawal::All).await,
                Err(LinkError::Ended)
            )
            && matches!(
                act::request(&test.app, token, RequestKind::Erase, "").await,
                Err(LinkError::Ended)
            )
    };
    assert!(ended("").await && ended("abc").await && ended(&"A".repeat(43)).await);

    let id = link(&test, &rosa, client, WishAbout::See { notes: false }).await;
    let (revoked, code) = secrets(&test, &rosa, client, id).await;
    assert!(page(&test.app, &revoked, true).await.is_ok());
    mine::revoke(&test.app, &rosa, client, id).await.unwrap();
    assert!(ended(&revoked).await);
    assert!(matches!(
        code::token_of(&test.app, &code).await,
        Err(LinkError::Ended)
    ));
    let given = mine::to_give(&test.app, &rosa, client, id).await.unwrap();
    assert!(given.secrets.is_none());

    let late = seeing(&test, &rosa, client).await;
    test.clock.advance_days(13);
    assert!(page(&test.app, &late, true).await.is_ok());
    test.clock.advance_days(1);
    assert!(ended(&late).await, "after its last day");

    let archived = seeing(&test, &rosa, client).await;
    archive::archive(&test.app, &rosa, client).await.unwrap();
    assert!(ended(&archived).await);
    archive::restore(&test.app, &rosa, client).await.unwrap();
    assert!(ended(&archived).await, "what has ended stays so");

    let erased = seeing(&test, &rosa, client).await;
    erase::erase(&test.app, &rosa, client, "Dolores")
        .await
        .unwrap();
    assert!(ended(&erased).await);
}

async fn one_purpose_and_no_other(test: TestApp) {
    let cast = cast(&test).await;
    let (rosa, client) = (&cast.rosa, cast.dolores);
    let sees = seeing(&test, rosa, client).await;
    let answered = act::answer(&test.app, &sees, LinkAnswer::Yes, Locale::En).await;
    assert!(matches!(answered, Err(LinkError::Ended)));
    let asks = introducing(&test, &cast).await;
    let shared = open::open(&test.app, rosa, client).await.unwrap();
    let card_consent = shared.consents[0].id;
    for what in [Withdrawal::All, Withdrawal::One(card_consent)] {
        let beyond = act::withdraw(&test.app, &asks, what).await;
        assert!(matches!(beyond, Err(LinkError::Ended)), "{what:?}");
    }
    let asked = act::request(&test.app, &asks, RequestKind::Correct, "x").await;
    assert!(matches!(asked, Err(LinkError::Ended)));
    assert!(page(&test.app, &asks, true).await.unwrap().shared.is_none());
    assert!(has_card(&test, rosa, client).await);

    // Another helper makes no link, and none is made about nothing.
    let wish = |about| Wish {
        about,
        days: 14,
        language: Locale::En,
    };
    let strangers = make(&test.app, &cast.eva, client, wish(WishAbout::Share)).await;
    assert!(matches!(strangers, Err(MakeError::Client(_))));
    let nothing = wish(WishAbout::Introduce {
        introduction: cast.proposal,
        fields: Vec::new(),
    });
    let nothing = make(&test.app, rosa, client, nothing).await;
    assert!(matches!(nothing, Err(MakeError::NothingShared)));
    let forever = Wish {
        days: 91,
        ..wish(WishAbout::Share)
    };
    let forever = make(&test.app, rosa, client, forever).await;
    assert!(matches!(forever, Err(MakeError::BadDays { .. })));
    test.agree(rosa, cast.proposal).await.unwrap();
    let late = wish(WishAbout::Introduce {
        introduction: cast.proposal,
        fields: vec![ReleasedField::Phone],
    });
    let late = make(&test.app, rosa, client, late).await;
    assert!(matches!(late, Err(MakeError::NotAsked)));

    // A link that runs wild is stopped.
    for _ in 0..LINK_MOST_ACTS {
        let _ = act::request(&test.app, &sees, RequestKind::Correct, "again").await;
    }
    let more = act::request(&test.app, &sees, RequestKind::Correct, "again").await;
    assert!(matches!(more, Err(LinkError::TooMuch)));
    assert!(
        page(&test.app, &sees, true).await.is_ok(),
        "reading goes on"
    );
}

async fn a_printed_code_opens_the_page_and_tries_are_counted(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let client = test.client(&rosa, "Dolores").await;
    let id = link(&test, &rosa, client, WishAbout::Share).await;
    let (token, code) = secrets(&test, &rosa, client, id).await;
    let typed = code.to_lowercase().replace('-', " ");
    assert_eq!(
        code::token_of(&test.app, &typed).await.unwrap().as_str(),
        token
    );
    let wrong = if code.starts_with('7') { "8" } else { "7" }.to_owned() + &code[1..];
    assert!(matches!(
        code::token_of(&test.app, &wrong).await,
        Err(LinkError::Ended)
    ));
    assert!(matches!(
        code::token_of(&test.app, "no code").await,
        Err(LinkError::Ended)
    ));
    for _ in 2..code::TRIES_PER_HOUR {
        let tried = code::token_of(&test.app, &wrong).await;
        assert!(matches!(tried, Err(LinkError::Ended)));
    }
    // Even the right one, and on every node.
    let node = test.another_node().await;
    for app in [&test.app, &node] {
        assert!(matches!(
            code::token_of(app, &code).await,
            Err(LinkError::Busy(_))
        ));
    }
    assert!(page(&test.app, &token, true).await.is_ok());
    test.clock.advance_days(1);
    assert!(code::token_of(&test.app, &code).await.is_ok());
}

async fn withdrawing_stops_every_flow_at_once(test: TestApp) {
    let cast = cast(&test).await;
    let (rosa, client) = (&cast.rosa, cast.dolores);
    let token = introducing(&test, &cast).await;
    act::answer(&test.app, &token, LinkAnswer::Yes, Locale::En)
        .await
        .unwrap();
    agree::agree(&test.app, rosa, cast.proposal, Yes::ByLink)
        .await
        .unwrap();
    test.agree(&cast.eva, cast.proposal).await.unwrap();
    let asking = link(&test, rosa, client, WishAbout::Share).await;
    let (asking, _) = secrets(&test, rosa, client, asking).await;
    open::open(&test.app, rosa, client).await.unwrap();
    let sees = seeing(&test, rosa, client).await;
    let flows = room(&test.app, &cast.eva, cast.proposal).await.unwrap();
    assert!(flows.their_release.is_some() && flows.their_card.is_some());
    let shared = page(&test.app, &sees, true).await.unwrap().shared.unwrap();
    assert!(shared.card.is_some());
    assert_eq!(shared.matches.len(), 1);
    assert!(
        shared
            .opened
            .iter()
            .any(|(_, who)| who.as_deref() == Some("Test rosa"))
    );

    act::withdraw(&test.app, &sees, Withdrawal::All)
        .await
        .unwrap();
    let stopped = room(&test.app, &cast.eva, cast.proposal).await.unwrap();
    assert!(stopped.joint.is_closed());
    assert!(stopped.their_release.is_none() && stopped.their_card.is_none());
    let opened = open::open(&test.app, rosa, client).await.unwrap();
    assert!(opened.card.is_none());
    assert!(
        opened
            .consents
            .iter()
            .all(|consent| consent.withdrawn.is_some())
    );
    for other in [&token, &asking] {
        assert!(matches!(
            page(&test.app, other, true).await,
            Err(LinkError::Ended)
        ));
    }
    let after = page(&test.app, &sees, true).await.unwrap().shared.unwrap();
    assert!(
        after.card.is_none(),
        "the client's own link shows that it stopped"
    );

    // Giving anew undoes it; the helper's own button does the same.
    test.card(rosa, client, Audience::Contacts).await;
    assert!(has_card(&test, rosa, client).await);
    withdraw_all(&test.app, rosa, client).await.unwrap();
    assert!(!has_card(&test, rosa, client).await);
    assert!(matches!(
        page(&test.app, &sees, true).await,
        Err(LinkError::Ended)
    ));
}

async fn withdrawing_one_leaves_what_stands_on_another(test: TestApp) {
    let cast = cast(&test).await;
    let (rosa, client) = (&cast.rosa, cast.dolores);
    test.agree(rosa, cast.proposal).await.unwrap();
    // A renewal beside the first consent: one withdrawal ends both.
    test.consent(rosa, client).await;
    let opened = open::open(&test.app, rosa, client).await.unwrap();
    let first = opened
        .consents
        .iter()
        .rfind(|consent| consent.scope == ConsentScope::ShareCard)
        .unwrap()
        .id;
    argonaut_app::consents::withdraw::withdraw(&test.app, rosa, client, first)
        .await
        .unwrap();
    let opened = open::open(&test.app, rosa, client).await.unwrap();
    assert!(opened.card.is_none(), "no older yes keeps the card up");
    assert_eq!(
        stage(&test, rosa, cast.proposal).await,
        StageName::Proposed,
        "the introduction has a consent of its own"
    );
    let own = opened
        .consents
        .iter()
        .find(|consent| consent.withdrawn.is_none())
        .unwrap();
    argonaut_app::consents::withdraw::withdraw(&test.app, rosa, client, own.id)
        .await
        .unwrap();
    assert_eq!(stage(&test, rosa, cast.proposal).await, StageName::Closed);
}

async fn a_client_asks_to_mend_and_the_helper_reads_it(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let client = test.client(&rosa, "Dolores").await;
    let token = seeing(&test, &rosa, client).await;
    act::request(
        &test.app,
        &token,
        RequestKind::Correct,
        " My number is wrongcanary ",
    )
    .await
    .unwrap();
    let long = "x".repeat(act::MAX_WORDS + 1);
    let long = act::request(&test.app, &token, RequestKind::Correct, &long).await;
    assert!(matches!(long, Err(LinkError::TooMuch)));
    assert_eq!(told(&test, &rosa, NoticeKind::ClientAsks).await, 1);
    assert!(!holds(&test, b"wrongcanary").await, "the words are sealed");
    let opened = open::open(&test.app, &rosa, client).await.unwrap();
    let asked = &opened.requests[0];
    assert_eq!(
        asked.words.as_ref().unwrap().get().as_str(),
        "My number is wrongcanary"
    );
    let stranger = test.neighbour("stranger").await;
    assert!(
        requests::finish(&test.app, &stranger, client, asked.request.id)
            .await
            .is_err()
    );
    requests::finish(&test.app, &rosa, client, asked.request.id)
        .await
        .unwrap();
    let opened = open::open(&test.app, &rosa, client).await.unwrap();
    assert!(opened.requests.is_empty());
}

/// Whether these bytes stand anywhere in the database: in SQLite's files and
/// its write-ahead log as they lie on the disk, in PostgreSQL's tables as text
/// or as hexadecimal digits.
pub(crate) async fn holds(test: &TestApp, bytes: &[u8]) -> bool {
    match test.database.backend() {
        Backend::Sqlite(_) => contains(&test.database.file_bytes(), bytes),
        Backend::Postgres(url) => {
            let dump = std::process::Command::new("pg_dump")
                .arg(url)
                .output()
                .expect("pg_dump runs");
            assert!(dump.status.success() && dump.stdout.len() > 10_000);
            let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            contains(&dump.stdout, bytes) || contains(&dump.stdout, hex.as_bytes())
        }
    }
}

fn contains(all: &[u8], part: &[u8]) -> bool {
    all.windows(part.len()).any(|window| window == part)
}

async fn a_link_is_nothing_to_a_reader_of_the_database(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let client = test.client(&rosa, "Dolores Namecanary").await;
    note::add(&test.app, &rosa, client, "notecanary".to_owned())
        .await
        .unwrap();
    let id = link(&test, &rosa, client, WishAbout::See { notes: true }).await;
    let (token, code) = secrets(&test, &rosa, client, id).await;
    let shown = page(&test.app, &token, true).await.unwrap();
    let said = serde_json::to_string(shown.shown.get()).unwrap();
    assert!(said.contains("Namecanary") && said.contains("notecanary"));
    let bare = code.replace('-', "");
    for secret in ["Namecanary", "notecanary", &token, &code, &bare] {
        assert!(!holds(&test, secret.as_bytes()).await, "{secret}");
    }
    assert!(holds(&test, b"rosa").await, "what is no secret is found");
}

async fn erasing_leaves_no_key_and_no_byte(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let client = test.client(&rosa, "Dolores Namecanary").await;
    let kept = test.client(&rosa, "Keptclient").await;
    for number in 0..5 {
        note::add(&test.app, &rosa, client, format!("notecanary {number}"))
            .await
            .unwrap();
    }
    test.card(&rosa, client, Audience::Contacts).await;
    seeing(&test, &rosa, client).await;
    // The bytes that must be gone: of the key above all.
    let store = Store::open(test.database.backend()).await.unwrap();
    let rows = store
        .read()
        .await
        .unwrap()
        .caseload(rosa.helper())
        .await
        .unwrap();
    store.close().await;
    let row = rows.iter().find(|row| row.id == client).unwrap();
    let other = rows.iter().find(|row| row.id == kept).unwrap();
    let part = |bytes: &[u8]| bytes[bytes.len() - 40..].to_vec();
    let (key, sealed) = (part(&row.wrapped_key), part(&row.sealed));
    assert!(holds(&test, &key).await && holds(&test, &sealed).await);

    erase::erase(&test.app, &rosa, client, "dolores namecanary")
        .await
        .unwrap();
    for gone in [&key[..], &sealed, b"Namecanary", b"notecanary"] {
        assert!(!holds(&test, gone).await, "{gone:?}");
    }
    assert!(holds(&test, &part(&other.wrapped_key)).await);
    assert!(open::open(&test.app, &rosa, kept).await.is_ok());
    if let Backend::Sqlite(path) = test.database.backend() {
        let log = std::fs::read_dir(path.parent().unwrap())
            .unwrap()
            .map(|entry| entry.unwrap())
            .find(|entry| entry.file_name().to_string_lossy().ends_with("-wal"));
        // What came after the erasing may stand in it, nothing from before.
        assert!(log.is_none_or(|log| log.metadata().unwrap().len() < 200_000));
    }
}

async fn a_proxy_stands_in_the_sealed_record_alone(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let client = test.client(&rosa, "Dolores").await;
    let mut given = test.given();
    given.method = ConsentMethod::Proxy;
    let nobody = to_share(&test.app, &rosa, client, given.clone()).await;
    assert!(matches!(nobody, Err(ConsentError::ProxyMissing)));
    given.proxy = "Her daughter proxycanary".into();
    given.language = Locale::Es;
    let id = to_share(&test.app, &rosa, client, given.clone())
        .await
        .unwrap();
    let receipt = receipt(&test.app, &rosa, client, id).await.unwrap();
    assert_eq!(receipt.proxy.unwrap().get(), "Her daughter proxycanary");
    assert_eq!(receipt.consent.language, Locale::Es);
    assert!(!holds(&test, b"proxycanary").await);
    given.method = ConsentMethod::Link;
    let claimed = to_share(&test.app, &rosa, client, given).await;
    assert!(matches!(claimed, Err(ConsentError::NotByHand)));
    // A later change of the record keeps it.
    let opened = open::open(&test.app, &rosa, client).await.unwrap();
    let new = test.dossier("Dolores");
    argonaut_app::clients::change::change(&test.app, &rosa, client, opened.version, new)
        .await
        .unwrap();
    let opened = open::open(&test.app, &rosa, client).await.unwrap();
    assert!(opened.dossier.get().proxy_of(id).is_some());
}

async fn the_end_of_a_consent_is_told_once(test: TestApp) {
    let rosa = test.neighbour("rosa").await;
    let ends = test.client(&rosa, "Ends").await;
    let renewed = test.client(&rosa, "Renewed").await;
    test.consent(&rosa, ends).await;
    test.consent(&rosa, renewed).await;
    test.clock.advance_days(160);
    background::round(&test.app).await.unwrap();
    assert_eq!(told(&test, &rosa, NoticeKind::ConsentExpiring).await, 0);
    test.consent(&rosa, renewed).await;
    test.clock.advance_days(10);
    background::round(&test.app).await.unwrap();
    background::round(&test.app).await.unwrap();
    assert_eq!(told(&test, &rosa, NoticeKind::ConsentExpiring).await, 1);
}

async fn what_nobody_needs_is_reviewed_and_only_the_archive_ends_by_itself(test: TestApp) {
    let admin = test.administrator().await;
    let admin = admin.actor.admin().unwrap();
    let rosa = test.neighbour("rosa").await;
    let old = test.client(&rosa, "Old").await;
    let shelved = test.client(&rosa, "Shelved").await;
    archive::archive(&test.app, &rosa, shelved).await.unwrap();
    assert!(retain::review(&test.app, &rosa).await.unwrap().1.is_empty());
    test.clock.advance_days(731);
    let (times, stale) = retain::review(&test.app, &rosa).await.unwrap();
    assert_eq!((times.review_months, stale.len()), (24, 2));
    assert!(stale.iter().all(|one| one.erased_on.is_none()));
    assert_eq!(retain::waiting(&test.app, &rosa).await.unwrap(), 2);
    background::round(&test.app).await.unwrap();
    assert!(open::open(&test.app, &rosa, shelved).await.is_ok());

    // Administrators set an end for the archive; then, and only there, it comes.
    let hasty = retain::Retention {
        review_months: 1,
        erase_months: Some(0),
    };
    assert!(!retain::set(&test.app, &admin, hasty).await.unwrap());
    let times = retain::Retention {
        review_months: 12,
        erase_months: Some(36),
    };
    assert!(retain::set(&test.app, &admin, times).await.unwrap());
    background::round(&test.app).await.unwrap();
    assert!(open::open(&test.app, &rosa, shelved).await.is_ok());
    let (_, stale) = retain::review(&test.app, &rosa).await.unwrap();
    assert!(
        stale
            .iter()
            .any(|one| one.id == shelved && one.erased_on.is_some())
    );
    test.clock.advance_days(500);
    background::round(&test.app).await.unwrap();
    assert!(open::open(&test.app, &rosa, shelved).await.is_err());
    assert!(open::open(&test.app, &rosa, old).await.is_ok());
    assert_eq!(told(&test, &rosa, NoticeKind::ClientErasedByTime).await, 1);
    // Attention takes a record off the list.
    note::attend(&test.app, &rosa, old).await.unwrap();
    assert!(retain::review(&test.app, &rosa).await.unwrap().1.is_empty());
}

async fn the_export_holds_everything(test: TestApp) {
    let cast = cast(&test).await;
    let (rosa, client) = (&cast.rosa, cast.dolores);
    note::add(&test.app, rosa, client, "Likes mornings".to_owned())
        .await
        .unwrap();
    test.agree(rosa, cast.proposal).await.unwrap();
    assert!(export(&test.app, &cast.eva, client).await.is_err());
    let json = export(&test.app, rosa, client)
        .await
        .unwrap()
        .to_json()
        .unwrap();
    assert_eq!(json["format"], "argonaut-client-export/1");
    assert_eq!(json["record"]["identity"]["name"], "Dolores Secret");
    assert_eq!(json["record"]["notes"][0]["text"], "Likes mornings");
    assert_eq!(json["cards"].as_array().unwrap().len(), 1);
    assert_eq!(json["consents"].as_array().unwrap().len(), 2);
    let told = &json["introductions"][0];
    assert_eq!(told["other_helper"], "Test eva");
    assert_eq!(told["released"]["phones"][0], "+1 559 555 0100");
    assert!(told["released"].get("full_name").is_none());
    let again = export(&test.app, rosa, client).await.unwrap();
    let by_rosa = |deed| {
        again
            .log
            .iter()
            .filter(|line| line.entry.deed == deed && line.by.as_deref() == Some("Test rosa"))
            .count()
    };
    assert_eq!(by_rosa(Deed::ClientExported), 1);
    assert_eq!(by_rosa(Deed::ClientRecorded), 1);
    let text = json.to_string();
    assert!(!text.contains("Ana") && !text.contains("Hidden"));
}
