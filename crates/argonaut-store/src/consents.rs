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
        language: row.word("language")?,
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

impl Read {
    /// The consents in force that end by `then` and whose end was not announced,
    /// each with the lead who is to be told.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn consents_ending(
        &mut self,
        now: Timestamp,
        then: Timestamp,
    ) -> Result<Vec<(Consent, HelperId)>, StoreError> {
        self.rows(
            "SELECT c.*, m.helper_id AS lead FROM consents c
             JOIN circle m ON m.client_id = c.client_id AND m.role = 'lead'
             WHERE NOT c.reminded AND c.withdrawn_at IS NULL AND c.expires_at > $1 AND c.expires_at <= $2
             ORDER BY c.expires_at, c.id LIMIT 500",
            values![now, then],
        )
        .await?
        .iter()
        .map(|row| Ok((consent(row)?, row.id("lead", HelperId::from_uuid)?)))
        .collect()
    }

    /// Whether a client has a consent to share that still holds after `then`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn shares_after(
        &mut self,
        client: ClientId,
        then: Timestamp,
    ) -> Result<bool, StoreError> {
        Ok(self
            .count(
                "SELECT count(*) AS n FROM consents
                 WHERE client_id = $1 AND match_id IS NULL AND withdrawn_at IS NULL AND expires_at > $2",
                values![client, then],
            )
            .await?
            > 0)
    }
}

impl Write {
    /// Notes that the end of a consent was announced.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was announced already.
    pub async fn consent_reminded(&mut self, id: ConsentId) -> Result<(), StoreError> {
        self.swap(
            "UPDATE consents SET reminded = $2 WHERE id = $1 AND reminded <> $2",
            values![id, true],
        )
        .await
    }

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
            "INSERT INTO consents (id, client_id, match_id, scope, method, text_version, recorded_by, given_at, expires_at, language)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
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
                new.language.code(),
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
