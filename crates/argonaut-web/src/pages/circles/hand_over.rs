//! Handing over: one record, or the whole caseload. The other helper accepts first.

use argonaut_app::circle::CircleError;
use argonaut_app::circle::hand_over::{Prepared, offer_all, prepare};
use argonaut_app::circle::look::look;
use argonaut_app::circle::offer::{Terms, offer};
use argonaut_app::people::Face;
use argonaut_domain::access::CircleRole;
use argonaut_domain::ids::HelperId;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::show::{Typed, refused};
use super::{agreed_field, contact_field, missing, of_field};
use crate::failure::{Failure, Problem as _};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::client_id;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, form};
use crate::state::Web;
use crate::words::Done;

/// The choice to leave, sent under `stays`.
const LEAVES: &str = "leaves";

fn stays_field(tr: &Tr, chosen: &str) -> Markup {
    let chosen = if chosen.is_empty() { "deputy" } else { chosen };
    let choices = [
        Choice::new(
            CircleRole::Deputy.code(),
            t!(tr, "circle-stay-deputy"),
            chosen == "deputy",
        ),
        Choice::new(
            CircleRole::Member.code(),
            t!(tr, "circle-stay-member"),
            chosen == "member",
        ),
        Choice::new(LEAVES, t!(tr, "circle-stay-leave"), chosen == LEAVES)
            .hint(t!(tr, "circle-stay-leave-hint")),
    ];
    form::radio_cards(
        tr,
        &Field::new("stays", t!(tr, "circle-hand-over-stay")),
        &choices,
    )
}

fn fields(tr: &Tr, contacts: &[Face], hint: String, typed: &Typed) -> Markup {
    html! {
        (contact_field(tr, t!(tr, "circle-hand-over-to"), contacts, &typed.to, of_field(&typed.errors, "to")))
        (stays_field(tr, &typed.role))
        (agreed_field(tr, hint, &typed.method, of_field(&typed.errors, "method")))
    }
}

fn typed(sent: &FormData, errors: Vec<(String, String)>) -> Typed {
    Typed {
        to: sent.text("to").to_owned(),
        role: sent.text("stays").to_owned(),
        method: sent.text("method").to_owned(),
        errors,
    }
}

fn stays(sent: &FormData) -> Option<CircleRole> {
    sent.parsed::<CircleRole>("stays")
        .filter(|role| CircleRole::GIVEN.contains(role))
}

pub(super) async fn page(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    one(&web, &me, &id, &Typed::default()).await
}

async fn one(web: &Web, me: &Me, id: &str, typed: &Typed) -> Result<Response, Failure> {
    let tr = &me.tr;
    let circle = look(&web.app, &me.who, client_id(id)?)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    if circle.role != CircleRole::Lead {
        return Err(Failure::of(tr, &CircleError::NotTheLead));
    }
    // Those who are in the circle already come first: they know the client.
    let mut contacts: Vec<Face> = prepare(&web.app, &me.who)
        .await
        .map_err(|error| Failure::of(tr, &error))?
        .contacts;
    contacts.sort_by_key(|face| !circle.readers.iter().any(|of| of.helper == face.id));
    let home = format!("/clients/{id}/circle");
    let title = t!(tr, "circle-hand-over");
    let body = html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (&t!(tr, "circle-title"), &home)]))
        (parts::heading(&title, Some(&t!(tr, "circle-hand-over-hint")), None))
        @if contacts.is_empty() { (nobody(tr)) } @else {
            (form::error_summary(tr, &typed.errors))
            (form::post(&format!("{home}/hand-over"), true, &html! {
                (fields(tr, &contacts, t!(tr, "circle-add-agreed-hint"), typed))
                (form::submit_row(&t!(tr, "circle-hand-over-send"), Some((&t!(tr, "form-cancel"), &home))))
            }))
        }
    };
    Ok(me
        .show(&title, NavItem::Clients, Width::Text, &body)
        .into_response())
}

fn nobody(tr: &Tr) -> Markup {
    html! {
        p { (t!(tr, "circle-no-contacts")) }
        (parts::actions(&[parts::quiet_action(&t!(tr, "circle-find-helpers"), "/helpers")]))
    }
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let client = client_id(&id)?;
    let (to, agreed) = (sent.parsed::<HelperId>("to"), sent.parsed("method"));
    let (Some(helper), Some(agreed)) = (to, agreed) else {
        let errors = missing(&me.tr, to, agreed);
        let answer = one(&web, &me, &id, &typed(&sent, errors)).await?;
        return Ok(refused(argonaut_app::Kind::Invalid, answer));
    };
    let terms = Terms {
        role: CircleRole::Lead,
        stays: stays(&sent),
        agreed,
    };
    match offer(&web.app, &me.who, client, helper, terms).await {
        Ok(_) => Ok(done(&format!("/clients/{id}/circle"), Done::SeatOffered).into_response()),
        Err(
            error @ (CircleError::NotAContact | CircleError::Already | CircleError::KeyChanged),
        ) => {
            let errors = vec![("to".to_owned(), error.say(&me.tr))];
            let answer = one(&web, &me, &id, &typed(&sent, errors)).await?;
            Ok(refused(error.kind(), answer))
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

pub(super) async fn caseload_page(State(web): State<Web>, me: Me) -> Result<Response, Failure> {
    all(&web, &me, &Typed::default()).await
}

async fn all(web: &Web, me: &Me, typed: &Typed) -> Result<Response, Failure> {
    let prepared = prepare(&web.app, &me.who)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let title = t!(me.tr, "circle-caseload-title");
    let body = caseload_view(&me.tr, &prepared, typed);
    Ok(me
        .show(&title, NavItem::Clients, Width::Text, &body)
        .into_response())
}

pub(super) fn caseload_view(tr: &Tr, prepared: &Prepared, typed: &Typed) -> Markup {
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients")]))
        (parts::heading(&t!(tr, "circle-caseload-title"), Some(&t!(tr, "circle-caseload-lead")), None))
        p { (t!(tr, "circle-caseload-count", count = prepared.led)) }
        @if prepared.offered > 0 { p.hint { (t!(tr, "circle-caseload-offered", count = prepared.offered)) } }
        @if prepared.contacts.is_empty() { (nobody(tr)) } @else if prepared.led > 0 {
            (form::error_summary(tr, &typed.errors))
            (form::post("/clients/hand-over", true, &html! {
                (fields(tr, &prepared.contacts, t!(tr, "circle-caseload-agreed-hint"), typed))
                (form::submit_row(&t!(tr, "circle-caseload-send"), Some((&t!(tr, "form-cancel"), "/clients"))))
            }))
        }
    }
}

pub(super) async fn caseload(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let (to, agreed) = (sent.parsed::<HelperId>("to"), sent.parsed("method"));
    let (Some(helper), Some(agreed)) = (to, agreed) else {
        let errors = missing(&me.tr, to, agreed);
        let answer = all(&web, &me, &typed(&sent, errors)).await?;
        return Ok(refused(argonaut_app::Kind::Invalid, answer));
    };
    match offer_all(&web.app, &me.who, helper, stays(&sent), agreed).await {
        Ok(_) => Ok(done("/clients", Done::CaseloadOffered).into_response()),
        Err(
            error @ (CircleError::NotAContact | CircleError::Nothing | CircleError::KeyChanged),
        ) => {
            let errors = vec![("to".to_owned(), error.say(&me.tr))];
            let answer = all(&web, &me, &typed(&sent, errors)).await?;
            Ok(refused(error.kind(), answer))
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}
