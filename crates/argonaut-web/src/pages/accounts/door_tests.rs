//! Every page of signing in and coming back, in every language and state, without a fault.

use argonaut_app::accounts::organisation::State as Copy;
use argonaut_app::accounts::second_factor::add::Pending;
use argonaut_app::accounts::second_factor::step::Awaited;
use argonaut_app::accounts::second_factor::{Factor, FactorKind};
use argonaut_app::accounts::tokens::{Scope, Token};
use argonaut_app::accounts::trusted::come_back::Request;
use argonaut_app::accounts::trusted::hold::Held;
use argonaut_app::accounts::trusted::set_up::{Made, State as Trust};
use argonaut_app::people::Face;
use argonaut_app::safety::DecisionRow;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::{Handle, HelperRole};
use argonaut_domain::ids::{ApiTokenId, DecisionId, FactorId, HelperId, ReportId};
use argonaut_domain::locale::Locale;
use argonaut_domain::safety::{Outcome, Point};
use jiff::civil::Date;
use maud::Markup;
use uuid::Uuid;

use super::{
    come_back, errors_of, factors, held, more, organisation, reset, second_step, suspended, tokens,
    trusted,
};
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::lint::faults;

const TODAY: Date = Date::constant(2026, 11, 23);

fn now() -> Timestamp {
    Timestamp::from_date(TODAY)
}

fn helper(number: u128) -> HelperId {
    HelperId::from_uuid(Uuid::from_u128(number))
}

fn face(number: u128) -> Face {
    Face {
        id: helper(number),
        name: format!("Friend {number}"),
        handle: Handle::parse("friend").unwrap(),
        role: HelperRole::Neighbour,
        area: None,
        is_contact: true,
    }
}

fn check(tr: &Tr, name: &str, body: &Markup) {
    let page = layout(&Page::new(tr, name), body).into_string();
    assert_eq!(faults(&page), Vec::<String>::new(), "{name}, {}", tr.lang());
    assert!(!page.contains("door-"), "{name}: a key instead of a text");
}

#[test]
fn the_second_step_in_every_language_and_state() {
    let id = FactorId::from_uuid(Uuid::from_u128(5));
    for tr in Locale::ALL.iter().copied().map(Tr::of) {
        let sent = FormData::default();
        let wrong = errors_of("code", "x".to_owned());
        let list = [FactorKind::App, FactorKind::Passkey].map(|kind| Factor {
            id,
            kind,
            name: "My <phone>".to_owned(),
            created: now(),
            used: (kind == FactorKind::App).then(now),
        });
        for (factors_there, passkeys) in [(&list[..0], true), (&list[..], false)] {
            let page = factors::list_view(&tr, factors_there, passkeys, TODAY, &sent, &[]);
            check(&tr, "list", &page);
        }
        let app = Pending::App {
            text: "ABCD EFGH".to_owned(),
            address: "otpauth://totp/x:y?secret=ABCD".to_owned(),
        };
        let key = Pending::Passkey {
            options: "{\"publicKey\":{\"challenge\":\"<\"}}".to_owned(),
        };
        let (_, page) = factors::pending_view(&tr, id, &app, &wrong);
        check(&tr, "app", &page);
        assert!(page.into_string().contains("<path fill=\"#000\" d=\"M"));
        check(&tr, "passkey", &factors::pending_view(&tr, id, &key, &[]).1);
        let off = factors::remove_view(&tr, "x", id, true, &errors_of("proof", "x".to_owned()));
        check(&tr, "remove", &off);
        for (code, passkey) in [
            (true, None),
            (false, Some("{}")),
            (true, Some("{}")),
            (false, None),
        ] {
            let awaited = Awaited {
                code,
                passkey: passkey.map(str::to_owned),
            };
            check(&tr, "step", &second_step::view(&tr, &awaited, &sent, &[]));
        }
        check(&tr, "more", &maud::html! { h1 {} (more(&tr, true)) });
    }
}

#[test]
fn the_ways_back_in_every_language_and_state() {
    for tr in Locale::ALL.iter().copied().map(Tr::of) {
        let made = |outdated| Made {
            holders: vec![helper(1), helper(2), helper(3)],
            threshold: 2,
            at: now(),
            outdated,
        };
        for (made, contacts, asked) in [
            (None, 1, Vec::new()),
            (None, 4, Vec::new()),
            (Some(made(false)), 4, vec![now()]),
            (Some(made(true)), 3, Vec::new()),
        ] {
            let state = Trust {
                made,
                contacts: (1..=contacts).map(face).collect(),
                asked,
                wait_days: 3,
            };
            check(
                &tr,
                "trusted",
                &trusted::view(&tr, &state, TODAY, None, &[]),
            );
        }
        let share = |asked| Held {
            owner: helper(9),
            name: "Mina".to_owned(),
            since: now(),
            asked,
        };
        check(&tr, "held", &held::view(&tr, &[], TODAY, &[]));
        let shares = [
            share(None),
            Held {
                owner: helper(8),
                ..share(Some(now()))
            },
        ];
        check(&tr, "held", &held::view(&tr, &shares, TODAY, &[]));
        check(&tr, "ask", &come_back::ask_view(&tr));
        for (helped, enough, waited) in [
            (0, false, false),
            (1, false, true),
            (2, true, false),
            (2, true, true),
        ] {
            let request = Request {
                number: "0012 3456".to_owned(),
                ready: now(),
                helped,
                enough,
                waited,
                ended: false,
            };
            let page = come_back::waiting_view(&tr, &request, &[]);
            check(&tr, "waiting", &page);
            let ready = page.into_string().contains("type=\"password\"");
            assert_eq!(
                ready,
                enough && waited,
                "a new password only when it is time"
            );
        }
        check(&tr, "reset", &reset::view(&tr, &[]));
        for (offered, since, outdated) in [
            (false, None, false),
            (true, None, false),
            (true, Some(now()), false),
            (true, Some(now()), true),
            (false, Some(now()), true),
        ] {
            let copy = Copy {
                offered,
                since,
                outdated,
            };
            check(
                &tr,
                "organisation",
                &organisation::view(&tr, &copy, TODAY, &[]),
            );
        }
    }
}

#[test]
fn tokens_in_every_language_and_state() {
    for tr in Locale::ALL.iter().copied().map(Tr::of) {
        let list = [Token {
            id: ApiTokenId::from_uuid(Uuid::from_u128(7)),
            name: "Calendar".to_owned(),
            scopes: Scope::ALL.to_vec(),
            expires: now().plus_days(30),
            used: None,
        }];
        let sent = FormData::default();
        for fresh in [None, Some("argonaut_x")] {
            check(
                &tr,
                "tokens",
                &tokens::view(&tr, &list, TODAY, &sent, &[], fresh),
            );
        }
        let errors = errors_of("scope", "x".to_owned());
        check(
            &tr,
            "tokens",
            &tokens::view(&tr, &[], TODAY, &sent, &errors, None),
        );
    }
}

#[test]
fn a_suspended_account_in_every_language_and_state() {
    let row = |appeal: Option<&str>, answer: Option<&str>| DecisionRow {
        id: DecisionId::from_uuid(Uuid::from_u128(6)),
        report: ReportId::from_uuid(Uuid::from_u128(7)),
        helper: helper(1),
        moderator: helper(2),
        outcome: Outcome::Suspend,
        point: Point::Respect,
        reason: "Kind <words> please.".to_owned(),
        until: Some(now()),
        decided: now(),
        ended: false,
        appeal: appeal.map(str::to_owned),
        appeal_by: None,
        appeal_answer: answer.map(str::to_owned),
        overturned: false,
    };
    let rows = [
        row(None, None),
        row(Some("Sorry"), None),
        row(Some("Sorry"), Some("No <b>")),
    ];
    for tr in Locale::ALL.iter().copied().map(Tr::of) {
        let sent = FormData::default();
        let wrong = errors_of("words", "x".to_owned());
        check(&tr, "none", &suspended::view(&tr, &[], &sent, &[]));
        check(&tr, "again", &suspended::again(&tr, &sent, &[]));
        check(&tr, "all", &suspended::view(&tr, &rows, &sent, &wrong));
        for row in &rows {
            let one = std::slice::from_ref(row);
            check(&tr, "one", &suspended::view(&tr, one, &sent, &[]));
        }
    }
}
