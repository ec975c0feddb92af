//! The rings in which the helper's clients are.

use argonaut_app::rings::{RingLine, list};
use argonaut_domain::ring::{RingState, SEATS};
use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};

use super::words as own;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::tasks::{Task, tasks};
use crate::pages::parts::{self, Icon};
use crate::state::Web;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let lines = list(&web.app, &me.who).await?;
    let title = t!(me.tr, "rings-title");
    let body = view(&me.tr, &lines, web.app.now().date());
    Ok(me.show(&title, NavItem::Matches, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, lines: &[RingLine], today: Date) -> Markup {
    let part = |title: String, wanted: &dyn Fn(&RingLine) -> bool| {
        let rows: Vec<Task> = lines
            .iter()
            .filter(|line| wanted(line))
            .map(|line| task(tr, line, today))
            .collect();
        html! { @if !rows.is_empty() { (parts::section(&title, &tasks(&title, &t!(tr, "matches-new"), &rows))) } }
    };
    let over = |line: &RingLine| line.state == RingState::Ended;
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-matches"), "/matches")]))
        (parts::heading(&t!(tr, "rings-title"), Some(&t!(tr, "rings-lead")), None))
        @if lines.is_empty() {
            (parts::empty(Icon::Matches, &t!(tr, "rings-empty-title"), &t!(tr, "rings-empty"), Some(parts::action(&t!(tr, "matches-empty-step"), "/clients"))))
        }
        (part(t!(tr, "matches-your-turn"), &|line| line.my_turn))
        (part(t!(tr, "matches-waiting"), &|line| !line.my_turn && !over(line)))
        (part(t!(tr, "matches-over"), &over))
    }
}

/// A ring as one thing to do.
pub(crate) fn task(tr: &Tr, line: &RingLine, today: Date) -> Task {
    let title = match &line.client_name {
        Some(name) => t!(tr, "rings-line", name = name.as_str()),
        None => t!(tr, "rings-line-unnamed"),
    };
    let text = match line.state {
        RingState::Proposed => t!(tr, "rings-yes-of", yes = line.yes, seats = SEATS),
        RingState::Going | RingState::Ended => own::state(tr, line.state),
    };
    Task {
        picture: Icon::Matches,
        title,
        href: format!("/rings/{}", line.id),
        text: Some(text),
        when: Some(tr.relative(today, line.moved.date())),
        fresh: line.my_turn,
    }
}
