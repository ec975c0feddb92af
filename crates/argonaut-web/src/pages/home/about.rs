//! What Argonaut is, and how to begin: in plain words.

use maud::{Markup, html};

use crate::i18n::t;
use crate::me::Guest;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;

pub(super) async fn about(guest: Guest) -> Markup {
    let tr = &guest.tr;
    let title = t!(tr, "shell-footer-about");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "home-lead")), None))
        (parts::prose(&html! {
            p { (t!(tr, "about-helpers")) }
            p { (t!(tr, "about-clients")) }
            p { (t!(tr, "about-open")) }
        }))
    };
    guest.show(&title, NavItem::None, Width::Text, &body)
}

pub(super) async fn help(guest: Guest) -> Markup {
    let tr = &guest.tr;
    let title = t!(tr, "shell-footer-help");
    let question = |ask: String, answer: String| html! { h2 { (ask) } p { (answer) } };
    let body = html! {
        (parts::heading(&title, None, None))
        (parts::prose(&html! {
            (question(t!(tr, "help-start"), t!(tr, "help-start-text")))
            (question(t!(tr, "help-card"), t!(tr, "help-card-text")))
            (question(t!(tr, "help-refused"), t!(tr, "help-refused-text")))
            (question(t!(tr, "help-forgotten"), t!(tr, "help-forgotten-text")))
            (question(t!(tr, "help-danger"), t!(tr, "help-danger-text")))
        }))
        p { a href="/privacy" { (t!(tr, "home-privacy-more")) } }
    };
    guest.show(&title, NavItem::None, Width::Text, &body)
}
