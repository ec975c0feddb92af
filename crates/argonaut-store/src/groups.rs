//! Groups, who is in them, who asks and is invited. Who sees or does what is the callers'
//! question to `domain::access`.

use argonaut_domain::access::{Granted, Viewer};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::group::{Group, GroupLink, GroupProfile, GroupRole, GroupSeat};
use argonaut_domain::ids::{GroupId, GroupLinkId, HelperId};

use crate::db::row::to_json;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A request to join, as the coordinators read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRequestRow {
    /// Into which group.
    pub group: GroupId,
    /// Who asks.
    pub helper: HelperId,
    /// What they answer, question by question.
    pub answers: Vec<GroupAnswer>,
    /// Which text of the agreement they accepted.
    pub agreed: i64,
    /// By which link they came.
    pub link: Option<GroupLinkId>,
    /// When.
    pub asked: Timestamp,
}

/// A question as it was asked, and the answer to it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct GroupAnswer {
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
}

/// An invitation of a helper into a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupInvitationRow {
    /// Into which group.
    pub group: GroupId,
    /// Who is invited.
    pub helper: HelperId,
    /// In which part.
    pub role: GroupRole,
    /// By whom.
    pub by: HelperId,
    /// When.
    pub invited: Timestamp,
    /// Until when.
    pub expires: Timestamp,
}

fn group(row: &Row) -> Result<Group, StoreError> {
    Ok(Group {
        id: row.id("id", GroupId::from_uuid)?,
        profile: GroupProfile {
            name: row.get("name")?,
            about: row.get("about")?,
            kind: row.word("kind")?,
            place: row.word("place")?,
            situations: row.json("situations")?,
            needs: row.json("needs")?,
            languages: row.json("languages")?,
            questions: row.json("questions")?,
            agreement: row.get("agreement")?,
        },
        agreement_version: row.get("agreement_version")?,
        made: row.time("made_at")?,
        closed: row.maybe_time("closed_at")?,
        version: row.get("version")?,
    })
}

fn seat(row: &Row) -> Result<GroupSeat, StoreError> {
    Ok(GroupSeat {
        group: row.id("group_id", GroupId::from_uuid)?,
        helper: row.id("helper_id", HelperId::from_uuid)?,
        role: row.word("role")?,
        agreed: row.get("is_agreed")?,
        since: row.time("since_at")?,
    })
}

fn request(row: &Row) -> Result<GroupRequestRow, StoreError> {
    Ok(GroupRequestRow {
        group: row.id("group_id", GroupId::from_uuid)?,
        helper: row.id("helper_id", HelperId::from_uuid)?,
        answers: row.json("answers")?,
        agreed: row.get("agreed")?,
        link: row.maybe_id("link_id", GroupLinkId::from_uuid)?,
        asked: row.time("asked_at")?,
    })
}

fn invitation(row: &Row) -> Result<GroupInvitationRow, StoreError> {
    Ok(GroupInvitationRow {
        group: row.id("group_id", GroupId::from_uuid)?,
        helper: row.id("helper_id", HelperId::from_uuid)?,
        role: row.word("role")?,
        by: row.id("invited_by", HelperId::from_uuid)?,
        invited: row.time("invited_at")?,
        expires: row.time("expires_at")?,
    })
}

fn link(row: &Row) -> Result<GroupLink, StoreError> {
    Ok(GroupLink {
        id: row.id("id", GroupLinkId::from_uuid)?,
        group: row.id("group_id", GroupId::from_uuid)?,
        trusted: row.get("trusted")?,
        made_by: row.id("made_by", HelperId::from_uuid)?,
        made: row.time("made_at")?,
        expires: row.time("expires_at")?,
        uses: row.get("uses")?,
        most_uses: row.get("most_uses")?,
        revoked: row.maybe_time("revoked_at")?,
    })
}

impl Read {
    /// A group.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn group(&mut self, id: GroupId) -> Result<Option<Group>, StoreError> {
        self.row("SELECT * FROM groups WHERE id = $1", values![id])
            .await?
            .as_ref()
            .map(group)
            .transpose()
    }

    /// Every group that was not closed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn groups(&mut self) -> Result<Vec<Group>, StoreError> {
        self.rows(
            "SELECT * FROM groups WHERE closed_at IS NULL ORDER BY name, id",
            values![],
        )
        .await?
        .iter()
        .map(group)
        .collect()
    }

    /// A helper's place in a group that was not closed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn group_seat(
        &mut self,
        id: GroupId,
        helper: HelperId,
    ) -> Result<Option<GroupSeat>, StoreError> {
        self.row(
            "SELECT m.*, (m.agreed >= g.agreement_version) AS is_agreed FROM group_members m
             JOIN groups g ON g.id = m.group_id
             WHERE m.group_id = $1 AND m.helper_id = $2 AND g.closed_at IS NULL",
            values![id, helper],
        )
        .await?
        .as_ref()
        .map(seat)
        .transpose()
    }

    /// Everybody in a group, coordinators first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn group_seats(&mut self, id: GroupId) -> Result<Vec<GroupSeat>, StoreError> {
        self.rows(
            "SELECT m.*, (m.agreed >= g.agreement_version) AS is_agreed FROM group_members m
             JOIN groups g ON g.id = m.group_id WHERE m.group_id = $1 AND g.closed_at IS NULL
             ORDER BY CASE m.role WHEN 'coordinator' THEN 0 WHEN 'member' THEN 1 ELSE 2 END, m.since_at, m.helper_id",
            values![id],
        )
        .await?
        .iter()
        .map(seat)
        .collect()
    }

    /// A helper's places in groups that were not closed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn groups_of(&mut self, helper: HelperId) -> Result<Vec<GroupSeat>, StoreError> {
        self.rows(
            "SELECT m.*, (m.agreed >= g.agreement_version) AS is_agreed FROM group_members m
             JOIN groups g ON g.id = m.group_id WHERE m.helper_id = $1 AND g.closed_at IS NULL
             ORDER BY g.name, m.group_id",
            values![helper],
        )
        .await?
        .iter()
        .map(seat)
        .collect()
    }

    /// Gives a viewer their groups: those among whose members they are for cards, those
    /// that they may read, and those in which they may write.
    pub(crate) async fn with_groups(
        &mut self,
        me: HelperId,
        viewer: Viewer,
    ) -> Result<Viewer, StoreError> {
        let rows = self
            .rows(
                "SELECT m.group_id, (m.agreed >= g.agreement_version AND m.role <> 'observer' AND g.kind <> 'open') AS works,
                        (m.agreed >= g.agreement_version AND m.role <> 'observer') AS writes
                 FROM group_members m JOIN groups g ON g.id = m.group_id
                 WHERE m.helper_id = $1 AND g.closed_at IS NULL",
                values![me],
            )
            .await?;
        let (mut work, mut read, mut write) = (Vec::new(), Vec::new(), Vec::new());
        for row in &rows {
            let id = row.id("group_id", GroupId::from_uuid)?;
            if row.get("works")? {
                work.push(id);
            } else {
                read.push(id);
            }
            if row.get("writes")? {
                write.push(id);
            }
        }
        Ok(viewer
            .in_groups(work)
            .reading_groups(read)
            .writing_in(write))
    }

    /// Requests to join a group, oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn group_requests(
        &mut self,
        granted: &Granted<GroupId>,
    ) -> Result<Vec<GroupRequestRow>, StoreError> {
        self.rows(
            "SELECT * FROM group_requests WHERE group_id = $1 ORDER BY asked_at, helper_id",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(request)
        .collect()
    }

    /// The groups that a helper asked to join.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn groups_asked(&mut self, helper: HelperId) -> Result<Vec<GroupId>, StoreError> {
        self.rows(
            "SELECT group_id FROM group_requests WHERE helper_id = $1 ORDER BY asked_at, group_id",
            values![helper],
        )
        .await?
        .iter()
        .map(|row| row.id("group_id", GroupId::from_uuid))
        .collect()
    }

    /// The invitations of a helper, oldest first; ended ones too.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn group_invitations_of(
        &mut self,
        helper: HelperId,
    ) -> Result<Vec<GroupInvitationRow>, StoreError> {
        self.rows(
            "SELECT i.* FROM group_invitations i JOIN groups g ON g.id = i.group_id
             WHERE i.helper_id = $1 AND g.closed_at IS NULL ORDER BY i.invited_at, i.group_id",
            values![helper],
        )
        .await?
        .iter()
        .map(invitation)
        .collect()
    }

    /// Who is invited into a group, oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn group_invitations(
        &mut self,
        granted: &Granted<GroupId>,
    ) -> Result<Vec<GroupInvitationRow>, StoreError> {
        self.rows(
            "SELECT * FROM group_invitations WHERE group_id = $1 ORDER BY invited_at, helper_id",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(invitation)
        .collect()
    }

    /// The link with this token.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn group_link(&mut self, token_hash: &[u8]) -> Result<Option<GroupLink>, StoreError> {
        self.row(
            "SELECT * FROM group_links WHERE token_hash = $1",
            values![token_hash],
        )
        .await?
        .as_ref()
        .map(link)
        .transpose()
    }

    /// The links into a group, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn group_links(
        &mut self,
        granted: &Granted<GroupId>,
    ) -> Result<Vec<GroupLink>, StoreError> {
        self.rows(
            "SELECT * FROM group_links WHERE group_id = $1 ORDER BY made_at DESC, id DESC LIMIT 50",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(link)
        .collect()
    }
}

impl Write {
    /// Holds a group until the transaction ends, so that no two acts on its members cross.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when there is no such group, or it was closed.
    pub async fn hold_group(&mut self, id: GroupId) -> Result<(), StoreError> {
        self.swap(
            "UPDATE groups SET made_at = made_at WHERE id = $1 AND closed_at IS NULL",
            values![id],
        )
        .await
    }

    /// Keeps a new group, with its maker as the coordinator.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_group(
        &mut self,
        new: &Group,
        coordinator: HelperId,
    ) -> Result<(), StoreError> {
        let profile = &new.profile;
        self.swap(
            "INSERT INTO groups (id, name, about, kind, place, situations, needs, languages, questions, agreement,
                agreement_version, made_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            values![
                new.id,
                profile.name.clone(),
                profile.about.clone(),
                profile.kind.code(),
                profile.place.to_string(),
                to_json(&profile.situations)?,
                to_json(&profile.needs)?,
                to_json(&profile.languages)?,
                to_json(&profile.questions)?,
                profile.agreement.clone(),
                new.agreement_version,
                new.made,
                new.version,
            ],
        )
        .await?;
        self.seat_in_group(
            new.id,
            coordinator,
            GroupRole::Coordinator,
            new.agreement_version,
            new.made,
        )
        .await
    }

    /// Keeps what a group says about itself. `agreement_version` is the new one.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not at `version` any more.
    pub async fn update_group(
        &mut self,
        granted: &Granted<GroupId>,
        profile: &GroupProfile,
        agreement_version: i64,
        version: i64,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE groups SET name = $3, about = $4, kind = $5, place = $6, situations = $7, needs = $8,
                languages = $9, questions = $10, agreement = $11, agreement_version = $12, version = version + 1
             WHERE id = $1 AND version = $2 AND closed_at IS NULL",
            values![
                granted.subject(),
                version,
                profile.name.clone(),
                profile.about.clone(),
                profile.kind.code(),
                profile.place.to_string(),
                to_json(&profile.situations)?,
                to_json(&profile.needs)?,
                to_json(&profile.languages)?,
                to_json(&profile.questions)?,
                profile.agreement.clone(),
                agreement_version,
            ],
        )
        .await
    }

    /// Closes a group: nobody is in it, asks, is invited or is its friend any more.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is closed already.
    pub async fn close_group(
        &mut self,
        granted: &Granted<GroupId>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let id = granted.subject();
        self.swap(
            "UPDATE groups SET closed_at = $2, version = version + 1 WHERE id = $1 AND closed_at IS NULL",
            values![id, now],
        )
        .await?;
        for sql in [
            "DELETE FROM group_members WHERE group_id = $1",
            "DELETE FROM group_requests WHERE group_id = $1",
            "DELETE FROM group_invitations WHERE group_id = $1",
            "DELETE FROM group_links WHERE group_id = $1",
            "DELETE FROM group_friends WHERE low_id = $1 OR high_id = $1",
            "DELETE FROM group_clients WHERE group_id = $1",
        ] {
            self.run(sql, values![id]).await?;
        }
        Ok(())
    }

    /// Seats somebody in a group. What they asked, and invitations of them, are answered
    /// with it.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when they are in it already.
    pub async fn seat_in_group(
        &mut self,
        id: GroupId,
        helper: HelperId,
        role: GroupRole,
        agreed: i64,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO group_members (group_id, helper_id, role, agreed, since_at) VALUES ($1, $2, $3, $4, $5)",
            values![id, helper, role.code(), agreed, now],
        )
        .await?;
        self.end_group_request(id, helper).await?;
        self.end_group_invitation(id, helper).await.map(drop)
    }

    /// Gives somebody in a group another part.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when they are not in it.
    pub async fn give_group_part(
        &mut self,
        granted: &Granted<GroupId>,
        helper: HelperId,
        role: GroupRole,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE group_members SET role = $3 WHERE group_id = $1 AND helper_id = $2",
            values![granted.subject(), helper, role.code()],
        )
        .await
    }

    /// Notes that a member accepted the agreement of this version.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when they are not in the group.
    pub async fn agree_with_group(
        &mut self,
        granted: &Granted<GroupId>,
        agreed: i64,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE group_members SET agreed = $3 WHERE group_id = $1 AND helper_id = $2",
            values![granted.subject(), granted.actor(), agreed],
        )
        .await
    }

    /// Takes somebody's place in a group away.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when they have none.
    pub async fn unseat_from_group(
        &mut self,
        granted: &Granted<GroupId>,
        helper: HelperId,
    ) -> Result<(), StoreError> {
        self.swap(
            "DELETE FROM group_members WHERE group_id = $1 AND helper_id = $2",
            values![granted.subject(), helper],
        )
        .await
    }

    /// Keeps a request to join, in place of an earlier one of the same helper.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn ask_group(&mut self, new: &GroupRequestRow) -> Result<(), StoreError> {
        self.end_group_request(new.group, new.helper).await?;
        self.swap(
            "INSERT INTO group_requests (group_id, helper_id, answers, agreed, link_id, asked_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            values![
                new.group,
                new.helper,
                to_json(&new.answers)?,
                new.agreed,
                new.link,
                new.asked
            ],
        )
        .await
    }

    /// Deletes a request with its answers. Tells whether there was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_group_request(
        &mut self,
        id: GroupId,
        helper: HelperId,
    ) -> Result<bool, StoreError> {
        let gone = self
            .run(
                "DELETE FROM group_requests WHERE group_id = $1 AND helper_id = $2",
                values![id, helper],
            )
            .await?;
        Ok(gone > 0)
    }

    /// Invites a helper, in place of an earlier invitation.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn invite_to_group(
        &mut self,
        granted: &Granted<GroupId>,
        new: &GroupInvitationRow,
    ) -> Result<(), StoreError> {
        self.end_group_invitation(granted.subject(), new.helper)
            .await?;
        self.swap(
            "INSERT INTO group_invitations (group_id, helper_id, role, invited_by, invited_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            values![
                granted.subject(),
                new.helper,
                new.role.code(),
                granted.actor(),
                new.invited,
                new.expires
            ],
        )
        .await
    }

    /// Ends an invitation. Tells whether there was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_group_invitation(
        &mut self,
        id: GroupId,
        helper: HelperId,
    ) -> Result<bool, StoreError> {
        let gone = self
            .run(
                "DELETE FROM group_invitations WHERE group_id = $1 AND helper_id = $2",
                values![id, helper],
            )
            .await?;
        Ok(gone > 0)
    }

    /// Ends the invitations between two helpers: one of them blocked the other.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end_group_invitations_between(
        &mut self,
        a: HelperId,
        b: HelperId,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM group_invitations
             WHERE (helper_id = $1 AND invited_by = $2) OR (helper_id = $2 AND invited_by = $1)",
            values![a, b],
        )
        .await
        .map(drop)
    }

    /// Keeps a new link under the hash of its token.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_group_link(
        &mut self,
        granted: &Granted<GroupId>,
        new: &GroupLink,
        token_hash: &[u8],
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO group_links (id, group_id, token_hash, trusted, made_by, made_at, expires_at, uses, most_uses)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![
                new.id,
                granted.subject(),
                token_hash,
                new.trusted,
                granted.actor(),
                new.made,
                new.expires,
                new.uses,
                new.most_uses
            ],
        )
        .await
    }

    /// Counts one use of a link.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it cannot be used any more.
    pub async fn use_group_link(
        &mut self,
        id: GroupLinkId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE group_links SET uses = uses + 1
             WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2 AND uses < most_uses",
            values![id, now],
        )
        .await
    }

    /// Takes a link back.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when there is none, or it was taken back already.
    pub async fn revoke_group_link(
        &mut self,
        granted: &Granted<GroupId>,
        id: GroupLinkId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE group_links SET revoked_at = $3 WHERE id = $1 AND group_id = $2 AND revoked_at IS NULL",
            values![id, granted.subject(), now],
        )
        .await
    }

    /// Takes back every link that somebody made into a group: they may not invite any more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn revoke_group_links_by(
        &mut self,
        id: GroupId,
        maker: HelperId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "UPDATE group_links SET revoked_at = $3 WHERE group_id = $1 AND made_by = $2 AND revoked_at IS NULL",
            values![id, maker, now],
        )
        .await?;
        self.run(
            "DELETE FROM group_invitations WHERE group_id = $1 AND invited_by = $2",
            values![id, maker],
        )
        .await
        .map(drop)
    }
}
