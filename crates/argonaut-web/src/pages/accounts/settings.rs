//! Settings and security: password, recovery code, sessions, invitations.

use argonaut_app::accounts::{invite, organisation, password, session};
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use super::code_page;
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Weight, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    page(&web, &me, &[]).await
}

async fn page(web: &Web, me: &Me, errors: &[(String, String)]) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let today = web.app.now().date();
    let sessions = session::list(&web.app, &me.who).await?;
    let organisation = organisation::state(&web.app, &me.who).await?;
    let error = |name: &str| {
        errors
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.clone())
    };
    let present = |name: &'static str| {
        Field::new(name, t!(tr, "accounts-password-present"))
            .error(error(name))
            .required()
            .kind("password")
            .autocomplete("current-password")
            .longest(1000)
    };
    let body = html! {
        (parts::heading(&t!(tr, "shell-account-settings"), None, None))
        (form::error_summary(tr, errors))
        (parts::section(&t!(tr, "accounts-sessions"), &html! {
            p { (t!(tr, "accounts-sessions-lead")) }
            ul.plain-list {
                @for session in &sessions {
                    li {
                        strong { @if session.device.is_empty() { (t!(tr, "accounts-device-unknown")) } @else { (session.device) } }
                        " · " (t!(tr, "accounts-session-seen", when = tr.relative(today, session.seen.date()))) " "
                        @if session.is_this { (parts::badge(parts::Tone::Good, &t!(tr, "accounts-session-this"))) }
                        @else { (parts::post_button(&t!(tr, "accounts-session-end"), &format!("/account/sessions/{}/end", session.id), Weight::Link, &[])) }
                    }
                }
            }
            @if sessions.len() > 1 {
                (parts::post_button(&t!(tr, "accounts-session-end-others"), "/account/sessions/end-others", Weight::Quiet, &[]))
            }
        }))
        (parts::section(&t!(tr, "accounts-password-change"), &form::post("/account/password", false, &html! {
            (form::text_field(tr, &present("present")))
            (form::text_field(tr, &Field::new("new", t!(tr, "accounts-password-new")).hint(t!(tr, "accounts-password-hint"))
                .error(error("new")).required().kind("password").autocomplete("new-password").longest(1000)))
            (form::submit_row(&t!(tr, "accounts-password-change"), None))
        })))
        (parts::section(&t!(tr, "accounts-code-new"), &html! {
            p { (t!(tr, "accounts-code-new-lead")) }
            (form::post("/account/recovery-code", false, &html! {
                (form::text_field(tr, &present("present_for_code")))
                (form::submit_row(&t!(tr, "accounts-code-make"), None))
            }))
        }))
        (parts::section(&t!(tr, "door-more"), &super::more(tr, organisation.offered || organisation.since.is_some())))
        (parts::section(&t!(tr, "accounts-invitations"), &html! { p { a href="/invitations" { (t!(tr, "people-invite")) } } }))
    };
    Ok(me.show(
        &t!(tr, "shell-account-settings"),
        NavItem::Account,
        Width::Text,
        &body,
    ))
}

pub(super) async fn password(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    use argonaut_app::accounts::password::PasswordError;
    match password::change(
        &web.app,
        &me.who,
        sent.raw("present").into(),
        sent.raw("new").into(),
    )
    .await
    {
        Ok(()) => Ok(done("/account", Done::PasswordChanged).into_response()),
        Err(error @ (PasswordError::Busy(_) | PasswordError::Trouble(_))) => {
            Err(Failure::of(&me.tr, &error))
        }
        Err(error @ (PasswordError::Wrong | PasswordError::Weak(_))) => {
            let field = if matches!(error, PasswordError::Wrong) {
                "present"
            } else {
                "new"
            };
            let errors = [(field.to_owned(), error.say(&me.tr))];
            Ok((status(error.kind()), page(&web, &me, &errors).await?).into_response())
        }
    }
}

pub(super) async fn recovery_code(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    use argonaut_app::accounts::password::PasswordError;
    match password::new_recovery_code(&web.app, &me.who, sent.raw("present_for_code").into()).await
    {
        Ok(code) => {
            let body = code_page(&me.tr, &code.reveal(), false);
            Ok(me
                .show(
                    &t!(me.tr, "accounts-code-title"),
                    NavItem::Account,
                    Width::Text,
                    &body,
                )
                .into_response())
        }
        Err(error @ (PasswordError::Busy(_) | PasswordError::Trouble(_))) => {
            Err(Failure::of(&me.tr, &error))
        }
        Err(error @ (PasswordError::Wrong | PasswordError::Weak(_))) => {
            let errors = [("present_for_code".to_owned(), error.say(&me.tr))];
            Ok((status(error.kind()), page(&web, &me, &errors).await?).into_response())
        }
    }
}

pub(super) async fn end(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    session::revoke(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/account", Done::SessionEnded))
}

pub(super) async fn end_others(State(web): State<Web>, me: Me) -> Result<Redirect, Failure> {
    session::revoke_others(&web.app, &me.who).await?;
    Ok(done("/account", Done::SessionEnded))
}

pub(super) async fn revoke(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    invite::revoke(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/invitations", Done::InvitationRevoked))
}
