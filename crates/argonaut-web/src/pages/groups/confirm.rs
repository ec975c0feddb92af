//! What is confirmed on a page of its own: removing somebody, leaving, closing.

use argonaut_app::groups::look::{GroupPage, look};
use argonaut_app::groups::{GroupError, make, members};
use argonaut_domain::access::GroupRight;
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use super::{group_id, helper_id};
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, form};
use crate::state::Web;
use crate::words::Done;

async fn inside(web: &Web, me: &Me, id: &str, right: GroupRight) -> Result<GroupPage, Failure> {
    let told = |error: GroupError| Failure::of(&me.tr, &error);
    let found = look(&web.app, &me.who, group_id(id)?, None)
        .await
        .map_err(told)?;
    if found.seat.is_none() {
        return Err(Failure::not_found());
    }
    if !found.may(right) {
        return Err(told(GroupError::NotAllowed));
    }
    Ok(found)
}

pub(super) fn view(tr: &Tr, home: &str, name: &str, act: (&str, &str, &str, &str)) -> Markup {
    let (title, text, label, path) = act;
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "groups-title"), "/groups"), (name, home)]))
        (parts::heading(title, Some(text), None))
        (form::post(&format!("{home}/{path}"), false, &html! {
            (form::submit_row(label, Some((&t!(tr, "form-cancel"), home))))
        }))
    }
}

fn page(me: &Me, found: &GroupPage, act: (&str, &str, &str, &str)) -> Markup {
    let home = format!("/groups/{}", found.group.id);
    let body = view(&me.tr, &home, &found.group.profile.name, act);
    me.show(act.0, NavItem::Helpers, Width::Text, &body)
}

pub(super) async fn remove_page(
    State(web): State<Web>,
    me: Me,
    Path((id, helper)): Path<(String, String)>,
) -> Result<Markup, Failure> {
    let found = inside(&web, &me, &id, GroupRight::Govern).await?;
    let helper = helper_id(&helper)?;
    let name = found
        .members
        .iter()
        .find(|of| of.face.id == helper)
        .map(|of| of.face.name.as_str())
        .ok_or_else(Failure::not_found)?;
    let tr = &me.tr;
    let title = t!(tr, "groups-remove-title", name = name);
    let path = format!("members/{helper}/remove");
    let act = (
        title.as_str(),
        &*t!(tr, "groups-remove-text"),
        &*t!(tr, "groups-remove-do"),
        path.as_str(),
    );
    Ok(page(&me, &found, act))
}

pub(super) async fn remove(
    State(web): State<Web>,
    me: Me,
    Path((id, helper)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    members::remove(&web.app, &me.who, group_id(&id)?, helper_id(&helper)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/groups/{id}"), Done::GroupRemoved))
}

pub(super) async fn leave_page(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let found = inside(&web, &me, &id, GroupRight::Read).await?;
    let tr = &me.tr;
    let act = (
        &*t!(tr, "groups-leave-title"),
        &*t!(tr, "groups-leave-text"),
        &*t!(tr, "groups-leave"),
        "leave",
    );
    Ok(page(&me, &found, act))
}

pub(super) async fn leave(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    members::leave(&web.app, &me.who, group_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/groups", Done::GroupLeft))
}

pub(super) async fn close_page(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let found = inside(&web, &me, &id, GroupRight::Edit).await?;
    let tr = &me.tr;
    let act = (
        &*t!(tr, "groups-close-title"),
        &*t!(tr, "groups-close-text"),
        &*t!(tr, "groups-close"),
        "close",
    );
    Ok(page(&me, &found, act))
}

pub(super) async fn close(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    make::close(&web.app, &me.who, group_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/groups", Done::GroupClosed))
}
