//! The list under a field while somebody types a term.

use argonaut_domain::taxonomy::{Taxonomy, TermKind};
use axum::extract::Query;
use maud::Markup;

use crate::form_data::FormData;
use crate::me::Me;
use crate::pages::parts::picker::{PickOption, pick_list};

/// Terms in the list.
const LONGEST: usize = 8;

pub(super) async fn suggest(me: Me, Query(query): Query<Vec<(String, String)>>) -> Markup {
    let sent = FormData::of(query);
    let kind = sent.parsed("kind").unwrap_or(TermKind::Need);
    let locale = me.tr.locale();
    let found = Taxonomy::builtin().search(&[kind], locale, sent.text("q"), LONGEST);
    let options: Vec<PickOption> = found
        .into_iter()
        .map(|term| PickOption {
            code: term.code().to_owned(),
            label: term.label(locale).to_owned(),
            detail: Taxonomy::builtin()
                .parent(term)
                .map_or_else(String::new, |above| above.label(locale).to_owned()),
        })
        .collect();
    pick_list(&me.tr, &options)
}
