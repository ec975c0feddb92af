//! Every page of the network map, full, empty and with an error, in every language.

use argonaut_app::dossier::{Dossier, Tie};
use argonaut_domain::locale::Locale;
use argonaut_domain::network::{Asking, Closeness, Frequency, Help, Scale, TieKind};
use jiff::civil::date;
use maud::{Markup, html};

use super::{compare, face, measures, resources, show, supervision, tie as one_tie};
use crate::form_data::FormData;
use crate::i18n::Tr;
use crate::pages::layout::{Page, layout};
use crate::pages::tests::lint::faults;
use crate::pages::typed::Typed;

const ID: &str = "00000000-0000-4000-8000-000000000002";

fn sound(tr: &Tr, body: &Markup) -> String {
    let page = layout(&Page::new(tr, "x"), body).into_string();
    assert_eq!(faults(&page), Vec::<String>::new(), "{page}");
    page
}

pub(super) fn tie(id: u32, alias: &str, kind: TieKind) -> Tie {
    Tie {
        id,
        alias: alias.into(),
        kind,
        closeness: Closeness::Close,
        frequency: Frequency::Weekly,
        gives: vec![Help::Listening],
        gets: vec![Help::Cooking],
        note: "".into(),
    }
}

fn full() -> Dossier {
    let mut dossier = Dossier::new("Dolores Ibáñez");
    let network = &mut dossier.network;
    for (place, kind) in TieKind::ALL.iter().enumerate() {
        network.add(tie(0, &format!("Alter <{place}>"), *kind));
    }
    network.keep(date(2026, 10, 1));
    network.remove(2);
    network.add(tie(0, "Newcomer", TieKind::Friend));
    let mut first = network.now.ties[0].clone();
    first.closeness = Closeness::Far;
    network.change(first, &[3, 4]);
    network.keep(date(2026, 11, 1));
    network.nobody(Help::Money, true);
    for (day, value) in [(1, 3), (9, 6)] {
        for scale in Scale::ALL {
            network.rate(date(2026, 11, day), *scale, value);
        }
    }
    dossier
}

#[test]
fn every_page_is_sound_in_every_language() {
    let today = date(2026, 11, 24);
    for locale in Locale::ALL {
        let tr = Tr::of(*locale);
        let nothing = FormData::default();
        let typed = Typed {
            tr: &tr,
            sent: &nothing,
            error: None,
        };
        for dossier in [Dossier::new("D. I."), full()] {
            let page = sound(&tr, &show::view(&typed, ID, &dossier));
            assert!(!page.contains("<0>"), "an alias is escaped");
            sound(&tr, &resources::view(&tr, ID, &dossier));
            sound(&tr, &compare::view(&tr, ID, &dossier, &nothing));
            sound(&tr, &measures::view(&typed, ID, &dossier, today));
            let sheet = sound(&tr, &supervision::view(&tr, &dossier, today));
            for word in ["Alter", "Newcomer", "Dolores", "Ibáñez", "D. I."] {
                assert!(!sheet.contains(word), "supervision tells {word}");
            }
            sound(&tr, &html! { h1 { "x" } (face(&tr, &dossier.network)) });
        }
        let dossier = full();
        let first = &dossier.network.now.ties[0];
        let kept = one_tie::as_sent(&dossier, first);
        let page = Typed {
            sent: &kept,
            ..typed
        };
        let page = sound(&tr, &one_tie::view(&page, ID, &dossier, first));
        assert!(
            page.contains("value=\"3\" id=\"knows\" checked")
                || page.contains("value=\"3\" checked")
        );
        for asked in Asking::ALL {
            let sent = FormData::of(vec![
                ("ask".to_owned(), asked.code().to_owned()),
                ("names".to_owned(), "Ida, <Ada>".to_owned()),
            ]);
            let error = ("names".to_owned(), "Too long".to_owned());
            let typed = Typed {
                tr: &tr,
                sent: &sent,
                error: Some(&error),
            };
            let page = sound(&tr, &show::view(&typed, ID, &dossier));
            assert!(page.contains("Ida, &lt;Ada&gt;"));
        }
        let sent = FormData::of(vec![("to".to_owned(), "now".to_owned())]);
        let page = sound(&tr, &compare::view(&tr, ID, &dossier, &sent));
        assert!(page.contains("Newcomer"));
    }
}
