//! Matches: enquiries, the room of a match, every act in it.

mod acts;
mod ask;
mod beside;
mod forms;
pub(crate) mod list;
mod meeting;
mod more;
mod pace;
mod problems;
pub(crate) mod room;
mod stand_in;
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
        .post("/matches/{id}/park", pace::park)
        .post("/matches/{id}/resume", pace::resume)
        .post("/matches/{id}/reopen", pace::reopen)
        .get("/matches/{id}/more", more::show)
        .post("/matches/{id}/more", more::send)
        .post("/matches/{id}/more/back", more::back)
        .get("/matches/{id}/meeting", meeting::show)
        .post("/matches/{id}/meeting", meeting::plan)
        .post("/matches/{id}/meeting/off", meeting::call_off)
        .get("/matches/{id}/meeting.ics", meeting::calendar)
        .get("/matches/{id}/stand-in", stand_in::show)
        .post("/matches/{id}/take-over", stand_in::take_over)
}

fn match_id(text: &str) -> Result<MatchId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}
