//! One page for supervision: the work with a client in numbers and kinds, without a name, an
//! alias, or a word that somebody wrote.

use std::collections::BTreeMap;

use argonaut_app::dossier::Dossier;
use argonaut_domain::network::Help;
use argonaut_domain::plan::BarrierOf;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::measures::{courses, drawn};
use super::resources::scores;
use super::words;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::plan::words::barrier;
use crate::pages::referrals::words::result;
use crate::pages::{parts, typed::open_or_check};
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let opened = match open_or_check(&web, &me, &id).await? {
        Ok(opened) => opened,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let today = web.app.now().date();
    let body = html! {
        div.no-print {
            (super::show::frame(&me.tr, &id, opened.dossier.get()))
            (parts::actions(&[parts::print_button(&me.tr)]))
        }
        (view(&me.tr, opened.dossier.get(), today))
    };
    let title = t!(me.tr, "network-supervision");
    Ok(me
        .show(&title, NavItem::Clients, Width::Text, &body)
        .into_response())
}

fn counted<T: Ord>(all: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_insert(0) += 1;
    }
    counts
}

/// The sheet itself: nothing in it was typed by anybody.
pub(super) fn view(tr: &Tr, dossier: &Dossier, today: Date) -> Markup {
    let (plan, map) = (&dossier.plan, &dossier.network.now);
    let steps = || plan.goals.iter().flat_map(|goal| &goal.steps);
    let (all, made) = (
        steps().count(),
        steps().filter(|step| step.done.is_some()).count(),
    );
    let barriers = counted(plan.barriers.iter().map(|one| one.of));
    let referrals = &dossier.referrals.list;
    let results = counted(
        referrals
            .iter()
            .filter_map(|one| Some(one.closed.as_ref()?.result)),
    );
    let open = referrals.iter().filter(|one| one.closed.is_none()).count();
    let gaps: Vec<String> = map.gaps().map(|help| words::help(tr, help)).collect();
    let unasked = Help::ALL
        .iter()
        .filter(|help| !map.nobody.contains(help) && map.givers(**help).next().is_none())
        .count();
    let needs: Vec<&str> = dossier
        .needs
        .iter()
        .map(|need| need.term.label(tr.locale()))
        .collect();
    let of: fn(&Tr, BarrierOf) -> String = barrier;
    html! {
        article.client-sheet {
            h1 { (t!(tr, "network-supervision")) }
            p { (t!(tr, "network-supervision-lead", date = tr.date(today))) }
            @if !needs.is_empty() { p { strong { (t!(tr, "clients-needs")) } ": " (needs.join(", ")) } }
            h2 { (t!(tr, "network-title")) }
            (words::facts(tr, &map.measures()))
            (scores(tr, map))
            p { strong { (t!(tr, "network-gaps")) } ": " @if gaps.is_empty() { (t!(tr, "network-gaps-none")) } @else { (gaps.join(", ")) } }
            @if unasked > 0 { p.hint { (t!(tr, "network-unasked", count = unasked)) } }
            h2 { (t!(tr, "plan-title")) }
            p { (t!(tr, "network-plan-count", goals = (plan.goals.len()), steps = all, made = made)) }
            @if !barriers.is_empty() {
                ul { @for (one, count) in &barriers { li { (of(tr, *one)) ": " (count) } } }
            }
            @if let Some(on) = plan.review_on { p { (t!(tr, "plan-next-review", date = tr.date(on))) } }
            @if !referrals.is_empty() {
                h2 { (t!(tr, "referrals-title")) }
                ul {
                    @if open > 0 { li { (t!(tr, "referrals-open")) ": " (open) } }
                    @for (one, count) in &results { li { (result(tr, *one)) ": " (count) } }
                }
            }
            @for course in courses(tr, dossier, today) {
                h2 { (course.name) }
                (drawn(tr, &course))
            }
        }
    }
}
