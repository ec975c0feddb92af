//! The change feed: which listing, helper or relation to read again. Numbers
//! grow in the order of commits, so a reader that remembers the last one it
//! saw misses nothing.

use uuid::Uuid;

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// What kind of thing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// A card (subject: the card).
    Card,
    /// A helper's profile or standing (subject: the helper).
    Helper,
    /// A directory service (subject: the service).
    Service,
    /// What a helper says of others, or has been through with them (subject: that helper).
    Trust,
    /// The figures of the population (subject: nil).
    Population,
    /// What outcomes taught about the score (subject: nil).
    Weights,
    /// Everything of a kind at once: read all listings again (subject: nil).
    Everything,
}

impl ChangeKind {
    /// The stable code, as storage has it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Helper => "helper",
            Self::Service => "service",
            Self::Trust => "trust",
            Self::Population => "population",
            Self::Weights => "weights",
            Self::Everything => "everything",
        }
    }
    fn parse(code: &str) -> Result<Self, StoreError> {
        match code {
            "card" => Ok(Self::Card),
            "helper" => Ok(Self::Helper),
            "service" => Ok(Self::Service),
            "trust" => Ok(Self::Trust),
            "population" => Ok(Self::Population),
            "weights" => Ok(Self::Weights),
            "everything" => Ok(Self::Everything),
            other => Err(StoreError::Damaged(format!("unknown change {other}"))),
        }
    }
}

/// One row of the feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number.
    pub seq: i64,
    /// What kind of thing.
    pub kind: ChangeKind,
    /// Which.
    pub subject: Uuid,
}

fn change(row: &Row) -> Result<Change, StoreError> {
    Ok(Change {
        seq: row.get("seq")?,
        kind: ChangeKind::parse(&row.get::<String>("kind")?)?,
        subject: row.get("subject")?,
    })
}

impl Write {
    /// Tells every node to read this thing again, once the transaction commits.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn changed(&mut self, kind: ChangeKind, subject: Uuid) -> Result<(), StoreError> {
        if self.is_postgres() {
            // Numbers must become visible in their order; SQLite has one writer anyway.
            self.rows("SELECT pg_advisory_xact_lock(7276301)", values![])
                .await?;
        }
        self.swap(
            "INSERT INTO changes (seq, kind, subject) SELECT coalesce(max(seq), 0) + 1, $1, $2 FROM changes",
            values![kind.code(), subject],
        )
        .await
    }
}

impl Read {
    /// The number of the latest change; 0 when there is none.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn last_change(&mut self) -> Result<i64, StoreError> {
        self.count("SELECT coalesce(max(seq), 0) AS n FROM changes", values![])
            .await
    }

    /// The change with this number, if there is one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn change(&mut self, number: i64) -> Result<Option<Change>, StoreError> {
        self.row(
            "SELECT seq, kind, subject FROM changes WHERE seq = $1",
            values![number],
        )
        .await?
        .as_ref()
        .map(change)
        .transpose()
    }

    /// Up to 1,000 changes after number `seen`, in order.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn changes_after(&mut self, seen: i64) -> Result<Vec<Change>, StoreError> {
        self.rows(
            "SELECT seq, kind, subject FROM changes WHERE seq > $1 ORDER BY seq LIMIT 1000",
            values![seen],
        )
        .await?
        .iter()
        .map(change)
        .collect()
    }
}
