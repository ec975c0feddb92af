//! What is new for clients: each night every card on show is asked with, and a
//! helper whose client has a new suggestion among the first is told so, seldom
//! enough to be read. Never which: that is on the page, behind the key.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use argonaut_domain::card::Card;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::trust::TrustField;
use argonaut_engine::{ListingKind, Query, Suggestion};
use argonaut_store::{KnownRow, Read};

use super::Eyes;
use super::list::MOST;
use crate::app::App;
use crate::cards::next_batch;
use crate::error::Trouble;
use crate::matches::tell;
use crate::nightly::Round;

const ROUND: Round = Round {
    job: "news",
    lease_minutes: 120,
};
/// A new suggestion is worth telling when it is among so many.
const FIRST: usize = 5;
/// No helper is told twice about a client within so many days.
const QUIET_DAYS: i64 = 7;
/// So many listings are remembered for a client.
const REMEMBERED: usize = 200;
/// Helpers whose clients are asked about together.
const TOGETHER: usize = 50;
/// After the new cards have been opened.
const AFTER_THE_BATCH_MINUTES: i64 = 10;

/// Tells what is new, if it is time. How many clients have news.
pub(crate) async fn run(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    let Some(round) = ROUND.take(app).await? else {
        return Ok(0);
    };
    let told = everybody(app, now).await?;
    app.keep().await;
    let next = next_batch(now).plus_minutes(AFTER_THE_BATCH_MINUTES);
    round.finish(app, next).await?;
    Ok(told)
}

async fn everybody(app: &App, now: Timestamp) -> Result<usize, Trouble> {
    let mut write = app.store.write().await?;
    write.forget_known().await?;
    write.commit_unlogged().await?;
    let world = app.world();
    let mut caseloads: HashMap<HelperId, Vec<Arc<Card>>> = HashMap::new();
    for card in world.cards.values().filter(|card| card.is_live(now)) {
        let is_active = |owner| world.helpers.get(owner).map(|owner| owner.standing);
        if is_active(&card.owner) == Some(Standing::Active) {
            caseloads
                .entry(card.owner)
                .or_default()
                .push(Arc::clone(card));
        }
    }
    let mut caseloads: Vec<(HelperId, Vec<Arc<Card>>)> = caseloads.into_iter().collect();
    caseloads.sort_unstable_by_key(|(owner, _)| *owner);
    let mut told = 0;
    for some in caseloads.chunks(TOGETHER) {
        told += look_for(app, some, now).await?;
    }
    Ok(told)
}

/// A client with a card on show, and what their helper knows already.
struct Waiting {
    client: ClientId,
    owner: HelperId,
    known: Option<KnownRow>,
}

async fn look_for(
    app: &App,
    caseloads: &[(HelperId, Vec<Arc<Card>>)],
    now: Timestamp,
) -> Result<usize, Trouble> {
    let mut read = app.store.read().await?;
    let mut waiting = Vec::new();
    let mut questions = Vec::new();
    for (owner, cards) in caseloads {
        let viewer = read.viewer(*owner).await?;
        let aside = read.aside_of(*owner, now).await?;
        let matches = read.matches_of(*owner).await?;
        let mut known = known_by_client(&mut read, *owner).await?;
        for card in cards {
            let put_aside = aside.iter().filter(|(client, _)| *client == card.client);
            let eyes = Eyes::new(viewer.clone(), app.world(), now)
                .without(put_aside.map(|(_, listing)| listing.as_str()))
                .letting_rest(card.client, &matches)
                .relying(TrustField::of_card(&card.content));
            let query = Query {
                card: card.content.clone(),
                own: Some(card.client),
                kind: ListingKind::Card,
                limit: MOST,
                include_own: false,
            };
            questions.push((query, eyes));
            waiting.push(Waiting {
                client: card.client,
                owner: *owner,
                known: known.remove(&card.client),
            });
        }
    }
    drop(read);
    let snapshot = app.keeper().engine().snapshot();
    let answers = tokio::task::spawn_blocking(move || snapshot.batch(&questions, &|_| {}))
        .await
        .map_err(|error| Trouble::Bug(format!("nightly suggestions: {error}")))?;
    let mut told = 0;
    for (waiting, best) in waiting.into_iter().zip(answers) {
        told += usize::from(keep(app, waiting, &best, now).await?);
    }
    Ok(told)
}

async fn known_by_client(
    read: &mut Read,
    owner: HelperId,
) -> Result<HashMap<ClientId, KnownRow>, Trouble> {
    let rows = read.known_to(owner).await?;
    Ok(rows.into_iter().map(|row| (row.client, row)).collect())
}

/// Remembers what was found, and tells the helper when something is new. At the
/// first look nothing is: whoever publishes a card looks by themselves.
async fn keep(
    app: &App,
    waiting: Waiting,
    best: &[Suggestion],
    now: Timestamp,
) -> Result<bool, Trouble> {
    let found: Vec<String> = best.iter().map(|one| one.id.to_string()).collect();
    let known: HashSet<&str> = waiting
        .known
        .iter()
        .flat_map(|known| &known.listings)
        .map(String::as_str)
        .collect();
    let mut new = found.iter().filter(|id| !known.contains(id.as_str()));
    let is_first = waiting.known.is_none();
    let worth_telling = found
        .iter()
        .take(FIRST)
        .any(|id| !known.contains(id.as_str()));
    let last = waiting.known.as_ref().and_then(|known| known.told);
    let is_quiet = last.is_some_and(|told| now < told.plus_days(QUIET_DAYS));
    let tells = worth_telling && !is_first && !is_quiet;
    if !is_first && (is_quiet || new.next().is_none()) {
        // What is found in quiet days is still new when they are over.
        return Ok(false);
    }
    let held = waiting.known.map(|known| known.listings);
    let older = held.unwrap_or_default().into_iter();
    let older = older.filter(|id| !found.contains(id));
    let listings = found.iter().cloned().chain(older).take(REMEMBERED);
    let row = KnownRow {
        client: waiting.client,
        listings: listings.collect(),
        told: if tells { Some(now) } else { last },
    };
    let mut write = app.store.write().await?;
    write.keep_known(&row).await?;
    if tells {
        let (to, subject) = (waiting.owner, waiting.client.uuid());
        tell(app, &mut write, to, NoticeKind::NewSuggestions, subject).await?;
    }
    write.commit_unlogged().await?;
    Ok(tells)
}
