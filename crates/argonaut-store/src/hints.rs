//! Hints with their two ends. Who may see one is decided by its ends, and by what the cards
//! show; the words are sealed.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::hint::HintState;
use argonaut_domain::ids::{CardId, ClientId, HelperId, HintId};
use uuid::Uuid;

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// One of the two cards of a hint, with the words for its helper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HintEndRow {
    /// The card.
    pub card: CardId,
    /// Whom it is of. Known to its helper alone.
    pub client: ClientId,
    /// Who answered for it when the hint was given.
    pub owner: HelperId,
    /// The id under which the words are sealed.
    pub message: Uuid,
    /// The words, for the card's helper.
    pub for_owner: Vec<u8>,
    /// The words, for whoever wrote them.
    pub for_sender: Vec<u8>,
    /// Whether its helper may read it.
    pub told: bool,
    /// When its helper put it aside.
    pub aside: Option<Timestamp>,
}

/// A hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HintRow {
    /// Which.
    pub id: HintId,
    /// Who gave it.
    pub helper: HelperId,
    /// When.
    pub made: Timestamp,
    /// What became of it.
    pub state: HintState,
    /// Since when.
    pub settled: Option<Timestamp>,
    /// Two; fewer when a record was erased.
    pub ends: Vec<HintEndRow>,
}

fn end(row: &Row) -> Result<HintEndRow, StoreError> {
    Ok(HintEndRow {
        card: row.id("card_id", CardId::from_uuid)?,
        client: row.id("client_id", ClientId::from_uuid)?,
        owner: row.id("owner_id", HelperId::from_uuid)?,
        message: row.get("message_id")?,
        for_owner: row.get("for_owner")?,
        for_sender: row.get("for_sender")?,
        told: row.get("told")?,
        aside: row.maybe_time("aside_at")?,
    })
}

impl Read {
    async fn with_ends(&mut self, rows: Vec<Row>) -> Result<Vec<HintRow>, StoreError> {
        let mut hints = Vec::with_capacity(rows.len());
        for row in rows {
            let id = row.id("id", HintId::from_uuid)?;
            let ends = self
                .rows(
                    "SELECT * FROM hint_ends WHERE hint_id = $1 ORDER BY card_id",
                    values![id],
                )
                .await?;
            hints.push(HintRow {
                id,
                helper: row.id("helper_id", HelperId::from_uuid)?,
                made: row.time("made_at")?,
                state: row.word("state")?,
                settled: row.maybe_time("settled_at")?,
                ends: ends.iter().map(end).collect::<Result<_, _>>()?,
            });
        }
        Ok(hints)
    }

    /// A hint, whoever gave it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hint(&mut self, id: HintId) -> Result<Option<HintRow>, StoreError> {
        let row = self
            .row("SELECT * FROM hints WHERE id = $1", values![id])
            .await?;
        Ok(self.with_ends(row.into_iter().collect()).await?.pop())
    }

    /// The hints that a helper gave, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hints_by(&mut self, helper: HelperId) -> Result<Vec<HintRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM hints WHERE helper_id = $1 ORDER BY made_at DESC, id LIMIT 200",
                values![helper],
            )
            .await?;
        self.with_ends(rows).await
    }

    /// The hints about clients for whom a helper answers, that they may read and have not put
    /// aside, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hints_for(&mut self, owner: HelperId) -> Result<Vec<HintRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM hints WHERE state = 'open' AND id IN
                    (SELECT hint_id FROM hint_ends
                     WHERE owner_id = $1 AND told = $2 AND aside_at IS NULL)
                 ORDER BY made_at DESC, id LIMIT 200",
                values![owner, true],
            )
            .await?;
        self.with_ends(rows).await
    }

    /// The hints in which both clients are the ends.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hints_of_pair(
        &mut self,
        one: ClientId,
        other: ClientId,
    ) -> Result<Vec<HintRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM hints WHERE id IN (SELECT hint_id FROM hint_ends WHERE client_id = $1)
                   AND id IN (SELECT hint_id FROM hint_ends WHERE client_id = $2) ORDER BY id",
                values![one, other],
            )
            .await?;
        self.with_ends(rows).await
    }

    /// How many hints about a client its helper was let read since then.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hints_told(
        &mut self,
        client: ClientId,
        since: Timestamp,
    ) -> Result<usize, StoreError> {
        let rows = self
            .rows(
                "SELECT hints.id FROM hint_ends JOIN hints ON hints.id = hint_ends.hint_id
                 WHERE hint_ends.client_id = $1 AND hint_ends.told = $2 AND hints.made_at > $3",
                values![client, true, since],
            )
            .await?;
        Ok(rows.len())
    }
}

impl Write {
    /// Keeps a new hint.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_hint(&mut self, hint: &HintRow) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO hints (id, helper_id, made_at, state, settled_at) VALUES ($1, $2, $3, $4, $5)",
            values![
                hint.id,
                hint.helper,
                hint.made,
                hint.state.code(),
                hint.settled
            ],
        )
        .await?;
        for end in &hint.ends {
            self.swap(
                "INSERT INTO hint_ends (hint_id, card_id, client_id, owner_id, message_id, for_owner, for_sender, told, aside_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                values![
                    hint.id,
                    end.card,
                    end.client,
                    end.owner,
                    end.message,
                    end.for_owner.as_slice(),
                    end.for_sender.as_slice(),
                    end.told,
                    end.aside
                ],
            )
            .await?;
        }
        Ok(())
    }

    /// Notes what became of a hint.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not there, or became so before.
    pub async fn settle_hint(
        &mut self,
        id: HintId,
        state: HintState,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE hints SET state = $2, settled_at = $3 WHERE id = $1 AND state <> $2",
            values![id, state.code(), now],
        )
        .await
    }

    /// The helper of one end puts a hint aside.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not theirs, or was put aside before.
    pub async fn put_hint_aside(
        &mut self,
        id: HintId,
        owner: HelperId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE hint_ends SET aside_at = $3
             WHERE hint_id = $1 AND owner_id = $2 AND told = $4 AND aside_at IS NULL",
            values![id, owner, now, true],
        )
        .await
    }

    /// Deletes the hints that were given before then and led nowhere.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_hints(&mut self, before: Timestamp) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM hints WHERE made_at < $1 AND state = 'open'",
            values![before],
        )
        .await?;
        Ok(())
    }
}
