//! Helpers: one's own profile, the directory, others' pages, contacts.

mod acts;
mod book;
mod contacts;
mod directory;
mod found_by;
mod invite;
mod key;
mod note;
mod problems;
mod profile;
#[cfg(test)]
pub(crate) mod samples;
mod show;
pub(crate) mod suggested;

pub(crate) use profile::languages as languages_field;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/profile", profile::show)
        .post("/profile", profile::save)
        .get("/helpers", directory::show)
        .post("/helpers", directory::search)
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
        .post("/helpers/{id}/note", note::save)
        .post("/helpers/{id}/aside", suggested::aside)
        .post("/contacts/suggestions/again", suggested::again)
        .get("/contacts/import", book::show)
        .post("/contacts/import", book::read)
        .post("/contacts/import/invite", book::invite)
        .get("/contacts/found-by", found_by::show)
        .post("/contacts/found-by", found_by::add)
        .post("/contacts/found-by/remove", found_by::remove)
        .get("/invitations", invite::show)
        .post("/account/invitations", invite::make)
}
