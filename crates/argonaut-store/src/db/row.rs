//! A row from either database, read by column name.

use argonaut_domain::clock::Timestamp;
use serde::de::DeserializeOwned;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Decode, Postgres, Row as _, Sqlite, Type};
use uuid::Uuid;

use crate::error::StoreError;

/// A row.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// A column of a type that both databases know.
    pub(crate) fn get<T>(&self, column: &str) -> Result<T, StoreError>
    where
        T: for<'r> Decode<'r, Sqlite>
            + Type<Sqlite>
            + for<'r> Decode<'r, Postgres>
            + Type<Postgres>,
    {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }
    /// An id.
    pub(crate) fn id<T>(
        &self,
        column: &str,
        make: impl FnOnce(Uuid) -> T,
    ) -> Result<T, StoreError> {
        self.get::<Uuid>(column).map(make)
    }
    /// An id that may be missing.
    pub(crate) fn maybe_id<T>(
        &self,
        column: &str,
        make: impl FnOnce(Uuid) -> T,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.get::<Option<Uuid>>(column)?.map(make))
    }
    /// A point in time.
    pub(crate) fn time(&self, column: &str) -> Result<Timestamp, StoreError> {
        self.get::<i64>(column).map(Timestamp::from_micros)
    }
    /// A point in time that may be missing.
    pub(crate) fn maybe_time(&self, column: &str) -> Result<Option<Timestamp>, StoreError> {
        Ok(self.get::<Option<i64>>(column)?.map(Timestamp::from_micros))
    }
    /// A word of a closed vocabulary, or anything else that reads from text.
    pub(crate) fn word<T: std::str::FromStr>(&self, column: &str) -> Result<T, StoreError> {
        let text: String = self.get(column)?;
        text.parse()
            .map_err(|_| StoreError::Damaged(format!("{column} holds an unknown word")))
    }
    /// A JSON column.
    pub(crate) fn json<T: DeserializeOwned>(&self, column: &str) -> Result<T, StoreError> {
        let value: sqlx::types::Json<serde_json::Value> = self.get(column)?;
        serde_json::from_value(value.0)
            .map_err(|error| StoreError::Damaged(format!("{column}: {error}")))
    }
}

/// A value as a JSON column keeps it.
pub(crate) fn to_json(value: &impl serde::Serialize) -> Result<serde_json::Value, StoreError> {
    serde_json::to_value(value).map_err(|error| StoreError::Damaged(error.to_string()))
}
