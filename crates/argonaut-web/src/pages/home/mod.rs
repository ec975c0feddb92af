//! The front door: the public pages in plain words, the helper's day, and the
//! choice of language.

mod front;
mod language;
mod privacy;
mod today;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/", front::home)
        .get("/about", front::about)
        .get("/help", front::help)
        .get("/privacy", privacy::show)
        .get("/today", today::show)
        .post("/language", language::choose)
}
