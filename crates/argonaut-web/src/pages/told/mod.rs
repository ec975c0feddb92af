//! How a helper is told outside the page: their address, what is told how, and the pages
//! behind the links in mails.

mod devices;
mod door;
mod form_page;
mod problems;
mod show;
#[cfg(test)]
mod tests;
mod words;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/account/told", show::show)
        .post("/account/told", show::choose)
        .post("/account/told/end", show::end)
        .post("/account/told/address", show::give)
        .post("/account/told/address/again", show::again)
        .post("/account/told/address/remove", show::remove)
        .post("/account/told/devices", devices::add)
        .post("/account/told/devices/{id}/remove", devices::remove)
        .get("/worker.js", crate::assets::worker)
        .get("/mail/confirm/{token}", door::confirm_show)
        .post("/mail/confirm/{token}", door::confirm)
        .get("/mail/stop/{token}", door::stop_show)
        .post("/mail/stop/{token}", door::stop)
}
