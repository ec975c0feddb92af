//! Circles: the seats that open a client's record, offered, taken, given up; and the
//! change of the record's key when somebody goes.

use argonaut_domain::access::{CircleRole, Granted, Membership, OfferedSeat};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::ids::{ClientId, GroupId, HandoverId, HelperId, SeatOfferId};

use crate::changes::ChangeKind;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A seat in a circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatRow {
    /// Whose, and in which part.
    pub membership: Membership,
    /// Since when.
    pub since: Timestamp,
    /// How the client agreed to it; `None` for whoever recorded the client.
    pub agreed: Option<ConsentMethod>,
    /// Whether it holds the present key. Otherwise the helper cannot open the record
    /// at present: their key was not the known one when the record's was changed.
    pub current: bool,
}

/// A seat that was offered, with the record's key wrapped for whom it is offered to.
#[derive(Clone, Debug)]
pub struct SeatOffer {
    /// Which.
    pub id: SeatOfferId,
    /// What is offered, by whom, to whom, until when.
    pub seat: OfferedSeat,
    /// What a lead who hands over becomes; `None` when they leave the circle.
    pub stays: Option<CircleRole>,
    /// How the client agreed.
    pub agreed: ConsentMethod,
    /// With which other offers it was made, when a whole caseload is handed over.
    pub handover: Option<HandoverId>,
    /// Which data key is wrapped.
    pub epoch: i64,
    /// The data key, wrapped by the one who offers for whom it is offered to.
    pub wrapped_key: Vec<u8>,
    /// When it was offered.
    pub offered: Timestamp,
    /// Through which group, when the client is shared with one.
    pub group: Option<GroupId>,
}

fn word<T: std::str::FromStr>(row: &Row, column: &str) -> Result<Option<T>, StoreError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| {
        text.parse()
            .map_err(|_| StoreError::Damaged(format!("{column} holds an unknown word")))
    })
    .transpose()
}

fn seat(client: ClientId, row: &Row) -> Result<SeatRow, StoreError> {
    Ok(SeatRow {
        membership: Membership {
            client,
            helper: row.id("helper_id", HelperId::from_uuid)?,
            role: row.word("role")?,
        },
        since: row.time("since_at")?,
        agreed: word(row, "agreed")?,
        current: row.get("holds")?,
    })
}

fn offer(row: &Row) -> Result<SeatOffer, StoreError> {
    Ok(SeatOffer {
        id: row.id("id", SeatOfferId::from_uuid)?,
        seat: OfferedSeat {
            client: row.id("client_id", ClientId::from_uuid)?,
            from: row.id("from_id", HelperId::from_uuid)?,
            to: row.id("to_id", HelperId::from_uuid)?,
            role: row.word("role")?,
            expires: row.time("expires_at")?,
        },
        stays: word(row, "stays")?,
        agreed: row.word("agreed")?,
        handover: row.maybe_id("handover_id", HandoverId::from_uuid)?,
        epoch: row.get("epoch")?,
        wrapped_key: row.get("wrapped_key")?,
        offered: row.time("offered_at")?,
        group: row.maybe_id("group_id", GroupId::from_uuid)?,
    })
}

impl Read {
    /// The seats of a client's circle, the lead first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn seats(&mut self, granted: &Granted<ClientId>) -> Result<Vec<SeatRow>, StoreError> {
        self.rows(
            "SELECT m.helper_id, m.role, m.since_at, m.agreed, (m.epoch = c.epoch) AS holds
             FROM circle m JOIN clients c ON c.id = m.client_id WHERE m.client_id = $1
             ORDER BY CASE m.role WHEN 'lead' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END, m.since_at, m.helper_id",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(|row| seat(granted.subject(), row))
        .collect()
    }

    /// The seats of a client's circle that are offered to somebody, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn seat_offers(
        &mut self,
        granted: &Granted<ClientId>,
    ) -> Result<Vec<SeatOffer>, StoreError> {
        self.rows(
            "SELECT * FROM seat_offers WHERE client_id = $1 ORDER BY offered_at DESC, id DESC",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(offer)
        .collect()
    }

    /// The seats that are offered to a helper, or by one with `by`, oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn offered_seats(
        &mut self,
        helper: HelperId,
        by: bool,
    ) -> Result<Vec<SeatOffer>, StoreError> {
        let sql = if by {
            "SELECT * FROM seat_offers WHERE from_id = $1 ORDER BY offered_at, id"
        } else {
            "SELECT * FROM seat_offers WHERE to_id = $1 ORDER BY offered_at, id"
        };
        self.rows(sql, values![helper])
            .await?
            .iter()
            .map(offer)
            .collect()
    }

    /// An offered seat, and who leads the record now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn seat_offer(
        &mut self,
        id: SeatOfferId,
    ) -> Result<Option<(SeatOffer, Option<HelperId>)>, StoreError> {
        let sql = "SELECT o.*, m.helper_id AS lead_id FROM seat_offers o
             LEFT JOIN circle m ON m.client_id = o.client_id AND m.role = 'lead' WHERE o.id = $1";
        match self.row(sql, values![id]).await? {
            Some(row) => Ok(Some((
                offer(&row)?,
                row.maybe_id("lead_id", HelperId::from_uuid)?,
            ))),
            None => Ok(None),
        }
    }
}

impl Write {
    /// Offers a seat; an older offer to the same helper goes.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn offer_seat(
        &mut self,
        granted: &Granted<ClientId>,
        new: &SeatOffer,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM seat_offers WHERE client_id = $1 AND to_id = $2",
            values![granted.subject(), new.seat.to],
        )
        .await?;
        self.swap(
            "INSERT INTO seat_offers (id, client_id, from_id, to_id, role, stays, agreed, handover_id, epoch,
                wrapped_key, offered_at, expires_at, group_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            values![
                new.id,
                granted.subject(),
                new.seat.from,
                new.seat.to,
                new.seat.role.code(),
                new.stays.map(CircleRole::code),
                new.agreed.code(),
                new.handover,
                new.epoch,
                new.wrapped_key.clone(),
                new.offered,
                new.seat.expires,
                new.group,
            ],
        )
        .await
    }

    /// Wraps an offered seat's key anew, since the record's was changed.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is gone.
    pub async fn rewrap_offer(
        &mut self,
        granted: &Granted<ClientId>,
        id: SeatOfferId,
        epoch: i64,
        wrapped_key: &[u8],
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE seat_offers SET epoch = $3, wrapped_key = $4 WHERE id = $1 AND client_id = $2",
            values![id, granted.subject(), epoch, wrapped_key],
        )
        .await
    }

    /// Ends an offer: taken, declined or taken back. `helper` is one of its two.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is gone, or not theirs.
    pub async fn end_offer(&mut self, id: SeatOfferId, helper: HelperId) -> Result<(), StoreError> {
        self.swap(
            "DELETE FROM seat_offers WHERE id = $1 AND (from_id = $2 OR to_id = $2)",
            values![id, helper],
        )
        .await
    }

    /// Ends every offer that somebody made for a record whom it no longer becomes.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_offers_by(
        &mut self,
        granted: &Granted<ClientId>,
        helper: HelperId,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM seat_offers WHERE client_id = $1 AND from_id = $2",
            values![granted.subject(), helper],
        )
        .await
        .map(drop)
    }

    /// Ends every offer between two helpers: one of them blocked the other.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_offers_between(&mut self, a: HelperId, b: HelperId) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM seat_offers WHERE (from_id = $1 AND to_id = $2) OR (from_id = $2 AND to_id = $1)",
            values![a, b],
        )
        .await
        .map(drop)
    }

    /// Seats the actor in the circle, or gives them this part where they have a seat.
    /// The key is wrapped by themselves.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when there is a lead already.
    pub async fn take_seat(
        &mut self,
        granted: &Granted<ClientId>,
        role: CircleRole,
        agreed: Option<ConsentMethod>,
        (epoch, wrapped_key): (i64, &[u8]),
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO circle (client_id, helper_id, role, epoch, wrapped_key, wrapped_by, since_at, agreed)
             VALUES ($1, $2, $3, $4, $5, $2, $6, $7)
             ON CONFLICT (client_id, helper_id) DO UPDATE SET role = $3, epoch = $4, wrapped_key = $5, wrapped_by = $2",
            values![
                granted.subject(),
                granted.actor(),
                role.code(),
                epoch,
                wrapped_key,
                now,
                agreed.map(ConsentMethod::code),
            ],
        )
        .await
    }

    /// Gives somebody's seat another part.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when they do not have the part `from`.
    pub async fn give_part(
        &mut self,
        granted: &Granted<ClientId>,
        helper: HelperId,
        from: CircleRole,
        to: CircleRole,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE circle SET role = $4 WHERE client_id = $1 AND helper_id = $2 AND role = $3",
            values![granted.subject(), helper, from.code(), to.code()],
        )
        .await
    }

    /// Takes a seat away, with the wrap in it.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when there is none.
    pub async fn end_seat(
        &mut self,
        granted: &Granted<ClientId>,
        helper: HelperId,
    ) -> Result<(), StoreError> {
        self.swap(
            "DELETE FROM circle WHERE client_id = $1 AND helper_id = $2",
            values![granted.subject(), helper],
        )
        .await
    }

    /// Keeps a wrap of the data key for a seat.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the seat is gone.
    pub async fn wrap_seat(
        &mut self,
        granted: &Granted<ClientId>,
        helper: HelperId,
        epoch: i64,
        wrapped_key: &[u8],
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE circle SET epoch = $3, wrapped_key = $4, wrapped_by = $5
             WHERE client_id = $1 AND helper_id = $2",
            values![
                granted.subject(),
                helper,
                epoch,
                wrapped_key,
                granted.actor()
            ],
        )
        .await
    }

    /// Replaces a wrap that somebody made for this helper by the helper's own. Tells
    /// whether it was still the one that was opened.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn settle_seat(
        &mut self,
        helper: HelperId,
        client: ClientId,
        epoch: i64,
        opened: &[u8],
        own: &[u8],
    ) -> Result<bool, StoreError> {
        let settled = self
            .run(
                "UPDATE circle SET wrapped_key = $5, wrapped_by = $1
                 WHERE helper_id = $1 AND client_id = $2 AND epoch = $3 AND wrapped_key = $4",
                values![helper, client, epoch, opened, own],
            )
            .await?;
        Ok(settled == 1)
    }

    /// Keeps a record under a new data key, at this epoch and version.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not at `version` any more.
    pub async fn rotate_client(
        &mut self,
        granted: &Granted<ClientId>,
        version: i64,
        (new_epoch, new_version): (i64, i64),
        sealed: &[u8],
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE clients SET sealed = $3, epoch = $4, version = $5, rotation_due = $6
             WHERE id = $1 AND version = $2",
            values![
                granted.subject(),
                version,
                sealed,
                new_epoch,
                new_version,
                false
            ],
        )
        .await
    }

    /// Notes that a record's key has to be changed: somebody left.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn mark_rotation_due(
        &mut self,
        granted: &Granted<ClientId>,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE clients SET rotation_due = $2 WHERE id = $1",
            values![granted.subject(), true],
        )
        .await
    }

    /// Puts another helper of the circle behind the card on show.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn pass_cards_on(
        &mut self,
        granted: &Granted<ClientId>,
        from: HelperId,
        to: HelperId,
    ) -> Result<(), StoreError> {
        let passed = self
            .rows(
                "UPDATE cards SET owner_id = $3, version = version + 1
                 WHERE client_id = $1 AND owner_id = $2 RETURNING id",
                values![granted.subject(), from, to],
            )
            .await?;
        for row in &passed {
            self.changed(ChangeKind::Card, row.get("id")?).await?;
        }
        Ok(())
    }
}
