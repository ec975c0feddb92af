//! Matches: enquiries, the room of a match, every act in it.

mod acts;
mod ask;
mod forms;
pub(crate) mod list;
mod problems;
pub(crate) mod room;
pub(crate) mod words;

use argonaut_domain::ids::MatchId;

use crate::failure::Failure;
use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/matches", list::show)
        .get("/matches/new", ask::show)
        .post("/matches/new", ask::send)
        .get("/matches/{id}", room::show)
        .post("/matches/{id}/accept", acts::accept)
        .post("/matches/{id}/decline", acts::decline)
        .post("/matches/{id}/propose", acts::propose)
        .post("/matches/{id}/choose", acts::choose)
        .post("/matches/{id}/agree", acts::agree)
        .post("/matches/{id}/introduce", acts::introduce)
        .post("/matches/{id}/report", acts::report)
        .post("/matches/{id}/finish", acts::finish)
        .post("/matches/{id}/message", acts::message)
        .get("/matches/{id}/withdraw", acts::withdraw_page)
        .post("/matches/{id}/withdraw", acts::withdraw)
        .post("/matches/{id}/block", acts::block)
}

fn match_id(text: &str) -> Result<MatchId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}
