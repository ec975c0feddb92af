//! What clients may ask of us: links without an account, receipts, their data,
//! how long it is kept, and how it is protected.

mod client;
mod client_view;
mod code;
mod export;
mod links;
mod privacy;
mod receipt;
mod requests;
mod review;
#[cfg(test)]
mod tests;
pub(crate) mod words;

pub(crate) use client_view::scope_line;
pub(crate) use links::said;
pub(crate) use requests::list as request_list;
pub(crate) use review::{retention_form, set_retention};

use axum::http::{HeaderMap, header};

use crate::routes::Routes;
use crate::security::Reach;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/clients/review", review::show)
        .get("/clients/{id}/links", links::list)
        .post("/clients/{id}/links", links::make)
        .get("/clients/{id}/links/{link}", links::show)
        .get("/clients/{id}/links/{link}/sheet", links::sheet)
        .post("/clients/{id}/links/{link}/end", links::end)
        .post("/clients/{id}/requests/{request}/done", requests::done)
        .get("/clients/{id}/consents/{consent}", receipt::show)
        .get("/clients/{id}/export", export::document)
        .get("/clients/{id}/export.json", export::json)
        .post("/admin/retention", set_retention)
        .get("/c", code::show)
        .post("/c", code::send)
        .get("/c/{token}", client::show)
        .post("/c/{token}/answer", client::answer)
        .post("/c/{token}/withdraw", client::withdraw)
        .post("/c/{token}/ask", client::ask)
        .post("/c/{token}/follow-up", client::follow_up)
        .get("/privacy", privacy::show)
}

/// The address of this site as this browser reached it, without a slash at the end.
pub(crate) fn origin(reach: Reach, headers: &HeaderMap) -> String {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or("localhost");
    match reach {
        Reach::Https => format!("https://{host}"),
        Reach::Loopback => format!("http://{host}"),
    }
}
