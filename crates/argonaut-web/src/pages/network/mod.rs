//! The network map of one client: the picture, the questions that fill it, what it can give
//! and what is missing, how it changed, how life is, and the page for supervision.

mod acts;
mod compare;
mod face;
mod measures;
mod picture;
mod resources;
mod show;
mod supervision;
#[cfg(test)]
mod tests;
mod tie;
mod words;

use argonaut_app::networks::NetworkError;

pub(crate) use face::face;

use crate::failure::Problem;
use crate::i18n::{Tr, t};
use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/clients/{id}/network", show::show)
        .post("/clients/{id}/network/names", acts::name)
        .post("/clients/{id}/network/ties", acts::add)
        .get("/clients/{id}/network/ties/{number}", tie::show)
        .post("/clients/{id}/network/ties/{number}", tie::save)
        .post("/clients/{id}/network/ties/{number}/remove", acts::remove)
        .post("/clients/{id}/network/days", acts::keep)
        .post("/clients/{id}/network/days/{number}/remove", acts::forget)
        .get("/clients/{id}/network/compare", compare::show)
        .get("/clients/{id}/network/resources", resources::show)
        .post("/clients/{id}/network/resources", acts::nobody)
        .post("/clients/{id}/network/resources/need", acts::need)
        .get("/clients/{id}/measures", measures::show)
        .post("/clients/{id}/measures", measures::rate)
        .get("/clients/{id}/supervision", supervision::show)
}

impl Problem for NetworkError {
    fn kind(&self) -> argonaut_app::Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Nobody => t!(tr, "network-nobody-named"),
            Self::NoAnswer => t!(tr, "network-no-answer"),
            Self::NotThere => t!(tr, "errors-not-found"),
            Self::Client(error) => error.say(tr),
        }
    }
}
