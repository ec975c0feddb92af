//! Background work as rows: claimed with a lease, done at least once, so every
//! job must be harmless when done twice.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::JobId;
use uuid::Uuid;

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Which.
    pub id: JobId,
    /// What is to be done: a code of the worker's list.
    pub kind: String,
    /// To which thing.
    pub subject: Uuid,
    /// How often it was tried, this time included.
    pub attempts: i64,
}

fn job(row: &Row) -> Result<Job, StoreError> {
    Ok(Job {
        id: row.id("id", JobId::from_uuid)?,
        kind: row.get("kind")?,
        subject: row.get("subject")?,
        attempts: row.get("attempts")?,
    })
}

impl Read {
    /// When the job of a kind is due that is due first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn job_due(&mut self, kind: &'static str) -> Result<Option<Timestamp>, StoreError> {
        match self
            .row(
                "SELECT min(due_at) AS due_at FROM jobs WHERE kind = $1",
                values![kind],
            )
            .await?
        {
            Some(row) => row.maybe_time("due_at"),
            None => Ok(None),
        }
    }

    /// When the next job is due.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn next_job(&mut self) -> Result<Option<Timestamp>, StoreError> {
        match self
            .row("SELECT min(due_at) AS due_at FROM jobs", values![])
            .await?
        {
            Some(row) => row.maybe_time("due_at"),
            None => Ok(None),
        }
    }
}

impl Write {
    /// Plans a job; one of the same kind and subject is kept as it is.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn plan_job(
        &mut self,
        id: JobId,
        kind: &'static str,
        subject: Uuid,
        due: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO jobs (id, kind, subject, due_at, leased_until, attempts) VALUES ($1, $2, $3, $4, 0, 0)
             ON CONFLICT (kind, subject) DO NOTHING",
            values![id, kind, subject, due],
        )
        .await
        .map(drop)
    }

    /// Claims up to `most` due jobs until `lease`: nobody else gets them before then.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn claim_jobs(
        &mut self,
        now: Timestamp,
        lease: Timestamp,
        most: i64,
    ) -> Result<Vec<Job>, StoreError> {
        let skip_locked = if self.is_postgres() {
            "FOR UPDATE SKIP LOCKED"
        } else {
            ""
        };
        let sql = sqlx::AssertSqlSafe(format!(
            "UPDATE jobs SET leased_until = $2, attempts = attempts + 1 WHERE id IN
             (SELECT id FROM jobs WHERE due_at <= $1 AND leased_until <= $1 ORDER BY due_at LIMIT $3 {skip_locked})
             RETURNING id, kind, subject, attempts"
        ));
        self.rows(sql, values![now, lease, most])
            .await?
            .iter()
            .map(job)
            .collect()
    }

    /// Claims a due job of one kind until `lease`; `None` when there is none, or
    /// somebody has it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn claim_job(
        &mut self,
        kind: &'static str,
        now: Timestamp,
        lease: Timestamp,
    ) -> Result<Option<Job>, StoreError> {
        let skip_locked = if self.is_postgres() {
            "FOR UPDATE SKIP LOCKED"
        } else {
            ""
        };
        let sql = sqlx::AssertSqlSafe(format!(
            "UPDATE jobs SET leased_until = $2, attempts = attempts + 1 WHERE id IN
             (SELECT id FROM jobs WHERE kind = $3 AND due_at <= $1 AND leased_until <= $1
              ORDER BY due_at LIMIT 1 {skip_locked})
             RETURNING id, kind, subject, attempts"
        ));
        self.row(sql, values![now, lease, kind])
            .await?
            .as_ref()
            .map(job)
            .transpose()
    }

    /// Strikes a job off the list, or plans it again for `next`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn finish_job(
        &mut self,
        id: JobId,
        next: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        match next {
            None => self
                .run("DELETE FROM jobs WHERE id = $1", values![id])
                .await
                .map(drop),
            Some(next) => self
                .run(
                    "UPDATE jobs SET due_at = $2, leased_until = 0, attempts = 0 WHERE id = $1",
                    values![id, next],
                )
                .await
                .map(drop),
        }
    }
}
