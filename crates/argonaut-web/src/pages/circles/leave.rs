//! Leaving a circle and removing somebody from one, each after a page that says what follows.

use argonaut_app::circle::end;
use argonaut_app::circle::look::{Circle, look};
use argonaut_domain::access::CircleRight;
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use super::helper_id;
use crate::failure::Failure;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::clients::client_id;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Weight};
use crate::state::Web;
use crate::words::Done;

async fn circle(web: &Web, me: &Me, id: &str) -> Result<Circle, Failure> {
    look(&web.app, &me.who, client_id(id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))
}

pub(super) async fn remove_page(
    State(web): State<Web>,
    me: Me,
    Path((id, helper)): Path<(String, String)>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let who = helper_id(&helper)?;
    let circle = circle(&web, &me, &id).await?;
    if !circle.role.may(CircleRight::Govern) {
        return Err(Failure::of(
            tr,
            &argonaut_app::circle::CircleError::NotTheLead,
        ));
    }
    let reader = circle
        .readers
        .iter()
        .find(|reader| reader.helper == who && who != me.who.helper())
        .ok_or_else(Failure::not_found)?;
    let title = t!(tr, "circle-remove-title", helper = reader.name.as_str());
    let lead = t!(
        tr,
        "circle-remove-lead",
        helper = reader.name.as_str(),
        name = circle.name.get().as_str()
    );
    let body = html! {
        (parts::heading(&title, Some(&lead), None))
        (parts::actions(&[
            parts::post_button(&t!(tr, "circle-remove-now"), &format!("/clients/{id}/circle/{who}/remove"), Weight::Danger, &[]),
            parts::quiet_action(&t!(tr, "circle-keep"), &format!("/clients/{id}/circle")),
        ]))
    };
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

pub(super) async fn remove(
    State(web): State<Web>,
    me: Me,
    Path((id, helper)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    end::remove(&web.app, &me.who, client_id(&id)?, helper_id(&helper)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}/circle"), Done::SeatRemoved))
}

pub(super) async fn leave_page(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let circle = circle(&web, &me, &id).await?;
    let title = t!(tr, "circle-leave-title", name = circle.name.get().as_str());
    let governs = circle.role.may(CircleRight::Govern);
    let lead = if governs {
        t!(tr, "circle-lead-first")
    } else {
        t!(tr, "circle-leave-lead")
    };
    let act = if governs {
        parts::action(
            &t!(tr, "circle-hand-over"),
            &format!("/clients/{id}/circle/hand-over"),
        )
    } else {
        parts::post_button(
            &t!(tr, "circle-leave-now"),
            &format!("/clients/{id}/circle/leave"),
            Weight::Danger,
            &[],
        )
    };
    let body = html! {
        (parts::heading(&title, Some(&lead), None))
        (parts::actions(&[act, parts::quiet_action(&t!(tr, "form-cancel"), &format!("/clients/{id}/circle"))]))
    };
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

pub(super) async fn leave(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    end::leave(&web.app, &me.who, client_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/clients", Done::CircleLeft))
}
