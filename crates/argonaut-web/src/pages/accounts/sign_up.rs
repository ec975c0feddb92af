//! Signing up.

use argonaut_app::accounts::invite::{self, Greeting};
use argonaut_app::accounts::register::{self, Door, NewAccount, RegisterError};
use argonaut_app::accounts::registration::{MOST_QUESTIONS, questions};
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};

use super::device::device;
use super::{code_page, shut};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Guest, session_begins};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, form};
use crate::state::Web;

/// An invitation's link leads to the form with its token.
pub(super) async fn join(Path(token): Path<String>) -> Redirect {
    let token: String = token
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter))
        .collect();
    Redirect::to(&format!("/sign-up?invitation={token}"))
}

pub(super) async fn show(
    State(web): State<Web>,
    guest: Guest,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    if guest.me.is_some() {
        return Ok(Redirect::to("/today").into_response());
    }
    let sent = FormData::of(query);
    let invitation = Some(sent.text("invitation")).filter(|token| !token.is_empty());
    let door = register::door(&web.app, invitation).await?;
    let greeting = invite::greeting(&web.app, invitation).await?;
    let questions = questions(&web.app).await?;
    Ok(page(&guest, (door, &questions), &sent, &[], greeting.as_ref()).into_response())
}

fn page(
    guest: &Guest,
    (door, questions): (Door, &[String]),
    sent: &FormData,
    errors: &[(String, String)],
    greeting: Option<&Greeting>,
) -> Markup {
    let tr = &guest.tr;
    let body = match shut(tr, door) {
        Some((title, text)) => html! {
            (parts::heading(&title, Some(&text), None))
            (parts::actions(&[parts::action(&t!(tr, "shell-sign-in"), "/sign-in")]))
        },
        None => fields(tr, (door, questions), sent, errors, greeting),
    };
    guest.show(
        &t!(tr, "accounts-sign-up-title"),
        NavItem::None,
        Width::Narrow,
        &body,
    )
}

fn fields(
    tr: &Tr,
    (door, questions): (Door, &[String]),
    sent: &FormData,
    errors: &[(String, String)],
    greeting: Option<&Greeting>,
) -> Markup {
    let error = |name: &str| {
        errors
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.clone())
    };
    html! {
        (parts::heading(&t!(tr, "accounts-sign-up-title"), Some(&t!(tr, "accounts-sign-up-lead")), None))
        (form::error_summary(tr, errors))
        @if let Some(from) = greeting {
            (parts::notice(parts::Tone::Good, &t!(tr, "people-invited-by", name = from.name.as_str()), &html! { p { (from.words) } }))
        }
        @if door == Door::Approval {
            (parts::notice(parts::Tone::Info, &t!(tr, "accounts-waits-title"), &html! { p { (t!(tr, "accounts-approval-lead")) } }))
        }
        (form::post("/sign-up", false, &html! {
            (form::hidden("invitation", sent.text("invitation")))
            (form::text_field(tr, &Field::new("name", t!(tr, "accounts-name")).hint(t!(tr, "accounts-name-hint"))
                .value(sent.text("name")).error(error("name")).required().autocomplete("name").longest(80)))
            (form::text_field(tr, &Field::new("handle", t!(tr, "accounts-handle")).hint(t!(tr, "accounts-handle-hint"))
                .value(sent.text("handle")).error(error("handle")).required().autocomplete("username").longest(31)))
            (form::text_field(tr, &Field::new("password", t!(tr, "accounts-password")).hint(t!(tr, "accounts-password-hint"))
                .error(error("password")).required().kind("password").autocomplete("new-password").longest(1000)))
            @if door == Door::Approval {
                @for (place, question) in questions.iter().enumerate() {
                    @let name = format!("answer-{place}");
                    (form::textarea(tr, &Field::new(name.clone(), question.as_str()).value(sent.raw(&name)).error(error(&name)).required().longest(1_000), 3))
                }
            }
            @if let Some(from) = greeting.filter(|from| from.befriend) {
                (form::checkbox(tr, &Field::new("befriend", t!(tr, "people-become-contacts", name = from.name.as_str())), sent.ticked("befriend")))
            }
            p { a href="/privacy" { (t!(tr, "home-privacy-more")) } }
            (form::submit_row(&t!(tr, "accounts-sign-up"), Some((&t!(tr, "accounts-have-account"), "/sign-in"))))
        }))
    }
}

pub(super) async fn send(
    State(web): State<Web>,
    guest: Guest,
    headers: HeaderMap,
    jar: CookieJar,
    sent: FormData,
) -> Result<Response, Failure> {
    let invitation = Some(sent.text("invitation").to_owned()).filter(|token| !token.is_empty());
    let new = NewAccount {
        befriend: sent.ticked("befriend"),
        name: sent.text("name").to_owned(),
        handle: sent.text("handle").to_owned(),
        password: sent.raw("password").into(),
        invitation: invitation.clone(),
        locale: Some(guest.tr.locale()),
        device: device(&headers),
    };
    let answers: Vec<String> = (0..MOST_QUESTIONS)
        .map(|place| sent.raw(&format!("answer-{place}")).to_owned())
        .collect();
    match register::register_answering(&web.app, new, &answers).await {
        Ok(made) => {
            let page = code_page(
                &guest.tr,
                &made.recovery_code.reveal(),
                made.session.is_none(),
            );
            let page = guest.show(
                &t!(guest.tr, "accounts-code-title"),
                NavItem::None,
                Width::Text,
                &page,
            );
            let jar = match &made.session {
                Some(session) => session_begins(&web, jar, session),
                None => jar,
            };
            Ok((jar, page).into_response())
        }
        Err(error) => {
            let field = match &error {
                RegisterError::BadName => "name".to_owned(),
                RegisterError::BadHandle(_) | RegisterError::HandleTaken => "handle".to_owned(),
                RegisterError::Password(_) => "password".to_owned(),
                RegisterError::AnswerMissing(place) => format!("answer-{place}"),
                RegisterError::Closed
                | RegisterError::InvitationNeeded
                | RegisterError::Busy(_)
                | RegisterError::Trouble(_) => return Err(Failure::of(&guest.tr, &error)),
            };
            let door = register::door(&web.app, invitation.as_deref()).await?;
            let greeting = invite::greeting(&web.app, invitation.as_deref()).await?;
            let errors = [(field, error.say(&guest.tr))];
            let questions = questions(&web.app).await?;
            let page = page(
                &guest,
                (door, &questions),
                &sent,
                &errors,
                greeting.as_ref(),
            );
            Ok((status(error.kind()), page).into_response())
        }
    }
}
