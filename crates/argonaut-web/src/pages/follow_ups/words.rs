//! Words of follow-ups.

use argonaut_domain::follow_up::{AskWeek, NeedMet, Voice};
use argonaut_domain::introduction::YesNo;

use crate::i18n::{Tr, t};

/// After how many weeks.
pub(crate) fn week(tr: &Tr, week: AskWeek) -> String {
    t!(tr, "follow-week", weeks = week.weeks())
}

pub(crate) fn need(tr: &Tr, need: NeedMet) -> String {
    match need {
        NeedMet::Met => t!(tr, "follow-need-met"),
        NeedMet::Partly => t!(tr, "follow-need-partly"),
        NeedMet::Not => t!(tr, "follow-need-not"),
        NeedMet::Harm => t!(tr, "follow-need-harm"),
        NeedMet::Unknown => t!(tr, "follow-do-not-know"),
    }
}

pub(super) fn in_touch(tr: &Tr, answer: YesNo) -> String {
    match answer {
        YesNo::Yes => t!(tr, "follow-touch-yes"),
        YesNo::No => t!(tr, "follow-touch-no"),
        YesNo::Unknown => t!(tr, "follow-do-not-know"),
    }
}

pub(super) fn voice(tr: &Tr, voice: Voice, client: Option<&str>) -> String {
    match (voice, client) {
        (Voice::Helper, _) => t!(tr, "follow-by-you"),
        (Voice::Client, Some(name)) => t!(tr, "follow-by-client", name = name),
        (Voice::Client, None) => t!(tr, "follow-by-your-client"),
    }
}
