//! Buckets that all nodes take from, and the count of what a helper was shown in a day.
//! What is allowed is not known here.

use std::fmt::Write as _;

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;
use uuid::Uuid;

use crate::db::{Read, Write, values};
use crate::error::StoreError;

impl Read {
    /// When this bucket will be full again; `None` when it is.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn bucket_full_at(
        &mut self,
        act: &str,
        subject: Uuid,
    ) -> Result<Option<Timestamp>, StoreError> {
        self.row(
            "SELECT full_at FROM limits WHERE act = $1 AND subject = $2",
            values![act, subject],
        )
        .await?
        .map(|row| row.time("full_at"))
        .transpose()
    }

    /// How many different things of this kind the helper was shown on this day.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn shown_count(
        &mut self,
        helper: HelperId,
        day: i64,
        kind: &'static str,
    ) -> Result<i64, StoreError> {
        self.count(
            "SELECT count(*) AS n FROM shown WHERE helper_id = $1 AND day = $2 AND kind = $3",
            values![helper, day, kind],
        )
        .await
    }
}

impl Write {
    /// Takes from a bucket, in one statement: whether there was enough. `cost` and `most` are
    /// microseconds: how long what is taken needs to come back, and how long a whole bucket does.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn take_from_bucket(
        &mut self,
        act: &str,
        subject: Uuid,
        now: Timestamp,
        cost: i64,
        most: i64,
    ) -> Result<bool, StoreError> {
        self.run(
            "INSERT INTO limits (act, subject, full_at) VALUES ($1, $2, $3 + $4)
             ON CONFLICT (act, subject) DO UPDATE
             SET full_at = CASE WHEN limits.full_at > $3 THEN limits.full_at ELSE $3 END + $4
             WHERE limits.full_at + $4 <= $3 + $5",
            values![act, subject, now, cost, most],
        )
        .await
        .map(|rows| rows == 1)
    }

    /// Notes what a helper was shown; what was noted that day already counts once.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn note_shown(
        &mut self,
        helper: HelperId,
        day: i64,
        kind: &'static str,
        marks: &[i64],
    ) -> Result<(), StoreError> {
        if marks.is_empty() {
            return Ok(());
        }
        let mut values = values![helper, day, kind];
        let mut sql = String::from("INSERT INTO shown (helper_id, day, kind, mark) VALUES ");
        for (at, mark) in marks.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            // Writing into a string cannot fail.
            let _ = write!(sql, "{comma}($1, $2, $3, ${})", at + 4);
            values.push((*mark).into());
        }
        sql.push_str(" ON CONFLICT (helper_id, day, kind, mark) DO NOTHING");
        self.run(sqlx::AssertSqlSafe(sql), values).await.map(drop)
    }

    /// Forgets buckets that are full, and the marks of days before this one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_limits(&mut self, now: Timestamp, day: i64) -> Result<(), StoreError> {
        self.run("DELETE FROM limits WHERE full_at < $1", values![now])
            .await?;
        self.run("DELETE FROM shown WHERE day < $1", values![day])
            .await
            .map(drop)
    }
}
