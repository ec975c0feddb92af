//! How an introduction goes: the question of the week, what was answered, and when it is
//! asked next.

use argonaut_app::matches::follow_up::{
    self, Due, FollowUpError, FollowUps, Given, Told, answer, look,
};
use argonaut_app::matches::list::Partner;
use argonaut_app::words::{Draft, Hearing, Looked, look as look_at};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::follow_up::{AskWeek, MOST_WORDS, NeedMet};
use argonaut_domain::ids::MatchId;
use argonaut_domain::introduction::{StageName, YesNo};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{match_id, words as own};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::drafts::panel;
use crate::pages::layout::{NavItem, Width};
use crate::pages::matches::list;
use crate::pages::parts::{self, Choice, Event, Field, Icon, Task, Weight, form};
use crate::state::Web;
use crate::words::Done;

/// A question that is due, as one thing to do.
pub(crate) fn task(tr: &Tr, due: &Due, today: Date) -> Task {
    let partner = list::partner(tr, &due.partner);
    let title = match &due.client_name {
        Some(client) => t!(
            tr,
            "follow-task",
            client = client.as_str(),
            partner = partner
        ),
        None => t!(tr, "follow-task-open", partner = partner),
    };
    Task {
        picture: Icon::Matches,
        title,
        href: format!("/matches/{}/follow-up", due.joint),
        text: Some(own::week(tr, due.week)),
        when: Some(tr.relative(today, due.since.date())),
        fresh: true,
    }
}

/// The follow-up of a match, for its room; nothing before an introduction.
pub(crate) async fn section(web: &Web, me: &Me, id: MatchId) -> Result<Markup, Failure> {
    let found = look(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(section_view(&me.tr, &found, web.app.now()))
}

pub(super) fn section_view(tr: &Tr, found: &FollowUps, now: Timestamp) -> Markup {
    if found.asks.is_empty() && found.given.is_empty() {
        return html! {};
    }
    let path = format!("/matches/{}/follow-up", found.joint.id);
    parts::section(
        &t!(tr, "follow-title"),
        &html! {
            @if let Some(week) = found.current(now) {
                p { (t!(tr, "follow-asked-now", week = own::week(tr, week))) }
                (parts::actions(&[parts::action(&t!(tr, "follow-answer"), &path)]))
            } @else {
                @if let Some(next) = found.next(now) { p { (t!(tr, "follow-next", date = tr.date(next.due.date()))) } }
                p { a href=(path) { (t!(tr, "follow-look")) } }
            }
        },
    )
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    page(
        &web,
        &me,
        match_id(&id)?,
        &FormData::default(),
        &[],
        (None, None),
    )
    .await
}

/// What is asked about words that the other helper will read.
pub(crate) fn looked(me: &Me, found: &FollowUps, field: &str, sent: &FormData) -> Looked {
    let partner = match &found.partner {
        Partner::Shown(face) => face.name.as_str(),
        Partner::Hidden(_) | Partner::Unavailable => "",
    };
    let draft = Draft {
        text: sent.text(field),
        hearing: Hearing::Talk,
        known: &[partner, &me.who.name],
        stored: "",
        locale: me.tr.locale(),
    };
    look_at(&draft, &panel::choices(sent, field))
}

pub(crate) async fn page(
    web: &Web,
    me: &Me,
    id: MatchId,
    sent: &FormData,
    errors: &[(String, String)],
    looked: (Option<&Looked>, Option<&Looked>),
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let found = look(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let body = view(tr, &found, web.app.now(), sent, errors, looked);
    Ok(me.show(
        &t!(tr, "follow-title"),
        NavItem::Matches,
        Width::Text,
        &body,
    ))
}

pub(super) fn view(
    tr: &Tr,
    found: &FollowUps,
    now: Timestamp,
    sent: &FormData,
    errors: &[(String, String)],
    (asks, thanks): (Option<&Looked>, Option<&Looked>),
) -> Markup {
    let id = found.joint.id;
    let partner = list::partner(tr, &found.partner);
    let room = t!(tr, "matches-with", partner = partner.as_str());
    let lead = match &found.client_name {
        Some(client) => t!(
            tr,
            "follow-lead",
            client = client.as_str(),
            partner = partner.as_str()
        ),
        None => t!(tr, "follow-lead-open", partner = partner.as_str()),
    };
    let open = found.joint.stage_name() == StageName::Introduced;
    let current = found.current(now);
    let next = found.next(now);
    let home = format!("/matches/{id}");
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-matches"), "/matches"), (&room, &home)]))
        (parts::heading(&t!(tr, "follow-title"), Some(&lead), None))
        (form::error_summary(tr, errors))
        @if open {
            @if let Some(week) = current {
                (question(tr, id, week, false, sent, asks))
                (put_off(tr, id, week))
            } @else if let Some(next) = next {
                p { (t!(tr, "follow-next", date = tr.date(next.due.date()))) }
                (form::more(&t!(tr, "follow-finish-early"), !errors.is_empty() || asks.is_some(), &question(tr, id, next.week, true, sent, asks)))
            } @else {
                p { (t!(tr, "follow-all-answered")) }
                p { a href=(home) { (t!(tr, "follow-to-room")) } }
            }
        } @else { p { (t!(tr, "follow-over")) } }
        @if !found.given.is_empty() {
            (parts::section(&t!(tr, "follow-said"), &said(tr, found, now.date())))
        }
        @if open { (client_way(tr, found)) }
        @if !found.asks.is_empty() || !found.given.is_empty() { (crate::pages::impact::pass_on_form(tr, id, &partner, sent, thanks)) }
    }
}

fn question(
    tr: &Tr,
    id: MatchId,
    week: AskWeek,
    finished: bool,
    sent: &FormData,
    asks: Option<&Looked>,
) -> Markup {
    let need: Option<NeedMet> = sent.parsed("need");
    let needs: Vec<Choice<'_>> = NeedMet::ALL
        .iter()
        .map(|of| Choice::new(of.code(), own::need(tr, *of), Some(*of) == need))
        .collect();
    let touch: Option<YesNo> = sent.parsed("in_touch");
    let touches: Vec<Choice<'_>> = YesNo::ALL
        .iter()
        .map(|of| Choice::new(of.code(), own::in_touch(tr, *of), Some(*of) == touch))
        .collect();
    let most = u32::try_from(MOST_WORDS).unwrap_or(u32::MAX);
    let typed = !sent.text("learned").is_empty();
    let label = if finished || week == AskWeek::Twelfth {
        t!(tr, "follow-close")
    } else {
        t!(tr, "follow-save")
    };
    form::post(
        &format!("/matches/{id}/follow-up"),
        true,
        &html! {
            (form::hidden("week", week.code()))
            @if finished { (form::hidden("finished", "yes")) }
            (form::radio_group(tr, &Field::new("need", t!(tr, "follow-need")), &needs))
            (form::radio_group(tr, &Field::new("in_touch", t!(tr, "follow-touch")), &touches))
            (form::more(&t!(tr, "follow-learned-more"), typed, &html! {
                (form::textarea(tr, &Field::new("learned", t!(tr, "follow-learned")).hint(t!(tr, "follow-learned-hint")).value(sent.text("learned")).autocomplete("off").longest(most), 3))
                (form::checkbox(tr, &Field::new("share", t!(tr, "follow-share")).hint(t!(tr, "follow-share-hint")), sent.ticked("share")))
                @if let Some(asks) = asks { (panel::panel(tr, "learned", Hearing::Talk, asks, true)) }
                @if !finished && week != AskWeek::Twelfth {
                    (form::checkbox(tr, &Field::new("finished", t!(tr, "follow-finished")).hint(t!(tr, "follow-finished-hint")), sent.ticked("finished")))
                }
            }))
            @if week == AskWeek::Twelfth { p.hint { (t!(tr, "follow-closes")) } }
            (form::submit_row(&label, None))
        },
    )
}

fn put_off(tr: &Tr, id: MatchId, week: AskWeek) -> Markup {
    html! {
        p { (parts::post_button(&t!(tr, "follow-later"), &format!("/matches/{id}/follow-up/later"), Weight::Quiet, &[("week", week.code())])) }
    }
}

fn said(tr: &Tr, found: &FollowUps, today: Date) -> Markup {
    let events: Vec<Event> = found
        .given
        .iter()
        .rev()
        .map(|given| line(tr, found, given, today))
        .collect();
    parts::timeline(tr, &events)
}

fn line(tr: &Tr, found: &FollowUps, given: &Given, today: Date) -> Event {
    let who = own::voice(tr, given.voice, found.client_name.as_deref());
    Event {
        when: tr.relative(today, given.at.date()),
        at: given.at.date().to_string(),
        title: t!(
            tr,
            "follow-line",
            week = own::week(tr, given.answer.week),
            who = who
        ),
        body: html! {
            p { (own::need(tr, given.answer.need)) " · " (own::in_touch(tr, given.answer.in_touch)) }
            @if let Some(words) = &given.learned { p.note-text dir="auto" { (words.get()) } }
        },
    }
}

/// The way to ask the client themselves.
fn client_way(tr: &Tr, found: &FollowUps) -> Markup {
    let client = found.joint.parties.of(found.side).client();
    html! {
        @if let (Some(client), Some(name)) = (client, found.client_name.as_deref()) {
            (parts::section(&t!(tr, "follow-ask-client", name = name), &html! {
                p { (t!(tr, "follow-ask-client-lead")) }
                p { a href={ "/clients/" (client) "/links" } { (t!(tr, "follow-ask-client-link")) } }
            }))
        }
    }
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let (tr, joint) = (&me.tr, match_id(&id)?);
    let found = look(&web.app, &me.who, joint)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let again = async |errors: &[(String, String)], code: StatusCode, asks: Option<&Looked>| {
        let page = page(&web, &me, joint, &sent, errors, (asks, None)).await?;
        Ok((code, page).into_response())
    };
    let (Some(week), Some(need), Some(in_touch)) = (
        sent.parsed("week"),
        sent.parsed("need"),
        sent.parsed("in_touch"),
    ) else {
        let missing = if sent.text("need").is_empty() {
            "need"
        } else {
            "in_touch"
        };
        let errors = [(missing.to_owned(), t!(tr, "follow-answer-both"))];
        return again(&errors, StatusCode::UNPROCESSABLE_ENTITY, None).await;
    };
    let looked = sent
        .ticked("share")
        .then(|| looked(&me, &found, "learned", &sent));
    if let Some(looked) = looked.as_ref().filter(|looked| looked.undecided) {
        return again(&[], StatusCode::UNPROCESSABLE_ENTITY, Some(looked)).await;
    }
    let told = Told {
        week,
        need,
        in_touch,
        learned: sent.text("learned").to_owned(),
        share: looked.map(|looked| looked.masked),
        finished: sent.ticked("finished"),
    };
    match answer(&web.app, &me.who, joint, told).await {
        Ok(()) => {
            let to = format!("/matches/{id}/follow-up");
            Ok(done(&to, Done::FollowUpSaved).into_response())
        }
        Err(
            error @ (FollowUpError::NotAsked
            | FollowUpError::Unsaid
            | FollowUpError::TooLong { .. }),
        ) => {
            let field = match error {
                FollowUpError::TooLong { .. } => "learned",
                FollowUpError::NotAsked | FollowUpError::Unsaid | FollowUpError::Match(_) => "main",
            };
            let errors = [(field.to_owned(), error.say(tr))];
            again(&errors, status(error.kind()), None).await
        }
        Err(error @ FollowUpError::Match(_)) => Err(Failure::of(tr, &error)),
    }
}

pub(super) async fn later(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let joint = match_id(&id)?;
    let Some(week) = sent.parsed("week") else {
        look(&web.app, &me.who, joint)
            .await
            .map_err(|error| Failure::of(&me.tr, &error))?;
        let to = format!("/matches/{id}/follow-up");
        return Ok(Redirect::to(&to).into_response());
    };
    follow_up::later(&web.app, &me.who, joint, week)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/matches/{id}"), Done::FollowUpLater).into_response())
}
