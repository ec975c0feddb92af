//! Every page of follow-ups, rendered with sample data in every language.

use argonaut_app::matches::follow_up::{Asked, Due, FollowUps, Given};
use argonaut_app::matches::list::Partner;
use argonaut_app::words::{Choices, Draft, Hearing, look};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::follow_up::{Answer, AskWeek, NeedMet, Voice};
use argonaut_domain::ids::{ClientId, HelperId, MatchId};
use argonaut_domain::introduction::{
    Decision, FirstContact, Match, Meeting, Party, PerSide, Side, Stage, YesNo,
};
use argonaut_domain::locale::Locale;
use uuid::Uuid;

use super::show;
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

const THEN: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

/// A question that is due, for Today.
pub(crate) fn sample_due(number: u128) -> Due {
    Due {
        joint: MatchId::from_uuid(Uuid::from_u128(number)),
        partner: Partner::Hidden(4821),
        client_name: Some("Maria".to_owned()),
        week: AskWeek::Fourth,
        since: THEN,
    }
}

fn introduced() -> Match {
    let id = |n| HelperId::from_uuid(Uuid::from_u128(n));
    let client = |n| Party::Client {
        client: ClientId::from_uuid(Uuid::from_u128(n)),
        card: None,
    };
    let asked = Match::ask(
        MatchId::from_uuid(Uuid::from_u128(3)),
        (id(1), client(11)),
        (id(2), client(12)),
        THEN,
    );
    Match {
        stage: Stage::Introduced {
            decisions: PerSide {
                asker: Decision::Awaited,
                owner: Decision::Awaited,
            },
            meeting: Meeting {
                at: THEN,
                by: Side::Asker,
                first_contact: FirstContact::Helpers,
                accompanied: false,
            },
            outcomes: PerSide::default(),
        },
        ..asked
    }
}

fn sample(answered: usize) -> FollowUps {
    let asks = AskWeek::ALL.iter().enumerate().map(|(place, week)| Asked {
        week: *week,
        due: week.due(THEN),
        done: place < answered,
    });
    let given = AskWeek::ALL.iter().take(answered).map(|week| Given {
        voice: if *week == AskWeek::First {
            Voice::Helper
        } else {
            Voice::Client
        },
        answer: Answer {
            week: *week,
            need: NeedMet::Partly,
            in_touch: YesNo::Yes,
        },
        learned: None,
        at: week.due(THEN),
    });
    FollowUps {
        joint: introduced(),
        side: Side::Asker,
        partner: Partner::Hidden(4821),
        client_name: Some("Maria <b>".to_owned()),
        asks: asks.collect(),
        given: given.collect(),
    }
}

#[test]
fn no_page_has_faults() {
    let text = "Katrine liked it";
    let draft = Draft {
        text,
        hearing: Hearing::Talk,
        known: &[],
        stored: "",
        locale: Locale::En,
    };
    let looked = look(&draft, &Choices::default());
    let sent = FormData::of(vec![
        ("need".to_owned(), "met".to_owned()),
        ("learned".to_owned(), text.to_owned()),
        ("share".to_owned(), "on".to_owned()),
    ]);
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for (answered, days) in [(0, 8), (0, 3), (1, 30), (2, 90), (3, 90)] {
            let found = sample(answered);
            let now = THEN.plus_days(days);
            for (sent, asks) in [(&FormData::default(), None), (&sent, Some(&looked))] {
                let body = show::view(&tr, &found, now, sent, &[], (asks, asks));
                let page = layout(&Page::new(&tr, "x"), &body).into_string();
                assert_eq!(faults(&page), Vec::<String>::new(), "{page}");
                assert!(!page.contains("<b>"));
            }
            let body = maud::html! { h1 { "x" } (show::section_view(&tr, &found, now)) };
            let page = layout(&Page::new(&tr, "x"), &body).into_string();
            assert_eq!(faults(&page), Vec::<String>::new(), "{page}");
        }
    }
}

#[test]
fn a_question_takes_at_most_four_taps() {
    let tr = Tr::of(Locale::En);
    let now = THEN.plus_days(8);
    let page = show::view(
        &tr,
        &sample(0),
        now,
        &FormData::default(),
        &[],
        (None, None),
    )
    .into_string();
    // Two answers and the button; nothing else must be opened.
    let question = page.split("/thanks").next().unwrap();
    assert_eq!(question.matches("<fieldset").count(), 2);
    assert!(page.contains("Ask me again in a week"));
    let early = show::view(
        &tr,
        &sample(0),
        THEN,
        &FormData::default(),
        &[],
        (None, None),
    )
    .into_string();
    assert!(!early.contains("Ask me again in a week"));
}
