//! Suggestions that were put aside for a client: "not now", or "never".

use argonaut_domain::access::Granted;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, HelperId};

use crate::db::{Read, Write, values};
use crate::error::StoreError;

/// A suggestion put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkRow {
    /// Which listing, as the engine writes its id.
    pub listing: String,
    /// Whether for good.
    pub never: bool,
    /// Why: a code of the list of reasons.
    pub reason: String,
    /// Until when; `None` is for good.
    pub until: Option<Timestamp>,
    /// Who put it aside.
    pub by: HelperId,
    /// When.
    pub at: Timestamp,
}

impl Read {
    /// What was put aside for a client and still is, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn marks(
        &mut self,
        granted: &Granted<ClientId>,
        now: Timestamp,
    ) -> Result<Vec<MarkRow>, StoreError> {
        self.rows(
            "SELECT * FROM marks WHERE client_id = $1 AND (until_at IS NULL OR until_at > $2)
             ORDER BY marked_at DESC, listing",
            values![granted.subject(), now],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(MarkRow {
                listing: row.get("listing")?,
                never: row.get("never")?,
                reason: row.get("reason")?,
                until: row.maybe_time("until_at")?,
                by: row.id("marked_by", HelperId::from_uuid)?,
                at: row.time("marked_at")?,
            })
        })
        .collect()
    }
}

impl Write {
    /// Puts a suggestion aside for a client; a newer mark takes an older one's place.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mark(
        &mut self,
        granted: &Granted<ClientId>,
        new: &MarkRow,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO marks (client_id, listing, never, reason, until_at, marked_by, marked_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (client_id, listing) DO UPDATE SET never = excluded.never, reason = excluded.reason,
                until_at = excluded.until_at, marked_by = excluded.marked_by, marked_at = excluded.marked_at",
            values![
                granted.subject(),
                new.listing.as_str(),
                new.never,
                new.reason.as_str(),
                new.until,
                new.by,
                new.at,
            ],
        )
        .await
    }

    /// Brings a suggestion back. Tells whether it was put aside.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn unmark(
        &mut self,
        granted: &Granted<ClientId>,
        listing: &str,
    ) -> Result<bool, StoreError> {
        let gone = self
            .run(
                "DELETE FROM marks WHERE client_id = $1 AND listing = $2",
                values![granted.subject(), listing],
            )
            .await?;
        Ok(gone == 1)
    }
}
