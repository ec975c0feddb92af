//! The ways back in beside the recovery code: shares held by trusted contacts and the requests
//! for them, and copies sealed to an organisation's key. All of it sealed bytes.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{HelperId, RecoveryRequestId};
use uuid::Uuid;

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A helper's making of shares.
#[derive(Clone, Debug)]
pub struct SetRow {
    /// Of this very making: a new one has another id.
    pub id: Uuid,
    /// How many holders are needed.
    pub threshold: i64,
    /// The private key, sealed under what the holders have together.
    pub sealed_key: Vec<u8>,
    /// Whether a holder left since.
    pub outdated: bool,
    /// When it was made.
    pub made: Timestamp,
}

/// A share as it lies with its holder.
#[derive(Clone, Debug)]
pub struct ShareRow {
    /// Who holds it.
    pub holder: HelperId,
    /// The share's id, which its seal is bound to.
    pub share: Uuid,
    /// Sealed to the holder.
    pub for_holder: Vec<u8>,
}

/// A share that somebody else gave this helper to hold.
#[derive(Clone, Debug)]
pub struct HeldShare {
    /// Whose recovery it is for.
    pub owner: HelperId,
    /// The making it belongs to.
    pub set: Uuid,
    /// The share's id.
    pub share: Uuid,
    /// Sealed to the holder.
    pub for_holder: Vec<u8>,
    /// When it was given.
    pub made: Timestamp,
}

/// A request to come back.
#[derive(Clone, Debug)]
pub struct RequestRow {
    /// Which.
    pub id: RecoveryRequestId,
    /// Whose account; `None` when it is nobody's who could be helped so.
    pub helper: Option<HelperId>,
    /// The making of shares it is for.
    pub set: Uuid,
    /// The key to which holders seal.
    pub public_key: Vec<u8>,
    /// Its private half, sealed under the browser's token and the server's key.
    pub sealed_key: Vec<u8>,
    /// When it was asked.
    pub asked: Timestamp,
    /// When the waiting time is over.
    pub ready: Timestamp,
    /// When it lapses.
    pub expires: Timestamp,
    /// When it was used, stopped or replaced.
    pub ended: Option<Timestamp>,
}

/// A share handed over.
#[derive(Clone, Debug)]
pub struct ApprovalRow {
    /// By whom.
    pub holder: HelperId,
    /// The holder's public key, as it is stored now.
    pub holder_key: Vec<u8>,
    /// The share, sealed to the request's key.
    pub sealed_share: Vec<u8>,
}

/// A copy of a private key, sealed to the organisation's key.
#[derive(Clone, Debug)]
pub struct OrganisationCopy {
    /// Which key it was sealed to.
    pub key_name: String,
    /// The private key.
    pub sealed_key: Vec<u8>,
    /// When.
    pub made: Timestamp,
}

const REQUEST: &str =
    "SELECT id, helper_id, set_id, public_key, sealed_key, asked_at, ready_at, expires_at, ended_at
    FROM recovery_requests";

fn request(row: &Row) -> Result<RequestRow, StoreError> {
    Ok(RequestRow {
        id: row.id("id", RecoveryRequestId::from_uuid)?,
        helper: row.maybe_id("helper_id", HelperId::from_uuid)?,
        set: row.get("set_id")?,
        public_key: row.get("public_key")?,
        sealed_key: row.get("sealed_key")?,
        asked: row.time("asked_at")?,
        ready: row.time("ready_at")?,
        expires: row.time("expires_at")?,
        ended: row.maybe_time("ended_at")?,
    })
}

impl Read {
    /// A helper's making of shares.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn recovery_set(&mut self, helper: HelperId) -> Result<Option<SetRow>, StoreError> {
        let row = self
            .row(
                "SELECT id, threshold, sealed_key, outdated, made_at FROM recovery_sets WHERE helper_id = $1",
                values![helper],
            )
            .await?;
        row.map(|row| {
            Ok(SetRow {
                id: row.get("id")?,
                threshold: row.get("threshold")?,
                sealed_key: row.get("sealed_key")?,
                outdated: row.get("outdated")?,
                made: row.time("made_at")?,
            })
        })
        .transpose()
    }

    /// Who holds this helper's shares.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn share_holders(&mut self, helper: HelperId) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT holder_id FROM recovery_shares WHERE helper_id = $1 ORDER BY holder_id",
            values![helper],
        )
        .await?
        .iter()
        .map(|row| row.id("holder_id", HelperId::from_uuid))
        .collect()
    }

    /// The shares that this helper holds for others.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn shares_held(&mut self, holder: HelperId) -> Result<Vec<HeldShare>, StoreError> {
        self.rows(
            "SELECT s.helper_id, r.id AS set_id, s.share_id, s.for_holder, r.made_at FROM recovery_shares s
             JOIN recovery_sets r ON r.helper_id = s.helper_id WHERE s.holder_id = $1 ORDER BY r.made_at, s.helper_id",
            values![holder],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(HeldShare {
                owner: row.id("helper_id", HelperId::from_uuid)?,
                set: row.get("set_id")?,
                share: row.get("share_id")?,
                for_holder: row.get("for_holder")?,
                made: row.time("made_at")?,
            })
        })
        .collect()
    }

    /// The request of this token, open or not, until it lapses.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn recovery_request(
        &mut self,
        token_hash: &[u8],
        now: Timestamp,
    ) -> Result<Option<RequestRow>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{REQUEST} WHERE token_hash = $1 AND expires_at > $2"
        ));
        self.row(sql, values![token_hash, now])
            .await?
            .as_ref()
            .map(request)
            .transpose()
    }

    /// The open requests to come back as this helper, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open_requests(
        &mut self,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<Vec<RequestRow>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{REQUEST} WHERE helper_id = $1 AND expires_at > $2 AND ended_at IS NULL ORDER BY asked_at DESC, id DESC"
        ));
        self.rows(sql, values![helper, now])
            .await?
            .iter()
            .map(request)
            .collect()
    }

    /// The open requests of which nobody was told yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn untold_requests(&mut self, now: Timestamp) -> Result<Vec<RequestRow>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{REQUEST} WHERE helper_id IS NOT NULL AND told_at IS NULL AND ended_at IS NULL AND expires_at > $1
             ORDER BY asked_at, id"
        ));
        self.rows(sql, values![now])
            .await?
            .iter()
            .map(request)
            .collect()
    }

    /// Whether contacts were told of a request of this helper since then.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn told_since(
        &mut self,
        helper: HelperId,
        since: Timestamp,
    ) -> Result<bool, StoreError> {
        let told = self
            .count(
                "SELECT count(*) AS n FROM recovery_requests WHERE helper_id = $1 AND told_at > $2",
                values![helper, since],
            )
            .await?;
        Ok(told > 0)
    }

    /// The shares handed over for a request.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn approvals(
        &mut self,
        id: RecoveryRequestId,
    ) -> Result<Vec<ApprovalRow>, StoreError> {
        self.rows(
            "SELECT a.holder_id, h.public_key, a.sealed_share FROM recovery_approvals a
             JOIN helpers h ON h.id = a.holder_id WHERE a.request_id = $1 ORDER BY a.approved_at, a.holder_id",
            values![id],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(ApprovalRow {
                holder: row.id("holder_id", HelperId::from_uuid)?,
                holder_key: row.get("public_key")?,
                sealed_share: row.get("sealed_share")?,
            })
        })
        .collect()
    }

    /// A helper's copy under the organisation's key.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn organisation_copy(
        &mut self,
        helper: HelperId,
    ) -> Result<Option<OrganisationCopy>, StoreError> {
        let row = self
            .row(
                "SELECT key_name, sealed_key, made_at FROM organisation_copies WHERE helper_id = $1",
                values![helper],
            )
            .await?;
        row.map(|row| {
            Ok(OrganisationCopy {
                key_name: row.get("key_name")?,
                sealed_key: row.get("sealed_key")?,
                made: row.time("made_at")?,
            })
        })
        .transpose()
    }
}

impl Write {
    /// Keeps a making of shares in place of the one before; open requests end, since what was
    /// handed over for them fits no more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn replace_recovery_set(
        &mut self,
        helper: HelperId,
        set: &SetRow,
        shares: &[ShareRow],
    ) -> Result<(), StoreError> {
        self.end_recovery_set(helper, set.made).await?;
        self.swap(
            "INSERT INTO recovery_sets (helper_id, id, threshold, sealed_key, outdated, made_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            values![
                helper,
                set.id,
                set.threshold,
                set.sealed_key.clone(),
                set.outdated,
                set.made
            ],
        )
        .await?;
        for share in shares {
            self.swap(
                "INSERT INTO recovery_shares (helper_id, holder_id, share_id, for_holder) VALUES ($1, $2, $3, $4)",
                values![helper, share.holder, share.share, share.for_holder.clone()],
            )
            .await?;
        }
        Ok(())
    }

    /// Ends recovery by contacts, and every open request. Tells whether there was a making.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_recovery_set(
        &mut self,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        self.end_requests(helper, now).await?;
        self.run(
            "DELETE FROM recovery_shares WHERE helper_id = $1",
            values![helper],
        )
        .await?;
        Ok(self
            .run(
                "DELETE FROM recovery_sets WHERE helper_id = $1",
                values![helper],
            )
            .await?
            == 1)
    }

    /// Takes a share away from a holder who is no contact any more. Tells whether there was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn drop_share(
        &mut self,
        owner: HelperId,
        holder: HelperId,
    ) -> Result<bool, StoreError> {
        let there = self
            .run(
                "DELETE FROM recovery_shares WHERE helper_id = $1 AND holder_id = $2",
                values![owner, holder],
            )
            .await?
            == 1;
        if there {
            self.recovery_set_outdated(owner).await?;
        }
        Ok(there)
    }

    /// Notes that the shares want making anew, if there are any.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn recovery_set_outdated(&mut self, owner: HelperId) -> Result<(), StoreError> {
        self.run(
            "UPDATE recovery_sets SET outdated = $2 WHERE helper_id = $1",
            values![owner, true],
        )
        .await
        .map(drop)
    }

    /// Keeps a request; those that lapsed go, with what was handed over for them.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_request(
        &mut self,
        new: &RequestRow,
        token_hash: &[u8],
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM recovery_requests WHERE expires_at <= $1",
            values![new.asked],
        )
        .await?;
        self.swap(
            "INSERT INTO recovery_requests (id, helper_id, set_id, token_hash, public_key, sealed_key, asked_at, ready_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![
                new.id,
                new.helper,
                new.set,
                token_hash,
                new.public_key.clone(),
                new.sealed_key.clone(),
                new.asked,
                new.ready,
                new.expires
            ],
        )
        .await
    }

    /// Notes that contacts and owner were told.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another node did it.
    pub async fn request_told(
        &mut self,
        id: RecoveryRequestId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE recovery_requests SET told_at = $2 WHERE id = $1 AND told_at IS NULL",
            values![id, now],
        )
        .await
    }

    /// Keeps a share that was handed over; a second time it is replaced.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn approve_request(
        &mut self,
        id: RecoveryRequestId,
        holder: HelperId,
        sealed_share: &[u8],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO recovery_approvals (request_id, holder_id, sealed_share, approved_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (request_id, holder_id) DO UPDATE SET sealed_share = excluded.sealed_share",
            values![id, holder, sealed_share, now],
        )
        .await
    }

    /// Ends one request: it was used.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it ended before.
    pub async fn end_request(
        &mut self,
        id: RecoveryRequestId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE recovery_requests SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
            values![id, now],
        )
        .await?;
        self.run(
            "DELETE FROM recovery_approvals WHERE request_id = $1",
            values![id],
        )
        .await
        .map(drop)
    }

    /// Ends every open request to come back as this helper. Tells how many there were.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_requests(
        &mut self,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<u64, StoreError> {
        self.run(
            "DELETE FROM recovery_approvals WHERE request_id IN (SELECT id FROM recovery_requests WHERE helper_id = $1)",
            values![helper],
        )
        .await?;
        self.run(
            "UPDATE recovery_requests SET ended_at = $2 WHERE helper_id = $1 AND ended_at IS NULL",
            values![helper, now],
        )
        .await
    }

    /// Keeps a copy under the organisation's key, in place of the one before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn put_organisation_copy(
        &mut self,
        helper: HelperId,
        copy: &OrganisationCopy,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO organisation_copies (helper_id, key_name, sealed_key, made_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (helper_id) DO UPDATE SET key_name = excluded.key_name, sealed_key = excluded.sealed_key,
             made_at = excluded.made_at",
            values![helper, copy.key_name.as_str(), copy.sealed_key.clone(), copy.made],
        )
        .await
    }

    /// Deletes that copy. Tells whether there was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_organisation_copy(&mut self, helper: HelperId) -> Result<bool, StoreError> {
        Ok(self
            .run(
                "DELETE FROM organisation_copies WHERE helper_id = $1",
                values![helper],
            )
            .await?
            == 1)
    }
}
