//! A database of its own for each test.

use std::str::FromStr as _;

use argonaut_store::Backend;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, Executor as _};
use tempfile::TempDir;

/// A new, empty database that goes with the test (SQLite) or with the test
/// server (PostgreSQL).
pub struct Database {
    backend: Backend,
    folder: Option<TempDir>,
}

impl Database {
    /// A new SQLite file.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the database");
        Self {
            backend: Backend::Sqlite(folder.path().join("argonaut.db")),
            folder: Some(folder),
        }
    }

    /// A SQLite file that is there, and stays.
    pub const fn existing(file: std::path::PathBuf) -> Self {
        Self {
            backend: Backend::Sqlite(file),
            folder: None,
        }
    }

    /// A new database on the server that `ARGONAUT_TEST_POSTGRES` names. Where
    /// `CI` is set, that server must be there.
    pub async fn postgres() -> Option<Self> {
        let Ok(server) = std::env::var("ARGONAUT_TEST_POSTGRES") else {
            assert!(
                std::env::var_os("CI").is_none(),
                "ARGONAUT_TEST_POSTGRES is not set: run ./scripts/test"
            );
            eprintln!("skipped: ARGONAUT_TEST_POSTGRES is not set (./scripts/test sets it)");
            return None;
        };
        let options = PgConnectOptions::from_str(&server).expect("ARGONAUT_TEST_POSTGRES is a URL");
        let name = format!("t{}", fresh_name());
        let mut connection = options.connect().await.expect("the test server answers");
        connection
            .execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
            .await
            .expect("a database for the test");
        connection.close().await.expect("closed");
        let (start, _) = server.rsplit_once('/').expect("the URL names a database");
        Some(Self {
            backend: Backend::Postgres(format!("{start}/{name}")),
            folder: None,
        })
    }

    /// How to open it.
    pub const fn backend(&self) -> &Backend {
        &self.backend
    }

    /// The bytes of every file of a SQLite database, the write-ahead log included.
    pub fn file_bytes(&self) -> Vec<u8> {
        let folder = self.folder.as_ref().expect("a SQLite database");
        let mut bytes = Vec::new();
        for entry in std::fs::read_dir(folder.path()).expect("the folder is there") {
            bytes.extend(std::fs::read(entry.expect("an entry").path()).expect("a file"));
        }
        bytes
    }
}

/// A name that no other test run on the same server has.
fn fresh_name() -> String {
    let mut bytes = [0; 16];
    rand::rand_core::TryRng::try_fill_bytes(&mut rand::rngs::SysRng, &mut bytes)
        .expect("the machine has randomness");
    uuid::Uuid::from_bytes(bytes).simple().to_string()
}
