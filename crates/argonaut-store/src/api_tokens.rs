//! API tokens: hashes, scopes, and a sealed private key where a record scope was granted.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{ApiTokenId, HelperId};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// An API token, with what the account says about its helper.
#[derive(Clone, Debug)]
pub struct ApiTokenRow {
    /// Which.
    pub id: ApiTokenId,
    /// Whose.
    pub helper: HelperId,
    /// What its maker calls it.
    pub name: String,
    /// What it may do: codes with spaces between.
    pub scopes: String,
    /// The private key, sealed under the token and the server's key.
    pub sealed_key: Option<Vec<u8>>,
    /// When it was made.
    pub created: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// When it was last used, to the hour or so.
    pub used: Option<Timestamp>,
    /// Where the account stands.
    pub standing: Standing,
    /// Whether the helper runs this instance.
    pub is_admin: bool,
    /// The helper's name.
    pub helper_name: String,
    /// The helper's choice of screen language.
    pub locale: Option<String>,
    /// The helper's public key.
    pub public_key: Vec<u8>,
}

const COLUMNS: &str = "SELECT t.id, t.helper_id, t.name, t.scopes, t.sealed_key, t.created_at, t.expires_at, t.used_at,
    h.standing, h.is_admin, h.name AS helper_name, h.locale, h.public_key
    FROM api_tokens t JOIN helpers h ON h.id = t.helper_id";

fn token(row: &Row) -> Result<ApiTokenRow, StoreError> {
    Ok(ApiTokenRow {
        id: row.id("id", ApiTokenId::from_uuid)?,
        helper: row.id("helper_id", HelperId::from_uuid)?,
        name: row.get("name")?,
        scopes: row.get("scopes")?,
        sealed_key: row.get("sealed_key")?,
        created: row.time("created_at")?,
        expires: row.time("expires_at")?,
        used: row.maybe_time("used_at")?,
        standing: row.word("standing")?,
        is_admin: row.get("is_admin")?,
        helper_name: row.get("helper_name")?,
        locale: row.get("locale")?,
        public_key: row.get("public_key")?,
    })
}

impl Read {
    /// The running token of this hash.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn api_token(
        &mut self,
        token_hash: &[u8],
        now: Timestamp,
    ) -> Result<Option<ApiTokenRow>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE t.token_hash = $1 AND t.expires_at > $2"
        ));
        self.row(sql, values![token_hash, now])
            .await?
            .as_ref()
            .map(token)
            .transpose()
    }

    /// A helper's running tokens, latest made first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn api_tokens_of(
        &mut self,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<Vec<ApiTokenRow>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE t.helper_id = $1 AND t.expires_at > $2 ORDER BY t.created_at DESC, t.id DESC"
        ));
        self.rows(sql, values![helper, now])
            .await?
            .iter()
            .map(token)
            .collect()
    }
}

impl Write {
    /// Keeps a new token; those whose time is over go.
    ///
    /// # Errors
    /// When the database does not answer.
    #[expect(clippy::too_many_arguments, reason = "each is one column of a new row")]
    pub async fn insert_api_token(
        &mut self,
        id: ApiTokenId,
        helper: HelperId,
        name: &str,
        scopes: &str,
        token_hash: &[u8],
        sealed_key: Option<Vec<u8>>,
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM api_tokens WHERE expires_at <= $1",
            values![now],
        )
        .await?;
        self.swap(
            "INSERT INTO api_tokens (id, helper_id, name, scopes, token_hash, sealed_key, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            values![id, helper, name, scopes, token_hash, sealed_key, now, expires],
        )
        .await
    }

    /// Notes that a token is in use.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn touch_api_token(
        &mut self,
        id: ApiTokenId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE api_tokens SET used_at = $2 WHERE id = $1",
            values![id, now],
        )
        .await
        .map(drop)
    }

    /// Ends one of this helper's tokens. Tells whether it was there.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_api_token(
        &mut self,
        id: ApiTokenId,
        helper: HelperId,
    ) -> Result<bool, StoreError> {
        Ok(self
            .run(
                "DELETE FROM api_tokens WHERE id = $1 AND helper_id = $2",
                values![id, helper],
            )
            .await?
            == 1)
    }

    /// Ends all of this helper's tokens.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_api_tokens(&mut self, helper: HelperId) -> Result<u64, StoreError> {
        self.run(
            "DELETE FROM api_tokens WHERE helper_id = $1",
            values![helper],
        )
        .await
    }
}
