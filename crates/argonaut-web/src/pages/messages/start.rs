//! Writing to a helper for the first time, from their page. Whoever cannot be written to
//! looks not there.

use argonaut_app::messages::write::{Beginning, begin, write_to};
use argonaut_app::people::Face;
use argonaut_domain::ids::HelperId;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use super::form::{self, Typed, Wrong};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;
use crate::state::Web;
use crate::words::Done;

fn helper_id(text: &str) -> Result<HelperId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

async fn whom(web: &Web, me: &Me, id: HelperId) -> Result<Beginning, Failure> {
    begin(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let face = match whom(&web, &me, helper_id(&id)?).await? {
        Beginning::There(id) => {
            return Ok(Redirect::to(&format!("/messages/{id}")).into_response());
        }
        Beginning::New(face) => face,
    };
    let fields = FormData::default();
    let typed = Typed {
        fields: &fields,
        looked: None,
        wrong: None,
    };
    Ok(page(&me, &face, &typed).into_response())
}

fn page(me: &Me, face: &Face, typed: &Typed<'_>) -> Markup {
    let title = t!(me.tr, "messages-write-to", name = face.name.as_str());
    let body = view(&me.tr, face, typed);
    me.show(&title, NavItem::Messages, Width::Text, &body)
}

/// The page.
pub(super) fn view(tr: &Tr, face: &Face, typed: &Typed<'_>) -> Markup {
    let title = t!(tr, "messages-write-to", name = face.name.as_str());
    let path = format!("/helpers/{}/write", face.id);
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "messages-title"), "/messages")]))
        (parts::heading(&title, Some(&t!(tr, "messages-start-lead")), None))
        (form::view(tr, &path, &t!(tr, "messages-write"), typed))
    }
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, Failure> {
    let to = helper_id(&id)?;
    let beginning = whom(&web, &me, to).await?;
    let sent = form::read(&web, request).await?;
    let fields = sent.fields.clone();
    let mut known = vec![me.who.name.as_str()];
    if let Beginning::New(face) = &beginning {
        known.push(&face.name);
    }
    let looked = form::looked(me.tr.locale(), &fields, &known);
    let wrong = match form::draft(&me.tr, sent, &looked) {
        Ok(draft) => match write_to(&web.app, &me.who, to, draft).await {
            Ok(id) => {
                return Ok(done(&format!("/messages/{id}"), Done::MessageSent).into_response());
            }
            Err(error) => form::refused(&me.tr, &error)?,
        },
        Err(wrong) => wrong,
    };
    let face = match beginning {
        // It began in another window: the words go on there.
        Beginning::There(id) => {
            return Ok(Redirect::to(&format!("/messages/{id}")).into_response());
        }
        Beginning::New(face) => face,
    };
    let (code, text) = match wrong {
        Wrong::Asked => (StatusCode::UNPROCESSABLE_ENTITY, None),
        Wrong::Refused(code, text) => (code, Some(text)),
    };
    let typed = Typed {
        fields: &fields,
        looked: Some(&looked),
        wrong: text.as_deref(),
    };
    Ok((code, page(&me, &face, &typed)).into_response())
}
