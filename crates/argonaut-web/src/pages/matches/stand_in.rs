//! A match that waits, as somebody sees it who takes no part: whoever answers for the client
//! can take over, a coordinator can speak to the two.

use argonaut_app::matches::stand_in::{self, Role, Waiting};
use argonaut_app::people::Face;
use argonaut_domain::introduction::Side;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::{match_id, words as own};
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Tone, Weight};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let waiting = stand_in::look(&web.app, &me.who, match_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let body = view(&me.tr, &id, &waiting);
    let title = t!(me.tr, "room-stand-in");
    Ok(me.show(&title, NavItem::Matches, Width::Text, &body))
}

fn name(tr: &Tr, face: Option<&Face>) -> Markup {
    html! {
        @match face {
            Some(face) => a href={ "/helpers/" (face.id) } { (face.name) },
            None => (t!(tr, "room-somebody")),
        }
    }
}

pub(super) fn view(tr: &Tr, id: &str, waiting: &Waiting) -> Markup {
    let line = |side: Side| {
        html! {
            li {
                (name(tr, waiting.faces.of(side).as_ref())) " "
                @if *waiting.awaited.of(side) { (parts::badge(Tone::Warn, &t!(tr, "room-awaited"))) }
            }
        }
    };
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-matches"), "/matches")]))
        (parts::heading(&t!(tr, "room-stand-in"), Some(&t!(tr, "room-stand-in-since", date = tr.date(waiting.since.date()))), None))
        p { (own::stage(tr, waiting.stage)) }
        ul { (line(Side::Asker)) (line(Side::Owner)) }
        @match &waiting.role {
            Role::Answers { client, name, .. } => {
                section.panel.next-step {
                    h2 { (t!(tr, "room-take-over-title")) }
                    p {
                        @if let Some(name) = name { (t!(tr, "room-take-over-for", client = name.as_str())) " " }
                        (t!(tr, "room-take-over-lead"))
                    }
                    (parts::post_button(&t!(tr, "room-take-over"), &format!("/matches/{id}/take-over"), Weight::Primary, &[]))
                    p { a href={ "/clients/" (client) } { (t!(tr, "room-to-client")) } }
                }
            }
            Role::Coordinates => p { (t!(tr, "room-coordinates")) }
        }
    }
}

pub(super) async fn take_over(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    stand_in::take_over(&web.app, &me.who, match_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/matches/{id}"), Done::MatchTaken).into_response())
}
