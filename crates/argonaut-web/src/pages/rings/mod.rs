//! Rings: the list, one ring with its picture, and the answers to it.

pub(crate) mod list;
mod picture;
mod show;
#[cfg(test)]
mod tests;
mod words;

use argonaut_app::rings::RingError;
use argonaut_domain::ids::RingId;

use crate::failure::{Failure, Problem};
use crate::i18n::{Tr, t};
use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/rings", list::show)
        .get("/rings/{id}", show::show)
        .post("/rings/{id}/yes", show::yes)
        .post("/rings/{id}/leave", show::leave)
}

fn ring_id(text: &str) -> Result<RingId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

impl Problem for RingError {
    fn kind(&self) -> argonaut_app::Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Gone => t!(tr, "rings-gone"),
            Self::Changed => t!(tr, "rings-changed"),
            Self::Refused(_) => t!(tr, "rings-refused"),
            Self::Match(error) => error.say(tr),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}
