//! Invented helpers for the tests of pages, and every page of this area, full and empty, in
//! every language.

use argonaut_app::accounts::invite::{Invitation, InvitationLink};
use argonaut_app::contacts::book::{Entry, Fault, LookedUp, Person};
use argonaut_app::contacts::list::Contacts;
use argonaut_app::contacts::suggest::{Reason, Suggested};
use argonaut_app::helpers::directory::{Directory, Line, PAGE};
use argonaut_app::helpers::remember::HelperNote;
use argonaut_app::helpers::view::{Profile, Relation};
use argonaut_app::people::Face;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::{Handle, HelperRole};
use argonaut_domain::ids::{GroupId, HelperId, InvitationId, MatchId};
use argonaut_domain::invitation::InvitedAs;
use argonaut_domain::language::LanguageId;
use argonaut_domain::locale::Locale;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId};
use maud::{Markup, html};
use uuid::Uuid;

use super::{book, contacts, directory, found_by, invite, note, suggested as proposed};
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::pages::clients::places::Typed;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

const NOW: Timestamp = Timestamp::from_micros(1_000_000_000_000_000);

fn helper(number: u128) -> HelperId {
    HelperId::from_uuid(Uuid::from_u128(number))
}

fn face(number: u128) -> Face {
    Face {
        id: helper(number),
        name: format!("Eva <{number}>"),
        handle: Handle::parse("eva").unwrap(),
        role: HelperRole::Neighbour,
        area: Some(Place::Anywhere),
        is_contact: number.is_multiple_of(2),
    }
}

fn term() -> TermId {
    Taxonomy::builtin().by_code("transport.doctor").unwrap()
}

/// Two suggested helpers, with every reason there is.
pub(crate) fn suggested() -> Vec<Suggested> {
    let one = |number, reasons| Suggested {
        face: face(number),
        reasons,
    };
    vec![
        one(
            71,
            vec![
                Reason::SameClients(vec![term()]),
                Reason::Offers(vec![term()]),
            ],
        ),
        one(72, vec![Reason::KnownTo(vec![face(73), face(74)])]),
    ]
}

fn invitation(number: u128) -> Invitation {
    Invitation {
        id: InvitationId::from_uuid(Uuid::from_u128(number)),
        made_by: Some(helper(1)),
        makes_admin: false,
        created: NOW,
        expires: NOW.plus_days(14),
        used_by: (number == 2).then(|| helper(2)),
        revoked: (number == 3).then_some(NOW),
        level: Some(InvitedAs::Know),
        greeting: "Come <in>!".to_owned(),
        befriend: true,
    }
}

fn link() -> InvitationLink {
    InvitationLink {
        invitation: invitation(1),
        token: "t".repeat(43),
    }
}

fn sent(pairs: &[(&str, &str)]) -> FormData {
    let pairs = pairs.iter();
    FormData::of(
        pairs
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect(),
    )
}

#[track_caller]
fn sound(tr: &Tr, page: &Markup) -> String {
    let page = layout(&Page::new(tr, "x"), page).into_string();
    assert_eq!(faults(&page), Vec::<String>::new());
    page
}

fn found(lines: usize, total: usize) -> Directory {
    let line = |number| Line {
        face: face(number),
        offers: vec![term(); 5],
        tags: vec!["choir <x>".to_owned()],
    };
    Directory {
        lines: (1..).take(lines).map(line).collect(),
        total,
        languages: LanguageId::parse("es")
            .map(|of| (of, 15))
            .into_iter()
            .collect(),
        offers: vec![(term(), 20)],
        tags: vec!["choir <x>".to_owned(), "rides".to_owned()],
    }
}

#[test]
fn the_directory_and_its_secrets() {
    let nobody = Directory {
        lines: Vec::new(),
        total: 0,
        languages: Vec::new(),
        offers: Vec::new(),
        tags: Vec::new(),
    };
    let asked = sent(&[
        ("q", "Eva Ruiz"),
        ("tag", "choir <x>"),
        ("language", "es"),
        ("page", "1"),
    ]);
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for place in [
            Typed::Nothing,
            Typed::Unknown,
            Typed::Many(Place::search("Fresno", None, 3)),
        ] {
            sound(&tr, &directory::view(&tr, &asked, &place, &nobody, 0));
        }
        let many = found(PAGE, 3 * PAGE);
        let page = sound(
            &tr,
            &directory::view(&tr, &asked, &Typed::Nothing, &many, 1),
        );
        // Neither tags nor names stand in an address.
        for address in page.split("href=\"").chain(page.split("action=\"")).skip(1) {
            let address = address.split('"').next().unwrap_or_default();
            assert!(
                !address.contains("choir") && !address.contains("Ruiz"),
                "{address}"
            );
        }
        // They go along, twice for the pages and twice to narrow down.
        let kept = "name=\"tag\" value=\"choir &lt;x&gt;\"";
        assert_eq!(page.matches(kept).count(), 4, "{page}");
    }
}

#[test]
fn an_address_book_and_what_was_found() {
    let person = |name: &str, here, may_be| Person {
        entry: Entry {
            name: name.to_owned(),
            mails: vec!["eva+x@example.org".to_owned()],
            phones: vec!["559 555 0143".to_owned()],
        },
        here,
        may_be,
    };
    let book = LookedUp {
        people: vec![
            person("Eva <Ruiz>", vec![face(1)], Vec::new()),
            person("", Vec::new(), vec![face(2), face(3)]),
            person("Ana", Vec::new(), Vec::new()),
        ],
        waiting: 3,
    };
    let faults = [
        (2, Fault::Broken),
        (4, Fault::Nothing),
        (9, Fault::TooLarge),
    ];
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        sound(&tr, &book::view(&tr, None, &html! {}));
        sound(&tr, &book::view(&tr, Some("Too <large>"), &html! {}));
        let results = book::results(&tr, &book, &faults, true);
        let page = sound(&tr, &book::view(&tr, None, &results));
        assert_eq!(page.matches("/contacts/import/invite").count(), 2);
        let nobody = book::results(&tr, &LookedUp::default(), &[], false);
        sound(&tr, &book::view(&tr, None, &nobody));
        // Two links at once on one page.
        let links = html! {
            (book::view(&tr, None, &html! {}))
            (invite::fresh(&tr, &link(), "https://example.org", "eva+x@example.org", "-1"))
            (invite::fresh(&tr, &link(), "https://example.org", "", "-2"))
        };
        let page = sound(&tr, &links);
        assert!(
            page.contains("mailto:eva%2Bx@example.org?subject="),
            "{page}"
        );
    }
}

#[test]
fn invitations_contacts_and_by_what_one_is_found() {
    let made = [invitation(1), invitation(2), invitation(3)];
    let typed = sent(&[
        ("level", "know"),
        ("greeting", "Hi <you>"),
        ("befriend", ""),
    ]);
    let contacts = Contacts {
        accepted: vec![face(2)],
        asked_me: vec![face(3), face(5)],
        i_asked: vec![face(7)],
        blocked: vec![(helper(9), "Ida <x>".to_owned())],
        blocked_hidden: vec![MatchId::from_uuid(Uuid::from_u128(3))],
        muted: vec![(helper(8), Some("Max <x>".to_owned())), (helper(7), None)],
    };
    let nobody = Contacts {
        accepted: Vec::new(),
        asked_me: Vec::new(),
        i_asked: Vec::new(),
        blocked: Vec::new(),
        blocked_hidden: Vec::new(),
        muted: Vec::new(),
    };
    let mine = ["eva@example.org".to_owned(), "+15595550143".to_owned()];
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        let empty = FormData::default();
        sound(&tr, &invite::view(&tr, (&[], NOW), &empty, None, &html! {}));
        let fresh = invite::fresh(&tr, &link(), "https://example.org", "", "");
        sound(&tr, &invite::view(&tr, (&made, NOW), &typed, None, &fresh));
        sound(&tr, &contacts::view(&tr, &contacts, &suggested()));
        sound(&tr, &contacts::view(&tr, &nobody, &[]));
        sound(&tr, &found_by::view(&tr, &[], "", None));
        let error = Some("not a number".to_owned());
        sound(&tr, &found_by::view(&tr, &mine, "hello <x>", error));
    }
}

#[test]
fn what_is_kept_of_a_helper_and_what_both_have_in_common() {
    let profile = |relation| Profile {
        face: face(1),
        relation,
        about: String::new(),
        languages: Vec::new(),
        offers: Vec::new(),
        situations: Vec::new(),
        cards_by_stage: Vec::new(),
        fingerprint: None,
        key: None,
    };
    let kept = HelperNote {
        words: "Sings <well>".to_owned(),
        tags: vec!["choir".to_owned(), "rides".to_owned()],
    };
    let both = note::Both {
        know: vec![face(2)],
        groups: vec![(
            GroupId::from_uuid(Uuid::from_u128(50)),
            "Elm <x>".to_owned(),
        )],
    };
    let errors = [("tags".to_owned(), "too many".to_owned())];
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        let other = profile(Relation::Contact);
        let whole = |of: &Profile, kept: &HelperNote, both: &note::Both, errors: &[_]| {
            html! { (super::show::page(&tr, of, None, false)) (note::part(&tr, of, kept, both, errors)) }
        };
        let page = sound(&tr, &whole(&other, &kept, &both, &errors));
        assert!(page.contains("Elm &lt;x&gt;") && page.contains("choir, rides"));
        let none = note::Both::default();
        sound(
            &tr,
            &whole(&profile(Relation::None), &HelperNote::default(), &none, &[]),
        );
        // Nobody keeps a note about themselves.
        let own = sound(&tr, &whole(&profile(Relation::Self_), &kept, &both, &[]));
        assert!(!own.contains("Sings"));
        assert!(proposed::part(&tr, &[]).into_string().is_empty());
    }
}
