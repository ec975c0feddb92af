//! Helpers: one's own profile, the directory, others' pages, contacts.

mod acts;
mod contacts;
mod directory;
mod key;
mod problems;
mod profile;
mod show;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/profile", profile::show)
        .post("/profile", profile::save)
        .get("/helpers", directory::show)
        .get("/helpers/{id}", show::show)
        .post("/helpers/{id}/ask", acts::ask)
        .post("/helpers/{id}/accept", acts::accept)
        .post("/helpers/{id}/remove", acts::remove)
        .get("/helpers/{id}/block", acts::block_page)
        .post("/helpers/{id}/block", acts::block)
        .post("/helpers/{id}/unblock", acts::unblock)
        .post("/helpers/{id}/key/compared", key::compared)
        .get("/helpers/{id}/key/replace", key::replace_page)
        .post("/helpers/{id}/key/replace", key::replace)
        .post("/helpers/{id}/mute", acts::mute)
        .post("/helpers/{id}/unmute", acts::unmute)
        .post("/contacts/unblock", acts::unblock_hidden)
        .get("/contacts", contacts::show)
}
