//! A conversation to take along: what the helper reads there, as text or as data. Files are
//! named, and fetched one by one from the page.

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::event::local;
use argonaut_domain::ids::ConversationId;
use serde::Serialize;

use super::look::{self, Body, Message};
use super::{MessageError, Partner, talk};
use crate::app::App;
use crate::error::Trouble;
use crate::who::SignedIn;

/// So many messages are exported at most, the latest.
pub const MOST: i64 = 100_000;

/// A conversation, as it is exported.
#[derive(Clone, Debug, Serialize)]
pub struct Exported {
    /// With whom.
    pub with: String,
    /// When it was exported.
    pub exported: String,
    /// The messages, in order.
    pub messages: Vec<Line>,
}

/// A message, as it is exported.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// When, in UTC.
    pub sent: String,
    /// Who wrote it.
    pub from: String,
    /// What it says; `None` when it was deleted, or cannot be opened.
    pub words: Option<String>,
    /// The names of its files.
    pub files: Vec<String>,
    /// Whether it was deleted for everybody.
    pub deleted: bool,
}

impl Exported {
    /// As plain text.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n{}\n\n", self.with, self.exported);
        for line in &self.messages {
            let words = line.words.as_deref().unwrap_or("—");
            text.push_str(&format!("{}  {}\n{words}\n", line.sent, line.from));
            for file in &line.files {
                text.push_str(&format!("[{file}]\n"));
            }
            text.push('\n');
        }
        text
    }
    /// As JSON.
    ///
    /// # Errors
    /// Never in practice: all of it is text.
    pub fn json(&self) -> Result<String, Trouble> {
        serde_json::to_string_pretty(self).map_err(|error| Trouble::Bug(error.to_string()))
    }
}

/// Exports a conversation.
///
/// # Errors
/// [`MessageError::NotFound`] when it is not theirs.
pub async fn export(
    app: &App,
    who: &SignedIn,
    id: ConversationId,
) -> Result<Exported, MessageError> {
    let mut read = app.store.read().await?;
    let talk = talk::open(app, &mut read, who, id).await?;
    let before = Timestamp::from_micros(i64::MAX);
    let mut letters = read.letters(&talk.granted, before, MOST).await?;
    letters.reverse();
    let messages = look::open_all(app, &mut read, who, &talk, &letters).await?;
    drop(read);
    let entry = app.entry(Some(who.helper()), Deed::ConversationExported, id.uuid());
    app.store.write().await?.commit(&[entry]).await?;
    Ok(Exported {
        with: match talk.partner {
            Partner::Helper(face) => face.name,
            Partner::Group(_, name) => name,
        },
        exported: moment(app.now()),
        messages: messages.iter().map(|of| line(who, of)).collect(),
    })
}

fn moment(at: Timestamp) -> String {
    local(at, "UTC").replace('T', " ")
}

fn line(who: &SignedIn, message: &Message) -> Line {
    let from = message.from.as_ref();
    let said = match &message.body {
        Body::Open(said) => Some(said.get()),
        Body::Deleted | Body::Shut => None,
    };
    Line {
        sent: moment(message.sent),
        from: from.map_or_else(|| who.name.clone(), |face| face.name.clone()),
        words: said.map(|said| said.words.clone()),
        files: said.map_or_else(Vec::new, |said| {
            said.files.iter().map(|file| file.name.clone()).collect()
        }),
        deleted: matches!(message.body, Body::Deleted),
    }
}
