//! One conversation: what was written, and the form to write more.

use argonaut_app::messages::file::FileNote;
use argonaut_app::messages::look::{self, Body, Message, Thread};
use argonaut_app::messages::write::reply;
use argonaut_app::messages::{MessageError, Partner};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::ConversationId;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::form::{self, Typed, Wrong};
use super::{conversation_id, name, when};
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Tone, Weight};
use crate::state::Web;
use crate::words::Done;

pub(super) async fn show(
    State(web): State<Web>,
    mut me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Markup, Failure> {
    let id = conversation_id(&id)?;
    let before = sent.parsed("before").map(Timestamp::from_micros);
    let thread = opened(&web, &me, id, before).await?;
    me.recount(&web).await?;
    let fields = FormData::default();
    let typed = Typed {
        fields: &fields,
        looked: None,
        wrong: None,
    };
    Ok(page(&web, &me, &thread, before.is_none(), &typed))
}

async fn opened(
    web: &Web,
    me: &Me,
    id: ConversationId,
    before: Option<Timestamp>,
) -> Result<Thread, Failure> {
    look::look(&web.app, &me.who, id, before)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))
}

fn page(web: &Web, me: &Me, thread: &Thread, latest: bool, typed: &Typed<'_>) -> Markup {
    let body = view(&me.tr, thread, web.app.now(), latest, typed);
    me.show(name(&thread.partner), NavItem::Messages, Width::Text, &body)
}

pub(super) async fn send(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, Failure> {
    let conversation = conversation_id(&id)?;
    let thread = opened(&web, &me, conversation, None).await?;
    if !thread.may_write {
        return Err(Failure::of(&me.tr, &MessageError::ReadsOnly));
    }
    let sent = form::read(&web, request).await?;
    let fields = sent.fields.clone();
    let looked = form::looked(
        me.tr.locale(),
        &fields,
        &[&me.who.name, name(&thread.partner)],
    );
    let wrong = match form::draft(&me.tr, sent, &looked) {
        Ok(draft) => match reply(&web.app, &me.who, conversation, draft).await {
            Ok(message) => {
                let path = format!("/messages/{id}#m-{message}");
                return Ok(done(&path, Done::MessageSent).into_response());
            }
            Err(error) => form::refused(&me.tr, &error)?,
        },
        Err(wrong) => wrong,
    };
    let (code, text) = match wrong {
        Wrong::Asked => (StatusCode::UNPROCESSABLE_ENTITY, None),
        Wrong::Refused(code, text) => (code, Some(text)),
    };
    let typed = Typed {
        fields: &fields,
        looked: Some(&looked),
        wrong: text.as_deref(),
    };
    Ok((code, page(&web, &me, &thread, true, &typed)).into_response())
}

/// The page of a conversation.
pub(super) fn view(
    tr: &Tr,
    thread: &Thread,
    now: Timestamp,
    latest: bool,
    typed: &Typed<'_>,
) -> Markup {
    let home = format!("/messages/{}", thread.id);
    let lead = match &thread.partner {
        Partner::Helper(_) => None,
        Partner::Group(..) => Some(t!(tr, "messages-group-lead")),
    };
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "messages-title"), "/messages")]))
        (parts::heading(name(&thread.partner), lead.as_deref(), None))
        p { (whose(tr, &thread.partner)) @if thread.muted { " " (parts::badge(Tone::Info, &t!(tr, "messages-muted"))) } }
        @if let (true, Some(first)) = (thread.earlier, thread.messages.first()) {
            p { a href={ (home) "?before=" (first.sent.micros()) } { (t!(tr, "messages-earlier")) } }
        }
        @if !latest { p { a href=(home) { (t!(tr, "messages-latest")) } } }
        div #talk data-bell[latest] {
            @if thread.messages.is_empty() { p { (t!(tr, "messages-thread-empty")) } }
            ul.thread {
                @for message in &thread.messages { (one(tr, thread, message, now)) }
            }
        }
        @if !thread.may_write { (parts::notice(Tone::Info, &t!(tr, "messages-reads-only-title"), &html! { p { (t!(tr, "messages-reads-only")) } })) }
        @else if latest { (form::view(tr, &home, &t!(tr, "messages-write"), typed)) }
        (settings(tr, thread, &home))
    }
}

fn whose(tr: &Tr, partner: &Partner) -> Markup {
    match partner {
        Partner::Helper(face) => {
            html! { a href={ "/helpers/" (face.id) } { (t!(tr, "messages-to-helper")) } }
        }
        Partner::Group(id, _) => {
            html! { a href={ "/groups/" (id) } { (t!(tr, "messages-to-group")) } }
        }
    }
}

fn one(tr: &Tr, thread: &Thread, message: &Message, now: Timestamp) -> Markup {
    let at = format!("/messages/{}/{}", thread.id, message.id);
    let mine = message.from.is_none();
    let read = mine
        && thread
            .read_by_other
            .is_some_and(|until| until >= message.sent);
    let new = !mine && message.sent > thread.had_read;
    html! {
        li.mine[mine] id={ "m-" (message.id) } {
            p.hint {
                @match &message.from { None => (t!(tr, "messages-you")), Some(face) => (face.name) }
                " · " (when(tr, now, message.sent))
                @if new { " " (parts::badge(Tone::Good, &t!(tr, "messages-new"))) }
                @if read { " · " (t!(tr, "messages-read")) }
            }
            @match &message.body {
                Body::Open(said) => {
                    @if !said.get().words.is_empty() { p.note-text { (said.get().words) } }
                    @for file in &said.get().files { (attached(tr, &at, file)) }
                }
                Body::Deleted => p.hint { (t!(tr, "messages-deleted")) },
                Body::Shut => p.hint { (t!(tr, "messages-shut")) },
            }
            p.hint.message-acts {
                a href={ (at) "/delete" } aria-label=(t!(tr, "messages-delete-one", when = when(tr, now, message.sent))) { (t!(tr, "messages-delete")) }
                @if let (false, Body::Open(_)) = (mine, &message.body) {
                    " · " a href={ "/report?about=message:" (message.id) } aria-label=(t!(tr, "messages-report-one", when = when(tr, now, message.sent))) { (t!(tr, "messages-report")) }
                }
            }
        }
    }
}

fn attached(tr: &Tr, at: &str, file: &FileNote) -> Markup {
    let path = format!("{at}/files/{}", file.id);
    let size = tr.number(u64::try_from(file.size.div_ceil(1024)).unwrap_or(0));
    html! {
        p.attached {
            @if file.kind.is_picture() {
                a href=(path) { img.picture src=(path) alt=(t!(tr, "messages-picture", name = file.name.as_str())) loading="lazy"; }
            } @else {
                a href=(path) { (t!(tr, "messages-file", name = file.name.as_str(), size = size)) }
            }
        }
    }
}

fn settings(tr: &Tr, thread: &Thread, home: &str) -> Markup {
    parts::form::more(
        &t!(tr, "messages-more"),
        false,
        &html! {
            @if thread.muted { (parts::post_button(&t!(tr, "messages-unmute"), &format!("{home}/unmute"), Weight::Quiet, &[])) }
            @else {
                p { (t!(tr, "messages-mute-text")) }
                (parts::post_button(&t!(tr, "messages-mute"), &format!("{home}/mute"), Weight::Quiet, &[]))
            }
            p { (t!(tr, "messages-export-text")) }
            (parts::actions(&[
                parts::quiet_action(&t!(tr, "messages-export-plain"), &format!("{home}/export.txt")),
                parts::quiet_action(&t!(tr, "messages-export-json"), &format!("{home}/export.json")),
            ]))
        },
    )
}
