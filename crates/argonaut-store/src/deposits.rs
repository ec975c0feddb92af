//! Private keys that wait, sealed: sign-ins between their two steps, and one-time links.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{DepositId, HelperId};

use crate::db::{Read, Write, values};
use crate::error::StoreError;

/// What a deposit waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DepositKind {
    /// The second factor.
    HalfSignIn,
    /// A new password, by a one-time link.
    ResetLink,
}

impl DepositKind {
    const fn code(self) -> &'static str {
        match self {
            Self::HalfSignIn => "half_sign_in",
            Self::ResetLink => "reset_link",
        }
    }
}

/// A deposit as storage keeps it.
#[derive(Clone, Debug)]
pub struct DepositRow {
    /// Which.
    pub id: DepositId,
    /// Whose key.
    pub helper: HelperId,
    /// The private key, sealed under the token and the server's key.
    pub sealed_key: Vec<u8>,
    /// What has to be remembered beside it, sealed alike.
    pub sealed_note: Option<Vec<u8>>,
    /// When it ends.
    pub expires: Timestamp,
}

impl Read {
    /// The deposit of this token, unless its time is over.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn deposit(
        &mut self,
        kind: DepositKind,
        token_hash: &[u8],
        now: Timestamp,
    ) -> Result<Option<DepositRow>, StoreError> {
        let row = self
            .row(
                "SELECT id, helper_id, sealed_key, sealed_note, expires_at FROM deposits
                 WHERE kind = $1 AND token_hash = $2 AND expires_at > $3",
                values![kind.code(), token_hash, now],
            )
            .await?;
        row.map(|row| {
            Ok(DepositRow {
                id: row.id("id", DepositId::from_uuid)?,
                helper: row.id("helper_id", HelperId::from_uuid)?,
                sealed_key: row.get("sealed_key")?,
                sealed_note: row.get("sealed_note")?,
                expires: row.time("expires_at")?,
            })
        })
        .transpose()
    }
}

impl Write {
    /// Keeps a new deposit; those whose time is over go.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_deposit(
        &mut self,
        kind: DepositKind,
        new: &DepositRow,
        token_hash: &[u8],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.run("DELETE FROM deposits WHERE expires_at <= $1", values![now])
            .await?;
        self.swap(
            "INSERT INTO deposits (id, kind, helper_id, token_hash, sealed_key, sealed_note, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            values![
                new.id,
                kind.code(),
                new.helper,
                token_hash,
                new.sealed_key.clone(),
                new.sealed_note.clone(),
                now,
                new.expires
            ],
        )
        .await
    }

    /// Uses a deposit up: it works once.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was used already.
    pub async fn use_deposit(&mut self, id: DepositId) -> Result<(), StoreError> {
        self.swap("DELETE FROM deposits WHERE id = $1", values![id])
            .await
    }

    /// Ends all of a helper's deposits.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_deposits(&mut self, helper: HelperId) -> Result<u64, StoreError> {
        self.run("DELETE FROM deposits WHERE helper_id = $1", values![helper])
            .await
    }
}
