//! A helper's matches, by what is to be done.

use argonaut_app::matches::list::{MatchLine, Partner, list};
use argonaut_app::{hints, rings};
use argonaut_domain::introduction::StageName;
use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};

use super::words as own;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::cards::face;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::tasks::{Task, tasks};
use crate::pages::parts::{self, Icon};
use crate::state::Web;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let lines = list(&web.app, &me.who).await?;
    let tips = hints::list(&web.app, &me.who).await?.got.len();
    let rings = rings::list(&web.app, &me.who).await?;
    let rings = rings.iter().filter(|ring| ring.my_turn).count();
    let body = html! {
        (view(&me.tr, &lines, web.app.now().date()))
        p { a href="/rings" { (t!(me.tr, "rings-link", count = rings)) } }
        p { a href="/hints" { (t!(me.tr, "hints-link", count = tips)) } }
    };
    Ok(me.show(
        &t!(me.tr, "shell-nav-matches"),
        NavItem::Matches,
        Width::Text,
        &body,
    ))
}

fn view(tr: &Tr, lines: &[MatchLine], today: Date) -> Markup {
    let part = |title: String, wanted: &dyn Fn(&MatchLine) -> bool| {
        let rows: Vec<Task> = lines
            .iter()
            .filter(|line| wanted(line))
            .map(|line| task(tr, line, today))
            .collect();
        html! { @if !rows.is_empty() { (parts::section(&title, &tasks(&title, &t!(tr, "matches-new"), &rows))) } }
    };
    let closed = |line: &MatchLine| line.stage == StageName::Closed;
    let introduced = |line: &MatchLine| line.stage == StageName::Introduced;
    html! {
        (parts::heading(&t!(tr, "shell-nav-matches"), Some(&t!(tr, "matches-lead")), None))
        @if lines.is_empty() {
            (parts::empty(Icon::Matches, &t!(tr, "matches-empty-title"), &t!(tr, "matches-empty"), Some(parts::action(&t!(tr, "matches-empty-step"), "/clients"))))
        }
        (part(t!(tr, "matches-your-turn"), &|line| line.my_turn && !line.aside))
        (part(t!(tr, "trust-aside"), &|line| line.aside))
        (part(t!(tr, "matches-waiting"), &|line| !line.my_turn && !closed(line) && !introduced(line)))
        (part(t!(tr, "matches-introduced"), &|line| !line.my_turn && introduced(line)))
        (part(t!(tr, "matches-over"), &closed))
    }
}

/// A match as one thing to do.
pub(crate) fn task(tr: &Tr, line: &MatchLine, today: Date) -> Task {
    let partner = partner(tr, &line.partner);
    let title = match &line.client_name {
        Some(client) => t!(
            tr,
            "matches-line",
            client = client.as_str(),
            partner = partner
        ),
        None => t!(tr, "matches-line-open", partner = partner),
    };
    let stage = match line.ending {
        Some(ending) => own::ending(tr, ending),
        None => own::stage(tr, line.stage),
    };
    Task {
        picture: Icon::Matches,
        title,
        href: format!("/matches/{}", line.id),
        text: Some(stage),
        when: Some(tr.relative(today, line.moved.date())),
        fresh: line.my_turn,
    }
}

/// The other helper, as far as they are shown.
pub(crate) fn partner(tr: &Tr, partner: &Partner) -> String {
    match partner {
        Partner::Hidden(number) => face::hidden(tr, *number),
        Partner::Shown(shown) => shown.name.clone(),
        Partner::Unavailable => t!(tr, "matches-unavailable"),
    }
}
