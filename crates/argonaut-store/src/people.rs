//! What helpers keep about each other: sealed notes, by what they want to be found, how
//! much they looked up, and suggested contacts that were put aside.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;

use crate::db::{Read, Write, values};
use crate::error::StoreError;

/// A helper's sealed note on another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelperNoteRow {
    /// On whom.
    pub about: HelperId,
    /// Sealed for its owner alone.
    pub sealed: Vec<u8>,
}

/// One address or number by which a helper wants to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundByRow {
    /// What stands for it.
    pub hash: Vec<u8>,
    /// Its text, sealed for its owner alone.
    pub sealed: Vec<u8>,
}

impl Read {
    /// A helper's notes on others.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn helper_notes(
        &mut self,
        owner: HelperId,
    ) -> Result<Vec<HelperNoteRow>, StoreError> {
        self.rows(
            "SELECT helper_id, sealed FROM helper_notes WHERE owner_id = $1 ORDER BY helper_id",
            values![owner],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(HelperNoteRow {
                about: row.id("helper_id", HelperId::from_uuid)?,
                sealed: row.get("sealed")?,
            })
        })
        .collect()
    }

    /// By what a helper wants to be found, oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn found_by(&mut self, helper: HelperId) -> Result<Vec<FoundByRow>, StoreError> {
        self.rows(
            "SELECT hash, sealed FROM found_by WHERE helper_id = $1 ORDER BY added_at, hash",
            values![helper],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(FoundByRow {
                hash: row.get("hash")?,
                sealed: row.get("sealed")?,
            })
        })
        .collect()
    }

    /// Who wants to be found by what this hash stands for.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn who_is_found_by(&mut self, hash: &[u8]) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT helper_id FROM found_by WHERE hash = $1 ORDER BY helper_id",
            values![hash],
        )
        .await?
        .iter()
        .map(|row| row.id("helper_id", HelperId::from_uuid))
        .collect()
    }

    /// How many addresses and numbers a helper had looked up on a day.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn looked_up(&mut self, helper: HelperId, day: i64) -> Result<i64, StoreError> {
        self.count(
            "SELECT coalesce(max(looked), 0) AS n FROM lookups WHERE helper_id = $1 AND day = $2",
            values![helper, day],
        )
        .await
    }

    /// Suggested contacts that are put aside now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn contacts_aside(
        &mut self,
        owner: HelperId,
        now: Timestamp,
    ) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT helper_id FROM contacts_aside
             WHERE owner_id = $1 AND (until_at IS NULL OR until_at > $2) ORDER BY helper_id",
            values![owner, now],
        )
        .await?
        .iter()
        .map(|row| row.id("helper_id", HelperId::from_uuid))
        .collect()
    }

    /// The contacts of a helper's contacts, as pairs, without those between whom a block
    /// stands. Whether a pair may be told is decided by `domain::access`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn contacts_of_contacts(
        &mut self,
        me: HelperId,
    ) -> Result<Vec<(HelperId, HelperId)>, StoreError> {
        self.rows(
            "WITH mine AS (
                SELECT high_id AS id FROM contacts WHERE low_id = $1 AND accepted
                UNION SELECT low_id AS id FROM contacts WHERE high_id = $1 AND accepted)
             SELECT low_id, high_id FROM contacts
             WHERE accepted AND low_id <> $1 AND high_id <> $1
               AND (low_id IN (SELECT id FROM mine) OR high_id IN (SELECT id FROM mine))
               AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = low_id AND blocked_id = high_id)
               AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = high_id AND blocked_id = low_id)
             ORDER BY low_id, high_id LIMIT 20000",
            values![me],
        )
        .await?
        .iter()
        .map(|row| {
            Ok((
                row.id("low_id", HelperId::from_uuid)?,
                row.id("high_id", HelperId::from_uuid)?,
            ))
        })
        .collect()
    }

    /// How many invitations a helper has made since then.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn invitations_since(
        &mut self,
        helper: HelperId,
        since: Timestamp,
    ) -> Result<i64, StoreError> {
        self.count(
            "SELECT count(*) AS n FROM invitations WHERE made_by = $1 AND created_at > $2",
            values![helper, since],
        )
        .await
    }
}

impl Write {
    /// Keeps a helper's note on another one; `None` deletes it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn keep_helper_note(
        &mut self,
        owner: HelperId,
        about: HelperId,
        sealed: Option<Vec<u8>>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        match sealed {
            Some(sealed) => {
                self.swap(
                    "INSERT INTO helper_notes (owner_id, helper_id, sealed, changed_at) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (owner_id, helper_id) DO UPDATE SET sealed = excluded.sealed,
                        changed_at = excluded.changed_at",
                    values![owner, about, sealed, now],
                )
                .await
            }
            None => self
                .run(
                    "DELETE FROM helper_notes WHERE owner_id = $1 AND helper_id = $2",
                    values![owner, about],
                )
                .await
                .map(drop),
        }
    }

    /// Adds something by which a helper wants to be found; the same again changes nothing.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn add_found_by(
        &mut self,
        helper: HelperId,
        row: &FoundByRow,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO found_by (helper_id, hash, sealed, added_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (helper_id, hash) DO NOTHING",
            values![helper, row.hash.clone(), row.sealed.clone(), now],
        )
        .await
        .map(drop)
    }

    /// Takes it away again. Tells whether it was there.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn remove_found_by(
        &mut self,
        helper: HelperId,
        hash: &[u8],
    ) -> Result<bool, StoreError> {
        let gone = self
            .run(
                "DELETE FROM found_by WHERE helper_id = $1 AND hash = $2",
                values![helper, hash],
            )
            .await?;
        Ok(gone == 1)
    }

    /// Counts what a helper has looked up on a day; days before it go.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn count_lookups(
        &mut self,
        helper: HelperId,
        day: i64,
        looked: i64,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM lookups WHERE helper_id = $1 AND day < $2",
            values![helper, day],
        )
        .await?;
        self.swap(
            "INSERT INTO lookups (helper_id, day, looked) VALUES ($1, $2, $3)
             ON CONFLICT (helper_id, day) DO UPDATE SET looked = lookups.looked + excluded.looked",
            values![helper, day, looked],
        )
        .await
    }

    /// Puts a suggested contact aside, until then or for good.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn put_contact_aside(
        &mut self,
        owner: HelperId,
        helper: HelperId,
        until: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO contacts_aside (owner_id, helper_id, until_at) VALUES ($1, $2, $3)
             ON CONFLICT (owner_id, helper_id) DO UPDATE SET until_at = excluded.until_at",
            values![owner, helper, until],
        )
        .await
    }

    /// Brings all suggested contacts back.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn bring_contacts_back(&mut self, owner: HelperId) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM contacts_aside WHERE owner_id = $1",
            values![owner],
        )
        .await
        .map(drop)
    }
}
