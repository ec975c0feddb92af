//! Clients: the caseload, one record, its form, its consents, its end.

mod consents;
mod edit;
mod erase;
mod form_page;
mod import;
mod list;
pub(crate) mod places;
mod problems;
mod show;
pub(crate) mod words;

pub(crate) use consents::{consent_form, given_fields, read_given};

use argonaut_domain::ids::ClientId;

use crate::failure::Failure;
use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/clients", list::show)
        .post("/clients", list::search)
        .get("/clients/new", edit::new)
        .post("/clients/new", edit::record)
        .get("/clients/import", import::show)
        .post("/clients/import", import::read)
        .post("/clients/import/preview", import::preview)
        .post("/clients/import/run", import::run)
        .get("/clients/{id}", show::show)
        .get("/clients/{id}/log", show::log)
        .get("/clients/{id}/edit", edit::show)
        .post("/clients/{id}/edit", edit::save)
        .post("/clients/{id}/notes", show::add_note)
        .post("/clients/{id}/notes/{number}/remove", show::remove_note)
        .post("/clients/{id}/attend", show::attend)
        .get("/clients/{id}/consents", consents::show)
        .post("/clients/{id}/consents", consents::record)
        .post(
            "/clients/{id}/consents/withdraw-all",
            consents::withdraw_all,
        )
        .post(
            "/clients/{id}/consents/{consent}/withdraw",
            consents::withdraw,
        )
        .post("/clients/{id}/archive", show::archive)
        .post("/clients/{id}/restore", show::restore)
        .get("/clients/{id}/erase", erase::show)
        .post("/clients/{id}/erase", erase::send)
        .get("/places", places::suggest)
}

/// A client's id from an address; anything else is no such page.
pub(crate) fn client_id(text: &str) -> Result<ClientId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}
