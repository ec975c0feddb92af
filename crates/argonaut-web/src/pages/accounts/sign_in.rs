//! Signing in and out.

use argonaut_app::accounts::session::sign_out;
use argonaut_app::accounts::sign_in::{SignInError, Step, first_step, known_browser};
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};

use super::device::device;
use super::{own_path, suspended};
use crate::failure::{Failure, Problem as _, escape, status};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Guest, Held, Me, done, session_begins, session_ends};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(guest: Guest, Query(query): Query<Vec<(String, String)>>) -> Response {
    if guest.me.is_some() {
        return Redirect::to("/today").into_response();
    }
    page(&guest, &FormData::of(query), &[]).into_response()
}

fn page(guest: &Guest, sent: &FormData, errors: &[(String, String)]) -> Markup {
    let tr = &guest.tr;
    let body = html! {
        (parts::heading(&t!(tr, "accounts-sign-in-title"), None, None))
        (form::error_summary(tr, errors))
        (form::post("/sign-in", false, &html! {
            (form::hidden("next", sent.text("next")))
            (form::text_field(tr, &Field::new("handle", t!(tr, "accounts-handle")).value(sent.text("handle"))
                .required().autocomplete("username").longest(31)))
            (form::text_field(tr, &Field::new("password", t!(tr, "accounts-password")).required()
                .kind("password").autocomplete("current-password").longest(1000)))
            (form::submit_row(&t!(tr, "shell-sign-in"), Some((&t!(tr, "accounts-forgotten"), "/recover"))))
        }))
        p { (t!(tr, "accounts-no-account")) " " a href="/sign-up" { (t!(tr, "accounts-sign-up")) } }
    };
    guest.show(
        &t!(tr, "accounts-sign-in-title"),
        NavItem::None,
        Width::Narrow,
        &body,
    )
}

pub(super) async fn send(
    State(web): State<Web>,
    guest: Guest,
    headers: HeaderMap,
    jar: CookieJar,
    sent: FormData,
) -> Result<Response, Failure> {
    let handle = sent.text("handle");
    let (password, known) = (sent.raw("password").into(), Held::Known.token(&web, &jar));
    let step = first_step(&web.app, handle, password, &device(&headers), Some(&known)).await;
    let jar = if step.is_ok() {
        Held::Known.give(&web, jar, &known_browser(&web.app, handle), 365)
    } else {
        jar
    };
    match step {
        Ok(Step::SecondFactor(half)) => {
            let jar = Held::HalfSignIn.give(&web, jar, &half.token.reveal(), 1);
            let to = match own_path(sent.text("next")) {
                Some(next) => format!("/sign-in/second?next={}", escape(next)),
                None => "/sign-in/second".to_owned(),
            };
            Ok((jar, Redirect::to(&to)).into_response())
        }
        Ok(Step::Done(session)) => {
            let next = own_path(sent.text("next")).unwrap_or("/today");
            Ok((session_begins(&web, jar, &session), Redirect::to(next)).into_response())
        }
        Err(SignInError::Suspended(who)) => suspended::page(&web, &guest, who, &sent, &[]).await,
        Err(error @ (SignInError::Wrong | SignInError::Pending | SignInError::Declined(_))) => {
            let errors = [("handle".to_owned(), error.say(&guest.tr))];
            Ok((status(error.kind()), page(&guest, &sent, &errors)).into_response())
        }
        Err(
            error @ (SignInError::Busy(_)
            | SignInError::SecondFactorNeeded
            | SignInError::Trouble(_)),
        ) => Err(Failure::of(&guest.tr, &error)),
    }
}

pub(super) async fn out(
    State(web): State<Web>,
    guest: Guest,
    jar: CookieJar,
) -> Result<Response, Failure> {
    if let Some(Me { who, .. }) = &guest.me {
        sign_out(&web.app, who).await?;
    }
    Ok((session_ends(&web, jar), done("/", Done::SignedOut)).into_response())
}
