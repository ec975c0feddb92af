//! Messages: the list with its search, one conversation, writing, files, deleting, export.

mod acts;
mod delete;
mod export;
mod form;
mod list;
mod problems;
mod start;
#[cfg(test)]
mod tests;
mod thread;

use argonaut_app::messages::Partner;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::event::local;
use argonaut_domain::ids::{ConversationId, MessageId};

use crate::failure::Failure;
use crate::i18n::Tr;
use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/messages", list::show)
        .post("/messages", list::search)
        .post("/messages/settings", acts::settings)
        .get("/messages/{id}", thread::show)
        .post("/messages/{id}", thread::send)
        .post("/messages/{id}/mute", acts::mute)
        .post("/messages/{id}/unmute", acts::unmute)
        .get("/messages/{id}/export.txt", export::text)
        .get("/messages/{id}/export.json", export::json)
        .get("/messages/{id}/{message}/delete", delete::page)
        .post("/messages/{id}/{message}/delete", delete::delete)
        .get("/messages/{id}/{message}/files/{file}", export::file)
        .get("/helpers/{id}/write", start::show)
        .post("/helpers/{id}/write", start::send)
}

fn conversation_id(text: &str) -> Result<ConversationId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

fn message_id(text: &str) -> Result<MessageId, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

fn name(partner: &Partner) -> &str {
    match partner {
        Partner::Helper(face) => &face.name,
        Partner::Group(_, name) => name,
    }
}

/// The day in words, and the hour in UTC.
fn when(tr: &Tr, now: Timestamp, at: Timestamp) -> String {
    let hour = local(at, "UTC");
    let hour = hour.split_once('T').map_or("", |(_, hour)| hour);
    format!("{} · {} UTC", tr.relative(now.date(), at.date()), hour)
}
