//! A fresh database for each test, on SQLite and on PostgreSQL; each is gone
//! when its test has passed.

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};

use argonaut_store::Backend;
use sqlx::{Connection as _, Executor as _, PgConnection};
use tempfile::TempDir;

use crate::TestApp;

/// Names the PostgreSQL server that tests may make databases on.
const VARIABLE: &str = "ARGONAUT_TEST_POSTGRES";

/// A database of a test's own.
pub enum Database {
    /// A SQLite file in a folder of its own.
    Sqlite(TempDir),
    /// A database on the test server: server and name.
    Postgres {
        /// The server's address.
        server: String,
        /// The database's name.
        name: String,
    },
}

impl Database {
    /// A new SQLite database.
    pub fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().unwrap())
    }

    /// A new PostgreSQL database; `None` when no server is named, which is an
    /// error where every test must run (`CI` is set).
    pub async fn postgres() -> Option<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var(VARIABLE) else {
            if std::env::var_os("CI").is_some() {
                panic!("{VARIABLE} is not set: scripts/test sets it");
            }
            println!("note: {VARIABLE} is not set, so this ran on SQLite alone");
            return None;
        };
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("argonaut_test_{}_{number}", std::process::id());
        let mut connection = PgConnection::connect(&server).await.unwrap();
        for sql in [
            format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            format!("CREATE DATABASE {name}"),
        ] {
            connection.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
        }
        Some(Self::Postgres { server, name })
    }

    /// What to open.
    pub fn backend(&self) -> Backend {
        match self {
            Self::Sqlite(folder) => Backend::Sqlite(folder.path().join("argonaut.db")),
            Self::Postgres { server, name } => {
                let (host, _) = server.rsplit_once('/').unwrap();
                Backend::Postgres(format!("{host}/{name}"))
            }
        }
    }

    async fn delete(self) {
        if let Self::Postgres { server, name } = self {
            let mut connection = PgConnection::connect(&server).await.unwrap();
            let sql = format!("DROP DATABASE {name} WITH (FORCE)");
            connection.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
        }
    }
}

/// Plays a story on SQLite, then on PostgreSQL, each on a fresh database.
/// Returns on how many databases it was played.
pub async fn on_both<F: Future<Output = TestApp>>(story: impl Fn(TestApp) -> F) -> u32 {
    let mut played = 0;
    for database in [Some(Database::sqlite()), Database::postgres().await]
        .into_iter()
        .flatten()
    {
        let after = story(TestApp::on(database).await).await;
        after.app.close().await;
        after.database.delete().await;
        played += 1;
    }
    played
}
