//! Erasing a client for good, after their name was typed.

use argonaut_app::clients::erase::{EraseError, erase};
use argonaut_app::clients::open;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::client_id;
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    page(&web, &me, &id, None).await
}

async fn page(web: &Web, me: &Me, id: &str, error: Option<String>) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let opened = open::open(&web.app, &me.who, client_id(id)?)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let name = opened.dossier.get().name();
    let title = t!(tr, "clients-erase-title", name = name);
    let home = format!("/clients/{id}");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "clients-erase-lead")), None))
        (parts::notice(parts::Tone::Bad, &t!(tr, "clients-erase-what"), &html! {
            ul {
                li { (t!(tr, "clients-erase-record")) }
                li { (t!(tr, "clients-erase-card")) }
                li { (t!(tr, "clients-erase-kept")) }
            }
        }))
        (form::post(&format!("{home}/erase"), false, &html! {
            (form::text_field(tr, &Field::new("typed", t!(tr, "clients-erase-type", name = name)).error(error).autocomplete("off").required()))
            (form::submit_row(&t!(tr, "clients-erase-now"), Some((&t!(tr, "clients-erase-keep"), &home))))
        }))
    };
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    match erase(&web.app, &me.who, client_id(&id)?, sent.text("typed")).await {
        Ok(()) => Ok(done("/clients", Done::ClientErased).into_response()),
        Err(error @ EraseError::NotConfirmed) => {
            let page = page(&web, &me, &id, Some(error.say(&me.tr))).await?;
            Ok((status(error.kind()), page).into_response())
        }
        Err(error @ EraseError::Client(_)) => Err(Failure::of(&me.tr, &error)),
    }
}
