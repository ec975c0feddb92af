//! Every page of rings, rendered with sample data in every language.

use argonaut_app::cards::look::{Owner, SeenCard};
use argonaut_app::rings::{Gives, RingLine, RingPage, SeatSeen};
use argonaut_domain::card::{CardContent, Limits};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{CardId, ClientId, MatchId, RingId};
use argonaut_domain::locale::Locale;
use argonaut_domain::person::Age;
use argonaut_domain::place::Place;
use argonaut_domain::ring::{RingAnswer, RingState};
use argonaut_domain::taxonomy::TermId;
use maud::Markup;
use uuid::Uuid;

use super::{list, show};
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

fn sound(tr: &Tr, body: &Markup) {
    let page = layout(&Page::new(tr, "x"), body).into_string();
    assert_eq!(faults(&page), Vec::<String>::new(), "{page}");
}

fn content() -> CardContent {
    CardContent {
        place: Place::Anywhere,
        age: Age::Any,
        gender: None,
        languages: Vec::new(),
        needs: Vec::new(),
        offers: vec![TermId::FIRST],
        interests: Vec::new(),
        connections: Vec::new(),
        limits: Limits::default(),
    }
}

fn seat(place: i64, name: Option<&str>, answer: RingAnswer, shown: bool) -> SeatSeen {
    let card = SeenCard {
        id: CardId::from_uuid(Uuid::from_u128(1)),
        content: content(),
        published: NOW.week(),
        waiting_since: NOW.week(),
        owner: Owner::Hidden(7),
        trust: None,
    };
    SeatSeen {
        place,
        card: shown.then_some(card),
        mine: name.is_some(),
        name: name.map(str::to_owned),
        answer,
        answered: (answer == RingAnswer::Yes).then_some(NOW),
        gives: vec![Gives {
            need: TermId::FIRST,
            by: TermId::FIRST,
        }],
        room: (answer == RingAnswer::Yes).then(|| MatchId::from_uuid(Uuid::from_u128(4))),
    }
}

fn page(state: RingState, my_turn: bool, full: bool) -> RingPage {
    let mine = if my_turn {
        RingAnswer::Awaited
    } else {
        RingAnswer::Yes
    };
    let mut seats = vec![
        seat(0, Some("Ida <b>"), mine, true),
        seat(1, None, RingAnswer::Yes, true),
    ];
    if full {
        seats.push(seat(2, None, RingAnswer::Awaited, false));
    }
    RingPage {
        id: RingId::from_uuid(Uuid::from_u128(2)),
        state,
        seats,
        empty: (!full && state != RingState::Ended).then_some(2),
        my_turn,
        moved: NOW,
    }
}

#[test]
fn every_page_is_sound_in_every_language() {
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for state in RingState::ALL.iter().copied() {
            for (my_turn, full) in [(true, true), (true, false), (false, true), (false, false)] {
                sound(&tr, &show::view(&tr, &page(state, my_turn, full)));
            }
        }
        let line = |name: Option<&str>, state, my_turn| RingLine {
            id: RingId::from_uuid(Uuid::from_u128(2)),
            state,
            client: ClientId::from_uuid(Uuid::from_u128(3)),
            client_name: name.map(str::to_owned),
            my_turn,
            yes: 1,
            moved: NOW,
        };
        let lines = [
            line(Some("Ida"), RingState::Proposed, true),
            line(None, RingState::Going, false),
            line(Some("Ida"), RingState::Ended, false),
        ];
        sound(&tr, &list::view(&tr, &lines, NOW.date()));
        sound(&tr, &list::view(&tr, &[], NOW.date()));
    }
}
