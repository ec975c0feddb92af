//! Clients' links, what clients ask through them, and how often codes were
//! tried. Tokens and codes are known here by their hashes alone.

use argonaut_domain::access::Granted;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, HelperId, LinkId, MatchId, RequestId};
use argonaut_domain::link::{ClientLink, ClientRequest, LinkAnswer};

use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A link with what is sealed in it.
#[derive(Clone, Debug)]
pub struct LinkRow {
    /// The link.
    pub link: ClientLink,
    /// The token, sealed under the printed code. Empty once the link has ended.
    pub under_code: Vec<u8>,
    /// Token and code, sealed for the helper who made it.
    pub for_maker: Vec<u8>,
    /// What its page shows, sealed under the token. Empty once the link has ended.
    pub shown: Vec<u8>,
}

/// Which links of a client are ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinksToEnd {
    /// Every one.
    All,
    /// Those that ask for something; what the client may see, they may go on seeing.
    Asking,
    /// Those about one introduction.
    OfMatch(MatchId),
}

/// The two hashes by which a link is found.
#[derive(Clone, Debug)]
pub struct LinkHashes {
    /// Of the token.
    pub token: Vec<u8>,
    /// Of the code.
    pub code: Vec<u8>,
}

/// A request with its sealed words.
#[derive(Clone, Debug)]
pub struct ClientRequestRow {
    /// The request.
    pub request: ClientRequest,
    /// The client's words, sealed under the link's token.
    pub words: Vec<u8>,
}

fn link(row: &Row) -> Result<LinkRow, StoreError> {
    let answer = match (
        row.get::<Option<String>>("answer")?,
        row.maybe_time("answered_at")?,
    ) {
        (Some(code), Some(at)) => {
            let answer = LinkAnswer::parse(&code)
                .ok_or_else(|| StoreError::Damaged("answer holds an unknown word".to_owned()))?;
            Some((answer, at))
        }
        (None | Some(_), _) => None,
    };
    Ok(LinkRow {
        link: ClientLink {
            id: row.id("id", LinkId::from_uuid)?,
            client: row.id("client_id", ClientId::from_uuid)?,
            introduction: row.maybe_id("match_id", MatchId::from_uuid)?,
            made_by: row.id("made_by", HelperId::from_uuid)?,
            purpose: row.word("purpose")?,
            language: row.word("language")?,
            made: row.time("made_at")?,
            ends: row.time("ends_at")?,
            revoked: row.maybe_time("revoked_at")?,
            opened: row.maybe_time("opened_at")?,
            answer,
            acts: row.get("acts")?,
        },
        under_code: row.get("under_code")?,
        for_maker: row.get("for_maker")?,
        shown: row.get("shown")?,
    })
}

impl Read {
    /// The link behind a token; its holder is whoever knows the token.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn link_by_token(&mut self, hash: &[u8]) -> Result<Option<LinkRow>, StoreError> {
        self.row(
            "SELECT * FROM client_links WHERE token_hash = $1",
            values![hash],
        )
        .await?
        .as_ref()
        .map(link)
        .transpose()
    }

    /// The link behind a printed code.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn link_by_code(&mut self, hash: &[u8]) -> Result<Option<LinkRow>, StoreError> {
        self.row(
            "SELECT * FROM client_links WHERE code_hash = $1",
            values![hash],
        )
        .await?
        .as_ref()
        .map(link)
        .transpose()
    }

    /// Every link of a client, latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn links(&mut self, granted: &Granted<ClientId>) -> Result<Vec<LinkRow>, StoreError> {
        self.rows(
            "SELECT * FROM client_links WHERE client_id = $1 ORDER BY made_at DESC, id DESC LIMIT 200",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(link)
        .collect()
    }

    /// The clients of this caseload who asked for something that waits, the
    /// longest waiting first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn asking_clients(&mut self, helper: HelperId) -> Result<Vec<ClientId>, StoreError> {
        self.rows(
            "SELECT r.client_id, min(r.made_at) AS first_at FROM client_requests r
             JOIN circle m ON m.client_id = r.client_id
             WHERE m.helper_id = $1 AND r.done_at IS NULL GROUP BY r.client_id ORDER BY first_at LIMIT 50",
            values![helper],
        )
        .await?
        .iter()
        .map(|row| row.id("client_id", ClientId::from_uuid))
        .collect()
    }

    /// What a client asked for and nobody has dealt with yet, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn client_requests(
        &mut self,
        granted: &Granted<ClientId>,
    ) -> Result<Vec<ClientRequestRow>, StoreError> {
        self.rows(
            "SELECT * FROM client_requests WHERE client_id = $1 AND done_at IS NULL ORDER BY made_at, id",
            values![granted.subject()],
        )
        .await?
        .iter()
        .map(|row| {
            Ok(ClientRequestRow {
                request: ClientRequest {
                    id: row.id("id", RequestId::from_uuid)?,
                    link: row.id("link_id", LinkId::from_uuid)?,
                    kind: row.word("kind")?,
                    made: row.time("made_at")?,
                },
                words: row.get("words")?,
            })
        })
        .collect()
    }
}

impl Write {
    /// Keeps a new link.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_link(
        &mut self,
        granted: &Granted<ClientId>,
        new: &LinkRow,
        hashes: &LinkHashes,
    ) -> Result<(), StoreError> {
        let link = &new.link;
        self.swap(
            "INSERT INTO client_links (id, client_id, match_id, made_by, purpose, language, token_hash, code_hash,
                under_code, for_maker, shown, made_at, ends_at, acts)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0)",
            values![
                link.id,
                granted.subject(),
                link.introduction,
                link.made_by,
                link.purpose.code(),
                link.language.code(),
                hashes.token.clone(),
                hashes.code.clone(),
                new.under_code.clone(),
                new.for_maker.clone(),
                new.shown.clone(),
                link.made,
                link.ends
            ],
        )
        .await
    }

    /// Notes that the page was opened. Tells whether this was the first time.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn link_opened(&mut self, id: LinkId, now: Timestamp) -> Result<bool, StoreError> {
        Ok(self
            .run(
                "UPDATE client_links SET opened_at = $2 WHERE id = $1 AND opened_at IS NULL",
                values![id, now],
            )
            .await?
            == 1)
    }

    /// Counts one change by a link, as long as it is live and has not made
    /// `most` of them.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it may make no more.
    pub async fn link_acts(
        &mut self,
        id: LinkId,
        most: i64,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE client_links SET acts = acts + 1
             WHERE id = $1 AND acts < $2 AND revoked_at IS NULL AND ends_at > $3",
            values![id, most, now],
        )
        .await
    }

    /// Keeps the latest answer.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the link is gone.
    pub async fn link_answered(
        &mut self,
        id: LinkId,
        answer: LinkAnswer,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE client_links SET answer = $2, answered_at = $3 WHERE id = $1",
            values![id, answer.code(), now],
        )
        .await
    }

    /// Ends a link of this client; what its page showed is deleted.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not this client's, or has ended.
    pub async fn revoke_link(
        &mut self,
        granted: &Granted<ClientId>,
        id: LinkId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE client_links SET revoked_at = $3, shown = $4, under_code = $4
             WHERE id = $1 AND client_id = $2 AND revoked_at IS NULL AND ends_at > $3",
            values![id, granted.subject(), now, Vec::<u8>::new()],
        )
        .await
    }

    /// Ends the live links of this client that `which` names, but not `except`;
    /// how many.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn revoke_links(
        &mut self,
        granted: &Granted<ClientId>,
        which: LinksToEnd,
        except: Option<LinkId>,
        now: Timestamp,
    ) -> Result<u64, StoreError> {
        let (sees, introduction) = match which {
            LinksToEnd::All => (true, None),
            LinksToEnd::Asking => (false, None),
            LinksToEnd::OfMatch(id) => (false, Some(id)),
        };
        let nil = uuid::Uuid::nil();
        let introduction = introduction.map_or(nil, MatchId::uuid);
        self.run(
            "UPDATE client_links SET revoked_at = $2, shown = $3, under_code = $3
             WHERE client_id = $1 AND revoked_at IS NULL AND ends_at > $2 AND id <> $4
             AND ($5 OR purpose <> 'see') AND ($6 = $7 OR match_id = $6)",
            values![
                granted.subject(),
                now,
                Vec::<u8>::new(),
                except.map_or(nil, LinkId::uuid),
                sees,
                introduction,
                nil
            ],
        )
        .await
    }

    /// Deletes what the pages of ended links showed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_ended_links(&mut self, now: Timestamp) -> Result<u64, StoreError> {
        self.run(
            "UPDATE client_links SET shown = $2, under_code = $2 WHERE ends_at <= $1 AND shown <> $2",
            values![now, Vec::<u8>::new()],
        )
        .await
    }

    /// Keeps what a client asks for.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_client_request(
        &mut self,
        granted: &Granted<ClientId>,
        new: &ClientRequestRow,
    ) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO client_requests (id, client_id, link_id, kind, words, made_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            values![
                new.request.id,
                granted.subject(),
                new.request.link,
                new.request.kind.code(),
                new.words.clone(),
                new.request.made
            ],
        )
        .await
    }

    /// Notes that a request was dealt with, and deletes its words.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not this client's, or was dealt with.
    pub async fn finish_request(
        &mut self,
        granted: &Granted<ClientId>,
        id: RequestId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.swap(
            "UPDATE client_requests SET done_at = $3, words = $4
             WHERE id = $1 AND client_id = $2 AND done_at IS NULL",
            values![id, granted.subject(), now, Vec::<u8>::new()],
        )
        .await
    }

    /// Counts a try of a printed code in this hour, of all nodes together, and
    /// tells how many there were. Commit it before the code is looked at.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn count_code_attempt(&mut self, now: Timestamp) -> Result<i64, StoreError> {
        const HOUR: i64 = 3_600_000_000;
        let slot = now.micros().div_euclid(HOUR);
        self.run(
            "DELETE FROM code_attempts WHERE slot < $1",
            values![slot.saturating_sub(48)],
        )
        .await?;
        match self
            .row(
                "INSERT INTO code_attempts (slot, tried) VALUES ($1, 1)
                 ON CONFLICT (slot) DO UPDATE SET tried = code_attempts.tried + 1 RETURNING tried",
                values![slot],
            )
            .await?
        {
            Some(row) => row.get("tried"),
            None => Err(StoreError::Stale),
        }
    }

    /// Takes a client's own notices out of every helper's list: of the client,
    /// unread, and telling of something that has stopped.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn drop_notices_of(
        &mut self,
        granted: &Granted<ClientId>,
    ) -> Result<u64, StoreError> {
        self.run(
            "DELETE FROM notifications WHERE subject = $1 AND read_at IS NULL
             AND kind IN ('new_suggestions', 'card_expiring', 'card_expired', 'consent_expiring')",
            values![granted.subject()],
        )
        .await
    }
}
