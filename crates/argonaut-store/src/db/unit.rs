//! A unit of work: `Read` asks, `Write` is a transaction whose commit takes the
//! audit entries of what it did.

use std::ops::{Deref, DerefMut};

use argonaut_domain::audit::AuditEntry;
use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, SqlSafeStr, Sqlite, SqliteConnection, Transaction};

use super::row::Row;
use super::value::{Value, bind_all};
use crate::error::StoreError;

pub(super) enum Conn {
    SqliteRead(PoolConnection<Sqlite>),
    SqliteWrite(Transaction<'static, Sqlite>),
    PostgresRead(PoolConnection<Postgres>),
    PostgresWrite(Transaction<'static, Postgres>),
}

enum ConnRef<'a> {
    Sqlite(&'a mut SqliteConnection),
    Postgres(&'a mut PgConnection),
}

impl Conn {
    fn borrow(&mut self) -> ConnRef<'_> {
        match self {
            Self::SqliteRead(conn) => ConnRef::Sqlite(conn),
            Self::SqliteWrite(conn) => ConnRef::Sqlite(conn),
            Self::PostgresRead(conn) => ConnRef::Postgres(conn),
            Self::PostgresWrite(conn) => ConnRef::Postgres(conn),
        }
    }
}

/// A connection to ask with. Each aggregate's file adds its questions.
pub struct Read {
    conn: Conn,
}

/// A transaction. Each aggregate's file adds its acts; everything that can be
/// asked of a [`Read`] can be asked here too, and sees the transaction's own writes.
pub struct Write {
    read: Read,
}

impl Deref for Write {
    type Target = Read;
    fn deref(&self) -> &Read {
        &self.read
    }
}

impl DerefMut for Write {
    fn deref_mut(&mut self) -> &mut Read {
        &mut self.read
    }
}

impl Read {
    pub(super) const fn new(conn: Conn) -> Self {
        Self { conn }
    }

    /// Whether this is PostgreSQL: for the few statements that need a dialect,
    /// all of which live in this folder.
    pub(crate) const fn is_postgres(&self) -> bool {
        matches!(self.conn, Conn::PostgresRead(_) | Conn::PostgresWrite(_))
    }

    pub(crate) async fn rows(
        &mut self,
        sql: impl SqlSafeStr,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        Ok(match self.conn.borrow() {
            ConnRef::Sqlite(conn) => {
                let rows = bind_all!(sqlx::query::<Sqlite>(sql), values)
                    .fetch_all(conn)
                    .await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            ConnRef::Postgres(conn) => {
                let rows = bind_all!(sqlx::query::<Postgres>(sql), values)
                    .fetch_all(conn)
                    .await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    pub(crate) async fn row(
        &mut self,
        sql: impl SqlSafeStr,
        values: Vec<Value>,
    ) -> Result<Option<Row>, StoreError> {
        Ok(match self.conn.borrow() {
            ConnRef::Sqlite(conn) => bind_all!(sqlx::query::<Sqlite>(sql), values)
                .fetch_optional(conn)
                .await?
                .map(Row::Sqlite),
            ConnRef::Postgres(conn) => bind_all!(sqlx::query::<Postgres>(sql), values)
                .fetch_optional(conn)
                .await?
                .map(Row::Postgres),
        })
    }

    /// The one number of a `SELECT count(*) AS n …`.
    pub(crate) async fn count(
        &mut self,
        sql: impl SqlSafeStr,
        values: Vec<Value>,
    ) -> Result<i64, StoreError> {
        self.row(sql, values)
            .await?
            .map_or(Ok(0), |row| row.get("n"))
    }

    /// Asks the database for a sign of life.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn ping(&mut self) -> Result<(), StoreError> {
        self.row("SELECT 1 AS n", Vec::new()).await.map(drop)
    }
}

impl Write {
    pub(super) const fn new(conn: Conn) -> Self {
        Self {
            read: Read::new(conn),
        }
    }

    /// Runs a statement and tells how many rows it touched.
    pub(crate) async fn run(
        &mut self,
        sql: impl SqlSafeStr,
        values: Vec<Value>,
    ) -> Result<u64, StoreError> {
        Ok(match self.read.conn.borrow() {
            ConnRef::Sqlite(conn) => bind_all!(sqlx::query::<Sqlite>(sql), values)
                .execute(conn)
                .await?
                .rows_affected(),
            ConnRef::Postgres(conn) => bind_all!(sqlx::query::<Postgres>(sql), values)
                .execute(conn)
                .await?
                .rows_affected(),
        })
    }

    /// Runs a statement that must touch exactly one row: compare-and-swap.
    pub(crate) async fn swap(
        &mut self,
        sql: impl SqlSafeStr,
        values: Vec<Value>,
    ) -> Result<(), StoreError> {
        if self.run(sql, values).await? == 1 {
            Ok(())
        } else {
            Err(StoreError::Stale)
        }
    }

    /// Commits, together with the audit entries of what was done: either both
    /// are kept, or neither.
    ///
    /// # Errors
    /// When anything cannot be written; then nothing is.
    pub async fn commit(mut self, deeds: &[AuditEntry]) -> Result<(), StoreError> {
        for deed in deeds {
            self.record(deed).await?;
        }
        self.commit_unlogged().await
    }

    /// Commits what is no act of a person on a person's data: read marks, a
    /// session's last use, leases.
    ///
    /// # Errors
    /// When it cannot be written; then nothing is.
    pub async fn commit_unlogged(self) -> Result<(), StoreError> {
        match self.read.conn {
            Conn::SqliteWrite(transaction) => transaction.commit().await?,
            Conn::PostgresWrite(transaction) => transaction.commit().await?,
            Conn::SqliteRead(_) | Conn::PostgresRead(_) => {}
        }
        Ok(())
    }
}
