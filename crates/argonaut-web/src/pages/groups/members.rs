//! Requests to join, and members' parts: what coordinators answer and give.

use argonaut_app::groups::look::look;
use argonaut_app::groups::requests::{Request, answer, list};
use argonaut_app::groups::{GroupError, members};
use argonaut_domain::group::GroupRole;
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use super::{group_id, helper_id};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Icon, Weight};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn requests(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let told = |error: GroupError| Failure::of(&me.tr, &error);
    let group = group_id(&id)?;
    let waiting = list(&web.app, &me.who, group).await.map_err(told)?;
    let name = look(&web.app, &me.who, group, None)
        .await
        .map_err(told)?
        .group
        .profile
        .name;
    let title = t!(me.tr, "groups-requests");
    let body = view(&me.tr, &id, &name, &waiting);
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, id: &str, name: &str, waiting: &[Request]) -> Markup {
    let home = format!("/groups/{id}");
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "groups-title"), "/groups"), (name, &home)]))
        (parts::heading(&t!(tr, "groups-requests"), Some(&t!(tr, "groups-requests-lead")), None))
        @if waiting.is_empty() {
            (parts::empty(Icon::Helpers, &t!(tr, "groups-requests-none"), &t!(tr, "groups-requests-none-text"), Some(parts::action(name, &home))))
        }
        @for of in waiting {
            (parts::section(&of.face.name, &html! {
                p.hint {
                    a href={ "/helpers/" (of.face.id) } { "@" (of.face.handle) } " · " (tr.date(of.asked.date()))
                    @if of.by_link { " · " (t!(tr, "groups-by-link")) }
                }
                @if !of.answers.is_empty() {
                    dl { @for answer in &of.answers { dt { (answer.question) } dd { p.note-text { (answer.answer) } } } }
                }
                (parts::actions(&[
                    parts::post_button(&t!(tr, "groups-admit", name = of.face.name.as_str()), &format!("{home}/requests/{}/accept", of.face.id), Weight::Primary, &[]),
                    parts::post_button(&t!(tr, "groups-refuse", name = of.face.name.as_str()), &format!("{home}/requests/{}/decline", of.face.id), Weight::Quiet, &[]),
                ]))
                p.hint { (t!(tr, "groups-refuse-hint")) }
            }))
        }
    }
}

pub(super) async fn accept(
    State(web): State<Web>,
    me: Me,
    Path((id, helper)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    decide(&web, &me, &id, &helper, true).await
}

pub(super) async fn decline(
    State(web): State<Web>,
    me: Me,
    Path((id, helper)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    decide(&web, &me, &id, &helper, false).await
}

async fn decide(
    web: &Web,
    me: &Me,
    id: &str,
    helper: &str,
    accept: bool,
) -> Result<Redirect, Failure> {
    answer(&web.app, &me.who, group_id(id)?, helper_id(helper)?, accept)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/groups/{id}/requests"), Done::GroupAnswered))
}

pub(super) async fn part(
    State(web): State<Web>,
    me: Me,
    Path((id, helper)): Path<(String, String)>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let role = sent.parsed("role").unwrap_or(GroupRole::Observer);
    members::give_part(&web.app, &me.who, group_id(&id)?, helper_id(&helper)?, role)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/groups/{id}"), Done::GroupPart))
}
