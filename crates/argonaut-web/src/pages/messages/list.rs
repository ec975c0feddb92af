//! All conversations, and search in what one may open. What is searched for travels in the
//! body of a request: it may hold names.

use argonaut_app::messages::list::{self, Found, Line, Overview};
use argonaut_app::messages::look::{Body, Message};
use argonaut_domain::clock::Timestamp;
use axum::extract::State;
use maud::{Markup, html};

use super::{name, when};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Tone, Weight, form};
use crate::state::Web;

/// So many characters of the latest message are shown in the list.
const PREVIEW: usize = 90;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    page(&web, &me, "").await
}

pub(super) async fn search(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Markup, Failure> {
    page(&web, &me, sent.text("q")).await
}

async fn page(web: &Web, me: &Me, query: &str) -> Result<Markup, Failure> {
    let overview = list::list(&web.app, &me.who).await?;
    let found = if query.is_empty() {
        None
    } else {
        Some(list::search(&web.app, &me.who, query).await?)
    };
    let body = view(&me.tr, &overview, query, found.as_deref(), web.app.now());
    let title = t!(me.tr, "messages-title");
    Ok(me.show(&title, NavItem::Messages, Width::Text, &body))
}

/// The list, with what was found in place of it when something was searched for.
pub(super) fn view(
    tr: &Tr,
    overview: &Overview,
    query: &str,
    found: Option<&[Found]>,
    now: Timestamp,
) -> Markup {
    let nothing = overview.lines.is_empty();
    html! {
        (parts::heading(&t!(tr, "messages-title"), Some(&t!(tr, "messages-lead")), None))
        @if !nothing {
            (parts::private_filters(tr, "/messages", "conversations", &html! {
                (form::text_field(tr, &Field::new("q", t!(tr, "messages-search")).value(query).kind("search").autocomplete("off")))
            }))
        }
        div #conversations data-bell[found.is_none()] {
            @if let Some(found) = found { (results(tr, found, now)) }
            @else if nothing { (empty(tr)) }
            @else {
                ul.plain-list.conversations { @for line in &overview.lines { li { (one(tr, line, now)) } } }
            }
        }
        @if !overview.quiet_groups.is_empty() {
            (parts::section(&t!(tr, "messages-quiet-groups"), &html! {
                ul.plain-list { @for (id, name) in &overview.quiet_groups { li { a href={ "/messages/" (id) } { (name) } } } }
            }))
        }
        (settings(tr, overview.hides_read))
    }
}

fn empty(tr: &Tr) -> Markup {
    parts::empty(
        parts::Icon::Envelope,
        &t!(tr, "messages-empty-title"),
        &t!(tr, "messages-empty"),
        Some(parts::action(&t!(tr, "messages-empty-act"), "/contacts")),
    )
}

fn one(tr: &Tr, line: &Line, now: Timestamp) -> Markup {
    html! {
        p {
            a href={ "/messages/" (line.id) } { strong { (name(&line.partner)) } }
            @if line.unread > 0 { " " (parts::badge(Tone::Good, &t!(tr, "messages-unread", count = line.unread))) }
            @if line.muted { " " (parts::badge(Tone::Info, &t!(tr, "messages-muted"))) }
        }
        @if let Some(last) = &line.last { p.hint { (preview(tr, last)) " · " (when(tr, now, last.sent)) } }
    }
}

fn preview(tr: &Tr, message: &Message) -> String {
    let said = match &message.body {
        Body::Open(said) => said.get(),
        Body::Deleted => return t!(tr, "messages-deleted"),
        Body::Shut => return t!(tr, "messages-shut"),
    };
    let text = if said.words.is_empty() {
        let names: Vec<&str> = said.files.iter().map(|file| file.name.as_str()).collect();
        tr.list(&names)
    } else {
        said.words.clone()
    };
    let mut short: String = text.chars().take(PREVIEW).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    let from = match &message.from {
        Some(face) => face.name.clone(),
        None => t!(tr, "messages-you"),
    };
    format!("{from}: {short}")
}

fn results(tr: &Tr, found: &[Found], now: Timestamp) -> Markup {
    html! {
        p role="status" { (t!(tr, "messages-found", count = found.len())) }
        ul.plain-list.conversations {
            @for of in found {
                li {
                    p { a href={ "/messages/" (of.id) "?before=" (of.message.sent.micros().saturating_add(1)) } { strong { (name(&of.partner)) } } }
                    p.hint { (preview(tr, &of.message)) " · " (when(tr, now, of.message.sent)) }
                }
            }
        }
        p { a href="/messages" { (t!(tr, "messages-all")) } }
    }
}

fn settings(tr: &Tr, hides: bool) -> Markup {
    form::more(
        &t!(tr, "messages-settings"),
        false,
        &html! {
            p { (t!(tr, "messages-read-marks")) }
            @if hides { (parts::post_button(&t!(tr, "messages-read-show"), "/messages/settings", Weight::Quiet, &[("read", "show")])) }
            @else { (parts::post_button(&t!(tr, "messages-read-hide"), "/messages/settings", Weight::Quiet, &[("read", "hide")])) }
        },
    )
}
