//! A record that is not as it was kept: what happened, and how to go on.

use argonaut_app::RecordTrouble;
use argonaut_app::clients::check::{self as checking, Finding, look};
use argonaut_domain::ids::ClientId;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::{client_id, words};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Icon, Tone, Weight};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn all(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let found = checking::all(&web.app, &me.who)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let title = t!(me.tr, "circle-trouble-list-title", count = found.len());
    Ok(me.show(
        &title,
        NavItem::Clients,
        Width::Text,
        &list_view(&me.tr, &found),
    ))
}

pub(super) fn list_view(tr: &Tr, found: &[(ClientId, RecordTrouble)]) -> Markup {
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients")]))
        @if found.is_empty() {
            (parts::heading(&t!(tr, "circle-trouble-none-title"), None, None))
            (parts::empty(Icon::Clients, &t!(tr, "circle-trouble-none-title"), &t!(tr, "circle-trouble-none"), Some(parts::action(&t!(tr, "shell-nav-clients"), "/clients"))))
        } @else {
            (parts::heading(&t!(tr, "circle-trouble-list-title", count = found.len()), Some(&t!(tr, "circle-trouble-page-lead")), None))
            ul.plain-list {
                @for (id, trouble) in found {
                    li { (words::trouble(tr, *trouble)) " " a href={ "/clients/" (id) "/check" } { (t!(tr, "circle-trouble-open")) } }
                }
            }
        }
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let found = look(&web.app, &me.who, client_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let Some(finding) = found else {
        return Ok(Redirect::to(&format!("/clients/{id}")).into_response());
    };
    let title = t!(me.tr, "circle-trouble-title");
    Ok(me
        .show(
            &title,
            NavItem::Clients,
            Width::Text,
            &view(&me.tr, &finding),
        )
        .into_response())
}

/// What to do first, and the button that goes on where that is possible.
fn how(tr: &Tr, finding: &Finding) -> (String, Option<String>) {
    let by = finding.by.as_ref().map_or("", |(_, name)| name.as_str());
    let (how, act) = match finding.found {
        RecordTrouble::Unreadable => (t!(tr, "circle-how-unreadable"), None),
        RecordTrouble::RolledBack => (
            t!(tr, "circle-how-rolled-back"),
            Some(t!(tr, "circle-accept-rolled-back")),
        ),
        RecordTrouble::Unknown if finding.can_accept => (
            t!(tr, "circle-how-unknown"),
            Some(t!(tr, "circle-accept-unknown")),
        ),
        RecordTrouble::Unknown => (t!(tr, "circle-how-planted"), None),
        RecordTrouble::KeyChanged => (t!(tr, "circle-how-key-changed"), None),
        RecordTrouble::OtherLead => (
            t!(tr, "circle-how-other-lead", name = by),
            Some(t!(tr, "circle-accept-other-lead")),
        ),
        RecordTrouble::Missing => (
            t!(tr, "circle-how-missing"),
            Some(t!(tr, "circle-accept-missing")),
        ),
    };
    (how, act.filter(|_| finding.can_accept))
}

pub(super) fn view(tr: &Tr, finding: &Finding) -> Markup {
    let (how, act) = how(tr, finding);
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients")]))
        (parts::heading(&t!(tr, "circle-trouble-title"), Some(&t!(tr, "circle-trouble-page-lead")), None))
        (parts::notice(Tone::Bad, &words::trouble(tr, finding.found), &html! {
            @if let Some(name) = &finding.name { p { strong { (name.get()) } } }
            @if let Some(changed) = finding.changed { p { (t!(tr, "circle-trouble-changed", date = tr.date(changed.date()))) } }
            @if finding.behind > 0 { p { (t!(tr, "circle-trouble-behind", count = finding.behind)) } }
            @if let Some((_, name)) = &finding.by { p { (t!(tr, "circle-trouble-by", name = name.as_str())) } }
        }))
        (parts::section(&t!(tr, "circle-how-title"), &html! {
            p { (how) }
            (parts::actions(&[
                html! { @if let Some(act) = &act { (parts::post_button(act, &format!("/clients/{}/check", finding.id), Weight::Primary, &[])) } },
                html! { @if let Some((helper, _)) = &finding.by { (parts::quiet_action(&t!(tr, "circle-compare"), &format!("/helpers/{helper}"))) } },
                parts::quiet_action(&t!(tr, "shell-nav-clients"), "/clients"),
            ]))
        }))
    }
}

pub(super) async fn accept(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    checking::accept(&web.app, &me.who, client_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/clients", Done::RecordAccepted))
}
