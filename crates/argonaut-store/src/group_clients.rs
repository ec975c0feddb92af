//! Clients who are shared with a group, the seats that its members have through it, and
//! the cards that are for groups.

use argonaut_domain::access::{CircleRole, Granted, SeatByGroup};
use argonaut_domain::card::Audience;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::ids::{CardId, ClientId, GroupId, HelperId, SeatOfferId};

use crate::changes::ChangeKind;
use crate::db::row::to_json;
use crate::db::{Read, Write, values};
use crate::error::StoreError;

/// A client's sharing with a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedRow {
    /// With which group.
    pub group: GroupId,
    /// Which client.
    pub client: ClientId,
    /// In which part its members get seats.
    pub role: CircleRole,
    /// How the client agreed.
    pub agreed: ConsentMethod,
    /// Since when.
    pub since: Timestamp,
    /// Until when members who joined were offered seats.
    pub offered: Timestamp,
    /// Who leads the record.
    pub lead: Option<HelperId>,
}

fn shared(row: &crate::db::Row) -> Result<SharedRow, StoreError> {
    Ok(SharedRow {
        group: row.id("group_id", GroupId::from_uuid)?,
        client: row.id("client_id", ClientId::from_uuid)?,
        role: row.word("role")?,
        agreed: row.word("agreed")?,
        since: row.time("shared_at")?,
        offered: row.time("offered_at")?,
        lead: row.maybe_id("lead_id", HelperId::from_uuid)?,
    })
}

impl Read {
    /// The groups with which a client is shared.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn shared_with(
        &mut self,
        granted: &Granted<ClientId>,
    ) -> Result<Vec<SharedRow>, StoreError> {
        self.rows(
            "SELECT s.*, m.helper_id AS lead_id FROM group_clients s
             LEFT JOIN circle m ON m.client_id = s.client_id AND m.role = 'lead'
             WHERE s.client_id = $1 ORDER BY s.shared_at, s.group_id",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(shared)
        .collect()
    }

    /// The clients who are shared with a group.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn shared_clients(&mut self, group: GroupId) -> Result<Vec<SharedRow>, StoreError> {
        self.rows(
            "SELECT s.*, m.helper_id AS lead_id FROM group_clients s
             LEFT JOIN circle m ON m.client_id = s.client_id AND m.role = 'lead'
             WHERE s.group_id = $1 ORDER BY s.shared_at, s.client_id",
            values![group],
        )
        .await?
        .iter()
        .map(shared)
        .collect()
    }

    /// The seats that somebody has through a group, everybody's for `None`, each with who
    /// leads the record. A lead's own seat is none of them.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn seats_by_group(
        &mut self,
        group: GroupId,
        helper: Option<HelperId>,
    ) -> Result<Vec<(SeatByGroup, Option<HelperId>)>, StoreError> {
        self.rows(
            "SELECT c.client_id, c.helper_id, l.helper_id AS lead_id FROM circle c
             LEFT JOIN circle l ON l.client_id = c.client_id AND l.role = 'lead'
             WHERE c.group_id = $1 AND c.role <> 'lead' AND ($3 OR c.helper_id = $2)
             ORDER BY c.client_id, c.helper_id",
            values![
                group,
                helper.unwrap_or(HelperId::from_uuid(uuid::Uuid::nil())),
                helper.is_none()
            ],
        )
        .await?
        .iter()
        .map(|row| {
            let seat = SeatByGroup {
                client: row.id("client_id", ClientId::from_uuid)?,
                helper: row.id("helper_id", HelperId::from_uuid)?,
                group,
            };
            Ok((seat, row.maybe_id("lead_id", HelperId::from_uuid)?))
        })
        .collect()
    }

    /// The cards on show that a helper answers for and that are for groups.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn cards_for_groups(
        &mut self,
        owner: HelperId,
    ) -> Result<Vec<(CardId, ClientId, Vec<GroupId>)>, StoreError> {
        let rows = self
            .rows(
                "SELECT id, client_id, audience FROM cards WHERE owner_id = $1 AND status = 'published' ORDER BY id",
                values![owner],
            )
            .await?;
        let mut found = Vec::new();
        for row in &rows {
            if let Audience::Groups(groups) = row.json("audience")? {
                found.push((
                    row.id("id", CardId::from_uuid)?,
                    row.id("client_id", ClientId::from_uuid)?,
                    groups,
                ));
            }
        }
        Ok(found)
    }
}

impl Write {
    /// Notes that a client is shared with a group.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn share_client(
        &mut self,
        granted: &Granted<ClientId>,
        group: GroupId,
        role: CircleRole,
        agreed: ConsentMethod,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO group_clients (group_id, client_id, role, agreed, shared_at, offered_at)
             VALUES ($1, $2, $3, $4, $5, $5)
             ON CONFLICT (group_id, client_id) DO UPDATE SET role = $3, agreed = $4, offered_at = $5",
            values![group, granted.subject(), role.code(), agreed.code(), now],
        )
        .await
    }

    /// Notes that a client is not shared with a group any more.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when they are not.
    pub async fn unshare_client(
        &mut self,
        granted: &Granted<ClientId>,
        group: GroupId,
    ) -> Result<(), StoreError> {
        self.swap(
            "DELETE FROM group_clients WHERE group_id = $1 AND client_id = $2",
            values![group, granted.subject()],
        )
        .await
    }

    /// Ends sharing with groups of which the lead is no member any more, for one lead.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn unshare_clients_of(
        &mut self,
        group: GroupId,
        lead: HelperId,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM group_clients WHERE group_id = $1 AND client_id IN
                (SELECT client_id FROM circle WHERE helper_id = $2 AND role = 'lead')",
            values![group, lead],
        )
        .await
        .map(drop)
    }

    /// Notes that no client is shared with a group any more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn unshare_all_clients(
        &mut self,
        granted: &Granted<GroupId>,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM group_clients WHERE group_id = $1",
            values![granted.subject()],
        )
        .await
        .map(drop)
    }

    /// Notes through which group a seat is offered.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the offer is gone.
    pub async fn offer_by_group(
        &mut self,
        id: SeatOfferId,
        group: GroupId,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE seat_offers SET group_id = $2 WHERE id = $1",
            values![id, group],
        )
        .await
    }

    /// The actor's seat comes through this group, or through none.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when they have no seat.
    pub async fn seat_by_group(
        &mut self,
        granted: &Granted<ClientId>,
        group: Option<GroupId>,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE circle SET group_id = $3 WHERE client_id = $1 AND helper_id = $2",
            values![granted.subject(), granted.actor(), group],
        )
        .await
    }

    /// Ends the offers of seats that were made through a group: to one helper, or by one
    /// who leads; all of the group for `None`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_offers_by_group(
        &mut self,
        group: GroupId,
        helper: Option<HelperId>,
        client: Option<ClientId>,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM seat_offers WHERE group_id = $1 AND ($3 OR from_id = $2 OR to_id = $2)
                AND ($5 OR client_id = $4)",
            values![
                group,
                helper.unwrap_or(HelperId::from_uuid(uuid::Uuid::nil())),
                helper.is_none(),
                client.unwrap_or(ClientId::from_uuid(uuid::Uuid::nil())),
                client.is_none()
            ],
        )
        .await
        .map(drop)
    }

    /// Lets fewer groups see a card on show.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not on show any more.
    pub async fn narrow_card(&mut self, id: CardId, groups: &[GroupId]) -> Result<(), StoreError> {
        self.swap(
            "UPDATE cards SET audience = $2, version = version + 1 WHERE id = $1 AND status = 'published'",
            values![id, to_json(&Audience::Groups(groups.to_vec()))?],
        )
        .await?;
        self.changed(ChangeKind::Card, id.uuid()).await
    }
}
