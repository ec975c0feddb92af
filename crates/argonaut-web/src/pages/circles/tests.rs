//! Every page of this area, full and empty, in every language.

use argonaut_app::RecordTrouble;
use argonaut_app::circle::hand_over::Prepared;
use argonaut_app::circle::look::{Circle, Offered, Reader};
use argonaut_app::circle::offers::{Caseload, Offers, Waiting};
use argonaut_app::clients::check::Finding;
use argonaut_app::people::Face;
use argonaut_domain::access::{self, Actor, CircleRole, Membership, Visible};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::helper::{Handle, HelperRole, Standing};
use argonaut_domain::ids::{ClientId, HandoverId, HelperId, SeatOfferId};
use argonaut_domain::locale::Locale;
use maud::Markup;
use uuid::Uuid;

use super::show::Typed;
use super::{check, hand_over, offers, show};
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

fn helper(number: u128) -> HelperId {
    HelperId::from_uuid(Uuid::from_u128(number))
}

fn client() -> ClientId {
    ClientId::from_uuid(Uuid::from_u128(900))
}

fn name() -> Visible<String> {
    let me = Actor::signed_in(helper(1), Standing::Active, false).unwrap();
    let seat = Membership {
        client: client(),
        helper: helper(1),
        role: CircleRole::Lead,
    };
    let granted = access::open_client(&me, Some(&seat)).unwrap();
    access::reveal(&granted, client(), "Dolores".to_owned()).unwrap()
}

fn face(number: u128) -> Face {
    Face {
        id: helper(number),
        name: "Eva Ruiz".to_owned(),
        handle: Handle::parse("eva").unwrap(),
        role: HelperRole::Neighbour,
        area: None,
        is_contact: true,
    }
}

fn circle(role: CircleRole) -> Circle {
    let reader = |number, role, active, current| Reader {
        helper: helper(number),
        name: "Rosa <Delgado>".to_owned(),
        role,
        since: Timestamp::from_micros(1_000_000_000_000_000),
        agreed: (number > 1).then_some(ConsentMethod::Verbal),
        active,
        current,
    };
    Circle {
        client: client(),
        name: name(),
        role,
        readers: vec![
            reader(1, CircleRole::Lead, true, true),
            reader(2, CircleRole::Deputy, false, true),
            reader(3, CircleRole::Member, true, false),
        ],
        offered: [true, false]
            .into_iter()
            .zip(4..)
            .map(|(open, number)| Offered {
                id: SeatOfferId::from_uuid(Uuid::from_u128(number)),
                to: helper(number),
                name: "Ivo".to_owned(),
                role: CircleRole::Member,
                expires: Timestamp::from_micros(0),
                open,
            })
            .collect(),
        contacts: vec![face(7), face(8)],
        can_take_lead: role != CircleRole::Lead,
        rotation_due: true,
    }
}

fn wrong() -> Typed {
    Typed {
        to: helper(7).to_string(),
        role: "member".to_owned(),
        method: String::new(),
        errors: vec![("method".to_owned(), "Ask first.".to_owned())],
    }
}

fn assert_sound(tr: &Tr, body: &Markup) {
    let page = layout(&Page::new(tr, "x"), body).into_string();
    assert_eq!(faults(&page), Vec::<String>::new());
    assert!(!page.contains("circle-"), "a text is missing");
}

#[test]
fn the_circle_has_no_faults_in_any_part_of_it() {
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for role in CircleRole::ALL.iter().copied() {
            for typed in [Typed::default(), wrong()] {
                assert_sound(&tr, &show::view(&tr, &circle(role), helper(1), &typed));
            }
        }
        let mut alone = circle(CircleRole::Lead);
        alone.readers.truncate(1);
        alone.offered.clear();
        alone.contacts.clear();
        let page = show::view(&tr, &alone, helper(1), &Typed::default());
        assert_sound(&tr, &page);
    }
}

#[test]
fn only_the_lead_is_offered_what_only_the_lead_may() {
    let tr = Tr::of(Locale::En);
    let page = |role| show::view(&tr, &circle(role), helper(3), &Typed::default()).into_string();
    assert!(page(CircleRole::Lead).contains("/circle/offer\""));
    for role in [CircleRole::Deputy, CircleRole::Member] {
        let page = page(role);
        assert!(!page.contains("/circle/offer\"") && !page.contains("/remove\""));
        assert!(page.contains("/circle/leave\""));
    }
}

#[test]
fn invitations_and_handing_over_have_no_faults() {
    let waiting = |number, role| Waiting {
        id: SeatOfferId::from_uuid(Uuid::from_u128(number)),
        from: helper(number),
        name: "Rosa".to_owned(),
        role,
        offered: Timestamp::from_micros(0),
        expires: Timestamp::from_micros(0),
    };
    let full = Offers {
        seats: vec![waiting(1, CircleRole::Lead), waiting(2, CircleRole::Member)],
        caseloads: vec![Caseload {
            id: HandoverId::from_uuid(Uuid::from_u128(3)),
            from: helper(3),
            name: "Rosa".to_owned(),
            records: 12,
            expires: Timestamp::from_micros(0),
        }],
    };
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for offers in [&full, &Offers::default()] {
            assert_sound(&tr, &offers::view(&tr, offers));
        }
        for (led, contacts) in [(0, vec![]), (1, vec![face(7)]), (20, vec![face(7)])] {
            let prepared = Prepared {
                led,
                offered: led / 2,
                contacts,
            };
            for typed in [Typed::default(), wrong()] {
                assert_sound(&tr, &hand_over::caseload_view(&tr, &prepared, &typed));
            }
        }
    }
}

#[test]
fn every_trouble_says_what_happened_and_how_to_go_on() {
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        for found in RecordTrouble::ALL.iter().copied() {
            for can_accept in [true, false] {
                let finding = Finding {
                    id: client(),
                    found,
                    name: can_accept.then(name),
                    changed: Some(Timestamp::from_micros(0)),
                    behind: 3,
                    by: Some((helper(2), "Rosa".to_owned())),
                    can_accept,
                };
                assert_sound(&tr, &check::view(&tr, &finding));
            }
        }
        let all: Vec<_> = RecordTrouble::ALL
            .iter()
            .map(|of| (client(), *of))
            .collect();
        for found in [all, Vec::new()] {
            assert_sound(&tr, &check::list_view(&tr, &found));
        }
    }
}
