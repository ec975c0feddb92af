//! What Argonaut is, for whom, and how to use it: pages for anybody.

use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use crate::i18n::{Tr, t};
use crate::me::Guest;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;

pub(super) async fn home(guest: Guest) -> Response {
    if guest.me.is_some() {
        return Redirect::to("/today").into_response();
    }
    let title = t!(guest.tr, "shell-product");
    guest
        .show(&title, NavItem::None, Width::Text, &home_view(&guest.tr))
        .into_response()
}

pub(super) async fn about(guest: Guest) -> Markup {
    let title = t!(guest.tr, "home-about-title");
    guest.show(&title, NavItem::None, Width::Text, &about_view(&guest.tr))
}

pub(super) async fn help(guest: Guest) -> Markup {
    let title = t!(guest.tr, "home-help-title");
    guest.show(&title, NavItem::None, Width::Text, &help_view(&guest.tr))
}

fn home_view(tr: &Tr) -> Markup {
    html! {
        (parts::heading(&t!(tr, "home-title"), Some(&t!(tr, "home-lead")), None))
        (parts::actions(&[
            parts::action(&t!(tr, "home-sign-up"), "/sign-up"),
            parts::quiet_action(&t!(tr, "home-sign-in"), "/sign-in"),
        ]))
        (parts::section(&t!(tr, "home-for-whom-title"), &parts::prose(&html! {
            p { (t!(tr, "home-for-whom")) }
            p { (t!(tr, "home-for-whom-clients")) }
        })))
        (parts::section(&t!(tr, "home-how-title"), &way(tr)))
        (parts::section(&t!(tr, "home-privacy-title"), &parts::prose(&html! {
            p { (t!(tr, "home-privacy-sealed")) }
            p { (t!(tr, "home-privacy-card")) }
            p { (t!(tr, "home-privacy-consent")) }
            p { a href="/privacy" { (t!(tr, "home-privacy-more")) } }
        })))
    }
}

/// The main job in five sentences.
fn way(tr: &Tr) -> Markup {
    html! {
        div.prose {
            ol {
                li { (t!(tr, "home-how-record")) }
                li { (t!(tr, "home-how-card")) }
                li { (t!(tr, "home-how-suggestion")) }
                li { (t!(tr, "home-how-ask")) }
                li { (t!(tr, "home-how-introduce")) }
            }
        }
    }
}

fn about_view(tr: &Tr) -> Markup {
    html! {
        (parts::heading(&t!(tr, "home-about-title"), Some(&t!(tr, "home-about-lead")), None))
        (parts::prose(&html! {
            p { (t!(tr, "home-about-what")) }
            p { (t!(tr, "home-for-whom")) }
            p { (t!(tr, "home-about-name")) }
        }))
        (parts::section(&t!(tr, "home-how-title"), &way(tr)))
        (links(tr))
    }
}

fn help_view(tr: &Tr) -> Markup {
    let answers = [
        (t!(tr, "home-help-start-title"), t!(tr, "home-help-start")),
        (t!(tr, "home-help-card-title"), t!(tr, "home-help-card")),
        (t!(tr, "home-help-ask-title"), t!(tr, "home-help-ask")),
        (
            t!(tr, "home-help-consent-title"),
            t!(tr, "home-help-consent"),
        ),
        (t!(tr, "home-help-stop-title"), t!(tr, "home-help-stop")),
        (
            t!(tr, "home-help-password-title"),
            t!(tr, "home-help-password"),
        ),
        (t!(tr, "home-help-safety-title"), t!(tr, "home-help-safety")),
    ];
    html! {
        (parts::heading(&t!(tr, "home-help-title"), Some(&t!(tr, "home-help-lead")), None))
        @for (question, answer) in &answers {
            (parts::section(question, &parts::prose(&html! { p { (answer) } })))
        }
        (links(tr))
    }
}

fn links(tr: &Tr) -> Markup {
    parts::actions(&[
        parts::action(&t!(tr, "home-start"), "/"),
        parts::quiet_action(&t!(tr, "home-privacy-more"), "/privacy"),
    ])
}

#[cfg(test)]
mod tests {
    use argonaut_domain::locale::Locale;

    use super::*;
    use crate::pages::layout::{Page, layout};
    use crate::pages::tests::lint::faults;

    #[test]
    fn the_public_pages_have_no_faults() {
        for locale in Locale::ALL.iter().copied() {
            let tr = Tr::of(locale);
            for body in [home_view(&tr), about_view(&tr), help_view(&tr)] {
                let page = layout(&Page::new(&tr, "x"), &body).into_string();
                assert_eq!(faults(&page), Vec::<String>::new());
            }
        }
    }
}
