//! Signed-in browsers: the hash of a token, and a private key sealed under it.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{HelperId, SessionId};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A session, with what the account says about its helper.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// Which.
    pub id: SessionId,
    /// Whose.
    pub helper: HelperId,
    /// The private key, sealed under the cookie's token.
    pub sealed_key: Vec<u8>,
    /// The kind of browser, in a few words.
    pub device: String,
    /// When it began.
    pub created: Timestamp,
    /// When it was last used (to the hour or so).
    pub seen: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// Where the account stands.
    pub standing: Standing,
    /// Whether the helper runs this instance.
    pub is_admin: bool,
    /// Whether the helper moderates.
    pub is_moderator: bool,
    /// The helper's name.
    pub name: String,
    /// The helper's choice of screen language.
    pub locale: Option<String>,
    /// The helper's public key.
    pub public_key: Vec<u8>,
}

const COLUMNS: &str = "SELECT s.id, s.helper_id, s.sealed_key, s.device, s.created_at, s.seen_at, s.expires_at,
    h.standing, h.is_admin, h.is_moderator, h.name, h.locale, h.public_key FROM sessions s JOIN helpers h ON h.id = s.helper_id";

fn session(row: &Row) -> Result<SessionRow, StoreError> {
    Ok(SessionRow {
        id: row.id("id", SessionId::from_uuid)?,
        helper: row.id("helper_id", HelperId::from_uuid)?,
        sealed_key: row.get("sealed_key")?,
        device: row.get("device")?,
        created: row.time("created_at")?,
        seen: row.time("seen_at")?,
        expires: row.time("expires_at")?,
        standing: row.word("standing")?,
        is_admin: row.get("is_admin")?,
        is_moderator: row.get("is_moderator")?,
        name: row.get("name")?,
        locale: row.get("locale")?,
        public_key: row.get("public_key")?,
    })
}

impl Read {
    /// The running session of this token.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn session(
        &mut self,
        token_hash: &[u8],
        now: Timestamp,
    ) -> Result<Option<SessionRow>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE s.token_hash = $1 AND s.expires_at > $2"
        ));
        self.row(sql, values![token_hash, now])
            .await?
            .as_ref()
            .map(session)
            .transpose()
    }

    /// Every running session of a helper, the latest used first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sessions_of(
        &mut self,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<Vec<SessionRow>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{COLUMNS} WHERE s.helper_id = $1 AND s.expires_at > $2 ORDER BY s.seen_at DESC, s.id"
        ));
        self.rows(sql, values![helper, now])
            .await?
            .iter()
            .map(session)
            .collect()
    }
}

impl Write {
    /// Keeps a new session.
    ///
    /// # Errors
    /// When the database does not answer.
    #[expect(clippy::too_many_arguments, reason = "each is one column of a new row")]
    pub async fn insert_session(
        &mut self,
        id: SessionId,
        helper: HelperId,
        token_hash: &[u8],
        sealed_key: &[u8],
        device: &str,
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<(), StoreError> {
        self.run("DELETE FROM sessions WHERE expires_at <= $1", values![now])
            .await?;
        self.swap(
            "INSERT INTO sessions (id, helper_id, token_hash, sealed_key, device, created_at, seen_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $6, $7)",
            values![id, helper, token_hash, sealed_key, device, now, expires],
        )
        .await
    }

    /// Notes that a session is in use, and its helper active.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn touch_session(
        &mut self,
        id: SessionId,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE sessions SET seen_at = $2 WHERE id = $1",
            values![id, now],
        )
        .await?;
        self.run(
            "UPDATE helpers SET active_at = $2 WHERE id = $1",
            values![helper, now],
        )
        .await?;
        Ok(())
    }

    /// Ends one session of this helper. Tells whether there was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_session(
        &mut self,
        id: SessionId,
        helper: HelperId,
    ) -> Result<bool, StoreError> {
        Ok(self
            .run(
                "DELETE FROM sessions WHERE id = $1 AND helper_id = $2",
                values![id, helper],
            )
            .await?
            == 1)
    }

    /// Ends every session of this helper, but for one that may stay.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_sessions(
        &mut self,
        helper: HelperId,
        but: Option<SessionId>,
    ) -> Result<u64, StoreError> {
        self.run(
            "DELETE FROM sessions WHERE helper_id = $1 AND ($2 IS NULL OR id <> $2)",
            values![helper, but],
        )
        .await
    }
}
