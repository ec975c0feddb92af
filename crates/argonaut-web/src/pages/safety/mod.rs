//! Safety on screen: reporting, what became of it, the agreement, the log of decisions, and
//! the moderators' queue.

mod moderation;
mod own;
mod report;
mod words;

pub(crate) use own::line;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/report", report::form)
        .post("/report", report::send)
        .get("/reports", own::show)
        .post("/reports/decisions/{id}/appeal", own::appeal)
        .get("/agreement", own::agreement)
        .get("/modlog", own::modlog)
        .get("/moderation", moderation::list)
        .get("/moderation/{id}", moderation::show)
        .post("/moderation/{id}/take", moderation::take)
        .post("/moderation/{id}/decide", moderation::decide)
        .post("/moderation/{id}/appeal", moderation::answer)
}
