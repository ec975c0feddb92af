//! Events of a group: the list on its page, one event, its form, answers, and the file for
//! calendars.

use argonaut_app::groups::events::{self, EventDraft, EventPage, MOST_SHORT};
use argonaut_app::groups::{GroupError, look};
use argonaut_app::words::{Draft, Hearing, Looked, look as look_at};
use argonaut_domain::access::GroupRight;
use argonaut_domain::event::{Event, EventAnswer, local};
use argonaut_domain::ids::{EventId, GroupId};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use super::group_id;
use super::problems::fault;
use crate::failure::{Failure, status};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::drafts::panel;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

fn ids(group: &str, event: &str) -> Result<(GroupId, EventId), Failure> {
    let event = event.parse().map_err(|_| Failure::not_found())?;
    Ok((group_id(group)?, event))
}

fn answer_name(tr: &Tr, answer: EventAnswer) -> String {
    match answer {
        EventAnswer::Going => t!(tr, "events-going"),
        EventAnswer::Maybe => t!(tr, "events-maybe"),
        EventAnswer::No => t!(tr, "events-no"),
    }
}

fn when(tr: &Tr, event: &Event) -> String {
    let shown = |at| local(at, &event.zone).replace('T', " ");
    let (from, until) = (shown(event.starts), shown(event.ends));
    t!(
        tr,
        "events-when",
        from = from.as_str(),
        until = until.as_str(),
        zone = event.zone.as_str()
    )
}

/// The coming events, on the page of their group.
pub(super) fn section(tr: &Tr, group: GroupId, events: &[Event], makes: bool) -> Markup {
    let home = format!("/groups/{group}/events");
    parts::section(
        &t!(tr, "events-title"),
        &html! {
            @if events.is_empty() { p { (t!(tr, "events-none")) } }
            @else {
                ul.plain-list {
                    @for event in events {
                        li {
                            a href={ (home) "/" (event.id) } { (event.title) }
                            " · " (when(tr, event))
                            @if event.cancelled.is_some() { " " (parts::badge(Tone::Warn, &t!(tr, "events-cancelled"))) }
                        }
                    }
                }
            }
            @if makes { p { a href={ (home) "/new" } { (t!(tr, "events-new")) } } }
        },
    )
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path((id, event)): Path<(String, String)>,
) -> Result<Markup, Failure> {
    let found = opened(&web, &me, &id, &event).await?;
    let body = view(&me.tr, &found);
    Ok(me.show(&found.event.title, NavItem::Helpers, Width::Text, &body))
}

async fn opened(web: &Web, me: &Me, id: &str, event: &str) -> Result<EventPage, Failure> {
    let (group, event) = ids(id, event)?;
    events::look(&web.app, &me.who, group, event)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))
}

pub(super) fn view(tr: &Tr, page: &EventPage) -> Markup {
    let event = &page.event;
    let group = format!("/groups/{}", event.group);
    let home = format!("{group}/events/{}", event.id);
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "groups-title"), "/groups"), (&page.group, &group)]))
        (parts::heading(&event.title, None, None))
        @if event.cancelled.is_some() { p { (parts::badge(Tone::Warn, &t!(tr, "events-cancelled"))) } }
        p { (when(tr, event)) }
        @if !event.place.is_empty() { p { (event.place) } }
        @if !event.words.is_empty() { p.note-text { (event.words) } }
        @if let Some(maker) = &page.maker { p { (t!(tr, "events-by", name = maker.name.as_str())) } }
        p { a href={ (home) "/calendar.ics" } { (t!(tr, "events-calendar")) } }
        @if event.cancelled.is_none() && !page.over {
            (parts::section(&t!(tr, "events-answer"), &html! {
                @if let Some(mine) = page.mine { p { (t!(tr, "events-mine", answer = answer_name(tr, mine))) } }
                @for answer in EventAnswer::ALL {
                    (parts::post_button(&answer_name(tr, *answer), &format!("{home}/answer"), Weight::Quiet, &[("answer", answer.code())])) " "
                }
            }))
        }
        (parts::section(&t!(tr, "events-who"), &html! {
            @if page.answers.is_empty() { p { (t!(tr, "events-nobody")) } }
            @else {
                ul.plain-list {
                    @for (face, answer) in &page.answers { li { a href={ "/helpers/" (face.id) } { (face.name) } " · " (answer_name(tr, *answer)) } }
                }
            }
        }))
        @if page.changes {
            p {
                a href={ (home) "/edit" } { (t!(tr, "events-edit")) } " · "
                a href={ (home) "/cancel" } { (t!(tr, "events-cancel")) }
            }
        }
    }
}

pub(super) async fn new(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let group = group_id(&id)?;
    let found = look::look(&web.app, &me.who, group, None)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    if found.seat.is_none() {
        return Err(Failure::not_found());
    }
    if !found.may(GroupRight::Post) {
        return Err(Failure::of(&me.tr, &GroupError::NotAllowed));
    }
    Ok(form_page(
        &me,
        group,
        None,
        &FormData::default(),
        &[],
        false,
    ))
}

/// The words of a field, looked at.
fn looked(me: &Me, sent: &FormData, field: &str, stored: &str) -> Looked {
    let draft = Draft {
        text: sent.text(field),
        hearing: Hearing::Post,
        known: &[&me.who.name],
        stored,
        locale: me.tr.locale(),
    };
    look_at(&draft, &panel::choices(sent, field))
}

fn all_looked(me: &Me, sent: &FormData, old: Option<&Event>) -> [Looked; 3] {
    let stored = old.map_or(["", "", ""], |of| [&of.title, &of.words, &of.place]);
    let [title, words, place] = stored;
    [
        looked(me, sent, "title", title),
        looked(me, sent, "words", words),
        looked(me, sent, "place", place),
    ]
}

fn form_page(
    me: &Me,
    group: GroupId,
    old: Option<&Event>,
    sent: &FormData,
    errors: &[(String, String)],
    held: bool,
) -> Markup {
    let title = if old.is_some() {
        t!(me.tr, "events-edit")
    } else {
        t!(me.tr, "events-new")
    };
    let looked = all_looked(me, sent, old);
    let body = form_view(&me.tr, (&title, group, old), sent, errors, &looked, held);
    me.show(&title, NavItem::Helpers, Width::Text, &body)
}

pub(super) fn form_view(
    tr: &Tr,
    (title, group, old): (&str, GroupId, Option<&Event>),
    sent: &FormData,
    errors: &[(String, String)],
    [title_looked, words_looked, place_looked]: &[Looked; 3],
    held: bool,
) -> Markup {
    let field = |name: &'static str, label: String| {
        let error = errors
            .iter()
            .find(|(of, _)| of == name)
            .map(|(_, text)| text.clone());
        Field::new(name, label).value(sent.text(name)).error(error)
    };
    let (path, back) = match old {
        Some(of) => (
            format!("/groups/{group}/events/{}/edit", of.id),
            format!("/groups/{group}/events/{}", of.id),
        ),
        None => (
            format!("/groups/{group}/events/new"),
            format!("/groups/{group}"),
        ),
    };
    let zone = match sent.text("zone") {
        "" => "America/Los_Angeles",
        zone => zone,
    };
    let hint = || t!(tr, "events-time-hint");
    let short = u32::try_from(MOST_SHORT).unwrap_or(120);
    html! {
        (parts::heading(title, None, None))
        (form::error_summary(tr, errors))
        (form::post(&path, true, &html! {
            (form::hidden("version", sent.text("version")))
            (parts::notice_public(tr, &t!(tr, "events-privacy")))
            (form::text_field(tr, &field("title", t!(tr, "events-name")).required().longest(short)))
            (panel::panel(tr, "title", Hearing::Post, title_looked, held && title_looked.undecided))
            (form::textarea(tr, &field("words", t!(tr, "events-words")).longest(2_000), 5))
            (panel::panel(tr, "words", Hearing::Post, words_looked, held && words_looked.undecided))
            (form::text_field(tr, &field("place", t!(tr, "events-place")).longest(short)))
            (panel::panel(tr, "place", Hearing::Post, place_looked, held && place_looked.undecided))
            (form::text_field(tr, &field("starts", t!(tr, "events-starts")).hint(hint()).required()))
            (form::text_field(tr, &field("ends", t!(tr, "events-ends")).hint(hint()).required()))
            (form::text_field(tr, &field("zone", t!(tr, "events-zone")).value(zone).required()))
            (form::checkbox(tr, &Field::new("friends", t!(tr, "events-friends")), sent.ticked("friends")))
            (form::submit_row(&t!(tr, "events-save"), Some((&t!(tr, "form-cancel"), &back))))
        }))
    }
}

/// What was typed, or the page that asks about it.
fn draft(
    me: &Me,
    group: GroupId,
    old: Option<&Event>,
    sent: &FormData,
) -> Result<EventDraft, Box<Response>> {
    let looked = all_looked(me, sent, old);
    if looked.iter().any(|of| of.undecided) {
        let page = form_page(me, group, old, sent, &[], true);
        return Err(Box::new(
            (StatusCode::UNPROCESSABLE_ENTITY, page).into_response(),
        ));
    }
    let [title, words, place] = looked.map(|of| of.masked);
    let time = |name: &str| sent.text(name).trim().replace(' ', "T");
    Ok(EventDraft {
        title,
        words,
        place,
        starts: time("starts"),
        ends: time("ends"),
        zone: sent.text("zone").trim().to_owned(),
        for_friends: sent.ticked("friends"),
    })
}

fn again(
    me: &Me,
    group: GroupId,
    old: Option<&Event>,
    sent: &FormData,
    error: &GroupError,
) -> Result<Response, Failure> {
    let GroupError::Invalid(faults) = error else {
        return Err(Failure::of(&me.tr, error));
    };
    let errors: Vec<_> = faults.iter().map(|of| fault(&me.tr, *of)).collect();
    let page = form_page(me, group, old, sent, &errors, false);
    Ok((status(error.kind()), page).into_response())
}

pub(super) async fn create(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let group = group_id(&id)?;
    let typed = match draft(&me, group, None, &sent) {
        Ok(typed) => typed,
        Err(page) => {
            new(State(web), me, Path(id)).await?;
            return Ok(*page);
        }
    };
    match events::make(&web.app, &me.who, group, typed).await {
        Ok(event) => {
            Ok(done(&format!("/groups/{id}/events/{event}"), Done::EventKept).into_response())
        }
        Err(error) => again(&me, group, None, &sent, &error),
    }
}

async fn mine(web: &Web, me: &Me, id: &str, event: &str) -> Result<Event, Failure> {
    let found = opened(web, me, id, event).await?;
    if !found.changes {
        return Err(Failure::of(&me.tr, &GroupError::NotAllowed));
    }
    Ok(found.event)
}

pub(super) async fn edit(
    State(web): State<Web>,
    me: Me,
    Path((id, event)): Path<(String, String)>,
) -> Result<Markup, Failure> {
    let old = mine(&web, &me, &id, &event).await?;
    let mut sent = vec![
        ("title".to_owned(), old.title.clone()),
        ("words".to_owned(), old.words.clone()),
        ("place".to_owned(), old.place.clone()),
        ("starts".to_owned(), local(old.starts, &old.zone)),
        ("ends".to_owned(), local(old.ends, &old.zone)),
        ("zone".to_owned(), old.zone.clone()),
        ("version".to_owned(), old.version.to_string()),
    ];
    if old.for_friends {
        sent.push(("friends".to_owned(), "yes".to_owned()));
    }
    let sent = FormData::of(sent);
    Ok(form_page(&me, old.group, Some(&old), &sent, &[], false))
}

pub(super) async fn save(
    State(web): State<Web>,
    me: Me,
    Path((id, event)): Path<(String, String)>,
    sent: FormData,
) -> Result<Response, Failure> {
    let old = mine(&web, &me, &id, &event).await?;
    let typed = match draft(&me, old.group, Some(&old), &sent) {
        Ok(typed) => typed,
        Err(page) => return Ok(*page),
    };
    let version = sent.parsed("version").unwrap_or(0);
    match events::change(&web.app, &me.who, old.group, old.id, version, typed).await {
        Ok(()) => {
            Ok(done(&format!("/groups/{id}/events/{event}"), Done::EventKept).into_response())
        }
        Err(error) => again(&me, old.group, Some(&old), &sent, &error),
    }
}

pub(super) async fn cancel_page(
    State(web): State<Web>,
    me: Me,
    Path((id, event)): Path<(String, String)>,
) -> Result<Markup, Failure> {
    let old = mine(&web, &me, &id, &event).await?;
    let body = cancel_view(&me.tr, &old);
    let title = t!(me.tr, "events-cancel");
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &body))
}

pub(super) fn cancel_view(tr: &Tr, event: &Event) -> Markup {
    let home = format!("/groups/{}/events/{}", event.group, event.id);
    html! {
        (parts::heading(&t!(tr, "events-cancel"), None, None))
        (parts::notice(Tone::Warn, &event.title, &html! { p { (t!(tr, "events-cancel-text")) } }))
        (parts::actions(&[
            parts::post_button(&t!(tr, "events-cancel-now"), &format!("{home}/cancel"), Weight::Danger, &[]),
            parts::quiet_action(&t!(tr, "events-back"), &home),
        ]))
    }
}

pub(super) async fn cancel(
    State(web): State<Web>,
    me: Me,
    Path((id, event)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let (group, which) = ids(&id, &event)?;
    events::cancel(&web.app, &me.who, group, which)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(
        &format!("/groups/{id}/events/{event}"),
        Done::EventCancelled,
    ))
}

pub(super) async fn answer(
    State(web): State<Web>,
    me: Me,
    Path((id, event)): Path<(String, String)>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let (group, which) = ids(&id, &event)?;
    let said = sent.parsed("answer").unwrap_or(EventAnswer::Maybe);
    events::answer(&web.app, &me.who, group, which, said)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(
        &format!("/groups/{id}/events/{event}"),
        Done::EventAnswered,
    ))
}

pub(super) async fn calendar(
    State(web): State<Web>,
    me: Me,
    Path((id, event)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let found = opened(&web, &me, &id, &event).await?;
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((kind, events::calendar(&found)).into_response())
}
