//! Notifications: the list, and the way from each to the act it asks for.

mod list;
mod live;
mod words;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/notifications", list::show)
        .get("/events", live::show)
        .post("/notifications/read", list::read_all)
        .post("/notifications/{id}/follow", list::follow)
}
