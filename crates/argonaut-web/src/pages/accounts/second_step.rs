//! The second step of signing in: a code, a passkey, or the recovery code.

use argonaut_app::accounts::second_factor::step::{Awaited, Proof, StepError, awaited, finish};
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};

use super::device::device;
use super::factors::passkey_form;
use super::{errors_of, own_path};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Guest, Held, session_begins};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, form};
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    guest: Guest,
    jar: CookieJar,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let token = Held::HalfSignIn.token(&web, &jar);
    match awaited(&web.app, &token).await? {
        Some(awaited) => Ok(page(&guest, &awaited, &FormData::of(query), &[]).into_response()),
        None => Ok(Redirect::to("/sign-in").into_response()),
    }
}

fn page(guest: &Guest, awaited: &Awaited, sent: &FormData, errors: &[(String, String)]) -> Markup {
    let body = view(&guest.tr, awaited, sent, errors);
    let title = t!(guest.tr, "door-second-title");
    guest.show(&title, NavItem::None, Width::Narrow, &body)
}

pub(super) fn view(
    tr: &Tr,
    awaited: &Awaited,
    sent: &FormData,
    errors: &[(String, String)],
) -> Markup {
    let next = sent.text("next");
    let without = !awaited.code && awaited.passkey.is_none();
    html! {
        (parts::heading(&t!(tr, "door-second-title"), Some(&t!(tr, "door-second-lead")), None))
        (form::error_summary(tr, errors))
        @if let Some(options) = &awaited.passkey {
            (passkey_form(tr, "get", "/sign-in/second/passkey", options, &t!(tr, "door-second-passkey"), Some(next)))
            @if !awaited.code { p data-without-passkey { (t!(tr, "door-passkey-no-script")) } }
        }
        @if awaited.code {
            (form::post("/sign-in/second", false, &html! {
                (form::hidden("next", next))
                (super::code_field(tr, "code", &t!(tr, "door-code"), &t!(tr, "door-second-code-hint"), errors))
                (form::submit_row(&t!(tr, "shell-sign-in"), Some((&t!(tr, "form-cancel"), "/sign-in"))))
            }))
        }
        @if without { p { (t!(tr, "door-no-passkeys-here")) } }
        (form::more(&t!(tr, "door-second-neither"), without || errors.iter().any(|(field, _)| field == "recovery"), &html! {
            p { (t!(tr, "door-second-recovery-lead")) }
            (form::post("/sign-in/second/recovery", false, &html! {
                (form::hidden("next", next))
                (form::text_field(tr, &Field::new("recovery", t!(tr, "accounts-recover-code")).hint(t!(tr, "accounts-recover-code-hint"))
                    .error(super::error_in(errors, "recovery")).required().autocomplete("off").longest(80)))
                (form::submit_row(&t!(tr, "door-second-recovery"), None))
            }))
        }))
    }
}

pub(super) async fn code(
    State(web): State<Web>,
    guest: Guest,
    headers: HeaderMap,
    jar: CookieJar,
    sent: FormData,
) -> Result<Response, Failure> {
    let proof = Proof::Code(sent.text("code").to_owned());
    send(&web, &guest, &headers, jar, &sent, proof, "code").await
}

pub(super) async fn passkey(
    State(web): State<Web>,
    guest: Guest,
    headers: HeaderMap,
    jar: CookieJar,
    sent: FormData,
) -> Result<Response, Failure> {
    let proof = Proof::Passkey(sent.text("answer").to_owned());
    send(&web, &guest, &headers, jar, &sent, proof, "passkey").await
}

pub(super) async fn recovery(
    State(web): State<Web>,
    guest: Guest,
    headers: HeaderMap,
    jar: CookieJar,
    sent: FormData,
) -> Result<Response, Failure> {
    let proof = Proof::RecoveryCode(sent.text("recovery").into());
    send(&web, &guest, &headers, jar, &sent, proof, "recovery").await
}

async fn send(
    web: &Web,
    guest: &Guest,
    headers: &HeaderMap,
    jar: CookieJar,
    sent: &FormData,
    proof: Proof,
    field: &str,
) -> Result<Response, Failure> {
    let token = Held::HalfSignIn.token(web, &jar);
    match finish(&web.app, &token, proof, &device(headers)).await {
        Ok(session) => {
            let next = own_path(sent.text("next")).unwrap_or("/today");
            let jar = session_begins(web, Held::HalfSignIn.take(web, jar), &session);
            Ok((jar, Redirect::to(next)).into_response())
        }
        Err(StepError::Over) => {
            Ok((Held::HalfSignIn.take(web, jar), Redirect::to("/sign-in")).into_response())
        }
        Err(error @ (StepError::Wrong | StepError::Mistyped | StepError::TooOften(_))) => {
            let Some(awaited) = awaited(&web.app, &token).await? else {
                return Ok(Redirect::to("/sign-in").into_response());
            };
            let text = match (&error, field) {
                (StepError::Wrong, "recovery") => t!(guest.tr, "door-second-recovery-wrong"),
                (StepError::Wrong, "passkey") => t!(guest.tr, "door-passkey-wrong"),
                _other => error.say(&guest.tr),
            };
            let page = page(guest, &awaited, sent, &errors_of(field, text));
            Ok((status(error.kind()), page).into_response())
        }
        Err(error @ StepError::Trouble(_)) => Err(Failure::of(&guest.tr, &error)),
    }
}
