//! Every page of referrals, full, empty and with an error, in every language.

use argonaut_app::dossier::{Closed, Dossier, Referral};
use argonaut_domain::card::Urgency;
use argonaut_domain::ids::{HelperId, ServiceId};
use argonaut_domain::locale::Locale;
use argonaut_domain::referral::{ReferralResult, ReferralWay};
use argonaut_domain::taxonomy::TermId;
use jiff::civil::date;
use maud::Markup;
use uuid::Uuid;

use super::pick;
use super::show::Seen;
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;

const ID: &str = "00000000-0000-4000-8000-000000000002";

fn sound(tr: &Tr, body: &Markup) -> String {
    let page = layout(&Page::new(tr, "x"), body).into_string();
    assert_eq!(faults(&page), Vec::<String>::new(), "{page}");
    page
}

fn full() -> Dossier {
    let mut dossier = Dossier::new("Dolores Ibáñez");
    dossier.need(TermId::FIRST, Urgency::Medium);
    for (number, way) in ReferralWay::ALL.iter().enumerate() {
        for result in [None, Some(ReferralResult::Partly)] {
            dossier.referrals.add(Referral {
                id: 0,
                to: format!("Kitchen <{number}>").into(),
                service: Some(ServiceId::from_uuid(Uuid::nil())),
                need: Some(TermId::FIRST),
                way: *way,
                words: "Ask for the early table".into(),
                made: date(2026, 11, 1),
                by: HelperId::from_uuid(Uuid::nil()),
                look_again: Some(date(2026, 11, 15)),
                closed: result.map(|result| Closed {
                    on: date(2026, 11, 20),
                    result,
                    words: "Twice a week".into(),
                }),
            });
        }
    }
    dossier
}

#[test]
fn the_list_and_its_forms_are_sound_in_every_language() {
    for locale in Locale::ALL {
        let tr = Tr::of(*locale);
        let sent = FormData::of(vec![("to".to_owned(), "The parish".to_owned())]);
        let error = ("to".to_owned(), "Say to whom".to_owned());
        for (dossier, error, service) in [
            (Dossier::new("Ida"), None, None),
            (full(), None, None),
            (full(), Some(&error), None),
            (full(), None, Some((ID.to_owned(), "Kitchen".to_owned()))),
        ] {
            let seen = Seen {
                tr: &tr,
                home: format!("/clients/{ID}/referrals"),
                sent: &sent,
                error,
                service,
                today: date(2026, 11, 24),
            };
            let page = sound(&tr, &seen.view(ID, &dossier));
            assert!(!page.contains("Kitchen <0>"));
        }
        let alone = maud::html! { h1 { "x" } (super::face(&tr, &full().referrals)) };
        sound(&tr, &alone);
        sound(&tr, &pick::view(&tr, ID, "Kitchen", &[]));
        let clients = [(ID.to_owned(), "Ida".to_owned())];
        sound(&tr, &pick::view(&tr, ID, "Kitchen", &clients));
    }
}
