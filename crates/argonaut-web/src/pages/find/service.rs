//! A directory service: what it offers, and how to get in touch.

use argonaut_app::suggestions::{Shown, service_by_id};
use axum::extract::{Path, State};
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::t;
use crate::me::Me;
use crate::pages::cards::face;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let id = id.parse().map_err(|_| Failure::not_found())?;
    let service = service_by_id(&web.app, id).ok_or_else(Failure::not_found)?;
    let contact = &service.contact;
    let mut rows: Vec<(String, Markup)> = Vec::new();
    let mut add = |label: String, text: &str| {
        if !text.is_empty() {
            rows.push((label, html! { (text) }));
        }
    };
    add(t!(tr, "clients-phones"), &contact.phone);
    add(t!(tr, "clients-emails"), &contact.email);
    add(t!(tr, "find-service-web"), &contact.url);
    add(t!(tr, "clients-address"), &contact.address);
    add(t!(tr, "find-service-hours"), &contact.hours);
    add(t!(tr, "find-service-fees"), &contact.fees);
    add(t!(tr, "find-service-eligibility"), &contact.eligibility);
    let name = service.name.clone();
    let description = service.description.clone();
    let body = html! {
        (parts::heading(&name, Some(&service.organization), None))
        @if !description.is_empty() { p { (description) } }
        (parts::section(&t!(tr, "suggestions-contact-service"), &html! {
            @if rows.is_empty() { p { (t!(tr, "find-service-no-contact")) } } @else { (parts::facts(&rows)) }
            p.hint { (t!(tr, "find-service-hint")) }
        }))
        (face::listing(tr, &Shown::Service(Box::new(service)), &[], html! {}))
    };
    Ok(me.show(&name, NavItem::Find, Width::Text, &body))
}
