//! Coming back with the help of trusted contacts: asking, waiting, a new password. Whoever has
//! no account here sees the same pages.

use argonaut_app::accounts::trusted::come_back::{self, ComeBackError, Request};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};

use super::device::device;
use super::{code_page, errors_of};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Guest, Held, session_begins};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Tone, Weight, form};
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    guest: Guest,
    jar: CookieJar,
) -> Result<Markup, Failure> {
    page(&web, &guest, &jar, &[]).await
}

async fn page(
    web: &Web,
    guest: &Guest,
    jar: &CookieJar,
    errors: &[(String, String)],
) -> Result<Markup, Failure> {
    let tr = &guest.tr;
    let token = Held::Return.token(web, jar);
    let body = match come_back::standing(&web.app, &token).await? {
        Some(request) if !request.ended => waiting_view(tr, &request, errors),
        Some(_) => html! {
            (parts::notice(Tone::Warn, &t!(tr, "door-return-ended-title"), &html! { p { (t!(tr, "door-return-ended")) } }))
            (ask_view(tr))
        },
        None => ask_view(tr),
    };
    let title = t!(tr, "door-return-title");
    Ok(guest.show(&title, NavItem::None, Width::Narrow, &body))
}

pub(super) fn ask_view(tr: &Tr) -> Markup {
    html! {
        (parts::heading(&t!(tr, "door-return-title"), Some(&t!(tr, "door-return-lead")), None))
        (form::post("/recover/contacts", false, &html! {
            (form::text_field(tr, &Field::new("handle", t!(tr, "accounts-handle")).required().autocomplete("username").longest(31)))
            (form::submit_row(&t!(tr, "door-return-ask"), Some((&t!(tr, "form-cancel"), "/recover"))))
        }))
    }
}

pub(super) fn waiting_view(tr: &Tr, request: &Request, errors: &[(String, String)]) -> Markup {
    let ready = request.enough && request.waited;
    html! {
        (parts::heading(&t!(tr, "door-return-title"), None, None))
        (form::error_summary(tr, errors))
        (parts::panel(&html! {
            p { (t!(tr, "door-return-number")) }
            p.number-text id="return-number" { (request.number) }
            p { (t!(tr, "door-return-number-how")) }
        }))
        (parts::section(&t!(tr, "door-return-how-far"), &html! {
            ul {
                li {
                    @if request.enough { (t!(tr, "door-return-enough")) }
                    @else { (t!(tr, "door-return-helped", count = (request.helped))) }
                }
                li {
                    @if request.waited { (t!(tr, "door-return-waited")) }
                    @else { (t!(tr, "door-return-wait", date = tr.date(request.ready.date()))) }
                }
            }
            p { (t!(tr, "door-return-same-browser")) }
        }))
        @if ready {
            (form::post("/recover/contacts/finish", false, &html! {
                (form::text_field(tr, &Field::new("password", t!(tr, "accounts-password-new")).hint(t!(tr, "accounts-password-hint"))
                    .error(super::error_in(errors, "password")).required().kind("password").autocomplete("new-password").longest(1000)))
                (form::submit_row(&t!(tr, "accounts-recover"), None))
            }))
        } @else {
            (parts::notice(Tone::Info, &t!(tr, "door-return-unknown-title"), &html! { p { (t!(tr, "door-return-unknown")) } }))
        }
        (parts::post_button(&t!(tr, "door-return-again"), "/recover/contacts/again", Weight::Link, &[]))
    }
}

pub(super) async fn ask(
    State(web): State<Web>,
    jar: CookieJar,
    sent: FormData,
) -> Result<Response, Failure> {
    let asked = come_back::ask(&web.app, sent.text("handle")).await?;
    let days = asked.expires.days_since(web.app.now());
    let jar = Held::Return.give(&web, jar, &asked.token.reveal(), days);
    Ok((jar, Redirect::to("/recover/contacts")).into_response())
}

pub(super) async fn again(State(web): State<Web>, jar: CookieJar) -> Response {
    let jar = Held::Return.take(&web, jar);
    (jar, Redirect::to("/recover/contacts")).into_response()
}

pub(super) async fn finish(
    State(web): State<Web>,
    guest: Guest,
    headers: HeaderMap,
    jar: CookieJar,
    sent: FormData,
) -> Result<Response, Failure> {
    let token = Held::Return.token(&web, &jar);
    let password = sent.raw("password").into();
    match come_back::finish(&web.app, &token, password, &device(&headers)).await {
        Ok(back) => {
            let page = code_page(&guest.tr, &back.recovery_code.reveal(), false);
            let title = t!(guest.tr, "accounts-code-title");
            let page = guest.show(&title, NavItem::None, Width::Text, &page);
            let jar = session_begins(&web, Held::Return.take(&web, jar), &back.session);
            Ok((jar, page).into_response())
        }
        Err(error @ ComeBackError::Weak(_)) => {
            let errors = errors_of("password", error.say(&guest.tr));
            let page = page(&web, &guest, &jar, &errors).await?;
            Ok((status(error.kind()), page).into_response())
        }
        Err(
            error @ (ComeBackError::NotYet
            | ComeBackError::DoesNotOpen
            | ComeBackError::Busy(_)
            | ComeBackError::Trouble(_)),
        ) => Err(Failure::of(&guest.tr, &error)),
    }
}
