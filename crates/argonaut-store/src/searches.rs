//! Saved searches, with what was there and what came since.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{HelperId, SearchId};
use serde_json::Value as Json;

use crate::db::row::to_json;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// A saved search.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchRow {
    /// Which.
    pub id: SearchId,
    /// Whose.
    pub helper: HelperId,
    /// Which kind of listing, by its code.
    pub kind: String,
    /// The filter, as the application reads it.
    pub wanted: Json,
    /// The query with which the page of the search is opened.
    pub address: String,
    /// When it was saved.
    pub made: Timestamp,
    /// What was there: ids as the engine writes them.
    pub known: Vec<String>,
    /// What came since, the best first.
    pub fresh: Vec<String>,
    /// When the helper was last told.
    pub told: Option<Timestamp>,
}

fn search(row: &Row) -> Result<SearchRow, StoreError> {
    let list = |name: &str| -> Result<Vec<String>, StoreError> {
        let text: String = row.get(name)?;
        Ok(text.split_whitespace().map(str::to_owned).collect())
    };
    Ok(SearchRow {
        id: row.id("id", SearchId::from_uuid)?,
        helper: row.id("helper_id", HelperId::from_uuid)?,
        kind: row.get("kind")?,
        wanted: row.json("wanted")?,
        address: row.get("address")?,
        made: row.time("made_at")?,
        known: list("known")?,
        fresh: list("fresh")?,
        told: row.maybe_time("told_at")?,
    })
}

impl Read {
    /// The searches that a helper saved, the oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn searches_of(&mut self, helper: HelperId) -> Result<Vec<SearchRow>, StoreError> {
        self.rows(
            "SELECT * FROM searches WHERE helper_id = $1 ORDER BY made_at, id",
            values![helper],
        )
        .await?
        .iter()
        .map(search)
        .collect()
    }

    /// The helpers who saved a search.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn searching(&mut self) -> Result<Vec<HelperId>, StoreError> {
        self.rows(
            "SELECT DISTINCT helper_id FROM searches ORDER BY helper_id",
            values![],
        )
        .await?
        .iter()
        .map(|row| row.id("helper_id", HelperId::from_uuid))
        .collect()
    }
}

impl Write {
    /// Keeps a new search.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn insert_search(&mut self, new: &SearchRow) -> Result<(), StoreError> {
        self.swap(
            "INSERT INTO searches (id, helper_id, kind, wanted, address, made_at, known, fresh, told_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![
                new.id,
                new.helper,
                new.kind.as_str(),
                to_json(&new.wanted)?,
                new.address.as_str(),
                new.made,
                new.known.join(" "),
                new.fresh.join(" "),
                new.told
            ],
        )
        .await
    }

    /// Notes what is there now, what came, and when the helper was told.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not there any more.
    pub async fn keep_search(&mut self, row: &SearchRow) -> Result<(), StoreError> {
        self.swap(
            "UPDATE searches SET known = $2, fresh = $3, told_at = $4 WHERE id = $1",
            values![row.id, row.known.join(" "), row.fresh.join(" "), row.told],
        )
        .await
    }

    /// Deletes a search of a helper.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when it is not theirs.
    pub async fn delete_search(
        &mut self,
        id: SearchId,
        helper: HelperId,
    ) -> Result<(), StoreError> {
        self.swap(
            "DELETE FROM searches WHERE id = $1 AND helper_id = $2",
            values![id, helper],
        )
        .await
    }
}
