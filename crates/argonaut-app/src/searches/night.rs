//! Each night every saved search is made again, and its owner told of what is new: for all
//! their searches together at most once in some days.

use std::collections::HashSet;

use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::HelperId;
use argonaut_domain::notice::NoticeKind;
use argonaut_engine::ListingKind;
use argonaut_store::{SearchRow, StoreError};

use super::wanted::Wanted;
use super::{MOST_FRESH, REMEMBERED, found};
use crate::app::App;
use crate::cards::next_batch;
use crate::error::Trouble;
use crate::matches::tell;
use crate::nightly::Round;
use crate::suggestions::Eyes;

const ROUND: Round = Round {
    job: "searches",
    lease_minutes: 60,
};
/// After the new cards have been opened, and their suggestions found.
const AFTER_THE_BATCH_MINUTES: i64 = 20;
/// Nobody is told twice of their searches within so many days.
const QUIET_DAYS: i64 = 3;

/// Looks for what is new, if it is time. How many helpers were told.
pub(crate) async fn run(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    let Some(round) = ROUND.take(app).await? else {
        return Ok(0);
    };
    let mut told = 0;
    let searching = app.store.read().await?.searching().await?;
    for helper in searching {
        let standing = app.world().helpers.get(&helper).map(|one| one.standing);
        if standing == Some(Standing::Active) {
            told += usize::from(look(app, helper, now).await?);
        }
    }
    let next = next_batch(now).plus_minutes(AFTER_THE_BATCH_MINUTES);
    round.finish(app, next).await?;
    Ok(told)
}

/// One helper's searches. Whether they were told.
async fn look(app: &App, helper: HelperId, now: Timestamp) -> Result<bool, Trouble> {
    let mut write = app.store.write().await?;
    let rows = write.searches_of(helper).await?;
    let last = rows.iter().filter_map(|row| row.told).max();
    if last.is_some_and(|last| now < last.plus_days(QUIET_DAYS)) {
        // What comes in quiet days is still new when they are over.
        return Ok(false);
    }
    let viewer = write.viewer(helper).await?;
    let mut news = None;
    for row in rows {
        let eyes = Eyes::new(viewer.clone(), app.world(), now);
        let Some(next) = again(app, &row, &eyes) else {
            continue;
        };
        let told = next.fresh.iter().any(|id| !row.fresh.contains(id));
        if told && news.is_none() {
            news = Some(row.id);
        }
        let next = SearchRow {
            told: if told { Some(now) } else { row.told },
            ..next
        };
        if next != row {
            match write.keep_search(&next).await {
                // Deleted a moment ago.
                Ok(()) | Err(StoreError::Stale) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    if let Some(id) = news {
        tell(app, &mut write, helper, NoticeKind::SearchFound, id.uuid()).await?;
    }
    write.commit_unlogged().await?;
    Ok(news.is_some())
}

/// The search made again: what is there, and what is new. `None` for one that cannot be read
/// any more.
fn again(app: &App, row: &SearchRow, eyes: &Eyes) -> Option<SearchRow> {
    let kind = row.kind.parse::<ListingKind>().ok()?;
    let wanted: Wanted = serde_json::from_value(row.wanted.clone()).ok()?;
    let now_there = found(app, &wanted.filter(kind), eyes);
    let known: HashSet<&str> = row.known.iter().map(String::as_str).collect();
    let new = now_there.iter().filter(|id| !known.contains(id.as_str()));
    let there: HashSet<&str> = now_there.iter().map(String::as_str).collect();
    // What waited and went is no news.
    let waiting = row.fresh.iter().filter(|id| there.contains(id.as_str()));
    let fresh: Vec<String> = new.chain(waiting).take(MOST_FRESH).cloned().collect();
    let older = row.known.iter().filter(|id| !there.contains(id.as_str()));
    // What comes back after a while is not new again.
    let known = now_there.iter().chain(older).take(2 * REMEMBERED);
    Some(SearchRow {
        known: known.cloned().collect(),
        fresh,
        ..row.clone()
    })
}
