//! How helpers stand to each other: contacts, blocks, and pinned keys.

use argonaut_domain::access::Viewer;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, HelperId, MatchId};

use crate::changes::ChangeKind;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// What stands between a helper and another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContactRow {
    /// The other helper.
    pub other: HelperId,
    /// Who asked.
    pub asked_by: HelperId,
    /// Whether both agreed.
    pub accepted: bool,
    /// When it was asked.
    pub asked: Timestamp,
}

/// A public key that a helper has pinned for another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinRow {
    /// The key.
    pub public_key: Vec<u8>,
    /// The seal over it, under the owner's own key.
    pub mac: Vec<u8>,
    /// When the two people compared it, if they did.
    pub compared: Option<Compared>,
}

/// The owner's mark that the two people compared a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// When.
    pub at: Timestamp,
    /// The seal over it, under the owner's own key.
    pub mac: Vec<u8>,
}

fn ordered(a: HelperId, b: HelperId) -> (HelperId, HelperId) {
    if a < b { (a, b) } else { (b, a) }
}

fn contact(me: HelperId, row: &Row) -> Result<ContactRow, StoreError> {
    let low = row.id("low_id", HelperId::from_uuid)?;
    let high = row.id("high_id", HelperId::from_uuid)?;
    Ok(ContactRow {
        other: if low == me { high } else { low },
        asked_by: row.id("asked_by", HelperId::from_uuid)?,
        accepted: row.get("accepted")?,
        asked: row.time("asked_at")?,
    })
}

impl Read {
    /// The eyes of a helper, for the one visibility filter.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn viewer(&mut self, me: HelperId) -> Result<Viewer, StoreError> {
        let contacts: Vec<HelperId> = self
            .contacts(me)
            .await?
            .into_iter()
            .filter(|row| row.accepted)
            .map(|row| row.other)
            .collect();
        let blocked = self
            .rows(
                "SELECT blocked_id AS other FROM blocks WHERE blocker_id = $1
                 UNION SELECT blocker_id AS other FROM blocks WHERE blocked_id = $1",
                values![me],
            )
            .await?
            .iter()
            .map(|row| row.id("other", HelperId::from_uuid))
            .collect::<Result<Vec<_>, _>>()?;
        let circle: Vec<ClientId> = self.caseload_ids(me).await?;
        let muted = self.muted_by(me).await?;
        let viewer = Viewer::new(me, contacts, blocked, circle).muting(muted);
        self.with_groups(me, viewer).await
    }

    /// A helper's contacts and open requests, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn contacts(&mut self, me: HelperId) -> Result<Vec<ContactRow>, StoreError> {
        self.rows(
            "SELECT * FROM contacts WHERE low_id = $1 OR high_id = $1 ORDER BY asked_at DESC, low_id, high_id",
            values![me],
        )
        .await?
        .iter()
        .map(|row| contact(me, row))
        .collect()
    }

    /// What stands between two helpers.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn contact(
        &mut self,
        me: HelperId,
        other: HelperId,
    ) -> Result<Option<ContactRow>, StoreError> {
        let (low, high) = ordered(me, other);
        self.row(
            "SELECT * FROM contacts WHERE low_id = $1 AND high_id = $2",
            values![low, high],
        )
        .await?
        .map(|row| contact(me, &row))
        .transpose()
    }

    /// Whom a helper has blocked by name (not who blocked them), latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn blocked_by(&mut self, me: HelperId) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT blocked_id FROM blocks WHERE blocker_id = $1 AND behind_match IS NULL
             ORDER BY blocked_at DESC, blocked_id",
            values![me],
        )
        .await?
        .iter()
        .map(|row| row.id("blocked_id", HelperId::from_uuid))
        .collect()
    }

    /// The key that `owner` has pinned for another helper.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn pin(
        &mut self,
        owner: HelperId,
        other: HelperId,
    ) -> Result<Option<PinRow>, StoreError> {
        let sql = "SELECT public_key, mac, compared_at, compared_mac FROM pins WHERE owner_id = $1 AND helper_id = $2";
        match self.row(sql, values![owner, other]).await? {
            Some(row) => Ok(Some(PinRow {
                public_key: row.get("public_key")?,
                mac: row.get("mac")?,
                compared: row
                    .maybe_time("compared_at")?
                    .zip(row.get("compared_mac")?)
                    .map(|(at, mac)| Compared { at, mac }),
            })),
            None => Ok(None),
        }
    }
}

impl Write {
    /// Asks to be a contact. [`StoreError::Conflict`] when it was asked before.
    ///
    /// # Errors
    /// When it was asked before, or the database does not answer.
    pub async fn ask_contact(
        &mut self,
        me: HelperId,
        other: HelperId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (low, high) = ordered(me, other);
        self.swap(
            "INSERT INTO contacts (low_id, high_id, asked_by, accepted, asked_at) VALUES ($1, $2, $3, $4, $5)",
            values![low, high, me, false, now],
        )
        .await
    }

    /// Accepts what the other one asked.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when nothing is asked any more.
    pub async fn accept_contact(
        &mut self,
        me: HelperId,
        other: HelperId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (low, high) = ordered(me, other);
        self.swap(
            "UPDATE contacts SET accepted = $4, accepted_at = $5
             WHERE low_id = $1 AND high_id = $2 AND asked_by = $3 AND accepted <> $4",
            values![low, high, other, true, now],
        )
        .await
    }

    /// Removes a contact, declines or takes back a request. Tells whether there was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn remove_contact(
        &mut self,
        me: HelperId,
        other: HelperId,
    ) -> Result<bool, StoreError> {
        let (low, high) = ordered(me, other);
        let gone = self
            .run(
                "DELETE FROM contacts WHERE low_id = $1 AND high_id = $2",
                values![low, high],
            )
            .await?;
        Ok(gone > 0)
    }

    /// Blocks a helper; `behind` the joint work in which they are still hidden.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when they are blocked already.
    pub async fn block(
        &mut self,
        me: HelperId,
        other: HelperId,
        behind: Option<MatchId>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO blocks (blocker_id, blocked_id, behind_match, blocked_at) VALUES ($1, $2, $3, $4)",
            values![me, other, behind, now],
        )
        .await?;
        self.changed(ChangeKind::Trust, me.uuid()).await
    }

    /// Lifts a block. Tells whether there was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn unblock(&mut self, me: HelperId, other: HelperId) -> Result<bool, StoreError> {
        let gone = self
            .run(
                "DELETE FROM blocks WHERE blocker_id = $1 AND blocked_id = $2 AND behind_match IS NULL",
                values![me, other],
            )
            .await?;
        self.changed(ChangeKind::Trust, me.uuid()).await?;
        Ok(gone == 1)
    }

    /// Pins a helper's public key; a pin that is there already stays.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_pin(
        &mut self,
        owner: HelperId,
        other: HelperId,
        pin: &PinRow,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO pins (owner_id, helper_id, public_key, mac, pinned_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (owner_id, helper_id) DO NOTHING",
            values![owner, other, pin.public_key.clone(), pin.mac.clone(), now],
        )
        .await
        .map(drop)
    }

    /// Keeps a pin with its mark of comparison, in place of the one that is there.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn replace_pin(
        &mut self,
        owner: HelperId,
        other: HelperId,
        pin: &PinRow,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let compared = pin.compared.as_ref();
        self.swap(
            "INSERT INTO pins (owner_id, helper_id, public_key, mac, pinned_at, compared_at, compared_mac)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (owner_id, helper_id) DO UPDATE SET
                public_key = $3, mac = $4, compared_at = $6, compared_mac = $7",
            values![
                owner,
                other,
                pin.public_key.clone(),
                pin.mac.clone(),
                now,
                compared.map(|compared| compared.at),
                compared.map(|compared| compared.mac.clone()),
            ],
        )
        .await
    }
}
