//! Devices that take push messages, sealed, by the hash of where to send.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;
use uuid::Uuid;

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A device that takes push messages.
#[derive(Clone, Debug)]
pub struct PushDeviceRow {
    /// Random.
    pub id: Uuid,
    /// Whose.
    pub helper: HelperId,
    /// Where to send and its keys, sealed under the server's key.
    pub sealed: Vec<u8>,
    /// The kind of browser.
    pub name: String,
    /// When it was added.
    pub added: Timestamp,
    /// When it last took a message.
    pub told: Option<Timestamp>,
}

fn device(row: &Row) -> Result<PushDeviceRow, StoreError> {
    Ok(PushDeviceRow {
        id: row.get("id")?,
        helper: row.id("helper_id", HelperId::from_uuid)?,
        sealed: row.get("sealed")?,
        name: row.get("name")?,
        added: row.time("added_at")?,
        told: row.maybe_time("told_at")?,
    })
}

impl Read {
    /// A helper's devices, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn push_devices(
        &mut self,
        helper: HelperId,
    ) -> Result<Vec<PushDeviceRow>, StoreError> {
        self.rows(
            "SELECT * FROM push_devices WHERE helper_id = $1 ORDER BY added_at, id",
            values![helper],
        )
        .await?
        .iter()
        .map(device)
        .collect()
    }
}

impl Write {
    /// Puts a device in place of the one with the same address, whoever had it: one browser
    /// tells one helper.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn put_push_device(
        &mut self,
        new: &PushDeviceRow,
        endpoint_hash: &[u8; 32],
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO push_devices (id, helper_id, endpoint_hash, sealed, name, added_at, told_at)
             VALUES ($1, $2, $3, $4, $5, $6, NULL)
             ON CONFLICT (endpoint_hash) DO UPDATE SET id = excluded.id, helper_id = excluded.helper_id,
               sealed = excluded.sealed, name = excluded.name, added_at = excluded.added_at, told_at = NULL",
            values![
                new.id,
                new.helper,
                endpoint_hash.to_vec(),
                new.sealed.clone(),
                new.name.clone(),
                new.added
            ],
        )
        .await
    }

    /// Removes a helper's device. Tells whether it was there.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_push_device(
        &mut self,
        helper: HelperId,
        id: Uuid,
    ) -> Result<bool, StoreError> {
        let there = self
            .run(
                "DELETE FROM push_devices WHERE id = $1 AND helper_id = $2",
                values![id, helper],
            )
            .await?
            == 1;
        // With the last device goes what waits for it.
        self.run(
            "DELETE FROM outbox WHERE helper_id = $1 AND channel = 'push'
             AND NOT EXISTS (SELECT 1 FROM push_devices d WHERE d.helper_id = $1)",
            values![helper],
        )
        .await?;
        Ok(there)
    }

    /// Notes that a device took a message.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn told_push_device(&mut self, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
        self.run(
            "UPDATE push_devices SET told_at = $2 WHERE id = $1",
            values![id, now],
        )
        .await
        .map(drop)
    }
}
