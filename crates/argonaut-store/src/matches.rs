//! Matches: their state, their timeline, the sealed messages and releases.

use argonaut_domain::access::Granted;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, ConsentId, HelperId, MatchId};
use argonaut_domain::introduction::{Decision, Match, Nudge, Party, PerSide, Side, Stage};
use uuid::Uuid;

use crate::changes::ChangeKind;
use crate::db::row::to_json;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// One line of a match's timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchEvent {
    /// The match's version after the act.
    pub version: i64,
    /// When.
    pub at: Timestamp,
    /// Which side; `None` is time.
    pub side: Option<Side>,
    /// What was done: a code of the use case that did it.
    pub what: String,
    /// Its data: codes and dates, never words of a person.
    pub detail: serde_json::Value,
}

/// A sealed message between the two helpers.
#[derive(Clone, Debug)]
pub struct MessageRow {
    /// Which.
    pub id: Uuid,
    /// Who wrote it.
    pub sender: HelperId,
    /// Sealed to the other helper.
    pub for_recipient: Vec<u8>,
    /// Sealed for the writer's own reading.
    pub for_sender: Vec<u8>,
    /// When.
    pub sent: Timestamp,
}

/// Details sealed to the other helper.
#[derive(Clone, Debug)]
pub struct ReleaseRow {
    /// Who releases.
    pub sender: HelperId,
    /// Under which consent; `None` for a helper's own details.
    pub consent: Option<ConsentId>,
    /// Sealed to the other helper.
    pub for_recipient: Vec<u8>,
    /// Sealed for the releasing helper's own reading.
    pub for_sender: Vec<u8>,
    /// When.
    pub created: Timestamp,
}

/// A match, and whether its enquiry was ever accepted (names are known).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchRow {
    /// The match.
    pub joint: Match,
    /// Whether the two helpers know each other's names.
    pub accepted: bool,
}

impl MatchRow {
    /// Whether the two helpers' names are shown to each other.
    pub fn names_shown(&self) -> bool {
        self.joint.names_shown(self.accepted)
    }
}

fn joint(row: &Row) -> Result<MatchRow, StoreError> {
    Ok(MatchRow {
        joint: Match {
            id: row.id("id", MatchId::from_uuid)?,
            asker: row.id("asker_id", HelperId::from_uuid)?,
            owner: row.id("owner_id", HelperId::from_uuid)?,
            parties: row.json::<PerSide<Party>>("parties")?,
            stage: row.json("state")?,
            created: row.time("created_at")?,
            moved: row.time("moved_at")?,
            parked: row.maybe_time("parked_until")?,
            version: row.get("version")?,
        },
        accepted: row.get("accepted")?,
    })
}

/// The same two parties give the same key, whoever asks.
fn pair_key(joint: &Match) -> String {
    let token = |side: Side| match joint.parties.of(side) {
        Party::Client { client, .. } => format!("c{client}"),
        Party::Helper | Party::Open => format!("h{}", joint.helper(side)),
    };
    let (a, b) = (token(Side::Asker), token(Side::Owner));
    if a < b {
        format!("{a}+{b}")
    } else {
        format!("{b}+{a}")
    }
}

/// When time has to look at the match again: it lapses, a consent in force
/// ends, or the follow-up is due.
fn due(joint: &Match) -> Option<Timestamp> {
    let until = |decision: Decision| match decision {
        Decision::Agreed { until, .. } => Some(until),
        Decision::Awaited => None,
    };
    let ends = match &joint.stage {
        Stage::Proposed { decisions, .. } | Stage::Active { decisions, .. } => {
            [until(decisions.asker), until(decisions.owner)]
        }
        Stage::Introduced { meeting, .. } => [
            Some(
                meeting
                    .at
                    .plus_days(argonaut_domain::introduction::FOLLOW_UP_DAYS),
            ),
            None,
        ],
        Stage::Asked | Stage::Talking | Stage::Closed { .. } => [None, None],
    };
    ends.into_iter().chain([joint.lapses()]).flatten().min()
}

impl Read {
    /// A match by id. Who takes part is decided by `domain::access`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn joint(&mut self, id: MatchId) -> Result<Option<MatchRow>, StoreError> {
        self.row("SELECT * FROM matches WHERE id = $1", values![id])
            .await?
            .as_ref()
            .map(joint)
            .transpose()
    }

    /// Every match of a helper, the latest moved first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn matches_of(&mut self, helper: HelperId) -> Result<Vec<MatchRow>, StoreError> {
        self.rows(
            "SELECT * FROM matches WHERE asker_id = $1 OR owner_id = $1 ORDER BY moved_at DESC, id DESC LIMIT 500",
            values![helper],
        )
        .await?
        .iter()
        .map(joint)
        .collect()
    }

    /// Every match of a client, the latest moved first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn matches_of_client(
        &mut self,
        granted: &Granted<ClientId>,
    ) -> Result<Vec<MatchRow>, StoreError> {
        self.rows(
            "SELECT * FROM matches WHERE asker_client = $1 OR owner_client = $1 ORDER BY moved_at DESC, id DESC",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(joint)
        .collect()
    }

    /// Open matches whose time has come.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn matches_due(&mut self, now: Timestamp) -> Result<Vec<MatchRow>, StoreError> {
        self.rows(
            "SELECT * FROM matches WHERE stage <> 'closed' AND due_at <= $1 ORDER BY due_at, id LIMIT 500",
            values![now],
        )
        .await?
        .iter()
        .map(joint)
        .collect()
    }

    /// Open matches that did not move for long, with how often that was told.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn matches_stalled(
        &mut self,
        now: Timestamp,
    ) -> Result<Vec<(MatchRow, i64)>, StoreError> {
        self.rows(
            "SELECT * FROM matches WHERE stage <> 'closed' AND nudge_at <= $1
             ORDER BY nudge_at, id LIMIT 500",
            values![now],
        )
        .await?
        .iter()
        .map(|row| Ok((joint(row)?, row.get("nudged")?)))
        .collect()
    }

    /// The open matches between two helpers.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn matches_between(
        &mut self,
        a: HelperId,
        b: HelperId,
    ) -> Result<Vec<MatchRow>, StoreError> {
        self.rows(
            "SELECT * FROM matches WHERE stage <> 'closed' AND
             ((asker_id = $1 AND owner_id = $2) OR (asker_id = $2 AND owner_id = $1)) ORDER BY id",
            values![a, b],
        )
        .await?
        .iter()
        .map(joint)
        .collect()
    }

    /// Every match that may tell something of its two helpers: what a node reads at its start.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn shared_work(&mut self) -> Result<Vec<MatchRow>, StoreError> {
        self.rows(
            "SELECT * FROM matches WHERE stage IN ('introduced', 'closed') ORDER BY id",
            values![],
        )
        .await?
        .iter()
        .map(joint)
        .collect()
    }

    /// The same, of one helper.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn shared_work_of(&mut self, helper: HelperId) -> Result<Vec<MatchRow>, StoreError> {
        self.rows(
            "SELECT * FROM matches WHERE stage IN ('introduced', 'closed')
             AND (asker_id = $1 OR owner_id = $1) ORDER BY id",
            values![helper],
        )
        .await?
        .iter()
        .map(joint)
        .collect()
    }

    /// A match's timeline, in order.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn match_events(
        &mut self,
        granted: &Granted<MatchId>,
    ) -> Result<Vec<MatchEvent>, StoreError> {
        self.rows(
            "SELECT * FROM match_events WHERE match_id = $1 ORDER BY version",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(|row| {
            let side: Option<String> = row.get("side")?;
            Ok(MatchEvent {
                version: row.get("version")?,
                at: row.time("at")?,
                side: side.as_deref().and_then(Side::parse),
                what: row.get("what")?,
                detail: row.json("detail")?,
            })
        })
        .collect()
    }

    /// A match's sealed messages, in order.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn messages(
        &mut self,
        granted: &Granted<MatchId>,
    ) -> Result<Vec<MessageRow>, StoreError> {
        self.rows(
            "SELECT * FROM messages WHERE match_id = $1 ORDER BY sent_at, id",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(MessageRow {
                id: row.get("id")?,
                sender: row.id("sender_id", HelperId::from_uuid)?,
                for_recipient: row.get("for_recipient")?,
                for_sender: row.get("for_sender")?,
                sent: row.time("sent_at")?,
            })
        })
        .collect()
    }

    /// A match's sealed releases.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn releases(
        &mut self,
        granted: &Granted<MatchId>,
    ) -> Result<Vec<ReleaseRow>, StoreError> {
        self.rows(
            "SELECT * FROM releases WHERE match_id = $1 ORDER BY created_at",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(ReleaseRow {
                sender: row.id("sender_id", HelperId::from_uuid)?,
                consent: row.maybe_id("consent_id", ConsentId::from_uuid)?,
                for_recipient: row.get("for_recipient")?,
                for_sender: row.get("for_sender")?,
                created: row.time("created_at")?,
            })
        })
        .collect()
    }
}

impl Write {
    /// Keeps a new match. [`StoreError::Conflict`] when the same two parties
    /// are in an open match already, whoever asked first.
    ///
    /// # Errors
    /// When the two are in an open match, or the database does not answer.
    pub async fn insert_match(
        &mut self,
        new: &Match,
        event: &MatchEvent,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO matches (id, asker_id, owner_id, asker_client, owner_client, parties, pair_key, stage, state,
                accepted, created_at, moved_at, due_at, version, parked_until, nudge_at, nudged)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0)",
            values![
                new.id,
                new.asker,
                new.owner,
                new.parties.asker.client(),
                new.parties.owner.client(),
                to_json(&new.parties)?,
                pair_key(new),
                new.stage_name().code(),
                to_json(&new.stage)?,
                false,
                new.created,
                new.moved,
                due(new),
                new.version,
                new.parked,
                new.nudges(Nudge::Remind),
            ],
        )
        .await?;
        self.insert_event(new.id, event).await
    }

    /// Moves a match from the version it was read at to `after`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when somebody was faster; [`StoreError::Conflict`]
    /// when its parties are in another open match by now.
    pub async fn move_match(
        &mut self,
        after: &Match,
        event: &MatchEvent,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE matches SET asker_client = $2, owner_client = $3, parties = $4, pair_key = $5, stage = $6,
                state = $7, accepted = (accepted OR $8), moved_at = $9, due_at = $10, version = $11,
                asker_id = $13, owner_id = $14, parked_until = $15, nudge_at = $16, nudged = 0
             WHERE id = $1 AND version = $12",
            values![
                after.id,
                after.parties.asker.client(),
                after.parties.owner.client(),
                to_json(&after.parties)?,
                pair_key(after),
                after.stage_name().code(),
                to_json(&after.stage)?,
                matches!(after.stage, Stage::Talking),
                after.moved,
                due(after),
                after.version,
                after.version - 1,
                after.asker,
                after.owner,
                after.parked,
                after.nudges(Nudge::Remind),
            ],
        )
        .await?;
        if matches!(after.stage, Stage::Introduced { .. } | Stage::Closed { .. }) {
            // What became of it is evidence, for whoever relies on these two.
            for helper in [after.asker, after.owner] {
                self.changed(ChangeKind::Trust, helper.uuid()).await?;
            }
        }
        self.insert_event(after.id, event).await
    }

    async fn insert_event(&mut self, id: MatchId, event: &MatchEvent) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO match_events (match_id, version, at, side, what, detail) VALUES ($1, $2, $3, $4, $5, $6)",
            values![
                id,
                event.version,
                event.at,
                event.side.map(|side| side.code().to_owned()),
                event.what.as_str(),
                event.detail.clone(),
            ],
        )
        .await
    }

    /// Sets when time looks at the match again (after a follow-up was sent).
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn set_match_due(
        &mut self,
        id: MatchId,
        due: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE matches SET due_at = $2 WHERE id = $1",
            values![id, due],
        )
        .await
    }

    /// Notes that it was told how long nothing moved; [`StoreError::Stale`] when it moved, or
    /// another node told it.
    ///
    /// # Errors
    /// As said.
    pub async fn match_nudged(
        &mut self,
        of: &Match,
        nudged: i64,
        next: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE matches SET nudged = $3, nudge_at = $4 WHERE id = $1 AND version = $2 AND nudged < $3",
            values![of.id, of.version, nudged, next],
        )
        .await
    }

    /// Keeps a sealed message.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_message(
        &mut self,
        granted: &Granted<MatchId>,
        new: &MessageRow,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO messages (id, match_id, sender_id, for_recipient, for_sender, sent_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            values![
                new.id,
                granted.subject(),
                new.sender,
                new.for_recipient.clone(),
                new.for_sender.clone(),
                new.sent,
            ],
        )
        .await
    }

    /// Keeps a sealed release; a newer one of the same helper takes its place.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_release(
        &mut self,
        granted: &Granted<MatchId>,
        new: &ReleaseRow,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO releases (match_id, sender_id, consent_id, for_recipient, for_sender, created_at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (match_id, sender_id) DO UPDATE SET consent_id = excluded.consent_id,
                for_recipient = excluded.for_recipient, for_sender = excluded.for_sender,
                created_at = excluded.created_at",
            values![
                granted.subject(),
                new.sender,
                new.consent,
                new.for_recipient.clone(),
                new.for_sender.clone(),
                new.created,
            ],
        )
        .await
    }

    /// Deletes every release of a match: what was lent is taken back.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn recall_releases(&mut self, id: MatchId) -> Result<u64, StoreError> {
        self.run("DELETE FROM releases WHERE match_id = $1", values![id])
            .await
    }
}
