//! Helpers' accounts and profiles.

use argonaut_domain::access::{Granted, Instance, Moderation};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::{Handle, Helper, Profile, Standing};
use argonaut_domain::ids::HelperId;

use crate::changes::ChangeKind;
use crate::db::row::to_json;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A new account: the helper, and their keys as storage keeps them.
#[derive(Clone, Debug)]
pub struct NewHelper {
    /// The helper.
    pub helper: Helper,
    /// Their keys.
    pub keys: HelperKeysRow,
    /// Their choice of screen language.
    pub locale: Option<String>,
    /// When the account was made.
    pub created: Timestamp,
}

/// A helper's keys as storage keeps them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelperKeysRow {
    /// The public key.
    pub public_key: Vec<u8>,
    /// The private key, sealed under the password.
    pub sealed_by_password: Vec<u8>,
    /// The private key, sealed under the recovery code.
    pub sealed_by_recovery: Vec<u8>,
}

fn helper(row: &Row) -> Result<Helper, StoreError> {
    let handle: String = row.get("handle")?;
    Ok(Helper {
        id: row.id("id", HelperId::from_uuid)?,
        name: row.get("name")?,
        handle: Handle::parse(&handle)
            .map_err(|error| StoreError::Damaged(format!("handle: {error}")))?,
        standing: row.word("standing")?,
        is_admin: row.get("is_admin")?,
        profile: row.json("profile")?,
        version: row.get("version")?,
    })
}

const COLUMNS: &str = "SELECT id, name, handle, standing, is_admin, profile, version FROM helpers";

impl Read {
    /// A helper by id. Whether somebody may see them is decided by `domain::access`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn helper(&mut self, id: HelperId) -> Result<Option<Helper>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE id = $1"));
        self.row(sql, values![id])
            .await?
            .as_ref()
            .map(helper)
            .transpose()
    }

    /// A helper by handle.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn helper_by_handle(
        &mut self,
        handle: &Handle,
    ) -> Result<Option<Helper>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} WHERE handle = $1"));
        self.row(sql, values![handle.as_str()])
            .await?
            .as_ref()
            .map(helper)
            .transpose()
    }

    /// Every helper, by id: what a node reads at its start.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn helpers(&mut self) -> Result<Vec<Helper>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS} ORDER BY id"));
        self.rows(sql, values![])
            .await?
            .iter()
            .map(helper)
            .collect()
    }

    /// The accounts of one standing, oldest first, for the administrators.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn helpers_in(
        &mut self,
        _: &Granted<Instance>,
        standing: Standing,
    ) -> Result<Vec<Helper>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE standing = $1 ORDER BY created_at, id"
        ));
        self.rows(sql, values![standing.code()])
            .await?
            .iter()
            .map(helper)
            .collect()
    }

    /// The administrators.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn administrators(&mut self) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT id FROM helpers WHERE is_admin AND standing = 'active' ORDER BY id",
            values![],
        )
        .await?
        .iter()
        .map(|row| row.id("id", HelperId::from_uuid))
        .collect()
    }

    /// A helper's keys.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn helper_keys(&mut self, id: HelperId) -> Result<Option<HelperKeysRow>, StoreError> {
        let sql =
            "SELECT public_key, sealed_by_password, sealed_by_recovery FROM helpers WHERE id = $1";
        match self.row(sql, values![id]).await? {
            Some(row) => Ok(Some(HelperKeysRow {
                public_key: row.get("public_key")?,
                sealed_by_password: row.get("sealed_by_password")?,
                sealed_by_recovery: row.get("sealed_by_recovery")?,
            })),
            None => Ok(None),
        }
    }

    /// How many accounts there are.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn helper_count(&mut self) -> Result<i64, StoreError> {
        self.count("SELECT count(*) AS n FROM helpers", values![])
            .await
    }
}

impl Write {
    /// Keeps a new account. [`StoreError::Conflict`] when the handle is taken.
    ///
    /// # Errors
    /// When the handle is taken, or the database does not answer.
    pub async fn insert_helper(&mut self, new: &NewHelper) -> Result<(), StoreError> {
        let NewHelper {
            helper,
            keys,
            locale,
            created,
        } = new;
        self.swap(
            "INSERT INTO helpers (id, handle, name, standing, is_admin, locale, public_key, sealed_by_password,
                sealed_by_recovery, profile, area, created_at, active_at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13)",
            values![
                helper.id,
                helper.handle.as_str(),
                helper.name.as_str(),
                helper.standing.code(),
                helper.is_admin,
                locale.clone(),
                keys.public_key.clone(),
                keys.sealed_by_password.clone(),
                keys.sealed_by_recovery.clone(),
                to_json(&helper.profile)?,
                helper.profile.area.to_string(),
                *created,
                helper.version,
            ],
        )
        .await?;
        self.changed(ChangeKind::Helper, helper.id.uuid()).await
    }

    /// Replaces a helper's name and profile, if nobody changed it since `version`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was changed in the meantime.
    pub async fn update_profile(
        &mut self,
        id: HelperId,
        name: &str,
        profile: &Profile,
        version: i64,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE helpers SET name = $2, profile = $3, area = $4, version = version + 1
             WHERE id = $1 AND version = $5",
            values![
                id,
                name,
                to_json(profile)?,
                profile.area.to_string(),
                version
            ],
        )
        .await?;
        self.changed(ChangeKind::Helper, id.uuid()).await
    }

    /// Keeps a helper's choice of screen language.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn set_locale(&mut self, id: HelperId, locale: &str) -> Result<(), StoreError> {
        self.swap(
            "UPDATE helpers SET locale = $2 WHERE id = $1",
            values![id, locale],
        )
        .await
    }

    /// Moves an account from one standing to another.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it does not stand at `from` any more.
    pub async fn set_standing(
        &mut self,
        _: &Granted<Moderation>,
        id: HelperId,
        from: Standing,
        to: Standing,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE helpers SET standing = $3 WHERE id = $1 AND standing = $2",
            values![id, from.code(), to.code()],
        )
        .await?;
        self.changed(ChangeKind::Helper, id.uuid()).await
    }

    /// Replaces the private key's seal under the password, if it still is `old`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was replaced in the meantime.
    pub async fn replace_password_seal(
        &mut self,
        id: HelperId,
        old: &[u8],
        new: &[u8],
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE helpers SET sealed_by_password = $3 WHERE id = $1 AND sealed_by_password = $2",
            values![id, old, new],
        )
        .await
    }

    /// Replaces the private key's seal under the recovery code, if it still is `old`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was replaced in the meantime.
    pub async fn replace_recovery_seal(
        &mut self,
        id: HelperId,
        old: &[u8],
        new: &[u8],
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE helpers SET sealed_by_recovery = $3 WHERE id = $1 AND sealed_by_recovery = $2",
            values![id, old, new],
        )
        .await
    }
}
