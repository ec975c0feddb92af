//! What helpers say of each other: vouches, and private distrust. Every change is told to all
//! nodes in its own transaction.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{HelperId, VouchId};
use argonaut_domain::trust::{Vouch, VouchLevel};

use crate::changes::ChangeKind;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A vouch, as its author finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VouchRow {
    /// The vouch.
    pub vouch: Vouch,
    /// The author's private note, sealed for the author alone.
    pub note: Option<Vec<u8>>,
    /// Whether it came with an invitation.
    pub on_arrival: bool,
}

fn vouch(row: &Row) -> Result<Vouch, StoreError> {
    Ok(Vouch {
        id: row.id("id", VouchId::from_uuid)?,
        from: row.id("from_id", HelperId::from_uuid)?,
        to: row.id("to_id", HelperId::from_uuid)?,
        field: row.word("field")?,
        level: row.word("level")?,
        said: row.time("said_at")?,
        renewed: row.time("renewed_at")?,
    })
}

impl Read {
    /// What a helper says of others and has not taken back, with the sealed notes; the ones
    /// that end first come first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn vouches_by(&mut self, author: HelperId) -> Result<Vec<VouchRow>, StoreError> {
        self.rows(
            "SELECT * FROM vouches WHERE from_id = $1 AND revoked_at IS NULL ORDER BY renewed_at, id",
            values![author],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(VouchRow {
                vouch: vouch(row)?,
                note: row.get("note")?,
                on_arrival: row.get("on_arrival")?,
            })
        })
        .collect()
    }

    /// What others say of a helper and have not taken back, without their notes; the latest
    /// first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn vouches_for(&mut self, helper: HelperId) -> Result<Vec<Vouch>, StoreError> {
        self.rows(
            "SELECT * FROM vouches WHERE to_id = $1 AND revoked_at IS NULL ORDER BY renewed_at DESC, id",
            values![helper],
        )
        .await?
        .iter()
        .map(vouch)
        .collect()
    }

    /// Every vouch that was not taken back: what a node reads at its start.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn all_vouches(&mut self) -> Result<Vec<Vouch>, StoreError> {
        self.rows(
            "SELECT * FROM vouches WHERE revoked_at IS NULL ORDER BY id",
            values![],
        )
        .await?
        .iter()
        .map(vouch)
        .collect()
    }

    /// How many vouches a helper has said since then, those included that were taken back
    /// meanwhile, and those not that came with an invitation.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn vouches_said_since(
        &mut self,
        author: HelperId,
        since: Timestamp,
    ) -> Result<i64, StoreError> {
        self.count(
            "SELECT count(*) AS n FROM vouches WHERE from_id = $1 AND said_at > $2 AND on_arrival <> $3",
            values![author, since, true],
        )
        .await
    }

    /// How many helpers one says the most of, in general, in vouches that count at `now`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mothers_of(
        &mut self,
        author: HelperId,
        renewed_after: Timestamp,
    ) -> Result<i64, StoreError> {
        self.count(
            "SELECT count(*) AS n FROM vouches WHERE from_id = $1 AND revoked_at IS NULL
             AND field = 'general' AND level = $2 AND renewed_at > $3",
            values![author, VouchLevel::Mother.code(), renewed_after],
        )
        .await
    }

    /// Whom a helper distrusts, and since when; the latest first. For that helper alone.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn distrusted_by(
        &mut self,
        author: HelperId,
    ) -> Result<Vec<(HelperId, Timestamp)>, StoreError> {
        self.rows(
            "SELECT to_id, said_at FROM distrusts WHERE from_id = $1 ORDER BY said_at DESC, to_id",
            values![author],
        )
        .await?
        .iter()
        .map(|row| Ok((row.id("to_id", HelperId::from_uuid)?, row.time("said_at")?)))
        .collect()
    }

    /// Whom a helper distrusts or has blocked: what their own view of the network leaves out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn shut_out_by(&mut self, author: HelperId) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT to_id AS other FROM distrusts WHERE from_id = $1
             UNION SELECT blocked_id AS other FROM blocks WHERE blocker_id = $1",
            values![author],
        )
        .await?
        .iter()
        .map(|row| row.id("other", HelperId::from_uuid))
        .collect()
    }

    /// Every distrust and block, author first: what a node reads at its start.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn all_shut_out(&mut self) -> Result<Vec<(HelperId, HelperId)>, StoreError> {
        self.rows(
            "SELECT from_id, to_id FROM distrusts
             UNION SELECT blocker_id AS from_id, blocked_id AS to_id FROM blocks",
            values![],
        )
        .await?
        .iter()
        .map(|row| {
            Ok((
                row.id("from_id", HelperId::from_uuid)?,
                row.id("to_id", HelperId::from_uuid)?,
            ))
        })
        .collect()
    }
}

impl Write {
    /// Holds back every other vouch of this author until the transaction ends, so that what
    /// is counted stays counted.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hold_vouching(&mut self, author: HelperId) -> Result<(), StoreError> {
        self.swap(
            "UPDATE helpers SET version = version WHERE id = $1",
            values![author],
        )
        .await
    }

    /// Keeps a new vouch.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when one about the same field stands.
    pub async fn insert_vouch(&mut self, new: &VouchRow) -> Result<(), StoreError> {
        let vouch = new.vouch;
        self.swap(
            "INSERT INTO vouches (id, from_id, to_id, field, level, said_at, renewed_at, on_arrival, note)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![
                vouch.id,
                vouch.from,
                vouch.to,
                vouch.field.code(),
                vouch.level.code(),
                vouch.said,
                vouch.renewed,
                new.on_arrival,
                new.note.clone(),
            ],
        )
        .await?;
        self.changed(ChangeKind::Trust, vouch.from.uuid()).await
    }

    /// Says a vouch again: it counts from now on for its full time.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not theirs, or was taken back.
    pub async fn renew_vouch(
        &mut self,
        author: HelperId,
        id: VouchId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE vouches SET renewed_at = $3 WHERE id = $2 AND from_id = $1 AND revoked_at IS NULL",
            values![author, id, now],
        )
        .await?;
        self.changed(ChangeKind::Trust, author.uuid()).await
    }

    /// Replaces the sealed note of a vouch.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not theirs, or was taken back.
    pub async fn set_vouch_note(
        &mut self,
        author: HelperId,
        id: VouchId,
        note: Option<Vec<u8>>,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE vouches SET note = $3 WHERE id = $2 AND from_id = $1 AND revoked_at IS NULL",
            values![author, id, note],
        )
        .await
    }

    /// Takes a vouch back. Its note is deleted.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not theirs, or was taken back before.
    pub async fn revoke_vouch(
        &mut self,
        author: HelperId,
        id: VouchId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE vouches SET revoked_at = $3, note = NULL
             WHERE id = $2 AND from_id = $1 AND revoked_at IS NULL",
            values![author, id, now],
        )
        .await?;
        self.changed(ChangeKind::Trust, author.uuid()).await
    }

    /// Keeps a private distrust.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it is there already.
    pub async fn distrust(
        &mut self,
        author: HelperId,
        other: HelperId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO distrusts (from_id, to_id, said_at) VALUES ($1, $2, $3)",
            values![author, other, now],
        )
        .await?;
        self.changed(ChangeKind::Trust, author.uuid()).await
    }

    /// Lifts a private distrust. Tells whether there was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn lift_distrust(
        &mut self,
        author: HelperId,
        other: HelperId,
    ) -> Result<bool, StoreError> {
        let gone = self
            .run(
                "DELETE FROM distrusts WHERE from_id = $1 AND to_id = $2",
                values![author, other],
            )
            .await?;
        self.changed(ChangeKind::Trust, author.uuid()).await?;
        Ok(gone == 1)
    }
}
