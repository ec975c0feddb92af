//! Invitations to register, and the one-time link of the first administrator.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{HelperId, InvitationId};
use argonaut_domain::invitation::InvitedAs;

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Which.
    pub id: InvitationId,
    /// Who invites; `None` is the program (the first administrator's link).
    pub made_by: Option<HelperId>,
    /// Whether it makes an administrator.
    pub makes_admin: bool,
    /// When it was made.
    pub created: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// Who used it.
    pub used_by: Option<HelperId>,
    /// When it was taken back.
    pub revoked: Option<Timestamp>,
    /// How far the inviter speaks for the invited one.
    pub level: Option<InvitedAs>,
    /// A few words from the inviter; may be empty.
    pub greeting: String,
    /// Whether the inviter wishes to become contacts.
    pub befriend: bool,
}

impl Invitation {
    /// Whether it can still be used.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.used_by.is_none() && self.revoked.is_none() && now < self.expires
    }
}

fn invitation(row: &Row) -> Result<Invitation, StoreError> {
    Ok(Invitation {
        id: row.id("id", InvitationId::from_uuid)?,
        made_by: row.maybe_id("made_by", HelperId::from_uuid)?,
        makes_admin: row.get("makes_admin")?,
        created: row.time("created_at")?,
        expires: row.time("expires_at")?,
        used_by: row.maybe_id("used_by", HelperId::from_uuid)?,
        revoked: row.maybe_time("revoked_at")?,
        level: row
            .get::<Option<String>>("level")?
            .and_then(|code| code.parse().ok()),
        greeting: row.get("greeting")?,
        befriend: row.get("befriend")?,
    })
}

impl Read {
    /// The invitation of this token.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn invitation(
        &mut self,
        token_hash: &[u8],
    ) -> Result<Option<Invitation>, StoreError> {
        self.row(
            "SELECT * FROM invitations WHERE token_hash = $1",
            values![token_hash],
        )
        .await?
        .as_ref()
        .map(invitation)
        .transpose()
    }

    /// The invitations a helper made, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn invitations_of(
        &mut self,
        helper: HelperId,
    ) -> Result<Vec<Invitation>, StoreError> {
        self.rows(
            "SELECT * FROM invitations WHERE made_by = $1 ORDER BY created_at DESC, id DESC LIMIT 100",
            values![helper],
        )
        .await?
        .iter()
        .map(invitation)
        .collect()
    }
}

impl Write {
    /// Keeps a new invitation under the hash of its token.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_invitation(
        &mut self,
        made: &Invitation,
        token_hash: &[u8],
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO invitations (id, token_hash, made_by, makes_admin, created_at, expires_at, level,
                greeting, befriend)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![
                made.id,
                token_hash,
                made.made_by,
                made.makes_admin,
                made.created,
                made.expires,
                made.level.map(InvitedAs::code),
                made.greeting.as_str(),
                made.befriend,
            ],
        )
        .await
    }

    /// Uses an invitation up. [`StoreError::Stale`] when somebody was faster.
    ///
    /// # Errors
    /// When it cannot be used any more, or the database does not answer.
    pub async fn use_invitation(
        &mut self,
        id: InvitationId,
        by: HelperId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE invitations SET used_by = $2, used_at = $3
             WHERE id = $1 AND used_by IS NULL AND revoked_at IS NULL AND expires_at > $3",
            values![id, by, now],
        )
        .await
    }

    /// Takes an unused invitation back.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not theirs, used, or revoked already.
    pub async fn revoke_invitation(
        &mut self,
        id: InvitationId,
        made_by: HelperId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE invitations SET revoked_at = $3
             WHERE id = $1 AND made_by = $2 AND used_by IS NULL AND revoked_at IS NULL",
            values![id, made_by, now],
        )
        .await
    }

    /// Ends every open link that makes an administrator and that nobody made:
    /// a new one takes its place.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn revoke_setup_links(&mut self, now: Timestamp) -> Result<u64, StoreError> {
        self.run(
            "UPDATE invitations SET revoked_at = $1
             WHERE made_by IS NULL AND makes_admin AND used_by IS NULL AND revoked_at IS NULL",
            values![now],
        )
        .await
    }
}
