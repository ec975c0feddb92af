//! A card as others see it.

use argonaut_app::cards::look::{Owner, open};
use axum::extract::{Path, State};
use maud::{Markup, html};

use super::face;
use crate::failure::Failure;
use crate::i18n::t;
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;
use crate::state::Web;
use crate::words;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let id = id.parse().map_err(|_| Failure::not_found())?;
    let card = open(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let title = words::whom(tr, card.content.age, card.content.gender);
    let act = match &card.owner {
        Owner::Own(client) => {
            parts::quiet_action(&t!(tr, "cards-to-client"), &format!("/clients/{client}"))
        }
        Owner::Hidden(_) | Owner::Shown(_) => parts::action(
            &t!(tr, "cards-ask"),
            &format!("/matches/new?about=card:{id}"),
        ),
    };
    let weeks = web.app.now().week().since(card.waiting_since);
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "cards-show-lead")), None))
        (face::seen(tr, &card, None, &[], html! {}))
        @if weeks > 1 { p { (t!(tr, "cards-waits", count = weeks)) } }
        (parts::actions(&[act]))
        @if !matches!(card.owner, Owner::Own(_)) { p { a href={ "/hints/new?card=" (id) } { (t!(tr, "hints-card-link")) } } }
        p.hint { (t!(tr, "cards-de-identified")) }
        @if !matches!(card.owner, Owner::Own(_)) { p { a href={ "/report?about=card:" (id) } { (t!(tr, "safety-report")) } } }
    };
    Ok(me.show(&title, NavItem::Find, Width::Text, &body))
}
