//! Settings and security: password, recovery code, sessions, invitations.

use argonaut_app::accounts::invite::InvitationLink;
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
    page(&web, &me, &[], None).await
}

async fn page(
    web: &Web,
    me: &Me,
    errors: &[(String, String)],
    link: Option<&InvitationLink>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let today = web.app.now().date();
    let sessions = session::list(&web.app, &me.who).await?;
    let invitations = invite::list(&web.app, &me.who).await?;
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
        @if let Some(link) = link { (fresh_link(me, link)) }
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
        (parts::section(&t!(tr, "accounts-invitations"), &html! {
            p { (t!(tr, "accounts-invitations-lead", days = invite::INVITATION_DAYS)) }
            (parts::post_button(&t!(tr, "accounts-invite"), "/account/invitations", Weight::Quiet, &[]))
            ul.plain-list {
                @for made in &invitations {
                    li {
                        (t!(tr, "accounts-invitation-made", when = tr.relative(today, made.created.date()))) " "
                        @if made.used_by.is_some() { (parts::badge(parts::Tone::Good, &t!(tr, "accounts-invitation-used"))) }
                        @else if made.is_open(web.app.now()) {
                            (parts::post_button(&t!(tr, "accounts-invitation-revoke"), &format!("/account/invitations/{}/revoke", made.id), Weight::Link, &[]))
                        } @else { (parts::badge(parts::Tone::Info, &t!(tr, "accounts-invitation-over"))) }
                    }
                }
            }
        }))
    };
    Ok(me.show(
        &t!(tr, "shell-account-settings"),
        NavItem::Account,
        Width::Text,
        &body,
    ))
}

fn fresh_link(me: &Me, link: &InvitationLink) -> Markup {
    let tr = &me.tr;
    parts::notice(
        parts::Tone::Good,
        &t!(tr, "accounts-invitation-fresh"),
        &html! {
            p { (t!(tr, "accounts-invitation-once")) }
            p { code id="invitation-link" { "/join/" (link.token) } }
            (parts::copy_button(tr, "invitation-link"))
        },
    )
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
            Ok((status(error.kind()), page(&web, &me, &errors, None).await?).into_response())
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
            Ok((status(error.kind()), page(&web, &me, &errors, None).await?).into_response())
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

pub(super) async fn invite(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let link = invite::make(&web.app, &me.who)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    page(&web, &me, &[], Some(&link)).await
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
    Ok(done("/account", Done::InvitationRevoked))
}
