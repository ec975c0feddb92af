//! What a helper reported, what was decided about them with their appeal, the agreement, and
//! the log of decisions without names.

use argonaut_app::safety::{DecisionRow, appeal as appeals, queue, report as reports};
use argonaut_domain::safety::Point;
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use super::words;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Guest, Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let mine = reports::mine(&web.app, &me.who).await?;
    let about = appeals::about_me(&web.app, &me.who).await?;
    let title = t!(tr, "safety-title");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "safety-lead")), None))
        p {
            a href="/agreement" { (t!(tr, "safety-agreement")) } " · "
            a href="/modlog" { (t!(tr, "safety-modlog")) }
            @if me.who.actor.moderator().is_some() { " · " a href="/moderation" { (t!(tr, "safety-queue")) } }
        }
        (parts::section(&t!(tr, "safety-mine"), &html! {
            @if mine.is_empty() { p { (t!(tr, "safety-mine-empty")) } }
            ul.plain-list { @for (report, decision) in &mine { li {
                (tr.date(report.made.date())) " · " (words::kind(tr, report.kind)) " · "
                @if let Some(decision) = decision { (line(tr, decision)) } @else { (t!(tr, "safety-open")) }
            } } }
        }))
        @if !about.is_empty() {
            (parts::section(&t!(tr, "safety-about-me"), &html! {
                @for decision in &about {
                    p { (tr.date(decision.decided.date())) " · " (line(tr, decision)) }
                    p { (decision.reason) }
                    @if let Some(answer) = &decision.appeal_answer { p { (t!(tr, "safety-appeal-answer", text = answer.as_str())) } }
                    @else if decision.appeal.is_some() { p { (t!(tr, "safety-appeal-waits")) } }
                    @else {
                        (form::post(&format!("/reports/decisions/{}/appeal", decision.id), false, &html! {
                            (form::textarea(tr, &Field::new("words", t!(tr, "safety-appeal-label")), 3))
                            (form::submit_row(&t!(tr, "safety-appeal"), None))
                        }))
                    }
                }
            }))
        }
    };
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

/// A decision in a line: what, by which point, until when.
pub(crate) fn line(tr: &Tr, decision: &DecisionRow) -> Markup {
    html! {
        strong { (words::outcome(tr, decision.outcome)) }
        @if let Some(until) = decision.until { " " (t!(tr, "safety-until", date = tr.date(until.date()))) }
        " · " (t!(tr, "safety-point", number = decision.point.code())) ": " (words::point(tr, decision.point))
        @if decision.overturned { " · " (t!(tr, "safety-overturned")) }
    }
}

pub(super) async fn appeal(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    appeals::appeal(&web.app, &me.who, id, sent.text("words"))
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/reports", Done::AppealSent))
}

pub(super) async fn agreement(guest: Guest) -> Markup {
    let tr = &guest.tr;
    let title = t!(tr, "safety-agreement");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "safety-agreement-lead")), None))
        ol { @for point in Point::ALL { li { (words::point(tr, *point)) } } }
    };
    guest.show(&title, NavItem::Account, Width::Text, &body)
}

pub(super) async fn modlog(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let log = queue::log(&web.app).await?;
    let title = t!(tr, "safety-modlog");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "safety-modlog-lead")), None))
        @if log.is_empty() { p { (t!(tr, "safety-modlog-empty")) } }
        ul.plain-list { @for row in &log { li {
            (tr.date(row.decided.date())) " · " (words::outcome(tr, row.outcome)) " · "
            (t!(tr, "safety-point", number = row.point.code())) ": " (words::point(tr, row.point))
            @if row.overturned { " · " (t!(tr, "safety-overturned")) }
        } } }
    };
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}
