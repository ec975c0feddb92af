//! The hand of somebody who can read and write the database, beside the program.

use argonaut_store::Backend;
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, Executor as _, Row as _};
use std::fmt::Write as _;
use std::str::FromStr as _;
use uuid::Uuid;

use crate::Database;

/// A connection of one's own.
enum Hand {
    Sqlite(sqlx::SqliteConnection),
    Postgres(sqlx::PgConnection),
}

impl Database {
    async fn hand(&self) -> Hand {
        match self.backend() {
            Backend::Sqlite(file) => Hand::Sqlite(
                SqliteConnectOptions::new()
                    .filename(file)
                    .foreign_keys(false)
                    .connect()
                    .await
                    .expect("the file opens"),
            ),
            Backend::Postgres(url) => Hand::Postgres(
                PgConnectOptions::from_str(url)
                    .expect("a URL")
                    .connect()
                    .await
                    .expect("the server answers"),
            ),
        }
    }

    /// Runs a statement; how many rows it touched.
    pub async fn tamper(&self, sql: &str) -> u64 {
        let text = sqlx::AssertSqlSafe(sql.to_owned());
        match self.hand().await {
            Hand::Sqlite(mut conn) => {
                let done = conn.execute(text).await.expect("the statement runs");
                conn.close().await.expect("closed");
                done.rows_affected()
            }
            Hand::Postgres(mut conn) => {
                let done = conn.execute(text).await.expect("the statement runs");
                conn.close().await.expect("closed");
                done.rows_affected()
            }
        }
    }

    /// The one number that a question asks for.
    pub async fn number(&self, sql: &str) -> i64 {
        let text = sqlx::AssertSqlSafe(sql.to_owned());
        match self.hand().await {
            Hand::Sqlite(mut conn) => conn.fetch_one(text).await.expect("a row").get(0),
            Hand::Postgres(mut conn) => conn.fetch_one(text).await.expect("a row").get(0),
        }
    }

    /// The bytes that a question asks for, row by row.
    pub async fn blobs(&self, sql: &str) -> Vec<Vec<u8>> {
        let text = sqlx::AssertSqlSafe(sql.to_owned());
        match self.hand().await {
            Hand::Sqlite(mut conn) => {
                let rows = conn.fetch_all(text).await.expect("rows");
                rows.iter().map(|row| row.get(0)).collect()
            }
            Hand::Postgres(mut conn) => {
                let rows = conn.fetch_all(text).await.expect("rows");
                rows.iter().map(|row| row.get(0)).collect()
            }
        }
    }

    /// Everything that a table holds, as lower-case text; bytes in hexadecimal.
    pub async fn dump(&self, table: &str) -> String {
        let texts = |sql: String| async move {
            let text = sqlx::AssertSqlSafe(sql);
            let rows: Vec<String> = match self.hand().await {
                Hand::Sqlite(mut conn) => {
                    let rows = conn.fetch_all(text).await.expect("rows");
                    rows.iter().map(|row| row.get(0)).collect()
                }
                Hand::Postgres(mut conn) => {
                    let rows = conn.fetch_all(text).await.expect("rows");
                    rows.iter().map(|row| row.get(0)).collect()
                }
            };
            rows
        };
        let sql = match self.backend() {
            Backend::Sqlite(_) => {
                let names = texts(format!("SELECT name FROM pragma_table_info('{table}')")).await;
                let quoted: Vec<String> =
                    names.iter().map(|name| format!("quote({name})")).collect();
                format!("SELECT {} FROM {table}", quoted.join(" || ' ' || "))
            }
            Backend::Postgres(_) => format!("SELECT row_to_json(t)::text FROM {table} t"),
        };
        texts(sql).await.join("\n").to_lowercase()
    }

    /// An id as a literal of this database.
    pub fn id(&self, id: Uuid) -> String {
        match self.backend() {
            Backend::Sqlite(_) => self.bytes(id.as_bytes()),
            Backend::Postgres(_) => format!("'{id}'::uuid"),
        }
    }

    /// Bytes as a literal of this database.
    pub fn bytes(&self, bytes: &[u8]) -> String {
        let mut hex = String::new();
        for byte in bytes {
            write!(hex, "{byte:02x}").expect("a string takes everything");
        }
        match self.backend() {
            Backend::Sqlite(_) => format!("X'{hex}'"),
            Backend::Postgres(_) => format!("'\\x{hex}'::bytea"),
        }
    }
}
