//! Recording a client, and changing a record.

use argonaut_app::clients::{ClientError, change, open, record};
use argonaut_app::dossier::Dossier;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::form_page::{Read, Shown, read};
use super::{client_id, words};
use crate::failure::{Failure, status};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn new(me: Me) -> Markup {
    new_page(&me, &Dossier::default(), &FormData::default(), &[])
}

fn new_page(me: &Me, dossier: &Dossier, sent: &FormData, errors: &[(String, String)]) -> Markup {
    let tr = &me.tr;
    let shown = Shown {
        tr,
        dossier,
        sent,
        errors,
        folded: true,
    };
    let body = html! {
        (parts::heading(&t!(tr, "clients-new"), Some(&t!(tr, "clients-new-lead")), None))
        (parts::notice_private(tr, &t!(tr, "clients-private")))
        (form::post("/clients/new", true, &html! {
            (shown.fields())
            (form::submit_row(&t!(tr, "clients-record"), Some((&t!(tr, "form-cancel"), "/clients"))))
        }))
    };
    me.show(&t!(tr, "clients-new"), NavItem::Clients, Width::Text, &body)
}

pub(super) async fn record(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let Read {
        dossier,
        mut errors,
    } = read(&me.tr, &sent);
    if let Err(faults) = dossier.check(web.app.now().date()) {
        errors.extend(faults.into_iter().map(|fault| words::fault(&me.tr, fault)));
    }
    if !errors.is_empty() {
        let page = new_page(&me, &dossier, &sent, &errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let id = record::record(&web.app, &me.who, dossier)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}"), Done::ClientRecorded).into_response())
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let id = client_id(&id)?;
    let opened = open::open(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let dossier = opened.dossier.get();
    Ok(edit_page(
        &me,
        &id.to_string(),
        opened.version,
        dossier,
        &FormData::default(),
        &[],
        None,
    ))
}

fn edit_page(
    me: &Me,
    id: &str,
    version: i64,
    dossier: &Dossier,
    sent: &FormData,
    errors: &[(String, String)],
    warning: Option<String>,
) -> Markup {
    let tr = &me.tr;
    let shown = Shown {
        tr,
        dossier,
        sent,
        errors,
        folded: false,
    };
    let home = format!("/clients/{id}");
    let body = html! {
        (parts::heading(&t!(tr, "clients-edit-title", name = dossier.name()), None, None))
        @if let Some(warning) = warning {
            (parts::notice(parts::Tone::Warn, &t!(tr, "errors-conflict-title"), &html! { p { (warning) } }))
        }
        (parts::notice_circle(tr, &t!(tr, "clients-private")))
        (form::post(&format!("{home}/edit"), true, &html! {
            (form::hidden("version", &version.to_string()))
            (shown.fields())
            (form::submit_row(&t!(tr, "form-save"), Some((&t!(tr, "form-cancel"), &home))))
        }))
    };
    me.show(
        &t!(tr, "clients-edit-title", name = dossier.name()),
        NavItem::Clients,
        Width::Text,
        &body,
    )
}

pub(super) async fn save(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let client = client_id(&id)?;
    let version = sent.parsed("version").unwrap_or(0);
    let Read {
        dossier,
        mut errors,
    } = read(&me.tr, &sent);
    if let Err(faults) = dossier.check(web.app.now().date()) {
        errors.extend(faults.into_iter().map(|fault| words::fault(&me.tr, fault)));
    }
    if !errors.is_empty() {
        // Whoever may not open the record gets no form of it either.
        open::open(&web.app, &me.who, client)
            .await
            .map_err(|error| Failure::of(&me.tr, &error))?;
        let page = edit_page(&me, &id, version, &dossier, &sent, &errors, None);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    match change::change(&web.app, &me.who, client, version, dossier.clone()).await {
        Ok(()) => Ok(done(&format!("/clients/{id}"), Done::ClientChanged).into_response()),
        Err(error @ ClientError::Changed) => {
            let now = open::open(&web.app, &me.who, client)
                .await
                .map_err(|error| Failure::of(&me.tr, &error))?;
            let warning = Some(t!(me.tr, "clients-changed-meanwhile"));
            let page = edit_page(&me, &id, now.version, &dossier, &sent, &[], warning);
            Ok((status(error.kind()), page).into_response())
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
