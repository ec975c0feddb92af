//! What the network can and cannot give, in four parts, and the way from a gap to whoever
//! could fill it.

use argonaut_app::dossier::{Dossier, Map};
use argonaut_domain::network::{Help, Subscale};
use argonaut_domain::taxonomy::Taxonomy;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::show::frame;
use super::words;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::bars::{Bar, bars_of};
use crate::pages::parts::{self, Tone, Weight};
use crate::pages::typed::open_or_check;
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let opened = match open_or_check(&web, &me, &id).await? {
        Ok(opened) => opened,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let body = view(&me.tr, &id, opened.dossier.get());
    let title = t!(me.tr, "network-resources");
    Ok(me
        .show(&title, NavItem::Clients, Width::Text, &body)
        .into_response())
}

pub(super) fn view(tr: &Tr, id: &str, dossier: &Dossier) -> Markup {
    let map = &dossier.network.now;
    html! {
        (frame(tr, id, dossier))
        (parts::heading(&t!(tr, "network-resources"), Some(&t!(tr, "network-resources-lead")), None))
        (scores(tr, map))
        @for part in Subscale::ALL {
            (parts::section(&words::subscale(tr, *part), &html! {
                ul.plain-list {
                    @for help in Help::ALL.iter().filter(|help| help.subscale() == *part) {
                        li { (item(tr, id, dossier, *help)) }
                    }
                }
            }))
        }
    }
}

/// How much each part of the network can give, as bars.
pub(super) fn scores(tr: &Tr, map: &Map) -> Markup {
    let all = Help::ALL.len() / Subscale::ALL.len();
    let rows: Vec<Bar> = Subscale::ALL
        .iter()
        .map(|part| {
            let score = map.score(*part);
            Bar {
                label: words::subscale(tr, *part),
                value: score,
                text: t!(tr, "network-of", count = score, all = all),
            }
        })
        .collect();
    let told: Vec<String> = rows
        .iter()
        .map(|row| format!("{}: {}", row.label, row.text))
        .collect();
    html! {
        (bars_of("network-scores", &t!(tr, "network-scores"), &told.join("; "), &rows, all))
    }
}

fn item(tr: &Tr, id: &str, dossier: &Dossier, help: Help) -> Markup {
    let map = &dossier.network.now;
    let home = format!("/clients/{id}/network/resources");
    let givers: Vec<&str> = map.givers(help).map(|tie| tie.alias.as_str()).collect();
    let is_gap = map.nobody.contains(&help);
    let named = words::help(tr, help);
    let code = help.need();
    let noted = Taxonomy::builtin()
        .by_code(code)
        .is_some_and(|term| dossier.needs.iter().any(|need| need.term == term));
    html! {
        p {
            strong { (named) } " "
            @if !givers.is_empty() { (parts::badge(Tone::Good, &givers.join(", "))) }
            @else if is_gap { (parts::badge(Tone::Warn, &t!(tr, "network-gap"))) }
            @else { (parts::badge(Tone::Info, &t!(tr, "network-not-asked"))) }
        }
        @if givers.is_empty() && is_gap {
            p {
                (t!(tr, "network-fill")) " "
                a href={ "/find?kind=card&offer=" (code) } { (t!(tr, "network-fill-cards", what = named.as_str())) } " · "
                a href={ "/find?kind=helper&offer=" (code) } { (t!(tr, "network-fill-helpers", what = named.as_str())) } " · "
                a href={ "/find?kind=service&offer=" (code) } { (t!(tr, "network-fill-services", what = named.as_str())) }
            }
            @if noted { p.hint { (t!(tr, "network-noted")) " " a href={ "/clients/" (id) "/suggestions" } { (t!(tr, "clients-suggestions")) } } }
            @else { (parts::post_button(&t!(tr, "network-need", what = named.as_str()), &format!("{home}/need"), Weight::Quiet, &[("help", help.code())])) }
            (parts::post_button(&t!(tr, "network-nobody-undo", what = named.as_str()), &home, Weight::Link, &[("help", help.code()), ("nobody", "no")]))
        } @else if givers.is_empty() {
            (parts::post_button(&t!(tr, "network-nobody", what = named.as_str()), &home, Weight::Quiet, &[("help", help.code()), ("nobody", "yes")]))
        }
    }
}
