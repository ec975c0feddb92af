//! The audit log: appended with every commit, read per subject or per helper.

use argonaut_domain::access::{Granted, Instance};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::ids::{AuditId, ClientId, HelperId};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

impl Write {
    pub(crate) async fn record(&mut self, entry: &AuditEntry) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO audit (id, at, actor, deed, subject) VALUES ($1, $2, $3, $4, $5)",
            values![
                entry.id,
                entry.at,
                entry.actor,
                entry.deed.code(),
                entry.subject
            ],
        )
        .await
    }
}

impl Read {
    /// Who opened or changed this client's record, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn access_log(
        &mut self,
        client: &Granted<ClientId>,
        most: i64,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        self.rows(
            "SELECT id, at, actor, deed, subject FROM audit WHERE subject = $1 ORDER BY at DESC, id DESC LIMIT $2",
            values![client.subject(), most],
        )
        .await?
        .iter()
        .map(entry)
        .collect()
    }

    /// The latest entries of the whole log.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn audit_log(
        &mut self,
        _: &Granted<Instance>,
        most: i64,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        self.rows(
            "SELECT id, at, actor, deed, subject FROM audit ORDER BY at DESC, id DESC LIMIT $1",
            values![most],
        )
        .await?
        .iter()
        .map(entry)
        .collect()
    }

    /// Whether the log says that a client was erased. It answers for whoever remembers
    /// the record, and says nothing else of it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn was_erased(&mut self, client: ClientId) -> Result<bool, StoreError> {
        let erased = self
            .count(
                "SELECT count(*) AS n FROM audit WHERE subject = $1 AND deed = $2",
                values![client, Deed::ClientErased.code()],
            )
            .await?;
        Ok(erased > 0)
    }

    /// How many entries the log holds.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn audit_count(&mut self) -> Result<i64, StoreError> {
        self.count("SELECT count(*) AS n FROM audit", values![])
            .await
    }
}

fn entry(row: &Row) -> Result<AuditEntry, StoreError> {
    Ok(AuditEntry {
        id: row.id("id", AuditId::from_uuid)?,
        at: row.time("at")?,
        actor: row.maybe_id("actor", HelperId::from_uuid)?,
        deed: row.word("deed")?,
        subject: row.get("subject")?,
    })
}
