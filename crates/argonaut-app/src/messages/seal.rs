//! Messages sealed and opened. A sender's key serves until the readers change or a month is
//! over: who left has no key for what comes after, who joined none for what was before.

use std::collections::HashMap;

use argonaut_domain::access::Between;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{AttachmentId, ConversationId, HelperId, MessageId, MessageKeyId};
use argonaut_privacy::vault::{
    KeyPlace, MessageKey, MessagePart, MessagePlace, PinnedKey, Plaintext, Sealed, VaultError,
};
use argonaut_store::{LetterRow, Read, WrapRow, Write};
use serde::{Deserialize, Serialize};

use super::MessageError;
use super::file::FileNote;
use super::talk::Talk;
use crate::app::App;
use crate::error::Trouble;
use crate::memory::Memory;
use crate::sealing::{self, unsigned};
use crate::who::SignedIn;

/// A key serves so many days.
const DAYS: i64 = 30;

/// What a message says, as it is sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The words; may be empty when there are files.
    pub words: String,
    /// What hangs on it.
    pub files: Vec<FileNote>,
}

fn key_place(conversation: ConversationId, key: MessageKeyId) -> KeyPlace {
    KeyPlace {
        conversation: *conversation.bytes(),
        key: *key.bytes(),
    }
}

/// Where a part of a message belongs.
pub(super) fn place(
    (conversation, key): (ConversationId, MessageKeyId),
    (message, sender, sent): (MessageId, HelperId, Timestamp),
    file: Option<AttachmentId>,
) -> Result<MessagePlace, Trouble> {
    Ok(MessagePlace {
        key: key_place(conversation, key),
        message: *message.bytes(),
        sender: *sender.bytes(),
        sent: unsigned(sent.micros())?,
        part: file.map_or(MessagePart::Words, |id| MessagePart::Content(*id.bytes())),
    })
}

/// The key under which this helper writes now to these readers, themself among them.
pub(super) async fn key(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    talk: &Talk,
    readers: &[HelperId],
) -> Result<(MessageKeyId, MessageKey), MessageError> {
    let now = app.now();
    let present = write.message_key(&talk.granted).await?;
    let mut usable = None;
    if let Some(row) = present.filter(|row| row.made.plus_days(DAYS) > now) {
        let has = write.message_key_readers(row.id).await?;
        let serves = if has == readers {
            true
        } else {
            let keys = keys_of(app, write, who, talk, readers).await?;
            let serves =
                has.len() == keys.len() + 1 && keys.iter().all(|key| has.contains(&reader_of(key)));
            usable = Some(keys);
            serves
        };
        let wrap = Sealed::from_bytes(row.wrapped);
        if serves
            && let Ok(key) = who
                .keys
                .unwrap_own_message_key(&key_place(talk.id(), row.id), &wrap)
        {
            return Ok((row.id, key));
        }
    }
    let keys = match usable {
        Some(keys) => keys,
        None => keys_of(app, write, who, talk, readers).await?,
    };
    make(app, write, who, talk, &keys).await
}

fn reader_of(key: &PinnedKey) -> HelperId {
    HelperId::from_uuid(uuid::Uuid::from_bytes(*key.helper()))
}

/// Makes a key, and wraps it for everybody who reads.
async fn make(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    talk: &Talk,
    keys: &[PinnedKey],
) -> Result<(MessageKeyId, MessageKey), MessageError> {
    let mut rng = app.rng();
    let id = MessageKeyId::ordered(app.now(), &mut rng);
    let place = key_place(talk.id(), id);
    let key = MessageKey::generate(&mut rng);
    let own = who
        .keys
        .wrap_own_message_key(&place, &key, &mut rng)
        .map_err(Trouble::from)?;
    let mut wraps = vec![WrapRow {
        reader: who.helper(),
        public_key: who.keys.public().as_bytes().to_vec(),
        wrapped: own.into_bytes(),
    }];
    for reader in keys {
        let wrap = who
            .keys
            .wrap_message_key(reader, &place, &key, &mut rng)
            .map_err(Trouble::from)?;
        wraps.push(WrapRow {
            reader: reader_of(reader),
            public_key: reader.public().as_bytes().to_vec(),
            wrapped: wrap.into_bytes(),
        });
    }
    write
        .insert_message_key(&talk.granted, id, &wraps, app.now())
        .await?;
    Ok((id, key))
}

/// The known keys of those who read, but oneself. One whose key is not the known one gets
/// nothing: in a group the others do, and between two nothing is sent.
async fn keys_of(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    talk: &Talk,
    readers: &[HelperId],
) -> Result<Vec<PinnedKey>, MessageError> {
    let mut keys = Vec::with_capacity(readers.len());
    let mut memory = Memory::load(write, who).await?;
    for reader in readers.iter().copied().filter(|id| *id != who.helper()) {
        let known = match sealing::pin(app, write, who, reader).await {
            Ok(anew) => {
                if anew {
                    memory = Memory::load(write, who).await?;
                }
                sealing::known_key_by(write, who, memory.manifest(), reader).await
            }
            Err(error) => Err(error),
        };
        match (known, talk.between) {
            (Ok(key), _) => keys.push(key),
            (
                Err(Trouble::Vault(VaultError::KeyChanged | VaultError::UnusableKey)),
                Between::Group(_),
            ) => {}
            (Err(error), _) => return Err(error.into()),
        }
    }
    Ok(keys)
}

/// What opens messages: it unwraps each key once.
pub(super) struct Opener<'a> {
    who: &'a SignedIn,
    memory: Memory,
    senders: HashMap<HelperId, Option<PinnedKey>>,
    /// By key and by who is said to have written: what is said wrongly of one message must
    /// not shut the others.
    keys: HashMap<(MessageKeyId, HelperId), Option<MessageKey>>,
}

impl<'a> Opener<'a> {
    pub(super) async fn new(read: &mut Read, who: &'a SignedIn) -> Result<Self, Trouble> {
        Ok(Self {
            who,
            memory: Memory::load(read, who).await?,
            senders: HashMap::new(),
            keys: HashMap::new(),
        })
    }

    /// What a message says; `None` when it cannot be believed.
    pub(super) async fn said(
        &mut self,
        read: &mut Read,
        letter: &LetterRow,
    ) -> Result<Option<Said>, Trouble> {
        let Some(sealed) = letter.sealed.clone() else {
            return Ok(None);
        };
        let opened = self.part(read, letter, None, sealed).await?;
        Ok(opened.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    /// Opens a part of a message.
    pub(super) async fn part(
        &mut self,
        read: &mut Read,
        letter: &LetterRow,
        file: Option<AttachmentId>,
        sealed: Vec<u8>,
    ) -> Result<Option<Plaintext>, Trouble> {
        let under = (letter.conversation, letter.key);
        let place = place(under, (letter.id, letter.sender, letter.sent), file)?;
        let key = self.key(read, letter).await?;
        Ok(key.and_then(|key| key.open(&place, &Sealed::from_bytes(sealed)).ok()))
    }

    async fn key(
        &mut self,
        read: &mut Read,
        letter: &LetterRow,
    ) -> Result<Option<&MessageKey>, Trouble> {
        let which = (letter.key, letter.sender);
        if !self.keys.contains_key(&which) {
            let opened = self.unwrap(read, letter).await?;
            self.keys.insert(which, opened);
        }
        Ok(self.keys.get(&which).and_then(Option::as_ref))
    }

    async fn unwrap(
        &mut self,
        read: &mut Read,
        letter: &LetterRow,
    ) -> Result<Option<MessageKey>, Trouble> {
        let place = key_place(letter.conversation, letter.key);
        let wrap = Sealed::from_bytes(letter.wrapped.clone());
        if letter.sender == self.who.helper() {
            return Ok(self.who.keys.unwrap_own_message_key(&place, &wrap).ok());
        }
        if !self.senders.contains_key(&letter.sender) {
            let manifest = self.memory.manifest();
            let known = sealing::known_key_by(read, self.who, manifest, letter.sender).await;
            let known = match known {
                Ok(known) => Some(known),
                Err(Trouble::Vault(_)) => None,
                Err(error) => return Err(error),
            };
            self.senders.insert(letter.sender, known);
        }
        let sender = self.senders.get(&letter.sender).and_then(Option::as_ref);
        Ok(sender.and_then(|of| self.who.keys.unwrap_message_key(of, &place, &wrap).ok()))
    }
}
