//! A new password by a one-time link from whoever runs the organisation.

use argonaut_app::accounts::reset::{self, ResetError};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};

use super::device::device;
use super::{code_page, errors_of};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Guest, session_begins};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, form};
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    if reset::works(&web.app, &token).await? {
        Ok(page(&guest, &[]).into_response())
    } else {
        Ok(over(&guest))
    }
}

fn page(guest: &Guest, errors: &[(String, String)]) -> Markup {
    let title = t!(guest.tr, "door-reset-title");
    guest.show(
        &title,
        NavItem::None,
        Width::Narrow,
        &view(&guest.tr, errors),
    )
}

pub(super) fn view(tr: &Tr, errors: &[(String, String)]) -> Markup {
    html! {
        (parts::heading(&t!(tr, "door-reset-title"), Some(&t!(tr, "door-reset-lead")), None))
        (form::error_summary(tr, errors))
        // Without an address of its own the form goes back to the link it came from.
        form.form method="post" novalidate {
            (form::text_field(tr, &Field::new("password", t!(tr, "accounts-password-new")).hint(t!(tr, "accounts-password-hint"))
                .error(super::error_in(errors, "password")).required().kind("password").autocomplete("new-password").longest(1000)))
            (form::submit_row(&t!(tr, "accounts-recover"), None))
        }
    }
}

fn over(guest: &Guest) -> Response {
    let tr = &guest.tr;
    let title = t!(tr, "door-reset-over-title");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "door-reset-over")), None))
        (parts::actions(&[parts::action(&t!(tr, "shell-sign-in"), "/sign-in")]))
    };
    let page = guest.show(&title, NavItem::None, Width::Narrow, &body);
    (StatusCode::GONE, page).into_response()
}

pub(super) async fn send(
    State(web): State<Web>,
    guest: Guest,
    headers: HeaderMap,
    jar: CookieJar,
    Path(token): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let password = sent.raw("password").into();
    match reset::reset(&web.app, &token, password, &device(&headers)).await {
        Ok(back) => {
            let page = code_page(&guest.tr, &back.recovery_code.reveal(), false);
            let title = t!(guest.tr, "accounts-code-title");
            let page = guest.show(&title, NavItem::None, Width::Text, &page);
            Ok((session_begins(&web, jar, &back.session), page).into_response())
        }
        Err(ResetError::Over) => Ok(over(&guest)),
        Err(error @ ResetError::Weak(_)) => {
            let errors = errors_of("password", error.say(&guest.tr));
            Ok((status(error.kind()), page(&guest, &errors)).into_response())
        }
        Err(error @ (ResetError::Busy(_) | ResetError::Trouble(_))) => {
            Err(Failure::of(&guest.tr, &error))
        }
    }
}
