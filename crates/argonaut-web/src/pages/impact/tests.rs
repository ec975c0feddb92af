//! Every page of impact, rendered with sample data in every language.

use argonaut_app::impact::thanks::{From, Thanks};
use argonaut_app::impact::{
    Figures, First, GroupImpact, Median, Milestone, Outcomes, Period, Voyage,
};
use argonaut_app::people::Face;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::group::{Group, GroupKind, GroupProfile};
use argonaut_domain::helper::HelperRole;
use argonaut_domain::ids::{GroupId, HelperId, MatchId};
use argonaut_domain::locale::Locale;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;
use maud::Markup;
use uuid::Uuid;

use super::{group, show, thanks, voyage};
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

fn sound(tr: &Tr, body: &Markup) -> String {
    let page = layout(&Page::new(tr, "x"), body).into_string();
    assert_eq!(faults(&page), Vec::<String>::new(), "{page}");
    page
}

fn figures() -> Figures {
    Figures {
        introductions: 17,
        outcomes: Outcomes {
            met: 9,
            partly: 3,
            not: 1,
            harm: 0,
            open: 4,
        },
        first: Some(Median { days: 12, of: 8 }),
        kinds: vec![(Some(TermId::FIRST), 7), (None, 2)],
        asked: 30,
        answered: 22,
    }
}

fn of_group(figures: Option<Figures>, governs: bool) -> GroupImpact {
    GroupImpact {
        group: Group {
            id: GroupId::from_uuid(Uuid::from_u128(7)),
            profile: GroupProfile {
                name: "Elm <Street>".to_owned(),
                about: String::new(),
                kind: GroupKind::Secret,
                place: Place::Anywhere,
                situations: Vec::new(),
                needs: Vec::new(),
                languages: Vec::new(),
                questions: Vec::new(),
                agreement: String::new(),
            },
            agreement_version: 1,
            made: NOW,
            closed: None,
            version: 1,
        },
        figures,
        closed: false,
        governs,
    }
}

#[test]
fn no_page_has_faults() {
    let mark = Milestone { held: 10, at: NOW };
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for period in Period::ALL.iter().copied() {
            let page = sound(&tr, &show::view(&tr, &figures(), period, Some(mark), 2));
            assert!(page.contains("<title id=") && page.contains("<desc id="));
            assert!(
                page.matches("<table").count() >= 2,
                "a table beside each picture"
            );
            sound(&tr, &show::view(&tr, &Figures::default(), period, None, 0));
            for (sums, governs) in [(Some(figures()), true), (None, true), (None, false)] {
                sound(&tr, &group::view(&tr, &of_group(sums, governs), period));
            }
        }
        let face = Face {
            id: HelperId::from_uuid(Uuid::from_u128(1)),
            name: "Eva".to_owned(),
            handle: argonaut_domain::helper::Handle::parse("eva").unwrap(),
            role: HelperRole::Neighbour,
            area: None,
            is_contact: true,
        };
        let all: Vec<Thanks> = [From::Client, From::Through(face), From::Somebody]
            .into_iter()
            .enumerate()
            .map(|(number, from)| Thanks {
                id: Uuid::from_u128(u128::try_from(number).unwrap()),
                joint: MatchId::from_uuid(Uuid::from_u128(3)),
                from,
                words: None,
                at: NOW,
            })
            .collect();
        sound(&tr, &thanks::view(&tr, &all, NOW.date()));
        sound(&tr, &thanks::view(&tr, &[], NOW.date()));
        let travelled = Voyage {
            firsts: First::ALL.iter().map(|first| (*first, NOW)).collect(),
            milestones: vec![Milestone { held: 1, at: NOW }, mark],
        };
        sound(&tr, &voyage::view(&tr, &travelled, NOW.date()));
        let none = Voyage {
            firsts: Vec::new(),
            milestones: Vec::new(),
        };
        sound(&tr, &voyage::view(&tr, &none, NOW.date()));
    }
}

#[test]
fn a_group_reads_no_small_count() {
    let tr = Tr::of(Locale::En);
    let small = Figures {
        introductions: 15,
        ..Figures::default()
    };
    let page = group::view(&tr, &of_group(Some(small), false), Period::All).into_string();
    assert!(page.contains("about 15") && page.contains("fewer than 11"));
}
