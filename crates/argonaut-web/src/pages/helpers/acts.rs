//! Asking to be contacts, answering, parting, blocking.

use argonaut_app::contacts::{ask as asking, block as blocking, mute as muting};
use argonaut_app::helpers::view::view;
use argonaut_domain::ids::HelperId;
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Weight};
use crate::state::Web;
use crate::words::Done;

fn helper_id(text: &str) -> Result<HelperId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

pub(super) async fn ask(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    asking::ask(&web.app, &me.who, helper_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/helpers/{id}"), Done::ContactAsked))
}

pub(super) async fn accept(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    asking::accept(&web.app, &me.who, helper_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/helpers/{id}"), Done::ContactAccepted))
}

pub(super) async fn remove(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    asking::remove(&web.app, &me.who, helper_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/contacts", Done::ContactRemoved))
}

pub(super) async fn block_page(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let profile = view(&web.app, &me.who, helper_id(&id)?)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let title = t!(tr, "helpers-block-title", name = profile.face.name.as_str());
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "matches-block-lead")), None))
        (parts::actions(&[
            parts::post_button(&t!(tr, "matches-block"), &format!("/helpers/{id}/block"), Weight::Danger, &[]),
            parts::quiet_action(&t!(tr, "form-cancel"), &format!("/helpers/{id}")),
        ]))
    };
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &body))
}

pub(super) async fn block(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    blocking::block(&web.app, &me.who, helper_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/contacts", Done::HelperBlocked))
}

pub(super) async fn unblock(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    blocking::unblock(&web.app, &me.who, helper_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/contacts", Done::HelperUnblocked))
}

pub(super) async fn mute(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    muting::mute(&web.app, &me.who, helper_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/helpers/{id}"), Done::HelperMuted))
}

pub(super) async fn unmute(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    muting::unmute(&web.app, &me.who, helper_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/contacts", Done::HelperUnmuted))
}

/// Lifts the block of somebody whose name the helper does not know.
pub(super) async fn unblock_hidden(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let joint = sent.parsed("match").ok_or_else(Failure::not_found)?;
    blocking::unblock_hidden(&web.app, &me.who, joint)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/contacts", Done::HelperUnblocked))
}
