//! Published cards: what helpers chose to show, in the open.

use argonaut_domain::access::Granted;
use argonaut_domain::card::{Card, CardStatus};
use argonaut_domain::clock::{Timestamp, Week};
use argonaut_domain::ids::{CardId, ClientId, HelperId};

use tokio::task::{JoinHandle, spawn_blocking};
use uuid::Uuid;

use crate::changes::ChangeKind;
use crate::db::row::to_json;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

fn card(row: &Row) -> Result<Card, StoreError> {
    let week = |column| {
        let week: i64 = row.get(column)?;
        i32::try_from(week)
            .map(Week)
            .map_err(|_| StoreError::Damaged(format!("{column} is no week")))
    };
    Ok(Card {
        id: row.id("id", CardId::from_uuid)?,
        client: row.id("client_id", ClientId::from_uuid)?,
        owner: row.id("owner_id", HelperId::from_uuid)?,
        content: row.json("content")?,
        audience: row.json("audience")?,
        status: row.word("status")?,
        published: week("published_week")?,
        waiting_since: week("waiting_week")?,
        expires: row.time("expires_at")?,
        open_from: row.time("open_from")?,
        open_until: row.time("open_until")?,
        version: row.get("version")?,
    })
}

impl Read {
    /// A card by id. Whether somebody may see it is decided by `domain::access`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn card(&mut self, id: CardId) -> Result<Option<Card>, StoreError> {
        self.row("SELECT * FROM cards WHERE id = $1", values![id])
            .await?
            .as_ref()
            .map(card)
            .transpose()
    }

    /// Every card a client ever had, latest first: a later one is never finer.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn cards_of(&mut self, granted: &Granted<ClientId>) -> Result<Vec<Card>, StoreError> {
        self.rows(
            "SELECT * FROM cards WHERE client_id = $1 ORDER BY CASE WHEN status = 'published' THEN 0 ELSE 1 END,
             published_week DESC, expires_at DESC, id",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(card)
        .collect()
    }

    /// The published cards of a helper's own caseload.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn caseload_cards(&mut self, helper: HelperId) -> Result<Vec<Card>, StoreError> {
        self.rows(
            "SELECT c.* FROM cards c JOIN circle m ON m.client_id = c.client_id
             WHERE m.helper_id = $1 AND c.status = 'published' ORDER BY c.id",
            values![helper],
        )
        .await?
        .iter()
        .map(card)
        .collect()
    }

    /// Every card that somebody may see at `now`: what a node reads at its start.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn cards_on_show(&mut self, now: Timestamp) -> Result<Vec<Card>, StoreError> {
        let mut cards = Vec::new();
        // Piece by piece, since rows are many times as large as what they say; and
        // one is understood while the next is read.
        let mut after = Uuid::nil();
        let mut open: Option<JoinHandle<Result<Vec<Card>, StoreError>>> = None;
        loop {
            let rows = self
                .rows(
                    "SELECT * FROM cards WHERE id > $2 AND (status = 'published' OR open_until > $1)
                     ORDER BY id LIMIT 2000",
                    values![now, after],
                )
                .await?;
            if let Some(piece) = open.take() {
                let piece = piece
                    .await
                    .map_err(|_| StoreError::Damaged("reading cards stopped".to_owned()))?;
                cards.append(&mut piece?);
            }
            match rows.last() {
                None => return Ok(cards),
                Some(last) => after = last.get("id")?,
            }
            open = Some(spawn_blocking(move || rows.iter().map(card).collect()));
        }
    }

    /// Published cards that end before `then`; with `unreminded`, only those
    /// whose owner was not told yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn cards_ending(
        &mut self,
        then: Timestamp,
        unreminded: bool,
    ) -> Result<Vec<Card>, StoreError> {
        self.rows(
            "SELECT * FROM cards WHERE status = 'published' AND expires_at <= $1 AND (NOT $2 OR NOT reminded)
             ORDER BY expires_at, id LIMIT 500",
            values![then, unreminded],
        )
        .await?
        .iter()
        .map(card)
        .collect()
    }
}

impl Write {
    /// Keeps the card that takes the place of one that the daily batch has ended,
    /// for the same client. No dossier is opened for it, and nobody acts.
    ///
    /// # Errors
    /// When the client has a card on show, the old one is gone, or the database
    /// does not answer.
    pub async fn insert_card_after(&mut self, old: CardId, new: &Card) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO cards (id, client_id, owner_id, content, audience, status, published_week, waiting_week,
                expires_at, open_from, open_until, reminded, version)
             SELECT $2, client_id, owner_id, $3, audience, 'published', $4, waiting_week, expires_at, $5, $6,
                reminded, $7 FROM cards WHERE id = $1",
            values![
                old,
                new.id,
                to_json(&new.content)?,
                i64::from(new.published.0),
                new.open_from,
                new.open_until,
                new.version,
            ],
        )
        .await?;
        self.changed(ChangeKind::Card, new.id.uuid()).await
    }

    /// Keeps a new card. [`StoreError::Conflict`] when the client has one on show.
    ///
    /// # Errors
    /// When the client has one on show, or the database does not answer.
    pub async fn insert_card(
        &mut self,
        granted: &Granted<ClientId>,
        new: &Card,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO cards (id, client_id, owner_id, content, audience, status, published_week, waiting_week,
                expires_at, open_from, open_until, reminded, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            values![
                new.id,
                granted.subject(),
                new.owner,
                to_json(&new.content)?,
                to_json(&new.audience)?,
                new.status.code(),
                i64::from(new.published.0),
                i64::from(new.waiting_since.0),
                new.expires,
                new.open_from,
                new.open_until,
                false,
                new.version,
            ],
        )
        .await?;
        self.changed(ChangeKind::Card, new.id.uuid()).await
    }

    /// Takes a published card off show. `open_until`: until when the open
    /// audience still sees it (now, or the next daily batch).
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not on show any more.
    pub async fn end_card(
        &mut self,
        id: CardId,
        status: CardStatus,
        open_until: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE cards SET status = $2, open_until = $3, version = version + 1
             WHERE id = $1 AND status = 'published'",
            values![id, status.code(), open_until],
        )
        .await?;
        self.changed(ChangeKind::Card, id.uuid()).await
    }

    /// Ends the batch's grace of every card of a client: a consent ended, so
    /// nobody may see them from now on.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hide_cards_at_once(
        &mut self,
        granted: &Granted<ClientId>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let hidden = self
            .rows(
                "UPDATE cards SET open_until = $2 WHERE client_id = $1 AND open_until > $2 RETURNING id",
                values![granted.subject(), now],
            )
            .await?;
        for row in &hidden {
            self.changed(ChangeKind::Card, row.get("id")?).await?;
        }
        Ok(())
    }

    /// Renews a published card until `expires`.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not on show any more, or changed.
    pub async fn renew_card(
        &mut self,
        id: CardId,
        version: i64,
        expires: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE cards SET expires_at = $3, reminded = $4, version = version + 1
             WHERE id = $1 AND version = $2 AND status = 'published'",
            values![id, version, expires, false],
        )
        .await?;
        self.changed(ChangeKind::Card, id.uuid()).await
    }

    /// Notes that a card's owner was reminded of its end.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when they were already.
    pub async fn card_reminded(&mut self, id: CardId) -> Result<(), StoreError> {
        self.swap(
            "UPDATE cards SET reminded = $2 WHERE id = $1 AND reminded <> $2",
            values![id, true],
        )
        .await
    }
}
