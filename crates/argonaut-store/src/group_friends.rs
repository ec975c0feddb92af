//! Which groups are friends, asked by one and accepted by the other.

use argonaut_domain::access::Granted;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{GroupId, HelperId};

use crate::db::{Read, Write, values};
use crate::error::StoreError;

/// What stands between a group and another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupFriendRow {
    /// The other group.
    pub other: GroupId,
    /// Which of the two asked.
    pub asked_by: GroupId,
    /// Whether the other accepted.
    pub accepted: bool,
}

fn ordered(a: GroupId, b: GroupId) -> (GroupId, GroupId) {
    if a < b { (a, b) } else { (b, a) }
}

impl Read {
    /// What stands between a group and others that were not closed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn group_friends(&mut self, id: GroupId) -> Result<Vec<GroupFriendRow>, StoreError> {
        self.rows(
            "SELECT f.* FROM group_friends f
             JOIN groups g ON g.id = CASE WHEN f.low_id = $1 THEN f.high_id ELSE f.low_id END
             WHERE (f.low_id = $1 OR f.high_id = $1) AND g.closed_at IS NULL
             ORDER BY g.name, g.id",
            values![id],
        )
        .await?
        .iter()
        .map(|row| {
            let low = row.id("low_id", GroupId::from_uuid)?;
            let high = row.id("high_id", GroupId::from_uuid)?;
            Ok(GroupFriendRow {
                other: if low == id { high } else { low },
                asked_by: row.id("asked_by", GroupId::from_uuid)?,
                accepted: row.get("accepted")?,
            })
        })
        .collect()
    }

    /// Each group of a helper with each of its friends, for groups that were not closed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn friends_of_groups_of(
        &mut self,
        helper: HelperId,
    ) -> Result<Vec<(GroupId, GroupId)>, StoreError> {
        self.rows(
            "SELECT m.group_id, CASE WHEN f.low_id = m.group_id THEN f.high_id ELSE f.low_id END AS other_id
             FROM group_members m JOIN group_friends f ON f.low_id = m.group_id OR f.high_id = m.group_id
             JOIN groups g ON g.id = f.low_id JOIN groups h ON h.id = f.high_id
             WHERE m.helper_id = $1 AND f.accepted AND g.closed_at IS NULL AND h.closed_at IS NULL",
            values![helper],
        )
        .await?
        .iter()
        .map(|row| {
            Ok((
                row.id("group_id", GroupId::from_uuid)?,
                row.id("other_id", GroupId::from_uuid)?,
            ))
        })
        .collect()
    }
}

impl Write {
    /// Asks another group to be a friend.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it was asked before.
    pub async fn ask_group_friend(
        &mut self,
        granted: &Granted<GroupId>,
        other: GroupId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (low, high) = ordered(granted.subject(), other);
        self.swap(
            "INSERT INTO group_friends (low_id, high_id, asked_by, accepted, asked_at) VALUES ($1, $2, $3, $4, $5)",
            values![low, high, granted.subject(), false, now],
        )
        .await
    }

    /// Accepts what the other group asked.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when nothing is asked any more.
    pub async fn accept_group_friend(
        &mut self,
        granted: &Granted<GroupId>,
        other: GroupId,
    ) -> Result<(), StoreError> {
        let (low, high) = ordered(granted.subject(), other);
        self.swap(
            "UPDATE group_friends SET accepted = $4
             WHERE low_id = $1 AND high_id = $2 AND asked_by = $3 AND accepted <> $4",
            values![low, high, other, true],
        )
        .await
    }

    /// Ends what stands between two groups.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when nothing does.
    pub async fn end_group_friend(
        &mut self,
        granted: &Granted<GroupId>,
        other: GroupId,
    ) -> Result<(), StoreError> {
        let (low, high) = ordered(granted.subject(), other);
        self.swap(
            "DELETE FROM group_friends WHERE low_id = $1 AND high_id = $2",
            values![low, high],
        )
        .await
    }

    /// Ends what stands between a group and every other.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_group_friends(
        &mut self,
        granted: &Granted<GroupId>,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM group_friends WHERE low_id = $1 OR high_id = $1",
            values![granted.subject()],
        )
        .await
        .map(drop)
    }
}
