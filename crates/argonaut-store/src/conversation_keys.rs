//! The keys of conversations, wrapped: one sender's key, and its wrap for each reader. It
//! cannot open them.

use argonaut_domain::access::Granted;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ConversationId, HelperId, MessageKeyId};

use crate::db::{Read, Write, values};
use crate::error::StoreError;

/// A sender's present key, with the wrap for themself.
#[derive(Clone, Debug)]
pub struct KeyRow {
    /// Which.
    pub id: MessageKeyId,
    /// When it was made.
    pub made: Timestamp,
    /// The wrap for the sender.
    pub wrapped: Vec<u8>,
}

/// A key, wrapped for one who reads.
#[derive(Clone, Debug)]
pub struct WrapRow {
    /// For whom.
    pub reader: HelperId,
    /// To which public key of theirs.
    pub public_key: Vec<u8>,
    /// The wrap.
    pub wrapped: Vec<u8>,
}

impl Read {
    /// The latest key of the one who asks.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn message_key(
        &mut self,
        granted: &Granted<ConversationId>,
    ) -> Result<Option<KeyRow>, StoreError> {
        self.row(
            "SELECT k.id, k.made_at, w.wrapped FROM message_keys k
             JOIN message_wraps w ON w.key_id = k.id AND w.helper_id = k.sender_id
             WHERE k.conversation_id = $1 AND k.sender_id = $2
             ORDER BY k.made_at DESC, k.id DESC LIMIT 1",
            values![granted.subject(), granted.actor()],
        )
        .await?
        .as_ref()
        .map(|row| {
            Ok(KeyRow {
                id: row.id("id", MessageKeyId::from_uuid)?,
                made: row.time("made_at")?,
                wrapped: row.get("wrapped")?,
            })
        })
        .transpose()
    }

    /// Those who can open a key with the key pair that they have now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn message_key_readers(
        &mut self,
        id: MessageKeyId,
    ) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT w.helper_id FROM message_wraps w JOIN helpers h ON h.id = w.helper_id
             WHERE w.key_id = $1 AND w.public_key = h.public_key ORDER BY w.helper_id",
            values![id],
        )
        .await?
        .iter()
        .map(|row| row.id("helper_id", HelperId::from_uuid))
        .collect()
    }
}

impl Write {
    /// Keeps a new key with its wraps, the sender's own among them.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_message_key(
        &mut self,
        granted: &Granted<ConversationId>,
        id: MessageKeyId,
        wraps: &[WrapRow],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO message_keys (id, conversation_id, sender_id, made_at)
             VALUES ($1, $2, $3, $4)",
            values![id, granted.subject(), granted.actor(), now],
        )
        .await?;
        for wrap in wraps {
            self.swap(
                "INSERT INTO message_wraps (key_id, helper_id, public_key, wrapped)
                 VALUES ($1, $2, $3, $4)",
                values![
                    id,
                    wrap.reader,
                    wrap.public_key.as_slice(),
                    wrap.wrapped.as_slice()
                ],
            )
            .await?;
        }
        Ok(())
    }
}
