//! The front page for whoever is not signed in.

use axum::response::{IntoResponse as _, Redirect, Response};
use maud::html;

use crate::i18n::t;
use crate::me::Guest;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;

pub(super) async fn show(guest: Guest) -> Response {
    if guest.me.is_some() {
        return Redirect::to("/today").into_response();
    }
    let tr = &guest.tr;
    let body = html! {
        (parts::heading(&t!(tr, "home-title"), Some(&t!(tr, "home-lead")), None))
        (parts::actions(&[parts::action(&t!(tr, "accounts-sign-up"), "/sign-up"), parts::quiet_action(&t!(tr, "shell-sign-in"), "/sign-in")]))
        (parts::section(&t!(tr, "home-how"), &html! {
            ol {
                li { (t!(tr, "home-how-record")) }
                li { (t!(tr, "home-how-card")) }
                li { (t!(tr, "home-how-suggest")) }
                li { (t!(tr, "home-how-introduce")) }
            }
        }))
        (parts::section(&t!(tr, "home-private"), &html! {
            p { (t!(tr, "home-private-text")) }
            p { a href="/privacy" { (t!(tr, "home-privacy-more")) } }
        }))
    };
    guest
        .show(&t!(tr, "shell-product"), NavItem::None, Width::Text, &body)
        .into_response()
}
