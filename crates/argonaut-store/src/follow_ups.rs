//! When each side of an introduction is asked how it goes, and what was answered.

use argonaut_domain::access::Granted;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::follow_up::{Answer, AskWeek, Voice};
use argonaut_domain::ids::{ClientId, HelperId, LinkId, MatchId};
use argonaut_domain::introduction::Side;
use uuid::Uuid;

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// One time at which a side is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskRow {
    /// About which introduction.
    pub joint: MatchId,
    /// Which side.
    pub side: Side,
    /// Which week.
    pub week: AskWeek,
    /// From when on.
    pub due: Timestamp,
    /// When its helper was told.
    pub reminded: Option<Timestamp>,
    /// When it was answered, or a later one was.
    pub done: Option<Timestamp>,
}

/// An answer with its sealed words.
#[derive(Clone, Debug)]
pub struct FollowUpRow {
    /// Which.
    pub id: Uuid,
    /// About which introduction.
    pub joint: MatchId,
    /// Of which side.
    pub side: Side,
    /// Whose.
    pub voice: Voice,
    /// What, in codes.
    pub answer: Answer,
    /// What was learned: sealed for the helper, or under the link's token.
    pub learned: Option<Vec<u8>>,
    /// The link by which it was given.
    pub link: Option<LinkId>,
    /// When.
    pub at: Timestamp,
}

fn week(row: &Row) -> Result<AskWeek, StoreError> {
    AskWeek::of(row.get("week")?)
        .ok_or_else(|| StoreError::Damaged("week holds an unknown number".to_owned()))
}

fn ask(row: &Row) -> Result<AskRow, StoreError> {
    Ok(AskRow {
        joint: row.id("match_id", MatchId::from_uuid)?,
        side: row.word("side")?,
        week: week(row)?,
        due: row.time("due_at")?,
        reminded: row.maybe_time("reminded_at")?,
        done: row.maybe_time("done_at")?,
    })
}

fn follow_up(row: &Row) -> Result<FollowUpRow, StoreError> {
    Ok(FollowUpRow {
        id: row.get("id")?,
        joint: row.id("match_id", MatchId::from_uuid)?,
        side: row.word("side")?,
        voice: row.word("voice")?,
        answer: Answer {
            week: week(row)?,
            need: row.word("need")?,
            in_touch: row.word("in_touch")?,
        },
        learned: row.get("learned")?,
        link: row.maybe_id("link_id", LinkId::from_uuid)?,
        at: row.time("answered_at")?,
    })
}

impl Read {
    /// Introductions that are open and for which nobody has planned yet when to ask.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn unplanned_follow_ups(&mut self) -> Result<Vec<MatchId>, StoreError> {
        self.rows(
            "SELECT id FROM matches WHERE stage = 'introduced' AND NOT EXISTS
             (SELECT 1 FROM follow_up_asks f WHERE f.match_id = matches.id) ORDER BY id LIMIT 500",
            values![],
        )
        .await?
        .iter()
        .map(|row| row.id("id", MatchId::from_uuid))
        .collect()
    }

    /// When this match's sides are asked, in order.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn follow_up_asks(&mut self, id: MatchId) -> Result<Vec<AskRow>, StoreError> {
        self.rows(
            "SELECT * FROM follow_up_asks WHERE match_id = $1 ORDER BY side, week",
            values![id],
        )
        .await?
        .iter()
        .map(ask)
        .collect()
    }

    /// What is due and was told to nobody, the latest week of a side first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn follow_ups_to_tell(&mut self, now: Timestamp) -> Result<Vec<AskRow>, StoreError> {
        self.rows(
            "SELECT f.* FROM follow_up_asks f JOIN matches m ON m.id = f.match_id
             WHERE m.stage = 'introduced' AND f.due_at <= $1 AND f.reminded_at IS NULL AND f.done_at IS NULL
             ORDER BY f.match_id, f.side, f.week DESC LIMIT 500",
            values![now],
        )
        .await?
        .iter()
        .map(ask)
        .collect()
    }

    /// What a helper is asked now, the longest due first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn follow_ups_due(
        &mut self,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<Vec<AskRow>, StoreError> {
        self.rows(
            "SELECT f.* FROM follow_up_asks f JOIN matches m ON m.id = f.match_id
             WHERE m.stage = 'introduced' AND f.due_at <= $2 AND f.done_at IS NULL
             AND ((f.side = 'asker' AND m.asker_id = $1) OR (f.side = 'owner' AND m.owner_id = $1))
             ORDER BY f.due_at, f.match_id, f.week LIMIT 500",
            values![helper, now],
        )
        .await?
        .iter()
        .map(ask)
        .collect()
    }

    /// What one side of a match answered, in order.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn follow_ups(
        &mut self,
        granted: &Granted<MatchId>,
        side: Side,
    ) -> Result<Vec<FollowUpRow>, StoreError> {
        self.rows(
            "SELECT * FROM follow_ups WHERE match_id = $1 AND side = $2 ORDER BY week, voice",
            values![granted.subject(), side.code()],
        )
        .await?
        .iter()
        .map(follow_up)
        .collect()
    }

    /// What a client answered, about whichever introduction of theirs.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn follow_ups_of_client(
        &mut self,
        granted: &Granted<ClientId>,
    ) -> Result<Vec<FollowUpRow>, StoreError> {
        self.rows(
            "SELECT f.* FROM follow_ups f JOIN matches m ON m.id = f.match_id
             WHERE f.voice = 'client' AND ((f.side = 'asker' AND m.asker_client = $1)
                OR (f.side = 'owner' AND m.owner_client = $1)) ORDER BY f.answered_at",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(follow_up)
        .collect()
    }
}

impl Write {
    /// Plans when a side is asked, unless it is planned.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn plan_follow_up(
        &mut self,
        joint: MatchId,
        side: Side,
        week: AskWeek,
        due: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO follow_up_asks (match_id, side, week, due_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (match_id, side, week) DO NOTHING",
            values![joint, side.code(), week.weeks(), due],
        )
        .await
        .map(drop)
    }

    /// Notes that a side's helper was told, up to this week.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when another node has told them.
    pub async fn follow_up_told(&mut self, of: &AskRow, now: Timestamp) -> Result<(), StoreError> {
        let told = self
            .run(
                "UPDATE follow_up_asks SET reminded_at = $4
                 WHERE match_id = $1 AND side = $2 AND week <= $3 AND reminded_at IS NULL AND done_at IS NULL",
                values![of.joint, of.side.code(), of.week.weeks(), now],
            )
            .await?;
        if told == 0 {
            Err(StoreError::Stale)
        } else {
            Ok(())
        }
    }

    /// Asks a side again at `due`: this week's question; earlier ones are over.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it was answered meanwhile.
    pub async fn ask_again(
        &mut self,
        granted: &Granted<MatchId>,
        side: Side,
        week: AskWeek,
        (due, now): (Timestamp, Timestamp),
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE follow_up_asks SET due_at = $4, reminded_at = NULL
             WHERE match_id = $1 AND side = $2 AND week = $3 AND done_at IS NULL",
            values![granted.subject(), side.code(), week.weeks(), due],
        )
        .await?;
        self.run(
            "UPDATE follow_up_asks SET done_at = $4
             WHERE match_id = $1 AND side = $2 AND week < $3 AND done_at IS NULL",
            values![granted.subject(), side.code(), week.weeks(), now],
        )
        .await
        .map(drop)
    }

    /// Keeps an answer; a newer one of the same voice and week takes its place. `granted` is
    /// the right to answer for the side: a part in the match, or a link of its client.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_follow_up<Of>(
        &mut self,
        _granted: &Granted<Of>,
        new: &FollowUpRow,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO follow_ups (id, match_id, side, voice, week, need, in_touch, learned, link_id, answered_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (match_id, side, voice, week) DO UPDATE SET id = excluded.id, need = excluded.need,
                in_touch = excluded.in_touch, learned = excluded.learned, link_id = excluded.link_id,
                answered_at = excluded.answered_at",
            values![
                new.id,
                new.joint,
                new.side.code(),
                new.voice.code(),
                new.answer.week.weeks(),
                new.answer.need.code(),
                new.answer.in_touch.code(),
                new.learned.clone(),
                new.link,
                new.at,
            ],
        )
        .await
    }

    /// What a side was asked up to this week is answered.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn follow_up_done(
        &mut self,
        granted: &Granted<MatchId>,
        side: Side,
        week: AskWeek,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE follow_up_asks SET done_at = $4
             WHERE match_id = $1 AND side = $2 AND week <= $3 AND done_at IS NULL",
            values![granted.subject(), side.code(), week.weeks(), now],
        )
        .await
        .map(drop)
    }
}
