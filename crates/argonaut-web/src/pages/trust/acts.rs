//! Renewing and taking back a vouch; private distrust, and lifting it.

use argonaut_app::trust::distrust;
use argonaut_app::trust::mine::{Given, mine};
use argonaut_app::trust::vouch::{renew as renewing, revoke as revoking};
use argonaut_domain::ids::{HelperId, VouchId};
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use super::words;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Weight};
use crate::state::Web;
use crate::words::Done;

fn vouch_id(text: &str) -> Result<VouchId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

fn helper_id(text: &str) -> Result<HelperId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

pub(super) async fn renew(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    renewing(&web.app, &me.who, vouch_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/vouches", Done::VouchRenewed))
}

pub(super) async fn revoke_page(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let id = vouch_id(&id)?;
    let given = mine(&web.app, &me.who).await?.given.into_iter();
    let found = given.into_iter().find(|given| given.vouch.id == id);
    let found = found.ok_or_else(Failure::not_found)?;
    let title = t!(me.tr, "trust-revoke-title");
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &view(&me.tr, &found)))
}

pub(super) fn view(tr: &Tr, given: &Given) -> Markup {
    let name = super::mine::name(tr, given.to.as_ref());
    let id = given.vouch.id;
    html! {
        (parts::heading(&t!(tr, "trust-revoke-title"), Some(&t!(tr, "trust-revoke-lead", name = name.as_str())), None))
        p { strong { (name) } " · " (words::vouch(tr, given.vouch.level, given.vouch.field)) }
        (parts::actions(&[
            parts::post_button(&t!(tr, "trust-revoke"), &format!("/vouches/{id}/revoke"), Weight::Danger, &[]),
            parts::quiet_action(&t!(tr, "form-cancel"), "/vouches"),
        ]))
    }
}

pub(super) async fn revoke(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    revoking(&web.app, &me.who, vouch_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/vouches", Done::VouchRevoked))
}

pub(super) async fn distrust(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    distrust::distrust(&web.app, &me.who, helper_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/helpers/{id}"), Done::Distrusted))
}

pub(super) async fn lift(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    distrust::lift(&web.app, &me.who, helper_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/vouches", Done::DistrustLifted))
}
