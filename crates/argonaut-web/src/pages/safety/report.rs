//! The form of a report, with block and mute in the same step.

use argonaut_app::contacts::{block, mute};
use argonaut_app::matches::room::room;
use argonaut_app::safety::report::{NewReport, look, report};
use argonaut_domain::ids::MatchId;
use argonaut_domain::safety::{ReportKind, Subject, SubjectKind};
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use super::words;
use crate::failure::{self, Failure, Problem as _};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, form as forms};
use crate::state::Web;
use crate::words::Done;

/// `helper:ID`, `card:ID` or `match:ID`.
fn subject(text: &str) -> Option<Subject> {
    let (kind, id) = text.split_once(':')?;
    Some(Subject::of(SubjectKind::parse(kind)?, id.parse().ok()?))
}

pub(super) async fn form(
    State(web): State<Web>,
    me: Me,
    asked: FormData,
) -> Result<Response, Failure> {
    match subject(asked.text("about")) {
        Some(about) => Ok(page(&web, &me, about, &asked, None).await?.into_response()),
        None => Ok(Redirect::to("/reports").into_response()),
    }
}

async fn page(
    web: &Web,
    me: &Me,
    about: Subject,
    sent: &FormData,
    fault: Option<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let kinds: Vec<(String, &str)> = ReportKind::ALL
        .iter()
        .map(|kind| (words::kind(tr, *kind), kind.code()))
        .collect();
    let chosen = sent.text("kind");
    let choices: Vec<Choice<'_>> = kinds
        .iter()
        .map(|(label, code)| Choice::new(*code, label.clone(), *code == chosen))
        .collect();
    let messages = match about {
        Subject::Match(id) => said(web, me, id).await?,
        Subject::Helper(_)
        | Subject::Card(_)
        | Subject::Post(_)
        | Subject::Comment(_)
        | Subject::Group(_)
        | Subject::Message(_) => {
            // What one does not see has no page to report it on either.
            look(&web.app, &me.who, about)
                .await
                .map_err(|error| Failure::of(tr, &error))?;
            Vec::new()
        }
    };
    let handed: Vec<usize> = sent.all_parsed("messages");
    let places: Vec<String> = (0..messages.len()).map(|place| place.to_string()).collect();
    let offered: Vec<Choice<'_>> = messages
        .iter()
        .zip(&places)
        .enumerate()
        .filter_map(|(place, (text, code))| {
            let text = text.clone()?;
            Some(Choice::new(code, text, handed.contains(&place)))
        })
        .collect();
    let errors: Vec<_> = fault
        .into_iter()
        .map(|text| ("words".to_owned(), text))
        .collect();
    let title = t!(tr, "safety-report-title");
    let mut text = Field::new("words", t!(tr, "safety-report-words"));
    text.value = sent.raw("words").to_owned().into();
    let body = html! {
        (parts::heading(&title, Some(&t!(tr, "safety-report-lead")), None))
        (parts::notice(parts::Tone::Warn, &t!(tr, "safety-kind-danger"), &html! { p { (t!(tr, "safety-report-danger")) } }))
        (forms::error_summary(tr, &errors))
        (forms::post("/report", true, &html! {
            (forms::hidden("about", &format!("{}:{}", about.kind().code(), about.uuid())))
            (forms::radio_group(tr, &Field::new("kind", t!(tr, "safety-report-kind")), &choices))
            @if !offered.is_empty() {
                (forms::check_group(tr, &Field::new("messages", t!(tr, "safety-report-messages")), &offered))
                p.hint { (t!(tr, "safety-report-messages-hint")) }
            }
            (forms::textarea(tr, &text, 4))
            @if let Subject::Helper(_) = about {
                (forms::checkbox(tr, &Field::new("mute", t!(tr, "safety-report-mute")), sent.ticked("mute")))
            }
            @if let Subject::Helper(_) | Subject::Match(_) = about {
                (forms::checkbox(tr, &Field::new("block", t!(tr, "safety-report-block")), sent.ticked("block")))
            }
            (forms::submit_row(&t!(tr, "safety-report-send"), Some((&t!(tr, "form-cancel"), "/reports"))))
        }))
    };
    Ok(me.show(&title, NavItem::Account, Width::Text, &body))
}

/// The messages that can be handed over, each at its place.
async fn said(web: &Web, me: &Me, id: MatchId) -> Result<Vec<Option<String>>, Failure> {
    let room = room(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let words = room.messages.into_iter().map(|message| message.words);
    Ok(words
        .map(|words| words.map(|words| words.into_inner()))
        .collect())
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let Some(about) = subject(sent.text("about")) else {
        return Ok(Redirect::to("/reports").into_response());
    };
    let new = NewReport {
        subject: about,
        kind: sent.parsed("kind").unwrap_or(ReportKind::Other),
        words: sent.raw("words").to_owned(),
        messages: sent.all_parsed("messages"),
    };
    if let Err(error) = report(&web.app, &me.who, new).await {
        if error.kind() != argonaut_app::Kind::Invalid {
            return Err(Failure::of(&me.tr, &error));
        }
        let page = page(&web, &me, about, &sent, Some(error.say(&me.tr))).await?;
        return Ok((failure::status(error.kind()), page).into_response());
    }
    // One who is muted or blocked already is so still: nothing is lost by asking twice.
    match about {
        Subject::Helper(id) => {
            if sent.ticked("mute") {
                drop(mute::mute(&web.app, &me.who, id).await);
            }
            if sent.ticked("block") {
                drop(block::block(&web.app, &me.who, id).await);
            }
        }
        Subject::Match(id) if sent.ticked("block") => {
            drop(block::block_partner(&web.app, &me.who, id).await);
        }
        Subject::Match(_)
        | Subject::Card(_)
        | Subject::Post(_)
        | Subject::Comment(_)
        | Subject::Group(_)
        | Subject::Message(_) => {}
    }
    Ok(done("/reports", Done::ReportSent).into_response())
}
