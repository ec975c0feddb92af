//! Events of groups and what helpers answered. Who may see one is decided by the visibility
//! filter, never here.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::event::{Event, EventAnswer};
use argonaut_domain::ids::{EventId, GroupId, HelperId};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

fn event(row: &Row) -> Result<Event, StoreError> {
    Ok(Event {
        id: row.id("id", EventId::from_uuid)?,
        group: row.id("group_id", GroupId::from_uuid)?,
        maker: row.id("maker_id", HelperId::from_uuid)?,
        title: row.get("title")?,
        words: row.get("words")?,
        place: row.get("place")?,
        starts: row.time("starts_at")?,
        ends: row.time("ends_at")?,
        zone: row.get("zone")?,
        for_friends: row.get("for_friends")?,
        made: row.time("made_at")?,
        cancelled: row.maybe_time("cancelled_at")?,
        version: row.get("version")?,
    })
}

impl Read {
    /// An event, whoever may see it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn event(&mut self, id: EventId) -> Result<Option<Event>, StoreError> {
        self.row("SELECT * FROM events WHERE id = $1", values![id])
            .await?
            .as_ref()
            .map(event)
            .transpose()
    }

    /// The events of a group that are not over, the next one first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn coming_events(
        &mut self,
        group: GroupId,
        now: Timestamp,
    ) -> Result<Vec<Event>, StoreError> {
        self.rows(
            "SELECT * FROM events WHERE group_id = $1 AND ends_at > $2 ORDER BY starts_at, id",
            values![group, now],
        )
        .await?
        .iter()
        .map(event)
        .collect()
    }

    /// Events that begin until `soon`, of which nobody was reminded yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn events_soon(
        &mut self,
        now: Timestamp,
        soon: Timestamp,
    ) -> Result<Vec<Event>, StoreError> {
        self.rows(
            "SELECT * FROM events WHERE starts_at > $1 AND starts_at <= $2
               AND cancelled_at IS NULL AND reminded_at IS NULL ORDER BY starts_at, id",
            values![now, soon],
        )
        .await?
        .iter()
        .map(event)
        .collect()
    }

    /// What was answered to an event, first come first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn event_answers(
        &mut self,
        id: EventId,
    ) -> Result<Vec<(HelperId, EventAnswer)>, StoreError> {
        self.rows(
            "SELECT helper_id, answer FROM event_answers WHERE event_id = $1
             ORDER BY answered_at, helper_id",
            values![id],
        )
        .await?
        .iter()
        .map(|row| {
            Ok((
                row.id("helper_id", HelperId::from_uuid)?,
                row.word("answer")?,
            ))
        })
        .collect()
    }
}

impl Write {
    /// Keeps a new event.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn keep_event(&mut self, new: &Event) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO events (id, group_id, maker_id, title, words, place, starts_at, ends_at,
                zone, for_friends, made_at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            values![
                new.id,
                new.group,
                new.maker,
                new.title.as_str(),
                new.words.as_str(),
                new.place.as_str(),
                new.starts,
                new.ends,
                new.zone.as_str(),
                new.for_friends,
                new.made,
                new.version,
            ],
        )
        .await
    }

    /// Keeps a changed event; it is reminded of anew.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it has another version by now, or is cancelled.
    pub async fn change_event(&mut self, new: &Event) -> Result<(), StoreError> {
        self.swap(
            "UPDATE events SET title = $3, words = $4, place = $5, starts_at = $6, ends_at = $7,
                zone = $8, for_friends = $9, version = version + 1,
                reminded_at = CASE WHEN starts_at = $6 THEN reminded_at ELSE NULL END
             WHERE id = $1 AND version = $2 AND cancelled_at IS NULL",
            values![
                new.id,
                new.version,
                new.title.as_str(),
                new.words.as_str(),
                new.place.as_str(),
                new.starts,
                new.ends,
                new.zone.as_str(),
                new.for_friends,
            ],
        )
        .await
    }

    /// Cancels an event.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is cancelled already.
    pub async fn cancel_event(&mut self, id: EventId, now: Timestamp) -> Result<(), StoreError> {
        self.swap(
            "UPDATE events SET cancelled_at = $2, version = version + 1
             WHERE id = $1 AND cancelled_at IS NULL",
            values![id, now],
        )
        .await
    }

    /// Notes that those who come were reminded.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when somebody else did that.
    pub async fn event_reminded(&mut self, id: EventId, now: Timestamp) -> Result<(), StoreError> {
        self.swap(
            "UPDATE events SET reminded_at = $2 WHERE id = $1 AND reminded_at IS NULL",
            values![id, now],
        )
        .await
    }

    /// Keeps what a helper answers, in place of what they answered before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn answer_event(
        &mut self,
        id: EventId,
        helper: HelperId,
        answer: EventAnswer,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO event_answers (event_id, helper_id, answer, answered_at)
             VALUES ($1, $2, $3, $4)
             ON CONFLICT (event_id, helper_id) DO UPDATE
               SET answer = excluded.answer, answered_at = excluded.answered_at",
            values![id, helper, answer.code(), now],
        )
        .await
    }
}
