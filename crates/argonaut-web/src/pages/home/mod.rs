//! The front page, Today, the pages about Argonaut, and the choice of language.

mod about;
mod front;
mod language;
mod today;
mod week;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/", front::show)
        .get("/today", today::show)
        .get("/today/week", week::show)
        .get("/about", about::about)
        .get("/help", about::help)
        .post("/language", language::choose)
}
