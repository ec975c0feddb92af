//! The words of rings on screen.

use argonaut_app::rings::SeatSeen;
use argonaut_domain::ring::{LeavingReason, RingAnswer, RingState};

use crate::i18n::{Tr, t};
use crate::words;

pub(super) fn state(tr: &Tr, state: RingState) -> String {
    match state {
        RingState::Proposed => t!(tr, "rings-state-proposed"),
        RingState::Going => t!(tr, "rings-state-going"),
        RingState::Ended => t!(tr, "rings-state-ended"),
    }
}

pub(super) fn answer(tr: &Tr, answer: RingAnswer) -> String {
    match answer {
        RingAnswer::Awaited => t!(tr, "rings-answer-awaited"),
        RingAnswer::Yes => t!(tr, "rings-answer-yes"),
    }
}

pub(super) fn reason(tr: &Tr, reason: LeavingReason) -> String {
    match reason {
        LeavingReason::NotNow => t!(tr, "rings-reason-not-now"),
        LeavingReason::NotSuitable => t!(tr, "rings-reason-not-suitable"),
        LeavingReason::NeedMet => t!(tr, "rings-reason-need-met"),
        LeavingReason::ClientNo => t!(tr, "rings-reason-client-no"),
        LeavingReason::Other => t!(tr, "rings-reason-other"),
        LeavingReason::NoAnswer => t!(tr, "rings-reason-no-answer"),
        LeavingReason::Gone => t!(tr, "rings-reason-gone"),
    }
}

/// Who sits there: the own client by name, others as their card says.
pub(super) fn who(tr: &Tr, seat: &SeatSeen) -> String {
    match (&seat.name, &seat.card) {
        (Some(name), _) => t!(tr, "rings-mine", name = name.as_str()),
        (None, Some(card)) => words::whom(tr, card.content.age, card.content.gender),
        (None, None) => t!(tr, "rings-not-on-show"),
    }
}

/// What a seat gives to the next one, in a few words.
pub(super) fn gives(tr: &Tr, seat: &SeatSeen) -> String {
    let locale = tr.locale();
    let given: Vec<String> = seat
        .gives
        .iter()
        .map(|gives| gives.by.label(locale).to_owned())
        .collect();
    let mut once: Vec<String> = Vec::new();
    for one in given {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once.join(", ")
}
