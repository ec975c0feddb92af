//! Failed attempts, counted where all nodes see them.

use argonaut_domain::clock::Timestamp;
use uuid::Uuid;

use crate::db::{Read, Write, values};
use crate::error::StoreError;

impl Read {
    /// How often it failed since the beginning of the window, and when that count began.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn failed_attempts(
        &mut self,
        kind: &'static str,
        subject: Uuid,
        window_begins: Timestamp,
    ) -> Result<Option<(i64, Timestamp)>, StoreError> {
        let row = self
            .row(
                "SELECT failed, since_at FROM attempts WHERE kind = $1 AND subject = $2 AND since_at > $3",
                values![kind, subject, window_begins],
            )
            .await?;
        row.map(|row| Ok((row.get("failed")?, row.time("since_at")?)))
            .transpose()
    }
}

impl Write {
    /// Counts a failure. A count that began before the window begins anew; counts that are
    /// over go.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn count_failure(
        &mut self,
        kind: &'static str,
        subject: Uuid,
        window_begins: Timestamp,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM attempts WHERE kind = $1 AND since_at <= $2",
            values![kind, window_begins],
        )
        .await?;
        self.run(
            "INSERT INTO attempts (kind, subject, failed, since_at) VALUES ($1, $2, 1, $3)
             ON CONFLICT (kind, subject) DO UPDATE SET failed = attempts.failed + 1",
            values![kind, subject, now],
        )
        .await
        .map(drop)
    }

    /// Forgets the failures: it worked.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_failures(
        &mut self,
        kind: &'static str,
        subject: Uuid,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM attempts WHERE kind = $1 AND subject = $2",
            values![kind, subject],
        )
        .await
        .map(drop)
    }
}
