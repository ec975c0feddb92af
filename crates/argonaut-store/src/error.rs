//! What can go wrong in storage, in four kinds that callers can act on.

use thiserror::Error;

/// A failure of storage.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Another row already holds what must be unique. Names the index or column.
    #[error("something like it is there already ({0})")]
    Conflict(String),
    /// The row changed or vanished since it was read: read again, then decide.
    #[error("it changed in the meantime")]
    Stale,
    /// A stored value cannot be read: a bug, or a damaged database.
    #[error("a stored value is damaged: {0}")]
    Damaged(String),
    /// The database cannot be reached or refuses to work.
    #[error("the database does not answer: {0}")]
    Unavailable(#[source] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("the database's tables cannot be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "sqlx may add kinds; all others mean that the database fails"
)]
impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(database) if database.is_unique_violation() => {
                let place = database
                    .constraint()
                    .map_or_else(|| database.message().to_owned(), str::to_owned);
                Self::Conflict(place)
            }
            sqlx::Error::RowNotFound => Self::Stale,
            sqlx::Error::ColumnDecode { index, source } => {
                Self::Damaged(format!("{index}: {source}"))
            }
            sqlx::Error::ColumnNotFound(name) => Self::Damaged(format!("no column {name}")),
            _ => Self::Unavailable(error),
        }
    }
}
