//! From a service's page: which client is sent on to it.

use argonaut_app::clients::list::{ListQuery, list};
use argonaut_app::suggestions::service_by_id;
use axum::extract::{Path, State};
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Icon};
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let service = id.parse().map_err(|_| Failure::not_found())?;
    let service = service_by_id(&web.app, service).ok_or_else(Failure::not_found)?;
    let clients = list(&web.app, &me.who, &ListQuery::default())
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let clients: Vec<(String, String)> = clients
        .lines
        .iter()
        .map(|line| (line.get().id.to_string(), line.get().name.clone()))
        .collect();
    let title = t!(me.tr, "referrals-here");
    let body = view(&me.tr, &id, &service.name, &clients);
    Ok(me.show(&title, NavItem::Find, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, id: &str, service: &str, clients: &[(String, String)]) -> Markup {
    let back = format!("/services/{id}");
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(service, &back)]))
        (parts::heading(&t!(tr, "referrals-here"), Some(&t!(tr, "referrals-whom", service = service)), None))
        @if clients.is_empty() {
            (parts::empty(Icon::Clients, &t!(tr, "referrals-no-clients"), &t!(tr, "referrals-no-clients-text"), Some(parts::action(&t!(tr, "today-record"), "/clients/new"))))
        }
        ul.plain-list { @for (client, name) in clients {
            li { a href={ "/clients/" (client) "/referrals?service=" (id) } { (name) } }
        } }
    }
}
