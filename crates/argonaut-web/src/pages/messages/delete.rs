//! Deleting a message: asked about on a page of its own.

use argonaut_app::messages::delete;
use argonaut_app::messages::look::{self, Body, DELETE_MINUTES, Message};
use argonaut_domain::ids::ConversationId;
use axum::extract::{Path, State};
use axum::response::Redirect;
use maud::{Markup, html};

use super::{conversation_id, message_id};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Tone, Weight};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn page(
    State(web): State<Web>,
    me: Me,
    Path((id, message)): Path<(String, String)>,
) -> Result<Markup, Failure> {
    let conversation = conversation_id(&id)?;
    let (of, _, found) = look::one(&web.app, &me.who, message_id(&message)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    if of != conversation {
        return Err(Failure::not_found());
    }
    let title = t!(me.tr, "messages-delete-title");
    let body = view(&me.tr, conversation, &found);
    Ok(me.show(&title, NavItem::Messages, Width::Text, &body))
}

/// The page that asks.
pub(super) fn view(tr: &Tr, conversation: ConversationId, message: &Message) -> Markup {
    let home = format!("/messages/{conversation}");
    let path = format!("{home}/{}/delete", message.id);
    let mut acts = Vec::new();
    if message.can_take_back {
        let label = t!(tr, "messages-delete-all");
        acts.push(parts::post_button(
            &label,
            &path,
            Weight::Danger,
            &[("whom", "all")],
        ));
    }
    let label = t!(tr, "messages-delete-me");
    acts.push(parts::post_button(
        &label,
        &path,
        Weight::Quiet,
        &[("whom", "me")],
    ));
    acts.push(parts::quiet_action(&t!(tr, "form-cancel"), &home));
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "messages-title"), "/messages")]))
        (parts::heading(&t!(tr, "messages-delete-title"), None, None))
        @if let Body::Open(said) = &message.body { blockquote { p.note-text { (said.get().words) } } }
        (parts::notice(Tone::Warn, &t!(tr, "messages-delete-lead"), &html! {
            p { (t!(tr, "messages-delete-text", minutes = DELETE_MINUTES)) }
        }))
        (parts::actions(&acts))
    }
}

pub(super) async fn delete(
    State(web): State<Web>,
    me: Me,
    Path((id, message)): Path<(String, String)>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let (conversation, message) = (conversation_id(&id)?, message_id(&message)?);
    let deleted = if sent.text("whom") == "all" {
        delete::for_all(&web.app, &me.who, conversation, message).await
    } else {
        delete::for_me(&web.app, &me.who, conversation, message).await
    };
    deleted.map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/messages/{id}"), Done::MessageDeleted))
}
