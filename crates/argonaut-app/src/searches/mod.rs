//! Saved searches: "tell me when a card like this appears". Each night the search is made
//! again with its owner's eyes; what is new waits on one page, and is told seldom enough to
//! be read.

mod night;
mod wanted;

pub(crate) use night::run;

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::SearchId;
use argonaut_engine::{Filter, ListingId, Page};
use argonaut_store::{SearchRow, StoreError};

use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::suggestions::{Eyes, Shown, show};
use crate::who::SignedIn;
use wanted::Wanted;

/// The most searches that one helper saves.
pub const MOST: usize = 20;
/// So many listings are looked at and remembered.
const REMEMBERED: usize = 500;
/// So many new ones wait at most; the search itself has all.
const MOST_FRESH: usize = 50;
/// So many new ones are shown on the page.
pub const SHOWN: usize = 5;

/// Why a search could not be saved.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// It asks for everything.
    #[error("choose at least one thing to look for")]
    Everything,
    /// They have as many as there may be.
    #[error("at most {most} searches are saved")]
    TooMany {
        /// The most.
        most: usize,
    },
    /// The same one is saved already.
    #[error("this search is saved already")]
    Already,
    /// No such search, or not theirs.
    #[error("no such search")]
    NotFound,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl SearchError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Everything => Kind::Invalid,
            Self::TooMany { .. } | Self::Already => Kind::Conflict,
            Self::NotFound => Kind::NotFound,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for SearchError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::NotFound,
            StoreError::Conflict(_)
            | StoreError::Damaged(_)
            | StoreError::Unavailable(_)
            | StoreError::Migration(_) => Self::Trouble(error.into()),
        }
    }
}

/// A saved search, with what is new.
#[derive(Clone, Debug)]
pub struct Search {
    /// Which.
    pub id: SearchId,
    /// The query with which its page is opened.
    pub address: String,
    /// When it was saved.
    pub made: Timestamp,
    /// How many are new.
    pub fresh: usize,
    /// The first of them, as this helper sees them now.
    pub shown: Vec<Shown>,
}

/// What a search finds now, with the eyes of whoever saved it.
fn found(app: &App, filter: &Filter, eyes: &Eyes) -> Vec<String> {
    let page = Page {
        offset: 0,
        limit: REMEMBERED,
    };
    let found = app.keeper().engine().snapshot().find(filter, eyes, page);
    found.items.iter().map(|item| item.id.to_string()).collect()
}

/// Saves a search. What is there now is not new.
///
/// # Errors
/// [`SearchError::Everything`] when nothing was chosen; [`SearchError::Already`] and
/// [`SearchError::TooMany`].
pub async fn save(
    app: &App,
    who: &SignedIn,
    filter: &Filter,
    address: &str,
) -> Result<SearchId, SearchError> {
    let wanted = Wanted::of(filter);
    if wanted.is_everything() {
        return Err(SearchError::Everything);
    }
    let now = app.now();
    let mut write = app.store.write().await?;
    let before = write.searches_of(who.helper()).await?;
    let kind = filter.kind.code().to_owned();
    let wanted = serde_json::to_value(&wanted)
        .map_err(|error| Trouble::Bug(format!("a filter: {error}")))?;
    if before
        .iter()
        .any(|row| row.kind == kind && row.wanted == wanted)
    {
        return Err(SearchError::Already);
    }
    if before.len() >= MOST {
        return Err(SearchError::TooMany { most: MOST });
    }
    let eyes = Eyes::new(write.viewer(who.helper()).await?, app.world(), now);
    let row = SearchRow {
        id: SearchId::ordered(now, &mut app.rng()),
        helper: who.helper(),
        kind,
        wanted,
        address: address.to_owned(),
        made: now,
        known: found(app, filter, &eyes),
        fresh: Vec::new(),
        told: None,
    };
    write.insert_search(&row).await?;
    let entry = app.entry(Some(who.helper()), Deed::SearchSaved, row.id.uuid());
    write.commit(&[entry]).await?;
    Ok(row.id)
}

/// The searches that a helper saved, those with news first.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Vec<Search>, Trouble> {
    let rows = app.store.read().await?.searches_of(who.helper()).await?;
    let mut searches = Vec::with_capacity(rows.len());
    for row in rows {
        let mut shown = Vec::new();
        let mut fresh = 0;
        for id in &row.fresh {
            let Ok(id) = id.parse::<ListingId>() else {
                continue;
            };
            // What went meanwhile, or is not for these eyes any more, is no news.
            let Some(seen) = show(app, who, id).await? else {
                continue;
            };
            fresh += 1;
            if shown.len() < SHOWN {
                shown.push(seen);
            }
        }
        searches.push(Search {
            id: row.id,
            address: row.address,
            made: row.made,
            fresh,
            shown,
        });
    }
    searches.sort_by_key(|search| std::cmp::Reverse(search.fresh > 0));
    Ok(searches)
}

/// What is new was looked at.
///
/// # Errors
/// [`SearchError::NotFound`] when it is not theirs.
pub async fn seen(app: &App, who: &SignedIn, id: SearchId) -> Result<(), SearchError> {
    let mut write = app.store.write().await?;
    let rows = write.searches_of(who.helper()).await?;
    let row = rows.into_iter().find(|row| row.id == id);
    let row = row.ok_or(SearchError::NotFound)?;
    write
        .keep_search(&SearchRow {
            fresh: Vec::new(),
            ..row
        })
        .await?;
    Ok(write.commit_unlogged().await?)
}

/// Deletes a search.
///
/// # Errors
/// [`SearchError::NotFound`] when it is not theirs.
pub async fn delete(app: &App, who: &SignedIn, id: SearchId) -> Result<(), SearchError> {
    let mut write = app.store.write().await?;
    write.delete_search(id, who.helper()).await?;
    let entry = app.entry(Some(who.helper()), Deed::SearchDeleted, id.uuid());
    Ok(write.commit(&[entry]).await?)
}
