//! The directory of groups, one's own first, and what waits in them for Today.

use argonaut_app::groups::list::{GroupLine, Mine, directory, mine};
use axum::extract::{Query, State};
use maud::{Markup, html};

use super::words as labels;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Icon, Task, Tone, data, form};
use crate::state::Web;
use crate::words;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    let sent = FormData::of(query);
    let own = mine(&web.app, &me.who).await?;
    let found = directory(&web.app, &me.who, sent.text("q"), sent.parsed("place")).await?;
    let title = t!(me.tr, "groups-title");
    let body = view(&me.tr, &own, &found, sent.text("q"));
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, own: &Mine, found: &[GroupLine], typed: &str) -> Markup {
    let lonely = own.own.is_empty() && own.invited.is_empty() && own.asked.is_empty();
    html! {
        (parts::heading(&t!(tr, "groups-title"), Some(&t!(tr, "groups-lead")), Some(parts::action(&t!(tr, "groups-new"), "/groups/new"))))
        @if lonely {
            (parts::empty(Icon::Helpers, &t!(tr, "groups-mine-none-title"), &t!(tr, "groups-mine-none"), None))
        }
        (several(tr, &t!(tr, "groups-invited"), &own.invited))
        @if !own.own.is_empty() {
            (parts::section(&t!(tr, "groups-mine"), &html! {
                ul.plain-list {
                    @for of in &own.own {
                        li {
                            (line(tr, &of.line))
                            @if of.requests > 0 {
                                p { a href={ "/groups/" (of.line.id) "/requests" } { (t!(tr, "groups-requests-waiting", count = of.requests)) } }
                            }
                            @if of.to_agree { p { (parts::badge(Tone::Warn, &t!(tr, "groups-agree-again-title"))) } }
                        }
                    }
                }
            }))
        }
        (several(tr, &t!(tr, "groups-asked-list"), &own.asked))
        (parts::section(&t!(tr, "groups-all"), &html! {
            (data::filters(tr, "/groups", "group-list", &form::text_field(tr, &Field::new("q", t!(tr, "groups-search")).value(typed).kind("search"))))
            div id="group-list" {
                @if found.is_empty() { (parts::empty(Icon::Find, &t!(tr, "groups-none-title"), &t!(tr, "groups-none"), None)) }
                ul.plain-list { @for of in found { li { (line(tr, of)) } } }
            }
        }))
    }
}

fn several(tr: &Tr, title: &str, lines: &[GroupLine]) -> Markup {
    html! {
        @if !lines.is_empty() {
            (parts::section(title, &html! { ul.plain-list { @for of in lines { li { (line(tr, of)) } } } }))
        }
    }
}

fn line(tr: &Tr, of: &GroupLine) -> Markup {
    html! {
        p {
            a href={ "/groups/" (of.id) } { (of.name) } " · " (words::place(tr, of.place)) " "
            (parts::badge(Tone::Info, &labels::kind(tr, of.kind)))
            @if let Some(role) = of.role { " " (parts::badge(Tone::Good, &labels::role(tr, role))) }
            @if of.friend { " " (parts::badge(Tone::Good, &t!(tr, "groups-friend"))) }
        }
        @if !of.about.is_empty() { p.hint { (short(&of.about)) } }
    }
}

fn short(about: &str) -> String {
    const MOST: usize = 160;
    if about.chars().count() <= MOST {
        about.to_owned()
    } else {
        let cut: String = about.chars().take(MOST).collect();
        format!("{}…", cut.trim_end())
    }
}

/// What waits in a helper's groups.
pub(crate) fn today(tr: &Tr, own: &Mine) -> Vec<Task> {
    let task = |title: String, href: String| Task {
        picture: Icon::Helpers,
        title,
        href,
        text: None,
        when: None,
        fresh: true,
    };
    let mut rows = Vec::new();
    for of in &own.invited {
        let title = t!(tr, "groups-today-invited", name = of.name.as_str());
        rows.push(task(title, format!("/groups/{}", of.id)));
    }
    for of in &own.own {
        let (name, home) = (of.line.name.as_str(), format!("/groups/{}", of.line.id));
        if of.requests > 0 {
            let title = t!(
                tr,
                "groups-today-requests",
                name = name,
                count = of.requests
            );
            rows.push(task(title, format!("{home}/requests")));
        }
        if of.friend_requests > 0 {
            rows.push(task(
                t!(tr, "groups-today-friends", name = name),
                home.clone(),
            ));
        }
        if of.to_agree {
            rows.push(task(t!(tr, "groups-today-agree", name = name), home));
        }
    }
    rows
}
