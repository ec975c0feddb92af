//! Rings with their seats, and who left them. Who may see one is decided by its seats.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{CardId, ClientId, HelperId, MatchId, RingId};
use argonaut_domain::ring::{LeavingReason, Ring, RingSeat};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

fn ring(row: &Row, seats: Vec<RingSeat>) -> Result<Ring, StoreError> {
    Ok(Ring {
        id: row.id("id", RingId::from_uuid)?,
        state: row.word("state")?,
        made: row.time("made_at")?,
        moved: row.time("moved_at")?,
        version: row.get("version")?,
        seats,
    })
}

fn seat(row: &Row) -> Result<RingSeat, StoreError> {
    Ok(RingSeat {
        place: row.get("place")?,
        card: row.id("card_id", CardId::from_uuid)?,
        client: row.id("client_id", ClientId::from_uuid)?,
        helper: row.id("helper_id", HelperId::from_uuid)?,
        answer: row.word("answer")?,
        answered: row.maybe_time("answered_at")?,
        gift: row.maybe_id("gift_match", MatchId::from_uuid)?,
    })
}

impl Read {
    async fn with_seats(&mut self, rows: Vec<Row>) -> Result<Vec<Ring>, StoreError> {
        let mut rings = Vec::with_capacity(rows.len());
        for row in rows {
            let id = row.id("id", RingId::from_uuid)?;
            let seats = self
                .rows(
                    "SELECT * FROM ring_seats WHERE ring_id = $1 ORDER BY place",
                    values![id],
                )
                .await?;
            let seats = seats.iter().map(seat).collect::<Result<_, _>>()?;
            rings.push(ring(&row, seats)?);
        }
        Ok(rings)
    }

    /// A ring, whoever sits in it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn ring(&mut self, id: RingId) -> Result<Option<Ring>, StoreError> {
        let row = self
            .row("SELECT * FROM rings WHERE id = $1", values![id])
            .await?;
        Ok(self.with_seats(row.into_iter().collect()).await?.pop())
    }

    /// The rings in which a helper has a seat, latest moved first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn rings_of(&mut self, helper: HelperId) -> Result<Vec<Ring>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM rings WHERE id IN (SELECT ring_id FROM ring_seats WHERE helper_id = $1)
                 ORDER BY moved_at DESC, id LIMIT 200",
                values![helper],
            )
            .await?;
        self.with_seats(rows).await
    }

    /// The rings that are not over.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open_rings(&mut self) -> Result<Vec<Ring>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM rings WHERE state <> 'ended' ORDER BY id",
                values![],
            )
            .await?;
        self.with_seats(rows).await
    }

    /// The cards of rings that are over or were left since then, by ring.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn ring_cards_since(
        &mut self,
        since: Timestamp,
    ) -> Result<Vec<(RingId, CardId)>, StoreError> {
        self.rows(
            "SELECT ring_id, card_id FROM ring_seats WHERE ring_id IN
                (SELECT id FROM rings WHERE state = 'ended' AND moved_at > $1)
             UNION SELECT ring_id, card_id FROM ring_left WHERE left_at > $1
             ORDER BY 1, 2",
            values![since],
        )
        .await?
        .iter()
        .map(|row| {
            Ok((
                row.id("ring_id", RingId::from_uuid)?,
                row.id("card_id", CardId::from_uuid)?,
            ))
        })
        .collect()
    }

    /// The cards that left a ring.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn ring_left(&mut self, id: RingId) -> Result<Vec<CardId>, StoreError> {
        self.rows(
            "SELECT card_id FROM ring_left WHERE ring_id = $1 ORDER BY card_id",
            values![id],
        )
        .await?
        .iter()
        .map(|row| row.id("card_id", CardId::from_uuid))
        .collect()
    }
}

impl Write {
    /// Keeps a new ring.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_ring(&mut self, ring: &Ring) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO rings (id, state, made_at, moved_at, version) VALUES ($1, $2, $3, $4, $5)",
            values![
                ring.id,
                ring.state.code(),
                ring.made,
                ring.moved,
                ring.version
            ],
        )
        .await?;
        self.seat(ring).await
    }

    /// Moves a ring from the version `before` to what it is now.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when somebody was faster.
    pub async fn move_ring(&mut self, ring: &Ring, before: i64) -> Result<(), StoreError> {
        self.swap(
            "UPDATE rings SET state = $2, moved_at = $3, version = $4 WHERE id = $1 AND version = $5",
            values![ring.id, ring.state.code(), ring.moved, ring.version, before],
        )
        .await?;
        self.run(
            "DELETE FROM ring_seats WHERE ring_id = $1",
            values![ring.id],
        )
        .await?;
        self.seat(ring).await
    }

    async fn seat(&mut self, ring: &Ring) -> Result<(), StoreError> {
        for seat in &ring.seats {
            self.swap(
                "INSERT INTO ring_seats (ring_id, place, card_id, client_id, helper_id, answer, answered_at, gift_match)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                values![
                    ring.id,
                    seat.place,
                    seat.card,
                    seat.client,
                    seat.helper,
                    seat.answer.code(),
                    seat.answered,
                    seat.gift
                ],
            )
            .await?;
        }
        Ok(())
    }

    /// Notes who left a ring, and why.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn leave_ring(
        &mut self,
        id: RingId,
        left: &RingSeat,
        reason: LeavingReason,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO ring_left (ring_id, card_id, helper_id, reason, left_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (ring_id, card_id) DO UPDATE SET reason = excluded.reason, left_at = excluded.left_at",
            values![id, left.card, left.helper, reason.code(), at],
        )
        .await?;
        Ok(())
    }
}
