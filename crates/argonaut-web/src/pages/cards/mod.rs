//! Cards: the preview and its choices, publishing, taking down, renewing, and
//! the card as others see it.

mod explain;
pub(crate) mod face;
mod preview;
mod problems;
mod show;
mod withdraw;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/clients/{id}/card", preview::show)
        .post("/clients/{id}/card/preview", preview::again)
        .post("/clients/{id}/card/publish", preview::publish)
        .get("/clients/{id}/card/withdraw", withdraw::show)
        .post("/clients/{id}/card/withdraw", withdraw::send)
        .post("/clients/{id}/card/renew", withdraw::renew)
        .get("/cards/{id}", show::show)
}
