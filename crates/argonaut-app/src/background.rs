//! What time does by itself: cards are reminded of and expire, matches lapse,
//! new suggestions are told.
//! Every step is harmless when two nodes take it at once.

use argonaut_domain::audit::Deed;
use argonaut_domain::card::{CARD_REMINDER_DAYS, CardStatus};
use argonaut_domain::consent::{CONSENT_REMINDER_DAYS, ConsentScope};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::StoreError;

use crate::accounts::trusted;
use crate::app::App;
use crate::cards::thin;
use crate::clients::retain;
use crate::error::Trouble;
use crate::groups::events;
use crate::hints;
use crate::limits;
use crate::matches::{follow_up, lapse, meeting, stall, tell};
use crate::posts::write;
use crate::suggestions::news;
use crate::weights;
use crate::{rings, searches};

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Cards whose owner was reminded.
    pub reminded: usize,
    /// Cards that expired.
    pub expired: usize,
    /// Cards that say less from this day on, or were taken back, because too
    /// few people or helpers are left behind them.
    pub thinned: usize,
    /// Matches that lapsed, or of which it was told that they do not move.
    pub matches: usize,
    /// Sides that were asked how an introduction goes.
    pub follow_ups: usize,
    /// Consents whose end was announced.
    pub consents: usize,
    /// Records whose time in the archive was over.
    pub erased: usize,
    /// Clients for whom there are new suggestions.
    pub news: usize,
    /// Helpers who were told of news for their saved searches.
    pub searches: usize,
    /// Rings that were found, mended or ended.
    pub rings: usize,
    /// Helpers who were reminded of an event or of a first meeting.
    pub events: usize,
    /// Helpers whose contacts were told that they ask to come back.
    pub returns: usize,
}

/// One round of everything that time does.
///
/// # Errors
/// When storage fails; what was done until then stays done.
pub async fn round(app: &App) -> Result<Round, Trouble> {
    let mut round = Round {
        expired: expire(app).await?,
        reminded: remind(app).await?,
        thinned: thin::run(app).await?,
        matches: lapse::run(app).await? + stall::run(app).await?,
        follow_ups: follow_up::plan::run(app).await?,
        consents: remind_of_consents(app).await?,
        erased: retain::erase_over(app).await?,
        news: 0,
        searches: 0,
        rings: 0,
        events: 0,
        returns: trusted::news::run(app).await?,
    };
    forget_links(app).await?;
    hints::forget(app).await?;
    write::forget_over(app).await?;
    limits::forget(app).await?;
    crate::safety::lift_over(app).await?;
    app.refresh().await?;
    round.news = news::run(app).await?;
    round.searches = searches::run(app).await?;
    round.events = events::remind(app).await? + meeting::remind(app).await?;
    round.rings = rings::run(app).await?;
    weights::run(app).await?;
    Ok(round)
}

async fn remind(app: &App) -> Result<usize, Trouble> {
    let soon = app.now().plus_days(CARD_REMINDER_DAYS);
    let ending = app.store.read().await?.cards_ending(soon, true).await?;
    let mut done = 0;
    for card in ending {
        let mut write = app.store.write().await?;
        match write.card_reminded(card.id).await {
            Ok(()) => {}
            Err(StoreError::Stale) => continue,
            Err(error) => return Err(error.into()),
        }
        tell(
            app,
            &mut write,
            card.owner,
            NoticeKind::CardExpiring,
            card.client.uuid(),
        )
        .await?;
        write.commit_unlogged().await?;
        done += 1;
    }
    Ok(done)
}

/// Tells of consents that end soon, unless a renewal outlasts them.
async fn remind_of_consents(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    let soon = now.plus_days(CONSENT_REMINDER_DAYS);
    let ending = app.store.read().await?.consents_ending(now, soon).await?;
    let mut done = 0;
    for (consent, lead) in ending {
        let mut write = app.store.write().await?;
        match write.consent_reminded(consent.id).await {
            Ok(()) => {}
            Err(StoreError::Stale) => continue,
            Err(error) => return Err(error.into()),
        }
        let of_use = match &consent.scope {
            ConsentScope::ShareCard => !write.shares_after(consent.client, consent.expires).await?,
            ConsentScope::Introduce { introduction, .. } => write
                .joint(*introduction)
                .await?
                .is_some_and(|row| !row.joint.is_closed()),
        };
        if of_use {
            let kind = NoticeKind::ConsentExpiring;
            tell(app, &mut write, lead, kind, consent.client.uuid()).await?;
            done += 1;
        }
        write.commit_unlogged().await?;
    }
    Ok(done)
}

/// Deletes what the pages of ended links showed.
async fn forget_links(app: &App) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write.forget_ended_links(app.now()).await?;
    Ok(write.commit_unlogged().await?)
}

async fn expire(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    let ending = app.store.read().await?.cards_ending(now, false).await?;
    let mut done = 0;
    for card in ending {
        let mut write = app.store.write().await?;
        // The end was known from the start, so nothing is told by ending now.
        match write.end_card(card.id, CardStatus::Expired, now).await {
            Ok(()) => {}
            Err(StoreError::Stale) => continue,
            Err(error) => return Err(error.into()),
        }
        tell(
            app,
            &mut write,
            card.owner,
            NoticeKind::CardExpired,
            card.client.uuid(),
        )
        .await?;
        write
            .commit(&[app.entry(None, Deed::CardExpired, card.id.uuid())])
            .await?;
        done += 1;
    }
    Ok(done)
}
