//! A conversation, as one of those in it reads it. Looking at it notes how far they have read.

use argonaut_domain::access::{self, Visible};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ConversationId, HelperId, MessageId};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::{ConversationMark, LetterRow, Read};

use super::seal::{Opener, Said};
use super::talk::{self, Talk};
use super::{MessageError, Partner};
use crate::app::App;
use crate::error::Trouble;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// So many messages stand on a page.
pub const PAGE: usize = 50;
/// So long after it was sent a message can be deleted for everybody, in minutes.
pub const DELETE_MINUTES: i64 = 15;

/// A message, open.
pub struct Message {
    /// Which.
    pub id: MessageId,
    /// Who wrote it; `None` is the reader.
    pub from: Option<Face>,
    /// When.
    pub sent: Timestamp,
    /// What it says.
    pub body: Body,
    /// Whether the reader can still delete it for everybody.
    pub can_take_back: bool,
}

/// What a message says.
pub enum Body {
    /// Words and files.
    Open(Visible<Said>),
    /// It was deleted for everybody.
    Deleted,
    /// It cannot be believed: another key, or other bytes than were sealed.
    Shut,
}

/// What the page of a conversation shows.
pub struct Thread {
    /// Which.
    pub id: ConversationId,
    /// With whom.
    pub partner: Partner,
    /// The messages, in order.
    pub messages: Vec<Message>,
    /// Whether there are earlier ones: before the first of these.
    pub earlier: bool,
    /// Whether the reader may write.
    pub may_write: bool,
    /// Whether the reader muted it.
    pub muted: bool,
    /// The other has read what was sent until then, where both show it.
    pub read_by_other: Option<Timestamp>,
    /// The reader had read until then before they looked now.
    pub had_read: Timestamp,
}

/// Opens a conversation, at its end or before a moment.
///
/// # Errors
/// [`MessageError::NotFound`] when it is not theirs.
pub async fn look(
    app: &App,
    who: &SignedIn,
    id: ConversationId,
    before: Option<Timestamp>,
) -> Result<Thread, MessageError> {
    let mut read = app.store.read().await?;
    let talk = talk::open(app, &mut read, who, id).await?;
    let marks = read.conversation_marks(&talk.granted).await?;
    let hides = read.hides_read_marks(who.helper()).await?;
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let from = before.unwrap_or(Timestamp::from_micros(i64::MAX));
    let mut letters = read.letters(&talk.granted, from, most).await?;
    let earlier = letters.len() > PAGE;
    letters.truncate(PAGE);
    letters.reverse();
    let messages = open_all(app, &mut read, who, &talk, &letters).await?;
    drop(read);
    let mine = marks.iter().find(|mark| mark.helper == who.helper());
    let had_read = mine.map_or(Timestamp::from_micros(0), |mark| mark.read);
    if before.is_none() {
        let last = letters.last().map(|letter| letter.sent);
        has_read(app, &talk, had_read, last).await?;
    }
    Ok(Thread {
        id,
        messages,
        earlier,
        may_write: talk.may_write,
        muted: mine.is_some_and(|mark| mark.muted),
        read_by_other: read_by_other(&talk, who.helper(), hides, &marks),
        had_read,
        partner: talk.partner,
    })
}

/// Who hides how far they have read does not see it of others either.
fn read_by_other(
    talk: &Talk,
    me: HelperId,
    hides: bool,
    marks: &[ConversationMark],
) -> Option<Timestamp> {
    let other = talk.between.other(me)?;
    let mark = marks.iter().find(|mark| mark.helper == other)?;
    (!hides && !mark.hides).then_some(mark.read)
}

/// Notes that all was read, and that its notice was.
async fn has_read(
    app: &App,
    talk: &Talk,
    had_read: Timestamp,
    last: Option<Timestamp>,
) -> Result<(), Trouble> {
    let Some(last) = last.filter(|last| *last > had_read) else {
        return Ok(());
    };
    let mut write = app.store.write().await?;
    write.mark_conversation_read(&talk.granted, last).await?;
    let (me, kind) = (talk.granted.actor(), NoticeKind::MessageReceived);
    write
        .read_notices_about(me, kind, talk.id().uuid(), app.now())
        .await?;
    Ok(write.commit_unlogged().await?)
}

/// Opens messages; those of helpers whom the reader may not meet are not there.
pub(super) async fn open_all(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    talk: &Talk,
    letters: &[LetterRow],
) -> Result<Vec<Message>, Trouble> {
    let world = app.world();
    let mut opener = Opener::new(read, who).await?;
    let mut messages = Vec::with_capacity(letters.len());
    for letter in letters {
        let mine = letter.sender == who.helper();
        let from = people::face(&world, &talk.viewer, letter.sender);
        if !mine && from.is_none() {
            continue;
        }
        let body = if letter.sealed.is_none() {
            Body::Deleted
        } else {
            let said = opener.said(read, letter).await?;
            said.and_then(|said| access::reveal_in_talk(&talk.granted, letter.conversation, said))
                .map_or(Body::Shut, Body::Open)
        };
        let age = app.now().micros().saturating_sub(letter.sent.micros());
        messages.push(Message {
            id: letter.id,
            from: from.filter(|_| !mine),
            sent: letter.sent,
            can_take_back: mine
                && letter.sealed.is_some()
                && age <= DELETE_MINUTES.saturating_mul(60_000_000),
            body,
        });
    }
    Ok(messages)
}

/// One message that is there for this helper.
pub(super) async fn letter(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    talk: &Talk,
    id: MessageId,
) -> Result<LetterRow, MessageError> {
    let letter = read
        .letter(id, who.helper())
        .await?
        .filter(|letter| letter.conversation == talk.id())
        .ok_or(MessageError::NotFound)?;
    let sender = talk::facts(app, letter.sender);
    if letter.sender == who.helper() || sender.is_some_and(|of| talk.viewer.exchanges_with(of)) {
        Ok(letter)
    } else {
        Err(MessageError::NotFound)
    }
}

/// One message with its sender, wherever it stands: to delete or report it.
///
/// # Errors
/// [`MessageError::NotFound`] when it is not there for this helper.
pub async fn one(
    app: &App,
    who: &SignedIn,
    id: MessageId,
) -> Result<(ConversationId, HelperId, Message), MessageError> {
    let mut read = app.store.read().await?;
    let found = read.letter(id, who.helper()).await?;
    let conversation = found.ok_or(MessageError::NotFound)?.conversation;
    let talk = talk::open(app, &mut read, who, conversation).await?;
    let letter = letter(app, &mut read, who, &talk, id).await?;
    let sender = letter.sender;
    let mut opened = open_all(app, &mut read, who, &talk, &[letter]).await?;
    let message = opened.pop().ok_or(MessageError::NotFound)?;
    Ok((conversation, sender, message))
}
