//! Muting a conversation, and the setting of read marks.

use argonaut_app::messages::mark;
use axum::extract::{Path, State};
use axum::response::Redirect;

use super::conversation_id;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::me::{Me, done};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn mute(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    set(&web, &me, &id, true).await
}

pub(super) async fn unmute(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    set(&web, &me, &id, false).await
}

async fn set(web: &Web, me: &Me, id: &str, muted: bool) -> Result<Redirect, Failure> {
    mark::mute(&web.app, &me.who, conversation_id(id)?, muted)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let told = if muted {
        Done::ConversationMuted
    } else {
        Done::ConversationUnmuted
    };
    Ok(done(&format!("/messages/{id}"), told))
}

pub(super) async fn settings(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Redirect, Failure> {
    mark::hide_read(&web.app, &me.who, sent.text("read") == "hide").await?;
    Ok(done("/messages", Done::ReadMarksSet))
}
