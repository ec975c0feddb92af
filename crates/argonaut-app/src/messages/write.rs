//! Writing a message: to another helper, or in a conversation that is there. One transaction
//! holds the key, the message, its files, the notices and the audit row.

use argonaut_domain::access::Between;
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{AttachmentId, ConversationId, HelperId, MessageId, NotificationId};
use argonaut_domain::notice::{Notice, NoticeKind};
use argonaut_domain::safety::SocialAct;
use argonaut_store::{FileRow, NewLetter, Write};

use super::file::{self, Checked, FileFault, NewFile};
use super::seal::{self, Said};
use super::talk::{self, Talk};
use super::{MessageError, Partner};
use crate::app::App;
use crate::error::Trouble;
use crate::memory::Memory;
use crate::people::Face;
use crate::safety;
use crate::who::SignedIn;

/// The longest message, in characters.
pub const MOST_CHARACTERS: usize = 4_000;

/// A message as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The words; may be empty when there are files.
    pub words: String,
    /// The files.
    pub files: Vec<NewFile>,
}

/// What the page shows that begins a conversation.
#[derive(Clone, Debug)]
pub enum Beginning {
    /// They have written to each other before.
    There(ConversationId),
    /// To whom it would be.
    New(Face),
}

/// Whom a helper would write to, if they may.
///
/// # Errors
/// [`MessageError::NotFound`] when there is nobody whom they may write to.
pub async fn begin(app: &App, who: &SignedIn, to: HelperId) -> Result<Beginning, MessageError> {
    let mut read = app.store.read().await?;
    if let Some(row) = read.conversation_of_two(who.helper(), to).await? {
        let talk = talk::open(app, &mut read, who, row.id).await?;
        return Ok(Beginning::There(talk.id()));
    }
    let viewer = read.viewer(who.helper()).await?;
    let id = ConversationId::ordered(app.now(), &mut app.rng());
    let between = Between::Two(who.helper(), to);
    let talk = talk::of_two(app, &mut read, who, viewer, (id, between, to)).await?;
    match talk.partner {
        Partner::Helper(face) if talk.may_write => Ok(Beginning::New(face)),
        Partner::Helper(_) | Partner::Group(..) => Err(MessageError::NotFound),
    }
}

/// Whether a helper may write to another, for the link on their page.
///
/// # Errors
/// When storage fails.
pub async fn may_write_to(app: &App, who: &SignedIn, to: HelperId) -> Result<bool, Trouble> {
    match begin(app, who, to).await {
        Ok(_) => Ok(true),
        Err(MessageError::Trouble(trouble)) => Err(trouble),
        Err(
            MessageError::NotFound
            | MessageError::ReadsOnly
            | MessageError::BadWords { .. }
            | MessageError::BadFile(_)
            | MessageError::KeyChanged
            | MessageError::TooLate
            | MessageError::Limited(_),
        ) => Ok(false),
    }
}

/// Writes to another helper; the conversation begins, if it is not there.
///
/// # Errors
/// [`MessageError::NotFound`] when they may not write to them; as [`reply`].
pub async fn write_to(
    app: &App,
    who: &SignedIn,
    to: HelperId,
    draft: Draft,
) -> Result<ConversationId, MessageError> {
    let draft = Ready::of(app, draft).await?;
    let mut write = held(app, who).await?;
    let row = write.conversation_of_two(who.helper(), to).await?;
    let viewer = write.viewer(who.helper()).await?;
    let (id, between) = match row {
        Some(row) => (row.id, row.between),
        None => {
            let now = app.now();
            let limited = safety::may_act(&mut write, who.helper(), SocialAct::Enquire, now);
            if let Err(until) = limited.await? {
                return Err(MessageError::Limited(until));
            }
            let id = ConversationId::ordered(now, &mut app.rng());
            (id, Between::Two(who.helper(), to))
        }
    };
    let talk = talk::of_two(app, &mut write, who, viewer, (id, between, to)).await?;
    if row.is_none() && !talk.may_write {
        return Err(MessageError::NotFound);
    }
    send(app, who, write, &talk, draft).await?;
    Ok(id)
}

/// Writes in a conversation.
///
/// # Errors
/// [`MessageError::NotFound`] when it is not theirs, [`MessageError::ReadsOnly`] when they
/// may only read there, [`MessageError::KeyChanged`] when the other's key is another one.
pub async fn reply(
    app: &App,
    who: &SignedIn,
    id: ConversationId,
    draft: Draft,
) -> Result<MessageId, MessageError> {
    // Whoever may not be here learns nothing from what is wrong with a draft.
    let mut read = app.store.read().await?;
    talk::open(app, &mut read, who, id).await?;
    drop(read);
    let draft = Ready::of(app, draft).await?;
    let mut write = held(app, who).await?;
    let talk = talk::open(app, &mut write, who, id).await?;
    if let Between::Group(_) = talk.between {
        let now = app.now();
        let limited = safety::may_act(&mut write, who.helper(), SocialAct::Post, now);
        if let Err(until) = limited.await? {
            return Err(MessageError::Limited(until));
        }
    }
    send(app, who, write, &talk, draft).await
}

/// A transaction that holds what the helper remembers, so that no two wait for each other.
async fn held(app: &App, who: &SignedIn) -> Result<Write, MessageError> {
    let mut write = app.store.write().await?;
    drop(Memory::hold(&mut write, who).await?);
    Ok(write)
}

/// A draft that can be sent.
struct Ready {
    words: String,
    files: Vec<Checked>,
}

impl Ready {
    async fn of(app: &App, draft: Draft) -> Result<Self, MessageError> {
        let words = draft.words.trim().to_owned();
        let empty = words.is_empty() && draft.files.is_empty();
        if empty || words.chars().count() > MOST_CHARACTERS {
            return Err(MessageError::BadWords {
                most: MOST_CHARACTERS,
            });
        }
        let files = file::check(app, draft.files).await?;
        Ok(Self { words, files })
    }
}

async fn send(
    app: &App,
    who: &SignedIn,
    mut write: Write,
    talk: &Talk,
    ready: Ready,
) -> Result<MessageId, MessageError> {
    if !talk.may_write {
        return Err(MessageError::ReadsOnly);
    }
    let now = app.now();
    write.open_conversation(&talk.row(), now).await?;
    write.hold_conversation(talk.id()).await?;
    let incoming: usize = ready.files.iter().map(|file| file.bytes.len()).sum();
    if incoming > 0 {
        let kept = write.message_file_bytes(who.helper()).await?;
        if usize::try_from(kept)
            .unwrap_or(usize::MAX)
            .saturating_add(incoming)
            > file::MOST_OF_HELPER
        {
            return Err(FileFault::Full.into());
        }
    }
    let readers = talk::readers(app, &mut write, talk).await?;
    let (key_id, key) = seal::key(app, &mut write, who, talk, &readers).await?;
    let mut rng = app.rng();
    let id = MessageId::ordered(now, &mut rng);
    // Each message has a moment of its own, by which pages are turned.
    let last = write.last_letter(&talk.granted).await?;
    let sent = last.map_or(now, |last| {
        now.max(Timestamp::from_micros(last.micros().saturating_add(1)))
    });
    let mark = (id, who.helper(), sent);
    let mut said = Said {
        words: ready.words,
        files: Vec::new(),
    };
    let mut files = Vec::with_capacity(ready.files.len());
    for file in ready.files {
        let file_id = AttachmentId::from_uuid(file.note.id);
        let place = seal::place((talk.id(), key_id), mark, Some(file_id))?;
        let sealed = key
            .seal(&place, &file.bytes, &mut rng)
            .map_err(Trouble::from)?;
        files.push(FileRow {
            id: file_id,
            sealed: sealed.into_bytes(),
        });
        said.files.push(file.note);
    }
    let bytes = serde_json::to_vec(&said).map_err(|error| Trouble::Bug(error.to_string()))?;
    let place = seal::place((talk.id(), key_id), mark, None)?;
    let sealed = key.seal(&place, &bytes, &mut rng).map_err(Trouble::from)?;
    let letter = NewLetter {
        id,
        key: key_id,
        sealed: sealed.into_bytes(),
        sent,
    };
    write.insert_letter(&talk.granted, &letter, &files).await?;
    write.mark_conversation_read(&talk.granted, sent).await?;
    tell(app, &mut write, talk, &readers).await?;
    let entry = app.entry(Some(who.helper()), Deed::MessageWritten, talk.id().uuid());
    write.commit(&[entry]).await?;
    Ok(id)
}

/// Tells those who read, once until they have looked; not those who muted the conversation or
/// the writer.
async fn tell(
    app: &App,
    write: &mut Write,
    talk: &Talk,
    readers: &[HelperId],
) -> Result<(), Trouble> {
    let me = talk.granted.actor();
    let marks = write.conversation_marks(&talk.granted).await?;
    let at = app.now();
    for to in readers.iter().copied().filter(|reader| *reader != me) {
        let quiet = marks.iter().any(|mark| mark.helper == to && mark.muted);
        if quiet || write.muted_by(to).await?.contains(&me) {
            continue;
        }
        write
            .insert_notice_once(&Notice {
                id: NotificationId::ordered(at, &mut app.rng()),
                to,
                kind: NoticeKind::MessageReceived,
                subject: talk.id().uuid(),
                at,
                read: None,
            })
            .await?;
    }
    Ok(())
}
