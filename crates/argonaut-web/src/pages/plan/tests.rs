//! Every page of plans, full, empty and with an error, in every language.

use argonaut_app::dossier::{Barrier, Dossier, Goal, Level, Reached, Review};
use argonaut_domain::locale::Locale;
use argonaut_domain::plan::{Attainment, BarrierOf, Doer};
use jiff::civil::date;
use maud::Markup;

use super::{sheet, show};
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
    let plan = &mut dossier.plan;
    for words in ["Play chess in company <b>", "Walk every day"] {
        let id = plan.number();
        plan.goals.push(Goal {
            id,
            begun: date(2026, 11, 1),
            interest: "Chess".into(),
            words: words.into(),
            levels: vec![Level {
                level: Attainment::AsHoped,
                words: "Once a week".into(),
            }],
            steps: Vec::new(),
        });
        plan.step(id, "Ask at the library".into(), Doer::Client, None);
        plan.turn(plan.last, Some(date(2026, 11, 9)));
        plan.step(id, "Go along".into(), Doer::Other, Some(date(2026, 12, 1)));
    }
    for (day, level) in [(10, Attainment::Less), (20, Attainment::More)] {
        let id = plan.number();
        plan.reviews.push(Review {
            id,
            on: date(2026, 11, day),
            reached: vec![Reached { goal: 1, level }],
            words: "The bus is the problem.".into(),
        });
    }
    let id = plan.number();
    plan.barriers.push(Barrier {
        id,
        noted: date(2026, 11, 2),
        of: BarrierOf::Worker,
        words: "No time on Fridays".into(),
        tried: "A neighbour went".into(),
    });
    plan.review_on = Some(date(2026, 12, 20));
    dossier
}

#[test]
fn every_page_is_sound_in_every_language() {
    for locale in Locale::ALL.iter().copied() {
        let tr = Tr::of(locale);
        let nothing = FormData::default();
        let empty = Dossier::new("D. I.");
        sound(&tr, &show::view(&tr, ID, &empty, &nothing, None));
        let page = sound(&tr, &show::view(&tr, ID, &full(), &nothing, None));
        assert!(page.contains("chess in company &lt;b&gt;") && page.contains("<polyline"));
        let typed = FormData::of(vec![
            ("step-1".to_owned(), String::new()),
            ("by-1".to_owned(), "soon".to_owned()),
            ("who-1".to_owned(), "helper".to_owned()),
        ]);
        let wrong = ("by-1".to_owned(), "No day".to_owned());
        let page = sound(&tr, &show::view(&tr, ID, &full(), &typed, Some(&wrong)));
        assert!(page.contains("value=\"soon\"") && page.contains("value=\"helper\" selected"));
        for theirs in Locale::ALL.iter().copied() {
            let theirs = Tr::of(theirs);
            let page = sound(&tr, &sheet::view(&tr, &theirs, ID, &full()));
            assert!(page.contains("☑") && page.contains("No time on Fridays"));
            sound(&tr, &sheet::view(&tr, &theirs, ID, &empty));
        }
    }
}
