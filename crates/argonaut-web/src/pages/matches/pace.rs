//! The pace of a room: since when it waits, put aside until a day, taken up again, reopened.

use argonaut_app::matches::pace;
use argonaut_app::matches::room::Room;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::event::moment;
use argonaut_domain::introduction::{Ending, PARK_MOST_DAYS, Stage};
use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};

use super::acts::back;
use super::match_id;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::parts::{self, Field, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

/// Since when somebody is waited for, and whether that is long.
pub(super) fn waits(tr: &Tr, room: &Room, now: Timestamp) -> Markup {
    let joint = &room.joint;
    let path = format!("/matches/{}", joint.id);
    if let Some(until) = joint.parked.filter(|until| now < *until) {
        return parts::notice(
            Tone::Info,
            &t!(tr, "room-parked", date = tr.date(until.date())),
            &parts::post_button(
                &t!(tr, "room-resume"),
                &format!("{path}/resume"),
                Weight::Quiet,
                &[],
            ),
        );
    }
    if !room.my_turn && !room.their_turn {
        return html! {};
    }
    let since = tr.date(joint.since().date());
    let text = match (room.my_turn, room.their_turn) {
        (true, true) => t!(tr, "room-since-both", date = since),
        (true, false) => t!(tr, "room-since-you", date = since),
        (false, _) => t!(tr, "room-since-them", date = since),
    };
    html! {
        p {
            (text) " "
            @if joint.has_stalled(now) { (parts::badge(Tone::Warn, &t!(tr, "room-stalled"))) }
        }
    }
}

/// Putting it aside, folded away.
pub(super) fn aside(tr: &Tr, room: &Room, now: Timestamp, sent: &FormData) -> Markup {
    let joint = &room.joint;
    let can = match &joint.stage {
        Stage::Asked => !super::room::is_asker(room),
        Stage::Talking | Stage::Proposed { .. } | Stage::Active { .. } => true,
        Stage::Introduced { .. } | Stage::Closed { .. } => false,
    };
    let usual = now.plus_days(30).date().to_string();
    let until = match sent.text("until") {
        "" => usual.as_str(),
        typed => typed,
    };
    html! {
        @if can && !joint.rests(now) {
            (form::more(&t!(tr, "room-park"), sent.ticked("until"), &form::post(&format!("/matches/{}/park", joint.id), false, &html! {
                p { (t!(tr, "room-park-lead")) }
                (form::date_field(tr, &Field::new("until", t!(tr, "room-park-until")).hint(t!(tr, "room-park-hint", days = PARK_MOST_DAYS)).value(until).required()))
                (form::submit_row(&t!(tr, "room-park-send"), None))
            })))
        }
    }
}

/// Taking up again what is closed, where this side may.
pub(super) fn again(tr: &Tr, room: &Room, now: Timestamp) -> Markup {
    let joint = &room.joint;
    let may = match &joint.stage {
        Stage::Closed {
            ending,
            by,
            meeting: None,
            ..
        } => match ending {
            Ending::Declined => *by == Some(room.side) || !joint.is_parked(now),
            Ending::Expired => true,
            Ending::Cancelled => *by == Some(room.side),
            Ending::Success => false,
        },
        Stage::Closed { .. }
        | Stage::Asked
        | Stage::Talking
        | Stage::Proposed { .. }
        | Stage::Active { .. }
        | Stage::Introduced { .. } => false,
    };
    html! {
        @if may {
            section.panel {
                h2 { (t!(tr, "room-reopen-title")) }
                p { (t!(tr, "room-reopen-lead")) }
                (parts::post_button(&t!(tr, "room-reopen"), &format!("/matches/{}/reopen", joint.id), Weight::Quiet, &[]))
            }
        }
    }
}

pub(super) async fn park(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    // A day that cannot be read is refused like one that is past.
    let until = moment(&format!("{}T00:00", sent.text("until")), "UTC");
    let until = until.unwrap_or_else(|| web.app.now());
    let result = pace::park(&web.app, &me.who, match_id(&id)?, until).await;
    back(&web, &me, &id, result, Done::MatchParked, &sent).await
}

pub(super) async fn resume(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let result = pace::resume(&web.app, &me.who, match_id(&id)?).await;
    let nothing = FormData::default();
    back(&web, &me, &id, result, Done::MatchResumed, &nothing).await
}

pub(super) async fn reopen(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let result = pace::reopen(&web.app, &me.who, match_id(&id)?).await;
    let nothing = FormData::default();
    back(&web, &me, &id, result, Done::MatchReopened, &nothing).await
}
