//! Every page of clients' rights, rendered with sample data in every language.

use argonaut_app::clients::export::{Access, Export, Told as ToldInMatch};
use argonaut_app::clients::retain::{Retention, Stale, Ties};
use argonaut_app::consents::receipt::Receipt;
use argonaut_app::dossier::{Dossier, Released};
use argonaut_app::links::mine::{LinkSecrets, Links, ToGive};
use argonaut_app::links::page::{FollowUpAsked, LinkPage, Shared};
use argonaut_app::links::{About, Shown};
use argonaut_domain::access::{Actor, CircleRole, Membership, Visible, open_client, reveal};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::{Consent, ConsentMethod, ConsentScope, ReleasedField};
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{AuditId, ClientId, ConsentId, HelperId, LinkId, MatchId};
use argonaut_domain::introduction::StageName;
use argonaut_domain::link::{ClientLink, LinkAnswer, LinkPurpose, RequestKind};
use argonaut_domain::locale::Locale;
use maud::Markup;
use uuid::Uuid;

use super::client_view::{self, Told};
use super::{code, export, links, privacy, receipt, requests, review};
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

fn helper() -> HelperId {
    HelperId::from_uuid(Uuid::from_u128(1))
}

fn client() -> ClientId {
    ClientId::from_uuid(Uuid::from_u128(2))
}

fn seen<T>(value: T) -> Visible<T> {
    let me = Actor::signed_in(helper(), Standing::Active, false).unwrap();
    let seat = Membership {
        client: client(),
        helper: helper(),
        role: CircleRole::Lead,
    };
    let granted = open_client(&me, Some(&seat)).unwrap();
    reveal(&granted, client(), value).unwrap()
}

fn link(purpose: LinkPurpose, answer: Option<LinkAnswer>) -> ClientLink {
    ClientLink {
        id: LinkId::from_uuid(Uuid::from_u128(3)),
        client: client(),
        introduction: None,
        made_by: helper(),
        purpose,
        language: Locale::Es,
        made: Timestamp::from_micros(0),
        ends: Timestamp::from_micros(0).plus_days(14),
        revoked: None,
        opened: Some(Timestamp::from_micros(5)),
        answer: answer.map(|answer| (answer, Timestamp::from_micros(6))),
        acts: 0,
    }
}

fn dossier() -> Dossier {
    let mut dossier = Dossier::new("Dolores Ibáñez");
    dossier.contact.phones = vec!["+1 559 555 0100".into()];
    dossier.note(Timestamp::from_micros(0), helper(), "Likes mornings.");
    dossier
}

fn released() -> Released {
    dossier().released(&[ReleasedField::FirstName, ReleasedField::Phone])
}

fn consent(scope: ConsentScope, withdrawn: bool) -> Consent {
    Consent {
        id: ConsentId::from_uuid(Uuid::from_u128(4)),
        client: client(),
        scope,
        method: ConsentMethod::Link,
        text_version: "2026-11".to_owned(),
        language: Locale::Es,
        recorded_by: helper(),
        given: Timestamp::from_micros(0),
        expires: Timestamp::from_micros(0).plus_days(180),
        withdrawn: withdrawn.then(|| Timestamp::from_micros(9)),
    }
}

fn introduce() -> ConsentScope {
    ConsentScope::Introduce {
        introduction: MatchId::from_uuid(Uuid::from_u128(5)),
        recipient: helper(),
        fields: vec![ReleasedField::Phone],
    }
}

fn abouts() -> Vec<(LinkPurpose, About)> {
    vec![
        (LinkPurpose::Share, About::Share { card: None }),
        (
            LinkPurpose::Introduce,
            About::Introduce {
                recipient: "Eva".into(),
                fields: vec![ReleasedField::Phone],
                released: Box::new(released()),
                theirs: None,
                in_person: true,
            },
        ),
        (
            LinkPurpose::See,
            About::See {
                record: Box::new(dossier()),
                more_notes: true,
            },
        ),
    ]
}

fn shared() -> Shared {
    Shared {
        card: None,
        consents: vec![
            (consent(introduce(), false), Some("Eva".to_owned())),
            (consent(ConsentScope::ShareCard, true), None),
        ],
        matches: vec![(StageName::Active, Some("Eva".to_owned()))],
        opened: vec![
            (Timestamp::from_micros(0), Some("Rosa".to_owned())),
            (Timestamp::from_micros(0), None),
        ],
    }
}

/// The pages of a client: whole documents.
fn for_clients(tr: &Tr) -> Vec<Markup> {
    let today = Timestamp::from_micros(0).date();
    let mut pages = vec![
        client_view::ended(tr),
        client_view::too_much(tr),
        client_view::over(tr),
        client_view::busy(tr),
        client_view::trouble(tr),
        code::view(tr, "", None),
        code::view(tr, "ABC", Some("x")),
    ];
    for (purpose, about) in abouts() {
        for (told, answer, yes, asks) in [
            (Told::Nothing, None, false, true),
            (Told::Nothing, None, false, false),
            (Told::Answered, Some(LinkAnswer::Yes), true, false),
            (Told::Answered, Some(LinkAnswer::No), false, true),
            (Told::Answered, Some(LinkAnswer::Talk), false, true),
            (Told::Withdrawn, Some(LinkAnswer::Yes), false, true),
            (Told::Asked, None, false, false),
        ] {
            let page = LinkPage {
                link: link(purpose, answer),
                shown: seen(Shown {
                    helper: "Rosa".into(),
                    client: "Dolores".into(),
                    about: about.clone(),
                }),
                consent: yes.then(|| consent(ConsentScope::ShareCard, false)),
                asks,
                shared: (purpose == LinkPurpose::See).then(shared),
                follow_ups: follow_ups(purpose),
            };
            pages.push(client_view::page(tr, &page, "token", told, today));
        }
    }
    pages
}

fn follow_ups(purpose: LinkPurpose) -> Vec<FollowUpAsked> {
    let asked = |number, other: Option<&str>| FollowUpAsked {
        joint: MatchId::from_uuid(Uuid::from_u128(number)),
        other: other.map(str::to_owned),
    };
    match purpose {
        LinkPurpose::See => vec![asked(1, Some("Eva")), asked(2, None)],
        LinkPurpose::Introduce => vec![asked(1, Some("Eva"))],
        LinkPurpose::Share => Vec::new(),
    }
}

fn given(secrets: bool) -> ToGive {
    ToGive {
        link: link(LinkPurpose::Share, None),
        name: seen("Dolores Ibáñez".to_owned()),
        helper: "Rosa".to_owned(),
        secrets: secrets.then(|| LinkSecrets {
            path: "/c/abc".to_owned().into(),
            code: "ABCDE-FGHJK".to_owned().into(),
        }),
    }
}

/// The pages of a helper: bodies.
fn for_helpers(tr: &Tr) -> Vec<Markup> {
    let now = Timestamp::from_micros(10);
    let links = Links {
        name: seen("Dolores".to_owned()),
        language: Some(Locale::Es),
        links: vec![
            link(LinkPurpose::See, None),
            link(LinkPurpose::Introduce, Some(LinkAnswer::Talk)),
        ],
    };
    let receipt_of = |scope: ConsentScope, withdrawn| Receipt {
        consent: consent(scope, withdrawn),
        name: seen("Dolores".to_owned()),
        proxy: Some(seen("Her daughter".to_owned())),
        recorded_by: Some("Rosa".to_owned()),
        recipient: Some("Eva".to_owned()),
    };
    let stale = Stale {
        id: client(),
        name: seen("Dolores".to_owned()),
        attended: Timestamp::from_micros(0),
        ties: Ties::default(),
        erased_on: Some(now),
        may_decide: true,
    };
    let whole = Export {
        client: client(),
        made: now,
        recorded: now,
        record: seen(dossier()),
        circle: vec!["Rosa".to_owned()],
        cards: Vec::new(),
        consents: shared().consents,
        matches: Vec::<ToldInMatch>::new(),
        log: vec![Access {
            entry: AuditEntry {
                id: AuditId::from_uuid(Uuid::from_u128(6)),
                at: now,
                actor: None,
                deed: Deed::LinkAnswered,
                subject: Uuid::from_u128(2),
            },
            by: None,
        }],
    };
    let id = client().to_string();
    let site = "https://argonaut.example";
    vec![
        links::list_view(
            tr,
            &id,
            &links,
            &links::link_form(tr, &id, None, &FormData::default()),
            now,
            Some("x"),
        ),
        links::link_view(tr, &id, &given(true), site, now),
        links::link_view(tr, &id, &given(false), site, now),
        links::link_view(tr, &id, &given(false), site, now.plus_days(20)),
        links::sheet_view(tr, &id, &given(true), site).unwrap(),
        receipt::view(tr, &id, &receipt_of(introduce(), false), now),
        receipt::view(tr, &id, &receipt_of(ConsentScope::ShareCard, true), now),
        review::view(tr, Retention::default(), &[stale], now.date()),
        review::view(tr, Retention::default(), &[], now.date()),
        export::view(tr, &id, &whole),
        privacy::view(tr),
    ]
}

#[test]
fn no_page_has_faults_in_any_language() {
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for page in for_clients(&tr) {
            let page = page.into_string();
            assert_eq!(faults(&page), Vec::<String>::new(), "{page}");
            assert!(!page.contains("<script") && !page.contains("/sign-in"));
            assert!(page.contains("noindex") && page.contains("no-referrer"));
        }
        for body in for_helpers(&tr) {
            let page = layout(&Page::new(&tr, "x"), &body).into_string();
            assert_eq!(faults(&page), Vec::<String>::new(), "{page}");
        }
    }
}

#[test]
fn the_sheet_is_in_the_clients_language_and_says_no_family_name() {
    let sheet = links::sheet_view(
        &Tr::of(Locale::En),
        &client().to_string(),
        &given(true),
        "https://argonaut.example",
    )
    .unwrap()
    .into_string();
    assert!(sheet.contains("Para Dolores<") && sheet.contains("ABCDE-FGHJK"));
    assert!(sheet.contains("<svg") && sheet.contains("argonaut.example/c"));
    assert!(!sheet.contains("Ibáñez"));
}

#[test]
fn a_yes_offers_the_way_back_and_a_question_offers_three_answers() {
    let tr = Tr::of(Locale::En);
    let pages: Vec<String> = for_clients(&tr)
        .into_iter()
        .map(Markup::into_string)
        .collect();
    let asks = |page: &&String| page.contains("value=\"talk\"");
    for page in pages.iter().filter(asks) {
        assert!(page.contains("value=\"yes\"") && page.contains("value=\"no\""));
        assert!(!page.contains("name=\"what\" value=\"this\""));
    }
    assert!(
        pages
            .iter()
            .any(|page| page.contains("name=\"what\" value=\"this\""))
    );
    assert!(
        requests::list(&tr, "/clients/x", &[])
            .into_string()
            .is_empty()
    );
    assert_eq!(RequestKind::ALL.len(), 2);
}

#[test]
fn the_page_on_privacy_says_what_is_not_protected_in_both_languages() {
    let said = |locale| privacy::view(&Tr::of(locale)).into_string();
    assert!(said(Locale::En).contains("<h2>What is not protected</h2>"));
    assert!(said(Locale::Es).contains("<h2>Qué no está protegido</h2>"));
    assert_eq!(
        said(Locale::En).matches("<li>").count(),
        said(Locale::Es).matches("<li>").count(),
        "the two say the same"
    );
}
