//! One ring: the next step, the picture with its words, the three cards.

use argonaut_app::rings::{RingPage, SeatSeen, leave as leave_ring, say_yes, show as open};
use argonaut_domain::ring::{LeavingReason, RingAnswer, RingState, SEATS};
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use super::picture::{Stop, ring};
use super::{ring_id, words as own};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::cards::face;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, Tone, Weight, form};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let page = open(&web.app, &me.who, ring_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let title = t!(me.tr, "rings-one");
    let body = view(&me.tr, &page);
    Ok(me.show(&title, NavItem::Matches, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, page: &RingPage) -> Markup {
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-matches"), "/matches"), (&t!(tr, "rings-title"), "/rings")]))
        (parts::heading(&t!(tr, "rings-one"), Some(&t!(tr, "rings-one-lead")), None))
        (next(tr, page))
        (parts::section(&t!(tr, "rings-who-gives"), &html! {
            div.path-and-words {
                (picture(tr, page))
                ol { @for place in 0..SEATS { li { (line(tr, page, place)) } } }
            }
        }))
        (parts::section(&t!(tr, "rings-cards"), &html! {
            @for seat in &page.seats {
                @if let Some(card) = &seat.card {
                    (face::seen(tr, card, Some(&format!("/cards/{}", card.id)), &[], html! {}))
                }
            }
        }))
        @if !page.my_turn && page.state != RingState::Ended { (leaving(tr, page, &t!(tr, "rings-leave"))) }
    }
}

/// What is to be done now, and by whom.
fn next(tr: &Tr, page: &RingPage) -> Markup {
    let home = format!("/rings/{}", page.id);
    let waits = page
        .seats
        .iter()
        .filter(|seat| seat.answer == RingAnswer::Awaited)
        .count();
    html! {
        @if page.empty.is_some() { (parts::notice(Tone::Info, &t!(tr, "rings-seeking-title"), &html! { p { (t!(tr, "rings-seeking")) } })) }
        section.panel.next-step {
            @match page.state {
                RingState::Ended => { h2 { (t!(tr, "rings-state-ended")) } p { (t!(tr, "rings-ended")) } },
                RingState::Going => {
                    h2 { (t!(tr, "rings-state-going")) }
                    p { (t!(tr, "rings-going")) }
                    ul.plain-list { @for seat in &page.seats { @if let Some(room) = seat.room { li { a href={ "/matches/" (room) } {
                        @if seat.mine { (t!(tr, "rings-room-give")) } @else { (t!(tr, "rings-room-get")) }
                    } } } } }
                },
                RingState::Proposed => {
                    @if page.my_turn {
                        h2 { (t!(tr, "rings-your-answer")) }
                        p { (t!(tr, "rings-your-answer-lead")) }
                        (parts::actions(&[parts::post_button(&t!(tr, "rings-yes"), &format!("{home}/yes"), Weight::Primary, &[])]))
                        (leaving(tr, page, &t!(tr, "rings-no")))
                    } @else {
                        h2 { (t!(tr, "rings-waiting-title")) }
                        p { (t!(tr, "rings-waiting", count = waits)) }
                    }
                },
            }
        }
    }
}

fn leaving(tr: &Tr, page: &RingPage, label: &str) -> Markup {
    let reasons: Vec<Choice<'_>> = LeavingReason::GIVEN
        .iter()
        .map(|reason| {
            Choice::new(
                reason.code(),
                own::reason(tr, *reason),
                *reason == LeavingReason::NotNow,
            )
        })
        .collect();
    form::more(
        label,
        false,
        &form::post(
            &format!("/rings/{}/leave", page.id),
            false,
            &html! {
                p { (t!(tr, "rings-leave-lead")) }
                (form::radio_group(tr, &Field::new("reason", t!(tr, "matches-decline-reason")), &reasons))
                (form::submit_row(&t!(tr, "matches-decline-send"), None))
            },
        ),
    )
}

fn at(page: &RingPage, place: i64) -> Option<&SeatSeen> {
    page.seats.iter().find(|seat| seat.place == place)
}

fn name(tr: &Tr, page: &RingPage, place: i64) -> String {
    at(page, place).map_or_else(|| t!(tr, "rings-sought"), |seat| own::who(tr, seat))
}

fn picture(tr: &Tr, page: &RingPage) -> Markup {
    let stop = |place: i64| {
        let seat = at(page, place);
        Stop {
            name: seat
                .and_then(|seat| seat.name.clone())
                .unwrap_or_else(|| name(tr, page, place)),
            yes: seat.is_some_and(|seat| seat.answer == RingAnswer::Yes),
            empty: seat.is_none(),
            mine: seat.is_some_and(|seat| seat.mine),
        }
    };
    let (one, two, three) = (name(tr, page, 0), name(tr, page, 1), name(tr, page, 2));
    let label = t!(
        tr,
        "rings-picture",
        one = one.as_str(),
        two = two.as_str(),
        three = three.as_str()
    );
    ring(&label, &[stop(0), stop(1), stop(2)])
}

/// Who gives what to whom, and what the helper said.
fn line(tr: &Tr, page: &RingPage, place: i64) -> Markup {
    let to = name(tr, page, (place + 1) % SEATS);
    html! {
        strong { (name(tr, page, place)) }
        @if let Some(seat) = at(page, place) {
            @let given = own::gives(tr, seat);
            @if !given.is_empty() { ": " (t!(tr, "rings-gives", what = given.as_str(), to = to.as_str())) }
            br;
            (parts::badge(if seat.answer == RingAnswer::Yes { Tone::Good } else { Tone::Info }, &own::answer(tr, seat.answer)))
            @if let Some(when) = seat.answered { " " (tr.date(when.date())) }
        }
    }
}

pub(super) async fn yes(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = ring_id(&id)?;
    let goes = say_yes(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let told = if goes { Done::RingGoes } else { Done::RingYes };
    Ok(done(&format!("/rings/{id}"), told))
}

pub(super) async fn leave(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let reason = sent
        .parsed("reason")
        .filter(|reason| LeavingReason::GIVEN.contains(reason))
        .unwrap_or(LeavingReason::Other);
    leave_ring(&web.app, &me.who, ring_id(&id)?, reason)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/rings", Done::RingLeft))
}
