//! A helper's own impact: figures, the latest milestone, thanks; for nobody else's eyes.

use argonaut_app::impact::{self, Figures, Milestone, Period};
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::figures;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Icon, Tone};
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    asked: FormData,
) -> Result<Markup, Failure> {
    let period = figures::period(&asked);
    let found = impact::mine(&web.app, &me.who, period).await?;
    let mark = impact::milestone(&web.app, &me.who).await?;
    let thanks = impact::thanks::mine(&web.app, &me.who).await?.len();
    let body = view(&me.tr, &found, period, mark, thanks);
    Ok(me.show(
        &t!(me.tr, "impact-title"),
        NavItem::Today,
        Width::Wide,
        &body,
    ))
}

pub(super) fn view(
    tr: &Tr,
    found: &Figures,
    period: Period,
    mark: Option<Milestone>,
    thanks: usize,
) -> Markup {
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-today"), "/today")]))
        (parts::heading(&t!(tr, "impact-title"), Some(&t!(tr, "impact-lead")), None))
        (figures::periods(tr, "/impact", period))
        @if found.introductions == 0 {
            (parts::empty(Icon::Matches, &t!(tr, "impact-empty-title"), &t!(tr, "impact-empty"), Some(parts::action(&t!(tr, "impact-empty-step"), "/matches"))))
        } @else {
            (figures::view(tr, found, false))
            p { a href={ "/impact/figures.csv?period=" (period.code()) } download { (t!(tr, "impact-csv")) } }
        }
        @if let Some(mark) = mark { (milestone(tr, mark)) }
        p {
            a href="/impact/thanks" { (t!(tr, "impact-thanks-link", count = thanks)) } " · "
            a href="/impact/voyage" { (t!(tr, "impact-voyage-title")) }
        }
        p.hint { (t!(tr, "impact-yours")) }
    }
}

/// A milestone, quietly.
pub(crate) fn milestone(tr: &Tr, mark: Milestone) -> Markup {
    parts::notice(
        Tone::Good,
        &t!(tr, "impact-milestone", count = mark.held),
        &html! { p { (t!(tr, "impact-milestone-text")) } },
    )
}

pub(super) async fn csv(
    State(web): State<Web>,
    me: Me,
    asked: FormData,
) -> Result<Response, Failure> {
    let period = figures::period(&asked);
    let found = impact::mine(&web.app, &me.who, period).await?;
    figures::csv(&me.tr, &found, period, false)
}
