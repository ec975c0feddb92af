//! What introductions came to: the figures' raw rows, thanks, the coded reasons of an
//! enquiry, and who sees a group's figures.

use argonaut_domain::access::Granted;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, GroupId, HelperId, LinkId, MatchId};
use uuid::Uuid;

use crate::db::{Read, Write, values};
use crate::error::StoreError;
use crate::matches::MatchRow;

/// A client's first introduction, and when the record began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Introduced {
    /// Whose.
    pub client: ClientId,
    /// When the client was recorded.
    pub recorded: Timestamp,
}

/// One reason for which the engine showed what an enquiry is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MatchReason {
    /// The match.
    pub joint: MatchId,
    /// The reason's code.
    pub code: String,
    /// The code of the need's term; empty for other reasons.
    pub term: String,
}

/// Sealed thanks.
#[derive(Clone, Debug)]
pub struct ThanksRow {
    /// Which.
    pub id: Uuid,
    /// For whom.
    pub to: HelperId,
    /// Who passed them on; `None` by a link.
    pub from: Option<HelperId>,
    /// The link by which they were given.
    pub link: Option<LinkId>,
    /// After which introduction.
    pub joint: MatchId,
    /// The words: sealed to the receiving helper, or under the link's token.
    pub words: Vec<u8>,
    /// When.
    pub at: Timestamp,
}

impl Read {
    /// When these matches' clients were recorded, for those of a side of this helper.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn recorded_of(&mut self, helper: HelperId) -> Result<Vec<Introduced>, StoreError> {
        self.rows(
            "SELECT DISTINCT c.id, c.created_at FROM clients c JOIN matches m
             ON (m.asker_client = c.id AND m.asker_id = $1) OR (m.owner_client = c.id AND m.owner_id = $1)
             WHERE m.stage IN ('introduced', 'closed')",
            values![helper],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(Introduced {
                client: row.id("id", ClientId::from_uuid)?,
                recorded: row.time("created_at")?,
            })
        })
        .collect()
    }

    /// How often this helper's sides were asked up to now, and how often they answered:
    /// by match and week.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn follow_up_counts(
        &mut self,
        helper: HelperId,
        (from, now): (Timestamp, Timestamp),
    ) -> Result<(i64, i64), StoreError> {
        let asked = self
            .count(
                "SELECT count(*) AS n FROM follow_up_asks f JOIN matches m ON m.id = f.match_id
                 WHERE f.due_at >= $2 AND f.due_at <= $3
                 AND ((f.side = 'asker' AND m.asker_id = $1) OR (f.side = 'owner' AND m.owner_id = $1))",
                values![helper, from, now],
            )
            .await?;
        let answered = self
            .count(
                "SELECT count(*) AS n FROM follow_up_asks f JOIN matches m ON m.id = f.match_id
                 JOIN follow_ups a ON a.match_id = f.match_id AND a.side = f.side AND a.week = f.week AND a.voice = 'helper'
                 WHERE f.due_at >= $2 AND f.due_at <= $3
                 AND ((f.side = 'asker' AND m.asker_id = $1) OR (f.side = 'owner' AND m.owner_id = $1))",
                values![helper, from, now],
            )
            .await?;
        Ok((asked, answered))
    }

    /// The coded reasons of a helper's matches.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn match_reasons_of(
        &mut self,
        helper: HelperId,
    ) -> Result<Vec<MatchReason>, StoreError> {
        self.reasons(
            "SELECT r.* FROM match_reasons r JOIN matches m ON m.id = r.match_id
             WHERE m.asker_id = $1 OR m.owner_id = $1 ORDER BY r.match_id, r.code, r.term",
            values![helper],
        )
        .await
    }

    /// The coded reasons of every match with an outcome.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn match_reasons(&mut self) -> Result<Vec<MatchReason>, StoreError> {
        self.reasons(
            "SELECT r.* FROM match_reasons r JOIN matches m ON m.id = r.match_id
             WHERE m.stage IN ('introduced', 'closed') ORDER BY r.match_id, r.code, r.term",
            values![],
        )
        .await
    }

    /// The coded reasons of one match.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn reasons_in(
        &mut self,
        granted: &Granted<MatchId>,
    ) -> Result<Vec<MatchReason>, StoreError> {
        self.reasons(
            "SELECT * FROM match_reasons WHERE match_id = $1 ORDER BY code, term",
            values![granted.subject()],
        )
        .await
    }

    async fn reasons(
        &mut self,
        sql: &'static str,
        with: Vec<crate::db::Value>,
    ) -> Result<Vec<MatchReason>, StoreError> {
        self.rows(sql, with)
            .await?
            .iter()
            .map(|row| {
                Ok(MatchReason {
                    joint: row.id("match_id", MatchId::from_uuid)?,
                    code: row.get("code")?,
                    term: row.get("term")?,
                })
            })
            .collect()
    }

    /// The thanks that a helper received, the latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn thanks_of(&mut self, helper: HelperId) -> Result<Vec<ThanksRow>, StoreError> {
        self.rows(
            "SELECT * FROM thanks WHERE helper_id = $1 ORDER BY given_at DESC, id DESC LIMIT 200",
            values![helper],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(ThanksRow {
                id: row.get("id")?,
                to: row.id("helper_id", HelperId::from_uuid)?,
                from: row.maybe_id("from_id", HelperId::from_uuid)?,
                link: row.maybe_id("link_id", LinkId::from_uuid)?,
                joint: row.id("match_id", MatchId::from_uuid)?,
                words: row.get("words")?,
                at: row.time("given_at")?,
            })
        })
        .collect()
    }

    /// When a helper did each kind of deed for the first time, by the deed's code.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn firsts(
        &mut self,
        helper: HelperId,
    ) -> Result<Vec<(String, Timestamp)>, StoreError> {
        self.rows(
            "SELECT deed, min(at) AS first_at FROM audit WHERE actor = $1 GROUP BY deed ORDER BY first_at, deed",
            values![helper],
        )
        .await?
        .iter()
        .map(|row| Ok((row.get("deed")?, row.time("first_at")?)))
        .collect()
    }

    /// Whether a group's figures are for its coordinators alone.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn impact_is_closed(&mut self, group: GroupId) -> Result<bool, StoreError> {
        self.row(
            "SELECT coordinators_only FROM group_impact WHERE group_id = $1",
            values![group],
        )
        .await?
        .map_or(Ok(false), |row| row.get("coordinators_only"))
    }

    /// The match with this id that a helper takes part in, whatever its stage.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn joint_of(
        &mut self,
        id: MatchId,
        helper: HelperId,
    ) -> Result<Option<MatchRow>, StoreError> {
        let row = self.joint(id).await?;
        Ok(row.filter(|row| row.joint.side_of(helper).is_some()))
    }
}

impl Write {
    /// Keeps the reasons of a new enquiry.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_match_reasons(&mut self, all: &[MatchReason]) -> Result<(), StoreError> {
        for reason in all {
            self.swap(
                "INSERT INTO match_reasons (match_id, code, term) VALUES ($1, $2, $3)",
                values![reason.joint, reason.code.as_str(), reason.term.as_str()],
            )
            .await?;
        }
        Ok(())
    }

    /// Keeps thanks.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_thanks(&mut self, new: &ThanksRow) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO thanks (id, helper_id, from_id, link_id, match_id, words, given_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            values![
                new.id,
                new.to,
                new.from,
                new.link,
                new.joint,
                new.words.clone(),
                new.at
            ],
        )
        .await
    }

    /// Deletes thanks of a helper. Tells whether they were there.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn delete_thanks(&mut self, id: Uuid, helper: HelperId) -> Result<bool, StoreError> {
        let gone = self
            .run(
                "DELETE FROM thanks WHERE id = $1 AND helper_id = $2",
                values![id, helper],
            )
            .await?;
        Ok(gone == 1)
    }

    /// Sets who sees a group's figures.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn set_impact_closed(
        &mut self,
        granted: &Granted<GroupId>,
        closed: bool,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO group_impact (group_id, coordinators_only) VALUES ($1, $2)
             ON CONFLICT (group_id) DO UPDATE SET coordinators_only = excluded.coordinators_only",
            values![granted.subject(), closed],
        )
        .await
    }
}
