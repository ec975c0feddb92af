//! Conversations, and how each helper stands to them: read so far, muted. Who may see one is
//! decided by `domain::access`, never here.

use argonaut_domain::access::{Between, Granted};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ConversationId, GroupId, HelperId};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConversationRow {
    /// Which.
    pub id: ConversationId,
    /// Between whom.
    pub between: Between,
}

/// How a helper stands to a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConversationMark {
    /// Who.
    pub helper: HelperId,
    /// They have read what was sent until then.
    pub read: Timestamp,
    /// They want no notice of it.
    pub muted: bool,
    /// They do not show how far they have read.
    pub hides: bool,
}

/// So many messages of one sender are unread in a conversation that is not muted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadRow {
    /// In which conversation.
    pub conversation: ConversationId,
    /// Whose.
    pub sender: HelperId,
    /// How many.
    pub count: i64,
}

fn conversation(row: &Row) -> Result<ConversationRow, StoreError> {
    let one = row.maybe_id("one_id", HelperId::from_uuid)?;
    let two = row.maybe_id("two_id", HelperId::from_uuid)?;
    let group = row.maybe_id("group_id", GroupId::from_uuid)?;
    let between = match (one, two, group) {
        (Some(one), Some(two), None) => Between::Two(one, two),
        (None, None, Some(group)) => Between::Group(group),
        _ => return Err(StoreError::Damaged("a conversation between nobody".into())),
    };
    Ok(ConversationRow {
        id: row.id("id", ConversationId::from_uuid)?,
        between,
    })
}

/// The two in the order in which a pair is kept.
fn pair(a: HelperId, b: HelperId) -> (HelperId, HelperId) {
    if a < b { (a, b) } else { (b, a) }
}

impl Read {
    /// A conversation, whoever may see it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn conversation(
        &mut self,
        id: ConversationId,
    ) -> Result<Option<ConversationRow>, StoreError> {
        self.row("SELECT * FROM conversations WHERE id = $1", values![id])
            .await?
            .as_ref()
            .map(conversation)
            .transpose()
    }

    /// The conversation of these two.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn conversation_of_two(
        &mut self,
        a: HelperId,
        b: HelperId,
    ) -> Result<Option<ConversationRow>, StoreError> {
        let (one, two) = pair(a, b);
        self.row(
            "SELECT * FROM conversations WHERE one_id = $1 AND two_id = $2",
            values![one, two],
        )
        .await?
        .as_ref()
        .map(conversation)
        .transpose()
    }

    /// A helper's conversations, and those of their groups: the latest written in first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn conversations_of(
        &mut self,
        helper: HelperId,
    ) -> Result<Vec<ConversationRow>, StoreError> {
        self.rows(
            "SELECT c.*, (SELECT max(m.sent_at) FROM conversation_messages m
                          WHERE m.conversation_id = c.id) AS last_at
             FROM conversations c WHERE c.one_id = $1 OR c.two_id = $1 OR c.group_id IN
               (SELECT group_id FROM group_members WHERE helper_id = $1)
             ORDER BY last_at DESC, c.id LIMIT 500",
            values![helper],
        )
        .await?
        .iter()
        .map(conversation)
        .collect()
    }

    /// How everybody who has ever looked stands to a conversation.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn conversation_marks(
        &mut self,
        granted: &Granted<ConversationId>,
    ) -> Result<Vec<ConversationMark>, StoreError> {
        self.rows(
            "SELECT k.*, (h.helper_id IS NOT NULL) AS hides FROM conversation_marks k
             LEFT JOIN hidden_read_marks h ON h.helper_id = k.helper_id
             WHERE k.conversation_id = $1 ORDER BY k.helper_id",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(ConversationMark {
                helper: row.id("helper_id", HelperId::from_uuid)?,
                read: row.time("read_at")?,
                muted: row.get("muted")?,
                hides: row.get("hides")?,
            })
        })
        .collect()
    }

    /// Whether a helper hides how far they have read.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hides_read_marks(&mut self, helper: HelperId) -> Result<bool, StoreError> {
        let n = self
            .count(
                "SELECT count(*) AS n FROM hidden_read_marks WHERE helper_id = $1",
                values![helper],
            )
            .await?;
        Ok(n > 0)
    }

    /// What a helper has not read, where they want to be told; by conversation and sender.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn unread_messages(
        &mut self,
        helper: HelperId,
    ) -> Result<Vec<UnreadRow>, StoreError> {
        self.rows(
            "SELECT m.conversation_id, m.sender_id, count(*) AS n
             FROM (SELECT id FROM conversations WHERE one_id = $1
                   UNION ALL SELECT id FROM conversations WHERE two_id = $1
                   UNION ALL SELECT group_id AS id FROM group_members WHERE helper_id = $1) c
             LEFT JOIN conversation_marks k ON k.conversation_id = c.id AND k.helper_id = $1
             JOIN conversation_messages m
               ON m.conversation_id = c.id AND m.sent_at > coalesce(k.read_at, 0)
             JOIN message_wraps w ON w.key_id = m.key_id AND w.helper_id = $1
             WHERE m.sender_id <> $1 AND m.sealed IS NOT NULL AND NOT coalesce(k.muted, false)
               AND NOT EXISTS (SELECT 1 FROM hidden_messages h
                               WHERE h.message_id = m.id AND h.helper_id = $1)
             GROUP BY m.conversation_id, m.sender_id",
            values![helper],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(UnreadRow {
                conversation: row.id("conversation_id", ConversationId::from_uuid)?,
                sender: row.id("sender_id", HelperId::from_uuid)?,
                count: row.get("n")?,
            })
        })
        .collect()
    }
}

impl Write {
    /// Makes a conversation, unless it is there.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open_conversation(
        &mut self,
        row: &ConversationRow,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (one, two, group) = match row.between {
            Between::Two(a, b) => {
                let (one, two) = pair(a, b);
                (Some(one), Some(two), None)
            }
            Between::Group(group) => (None, None, Some(group)),
        };
        self.run(
            "INSERT INTO conversations (id, one_id, two_id, group_id, made_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            values![row.id, one, two, group, now],
        )
        .await
        .map(drop)
    }

    /// Nobody else writes in this conversation until the end of the transaction.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is gone.
    pub async fn hold_conversation(&mut self, id: ConversationId) -> Result<(), StoreError> {
        self.swap(
            "UPDATE conversations SET made_at = made_at WHERE id = $1",
            values![id],
        )
        .await
    }

    /// Notes that a helper has read until then.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mark_conversation_read(
        &mut self,
        granted: &Granted<ConversationId>,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO conversation_marks (conversation_id, helper_id, read_at, muted)
             VALUES ($1, $2, $3, false)
             ON CONFLICT (conversation_id, helper_id) DO UPDATE SET read_at = excluded.read_at
               WHERE excluded.read_at > conversation_marks.read_at",
            values![granted.subject(), granted.actor(), until],
        )
        .await
        .map(drop)
    }

    /// A helper wants no notices of a conversation, or wants them again.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mute_conversation(
        &mut self,
        granted: &Granted<ConversationId>,
        muted: bool,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO conversation_marks (conversation_id, helper_id, read_at, muted)
             VALUES ($1, $2, 0, $3)
             ON CONFLICT (conversation_id, helper_id) DO UPDATE SET muted = excluded.muted",
            values![granted.subject(), granted.actor(), muted],
        )
        .await
    }

    /// A helper hides how far they have read, or shows it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hide_read_marks(
        &mut self,
        helper: HelperId,
        hides: bool,
    ) -> Result<(), StoreError> {
        let sql = if hides {
            "INSERT INTO hidden_read_marks (helper_id) VALUES ($1) ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM hidden_read_marks WHERE helper_id = $1"
        };
        self.run(sql, values![helper]).await.map(drop)
    }
}
