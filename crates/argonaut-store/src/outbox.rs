//! What is to be told outside the page: put there in the transaction of the notice, claimed
//! by one node at a time. Rows say that something waits, never what it is.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{HelperId, NotificationId};
use argonaut_domain::notice::Notice;
use argonaut_domain::told::Due;
use uuid::Uuid;

use crate::db::{Read, Write, values};
use crate::error::StoreError;

argonaut_domain::words! {
    /// How something leaves the page.
    pub enum Channel {
        /// By mail.
        Mail = "mail",
        /// By push messages to devices.
        Push = "push",
    }
}

/// Something that waits to be told, with its notice where it has one and that is unread.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Which row.
    pub id: Uuid,
    /// The notice; `None` when an address is to be confirmed.
    pub notice: Option<Notice>,
    /// Whether it waits for no pause.
    pub urgent: bool,
}

/// A helper who is to be told, claimed by this node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Who.
    pub helper: HelperId,
    /// By which only this node settles it.
    pub lease: Uuid,
    /// How often it was tried, this time included.
    pub attempts: i64,
}

impl Read {
    /// Who is due to be told by a channel: first who waits longest. Others may be at some of
    /// them already; [`Write::claim_round`] decides.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn told_due(
        &mut self,
        channel: Channel,
        now: Timestamp,
        most: i64,
    ) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT o.helper_id, min(o.due_at) AS first FROM outbox o
             LEFT JOIN told_rounds r ON r.helper_id = o.helper_id AND r.channel = o.channel
             WHERE o.channel = $1 AND o.due_at <= $2
               AND (r.helper_id IS NULL OR (r.leased_until <= $2
                    AND (r.not_before <= $2 OR (o.urgent AND r.attempts = 0))))
             GROUP BY o.helper_id ORDER BY first LIMIT $3",
            values![channel.code(), now, most],
        )
        .await?
        .iter()
        .map(|row| row.id("helper_id", HelperId::from_uuid))
        .collect()
    }

    /// What of a helper's outbox is due, with the notices that are still unread.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn outbox_due(
        &mut self,
        helper: HelperId,
        channel: Channel,
        now: Timestamp,
    ) -> Result<Vec<Waiting>, StoreError> {
        self.rows(
            "SELECT o.id AS row_id, o.urgent, o.notice_id, n.kind, n.subject, n.created_at FROM outbox o
             LEFT JOIN notifications n ON n.id = o.notice_id
             WHERE o.helper_id = $1 AND o.channel = $2 AND o.due_at <= $3
               AND (o.notice_id IS NULL OR n.read_at IS NULL)
             ORDER BY o.due_at LIMIT 500",
            values![helper, channel.code(), now],
        )
        .await?
        .iter()
        .map(|row| {
            let notice = match row.maybe_id("notice_id", NotificationId::from_uuid)? {
                Some(id) => Some(Notice {
                    id,
                    to: helper,
                    kind: row.word("kind")?,
                    subject: row.get("subject")?,
                    at: row.time("created_at")?,
                    read: None,
                }),
                None => None,
            };
            Ok(Waiting {
                id: row.get("row_id")?,
                notice,
                urgent: row.get("urgent")?,
            })
        })
        .collect()
    }

    /// How many wait to be told by a channel.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn outbox_size(&mut self, channel: Channel) -> Result<i64, StoreError> {
        self.count(
            "SELECT count(*) AS n FROM outbox WHERE channel = $1",
            values![channel.code()],
        )
        .await
    }
}

impl Write {
    /// Puts a notice into the outbox of every channel that its reader has and wants; called
    /// with each notice, in its transaction.
    pub(crate) async fn put_out(&mut self, new: &Notice) -> Result<(), StoreError> {
        let found = self
            .row(
                "SELECT t.value,
                    EXISTS (SELECT 1 FROM mail_addresses a WHERE a.helper_id = $1 AND a.state = 'confirmed') AS by_mail,
                    EXISTS (SELECT 1 FROM push_devices d WHERE d.helper_id = $1) AS by_push
                 FROM tellings t WHERE t.helper_id = $1",
                values![new.to],
            )
            .await?;
        // Who has an address or a device has said how they want to be told.
        let Some(row) = found else { return Ok(()) };
        let telling: argonaut_domain::told::Telling = row.json("value")?;
        let Some(due) = telling.due(new.kind, new.at) else {
            return Ok(());
        };
        for (channel, has) in [
            (Channel::Mail, row.get::<bool>("by_mail")?),
            (Channel::Push, row.get::<bool>("by_push")?),
        ] {
            if has {
                // One row for each channel: its id follows from the notice's.
                let id = Uuid::from_u128(new.id.uuid().as_u128() ^ channel_bit(channel));
                self.put_row(id, new.to, channel, Some(new.id), due).await?;
            }
        }
        Ok(())
    }

    /// Asks for the mail that confirms an address.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn put_confirmation(
        &mut self,
        id: Uuid,
        helper: HelperId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM outbox WHERE helper_id = $1 AND notice_id IS NULL",
            values![helper],
        )
        .await?;
        let due = Due {
            at: now,
            urgent: true,
        };
        self.put_row(id, helper, Channel::Mail, None, due).await
    }

    async fn put_row(
        &mut self,
        id: Uuid,
        helper: HelperId,
        channel: Channel,
        notice: Option<NotificationId>,
        due: Due,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO outbox (id, helper_id, channel, notice_id, due_at, urgent) VALUES ($1, $2, $3, $4, $5, $6)",
            values![id, helper, channel.code(), notice, due.at, due.urgent],
        )
        .await
    }

    /// Plans anew what waits for a helper, as they want it now: `plan` says when, or that it
    /// is told in the page alone.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn plan_outbox(
        &mut self,
        helper: HelperId,
        plan: impl Fn(&Notice) -> Option<Due>,
    ) -> Result<(), StoreError> {
        let far = Timestamp::from_micros(i64::MAX);
        for channel in [Channel::Mail, Channel::Push] {
            for waiting in self.outbox_due(helper, channel, far).await? {
                let Some(notice) = &waiting.notice else {
                    continue;
                };
                match plan(notice) {
                    Some(due) => {
                        self.run(
                            "UPDATE outbox SET due_at = $2, urgent = $3 WHERE id = $1",
                            values![waiting.id, due.at, due.urgent],
                        )
                        .await?
                    }
                    None => {
                        self.run("DELETE FROM outbox WHERE id = $1", values![waiting.id])
                            .await?
                    }
                };
            }
        }
        Ok(())
    }

    /// Claims the right to tell a helper, until `until`: of several nodes that try, one gets
    /// it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn claim_round(
        &mut self,
        helper: HelperId,
        channel: Channel,
        lease: Uuid,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Option<Claimed>, StoreError> {
        self.row(
            "INSERT INTO told_rounds (helper_id, channel, lease, leased_until, not_before, attempts)
             VALUES ($1, $2, $3, $5, 0, 1)
             ON CONFLICT (helper_id, channel) DO UPDATE
               SET lease = excluded.lease, leased_until = excluded.leased_until, attempts = told_rounds.attempts + 1
               WHERE told_rounds.leased_until <= $4
                 AND (told_rounds.not_before <= $4 OR told_rounds.attempts = 0)
             RETURNING attempts",
            values![helper, channel.code(), lease, now, until],
        )
        .await?
        .map(|row| {
            Ok(Claimed {
                helper,
                lease,
                attempts: row.get("attempts")?,
            })
        })
        .transpose()
    }

    /// Ends a claim: strikes what was told off the outbox, and says from when on the next may
    /// go. Tells whether the claim still was this node's.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn settle_round(
        &mut self,
        claimed: Claimed,
        channel: Channel,
        told: &[Uuid],
        not_before: Timestamp,
    ) -> Result<bool, StoreError> {
        let mine = self
            .run(
                "UPDATE told_rounds SET leased_until = 0, not_before = $4, attempts = 0
                 WHERE helper_id = $1 AND channel = $2 AND lease = $3",
                values![claimed.helper, channel.code(), claimed.lease, not_before],
            )
            .await?
            == 1;
        if mine {
            for id in told {
                self.run("DELETE FROM outbox WHERE id = $1", values![*id])
                    .await?;
            }
            // What was read in the page meanwhile is not to be told any more.
            self.run(
                "DELETE FROM outbox WHERE helper_id = $1 AND notice_id IN
                 (SELECT id FROM notifications WHERE helper_id = $1 AND read_at IS NOT NULL)",
                values![claimed.helper],
            )
            .await?;
        }
        Ok(mine)
    }

    /// Gives a claim back: there was nothing to tell.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn release_round(
        &mut self,
        claimed: Claimed,
        channel: Channel,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let paused = self
            .row(
                "SELECT not_before FROM told_rounds WHERE helper_id = $1 AND channel = $2",
                values![claimed.helper, channel.code()],
            )
            .await?
            .map_or(Ok(now), |row| row.time("not_before"))?;
        self.settle_round(claimed, channel, &[], paused).await
    }

    /// Ends a claim without success: not before then again. A try that never reached anybody
    /// does not count.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn defer_round(
        &mut self,
        claimed: Claimed,
        channel: Channel,
        not_before: Timestamp,
        counts: bool,
    ) -> Result<bool, StoreError> {
        // An attempt less than one would let the next go at once.
        let attempts = if counts {
            claimed.attempts
        } else {
            claimed.attempts.saturating_sub(1).max(1)
        };
        Ok(self
            .run(
                "UPDATE told_rounds SET leased_until = 0, not_before = $4, attempts = $5
                 WHERE helper_id = $1 AND channel = $2 AND lease = $3",
                values![
                    claimed.helper,
                    channel.code(),
                    claimed.lease,
                    not_before,
                    attempts
                ],
            )
            .await?
            == 1)
    }

    /// Strikes everything off that waits for a helper on a channel.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn clear_outbox(
        &mut self,
        helper: HelperId,
        channel: Channel,
    ) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM outbox WHERE helper_id = $1 AND channel = $2",
            values![helper, channel.code()],
        )
        .await
        .map(drop)
    }
}

const fn channel_bit(channel: Channel) -> u128 {
    match channel {
        Channel::Mail => 0,
        Channel::Push => 1,
    }
}
