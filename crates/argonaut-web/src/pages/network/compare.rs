//! Two days of a network beside each other: who came, who went, who is closer, and what the
//! numbers did.

use argonaut_app::dossier::{Change, Dossier, Map};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::show::frame;
use super::{face, picture, words};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::data::Column;
use crate::pages::parts::{self, Choice, Field, form};
use crate::pages::typed::open_or_check;
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let opened = match open_or_check(&web, &me, &id).await? {
        Ok(opened) => opened,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let body = view(&me.tr, &id, opened.dossier.get(), &FormData::of(query));
    let title = t!(me.tr, "network-compare");
    Ok(me
        .show(&title, NavItem::Clients, Width::Wide, &body)
        .into_response())
}

/// A day that can be compared: what the form sends, what it is called, its map.
struct Day<'a> {
    code: String,
    name: String,
    map: &'a Map,
}

fn days<'a>(tr: &Tr, dossier: &'a Dossier) -> Vec<Day<'a>> {
    let kept = dossier.network.snapshots.iter().map(|kept| Day {
        code: kept.id.to_string(),
        name: tr.date(kept.on),
        map: &kept.map,
    });
    let now = Day {
        code: "now".to_owned(),
        name: t!(tr, "network-now"),
        map: &dossier.network.now,
    };
    kept.chain([now]).collect()
}

pub(super) fn view(tr: &Tr, id: &str, dossier: &Dossier, sent: &FormData) -> Markup {
    let days = days(tr, dossier);
    let find = |name: &str| days.iter().find(|day| day.code == sent.text(name));
    let from = find("from").or_else(|| days.first());
    let until = find("to").or_else(|| days.last());
    let list = |chosen: Option<&Day<'_>>| -> Vec<Choice<'_>> {
        let is_chosen = |day: &Day<'_>| chosen.is_some_and(|one| one.code == day.code);
        days.iter()
            .map(|day| Choice::new(day.code.clone(), day.name.clone(), is_chosen(day)))
            .collect()
    };
    html! {
        (frame(tr, id, dossier))
        (parts::heading(&t!(tr, "network-compare"), Some(&t!(tr, "network-compare-lead")), None))
        @if days.len() < 2 { p { (t!(tr, "network-compare-none")) } }
        @else {
            form.form method="get" action={ "/clients/" (id) "/network/compare" } {
                (form::row(&html! {
                    (form::select(tr, &Field::new("from", t!(tr, "network-from")), &list(from)))
                    (form::select(tr, &Field::new("to", t!(tr, "network-until")), &list(until)))
                }))
                (form::submit_row(&t!(tr, "network-compare-send"), None))
            }
            @if let (Some(from), Some(until)) = (from, until) { (both(tr, from, until)) }
        }
    }
}

fn both(tr: &Tr, from: &Day<'_>, until: &Day<'_>) -> Markup {
    let columns = [
        Column::new(t!(tr, "network-numbers")),
        Column::number(from.name.as_str()),
        Column::number(until.name.as_str()),
    ];
    let before = words::numbers(tr, &from.map.measures());
    let after = words::numbers(tr, &until.map.measures());
    let rows: Vec<Vec<Markup>> = before
        .into_iter()
        .zip(after)
        .map(|((name, old, _), (_, new, _))| [name, old, new].map(|text| html! { (text) }).to_vec())
        .collect();
    let changes = until.map.since(from.map);
    let told: Vec<String> = changes
        .iter()
        .filter_map(|change| tell(tr, change))
        .collect();
    html! {
        (parts::section(&t!(tr, "network-changes"), &html! {
            @if told.is_empty() { p { (t!(tr, "network-changes-none")) } }
            @else { ul { @for one in &told { li { (one) } } } }
        }))
        (parts::section(&t!(tr, "network-numbers"), &parts::table(&t!(tr, "network-numbers"), &columns, &rows)))
        div.map-pair {
            @for day in [from, until] {
                section {
                    h2 { (day.name) }
                    (picture::network(tr, &face::told(tr, day.map), day.map))
                }
            }
        }
    }
}

fn tell(tr: &Tr, change: &Change<'_>) -> Option<String> {
    match change {
        Change::Came(tie) => Some(t!(tr, "network-came", who = tie.alias.as_str())),
        Change::Went(tie) => Some(t!(tr, "network-went", who = tie.alias.as_str())),
        Change::Closer(tie) => Some(t!(tr, "network-closer", who = tie.alias.as_str())),
        Change::Farther(tie) => Some(t!(tr, "network-farther", who = tie.alias.as_str())),
        Change::Stayed(_) => None,
    }
}
