//! Follow-up pages: a helper answers in a few taps how an introduction goes; the client
//! answers the same on the page of their link.

mod client;
mod problems;
mod show;
#[cfg(test)]
mod tests;
pub(crate) mod words;

pub(crate) use client::{client_form, client_told};
pub(crate) use show::{looked, page, section, task};
#[cfg(test)]
pub(crate) use tests::sample_due;

use argonaut_domain::ids::MatchId;

use crate::failure::Failure;
use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/matches/{id}/follow-up", show::show)
        .post("/matches/{id}/follow-up", show::send)
        .post("/matches/{id}/follow-up/later", show::later)
}

fn match_id(text: &str) -> Result<MatchId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}
