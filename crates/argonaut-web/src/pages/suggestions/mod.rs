//! Suggestions for a client, the pair view, and what was put aside.

mod aside;
mod list;
mod pair;
pub(crate) mod reasons;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/clients/{id}/suggestions", list::show)
        .get("/clients/{id}/suggestions/{listing}", pair::show)
        .post("/clients/{id}/suggestions/{listing}/aside", aside::put)
        .post("/clients/{id}/suggestions/{listing}/back", aside::back)
        .get("/clients/{id}/aside", aside::show)
}
