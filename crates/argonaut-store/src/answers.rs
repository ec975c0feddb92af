//! Answers to asks: sealed between the two, with a state that storage may read.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{AnswerId, HelperId, PostId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::post::AnswerState;
use uuid::Uuid;

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// An answer to an ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRow {
    /// Which.
    pub id: AnswerId,
    /// To which ask.
    pub post: PostId,
    /// Who answered.
    pub author: HelperId,
    /// What it says, sealed to the asker.
    pub for_asker: Vec<u8>,
    /// The same, sealed to whoever answered.
    pub for_author: Vec<u8>,
    /// What became of it.
    pub state: AnswerState,
    /// When.
    pub made: Timestamp,
}

fn answer(row: &Row) -> Result<AnswerRow, StoreError> {
    Ok(AnswerRow {
        id: row.id("id", AnswerId::from_uuid)?,
        post: row.id("post_id", PostId::from_uuid)?,
        author: row.id("author_id", HelperId::from_uuid)?,
        for_asker: row.get("for_asker")?,
        for_author: row.get("for_author")?,
        state: row.word("state")?,
        made: row.time("made_at")?,
    })
}

impl Read {
    /// The answers to an ask, first come first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn answers(&mut self, post: PostId) -> Result<Vec<AnswerRow>, StoreError> {
        self.rows(
            "SELECT * FROM post_answers WHERE post_id = $1 ORDER BY made_at, id",
            values![post],
        )
        .await?
        .iter()
        .map(answer)
        .collect()
    }

    /// How many wait for the asker's word, over all of an asker's open asks.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn answers_waiting(&mut self, asker: HelperId) -> Result<i64, StoreError> {
        self.count(
            "SELECT count(*) AS n FROM post_answers JOIN posts ON posts.id = post_answers.post_id
             WHERE posts.author_id = $1 AND posts.solved_at IS NULL AND post_answers.state = 'waiting'",
            values![asker],
        )
        .await
    }
}

impl Write {
    /// Keeps an answer. [`StoreError::Conflict`] when this helper has answered already.
    ///
    /// # Errors
    /// When it was answered already, or the database does not answer.
    pub async fn insert_answer(&mut self, new: &AnswerRow) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO post_answers (id, post_id, author_id, for_asker, for_author, state, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            values![
                new.id,
                new.post,
                new.author,
                new.for_asker.clone(),
                new.for_author.clone(),
                new.state.code(),
                new.made,
            ],
        )
        .await
    }

    /// Moves an answer on, if it is still where it was.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when somebody was faster.
    pub async fn move_answer(
        &mut self,
        id: AnswerId,
        from: AnswerState,
        to: AnswerState,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE post_answers SET state = $3 WHERE id = $1 AND state = $2",
            values![id, from.code(), to.code()],
        )
        .await
    }

    /// Takes an answer back that the asker has not said anything to; `false` when there is none.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn delete_answer(
        &mut self,
        post: PostId,
        author: HelperId,
    ) -> Result<bool, StoreError> {
        let gone = self
            .run(
                "DELETE FROM post_answers WHERE post_id = $1 AND author_id = $2 AND state = 'waiting'",
                values![post, author],
            )
            .await?;
        Ok(gone == 1)
    }

    /// Puts one unread notice in another's place, about the same thing. Tells whether one
    /// about it (of either kind) is unread afterwards.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn lift_notice(
        &mut self,
        to: HelperId,
        subject: Uuid,
        (low, high): (NoticeKind, NoticeKind),
        wanted: NoticeKind,
    ) -> Result<bool, StoreError> {
        if wanted == high {
            self.run(
                "UPDATE notifications SET kind = $4
                 WHERE helper_id = $1 AND subject = $2 AND kind = $3 AND read_at IS NULL",
                values![to, subject, low.code(), high.code()],
            )
            .await?;
        }
        let unread = self
            .count(
                "SELECT count(*) AS n FROM notifications
                 WHERE helper_id = $1 AND subject = $2 AND kind IN ($3, $4) AND read_at IS NULL",
                values![to, subject, low.code(), high.code()],
            )
            .await?;
        Ok(unread > 0)
    }
}
