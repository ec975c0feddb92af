//! The moderators' queue, a report, and the forms by which it is decided. Everybody else: no
//! such page.

use argonaut_app::safety::decide::{self as deciding, Verdict};
use argonaut_app::safety::{appeal, queue};
use argonaut_domain::access::{Granted, Moderation};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::ReportId;
use argonaut_domain::safety::{Outcome, Point};
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use super::{own, words};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Weight, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn list(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let granted = me.moderator()?;
    let tr = &me.tr;
    let rows = queue::list(&web.app, &granted).await?;
    let title = t!(tr, "safety-queue");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "safety-queue-lead")), None))
        @if rows.is_empty() { p { (t!(tr, "safety-queue-empty")) } }
        ul.plain-list { @for row in &rows { li {
            a href={ "/moderation/" (row.id) } { (tr.date(row.made.date())) " · " (words::kind(tr, row.kind)) } " "
            @if row.decided.is_some() { (parts::badge(parts::Tone::Good, &t!(tr, "safety-decided"))) }
            @else {
                @if row.kind.is_urgent() { (parts::badge(parts::Tone::Warn, &t!(tr, "safety-urgent"))) " " }
                @if row.taken_by.is_some() { (parts::badge(parts::Tone::Info, &t!(tr, "safety-taken"))) }
            }
        } } }
    };
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

fn target(me: &Me, id: &str) -> Result<(Granted<Moderation>, ReportId), Failure> {
    let granted = me.moderator()?;
    Ok((granted, id.parse().map_err(|_| Failure::not_found())?))
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let (granted, id) = target(&me, &id)?;
    let tr = &me.tr;
    let open = queue::open(&web.app, &granted, id)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let report = &open.report;
    let title = words::kind(tr, report.kind);
    let home = format!("/moderation/{id}");
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "safety-about", name = open.reported.as_str())), None))
        @if report.kind.is_urgent() && report.decided.is_none() {
            (parts::notice(parts::Tone::Warn, &t!(tr, "safety-urgent"), &html! { p { (t!(tr, "safety-report-danger")) } }))
        }
        p { (t!(tr, "safety-by", name = open.reporter.as_str())) " · " (tr.date(report.made.date())) }
        @if !report.words.is_empty() { p { (report.words) } }
        (parts::section(&t!(tr, "safety-snapshot"), &html! { @for line in report.snapshot.lines() { p { (line) } } }))
        @if !open.history.is_empty() {
            (parts::section(&t!(tr, "safety-history"), &html! {
                ul { @for row in &open.history { li { (tr.date(row.decided.date())) " · " (own::line(tr, row)) } } }
            }))
        }
        @match &open.decision {
            None => {
                @if report.taken_by.is_none() { (parts::post_button(&t!(tr, "safety-take"), &format!("{home}/take"), Weight::Quiet, &[])) }
                (parts::section(&t!(tr, "safety-decide"), &verdict(tr, &home)))
            }
            Some(decision) => {
                p { (own::line(tr, decision)) }
                p { (decision.reason) }
                @if let Some(text) = &decision.appeal {
                    (parts::section(&t!(tr, "safety-appeal"), &html! {
                        p { (text) }
                        @match &decision.appeal_answer {
                            Some(answer) => { p { (t!(tr, "safety-appeal-answer", text = answer.as_str())) } }
                            None => { (answer_form(tr, &home)) }
                        }
                    }))
                }
            }
        }
    };
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

fn verdict(tr: &Tr, home: &str) -> Markup {
    let outcomes: Vec<Choice<'_>> = Outcome::ALL
        .iter()
        .map(|of| Choice::new(of.code(), words::outcome(tr, *of), *of == Outcome::Nothing))
        .collect();
    let points: Vec<Choice<'_>> = Point::ALL
        .iter()
        .map(|of| Choice::new(of.code(), words::point(tr, *of), *of == Point::ClientsFirst))
        .collect();
    form::post(
        &format!("{home}/decide"),
        true,
        &html! {
            (form::radio_group(tr, &Field::new("outcome", t!(tr, "safety-outcome")), &outcomes))
            (form::radio_group(tr, &Field::new("point", t!(tr, "safety-by-point")), &points))
            (form::date_field(tr, &Field::new("until", t!(tr, "safety-until-label"))))
            (form::textarea(tr, &Field::new("reason", t!(tr, "safety-reason")), 3))
            (form::submit_row(&t!(tr, "safety-decide"), None))
        },
    )
}

fn answer_form(tr: &Tr, home: &str) -> Markup {
    let ways = [
        Choice::new("no", t!(tr, "safety-uphold"), true),
        Choice::new("yes", t!(tr, "safety-overturn"), false),
    ];
    form::post(
        &format!("{home}/appeal"),
        true,
        &html! {
            (form::radio_group(tr, &Field::new("overturn", t!(tr, "safety-answer")), &ways))
            (form::textarea(tr, &Field::new("words", t!(tr, "safety-answer-label")), 3))
            (form::submit_row(&t!(tr, "safety-answer"), None))
        },
    )
}

pub(super) async fn take(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let (granted, id) = target(&me, &id)?;
    queue::take(&web.app, &granted, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/moderation/{id}"), Done::ReportTaken))
}

pub(super) async fn decide(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let (granted, id) = target(&me, &id)?;
    let until = sent.parsed("until").map(Timestamp::from_date);
    let verdict = Verdict {
        outcome: sent.parsed("outcome").unwrap_or(Outcome::Nothing),
        point: sent.parsed("point").unwrap_or(Point::ClientsFirst),
        reason: sent.raw("reason").to_owned(),
        until,
    };
    deciding::decide(&web.app, &granted, id, verdict)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/moderation/{id}"), Done::ReportDecided))
}

pub(super) async fn answer(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let (granted, id) = target(&me, &id)?;
    let overturned = sent.text("overturn") == "yes";
    appeal::answer(&web.app, &granted, id, sent.text("words"), overturned)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/moderation/{id}"), Done::AppealAnswered))
}
