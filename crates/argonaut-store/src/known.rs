//! Which suggestions a client's helper was told of, and what to leave out.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ClientId, HelperId};

use crate::db::{Read, Write, values};
use crate::error::StoreError;

/// What a client's helper was told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRow {
    /// For which client.
    pub client: ClientId,
    /// Which listings, as the engine writes their ids.
    pub listings: Vec<String>,
    /// When they were last told that there is something new.
    pub told: Option<Timestamp>,
}

impl Read {
    /// What a helper was told of, for each of their clients with a card on show.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn known_to(&mut self, owner: HelperId) -> Result<Vec<KnownRow>, StoreError> {
        self.rows(
            "SELECT known.* FROM known JOIN cards ON cards.client_id = known.client_id
             WHERE cards.owner_id = $1 AND cards.status = 'published'",
            values![owner],
        )
        .await?
        .iter()
        .map(|row| {
            let listings: String = row.get("listings")?;
            Ok(KnownRow {
                client: row.id("client_id", ClientId::from_uuid)?,
                listings: listings.split_whitespace().map(str::to_owned).collect(),
                told: row.maybe_time("told_at")?,
            })
        })
        .collect()
    }

    /// What was put aside for a helper's clients with a card on show, and still is.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn aside_of(
        &mut self,
        owner: HelperId,
        now: Timestamp,
    ) -> Result<Vec<(ClientId, String)>, StoreError> {
        self.rows(
            "SELECT marks.client_id, marks.listing FROM marks JOIN cards ON cards.client_id = marks.client_id
             WHERE cards.owner_id = $1 AND cards.status = 'published'
               AND (marks.until_at IS NULL OR marks.until_at > $2)",
            values![owner, now],
        )
        .await?
        .iter()
        .map(|row| Ok((row.id("client_id", ClientId::from_uuid)?, row.get("listing")?)))
        .collect()
    }
}

impl Write {
    /// Keeps what a client's helper was told of; nothing where the client is gone.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn keep_known(&mut self, known: &KnownRow) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO known (client_id, listings, told_at)
             SELECT clients.id, $2, $3 FROM clients WHERE clients.id = $1
             ON CONFLICT (client_id) DO UPDATE SET listings = excluded.listings, told_at = excluded.told_at",
            values![known.client, known.listings.join(" "), known.told],
        )
        .await
        .map(drop)
    }

    /// Forgets what was told for clients who have no card on show.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_known(&mut self) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM known WHERE client_id NOT IN
             (SELECT client_id FROM cards WHERE status = 'published')",
            values![],
        )
        .await
        .map(drop)
    }
}
