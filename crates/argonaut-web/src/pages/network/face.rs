//! A network as the client reads it on the page of their link: who is on it, and what it
//! says in numbers. Without headings, so that it fits anywhere.

use argonaut_app::dossier::{Map, Network, Tie};
use argonaut_domain::network::Help;
use maud::{Markup, html};

use super::{picture, words};
use crate::i18n::{Tr, t};
use crate::pages::parts;
use crate::pages::parts::data::Column;

/// Everything that is kept, spoken to the client.
pub(crate) fn face(tr: &Tr, network: &Network) -> Markup {
    let rows: Vec<Vec<Markup>> = network
        .now
        .ties
        .iter()
        .map(|tie| row(tr, tie, &html! { (tie.alias.as_str()) }))
        .collect();
    html! {
        @if !rows.is_empty() {
            (picture::network(tr, &told(tr, &network.now), &network.now))
            (parts::table(&t!(tr, "network-table"), &columns(tr), &rows))
            (words::facts(tr, &network.now.measures()))
        }
        @if !network.snapshots.is_empty() {
            p { (t!(tr, "network-kept-days")) }
            ul {
                @for kept in &network.snapshots {
                    li { (tr.date(kept.on)) ": " (names(&kept.map)) }
                }
            }
        }
        @if !network.ratings.is_empty() {
            ul {
                @for rating in &network.ratings {
                    li { (tr.date(rating.on)) ": " (words::scale(tr, rating.scale)) " " (rating.value) }
                }
            }
        }
    }
}

fn names(map: &Map) -> String {
    let names: Vec<&str> = map.ties.iter().map(|tie| tie.alias.as_str()).collect();
    names.join(", ")
}

/// The picture in a sentence.
pub(super) fn told(tr: &Tr, map: &Map) -> String {
    let found = map.measures();
    t!(
        tr,
        "network-told",
        people = found.people,
        places = found.places,
        close = found.close
    )
}

pub(super) fn columns(tr: &Tr) -> [Column; 6] {
    [
        Column::new(t!(tr, "network-who")),
        Column::new(t!(tr, "network-what")),
        Column::new(t!(tr, "network-how-close")),
        Column::new(t!(tr, "network-how-often")),
        Column::new(t!(tr, "network-gives")),
        Column::new(t!(tr, "network-gets")),
    ]
}

/// A tie as a row; its name as it is to be shown.
pub(super) fn row(tr: &Tr, tie: &Tie, name: &Markup) -> Vec<Markup> {
    let helps = |list: &[Help]| {
        let words: Vec<String> = list.iter().map(|help| words::help(tr, *help)).collect();
        html! { @if words.is_empty() { "–" } @else { (words.join(", ")) } }
    };
    vec![
        name.clone(),
        html! { (words::kind(tr, tie.kind)) },
        html! { (words::closeness(tr, tie.closeness)) },
        html! { (words::frequency(tr, tie.frequency)) },
        helps(&tie.gives),
        helps(&tie.gets),
    ]
}
