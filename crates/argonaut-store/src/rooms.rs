//! What lies in the room of a match beside its state: the first meeting, what is shown of a
//! client before the decision, and who could stand in.

use argonaut_domain::access::Granted;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, ConsentId, HelperId, MatchId};
use argonaut_domain::introduction::MeetingWhen;
use uuid::Uuid;

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A meeting: when, and the rest sealed to the two helpers.
#[derive(Clone, Debug)]
pub struct MeetingRow {
    /// Of which match.
    pub joint: MatchId,
    /// Which: each change is sealed under an id of its own.
    pub id: Uuid,
    /// Who wrote it last.
    pub maker: HelperId,
    /// When.
    pub when: MeetingWhen,
    /// Sealed to the other helper.
    pub for_recipient: Vec<u8>,
    /// Sealed for the writer's own reading.
    pub for_sender: Vec<u8>,
    /// When it was written.
    pub made: Timestamp,
}

/// Something shown before the decision, sealed.
#[derive(Clone, Debug)]
pub struct DetailRow {
    /// Which.
    pub id: Uuid,
    /// Who shows it.
    pub sender: HelperId,
    /// Under which consent.
    pub consent: ConsentId,
    /// Sealed to the other helper.
    pub for_recipient: Vec<u8>,
    /// Sealed for the sender's own reading.
    pub for_sender: Vec<u8>,
    /// When.
    pub created: Timestamp,
}

fn meeting(row: &Row) -> Result<MeetingRow, StoreError> {
    Ok(MeetingRow {
        joint: row.id("match_id", MatchId::from_uuid)?,
        id: row.get("id")?,
        maker: row.id("maker_id", HelperId::from_uuid)?,
        when: MeetingWhen {
            starts: row.time("starts_at")?,
            minutes: row.get("minutes")?,
            zone: row.get("zone")?,
        },
        for_recipient: row.get("for_recipient")?,
        for_sender: row.get("for_sender")?,
        made: row.time("made_at")?,
    })
}

impl Read {
    /// The meeting of a match.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn meeting(
        &mut self,
        granted: &Granted<MatchId>,
    ) -> Result<Option<MeetingRow>, StoreError> {
        self.row(
            "SELECT * FROM meetings WHERE match_id = $1",
            values![granted.subject()],
        )
        .await?
        .as_ref()
        .map(meeting)
        .transpose()
    }

    /// Meetings that begin between the two moments, of which nobody was reminded.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn meetings_soon(
        &mut self,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<MeetingRow>, StoreError> {
        self.rows(
            "SELECT * FROM meetings WHERE starts_at >= $1 AND starts_at <= $2 AND reminded = $3
             ORDER BY starts_at, match_id LIMIT 500",
            values![from, until, false],
        )
        .await?
        .iter()
        .map(meeting)
        .collect()
    }

    /// What the two helpers show each other, while the consents behind it hold.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn match_details(
        &mut self,
        granted: &Granted<MatchId>,
        now: Timestamp,
    ) -> Result<Vec<DetailRow>, StoreError> {
        self.rows(
            "SELECT d.* FROM match_details d JOIN consents c ON c.id = d.consent_id
             WHERE d.match_id = $1 AND c.withdrawn_at IS NULL AND c.expires_at > $2
             ORDER BY d.created_at",
            values![granted.subject(), now],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(DetailRow {
                id: row.get("id")?,
                sender: row.id("sender_id", HelperId::from_uuid)?,
                consent: row.id("consent_id", ConsentId::from_uuid)?,
                for_recipient: row.get("for_recipient")?,
                for_sender: row.get("for_sender")?,
                created: row.time("created_at")?,
            })
        })
        .collect()
    }

    /// Who answers for a client besides: those who could stand in for a helper. Their names
    /// are told to nobody by this.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn who_answers_for(&mut self, client: ClientId) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT helper_id FROM circle WHERE client_id = $1 AND role IN ('lead', 'deputy')
             ORDER BY helper_id",
            values![client],
        )
        .await?
        .iter()
        .map(|row| row.id("helper_id", HelperId::from_uuid))
        .collect()
    }
}

impl Write {
    /// Keeps the meeting of a match, in place of an earlier one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn set_meeting(
        &mut self,
        granted: &Granted<MatchId>,
        new: &MeetingRow,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO meetings (match_id, id, maker_id, starts_at, minutes, zone, for_recipient, for_sender,
                made_at, reminded)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (match_id) DO UPDATE SET id = excluded.id, maker_id = excluded.maker_id,
                starts_at = excluded.starts_at, minutes = excluded.minutes, zone = excluded.zone,
                for_recipient = excluded.for_recipient, for_sender = excluded.for_sender,
                made_at = excluded.made_at, reminded = excluded.reminded",
            values![
                granted.subject(),
                new.id,
                new.maker,
                new.when.starts,
                new.when.minutes,
                new.when.zone.as_str(),
                new.for_recipient.clone(),
                new.for_sender.clone(),
                new.made,
                false,
            ],
        )
        .await
    }

    /// Deletes the meeting of a match. Whether there was one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn drop_meeting(&mut self, id: MatchId) -> Result<bool, StoreError> {
        let gone = self.run("DELETE FROM meetings WHERE match_id = $1", values![id]);
        Ok(gone.await? > 0)
    }

    /// Notes that it was reminded of; [`StoreError::Stale`] when another node did.
    ///
    /// # Errors
    /// As said.
    pub async fn meeting_reminded(&mut self, of: &MeetingRow) -> Result<(), StoreError> {
        self.swap(
            "UPDATE meetings SET reminded = $3 WHERE match_id = $1 AND id = $2 AND reminded = $4",
            values![of.joint, of.id, true, false],
        )
        .await
    }

    /// Keeps what a helper shows before the decision, in place of what they showed before.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn set_match_detail(
        &mut self,
        granted: &Granted<MatchId>,
        new: &DetailRow,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO match_details (match_id, sender_id, id, consent_id, for_recipient, for_sender, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (match_id, sender_id) DO UPDATE SET id = excluded.id,
                consent_id = excluded.consent_id, for_recipient = excluded.for_recipient,
                for_sender = excluded.for_sender, created_at = excluded.created_at",
            values![
                granted.subject(),
                new.sender,
                new.id,
                new.consent,
                new.for_recipient.clone(),
                new.for_sender.clone(),
                new.created,
            ],
        )
        .await
    }

    /// Takes back what one helper showed, or both with `None`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn drop_match_details(
        &mut self,
        id: MatchId,
        of: Option<HelperId>,
    ) -> Result<(), StoreError> {
        let sql = match of {
            Some(_) => "DELETE FROM match_details WHERE match_id = $1 AND sender_id = $2",
            None => "DELETE FROM match_details WHERE match_id = $1 OR match_id = $2",
        };
        let second = of.map_or_else(|| id.uuid(), HelperId::uuid);
        self.run(sql, values![id, second]).await?;
        Ok(())
    }
}
