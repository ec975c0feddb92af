//! Every page of hints, rendered with sample data in every language.

use argonaut_app::cards::look::{Owner, SeenCard};
use argonaut_app::hints::{Fits, Given, GivenHint, Hints};
use argonaut_app::suggestions::Shown;
use argonaut_app::suggestions::list::Suggested;
use argonaut_app::words::Looked;
use argonaut_domain::card::{CardContent, Limits};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::hint::HintState;
use argonaut_domain::ids::{CardId, ClientId, HintId};
use argonaut_domain::locale::Locale;
use argonaut_domain::person::Age;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;
use maud::{Markup, html};
use uuid::Uuid;

use super::{give, list};
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

fn sound(tr: &Tr, body: &Markup) -> String {
    let page = layout(&Page::new(tr, "x"), body).into_string();
    assert_eq!(faults(&page), Vec::<String>::new(), "{page}");
    page
}

fn card(number: u128) -> SeenCard {
    SeenCard {
        trust: None,
        id: CardId::from_uuid(Uuid::from_u128(number)),
        content: CardContent {
            place: Place::Anywhere,
            age: Age::Any,
            gender: None,
            languages: Vec::new(),
            needs: Vec::new(),
            offers: vec![TermId::FIRST],
            interests: Vec::new(),
            connections: Vec::new(),
            limits: Limits::default(),
        },
        published: NOW.week(),
        waiting_since: NOW.week(),
        owner: Owner::Hidden(417),
    }
}

fn got(words: Option<&str>) -> GivenHint {
    GivenHint {
        id: HintId::from_uuid(Uuid::from_u128(6)),
        from: None,
        client: ClientId::from_uuid(Uuid::from_u128(7)),
        name: words.map(|_| "Ida <i>".to_owned()),
        card: card(2),
        words: words.map(str::to_owned),
        made: NOW,
    }
}

#[test]
fn what_was_got_and_given_is_told_in_every_language() {
    for locale in Locale::ALL {
        let tr = Tr::of(*locale);
        sound(&tr, &list::view(&tr, &Hints::default(), NOW.date()));
        let states = [HintState::Open, HintState::Further, HintState::Held];
        let hints = Hints {
            got: vec![got(Some("Both sing <b>"))],
            gave: states
                .map(|state| Given {
                    cards: vec![card(1), card(2)],
                    state,
                    made: NOW,
                })
                .into(),
        };
        let page = sound(&tr, &list::view(&tr, &hints, NOW.date()));
        assert!(page.contains("Both sing &lt;b&gt;") && !page.contains("Ida <i>"));
        let unread = Hints {
            got: vec![got(None)],
            gave: vec![Given {
                cards: Vec::new(),
                state: HintState::Open,
                made: NOW,
            }],
        };
        sound(&tr, &list::view(&tr, &unread, NOW.date()));
    }
}

#[test]
fn two_cards_are_chosen_and_the_reason_is_asked_in_every_language() {
    for locale in Locale::ALL {
        let tr = Tr::of(*locale);
        let mut found = Fits {
            card: card(1),
            found: Vec::new(),
        };
        sound(&tr, &give::choose(&tr, &found));
        for number in [2, 3] {
            let other = card(number);
            found.found.push(Suggested {
                id: format!("card:{}", other.id).parse().unwrap(),
                shown: Shown::Card(Box::new(other)),
                reasons: Vec::new(),
            });
        }
        sound(&tr, &give::choose(&tr, &found));
        let sent = FormData::of(vec![("words".to_owned(), "Both sing".to_owned())]);
        let errors = [("words".to_owned(), "Too long".to_owned())];
        let with = CardId::from_uuid(Uuid::from_u128(2));
        let looked = Looked::default();
        let body = give::why(
            &tr,
            &found,
            (with, &html! {}),
            &sent,
            &errors,
            (&looked, false),
        );
        assert!(sound(&tr, &body).contains("Both sing"));
    }
}
