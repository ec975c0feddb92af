//! Putting a suggestion aside for a client: "not now", or "never"; and bringing
//! it back.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::ClientId;
use argonaut_domain::introduction::ClosingReason;
use argonaut_engine::ListingId;
use argonaut_store::MarkRow;

use super::{Shown, show};
use crate::app::App;
use crate::clients::{ClientError, may_open};
use crate::who::SignedIn;

/// Days for which "not now" hides a suggestion.
pub const NOT_NOW_DAYS: i64 = 30;

/// A suggestion that was put aside.
#[derive(Clone, Debug)]
pub struct Aside {
    /// Which listing.
    pub id: ListingId,
    /// What stands behind it; `None` when it is gone by now.
    pub shown: Option<Shown>,
    /// How.
    pub mark: MarkRow,
}

/// Puts a suggestion aside.
///
/// # Errors
/// [`ClientError::NotFound`] when the client is not theirs.
pub async fn put_aside(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    listing: ListingId,
    never: bool,
    reason: ClosingReason,
) -> Result<(), ClientError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let granted = may_open(&mut write, who, client).await?;
    let mark = MarkRow {
        listing: listing.to_string(),
        never,
        reason: reason.code().to_owned(),
        until: (!never).then(|| now.plus_days(NOT_NOW_DAYS)),
        by: who.helper(),
        at: now,
    };
    write.mark(&granted, &mark).await?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::SuggestionMarked, client.uuid())])
        .await?)
}

/// Brings a suggestion back.
///
/// # Errors
/// [`ClientError::NotFound`] when it was not put aside.
pub async fn bring_back(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    listing: ListingId,
) -> Result<(), ClientError> {
    let mut write = app.store.write().await?;
    let granted = may_open(&mut write, who, client).await?;
    if !write.unmark(&granted, &listing.to_string()).await? {
        return Err(ClientError::NotFound);
    }
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::SuggestionUnmarked, client.uuid())])
        .await?)
}

/// What was put aside for a client, latest first.
///
/// # Errors
/// [`ClientError::NotFound`] when the client is not theirs.
pub async fn list(app: &App, who: &SignedIn, client: ClientId) -> Result<Vec<Aside>, ClientError> {
    let mut read = app.store.read().await?;
    let granted = may_open(&mut read, who, client).await?;
    let marks = read.marks(&granted, app.now()).await?;
    drop(read);
    let mut found = Vec::with_capacity(marks.len());
    for mark in marks {
        if let Ok(id) = mark.listing.parse::<ListingId>() {
            found.push(Aside {
                id,
                shown: show(app, who, id).await?,
                mark,
            });
        }
    }
    Ok(found)
}
