//! The directory of helpers: those this helper may find, contacts first.

use argonaut_app::helpers::directory::{PAGE, list};
use axum::extract::{Query, State};
use maud::{Markup, html};

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::Me;
use crate::pages::cards::face;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Icon, Pager, data, form};
use crate::state::Web;
use crate::words;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let sent = FormData::of(query);
    let page: usize = sent.parsed("page").unwrap_or(0);
    let found = list(&web.app, &me.who, sent.text("q"), page).await?;
    let at = |page: usize| format!("/helpers?page={page}");
    let first = page * PAGE + 1;
    let last = page * PAGE + found.faces.len();
    let pages = Pager {
        previous: page.checked_sub(1).map(at),
        next: (last < found.total).then(|| at(page + 1)),
        shown: t!(tr, "helpers-shown", first = first, last = last),
    };
    let title = t!(tr, "shell-nav-helpers");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "helpers-lead")), Some(parts::quiet_action(&t!(tr, "contacts-title"), "/contacts"))))
        (data::filters(tr, "/helpers", "helper-list", &form::text_field(tr, &Field::new("q", t!(tr, "helpers-search")).value(sent.text("q")).kind("search"))))
        p { a href="/find?kind=helper" { (t!(tr, "helpers-by-skill")) } " · " a href="/groups" { (t!(tr, "groups-title")) } }
        div id="helper-list" {
            @if found.faces.is_empty() { (parts::empty(Icon::Helpers, &t!(tr, "clients-none-title"), &t!(tr, "helpers-none"), None)) }
            ul.plain-list {
                @for who in &found.faces {
                    li {
                        a href={ "/helpers/" (who.id) } { (face::named(tr, who)) }
                        @if let Some(area) = who.area { " · " (words::place(tr, area)) }
                        @if who.is_contact { " " (parts::badge(parts::Tone::Good, &t!(tr, "helpers-contact"))) }
                    }
                }
            }
            @if sent.text("q").is_empty() { (data::pager(tr, &pages)) }
        }
    };
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &body))
}
