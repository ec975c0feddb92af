//! Taking a card down, and renewing it.

use argonaut_app::cards::renew::renew as renewing;
use argonaut_app::cards::withdraw::{Speed, withdraw};
use argonaut_app::clients::open::open;
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::clients::client_id;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let opened = open(&web.app, &me.who, client_id(&id)?)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let title = t!(
        tr,
        "cards-withdraw-title",
        name = opened.dossier.get().name()
    );
    let speeds = [
        Choice::new("batch", t!(tr, "cards-withdraw-batch"), true)
            .hint(t!(tr, "cards-withdraw-batch-hint")),
        Choice::new("now", t!(tr, "cards-withdraw-now"), false)
            .hint(t!(tr, "cards-withdraw-now-hint")),
    ];
    let here = format!("/clients/{id}/card");
    let body = html! {
        (parts::heading(&title, None, None))
        (form::post(&format!("{here}/withdraw"), false, &html! {
            (form::radio_cards(tr, &Field::new("speed", t!(tr, "cards-withdraw-when")), &speeds))
            (form::submit_row(&t!(tr, "cards-withdraw"), Some((&t!(tr, "form-cancel"), &here))))
        }))
    };
    Ok(me.show(&title, NavItem::Clients, Width::Text, &body))
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let speed = if sent.text("speed") == "now" {
        Speed::AtOnce
    } else {
        Speed::WithTheBatch
    };
    withdraw(&web.app, &me.who, client_id(&id)?, speed)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}"), Done::CardWithdrawn))
}

pub(super) async fn renew(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    renewing(&web.app, &me.who, client_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/clients/{id}/card"), Done::CardRenewed))
}
