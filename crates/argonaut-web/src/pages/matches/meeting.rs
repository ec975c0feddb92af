//! The first meeting: planned together, with what to think of before it, and as a file for
//! calendars.

use argonaut_app::Kind;
use argonaut_app::matches::meeting::{self, Plan, Planned};
use argonaut_app::matches::room::Room;
use argonaut_app::told;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::event::{local, moment};
use argonaut_domain::introduction::{FirstCheck, MeetingWhen, Side, Stage};
use argonaut_domain::told::zones;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use super::{acts, list, match_id, room};
use crate::failure::{self, Failure, Problem as _};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

fn check(tr: &Tr, one: FirstCheck) -> String {
    match one {
        FirstCheck::Public => t!(tr, "room-check-public"),
        FirstCheck::Told => t!(tr, "room-check-told"),
        FirstCheck::Stop => t!(tr, "room-check-stop"),
        FirstCheck::Home => t!(tr, "room-check-home"),
        FirstCheck::Money => t!(tr, "room-check-money"),
    }
}

fn along(tr: &Tr, room: &Room, side: Side, partner: &str) -> String {
    if side == room.side {
        t!(tr, "room-along-me")
    } else {
        t!(tr, "room-along-them", partner = partner)
    }
}

fn is_possible(room: &Room, now: Timestamp) -> bool {
    matches!(room.joint.stage, Stage::Active { .. }) && room.joint.releases_flow(now)
}

/// The meeting in the room: when and where, or the way to plan it.
pub(super) fn section(tr: &Tr, room: &Room, partner: &str, now: Timestamp) -> Markup {
    let path = format!("/matches/{}/meeting", room.joint.id);
    match &room.meeting {
        Some(meeting) => parts::section(
            &t!(tr, "room-meeting"),
            &html! {
                (facts(tr, room, meeting, partner))
                p { a href={ (path) ".ics" } { (t!(tr, "room-meeting-calendar")) } }
                @if is_possible(room, now) {
                    p { a href=(path) { (t!(tr, "room-meeting-change")) } }
                    (parts::post_button(&t!(tr, "room-meeting-off"), &format!("{path}/off"), Weight::Link, &[]))
                }
            },
        ),
        None if is_possible(room, now) => html! {
            p { (parts::quiet_action(&t!(tr, "room-meeting-plan"), &path)) }
        },
        None => html! {},
    }
}

fn facts(tr: &Tr, room: &Room, meeting: &Planned, partner: &str) -> Markup {
    let when = &meeting.when;
    let clock = |at: Timestamp| {
        let text = local(at, &when.zone);
        text.split_once('T')
            .map_or(String::new(), |(_, time)| time.to_owned())
    };
    let day = local(when.starts, &when.zone);
    let day = day.split('T').next().and_then(|day| day.parse().ok());
    let comes: Vec<String> = meeting
        .plan
        .along
        .iter()
        .map(|side| along(tr, room, *side, partner))
        .collect();
    let open: Vec<String> = FirstCheck::ALL
        .iter()
        .filter(|one| !meeting.plan.checks.contains(one))
        .map(|one| check(tr, *one))
        .collect();
    let mut rows = vec![(
        t!(tr, "room-meeting-when"),
        html! {
            @if let Some(day) = day { (tr.date(day)) ", " }
            (clock(when.starts)) "–" (clock(when.ends())) " (" (when.zone.replace('_', " ")) ")"
        },
    )];
    rows.push((
        t!(tr, "room-meeting-where"),
        html! { (meeting.plan.place.as_str()) },
    ));
    if !comes.is_empty() {
        rows.push((t!(tr, "room-meeting-along"), html! { (comes.join(", ")) }));
    }
    if !meeting.plan.words.is_empty() {
        rows.push((
            t!(tr, "room-meeting-words"),
            html! { (meeting.plan.words.as_str()) },
        ));
    }
    html! {
        (parts::facts(&rows))
        @if !open.is_empty() {
            (parts::notice(Tone::Warn, &t!(tr, "room-check-open"), &html! { ul { @for one in &open { li { (one) } } } }))
        }
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    page(&web, &me, &id, None, None).await
}

async fn page(
    web: &Web,
    me: &Me,
    id: &str,
    sent: Option<&FormData>,
    error: Option<(String, String)>,
) -> Result<Response, Failure> {
    let tr = &me.tr;
    let open = room::open(web, me, match_id(id)?).await?;
    let partner = list::partner(tr, &open.partner);
    let zone = told::look(&web.app, &me.who)
        .await
        .map_err(|trouble| Failure::of(tr, &trouble))?
        .telling
        .zone;
    let now = web.app.now();
    let kept = as_sent(&open, &zone, now);
    let body = view(tr, &open, &partner, now, sent.unwrap_or(&kept), error);
    let title = t!(tr, "room-meeting");
    Ok(me
        .show(&title, NavItem::Matches, Width::Text, &body)
        .into_response())
}

/// The form as it is first shown: the planned meeting, or the usual.
pub(super) fn as_sent(room: &Room, zone: &str, now: Timestamp) -> FormData {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let Some(meeting) = &room.meeting else {
        let day = now.plus_days(7).date().to_string();
        return FormData::of(vec![
            pair("day", &day),
            pair("time", "15:00"),
            pair("minutes", "60"),
            pair("zone", zone),
        ]);
    };
    let starts = local(meeting.when.starts, &meeting.when.zone);
    let (day, time) = starts.split_once('T').unwrap_or((&starts, ""));
    let mut sent = vec![
        pair("day", day),
        pair("time", time),
        pair("minutes", &meeting.when.minutes.to_string()),
        pair("zone", &meeting.when.zone),
        pair("place", &meeting.plan.place),
        pair("words", &meeting.plan.words),
    ];
    let along = meeting.plan.along.iter();
    sent.extend(along.map(|side| pair("along", side.code())));
    let checks = meeting.plan.checks.iter();
    sent.extend(checks.map(|one| pair("checks", one.code())));
    FormData::of(sent)
}

pub(super) fn view(
    tr: &Tr,
    room: &Room,
    partner: &str,
    now: Timestamp,
    sent: &FormData,
    error: Option<(String, String)>,
) -> Markup {
    let home = format!("/matches/{}", room.joint.id);
    let errors: Vec<(String, String)> = error.into_iter().collect();
    let field = |name: &'static str, label: String| {
        let wrong = errors.iter().find(|(field, _)| field == name);
        Field::new(name, label)
            .value(sent.text(name).to_owned())
            .error(wrong.map(|(_, text)| text.clone()))
            .autocomplete("off")
            .longest(500)
    };
    let minutes: Vec<Choice<'_>> = [30, 60, 90, 120, 180, 240]
        .iter()
        .map(|minutes: &i64| {
            let code = minutes.to_string();
            let chosen = sent.text("minutes") == code;
            Choice::new(code, t!(tr, "room-minutes", minutes = (*minutes)), chosen)
        })
        .collect();
    let zone = sent.text("zone");
    let zones: Vec<Choice<'_>> = zones()
        .into_iter()
        .map(|one| {
            let chosen = one == zone;
            Choice::new(one.clone(), one.replace('_', " "), chosen)
        })
        .collect();
    let coming: Vec<&str> = sent.all("along").collect();
    let sides: Vec<Choice<'_>> = [room.side, room.side.other()]
        .into_iter()
        .map(|side| {
            let chosen = coming.contains(&side.code());
            Choice::new(side.code(), along(tr, room, side, partner), chosen)
        })
        .collect();
    let ticked: Vec<&str> = sent.all("checks").collect();
    let checks: Vec<Choice<'_>> = FirstCheck::ALL
        .iter()
        .map(|one| Choice::new(one.code(), check(tr, *one), ticked.contains(&one.code())))
        .collect();
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-matches"), "/matches"), (&t!(tr, "matches-with", partner = partner), &home)]))
        (parts::heading(&t!(tr, "room-meeting"), Some(&t!(tr, "room-meeting-lead")), None))
        (form::error_summary(tr, &errors))
        @if is_possible(room, now) {
            (form::post(&format!("{home}/meeting"), true, &html! {
                (form::row(&html! {
                    (form::date_field(tr, &field("day", t!(tr, "room-meeting-day")).required()))
                    (form::text_field(tr, &field("time", t!(tr, "room-meeting-time")).kind("time").required()))
                    (form::select(tr, &field("minutes", t!(tr, "room-meeting-long")).required(), &minutes))
                }))
                (form::text_field(tr, &field("place", t!(tr, "room-meeting-where")).hint(t!(tr, "room-meeting-where-hint")).required()))
                (form::check_group(tr, &Field::new("along", t!(tr, "room-meeting-along")), &sides))
                (form::check_group(tr, &Field::new("checks", t!(tr, "room-checks")).hint(t!(tr, "room-checks-hint")), &checks))
                (form::text_field(tr, &field("words", t!(tr, "room-meeting-words"))))
                (form::more(&t!(tr, "told-zone"), false, &form::select(tr, &field("zone", t!(tr, "told-zone")).required(), &zones)))
                (form::submit_row(&t!(tr, "room-meeting-send", partner = partner), Some((&t!(tr, "form-cancel"), &home))))
            }))
        } @else { p { (t!(tr, "room-meeting-not-now")) } }
    }
}

pub(super) async fn plan(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let joint = match_id(&id)?;
    let typed = format!("{}T{}", sent.text("day"), sent.text("time"));
    let when = MeetingWhen {
        // A moment that cannot be read is refused like one that is past.
        starts: moment(&typed, sent.text("zone")).unwrap_or_else(|| web.app.now()),
        minutes: sent.parsed("minutes").unwrap_or(60),
        zone: sent.text("zone").to_owned(),
    };
    let plan = Plan {
        place: sent.text("place").into(),
        words: sent.text("words").into(),
        along: sent.all_parsed("along"),
        checks: sent.all_parsed("checks"),
    };
    let field = if sent.text("place").is_empty() {
        "place"
    } else {
        "day"
    };
    match meeting::plan(&web.app, &me.who, joint, (when, plan)).await {
        Ok(()) => Ok(done(&format!("/matches/{id}"), Done::MeetingPlanned).into_response()),
        Err(error) => match error.kind() {
            Kind::Invalid | Kind::Conflict => {
                let said = (field.to_owned(), error.say(&me.tr));
                let mut answer = page(&web, &me, &id, Some(&sent), Some(said)).await?;
                *answer.status_mut() = failure::status(error.kind());
                Ok(answer)
            }
            Kind::NotFound
            | Kind::Forbidden
            | Kind::Busy { .. }
            | Kind::Internal
            | Kind::Unavailable => Err(Failure::of(&me.tr, &error)),
        },
    }
}

pub(super) async fn call_off(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let result = meeting::call_off(&web.app, &me.who, match_id(&id)?).await;
    let nothing = FormData::default();
    acts::back(&web, &me, &id, result, Done::MeetingOff, &nothing).await
}

pub(super) async fn calendar(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = match_id(&id)?;
    let open = room::open(&web, &me, id).await?;
    let Some(meeting) = open.meeting.as_ref() else {
        let page = format!("/matches/{id}/meeting");
        return Ok(Redirect::to(&page).into_response());
    };
    let title = t!(me.tr, "room-meeting-title");
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((kind, meeting::calendar(id, meeting, &title)).into_response())
}
