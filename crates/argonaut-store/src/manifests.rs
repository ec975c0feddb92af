//! What each helper remembers, sealed; and the alarms raised when a record is not as
//! it is remembered.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, HelperId};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A sealed manifest.
#[derive(Clone, Debug)]
pub struct ManifestRow {
    /// Sealed under the helper's own key.
    pub sealed: Vec<u8>,
    /// Grows with each write: compare-and-swap.
    pub version: i64,
}

/// An alarm that was raised and not settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlarmRow {
    /// About which record.
    pub client: ClientId,
    /// A code of the use case that raised it.
    pub kind: String,
    /// When it was first found.
    pub found: Timestamp,
}

fn manifest(row: &Row) -> Result<ManifestRow, StoreError> {
    Ok(ManifestRow {
        sealed: row.get("sealed")?,
        version: row.get("version")?,
    })
}

impl Read {
    /// A helper's manifest.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn manifest(&mut self, helper: HelperId) -> Result<Option<ManifestRow>, StoreError> {
        let sql = "SELECT sealed, version FROM manifests WHERE helper_id = $1";
        self.row(sql, values![helper])
            .await?
            .as_ref()
            .map(manifest)
            .transpose()
    }

    /// The alarms of a helper's records that are not settled.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn alarms(&mut self, helper: HelperId) -> Result<Vec<AlarmRow>, StoreError> {
        self.rows(
            "SELECT client_id, kind, found_at FROM record_alarms WHERE helper_id = $1 ORDER BY found_at, client_id",
            values![helper],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(AlarmRow {
                client: row.id("client_id", ClientId::from_uuid)?,
                kind: row.get("kind")?,
                found: row.time("found_at")?,
            })
        })
        .collect()
    }
}

impl Write {
    /// A helper's manifest, held until the end of the transaction: two sessions of one
    /// helper write one after the other, and neither loses what the other remembered.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hold_manifest(
        &mut self,
        helper: HelperId,
    ) -> Result<Option<ManifestRow>, StoreError> {
        // SQLite's writing transactions hold everything from their beginning.
        let lock = if self.is_postgres() { "FOR UPDATE" } else { "" };
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT sealed, version FROM manifests WHERE helper_id = $1 {lock}"
        ));
        self.row(sql, values![helper])
            .await?
            .as_ref()
            .map(manifest)
            .transpose()
    }

    /// Keeps a helper's manifest in place of the one at version `before`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] or [`StoreError::Conflict`] when another session was faster.
    pub async fn keep_manifest(
        &mut self,
        helper: HelperId,
        before: Option<i64>,
        sealed: &[u8],
    ) -> Result<(), StoreError> {
        match before {
            Some(version) => {
                self.swap(
                    "UPDATE manifests SET sealed = $3, version = version + 1
                     WHERE helper_id = $1 AND version = $2",
                    values![helper, version, sealed],
                )
                .await
            }
            None => {
                self.swap(
                    "INSERT INTO manifests (helper_id, sealed, version) VALUES ($1, $2, 1)",
                    values![helper, sealed],
                )
                .await
            }
        }
    }

    /// Raises an alarm. Tells whether it is a new one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn raise_alarm(
        &mut self,
        helper: HelperId,
        client: ClientId,
        kind: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let raised = self
            .run(
                "INSERT INTO record_alarms (helper_id, client_id, kind, found_at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (helper_id, client_id, kind) DO NOTHING",
                values![helper, client, kind, now],
            )
            .await?;
        Ok(raised == 1)
    }

    /// Settles the alarms about a record.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn settle_alarms(
        &mut self,
        helper: HelperId,
        client: ClientId,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM record_alarms WHERE helper_id = $1 AND client_id = $2",
            values![helper, client],
        )
        .await
        .map(drop)
    }
}
