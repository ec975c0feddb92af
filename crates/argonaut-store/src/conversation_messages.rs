//! The sealed messages of conversations, and the sealed files that hang on them. A helper is
//! given only what was wrapped for them, and what they did not delete for themselves.

use argonaut_domain::access::Granted;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{AttachmentId, ConversationId, HelperId, MessageId, MessageKeyId};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A sealed message, with the reader's wrap of its key.
#[derive(Clone, Debug)]
pub struct LetterRow {
    /// Which.
    pub id: MessageId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// Who wrote it.
    pub sender: HelperId,
    /// Under which key.
    pub key: MessageKeyId,
    /// The key, wrapped for the reader.
    pub wrapped: Vec<u8>,
    /// What it says, sealed; `None` when it was deleted for everybody.
    pub sealed: Option<Vec<u8>>,
    /// When.
    pub sent: Timestamp,
}

/// A new message.
#[derive(Clone, Debug)]
pub struct NewLetter {
    /// Which.
    pub id: MessageId,
    /// Under which key.
    pub key: MessageKeyId,
    /// What it says, sealed.
    pub sealed: Vec<u8>,
    /// When.
    pub sent: Timestamp,
}

/// A sealed file of a message.
#[derive(Clone, Debug)]
pub struct FileRow {
    /// Which.
    pub id: AttachmentId,
    /// What it holds, sealed.
    pub sealed: Vec<u8>,
}

fn letter(row: &Row) -> Result<LetterRow, StoreError> {
    Ok(LetterRow {
        id: row.id("id", MessageId::from_uuid)?,
        conversation: row.id("conversation_id", ConversationId::from_uuid)?,
        sender: row.id("sender_id", HelperId::from_uuid)?,
        key: row.id("key_id", MessageKeyId::from_uuid)?,
        wrapped: row.get("wrapped")?,
        sealed: row.get("sealed")?,
        sent: row.time("sent_at")?,
    })
}

impl Read {
    /// The latest messages of a conversation before a moment, the latest first, as far as
    /// they are the reader's to open.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn letters(
        &mut self,
        granted: &Granted<ConversationId>,
        before: Timestamp,
        most: i64,
    ) -> Result<Vec<LetterRow>, StoreError> {
        self.rows(
            "SELECT m.*, w.wrapped FROM conversation_messages m
             JOIN message_wraps w ON w.key_id = m.key_id AND w.helper_id = $2
             WHERE m.conversation_id = $1 AND m.sent_at < $3 AND NOT EXISTS
               (SELECT 1 FROM hidden_messages h WHERE h.message_id = m.id AND h.helper_id = $2)
             ORDER BY m.sent_at DESC, m.id DESC LIMIT $4",
            values![granted.subject(), granted.actor(), before, most],
        )
        .await?
        .iter()
        .map(letter)
        .collect()
    }

    /// One message, if its key was wrapped for this helper. Whether they may open its
    /// conversation is for `domain::access` to say.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn letter(
        &mut self,
        id: MessageId,
        reader: HelperId,
    ) -> Result<Option<LetterRow>, StoreError> {
        self.row(
            "SELECT m.*, w.wrapped FROM conversation_messages m
             JOIN message_wraps w ON w.key_id = m.key_id AND w.helper_id = $2
             WHERE m.id = $1 AND NOT EXISTS
               (SELECT 1 FROM hidden_messages h WHERE h.message_id = m.id AND h.helper_id = $2)",
            values![id, reader],
        )
        .await?
        .as_ref()
        .map(letter)
        .transpose()
    }

    /// When the latest message of a conversation was sent.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn last_letter(
        &mut self,
        granted: &Granted<ConversationId>,
    ) -> Result<Option<Timestamp>, StoreError> {
        let row = self
            .row(
                "SELECT max(sent_at) AS last_at FROM conversation_messages WHERE conversation_id = $1",
                values![granted.subject()],
            )
            .await?;
        row.map_or(Ok(None), |row| row.maybe_time("last_at"))
    }

    /// A sealed file of a message.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn message_file(
        &mut self,
        granted: &Granted<ConversationId>,
        message: MessageId,
        id: AttachmentId,
    ) -> Result<Option<FileRow>, StoreError> {
        self.row(
            "SELECT f.id, f.sealed FROM message_files f
             JOIN conversation_messages m ON m.id = f.message_id
             WHERE f.id = $1 AND f.message_id = $2 AND m.conversation_id = $3",
            values![id, message, granted.subject()],
        )
        .await?
        .as_ref()
        .map(|row| {
            Ok(FileRow {
                id: row.id("id", AttachmentId::from_uuid)?,
                sealed: row.get("sealed")?,
            })
        })
        .transpose()
    }

    /// How many bytes a helper's files take.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn message_file_bytes(&mut self, helper: HelperId) -> Result<i64, StoreError> {
        self.count(
            "SELECT CAST(coalesce(sum(length(f.sealed)), 0) AS bigint) AS n FROM message_files f
             JOIN conversation_messages m ON m.id = f.message_id WHERE m.sender_id = $1",
            values![helper],
        )
        .await
    }
}

impl Write {
    /// Keeps a message of the actor with its files.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_letter(
        &mut self,
        granted: &Granted<ConversationId>,
        new: &NewLetter,
        files: &[FileRow],
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO conversation_messages (id, conversation_id, sender_id, key_id, sealed, sent_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            values![
                new.id,
                granted.subject(),
                granted.actor(),
                new.key,
                new.sealed.as_slice(),
                new.sent
            ],
        )
        .await?;
        for (place, file) in (0_i64..).zip(files) {
            self.swap(
                "INSERT INTO message_files (id, message_id, place, sealed) VALUES ($1, $2, $3, $4)",
                values![file.id, new.id, place, file.sealed.as_slice()],
            )
            .await?;
        }
        Ok(())
    }

    /// Deletes what a message of the actor says, for everybody; that it was there stays.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not theirs, or was deleted already.
    pub async fn empty_letter(
        &mut self,
        granted: &Granted<ConversationId>,
        id: MessageId,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE conversation_messages SET sealed = NULL
             WHERE id = $1 AND conversation_id = $2 AND sender_id = $3 AND sealed IS NOT NULL",
            values![id, granted.subject(), granted.actor()],
        )
        .await?;
        self.run(
            "DELETE FROM message_files WHERE message_id = $1",
            values![id],
        )
        .await
        .map(drop)
    }

    /// Takes a message away from the actor alone.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hide_letter(
        &mut self,
        granted: &Granted<ConversationId>,
        id: MessageId,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO hidden_messages (message_id, helper_id)
             SELECT id, $3 FROM conversation_messages WHERE id = $1 AND conversation_id = $2
             ON CONFLICT DO NOTHING",
            values![id, granted.subject(), granted.actor()],
        )
        .await
        .map(drop)
    }
}
