//! The plan to print and take home: large type, in the language that the client reads.

use argonaut_app::clients::open::open;
use argonaut_app::dossier::Dossier;
use argonaut_domain::locale::Locale;
use axum::extract::{Path, State};
use maud::{Markup, html};

use super::face;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::clients::client_id;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Markup, Failure> {
    let client = client_id(&id)?;
    let opened = open(&web.app, &me.who, client)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let theirs = sent
        .parsed::<Locale>("in")
        .map_or_else(|| me.tr.clone(), Tr::of);
    let body = view(&me.tr, &theirs, &id, opened.dossier.get());
    Ok(me.show(
        &t!(me.tr, "plan-sheet"),
        NavItem::Clients,
        Width::Text,
        &body,
    ))
}

pub(super) fn view(tr: &Tr, theirs: &Tr, id: &str, dossier: &Dossier) -> Markup {
    let home = format!("/clients/{id}/plan");
    let first = dossier.name().split_whitespace().next().unwrap_or_default();
    html! {
        div.no-print {
            (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (&t!(tr, "plan-title"), &home)]))
            p { (t!(tr, "plan-sheet-lead")) " " a href={ "/clients/" (id) "/links" } { (t!(tr, "plan-sheet-link")) } }
            (parts::actions(&[
                parts::print_button(tr),
                parts::quiet_action(&t!(tr, "plan-sheet-en"), &format!("{home}/sheet?in=en")),
                parts::quiet_action(&t!(tr, "plan-sheet-es"), &format!("{home}/sheet?in=es")),
            ]))
        }
        article.client-sheet lang=(theirs.lang()) {
            h1 { (t!(theirs, "plan-sheet-of", client = first)) }
            @if dossier.plan.is_empty() { p { (t!(theirs, "plan-sheet-nothing")) } }
            (face(theirs, &dossier.plan))
        }
    }
}
