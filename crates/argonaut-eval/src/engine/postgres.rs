//! PostgreSQL as a peer: a table with GIN indexes on its arrays, and one SQL query
//! that filters, scores in full and sorts. Its own schema `argonaut_eval`, which is
//! made anew and dropped at the end. The text of the query is in `sql`.

use std::error::Error;

use argonaut_domain::ids::CardId;
use argonaut_engine::ListingId;
use sqlx::postgres::PgConnection;
use sqlx::types::Uuid;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, Row as _};

use super::asker::Asker;
use super::columns::Columns;
use super::rows::{Bound, Places, bound, row};
use super::sql::{self, Dialect};

/// Bytes sent at a time while loading.
const CHUNK: usize = 1 << 20;

/// The loaded database.
pub(crate) struct Peer {
    connection: PgConnection,
    places: Places,
}

impl Peer {
    /// Loads all cards and indexes them.
    pub(crate) async fn of(url: &str, columns: &Columns) -> Result<Self, Box<dyn Error>> {
        let mut connection = PgConnection::connect(url).await?;
        for statement in sql::POSTGRES_BEFORE.iter().chain(&[sql::TABLE]) {
            connection.execute(*statement).await?;
        }
        let mut places = Places::default();
        let mut copy = connection.copy_in_raw(sql::POSTGRES_COPY).await?;
        let mut chunk = String::with_capacity(CHUNK + 4_096);
        for slot in 0..columns.len() {
            row(columns, slot, &mut places, Dialect::Postgres, &mut chunk)?;
            if chunk.len() > CHUNK {
                copy.send(chunk.as_bytes()).await?;
                chunk.clear();
            }
        }
        copy.send(chunk.as_bytes()).await?;
        copy.finish().await?;
        for statement in sql::POSTGRES_AFTER {
            connection.execute(*statement).await?;
        }
        Ok(Self { connection, places })
    }

    /// The best cards for a question.
    pub(crate) async fn top(
        &mut self,
        asker: &Asker<'_>,
        limit: usize,
    ) -> Result<Vec<(ListingId, f64)>, Box<dyn Error>> {
        let text = Dialect::Postgres.question(&self.places.asking(asker), limit);
        let mut query = sqlx::query(AssertSqlSafe(text));
        for value in bound(asker) {
            query = match value {
                Bound::Numbers(numbers) => query.bind(numbers),
                Bound::Factors(factors) => query.bind(factors),
            };
        }
        let rows = query.fetch_all(&mut self.connection).await?;
        rows.iter()
            .map(|row| {
                let id: Uuid = row.try_get(0)?;
                Ok((ListingId::Card(CardId::from_uuid(id)), row.try_get(1)?))
            })
            .collect()
    }

    /// Drops the schema.
    pub(crate) async fn close(mut self) -> Result<(), Box<dyn Error>> {
        self.connection.execute(sql::DROP).await?;
        Ok(self.connection.close().await?)
    }
}
