//! What is protected and what is not, in plain words. It says no more than
//! `docs/threat-model.md` does.

use maud::{Markup, html};

use crate::i18n::{Tr, t};
use crate::me::Guest;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;

pub(super) async fn show(guest: Guest) -> Markup {
    let title = t!(guest.tr, "home-privacy-page-title");
    guest.show(&title, NavItem::None, Width::Text, &view(&guest.tr))
}

fn view(tr: &Tr) -> Markup {
    html! {
        (parts::heading(&t!(tr, "home-privacy-page-title"), Some(&t!(tr, "home-privacy-page-lead")), None))
        (list(&t!(tr, "home-sealed-title"), &[
            t!(tr, "home-sealed-records"),
            t!(tr, "home-sealed-messages"),
            t!(tr, "home-sealed-details"),
            t!(tr, "home-sealed-how"),
        ]))
        (list(&t!(tr, "home-open-title"), &[
            t!(tr, "home-open-cards"),
            t!(tr, "home-open-profile"),
            t!(tr, "home-open-dates"),
        ]))
        (list(&t!(tr, "home-card-rules-title"), &[
            t!(tr, "home-card-rules-general"),
            t!(tr, "home-card-rules-sensitive"),
            t!(tr, "home-card-rules-owner"),
            t!(tr, "home-card-rules-rest"),
        ]))
        (list(&t!(tr, "home-limits-title"), &[
            t!(tr, "home-limits-server"),
            t!(tr, "home-limits-who"),
            t!(tr, "home-limits-lost"),
            t!(tr, "home-limits-copies"),
            t!(tr, "home-limits-key"),
        ]))
        (list(&t!(tr, "home-you-title"), &[
            t!(tr, "home-you-password"),
            t!(tr, "home-you-consent"),
            t!(tr, "home-you-erase"),
        ]))
        (parts::actions(&[parts::action(&t!(tr, "home-start"), "/")]))
    }
}

fn list(title: &str, points: &[String]) -> Markup {
    parts::section(
        title,
        &parts::prose(&html! { ul { @for point in points { li { (point) } } } }),
    )
}

#[cfg(test)]
mod tests {
    use argonaut_domain::locale::Locale;

    use super::*;
    use crate::pages::layout::{Page, layout};
    use crate::pages::tests::lint::faults;

    #[test]
    fn it_has_no_faults_and_promises_no_more_than_is_true() {
        for locale in Locale::ALL.iter().copied() {
            let tr = Tr::of(locale);
            let page = layout(&Page::new(&tr, "x"), &view(&tr)).into_string();
            assert_eq!(faults(&page), Vec::<String>::new());
            let said = page.to_lowercase();
            for promise in [
                "anonym",
                "anónim",
                "zero-knowledge",
                "end-to-end",
                "extremo a extremo",
            ] {
                assert!(!said.contains(promise), "{promise}");
            }
        }
    }
}
