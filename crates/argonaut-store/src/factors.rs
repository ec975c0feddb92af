//! Second factors: sealed secrets of authenticator apps and sealed passkeys.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{FactorId, HelperId};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// The kinds of second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactorKind {
    /// Codes of an authenticator app.
    App,
    /// A passkey.
    Passkey,
}

impl FactorKind {
    const fn code(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Passkey => "passkey",
        }
    }
}

/// A second factor as storage keeps it.
#[derive(Clone, Debug)]
pub struct FactorRow {
    /// Which.
    pub id: FactorId,
    /// Of which kind.
    pub kind: FactorKind,
    /// The device's name, as its owner calls it.
    pub name: String,
    /// The secret or the passkey, sealed under its owner's key.
    pub sealed: Vec<u8>,
    /// Whether it was tried once and is in force.
    pub confirmed: bool,
    /// The latest step whose code was used.
    pub last_step: i64,
    /// When it was added.
    pub created: Timestamp,
    /// When it was last used.
    pub used: Option<Timestamp>,
}

fn factor(row: &Row) -> Result<FactorRow, StoreError> {
    let kind: String = row.get("kind")?;
    Ok(FactorRow {
        id: row.id("id", FactorId::from_uuid)?,
        kind: match kind.as_str() {
            "app" => FactorKind::App,
            "passkey" => FactorKind::Passkey,
            _other => return Err(StoreError::Damaged("kind of a factor".to_owned())),
        },
        name: row.get("name")?,
        sealed: row.get("sealed")?,
        confirmed: row.get("confirmed")?,
        last_step: row.get("last_step")?,
        created: row.time("created_at")?,
        used: row.maybe_time("used_at")?,
    })
}

impl Read {
    /// A helper's second factors, oldest first, those that wait to be tried included.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn factors(&mut self, helper: HelperId) -> Result<Vec<FactorRow>, StoreError> {
        self.rows(
            "SELECT id, kind, name, sealed, confirmed, last_step, created_at, used_at FROM factors
             WHERE helper_id = $1 ORDER BY created_at, id",
            values![helper],
        )
        .await?
        .iter()
        .map(factor)
        .collect()
    }
}

impl Write {
    /// Keeps a new factor; others of its kind that were never tried go.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_factor(
        &mut self,
        helper: HelperId,
        new: &FactorRow,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM factors WHERE helper_id = $1 AND kind = $2 AND NOT confirmed",
            values![helper, new.kind.code()],
        )
        .await?;
        self.swap(
            "INSERT INTO factors (id, helper_id, kind, name, sealed, confirmed, last_step, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            values![
                new.id,
                helper,
                new.kind.code(),
                new.name.as_str(),
                new.sealed.clone(),
                new.confirmed,
                new.last_step,
                new.created
            ],
        )
        .await
    }

    /// Puts a factor in force, with what it is from now on.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is in force already or gone.
    pub async fn confirm_factor(
        &mut self,
        id: FactorId,
        helper: HelperId,
        sealed: &[u8],
        step: i64,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE factors SET confirmed = $3, sealed = $4, last_step = $5
             WHERE id = $1 AND helper_id = $2 AND NOT confirmed",
            values![id, helper, true, sealed, step],
        )
        .await
    }

    /// Notes the use of a code. A step is used once: of two at the same moment one is refused.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when that step, or a later one, was used already.
    pub async fn use_code(
        &mut self,
        id: FactorId,
        step: i64,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE factors SET last_step = $2, used_at = $3 WHERE id = $1 AND confirmed AND last_step < $2",
            values![id, step, now],
        )
        .await
    }

    /// Notes the use of a passkey, whose counter moved on.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was used or removed in the meantime.
    pub async fn use_passkey(
        &mut self,
        id: FactorId,
        old: &[u8],
        sealed: &[u8],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE factors SET sealed = $3, used_at = $4 WHERE id = $1 AND confirmed AND sealed = $2",
            values![id, old, sealed, now],
        )
        .await
    }

    /// Removes one of this helper's factors. Tells whether it was there.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn remove_factor(
        &mut self,
        id: FactorId,
        helper: HelperId,
    ) -> Result<bool, StoreError> {
        Ok(self
            .run(
                "DELETE FROM factors WHERE id = $1 AND helper_id = $2",
                values![id, helper],
            )
            .await?
            == 1)
    }

    /// Removes all of this helper's factors. Tells how many there were.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn remove_factors(&mut self, helper: HelperId) -> Result<u64, StoreError> {
        self.run("DELETE FROM factors WHERE helper_id = $1", values![helper])
            .await
    }
}
