//! Typing the code of a printed sheet, at `/c`.

use argonaut_app::links::{LinkError, code};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use super::client::{chosen, discreet, wished};
use super::client_view::frame;
use crate::failure::status;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::pages::parts::{self, Field, form};
use crate::state::Web;

pub(super) fn view(tr: &Tr, typed: &str, error: Option<&str>) -> Markup {
    let title = t!(tr, "rights-code-title");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "rights-code-lead")), None))
        form.form method="post" action="/c" novalidate {
            (form::hidden("lang", tr.lang()))
            (form::text_field(tr, &Field::new("code", t!(tr, "rights-code")).hint(t!(tr, "rights-code-hint"))
                .value(typed).error(error.map(str::to_owned)).autocomplete("off").longest(20).required()))
            (form::submit_row(&t!(tr, "rights-code-open"), None))
        }
    };
    frame(tr, &title, "/c", &body)
}

pub(super) async fn show(headers: HeaderMap, sent: FormData) -> Response {
    let tr = Tr::of(chosen(&sent).unwrap_or_else(|| wished(&headers)));
    discreet_form(StatusCode::OK, view(&tr, "", None))
}

/// This form must be sent with its origin, so browsers may tell it to ourselves.
fn discreet_form(code: StatusCode, page: Markup) -> Response {
    let mut answer = discreet((code, page).into_response());
    answer.headers_mut().insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    answer
}

pub(super) async fn send(State(web): State<Web>, headers: HeaderMap, sent: FormData) -> Response {
    let locale = chosen(&sent).unwrap_or_else(|| wished(&headers));
    let tr = Tr::of(locale);
    let typed = sent.text("code");
    match code::token_of(&web.app, typed).await {
        Ok(token) => {
            let to = match chosen(&sent) {
                // The sheet is in the client's language already; a choice made here counts more.
                Some(locale) => format!("/c/{}?lang={}", *token, locale.code()),
                None => format!("/c/{}", *token),
            };
            discreet(Redirect::to(&to).into_response())
        }
        Err(LinkError::Busy(seconds)) => {
            let text = t!(tr, "rights-code-busy");
            let mut answer =
                discreet_form(StatusCode::TOO_MANY_REQUESTS, view(&tr, typed, Some(&text)));
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            answer
        }
        Err(LinkError::Trouble(trouble)) => {
            tracing::error!(%trouble, "a code could not be looked up");
            let text = t!(tr, "errors-internal");
            discreet_form(status(trouble.kind()), view(&tr, typed, Some(&text)))
        }
        Err(LinkError::Ended | LinkError::Over | LinkError::TooMuch) => {
            let text = t!(tr, "rights-code-wrong");
            discreet_form(
                StatusCode::UNPROCESSABLE_ENTITY,
                view(&tr, typed, Some(&text)),
            )
        }
    }
}
