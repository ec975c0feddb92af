//! Helpers' addresses for mail, sealed, with the hash of the link that confirms them; and how
//! each helper wants to be told.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;
use argonaut_domain::told::Telling;
use uuid::Uuid;

use crate::db::row::to_json;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

argonaut_domain::words! {
    /// Where an address stands.
    pub enum AddressState {
        /// Its link was not followed yet.
        Waiting = "waiting",
        /// Its link was followed: it gets mail.
        Confirmed = "confirmed",
        /// It took no mail: it gets none until it is confirmed again.
        Failing = "failing",
    }
}

/// An address for mail.
#[derive(Clone, Debug)]
pub struct MailAddressRow {
    /// Random, and another one for each address that is given.
    pub id: Uuid,
    /// Whose.
    pub helper: HelperId,
    /// The address, sealed under the server's key.
    pub sealed: Vec<u8>,
    /// Where it stands.
    pub state: AddressState,
    /// When its link ends.
    pub link_until: Option<Timestamp>,
    /// When it was given.
    pub given: Timestamp,
    /// When its state last changed.
    pub changed: Timestamp,
}

fn address(row: &Row) -> Result<MailAddressRow, StoreError> {
    Ok(MailAddressRow {
        id: row.get("id")?,
        helper: row.id("helper_id", HelperId::from_uuid)?,
        sealed: row.get("sealed")?,
        state: row.word("state")?,
        link_until: row.maybe_time("link_until")?,
        given: row.time("given_at")?,
        changed: row.time("changed_at")?,
    })
}

impl Read {
    /// A helper's address.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mail_address(
        &mut self,
        helper: HelperId,
    ) -> Result<Option<MailAddressRow>, StoreError> {
        self.row(
            "SELECT * FROM mail_addresses WHERE helper_id = $1",
            values![helper],
        )
        .await?
        .as_ref()
        .map(address)
        .transpose()
    }

    /// The address of this id.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mail_address_by_id(
        &mut self,
        id: Uuid,
    ) -> Result<Option<MailAddressRow>, StoreError> {
        self.row("SELECT * FROM mail_addresses WHERE id = $1", values![id])
            .await?
            .as_ref()
            .map(address)
            .transpose()
    }

    /// The address whose link has this hash and has not ended.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mail_address_by_link(
        &mut self,
        hash: &[u8],
        now: Timestamp,
    ) -> Result<Option<MailAddressRow>, StoreError> {
        self.row(
            "SELECT * FROM mail_addresses WHERE link_hash = $1 AND link_until > $2",
            values![hash, now],
        )
        .await?
        .as_ref()
        .map(address)
        .transpose()
    }

    /// How a helper wants to be told; `None` when they never said.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn telling(&mut self, helper: HelperId) -> Result<Option<Telling>, StoreError> {
        match self
            .row(
                "SELECT value FROM tellings WHERE helper_id = $1",
                values![helper],
            )
            .await?
        {
            Some(row) => row.json("value").map(Some),
            None => Ok(None),
        }
    }
}

impl Write {
    /// Keeps an address in place of one before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn give_mail_address(&mut self, new: &MailAddressRow) -> Result<(), StoreError> {
        self.end_mail_address(new.helper).await?;
        self.swap(
            "INSERT INTO mail_addresses (id, helper_id, sealed, state, given_at, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            values![
                new.id,
                new.helper,
                new.sealed.clone(),
                new.state.code(),
                new.given,
                new.changed
            ],
        )
        .await
    }

    /// Removes a helper's address, and what waits for it. Tells whether there was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_mail_address(&mut self, helper: HelperId) -> Result<bool, StoreError> {
        self.run(
            "DELETE FROM outbox WHERE helper_id = $1 AND channel = 'mail'",
            values![helper],
        )
        .await?;
        self.run(
            "DELETE FROM told_rounds WHERE helper_id = $1 AND channel = 'mail'",
            values![helper],
        )
        .await?;
        Ok(self
            .run(
                "DELETE FROM mail_addresses WHERE helper_id = $1",
                values![helper],
            )
            .await?
            == 1)
    }

    /// Keeps the hash of the link that confirms an address. Tells whether that address is
    /// there still.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn set_mail_link(
        &mut self,
        id: Uuid,
        hash: &[u8],
        until: Timestamp,
    ) -> Result<bool, StoreError> {
        Ok(self
            .run(
                "UPDATE mail_addresses SET link_hash = $2, link_until = $3 WHERE id = $1",
                values![id, hash, until],
            )
            .await?
            == 1)
    }

    /// Says where an address stands now; its link ends with that. Tells whether it stood
    /// elsewhere before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn set_mail_state(
        &mut self,
        id: Uuid,
        state: AddressState,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        Ok(self
            .run(
                "UPDATE mail_addresses SET state = $2, changed_at = $3, link_hash = NULL, link_until = NULL
                 WHERE id = $1 AND state <> $2",
                values![id, state.code(), now],
            )
            .await?
            == 1)
    }

    /// Keeps how a helper wants to be told.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn set_telling(
        &mut self,
        helper: HelperId,
        telling: &Telling,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO tellings (helper_id, value) VALUES ($1, $2)
             ON CONFLICT (helper_id) DO UPDATE SET value = excluded.value",
            values![helper, to_json(telling)?],
        )
        .await
    }
}
