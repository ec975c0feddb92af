//! The room of a match: where it is, whose turn it is, what to do now.

use argonaut_app::clients::list::{ListQuery, list as caseload};
use argonaut_app::matches::list::Partner;
use argonaut_app::matches::room::{MatchEvent, Room, room};
use argonaut_app::trust::prompt::is_worth_a_word;
use argonaut_app::trust::why::Bond;
use argonaut_app::words::{Draft, Hearing, Looked, look};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::MatchId;
use argonaut_domain::introduction::{ClosingReason, FirstContact, Helpful, Side, Stage, StageName};
use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{beside, forms, list, match_id, meeting, more, pace, words as own};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::drafts::panel::{self, Place};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Event, Field, Step, StepState, form};
use crate::pages::trust::bond;
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    page(&web, &me, match_id(&id)?, None, &FormData::default()).await
}

/// Opens the match, or says why not.
pub(super) async fn open(web: &Web, me: &Me, id: MatchId) -> Result<Room, Failure> {
    room(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))
}

/// The room; with what went wrong and what was typed, when an act came back.
pub(super) async fn page(
    web: &Web,
    me: &Me,
    id: MatchId,
    warning: Option<String>,
    sent: &FormData,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let open = open(web, me, id).await?;
    let clients = caseload(&web.app, &me.who, &ListQuery::default())
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let own_clients: Vec<(String, String)> = clients
        .lines
        .iter()
        .map(|line| (line.get().id.to_string(), line.get().name.clone()))
        .collect();
    let known = match &open.partner {
        Partner::Shown(face) => bond::of(web, me, face.id).await?,
        Partner::Hidden(_) | Partner::Unavailable => None,
    };
    let now = web.app.now();
    let today = now.date();
    let partner = list::partner(tr, &open.partner);
    let title = t!(tr, "matches-with", partner = partner.as_str());
    let act = forms::Act {
        tr,
        room: &open,
        partner: &partner,
        own_clients: &own_clients,
        today,
        sent,
    };
    let follow_ups = crate::pages::follow_ups::section(web, me, id).await?;
    let body = html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-matches"), "/matches")]))
        (parts::heading(&title, Some(&whose_turn(tr, &open)), None))
        @if let Some(warning) = warning {
            (parts::notice(parts::Tone::Warn, &t!(tr, "matches-look-again"), &html! { p { (warning) } }))
        }
        @if open.key_changed {
            (parts::notice(parts::Tone::Bad, &t!(tr, "matches-look-again"), &html! { p { (t!(tr, "matches-key-changed")) } }))
        }
        (progress(tr, &open))
        (pace::waits(tr, &open, now))
        @if let Some(rest) = own::rest(tr, &open.joint, now) { p { (rest) } }
        (pace::again(tr, &open, now))
        @if let Some(known) = &known { (about_partner(tr, &open, known)) }
        (follow_ups)
        (act.next_step())
        (meeting::section(tr, &open, &partner, now))
        (beside::released(tr, &open, now))
        (beside::sides(tr, &open))
        (more::link(tr, &open))
        (thread(me, &open, now, sent))
        (pace::aside(tr, &open, now, sent))
        (parts::section(&t!(tr, "matches-history"), &history(tr, &open, &partner, today)))
        p {
            a href={ "/matches/" (id) "/withdraw" } {
                @if open.joint.is_closed() { (t!(tr, "matches-block")) } @else { (t!(tr, "matches-withdraw")) }
            }
            @if !open.messages.is_empty() { " · " a href={ "/report?about=match:" (id) } { (t!(tr, "safety-report")) } }
        }
    };
    Ok(me.show(&title, NavItem::Matches, Width::Wide, &body))
}

/// Before the work: how the two know each other, and what to check. After it: a word for
/// the other.
fn about_partner(tr: &Tr, room: &Room, known: &Bond) -> Markup {
    let (id, name) = (known.other.id, known.other.name.as_str());
    if is_worth_a_word(&room.joint, room.side) && known.given.is_empty() && !known.distrusted {
        return parts::notice(
            parts::Tone::Good,
            &t!(tr, "trust-after-title", name = name),
            &html! {
                p { (t!(tr, "trust-after")) }
                (parts::actions(&[parts::action(&t!(tr, "trust-vouch", name = name), &format!("/helpers/{id}/vouch"))]))
            },
        );
    }
    html! {
        @if !room.joint.is_closed() { (bond::warning(tr, known)) }
        p { a href={ "/helpers/" (id) } { (t!(tr, "trust-to-bond", name = name)) } }
    }
}

fn whose_turn(tr: &Tr, room: &Room) -> String {
    match (&room.joint.stage, room.my_turn, room.their_turn) {
        (Stage::Closed { ending, .. }, ..) => own::ending(tr, *ending),
        (Stage::Introduced { .. }, false, _) => t!(tr, "matches-turn-follow-up"),
        (_, true, true) => t!(tr, "matches-turn-both"),
        (_, true, false) => t!(tr, "matches-turn-yours"),
        (_, false, _) => t!(tr, "matches-turn-theirs"),
    }
}

fn progress(tr: &Tr, room: &Room) -> Markup {
    const WAY: [StageName; 5] = [
        StageName::Asked,
        StageName::Talking,
        StageName::Proposed,
        StageName::Active,
        StageName::Introduced,
    ];
    let reached = |what: &str| room.events.iter().any(|event| event.what == what);
    let closed = room.joint.is_closed();
    let now = match room.joint.stage_name() {
        StageName::Closed if reached("introduced") => 4,
        StageName::Closed if both_agreed(room) => 3,
        StageName::Closed if reached("proposed") => 2,
        StageName::Closed if reached("accepted") => 1,
        StageName::Closed | StageName::Asked => 0,
        StageName::Talking => 1,
        StageName::Proposed => 2,
        StageName::Active => 3,
        StageName::Introduced => 4,
    };
    let steps: Vec<Step> = WAY
        .iter()
        .enumerate()
        .map(|(place, stage)| Step {
            label: own::stage(tr, *stage),
            detail: None,
            state: match place.cmp(&now) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Greater => StepState::Later,
                std::cmp::Ordering::Equal if closed && place == 4 => StepState::Done,
                std::cmp::Ordering::Equal if closed => StepState::Stopped,
                std::cmp::Ordering::Equal => StepState::Now,
            },
        })
        .collect();
    parts::steps(tr, &t!(tr, "matches-way"), &steps)
}

/// Whether a yes of each side stands in the timeline.
fn both_agreed(room: &Room) -> bool {
    [Side::Asker, Side::Owner].iter().all(|side| {
        room.events
            .iter()
            .any(|event| event.what == "agreed" && event.side == Some(*side))
    })
}

/// The names that may stand in a message, because the two helpers know them; `None` once
/// the clients are introduced, or their details flow: then nothing is asked about.
pub(crate) fn heard(room: &Room, own: &str, now: Timestamp) -> Option<(Hearing, Vec<String>)> {
    if room.joint.releases_flow(now) {
        return None;
    }
    match &room.joint.stage {
        Stage::Asked => Some((Hearing::Enquiry, Vec::new())),
        Stage::Talking | Stage::Proposed { .. } | Stage::Active { .. } => {
            let partner = match &room.partner {
                Partner::Shown(face) => Some(face.name.clone()),
                Partner::Hidden(_) | Partner::Unavailable => None,
            };
            let names = partner.into_iter().chain([own.to_owned()]).collect();
            Some((Hearing::Talk, names))
        }
        Stage::Introduced { .. } | Stage::Closed { .. } => None,
    }
}

/// What is asked about the message that was typed, if anything is.
pub(super) fn looked(
    me: &Me,
    room: &Room,
    now: Timestamp,
    sent: &FormData,
) -> Option<(Hearing, Looked)> {
    let (hearing, known) = heard(room, &me.who.name, now)?;
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let draft = Draft {
        text: sent.text("message"),
        hearing,
        known: &known,
        stored: "",
        locale: me.tr.locale(),
    };
    Some((hearing, look(&draft, &panel::choices(sent, "message"))))
}

fn thread(me: &Me, room: &Room, now: Timestamp, sent: &FormData) -> Markup {
    let tr = &me.tr;
    let today = now.date();
    let looked = looked(me, room, now, sent);
    let mut message = Field::new("message", t!(tr, "matches-message"))
        .hint(t!(tr, "matches-message-hint"))
        .value(sent.text("message"))
        .autocomplete("off")
        .longest(4000);
    if looked.is_some() {
        message = message.draft(Place::Room(room.joint.id).code());
    }
    parts::section(
        &t!(tr, "matches-thread"),
        &html! {
            @if room.messages.is_empty() { p { (t!(tr, "matches-thread-empty")) } }
            ul.thread {
                @for message in &room.messages {
                    li.mine[message.mine] {
                        p.hint { @if message.mine { (t!(tr, "matches-you")) } @else { (t!(tr, "matches-other")) } " · " (tr.relative(today, message.sent.date())) }
                        @match &message.words {
                            Some(words) => p.note-text { (words.get()) },
                            None => p.hint { (t!(tr, "matches-unreadable")) },
                        }
                    }
                }
            }
            @if room.joint.is_closed() && !sent.text("message").is_empty() {
                (parts::notice(parts::Tone::Warn, &t!(tr, "matches-not-sent"), &html! { p.note-text { (sent.text("message")) } }))
            }
            @if let (Partner::Shown(face), false) = (&room.partner, room.joint.is_closed()) {
                p { a href={ "/helpers/" (face.id) "/write" } { (t!(tr, "room-files", partner = face.name.as_str())) } }
            }
            @if !room.joint.is_closed() {
                (form::post(&format!("/matches/{}/message", room.joint.id), true, &html! {
                    (form::textarea(tr, &message, 3))
                    @if let Some((hearing, looked)) = &looked { (panel::panel(tr, "message", *hearing, looked, looked.undecided)) }
                    (form::submit_row(&t!(tr, "matches-send"), None))
                }))
            }
        },
    )
}

fn history(tr: &Tr, room: &Room, partner: &str, today: Date) -> Markup {
    let events: Vec<Event> = room
        .events
        .iter()
        .rev()
        .map(|event| {
            let who = match event.side {
                None => t!(tr, "matches-by-time"),
                Some(side) if side == room.side => t!(tr, "matches-you"),
                Some(_) => t!(tr, "matches-other"),
            };
            Event {
                when: tr.relative(today, event.at.date()),
                at: event.at.date().to_string(),
                title: t!(tr, "matches-event", who = who, what = what(tr, &event.what)),
                body: more(tr, room, partner, event),
            }
        })
        .collect();
    parts::timeline(tr, &events)
}

/// What the timeline knows besides: codes and dates. The reason of a withdrawal
/// is not among them, and is told to nobody.
fn more(tr: &Tr, room: &Room, partner: &str, event: &MatchEvent) -> Markup {
    let code = |name: &str| event.detail.get(name).and_then(|value| value.as_str());
    let text = match event.what.as_str() {
        "declined" => code("reason")
            .and_then(ClosingReason::parse)
            .filter(|reason| *reason != ClosingReason::NotSaid)
            .map(|reason| own::reason(tr, reason)),
        "introduced" => code("first_contact")
            .and_then(FirstContact::parse)
            .map(|who| {
                t!(
                    tr,
                    "matches-event-contact",
                    who = own::first_contact(tr, who, room, partner)
                )
            }),
        "reported" => code("helpful")
            .and_then(Helpful::parse)
            .map(|how| own::helpful(tr, how)),
        _ => None,
    };
    html! { @if let Some(text) = text { p { (text) } } }
}

fn what(tr: &Tr, code: &str) -> String {
    match code {
        "asked" => t!(tr, "matches-event-asked"),
        "accepted" => t!(tr, "matches-event-accepted"),
        "declined" => t!(tr, "matches-event-declined"),
        "proposed" => t!(tr, "matches-event-proposed"),
        "chosen" => t!(tr, "matches-event-chosen"),
        "agreed" => t!(tr, "matches-event-agreed"),
        "introduced" => t!(tr, "matches-event-introduced"),
        "reported" => t!(tr, "matches-event-reported"),
        "finished" => t!(tr, "matches-event-finished"),
        "withdrawn" => t!(tr, "matches-event-withdrawn"),
        "parked" => t!(tr, "room-event-parked"),
        "resumed" => t!(tr, "room-event-resumed"),
        "reopened" => t!(tr, "room-event-reopened"),
        "taken_over" => t!(tr, "room-event-taken-over"),
        _ => t!(tr, "matches-event-lapsed"),
    }
}

/// Whether this side stands for the helper who asked.
pub(super) fn is_asker(room: &Room) -> bool {
    room.side == Side::Asker
}
