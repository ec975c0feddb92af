//! The invitation tree: who invited whom, and acts on a branch of it.

use argonaut_domain::access::{Granted, Instance};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{CutId, HelperId, InvitationId};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// An act on a branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchCut {
    /// Which.
    pub id: CutId,
    /// At whom the branch begins.
    pub root: HelperId,
    /// Which administrator.
    pub by: HelperId,
    /// Why: those concerned read it.
    pub reason: String,
    /// When.
    pub made: Timestamp,
    /// When it was undone.
    pub undone: Option<Timestamp>,
}

fn cut(row: &Row) -> Result<BranchCut, StoreError> {
    Ok(BranchCut {
        id: row.id("id", CutId::from_uuid)?,
        root: row.id("root_id", HelperId::from_uuid)?,
        by: row.id("made_by", HelperId::from_uuid)?,
        reason: row.get("reason")?,
        made: row.time("made_at")?,
        undone: row.maybe_time("undone_at")?,
    })
}

impl Read {
    /// Who came by whose invitation: inviter and invited.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn invited(
        &mut self,
        _granted: &Granted<Instance>,
    ) -> Result<Vec<(HelperId, HelperId)>, StoreError> {
        self.rows(
            "SELECT made_by, used_by FROM invitations
             WHERE made_by IS NOT NULL AND used_by IS NOT NULL ORDER BY created_at, id",
            values![],
        )
        .await?
        .iter()
        .map(|row| {
            Ok((
                row.id("made_by", HelperId::from_uuid)?,
                row.id("used_by", HelperId::from_uuid)?,
            ))
        })
        .collect()
    }

    /// Invitations that can still be used, with who made them.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open_invitations(
        &mut self,
        _granted: &Granted<Instance>,
        now: Timestamp,
    ) -> Result<Vec<(InvitationId, HelperId)>, StoreError> {
        self.rows(
            "SELECT id, made_by FROM invitations WHERE made_by IS NOT NULL AND used_by IS NULL
               AND revoked_at IS NULL AND expires_at > $1 ORDER BY id",
            values![now],
        )
        .await?
        .iter()
        .map(|row| {
            Ok((
                row.id("id", InvitationId::from_uuid)?,
                row.id("made_by", HelperId::from_uuid)?,
            ))
        })
        .collect()
    }

    /// Acts on branches, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn branch_cuts(
        &mut self,
        _granted: &Granted<Instance>,
    ) -> Result<Vec<BranchCut>, StoreError> {
        self.rows(
            "SELECT * FROM branch_cuts ORDER BY made_at DESC, id LIMIT 100",
            values![],
        )
        .await?
        .iter()
        .map(cut)
        .collect()
    }

    /// Whose accounts an act suspended.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn cut_helpers(&mut self, id: CutId) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT helper_id FROM branch_cut_helpers WHERE cut_id = $1 ORDER BY helper_id",
            values![id],
        )
        .await?
        .iter()
        .map(|row| row.id("helper_id", HelperId::from_uuid))
        .collect()
    }

    /// Why an act on a branch suspended this helper, where one did that was not undone.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn cut_of(&mut self, helper: HelperId) -> Result<Option<BranchCut>, StoreError> {
        self.row(
            "SELECT * FROM branch_cuts WHERE undone_at IS NULL AND id IN
                (SELECT cut_id FROM branch_cut_helpers WHERE helper_id = $1)
             ORDER BY made_at DESC LIMIT 1",
            values![helper],
        )
        .await?
        .as_ref()
        .map(cut)
        .transpose()
    }
}

impl Write {
    /// Notes an act on a branch with what it changes, and ends its open invitations.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn cut_branch(
        &mut self,
        _granted: &Granted<Instance>,
        new: &BranchCut,
        helpers: &[HelperId],
        invitations: &[InvitationId],
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO branch_cuts (id, root_id, made_by, reason, made_at) VALUES ($1, $2, $3, $4, $5)",
            values![new.id, new.root, new.by, new.reason.as_str(), new.made],
        )
        .await?;
        for helper in helpers {
            self.swap(
                "INSERT INTO branch_cut_helpers (cut_id, helper_id) VALUES ($1, $2)",
                values![new.id, *helper],
            )
            .await?;
        }
        for invitation in invitations {
            self.swap(
                "INSERT INTO branch_cut_invitations (cut_id, invitation_id) VALUES ($1, $2)",
                values![new.id, *invitation],
            )
            .await?;
            self.run(
                "UPDATE invitations SET revoked_at = $2 WHERE id = $1 AND used_by IS NULL AND revoked_at IS NULL",
                values![*invitation, new.made],
            )
            .await?;
        }
        Ok(())
    }

    /// Undoes an act: the invitations that it ended, and that nobody ended since, are open
    /// again for as long as they were made for.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was undone already.
    pub async fn restore_branch(
        &mut self,
        _granted: &Granted<Instance>,
        id: CutId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE branch_cuts SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL",
            values![id, now],
        )
        .await?;
        self.run(
            "UPDATE invitations SET revoked_at = NULL WHERE id IN
                (SELECT invitation_id FROM branch_cut_invitations WHERE cut_id = $1)
               AND revoked_at = (SELECT made_at FROM branch_cuts WHERE id = $1)",
            values![id],
        )
        .await?;
        Ok(())
    }
}
