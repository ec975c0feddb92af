//! What leaves as a file: a conversation, and the files on its messages. Never shown in the
//! site's own name: a file is downloaded, and (as with every answer, see `security`) a browser
//! may neither guess what it is nor keep it.

use argonaut_app::messages::export::export;
use argonaut_app::messages::file;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

use super::{conversation_id, message_id};
use crate::failure::Failure;
use crate::me::Me;
use crate::state::Web;

/// An answer that is saved under a name. Letters beyond ASCII travel percent-encoded.
fn saved(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let plain: String = name
        .chars()
        .map(|letter| match letter {
            ' '..='~' if !matches!(letter, '"' | '\\' | '%' | ';') => letter,
            _ => '_',
        })
        .collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    let mut answer = bytes.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    answer
}

pub(super) async fn text(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let exported = export(&web.app, &me.who, conversation_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let bytes = exported.text().into_bytes();
    Ok(saved("text/plain; charset=utf-8", "messages.txt", bytes))
}

pub(super) async fn json(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let exported = export(&web.app, &me.who, conversation_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let bytes = exported.json()?.into_bytes();
    Ok(saved("application/json", "messages.json", bytes))
}

pub(super) async fn file(
    State(web): State<Web>,
    me: Me,
    Path((id, message, file)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let which = file.parse().map_err(|_| Failure::not_found())?;
    let (conversation, message) = (conversation_id(&id)?, message_id(&message)?);
    let found = file::open(&web.app, &me.who, conversation, which, message)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(saved(
        found.note.kind.media_type(),
        &found.note.name,
        found.bytes.to_vec(),
    ))
}
