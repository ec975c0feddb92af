//! Every page of trust, rendered with sample data in every language.

use argonaut_app::people::Face;
use argonaut_app::trust::mine::{Given, Mine, Received};
use argonaut_app::trust::why::{Bond, Experience, Familiarity, Label, Said, Stop};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::{Handle, HelperRole};
use argonaut_domain::ids::{HelperId, VouchId};
use argonaut_domain::locale::Locale;
use argonaut_domain::trust::{EnquiryReach, TrustField, TrustLevel, Vouch, VouchLevel};
use maud::{Markup, html};
use uuid::Uuid;

use super::{acts, bond, form, mine, words};
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::parts;
use crate::pages::tests::lint::faults;

fn face(number: u128, name: &str) -> Face {
    Face {
        id: HelperId::from_uuid(Uuid::from_u128(number)),
        name: name.to_owned(),
        handle: Handle::parse("eva").unwrap(),
        role: HelperRole::Neighbour,
        area: None,
        is_contact: false,
    }
}

fn given(number: u128, wants_renewing: bool, to: Option<Face>) -> Given {
    let start = Timestamp::from_micros(0);
    Given {
        vouch: Vouch {
            id: VouchId::from_uuid(Uuid::from_u128(number)),
            from: HelperId::from_uuid(Uuid::from_u128(1)),
            to: HelperId::from_uuid(Uuid::from_u128(2)),
            field: TrustField::Children,
            level: VouchLevel::Mother,
            said: start,
            renewed: start,
        },
        to,
        note: Some("Sat with my aunt.".to_owned()),
        holds: !wants_renewing,
        wants_renewing,
    }
}

fn bonds() -> Vec<Bond> {
    let labels = [
        Label::Doubtful,
        Label::Unknown,
        Label::Known,
        Label::Trusted,
        Label::WellTrusted,
    ];
    let full = |label: Label| Bond {
        other: face(2, "Eva Ruiz"),
        label,
        given: vec![given(7, true, Some(face(2, "Eva Ruiz")))],
        shared: vec![
            (Experience::Good, jiff::civil::Date::ZERO),
            (Experience::Declined, jiff::civil::Date::ZERO),
        ],
        distrusted: false,
        path: Some((
            Stop::You,
            vec![
                (
                    Said::Vouch(Familiarity::Mother, TrustField::Money),
                    Stop::Somebody,
                ),
                (Said::Worked, Stop::Named(face(2, "Eva Ruiz"))),
            ],
        )),
        supporters: vec![face(3, "Ida Stone")],
        more_supporters: 2,
        may_vouch: true,
        left: 3,
        takes_enquiry: true,
    };
    let bare = |label: Label| Bond {
        given: Vec::new(),
        shared: Vec::new(),
        distrusted: label == Label::Doubtful,
        path: Some((Stop::Founder, Vec::new())).filter(|_| label == Label::Known),
        supporters: Vec::new(),
        more_supporters: 0,
        may_vouch: false,
        left: 0,
        ..full(label)
    };
    labels
        .into_iter()
        .flat_map(|label| [full(label), bare(label)])
        .collect()
}

fn pages(tr: &Tr) -> Vec<Markup> {
    let mut pages = vec![
        mine::view(
            tr,
            &Mine {
                given: vec![given(7, true, Some(face(2, "Eva"))), given(8, false, None)],
                received: vec![Received {
                    vouch: given(9, false, None).vouch,
                    from: face(3, "Ida"),
                }],
                distrusted: vec![(HelperId::from_uuid(Uuid::from_u128(4)), None)],
                left: 1,
            },
        ),
        mine::view(
            tr,
            &Mine {
                given: Vec::new(),
                received: Vec::new(),
                distrusted: Vec::new(),
                left: 3,
            },
        ),
        acts::view(tr, &given(7, true, None)),
    ];
    for of in bonds() {
        pages.push(html! { (parts::heading("x", None, None)) (bond::part(tr, &of)) });
        let errors = [("level".to_owned(), "x".to_owned())];
        pages.push(form::view(tr, &of, &FormData::default(), &[]));
        if of.may_vouch {
            pages.push(form::view(tr, &of, &FormData::default(), &errors));
        }
    }
    pages
}

#[test]
fn no_page_has_faults() {
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for body in pages(&tr) {
            let page = layout(&Page::new(&tr, "x"), &body).into_string();
            assert_eq!(faults(&page), Vec::<String>::new());
        }
    }
}

#[test]
fn every_word_has_its_own_text() {
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        let fields = TrustField::ALL.iter().map(|of| words::field(&tr, *of));
        let levels = VouchLevel::ALL
            .iter()
            .map(|of| words::vouch_level(&tr, *of));
        let least = TrustLevel::ALL.iter().map(|of| words::at_least(&tr, *of));
        let takes = EnquiryReach::ALL
            .iter()
            .map(|of| words::enquiries(&tr, *of));
        let all: Vec<String> = fields.chain(levels).chain(least).chain(takes).collect();
        let each: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(each.len(), all.len());
    }
}

#[test]
fn a_stranger_is_warned_of_and_a_trusted_helper_is_not() {
    let tr = Tr::of(Locale::En);
    for of in bonds() {
        let warned = !bond::warning(&tr, &of).into_string().is_empty();
        assert_eq!(warned, of.label <= Label::Unknown, "{:?}", of.label);
    }
}
