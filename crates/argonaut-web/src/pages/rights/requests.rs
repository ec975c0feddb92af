//! What a client asked for by a link: a task on the record's page.

use argonaut_app::links::requests::{OpenRequest, finish};
use argonaut_domain::link::RequestKind;
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use super::words as own;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::{Me, done as lead_on};
use crate::pages::clients::client_id;
use crate::pages::parts::{self, Weight};
use crate::state::Web;
use crate::words::Done;

/// The requests that wait, with what to do; nothing for none.
pub(crate) fn list(tr: &Tr, home: &str, requests: &[OpenRequest]) -> Markup {
    html! {
        @for open in requests {
            (parts::notice(parts::Tone::Warn, &own::request(tr, open.request.kind), &html! {
                p.hint { (tr.date(open.request.made.date())) }
                @match &open.words {
                    Some(words) if words.get().is_empty() => {},
                    Some(words) => p.note-text { (words.get().as_str()) },
                    None => p.hint { (t!(tr, "rights-request-unreadable")) },
                }
                (parts::actions(&[
                    next(tr, home, open.request.kind),
                    parts::post_button(&t!(tr, "rights-request-done"), &format!("{home}/requests/{}/done", open.request.id), Weight::Quiet, &[]),
                ]))
            }))
        }
    }
}

fn next(tr: &Tr, home: &str, kind: RequestKind) -> Markup {
    match kind {
        RequestKind::Correct => {
            parts::action(&t!(tr, "rights-request-edit"), &format!("{home}/edit"))
        }
        RequestKind::Erase => parts::action(&t!(tr, "clients-erase"), &format!("{home}/erase")),
    }
}

pub(super) async fn done(
    State(web): State<Web>,
    me: Me,
    Path((id, request)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let request = request.parse().map_err(|_| Failure::not_found())?;
    finish(&web.app, &me.who, client_id(&id)?, request)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(lead_on(&format!("/clients/{id}"), Done::RequestHandled))
}
