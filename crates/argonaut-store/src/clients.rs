//! Clients' sealed records and the circles that may open them.

use argonaut_domain::access::{CircleRole, Granted, Membership};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, HelperId};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A client's record as storage keeps it, with the reader's wrap of its key.
#[derive(Clone, Debug)]
pub struct ClientRow {
    /// Whose record.
    pub id: ClientId,
    /// The sealed dossier.
    pub sealed: Vec<u8>,
    /// Which data key sealed it: grows when the key is rotated.
    pub epoch: i64,
    /// Grows with each change; the seal binds it.
    pub version: i64,
    /// Whether the client is in the archive.
    pub archived: bool,
    /// When the record was made.
    pub created: Timestamp,
    /// When it last changed.
    pub changed: Timestamp,
    /// When somebody last gave the client attention.
    pub attended: Timestamp,
    /// The reader's part in the circle.
    pub role: CircleRole,
    /// The record's data key, wrapped for the reader.
    pub wrapped_key: Vec<u8>,
    /// Who wrapped it.
    pub wrapped_by: HelperId,
    /// How many helpers have a seat in the circle.
    pub seats: i64,
    /// Whether the key has to be changed, because somebody left.
    pub rotation_due: bool,
}

/// A new record and its lead's wrap.
#[derive(Clone, Debug)]
pub struct NewClient {
    /// Whose record.
    pub id: ClientId,
    /// The lead, who records it.
    pub lead: HelperId,
    /// The sealed dossier (epoch 1, version 1).
    pub sealed: Vec<u8>,
    /// The data key, wrapped for the lead.
    pub wrapped_key: Vec<u8>,
    /// When.
    pub now: Timestamp,
}

fn client(row: &Row) -> Result<ClientRow, StoreError> {
    Ok(ClientRow {
        id: row.id("id", ClientId::from_uuid)?,
        sealed: row.get("sealed")?,
        epoch: row.get("epoch")?,
        version: row.get("version")?,
        archived: row.get("archived")?,
        created: row.time("created_at")?,
        changed: row.time("changed_at")?,
        attended: row.time("attended_at")?,
        role: row.word("role")?,
        wrapped_key: row.get("wrapped_key")?,
        wrapped_by: row.id("wrapped_by", HelperId::from_uuid)?,
        seats: row.get("seats")?,
        rotation_due: row.get("rotation_due")?,
    })
}

const COLUMNS: &str =
    "SELECT c.id, c.sealed, c.epoch, c.version, c.archived, c.created_at, c.changed_at,
    c.attended_at, c.rotation_due, m.role, m.wrapped_key, m.wrapped_by,
    (SELECT count(*) FROM circle s WHERE s.client_id = c.id) AS seats
    FROM clients c JOIN circle m ON m.client_id = c.id AND m.epoch = c.epoch";

impl Read {
    /// A helper's seat in a client's circle; `None` when there is none, or no
    /// such client: the two look the same.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn membership(
        &mut self,
        client: ClientId,
        helper: HelperId,
    ) -> Result<Option<Membership>, StoreError> {
        // A seat without the present key is none: somebody put it back.
        let sql =
            "SELECT m.role FROM circle m JOIN clients c ON c.id = m.client_id AND c.epoch = m.epoch
             WHERE m.client_id = $1 AND m.helper_id = $2";
        match self.row(sql, values![client, helper]).await? {
            Some(row) => Ok(Some(Membership {
                client,
                helper,
                role: row.word("role")?,
            })),
            None => Ok(None),
        }
    }

    /// The sealed record behind a grant.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was erased in the meantime.
    pub async fn client(&mut self, granted: &Granted<ClientId>) -> Result<ClientRow, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE c.id = $1 AND m.helper_id = $2"));
        match self
            .row(sql, values![granted.subject(), granted.actor()])
            .await?
        {
            Some(row) => client(&row),
            None => Err(StoreError::Stale),
        }
    }

    /// Every sealed record in a helper's own caseload.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn caseload(&mut self, helper: HelperId) -> Result<Vec<ClientRow>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE m.helper_id = $1 ORDER BY c.id"));
        self.rows(sql, values![helper])
            .await?
            .iter()
            .map(client)
            .collect()
    }

    /// The ids of a helper's own caseload.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn caseload_ids(&mut self, helper: HelperId) -> Result<Vec<ClientId>, StoreError> {
        self.rows(
            "SELECT m.client_id FROM circle m JOIN clients c ON c.id = m.client_id AND c.epoch = m.epoch
             WHERE m.helper_id = $1",
            values![helper],
        )
        .await?
        .iter()
        .map(|row| row.id("client_id", ClientId::from_uuid))
        .collect()
    }

    /// The seats of a client's circle.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn circle(
        &mut self,
        granted: &Granted<ClientId>,
    ) -> Result<Vec<Membership>, StoreError> {
        self.rows(
            "SELECT helper_id, role FROM circle WHERE client_id = $1 ORDER BY role, helper_id",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(Membership {
                client: granted.subject(),
                helper: row.id("helper_id", HelperId::from_uuid)?,
                role: row.word("role")?,
            })
        })
        .collect()
    }
}

impl Write {
    /// Keeps a new record with its lead.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_client(&mut self, new: &NewClient) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO clients (id, sealed, epoch, version, archived, created_at, changed_at, attended_at)
             VALUES ($1, $2, 1, 1, $3, $4, $4, $4)",
            values![new.id, new.sealed.clone(), false, new.now],
        )
        .await?;
        self.swap(
            "INSERT INTO circle (client_id, helper_id, role, epoch, wrapped_key, wrapped_by, since_at)
             VALUES ($1, $2, $3, 1, $4, $2, $5)",
            values![
                new.id,
                new.lead,
                CircleRole::Lead.code(),
                new.wrapped_key.clone(),
                new.now
            ],
        )
        .await
    }

    /// Replaces the sealed dossier by its next version; counts as attention.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not at `version` any more.
    pub async fn update_client(
        &mut self,
        granted: &Granted<ClientId>,
        sealed: &[u8],
        version: i64,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE clients SET sealed = $2, version = version + 1, changed_at = $4, attended_at = $4
             WHERE id = $1 AND version = $3",
            values![granted.subject(), sealed, version, now],
        )
        .await
    }

    /// Notes that a client got attention.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn attend_client(
        &mut self,
        granted: &Granted<ClientId>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE clients SET attended_at = $2 WHERE id = $1",
            values![granted.subject(), now],
        )
        .await
    }

    /// Puts a client into the archive, or takes them out.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is so already.
    pub async fn archive_client(
        &mut self,
        granted: &Granted<ClientId>,
        archived: bool,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE clients SET archived = $2, changed_at = $3 WHERE id = $1 AND archived <> $2",
            values![granted.subject(), archived, now],
        )
        .await
    }

    /// Erases the records that have been in the archive, untouched, since
    /// before `then`: their ids and their leads. The caller then flushes the
    /// write-ahead log.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn erase_archived_before(
        &mut self,
        then: Timestamp,
    ) -> Result<Vec<(ClientId, HelperId)>, StoreError> {
        let over = self
            .rows(
                "SELECT c.id, m.helper_id FROM clients c
                 JOIN circle m ON m.client_id = c.id AND m.role = 'lead'
                 WHERE c.archived AND c.changed_at <= $1 AND c.attended_at <= $1 ORDER BY c.id LIMIT 200",
                values![then],
            )
            .await?
            .iter()
            .map(|row| {
                Ok((
                    row.id("id", ClientId::from_uuid)?,
                    row.id("helper_id", HelperId::from_uuid)?,
                ))
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        for (client, _) in &over {
            self.run("DELETE FROM circle WHERE client_id = $1", values![*client])
                .await?;
            self.run("DELETE FROM clients WHERE id = $1", values![*client])
                .await?;
        }
        Ok(over)
    }

    /// Erases a record: its keys first, then everything that hangs on it. The
    /// caller then flushes the write-ahead log.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is gone already.
    pub async fn erase_client(&mut self, granted: &Granted<ClientId>) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM circle WHERE client_id = $1",
            values![granted.subject()],
        )
        .await?;
        self.swap(
            "DELETE FROM clients WHERE id = $1",
            values![granted.subject()],
        )
        .await
    }
}
