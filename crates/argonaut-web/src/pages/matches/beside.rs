//! The two sides of a match beside each other: whom each brings, the cards, what each has
//! decided, what is shown or released, and why the two could fit.

use argonaut_app::dossier::{Private, Released};
use argonaut_app::matches::reasons::{code_of, need_of};
use argonaut_app::matches::room::Room;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::introduction::{Decision, Party, Side, Stage};
use argonaut_domain::taxonomy::TermId;
use maud::{Markup, html};

use crate::i18n::{Tr, t};
use crate::pages::admin::weights;
use crate::pages::cards::face;
use crate::pages::clients::words as client_words;
use crate::pages::parts::{self, Tone, form};

/// Until when this side's yes holds, while the match is open.
fn holds_until(room: &Room, side: Side) -> Option<Timestamp> {
    match &room.joint.stage {
        Stage::Proposed { decisions, .. }
        | Stage::Active { decisions, .. }
        | Stage::Introduced { decisions, .. } => match *decisions.of(side) {
            Decision::Agreed { until, .. } => Some(until),
            Decision::Awaited => None,
        },
        Stage::Asked | Stage::Talking | Stage::Closed { .. } => None,
    }
}

fn until(tr: &Tr, room: &Room, side: Side) -> Markup {
    html! {
        @if let Some(until) = holds_until(room, side) {
            p { (t!(tr, "matches-released-until", date = tr.date(until.date()))) }
        }
    }
}

/// What a side has decided, in a word.
fn decision(tr: &Tr, room: &Room, side: Side, awaited: bool) -> Markup {
    match (holds_until(room, side), awaited) {
        (Some(_), _) => parts::badge(Tone::Good, &t!(tr, "room-said-yes")),
        (None, true) => parts::badge(Tone::Warn, &t!(tr, "room-awaited")),
        (None, false) => html! {},
    }
}

/// Both sides, with why the two could fit between them.
pub(super) fn sides(tr: &Tr, room: &Room) -> Markup {
    let mine = match (room.my_client.as_ref(), *room.joint.parties.of(room.side)) {
        (Some(dossier), _) => Some(dossier.get().name().to_owned()),
        (None, Party::Helper) => Some(t!(tr, "matches-you-yourself")),
        (None, Party::Client { .. } | Party::Open) => None,
    };
    let other = room.side.other();
    let theirs = match *room.joint.parties.of(other) {
        Party::Helper => t!(tr, "matches-helper-in-person"),
        Party::Open => t!(tr, "matches-still-open"),
        Party::Client { .. } => t!(tr, "matches-their-client"),
    };
    html! {
        (why(tr, room))
        div.two-columns {
            section.section {
                h2 { (t!(tr, "matches-your-side")) }
                p { strong { (mine.unwrap_or_else(|| t!(tr, "matches-still-open"))) } " " (decision(tr, room, room.side, room.my_turn)) }
                @if let Some(card) = &room.my_card { (face::bare(tr, card)) }
                @if let Some(detail) = &room.my_detail {
                    (form::more(&t!(tr, "room-shown-by-you"), false, &details(tr, detail.get())))
                }
            }
            section.section {
                h2 { (t!(tr, "matches-their-side")) }
                p { strong { (theirs) } " " (decision(tr, room, other, room.their_turn)) }
                @if let Some(card) = &room.their_card { (face::bare(tr, card)) }
                @else if matches!(room.joint.parties.of(other), Party::Client { .. }) { p.hint { (t!(tr, "matches-no-card")) } }
                @if let Some(detail) = &room.their_detail {
                    (parts::notice(Tone::Info, &t!(tr, "room-shown-to-you"), &details(tr, detail.get())))
                }
            }
        }
    }
}

/// Why the two were suggested, as it was when one asked: the needs by name, then the rest.
fn why(tr: &Tr, room: &Room) -> Markup {
    let mut lines: Vec<String> = Vec::new();
    for reason in &room.reasons {
        let Some(code) = code_of(reason) else {
            continue;
        };
        let line = match (
            need_of(reason, room.side),
            need_of(reason, room.side.other()),
        ) {
            (Some(need), _) => t!(tr, "room-why-mine", need = need.label(tr.locale())),
            (None, Some(need)) => t!(tr, "room-why-theirs", need = need.label(tr.locale())),
            (None, None) => weights::reason(tr, code),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    html! {
        @if !lines.is_empty() {
            (parts::section(&t!(tr, "room-why"), &html! { ul { @for line in &lines { li { (line) } } } }))
        }
    }
}

/// What flows since both said yes.
pub(super) fn released(tr: &Tr, room: &Room, now: Timestamp) -> Markup {
    html! {
        @if let Some(theirs) = &room.their_release {
            (parts::notice(Tone::Good, &t!(tr, "matches-released-to-you"), &html! {
                (details(tr, theirs.get())) (until(tr, room, room.side.other())) p { (t!(tr, "matches-released-care")) }
            }))
        }
        @if let Some(mine) = &room.my_release {
            (form::more(&t!(tr, "matches-released-by-you"), false, &html! {
                (details(tr, mine.get()))
                (until(tr, room, room.side))
                @if !room.joint.releases_flow(now) { p { (t!(tr, "matches-released-not-yet")) } }
            }))
        }
    }
}

pub(super) fn details(tr: &Tr, released: &Released) -> Markup {
    let lines = |texts: &[Private]| -> String {
        let texts: Vec<&str> = texts.iter().map(Private::as_str).collect();
        texts.join(", ")
    };
    let terms = |terms: &mut dyn Iterator<Item = TermId>| -> String {
        let labels: Vec<&str> = terms.map(|term| term.label(tr.locale())).collect();
        labels.join(", ")
    };
    let text = |text: &Option<Private>| text.as_deref().map(str::to_owned).unwrap_or_default();
    let rows: Vec<(String, Markup)> = [
        (t!(tr, "clients-name"), text(&released.first_name)),
        (t!(tr, "clients-full-name"), text(&released.full_name)),
        (t!(tr, "clients-phones"), lines(&released.phones)),
        (t!(tr, "clients-emails"), lines(&released.emails)),
        (t!(tr, "clients-address"), text(&released.address)),
        (
            t!(tr, "clients-preferred"),
            released
                .preferred
                .map(|way| client_words::contact_way(tr, way))
                .unwrap_or_default(),
        ),
        (t!(tr, "clients-times"), text(&released.times)),
        (
            t!(tr, "clients-place"),
            released
                .place
                .map(|place| crate::words::place(tr, place))
                .unwrap_or_default(),
        ),
        (
            t!(tr, "clients-needs"),
            terms(&mut released.needs.iter().map(|need| need.term)),
        ),
        (
            t!(tr, "clients-offers"),
            terms(&mut released.offers.iter().map(|offer| offer.term)),
        ),
        (
            t!(tr, "clients-interests"),
            terms(&mut released.interests.iter().copied()),
        ),
        (
            t!(tr, "clients-situations"),
            terms(&mut released.situations.iter().copied()),
        ),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(label, text)| (label, html! { (text) }))
    .collect();
    parts::facts(&rows)
}
