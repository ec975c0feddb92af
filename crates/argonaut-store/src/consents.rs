//! Recorded consents: who may know what, until when. No names.

use argonaut_domain::access::Granted;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::{Consent, ConsentScope};
use argonaut_domain::ids::{ClientId, ConsentId, HelperId, MatchId};

use crate::db::row::to_json;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

fn consent(row: &Row) -> Result<Consent, StoreError> {
    Ok(Consent {
        id: row.id("id", ConsentId::from_uuid)?,
        client: row.id("client_id", ClientId::from_uuid)?,
        scope: row.json("scope")?,
        method: row.word("method")?,
        text_version: row.get("text_version")?,
        recorded_by: row.id("recorded_by", HelperId::from_uuid)?,
        given: row.time("given_at")?,
        expires: row.time("expires_at")?,
        withdrawn: row.maybe_time("withdrawn_at")?,
    })
}

impl Read {
    /// Every consent of a client, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn consents(
        &mut self,
        granted: &Granted<ClientId>,
    ) -> Result<Vec<Consent>, StoreError> {
        self.rows(
            "SELECT * FROM consents WHERE client_id = $1 ORDER BY given_at DESC, id DESC",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(consent)
        .collect()
    }

    /// The clients of this caseload who have a consent to share a card that holds at `now`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn share_consents(
        &mut self,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<Vec<Consent>, StoreError> {
        self.rows(
            "SELECT c.* FROM consents c JOIN circle m ON m.client_id = c.client_id
             WHERE m.helper_id = $1 AND c.match_id IS NULL AND c.withdrawn_at IS NULL AND c.expires_at > $2",
            values![helper, now],
        )
        .await?
        .iter()
        .map(consent)
        .collect()
    }
}

impl Write {
    /// Keeps a consent.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_consent(
        &mut self,
        granted: &Granted<ClientId>,
        new: &Consent,
    ) -> Result<(), StoreError> {
        let introduction: Option<MatchId> = match &new.scope {
            ConsentScope::ShareCard => None,
            ConsentScope::Introduce { introduction, .. } => Some(*introduction),
        };
        self.swap(
            "INSERT INTO consents (id, client_id, match_id, scope, method, text_version, recorded_by, given_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![
                new.id,
                granted.subject(),
                introduction,
                to_json(&new.scope)?,
                new.method.code(),
                new.text_version.as_str(),
                new.recorded_by,
                new.given,
                new.expires,
            ],
        )
        .await
    }

    /// Withdraws a consent.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not this client's, or was withdrawn already.
    pub async fn withdraw_consent(
        &mut self,
        granted: &Granted<ClientId>,
        id: ConsentId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE consents SET withdrawn_at = $3 WHERE id = $1 AND client_id = $2 AND withdrawn_at IS NULL",
            values![id, granted.subject(), now],
        )
        .await
    }
}
