//! Notifications inside the application.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{HelperId, NotificationId};
use argonaut_domain::notice::{Notice, NoticeKind};
use uuid::Uuid;

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

fn notice(row: &Row) -> Result<Notice, StoreError> {
    Ok(Notice {
        id: row.id("id", NotificationId::from_uuid)?,
        to: row.id("helper_id", HelperId::from_uuid)?,
        kind: row.word("kind")?,
        subject: row.get("subject")?,
        at: row.time("created_at")?,
        read: row.maybe_time("read_at")?,
    })
}

impl Read {
    /// A helper's notifications, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn notices(
        &mut self,
        helper: HelperId,
        most: i64,
    ) -> Result<Vec<Notice>, StoreError> {
        self.rows(
            "SELECT * FROM notifications WHERE helper_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2",
            values![helper, most],
        )
        .await?
        .iter()
        .map(notice)
        .collect()
    }

    /// A helper's unread notifications, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn unread_notices(
        &mut self,
        helper: HelperId,
        most: i64,
    ) -> Result<Vec<Notice>, StoreError> {
        self.rows(
            "SELECT * FROM notifications WHERE helper_id = $1 AND read_at IS NULL
             ORDER BY created_at DESC, id DESC LIMIT $2",
            values![helper, most],
        )
        .await?
        .iter()
        .map(notice)
        .collect()
    }
}

impl Write {
    /// Tells a helper something: in the page, and in the outbox of what else they chose.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_notice(&mut self, new: &Notice) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO notifications (id, helper_id, kind, subject, created_at) VALUES ($1, $2, $3, $4, $5)",
            values![new.id, new.to, new.kind.code(), new.subject, new.at],
        )
        .await?;
        self.put_out(new).await
    }

    /// Marks one notification of this helper as read. Gives it back, if it is theirs.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read_notice(
        &mut self,
        id: NotificationId,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<Option<Notice>, StoreError> {
        self.row(
            "UPDATE notifications SET read_at = coalesce(read_at, $3) WHERE id = $1 AND helper_id = $2 RETURNING *",
            values![id, helper, now],
        )
        .await?
        .as_ref()
        .map(notice)
        .transpose()
    }

    /// Tells a helper something, unless they have not read the same about the same yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_notice_once(&mut self, new: &Notice) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO notifications (id, helper_id, kind, subject, created_at)
             SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS
               (SELECT 1 FROM notifications WHERE helper_id = $2 AND kind = $3
                AND subject = $4 AND read_at IS NULL)",
            values![new.id, new.to, new.kind.code(), new.subject, new.at],
        )
        .await
        .map(drop)
    }

    /// Marks what a helper was told about a thing as read.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read_notices_about(
        &mut self,
        helper: HelperId,
        kind: NoticeKind,
        subject: Uuid,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE notifications SET read_at = $4
             WHERE helper_id = $1 AND kind = $2 AND subject = $3 AND read_at IS NULL",
            values![helper, kind.code(), subject, now],
        )
        .await
        .map(drop)
    }

    /// Marks all of a helper's notifications as read.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read_all_notices(
        &mut self,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<u64, StoreError> {
        self.run(
            "UPDATE notifications SET read_at = $2 WHERE helper_id = $1 AND read_at IS NULL",
            values![helper, now],
        )
        .await
    }
}
