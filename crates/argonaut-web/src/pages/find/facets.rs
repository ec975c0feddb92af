//! Narrowing down: the values that the found listings show, each a link. Counts
//! of cards and helpers are rounded, and none is shown under eleven.

use argonaut_app::engine::{Count, Facets, ListingKind};
use maud::{Markup, html};

use super::asked::{Asked, label};
use crate::i18n::{Tr, t};
use crate::words;

/// Values shown of each field.
const SHOWN: usize = 6;

/// One value, as a link.
struct Value {
    code: String,
    label: String,
    count: Option<u64>,
}

/// Everything to narrow down by; nothing where there is nothing.
pub(super) fn facets(tr: &Tr, asked: &Asked, facets: &Facets) -> Markup {
    let groups = groups(tr, asked, facets);
    html! {
        @if !groups.is_empty() {
            aside.facets id="narrow" aria-labelledby="narrow-title" {
                h2 id="narrow-title" { (t!(tr, "find-narrow")) }
                @for (field, values) in &groups {
                    div.facet {
                        h3 { (label(tr, asked.kind, field)) }
                        ul {
                            @for value in values {
                                li {
                                    a href=(asked.address(field, Some(&value.code))) data-swap="#find" { (value.label) }
                                    @if let Some(count) = value.count { " " span.facet-count { (tr.number(count)) } }
                                }
                            }
                        }
                    }
                }
                @if asked.kind != ListingKind::Service { p.hint { (t!(tr, "find-counts-hint")) } }
            }
        }
    }
}

/// The fields that were not asked for yet, with the values worth a link.
fn groups(tr: &Tr, asked: &Asked, facets: &Facets) -> Vec<(&'static str, Vec<Value>)> {
    let shown = |count: Count| match asked.kind {
        ListingKind::Service => Some(count.exact()),
        ListingKind::Card | ListingKind::Helper => count.shown(),
    };
    let terms = |list: &[(argonaut_domain::taxonomy::TermId, Count)]| {
        values(list, shown, |term| {
            (term.code().to_owned(), term.label(tr.locale()).to_owned())
        })
    };
    let mut groups = match asked.kind {
        ListingKind::Card => vec![
            ("need", terms(&facets.needs)),
            ("offer", terms(&facets.offers)),
            ("interest", terms(&facets.interests)),
            ("connection", terms(&facets.connections)),
            (
                "stage",
                values(&facets.stages, shown, |of| {
                    (of.code().to_owned(), words::stage(tr, of))
                }),
            ),
            (
                "gender",
                values(&facets.genders, shown, |of| {
                    (of.code().to_owned(), words::gender(tr, of))
                }),
            ),
        ],
        ListingKind::Helper => vec![
            ("offer", terms(&facets.offers)),
            ("situation", terms(&facets.situations)),
        ],
        ListingKind::Service => vec![("offer", terms(&facets.offers))],
    };
    groups.push((
        "language",
        values(&facets.languages, shown, |of| {
            (of.code().to_owned(), of.name(tr.locale()).to_owned())
        }),
    ));
    groups.retain(|(field, values)| asked.text(field).is_empty() && values.len() > 1);
    groups
}

/// The most frequent values. Those whose number is not told stand in the order
/// of their names, so that the order does not tell it either.
fn values<T: Copy>(
    list: &[(T, Count)],
    shown: impl Fn(Count) -> Option<usize>,
    name: impl Fn(T) -> (String, String),
) -> Vec<Value> {
    let mut values: Vec<Value> = list
        .iter()
        .map(|(value, count)| {
            let (code, label) = name(*value);
            Value {
                code,
                label,
                count: shown(*count).and_then(|count| u64::try_from(count).ok()),
            }
        })
        .collect();
    values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
    values.truncate(SHOWN);
    values
}
