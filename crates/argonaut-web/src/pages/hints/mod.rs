//! Hints: choosing two cards of others that could fit, saying why, and the list of what was
//! got and given.

mod give;
mod list;
#[cfg(test)]
mod tests;

use argonaut_app::hints::HintError;

pub(crate) use list::task;

use crate::failure::Problem;
use crate::i18n::{Tr, t};
use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/hints", list::show)
        .get("/hints/new", give::show)
        .post("/hints/new", give::send)
        .post("/hints/{id}/aside", list::aside)
}

impl Problem for HintError {
    fn kind(&self) -> argonaut_app::Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Own => t!(tr, "hints-own"),
            Self::Apart => t!(tr, "hints-apart"),
            Self::Already => t!(tr, "hints-already"),
            Self::BadWords { most } => t!(tr, "hints-bad-words", most = most),
            Self::Limited(until) => t!(tr, "safety-limited", date = tr.date(until.date())),
            Self::KeyChanged => t!(tr, "matches-key-changed"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}
