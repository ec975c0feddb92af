//! The network map of a client on one page: the picture, the table, the numbers, and the
//! questions that fill it.

use argonaut_app::dossier::{Dossier, Map, Network};
use argonaut_domain::network::{Asking, Closeness, Frequency, TieKind};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::{face, picture, words};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Tone, Weight, form};
use crate::pages::typed::{Typed, choices, open_or_check};
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    page(&web, &me, &id, &FormData::of(query), None).await
}

/// The page, with what was typed and what is wrong with it: `(field, sentence)`.
pub(super) async fn page(
    web: &Web,
    me: &Me,
    id: &str,
    sent: &FormData,
    error: Option<&(String, String)>,
) -> Result<Response, Failure> {
    let opened = match open_or_check(web, me, id).await? {
        Ok(opened) => opened,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let tr = &me.tr;
    let body = view(&Typed { tr, sent, error }, id, opened.dossier.get());
    let title = t!(tr, "network-title");
    Ok(me
        .show(&title, NavItem::Clients, Width::Wide, &body)
        .into_response())
}

/// The way back, and the pages beside each other.
pub(super) fn frame(tr: &Tr, id: &str, dossier: &Dossier) -> Markup {
    let client = format!("/clients/{id}");
    parts::breadcrumb(
        &t!(tr, "shell-breadcrumb-label"),
        &[
            (&t!(tr, "shell-nav-clients"), "/clients"),
            (dossier.name(), &client),
            (&t!(tr, "network-title"), &format!("{client}/network")),
        ],
    )
}

pub(super) fn view(typed: &Typed<'_>, id: &str, dossier: &Dossier) -> Markup {
    let tr = typed.tr;
    let network = &dossier.network;
    let map = &network.now;
    let client = format!("/clients/{id}");
    let home = format!("{client}/network");
    let asked: Asking = typed.sent.parsed("ask").unwrap_or(Asking::Matters);
    let is_asking = map.ties.is_empty() || typed.sent.ticked("ask") || typed.is_wrong("names");
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (dossier.name(), &client)]))
        (parts::heading(&t!(tr, "network-title"), Some(&t!(tr, "network-lead")), None))
        (typed.summary())
        (parts::notice_circle(tr, &t!(tr, "network-private")))
        @if is_asking { (question(typed, &home, asked, map)) }
        @if !map.ties.is_empty() {
            (parts::actions(&[
                parts::action(&t!(tr, "network-resources"), &format!("{home}/resources")),
                parts::quiet_action(&t!(tr, "network-measures"), &format!("{client}/measures")),
                parts::quiet_action(&t!(tr, "network-supervision"), &format!("{client}/supervision")),
            ]))
            div.map-frame {
                (picture::network(tr, &face::told(tr, map), map))
                div {
                    (parts::section(&t!(tr, "network-numbers"), &words::facts(tr, &map.measures())))
                    p.hint { (t!(tr, "network-key")) }
                }
            }
            (parts::section(&t!(tr, "network-table"), &table(tr, &home, map)))
        }
        @if !is_asking { (form::more(&t!(tr, "network-ask-more"), false, &question(typed, &home, asked, map))) }
        (form::more(&t!(tr, "network-add"), typed.is_wrong("alias"), &one(typed, &home)))
        @if !map.ties.is_empty() { (days(tr, &home, network)) }
    }
}

fn table(tr: &Tr, home: &str, map: &Map) -> Markup {
    let rows: Vec<Vec<Markup>> = map
        .ties
        .iter()
        .map(|tie| {
            let name = html! { a href={ (home) "/ties/" (tie.id) } { (tie.alias.as_str()) } };
            face::row(tr, tie, &name)
        })
        .collect();
    html! {
        p { (t!(tr, "network-table-hint")) }
        (parts::table(&t!(tr, "network-table"), &face::columns(tr), &rows))
    }
}

/// One question, and who comes to mind.
fn question(typed: &Typed<'_>, home: &str, asked: Asking, map: &Map) -> Markup {
    let tr = typed.tr;
    let number = Asking::ALL
        .iter()
        .position(|one| *one == asked)
        .unwrap_or(0)
        + 1;
    let all = Asking::ALL.len();
    let names = typed
        .field("names", words::asking(tr, asked))
        .hint(t!(tr, "network-names-hint"));
    let kind = typed.sent.parsed("kind").unwrap_or_else(|| asked.kind());
    let body = html! {
        p.hint { (t!(tr, "network-question", number = number, all = all)) }
        (form::post(&format!("{home}/names"), true, &html! {
            (form::hidden("ask", asked.code()))
            (form::textarea(tr, &names, 3))
            (form::row(&html! {
                (form::select(tr, &typed.field("kind", t!(tr, "network-what")), &choices(TieKind::ALL, &[kind], TieKind::code, |one| words::kind(tr, one))))
                (closeness(typed, "closeness", Closeness::Middle))
                (frequency(typed, "frequency", Frequency::Weekly))
            }))
            (form::submit_row(&t!(tr, "network-names-send"), Some((&skip_label(tr, asked), &skip(home, asked)))))
        }))
        @if !map.ties.is_empty() {
            (form::more(&t!(tr, "network-questions"), false, &html! {
                ul { @for one in Asking::ALL { li { a href={ (home) "?ask=" (one) "#names" } { (words::asking(tr, *one)) } } } }
            }))
        }
    };
    parts::section(&t!(tr, "network-ask"), &body)
}

fn skip_label(tr: &Tr, asked: Asking) -> String {
    match asked.next() {
        Some(_) => t!(tr, "network-skip"),
        None => t!(tr, "network-skip-last"),
    }
}

/// Where it goes on after a question.
pub(super) fn skip(home: &str, asked: Asking) -> String {
    match asked.next() {
        Some(next) => format!("{home}?ask={next}#names"),
        None => format!("{home}/resources"),
    }
}

pub(super) fn closeness(typed: &Typed<'_>, name: &str, before: Closeness) -> Markup {
    let tr = typed.tr;
    let chosen = typed.sent.parsed(name).unwrap_or(before);
    let label = |one| words::closeness(tr, one);
    let list = choices(Closeness::ALL, &[chosen], Closeness::code, label);
    form::select(tr, &typed.field(name, t!(tr, "network-how-close")), &list)
}

pub(super) fn frequency(typed: &Typed<'_>, name: &str, before: Frequency) -> Markup {
    let tr = typed.tr;
    let chosen = typed.sent.parsed(name).unwrap_or(before);
    let label = |one| words::frequency(tr, one);
    let list = choices(Frequency::ALL, &[chosen], Frequency::code, label);
    form::select(tr, &typed.field(name, t!(tr, "network-how-often")), &list)
}

/// One person or place, with a name and three choices.
fn one(typed: &Typed<'_>, home: &str) -> Markup {
    let tr = typed.tr;
    form::post(
        &format!("{home}/ties"),
        true,
        &html! {
            (form::text_field(tr, &typed.field("alias", t!(tr, "network-alias")).hint(t!(tr, "network-alias-hint"))))
            (form::row(&html! {
                (super::tie::kinds(typed, "as", TieKind::Friend))
                (closeness(typed, "near", Closeness::Middle))
                (frequency(typed, "often", Frequency::Weekly))
            }))
            (form::submit_row(&t!(tr, "network-add-send"), None))
        },
    )
}

/// The days on which the map was kept.
fn days(tr: &Tr, home: &str, network: &Network) -> Markup {
    let body = html! {
        p { (t!(tr, "network-days-hint")) }
        (parts::post_button(&t!(tr, "network-keep"), &format!("{home}/days"), Weight::Quiet, &[]))
        @if !network.snapshots.is_empty() {
            ul.plain-list {
                @for kept in network.snapshots.iter().rev() {
                    li {
                        (tr.date(kept.on)) " "
                        (parts::badge(Tone::Info, &t!(tr, "network-day-ties", count = kept.map.ties.len()))) " "
                        a href={ (home) "/compare?from=" (kept.id) } { (t!(tr, "network-compare-now", date = tr.date(kept.on))) } " "
                        (parts::post_button(&t!(tr, "network-forget", date = tr.date(kept.on)), &format!("{home}/days/{}/remove", kept.id), Weight::Link, &[]))
                    }
                }
            }
        }
    };
    parts::section(&t!(tr, "network-days"), &body)
}
