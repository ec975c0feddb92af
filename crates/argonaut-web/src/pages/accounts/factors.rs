//! Second factors in the settings: the list, adding an app or a passkey, removing one.

use argonaut_app::accounts::second_factor::add::{self, Pending};
use argonaut_app::accounts::second_factor::remove::remove;
use argonaut_app::accounts::second_factor::{self, Factor, FactorError, FactorKind};
use argonaut_domain::ids::FactorId;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{errors_of, present_password};
use crate::assets::Asset;
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Tone, form};
use crate::state::Web;
use crate::words::Done;

type Errors = [(String, String)];

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    list(&web, &me, &FormData::default(), &[]).await
}

async fn list(web: &Web, me: &Me, sent: &FormData, errors: &Errors) -> Result<Markup, Failure> {
    let factors = second_factor::list(&web.app, &me.who).await?;
    let passkeys = second_factor::passkeys_work(&web.app);
    let body = list_view(
        &me.tr,
        &factors,
        passkeys,
        web.app.now().date(),
        sent,
        errors,
    );
    let title = t!(me.tr, "door-factors-title");
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

pub(super) fn list_view(
    tr: &Tr,
    factors: &[Factor],
    passkeys: bool,
    today: Date,
    sent: &FormData,
    errors: &Errors,
) -> Markup {
    let kind = |kind| match kind {
        FactorKind::App => t!(tr, "door-kind-app"),
        FactorKind::Passkey => t!(tr, "door-kind-passkey"),
    };
    html! {
        (super::up(tr))
        (parts::heading(&t!(tr, "door-factors-title"), Some(&t!(tr, "door-factors-lead")), None))
        (form::error_summary(tr, errors))
        @if factors.is_empty() {
            (parts::notice(Tone::Info, &t!(tr, "door-factors-none-title"), &html! { p { (t!(tr, "door-factors-none")) } }))
        } @else {
            (parts::notice(Tone::Good, &t!(tr, "door-factors-on-title"), &html! { p { (t!(tr, "door-factors-on")) } }))
            (parts::section(&t!(tr, "door-factors-yours"), &html! { ul.plain-list { @for factor in factors { li {
                strong { (factor.name) } " · " (kind(factor.kind)) " · "
                @match factor.used {
                    Some(used) => (t!(tr, "door-last-used", when = tr.relative(today, used.date()))),
                    None => (t!(tr, "door-never-used")),
                }
                " · " a href={ "/account/second-factor/" (factor.id) "/remove" } { (t!(tr, "door-remove-named", name = factor.name.as_str())) }
            } } } }))
        }
        (parts::section(&t!(tr, "door-add-app"), &html! {
            p { (t!(tr, "door-add-app-lead")) }
            (form::post("/account/second-factor/app", false, &html! {
                (form::text_field(tr, &Field::new("app_name", t!(tr, "door-device-name")).hint(t!(tr, "door-device-name-hint"))
                    .value(sent.text("app_name")).error(super::error_in(errors, "app_name")).required().autocomplete("off").longest(60)))
                (present_password(tr, "app_password", errors))
                (form::submit_row(&t!(tr, "door-add-app"), None))
            }))
        }))
        (parts::section(&t!(tr, "door-add-passkey"), &html! {
            p { (t!(tr, "door-add-passkey-lead")) }
            @if passkeys {
                (form::post("/account/second-factor/passkey", false, &html! {
                    (form::text_field(tr, &Field::new("key_name", t!(tr, "door-device-name")).hint(t!(tr, "door-device-name-hint"))
                        .value(sent.text("key_name")).error(super::error_in(errors, "key_name")).required().autocomplete("off").longest(60)))
                    (present_password(tr, "key_password", errors))
                    (form::submit_row(&t!(tr, "door-add-passkey"), None))
                }))
            } @else { p { (t!(tr, "door-no-passkeys-here")) } }
        }))
        (parts::section(&t!(tr, "door-factors-lost"), &html! { p { (t!(tr, "door-factors-lost-text")) } }))
    }
}

pub(super) async fn begin_app(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let begun = add::begin_app(
        &web.app,
        &me.who,
        sent.raw("app_password").into(),
        sent.text("app_name"),
    )
    .await;
    begun_or_list(&web, &me, &sent, begun, "app").await
}

pub(super) async fn begin_passkey(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let begun = add::begin_passkey(
        &web.app,
        &me.who,
        sent.raw("key_password").into(),
        sent.text("key_name"),
    )
    .await;
    begun_or_list(&web, &me, &sent, begun, "key").await
}

async fn begun_or_list(
    web: &Web,
    me: &Me,
    sent: &FormData,
    begun: Result<FactorId, FactorError>,
    which: &str,
) -> Result<Response, Failure> {
    match begun {
        Ok(id) => Ok(Redirect::to(&format!("/account/second-factor/{id}")).into_response()),
        Err(error) => {
            let field = match &error {
                FactorError::WrongPassword => format!("{which}_password"),
                FactorError::NoName | FactorError::TooMany => format!("{which}_name"),
                FactorError::WrongCode
                | FactorError::WrongPasskey
                | FactorError::NoPasskeysHere
                | FactorError::NotFound
                | FactorError::Busy(_)
                | FactorError::Trouble(_) => return Err(Failure::of(&me.tr, &error)),
            };
            let errors = [(field, error.say(&me.tr))];
            let page = list(web, me, sent, &errors).await?;
            Ok((status(error.kind()), page).into_response())
        }
    }
}

pub(super) async fn pending(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    pending_page(&web, &me, id, &[]).await
}

async fn pending_page(
    web: &Web,
    me: &Me,
    id: FactorId,
    errors: &Errors,
) -> Result<Markup, Failure> {
    let pending = add::pending(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?
        .ok_or_else(Failure::not_found)?;
    let (title, body) = pending_view(&me.tr, id, &pending, errors);
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

pub(super) fn pending_view(
    tr: &Tr,
    id: FactorId,
    pending: &Pending,
    errors: &Errors,
) -> (String, Markup) {
    let confirm = format!("/account/second-factor/{id}/confirm");
    let cancel = html! {
        (parts::post_button(&t!(tr, "door-cancel-adding"), &format!("/account/second-factor/{id}/remove"), parts::Weight::Link, &[]))
    };
    match pending {
        Pending::App { text, address } => {
            let title = t!(tr, "door-app-title");
            let body = html! {
                (parts::heading(&title, Some(&t!(tr, "door-app-lead")), None))
                (form::error_summary(tr, errors))
                (parts::section(&t!(tr, "door-app-scan"), &html! {
                    @if let Some(picture) = parts::qr::picture(&t!(tr, "door-app-picture"), address) { (picture) }
                    p { (t!(tr, "door-app-type")) }
                    p.secret-text id="app-secret" { (text) }
                    (parts::copy_button(tr, "app-secret"))
                }))
                (parts::section(&t!(tr, "door-app-try"), &form::post(&confirm, false, &html! {
                    (super::code_field(tr, "code", &t!(tr, "door-code"), &t!(tr, "door-code-hint"), errors))
                    (form::submit_row(&t!(tr, "door-app-turn-on"), None))
                })))
                (cancel)
            };
            (title, body)
        }
        Pending::Passkey { options } => {
            let title = t!(tr, "door-passkey-title");
            let body = html! {
                (parts::heading(&title, Some(&t!(tr, "door-passkey-lead")), None))
                (form::error_summary(tr, errors))
                (passkey_form(tr, "create", &confirm, options, &t!(tr, "door-passkey-make"), None))
                p data-without-passkey { (t!(tr, "door-passkey-no-script")) }
                (cancel)
            };
            (title, body)
        }
    }
}

/// A form that the script fills with the browser's answer.
pub(super) fn passkey_form(
    tr: &Tr,
    act: &str,
    path: &str,
    options: &str,
    label: &str,
    next: Option<&str>,
) -> Markup {
    html! {
        form.form method="post" action=(path) hidden data-passkey=(act) data-options=(options)
            data-failed=(t!(tr, "door-passkey-failed")) {
            input type="hidden" name="answer" value="";
            @if let Some(next) = next { (form::hidden("next", next)) }
            p.error role="alert" data-problem {}
            (form::submit_row(label, None))
        }
        script src=(Asset::Passkey.path()) defer {}
    }
}

pub(super) async fn confirm(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let id: FactorId = id.parse().map_err(|_| Failure::not_found())?;
    let confirmed = if sent.ticked("answer") {
        add::confirm_passkey(&web.app, &me.who, id, sent.text("answer")).await
    } else {
        add::confirm_app(&web.app, &me.who, id, sent.text("code")).await
    };
    match confirmed {
        Ok(()) => Ok(done("/account/second-factor", Done::FactorAdded).into_response()),
        Err(error @ (FactorError::WrongCode | FactorError::WrongPasskey)) => {
            let errors = errors_of("code", error.say(&me.tr));
            let page = pending_page(&web, &me, id, &errors).await?;
            Ok((status(error.kind()), page).into_response())
        }
        Err(
            error @ (FactorError::WrongPassword
            | FactorError::NoName
            | FactorError::TooMany
            | FactorError::NoPasskeysHere
            | FactorError::NotFound
            | FactorError::Busy(_)
            | FactorError::Trouble(_)),
        ) => Err(Failure::of(&me.tr, &error)),
    }
}

pub(super) async fn remove_show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id: FactorId = id.parse().map_err(|_| Failure::not_found())?;
    if is_pending(&web, &me, id).await? {
        return Ok(Redirect::to(&format!("/account/second-factor/{id}")).into_response());
    }
    Ok(remove_page(&web, &me, id, &[]).await?.into_response())
}

async fn remove_page(web: &Web, me: &Me, id: FactorId, errors: &Errors) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let factors = second_factor::list(&web.app, &me.who).await?;
    let factor = factors
        .iter()
        .find(|factor| factor.id == id)
        .ok_or_else(Failure::not_found)?;
    let title = t!(tr, "door-remove-named", name = factor.name.as_str());
    let body = remove_view(tr, &title, id, factors.len() == 1, errors);
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

pub(super) fn remove_view(
    tr: &Tr,
    title: &str,
    id: FactorId,
    is_last: bool,
    errors: &Errors,
) -> Markup {
    html! {
        (parts::heading(title, Some(&t!(tr, "door-remove-lead")), None))
        (form::error_summary(tr, errors))
        @if is_last {
            (parts::notice(Tone::Warn, &t!(tr, "door-remove-last-title"), &html! { p { (t!(tr, "door-remove-last")) } }))
        }
        (form::post(&format!("/account/second-factor/{id}/remove"), false, &html! {
            (present_password(tr, "password", errors))
            (form::text_field(tr, &Field::new("proof", t!(tr, "door-proof")).hint(t!(tr, "door-proof-hint"))
                .error(super::error_in(errors, "proof")).required().autocomplete("off").longest(80)))
            (form::submit_row(&t!(tr, "door-remove"), Some((&t!(tr, "form-cancel"), "/account/second-factor"))))
        }))
    }
}

pub(super) async fn remove_send(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let id: FactorId = id.parse().map_err(|_| Failure::not_found())?;
    if is_pending(&web, &me, id).await? {
        add::cancel(&web.app, &me.who, id)
            .await
            .map_err(|error| Failure::of(&me.tr, &error))?;
        return Ok(Redirect::to("/account/second-factor").into_response());
    }
    let (password, proof) = (sent.raw("password").into(), sent.text("proof").into());
    match remove(&web.app, &me.who, id, password, proof).await {
        Ok(()) => Ok(done("/account/second-factor", Done::FactorRemoved).into_response()),
        Err(error @ (FactorError::WrongPassword | FactorError::WrongCode)) => {
            let (field, text) = if matches!(error, FactorError::WrongPassword) {
                ("password", error.say(&me.tr))
            } else {
                ("proof", t!(me.tr, "door-proof-wrong"))
            };
            let page = remove_page(&web, &me, id, &errors_of(field, text)).await?;
            Ok((status(error.kind()), page).into_response())
        }
        Err(
            error @ (FactorError::WrongPasskey
            | FactorError::NoName
            | FactorError::TooMany
            | FactorError::NoPasskeysHere
            | FactorError::NotFound
            | FactorError::Busy(_)
            | FactorError::Trouble(_)),
        ) => Err(Failure::of(&me.tr, &error)),
    }
}

async fn is_pending(web: &Web, me: &Me, id: FactorId) -> Result<bool, Failure> {
    let pending = add::pending(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(pending.is_some())
}
