//! Mutes, reports, decisions. Reports are read by moderators alone; a reporter
//! sees their own, and a reported helper what was decided, never who reported.

use argonaut_domain::access::{Granted, Instance, Moderation};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{DecisionId, HelperId, MatchId, ReportId};
use argonaut_domain::safety::{Outcome, Point, ReportKind, Subject};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// Which.
    pub id: ReportId,
    /// Who reported.
    pub reporter: HelperId,
    /// Whose thing it is.
    pub reported: HelperId,
    /// What is reported.
    pub subject: Subject,
    /// Why.
    pub kind: ReportKind,
    /// The reporter's words.
    pub words: String,
    /// The thing as it stood then.
    pub snapshot: String,
    /// When.
    pub made: Timestamp,
    /// Which moderator took it.
    pub taken_by: Option<HelperId>,
    /// When it was decided.
    pub decided: Option<Timestamp>,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRow {
    /// Which.
    pub id: DecisionId,
    /// On which report.
    pub report: ReportId,
    /// About whom.
    pub helper: HelperId,
    /// Who decided.
    pub moderator: HelperId,
    /// What.
    pub outcome: Outcome,
    /// By which point of the agreement.
    pub point: Point,
    /// Why, in the moderator's words.
    pub reason: String,
    /// Until when it holds; `None` for what has no end.
    pub until: Option<Timestamp>,
    /// When.
    pub decided: Timestamp,
    /// Whether a suspension is over.
    pub ended: bool,
    /// The helper's appeal.
    pub appeal: Option<String>,
    /// Who decided on the appeal.
    pub appeal_by: Option<HelperId>,
    /// What they answered.
    pub appeal_answer: Option<String>,
    /// Whether the appeal undid the decision.
    pub overturned: bool,
}

fn report(row: &Row) -> Result<ReportRow, StoreError> {
    Ok(ReportRow {
        id: row.id("id", ReportId::from_uuid)?,
        reporter: row.id("reporter_id", HelperId::from_uuid)?,
        reported: row.id("reported_id", HelperId::from_uuid)?,
        subject: Subject::of(row.word("subject_kind")?, row.get("subject_id")?),
        kind: row.word("kind")?,
        words: row.get("words")?,
        snapshot: row.get("snapshot")?,
        made: row.time("made_at")?,
        taken_by: row.maybe_id("taken_by", HelperId::from_uuid)?,
        decided: row.maybe_time("decided_at")?,
    })
}

fn decision(row: &Row) -> Result<DecisionRow, StoreError> {
    Ok(DecisionRow {
        id: row.id("id", DecisionId::from_uuid)?,
        report: row.id("report_id", ReportId::from_uuid)?,
        helper: row.id("helper_id", HelperId::from_uuid)?,
        moderator: row.id("moderator_id", HelperId::from_uuid)?,
        outcome: row.word("outcome")?,
        point: row.word("point")?,
        reason: row.get("reason")?,
        until: row.maybe_time("until_at")?,
        decided: row.time("decided_at")?,
        ended: row.get("ended")?,
        appeal: row.get("appeal")?,
        appeal_by: row.maybe_id("appeal_by", HelperId::from_uuid)?,
        appeal_answer: row.get("appeal_answer")?,
        overturned: row.get("overturned")?,
    })
}

impl Read {
    /// Whom a helper has muted, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn muted_by(&mut self, me: HelperId) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT muted_id FROM mutes WHERE muter_id = $1 ORDER BY muted_at DESC, muted_id",
            values![me],
        )
        .await?
        .iter()
        .map(|row| row.id("muted_id", HelperId::from_uuid))
        .collect()
    }

    /// The joint work from which a helper blocked somebody who stayed hidden, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn blocked_hidden(&mut self, me: HelperId) -> Result<Vec<MatchId>, StoreError> {
        self.rows(
            "SELECT behind_match FROM blocks WHERE blocker_id = $1 AND behind_match IS NOT NULL
             ORDER BY blocked_at DESC, behind_match",
            values![me],
        )
        .await?
        .iter()
        .map(|row| row.id("behind_match", MatchId::from_uuid))
        .collect()
    }

    /// Whether the account moderates by name (administrators do anyway).
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn is_moderator(&mut self, id: HelperId) -> Result<bool, StoreError> {
        Ok(self
            .count(
                "SELECT count(*) AS n FROM helpers WHERE id = $1 AND is_moderator",
                values![id],
            )
            .await?
            > 0)
    }

    /// Everybody who moderates, administrators too.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn moderators(&mut self) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT id FROM helpers WHERE (is_moderator OR is_admin) AND standing = 'active' ORDER BY id",
            values![],
        )
        .await?
        .iter()
        .map(|row| row.id("id", HelperId::from_uuid))
        .collect()
    }

    /// The reports, open ones first, the oldest of them first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn reports(
        &mut self,
        _: &Granted<Moderation>,
        most: i64,
    ) -> Result<Vec<ReportRow>, StoreError> {
        self.rows(
            "SELECT * FROM reports ORDER BY CASE WHEN decided_at IS NULL THEN 0 ELSE 1 END,
                CASE WHEN kind IN ('danger', 'client_shown') THEN 0 ELSE 1 END, made_at, id LIMIT $1",
            values![most],
        )
        .await?
        .iter()
        .map(report)
        .collect()
    }

    /// One report.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn report(
        &mut self,
        _: &Granted<Moderation>,
        id: ReportId,
    ) -> Result<Option<ReportRow>, StoreError> {
        self.row("SELECT * FROM reports WHERE id = $1", values![id])
            .await?
            .as_ref()
            .map(report)
            .transpose()
    }

    /// What a helper reported, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn reports_by(&mut self, reporter: HelperId) -> Result<Vec<ReportRow>, StoreError> {
        self.rows(
            "SELECT * FROM reports WHERE reporter_id = $1 ORDER BY made_at DESC, id DESC LIMIT 100",
            values![reporter],
        )
        .await?
        .iter()
        .map(report)
        .collect()
    }

    /// What was decided about a helper, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn decisions_about(
        &mut self,
        helper: HelperId,
    ) -> Result<Vec<DecisionRow>, StoreError> {
        self.rows(
            "SELECT * FROM decisions WHERE helper_id = $1 ORDER BY decided_at DESC, id DESC LIMIT 100",
            values![helper],
        )
        .await?
        .iter()
        .map(decision)
        .collect()
    }

    /// The latest decisions, whoever they are about.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn decisions(&mut self, most: i64) -> Result<Vec<DecisionRow>, StoreError> {
        self.rows(
            "SELECT * FROM decisions ORDER BY decided_at DESC, id DESC LIMIT $1",
            values![most],
        )
        .await?
        .iter()
        .map(decision)
        .collect()
    }

    /// The decision on a report.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn decision_on(&mut self, id: ReportId) -> Result<Option<DecisionRow>, StoreError> {
        self.row("SELECT * FROM decisions WHERE report_id = $1", values![id])
            .await?
            .as_ref()
            .map(decision)
            .transpose()
    }

    /// Until when a helper may not approach others, if a limit holds.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn limited_until(
        &mut self,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        self.row(
            "SELECT max(until_at) AS until_at FROM decisions
             WHERE helper_id = $1 AND outcome = 'limit' AND NOT overturned AND until_at > $2",
            values![helper, now],
        )
        .await?
        .map_or(Ok(None), |row| row.maybe_time("until_at"))
    }

    /// Whose suspension is over, and no other one holds.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn suspensions_over(&mut self, now: Timestamp) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT DISTINCT helper_id FROM decisions d WHERE outcome = 'suspend' AND NOT ended AND until_at <= $1
                AND NOT EXISTS (SELECT 1 FROM decisions o WHERE o.helper_id = d.helper_id
                    AND o.outcome = 'suspend' AND NOT o.ended AND (o.until_at IS NULL OR o.until_at > $1))",
            values![now],
        )
        .await?
        .iter()
        .map(|row| row.id("helper_id", HelperId::from_uuid))
        .collect()
    }
}

impl Write {
    /// Mutes a helper.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when they are muted already.
    pub async fn mute(
        &mut self,
        me: HelperId,
        other: HelperId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO mutes (muter_id, muted_id, muted_at) VALUES ($1, $2, $3)",
            values![me, other, now],
        )
        .await
    }

    /// Lifts a mute.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when there is none.
    pub async fn unmute(&mut self, me: HelperId, other: HelperId) -> Result<(), StoreError> {
        self.swap(
            "DELETE FROM mutes WHERE muter_id = $1 AND muted_id = $2",
            values![me, other],
        )
        .await
    }

    /// Lifts the block that was set from joint work with somebody hidden.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when there is none.
    pub async fn unblock_hidden(&mut self, me: HelperId, joint: MatchId) -> Result<(), StoreError> {
        self.swap(
            "DELETE FROM blocks WHERE blocker_id = $1 AND behind_match = $2",
            values![me, joint],
        )
        .await
    }

    /// Names a moderator, or ends it.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is so already.
    pub async fn set_moderator(
        &mut self,
        _: &Granted<Instance>,
        id: HelperId,
        moderates: bool,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE helpers SET is_moderator = $2 WHERE id = $1 AND is_moderator <> $2 AND standing = 'active'",
            values![id, moderates],
        )
        .await
    }

    /// Keeps a new report.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_report(&mut self, new: &ReportRow) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO reports (id, reporter_id, reported_id, subject_kind, subject_id, kind, words, snapshot, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![
                new.id,
                new.reporter,
                new.reported,
                new.subject.kind().code(),
                new.subject.uuid(),
                new.kind.code(),
                new.words.as_str(),
                new.snapshot.as_str(),
                new.made
            ],
        )
        .await
    }

    /// Takes an open report.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when somebody was faster.
    pub async fn take_report(
        &mut self,
        granted: &Granted<Moderation>,
        id: ReportId,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE reports SET taken_by = $2 WHERE id = $1 AND taken_by IS NULL AND decided_at IS NULL",
            values![id, granted.actor()],
        )
        .await
    }

    /// Keeps the decision on a report that is still open.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was decided in the meantime.
    pub async fn insert_decision(
        &mut self,
        _: &Granted<Moderation>,
        new: &DecisionRow,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE reports SET decided_at = $2 WHERE id = $1 AND decided_at IS NULL",
            values![new.report, new.decided],
        )
        .await?;
        self.swap(
            "INSERT INTO decisions (id, report_id, helper_id, moderator_id, outcome, point, reason, until_at,
                decided_at, ended, overturned)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)",
            values![
                new.id,
                new.report,
                new.helper,
                new.moderator,
                new.outcome.code(),
                new.point.code(),
                new.reason.as_str(),
                new.until,
                new.decided,
                false
            ],
        )
        .await
    }

    /// Keeps the one appeal against a decision.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not theirs, or was appealed already.
    pub async fn appeal(
        &mut self,
        id: DecisionId,
        helper: HelperId,
        words: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE decisions SET appeal = $3, appealed_at = $4
             WHERE id = $1 AND helper_id = $2 AND appealed_at IS NULL",
            values![id, helper, words, now],
        )
        .await
    }

    /// Keeps the answer to an appeal.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when none waits.
    pub async fn answer_appeal(
        &mut self,
        granted: &Granted<Moderation>,
        id: DecisionId,
        answer: &str,
        overturned: bool,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE decisions SET appeal_by = $2, appeal_answer = $3, overturned = $4
             WHERE id = $1 AND appealed_at IS NOT NULL AND appeal_by IS NULL",
            values![id, granted.actor(), answer, overturned],
        )
        .await
    }

    /// Marks every suspension of a helper as ended: they were let in again.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_suspensions(&mut self, helper: HelperId) -> Result<(), StoreError> {
        self.run(
            "UPDATE decisions SET ended = $2 WHERE helper_id = $1 AND outcome = 'suspend'",
            values![helper, true],
        )
        .await
        .map(drop)
    }

    /// Marks one suspension as ended, while others may hold.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_suspension(&mut self, id: DecisionId) -> Result<(), StoreError> {
        self.swap(
            "UPDATE decisions SET ended = $2 WHERE id = $1",
            values![id, true],
        )
        .await
    }

    /// Lets helpers in again whose suspension is over.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn lift_suspension(&mut self, helper: HelperId) -> Result<(), StoreError> {
        self.end_suspensions(helper).await?;
        self.run(
            "UPDATE helpers SET standing = 'active' WHERE id = $1 AND standing = 'suspended'",
            values![helper],
        )
        .await?;
        self.changed(crate::changes::ChangeKind::Helper, helper.uuid())
            .await
    }

    /// Ends the open invitations of a helper. Gives back how many.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_invitations_of(
        &mut self,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<u64, StoreError> {
        self.run(
            "UPDATE invitations SET revoked_at = $2 WHERE made_by = $1 AND used_by IS NULL AND revoked_at IS NULL",
            values![helper, now],
        )
        .await
    }
}
