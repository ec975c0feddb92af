//! The week on one sheet, for paper: the same as Today, with boxes to tick.

use argonaut_app::clients::list::UNATTENDED_DAYS;
use argonaut_app::matches::list::MatchLine;
use argonaut_domain::introduction::StageName;
use axum::extract::State;
use maud::{Markup, html};

use super::today::{Day, day, others_turn};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;
use crate::state::Web;

/// The week on one sheet, for paper. Clients stand there by their first letter alone,
/// unless the helper wants the names: a sheet gets lost.
pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    asked: FormData,
) -> Result<Markup, Failure> {
    let day = day(&web, &me).await?;
    let title = t!(me.tr, "today-week");
    let body = view(&me.tr, &day, asked.ticked("names"));
    Ok(me.show(&title, NavItem::Today, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, day: &Day, names: bool) -> Markup {
    let called = |name: &str| {
        if names {
            return name.to_owned();
        }
        let first = name.chars().find(|letter| letter.is_alphabetic());
        first.map_or_else(|| "…".to_owned(), |letter| format!("{letter}."))
    };
    let joint = |line: &MatchLine| {
        let partner = crate::pages::matches::list::partner(tr, &line.partner);
        let stage = crate::pages::matches::words::stage(tr, line.stage);
        let client = line.client_name.as_deref().map(called);
        html! {
            @if let Some(client) = client { strong { (client) } " · " }
            (partner) " · " (stage) " · " (tr.date(line.moved.date()))
        }
    };
    let boxed = |title: String, rows: Vec<Markup>| {
        html! {
            @if !rows.is_empty() {
                (parts::section(&title, &html! { ul.plain-list { @for row in &rows { li { span aria-hidden="true" { "☐ " } (row) } } } }))
            }
        }
    };
    let chosen = |wanted: &dyn Fn(&&MatchLine) -> bool| -> Vec<Markup> {
        day.matches.iter().filter(wanted).map(joint).collect()
    };
    let rings: Vec<Markup> = day
        .rings
        .iter()
        .filter(|line| line.my_turn)
        .map(|line| html! { @if let Some(name) = &line.client_name { strong { (called(name)) } " · " } (t!(tr, "rings-your-answer")) })
        .collect();
    let clients: Vec<Markup> = day
        .unattended
        .iter()
        .map(|(_, name, attended)| html! { strong { (called(name)) } " · " (tr.date(attended.date())) })
        .collect();
    let contacts: Vec<Markup> = day
        .asked_me
        .iter()
        .map(|face| html! { (t!(tr, "today-contact", name = face.name.as_str())) })
        .collect();
    let asks: Vec<Markup> = day
        .asks
        .iter()
        .map(|post| html! { (t!(tr, "today-ask-of", name = post.author.name.as_str())) })
        .collect();
    let turn = chosen(&|line| line.my_turn && line.stage != StageName::Introduced);
    let follow_ups: Vec<Markup> = day
        .follow_ups
        .iter()
        .map(|due| {
            let partner = crate::pages::matches::list::partner(tr, &due.partner);
            html! {
                @if let Some(name) = due.client_name.as_deref() { strong { (called(name)) } " · " }
                (partner) " · " (crate::pages::follow_ups::words::week(tr, due.week))
            }
        })
        .collect();
    let waiting: Vec<Markup> = others_turn(day).map(joint).collect();
    let nothing = [
        &turn,
        &follow_ups,
        &waiting,
        &rings,
        &clients,
        &contacts,
        &asks,
    ]
    .iter()
    .all(|rows| rows.is_empty());
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-today"), "/today")]))
        (parts::heading(&t!(tr, "today-week"), Some(&t!(tr, "today-week-from", name = day.name.as_str(), date = tr.date(day.today))), None))
        p.no-print {
            (parts::print_button(tr)) " "
            @if names { a href="/today/week" { (t!(tr, "today-week-letters")) } }
            @else { a href="/today/week?names=yes" { (t!(tr, "today-week-names")) } }
        }
        @if names { (parts::notice(parts::Tone::Warn, &t!(tr, "today-week-careful"), &html! {})) }
        @if nothing { p { (t!(tr, "today-calm")) } }
        (boxed(t!(tr, "today-turn"), turn))
        (boxed(t!(tr, "rings-title"), rings))
        (boxed(t!(tr, "today-follow-ups"), follow_ups))
        (boxed(t!(tr, "today-contacts"), contacts))
        (boxed(t!(tr, "today-could-answer"), asks))
        (boxed(t!(tr, "today-unattended", days = UNATTENDED_DAYS), clients))
        (boxed(t!(tr, "today-others-turn"), waiting))
        (parts::section(&t!(tr, "today-week-notes"), &html! { div.note-lines {} }))
    }
}
