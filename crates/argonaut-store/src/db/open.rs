//! Opening a database from its URL, with the settings that were measured, and
//! bringing its tables up to date.

use std::borrow::Cow;
use std::path::PathBuf;
use std::str::FromStr as _;
use std::time::Duration;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlSafeStr as _, SqlitePool};

use super::unit::{Conn, Read, Write};
use crate::error::StoreError;

/// Which database a URL names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Backend {
    /// A SQLite file, made when it is missing.
    Sqlite(PathBuf),
    /// A PostgreSQL server.
    Postgres(String),
}

impl Backend {
    /// Reads `sqlite:PATH`, `postgres://…` or `postgresql://…`; `None` for
    /// anything else.
    pub fn parse(url: &str) -> Option<Self> {
        if let Some(path) = url
            .strip_prefix("sqlite://")
            .or_else(|| url.strip_prefix("sqlite:"))
        {
            return (!path.is_empty()).then(|| Self::Sqlite(PathBuf::from(path)));
        }
        (url.starts_with("postgres://") || url.starts_with("postgresql://"))
            .then(|| Self::Postgres(url.to_owned()))
    }
}

#[derive(Clone)]
enum Pools {
    // One writer, and readers that never wait for it.
    Sqlite { write: SqlitePool, read: SqlitePool },
    Postgres(PgPool),
}

/// An open database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pools: Pools,
}

impl Store {
    /// Opens the database and brings its tables up to date.
    ///
    /// # Errors
    /// When it cannot be reached, or its tables cannot be brought up to date.
    pub async fn open(backend: &Backend) -> Result<Self, StoreError> {
        let pools = match backend {
            Backend::Sqlite(path) => {
                let options = SqliteConnectOptions::new()
                    .filename(path)
                    .create_if_missing(true)
                    .foreign_keys(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .busy_timeout(Duration::from_secs(10))
                    // Fewer hand-overs between two threads when many rows are read.
                    .row_buffer_size(500)
                    .pragma("secure_delete", "ON");
                let pool = |most| {
                    // Neither pool lets connections age. What looks for old ones (sqlx 0.9) counts
                    // idle ones in a way that can fall below zero while one is given back, and
                    // then turns for ever, with a thread of the runtime.
                    SqlitePoolOptions::new()
                        .max_connections(most)
                        .test_before_acquire(false)
                        .idle_timeout(None)
                        .max_lifetime(None)
                };
                let write = pool(1).connect_with(options.clone()).await?;
                migrator().run(&write).await?;
                Pools::Sqlite {
                    write,
                    read: pool(4)
                        .connect_with(options.pragma("query_only", "ON"))
                        .await?,
                }
            }
            Backend::Postgres(url) => {
                let options = PgConnectOptions::from_str(url)?;
                let pool = PgPoolOptions::new()
                    .max_connections(16)
                    .acquire_timeout(Duration::from_secs(10))
                    .idle_timeout(None)
                    .max_lifetime(None)
                    .connect_with(options)
                    .await?;
                migrator().run(&pool).await?;
                Pools::Postgres(pool)
            }
        };
        Ok(Self { pools })
    }

    /// A connection to ask with. It sees what is committed.
    ///
    /// # Errors
    /// When no connection is to be had.
    pub async fn read(&self) -> Result<Read, StoreError> {
        Ok(Read::new(match &self.pools {
            Pools::Sqlite { read, .. } => Conn::SqliteRead(read.acquire().await?),
            Pools::Postgres(pool) => Conn::PostgresRead(pool.acquire().await?),
        }))
    }

    /// A transaction. Dropped without a commit, it leaves no trace.
    ///
    /// # Errors
    /// When no connection is to be had, or another writer holds on for too long.
    pub async fn write(&self) -> Result<Write, StoreError> {
        Ok(Write::new(match &self.pools {
            Pools::Sqlite { write, .. } => {
                Conn::SqliteWrite(write.begin_with("BEGIN IMMEDIATE").await?)
            }
            Pools::Postgres(pool) => Conn::PostgresWrite(pool.begin().await?),
        }))
    }

    /// Moves everything from SQLite's write-ahead log into the file and empties
    /// the log, so that nothing erased lingers there. Nothing to do on PostgreSQL.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn flush(&self) -> Result<(), StoreError> {
        if let Pools::Sqlite { write, .. } = &self.pools {
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
                .execute(write)
                .await?;
        }
        Ok(())
    }

    /// Closes every connection, for a clean end.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

fn migrator() -> Migrator {
    let step = |version, name: &'static str, sql: &'static str| {
        Migration::new(
            version,
            Cow::Borrowed(name),
            MigrationType::Simple,
            sql.into_sql_str(),
            false,
        )
    };
    Migrator::with_migrations(vec![
        step(1, "start", include_str!("../../migrations/0001_start.sql")),
        step(2, "known", include_str!("../../migrations/0002_known.sql")),
        step(
            3,
            "circles",
            include_str!("../../migrations/0003_circles.sql"),
        ),
        step(
            4,
            "sign_in",
            include_str!("../../migrations/0004_sign_in.sql"),
        ),
        step(
            5,
            "rights",
            include_str!("../../migrations/0005_rights.sql"),
        ),
        step(6, "trust", include_str!("../../migrations/0006_trust.sql")),
        step(
            7,
            "groups",
            include_str!("../../migrations/0007_groups.sql"),
        ),
        step(8, "posts", include_str!("../../migrations/0008_posts.sql")),
        step(
            9,
            "safety",
            include_str!("../../migrations/0009_safety.sql"),
        ),
        step(
            10,
            "people",
            include_str!("../../migrations/0010_people.sql"),
        ),
        step(
            11,
            "limits",
            include_str!("../../migrations/0011_limits.sql"),
        ),
        step(
            13,
            "events",
            include_str!("../../migrations/0013_events.sql"),
        ),
        step(19, "rings", include_str!("../../migrations/0019_rings.sql")),
        step(
            20,
            "hidden",
            include_str!("../../migrations/0020_hidden.sql"),
        ),
        step(
            21,
            "branches",
            include_str!("../../migrations/0021_branches.sql"),
        ),
        step(
            22,
            "applications",
            include_str!("../../migrations/0022_applications.sql"),
        ),
        step(
            23,
            "messages",
            include_str!("../../migrations/0023_messages.sql"),
        ),
        step(24, "mail", include_str!("../../migrations/0024_mail.sql")),
        step(
            26,
            "follow_ups",
            include_str!("../../migrations/0026_follow_ups.sql"),
        ),
        step(27, "hints", include_str!("../../migrations/0027_hints.sql")),
        step(
            28,
            "searches",
            include_str!("../../migrations/0028_searches.sql"),
        ),
        step(30, "rooms", include_str!("../../migrations/0030_rooms.sql")),
    ])
}
