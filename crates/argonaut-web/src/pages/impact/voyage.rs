//! The voyage: a helper's firsts on a line of time, for their own eyes.

use argonaut_app::impact::{Voyage, voyage};
use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};

use super::words as own;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Event, Icon};
use crate::state::Web;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let found = voyage(&web.app, &me.who).await?;
    let body = view(&me.tr, &found, web.app.now().date());
    let title = t!(me.tr, "impact-voyage-title");
    Ok(me.show(&title, NavItem::Today, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, found: &Voyage, today: Date) -> Markup {
    let firsts = found
        .firsts
        .iter()
        .map(|(first, at)| (*at, own::first(tr, *first)));
    // The first of all is among the firsts already.
    let marks = found
        .milestones
        .iter()
        .filter(|mark| mark.held > 1)
        .map(|mark| (mark.at, t!(tr, "impact-milestone", count = mark.held)));
    let mut all: Vec<_> = firsts.chain(marks).collect();
    all.sort_by_key(|(at, _)| *at);
    let events: Vec<Event> = all
        .into_iter()
        .map(|(at, title)| Event {
            when: tr.relative(today, at.date()),
            at: at.date().to_string(),
            title,
            body: html! {},
        })
        .collect();
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "impact-title"), "/impact")]))
        (parts::heading(&t!(tr, "impact-voyage-title"), Some(&t!(tr, "impact-voyage-lead")), None))
        @if events.is_empty() {
            (parts::empty(Icon::Shell, &t!(tr, "impact-voyage-empty-title"), &t!(tr, "impact-voyage-empty"), Some(parts::action(&t!(tr, "today-record"), "/clients/new"))))
        } @else { (parts::timeline(tr, &events)) }
    }
}
