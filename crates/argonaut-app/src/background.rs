//! What time does by itself: cards are reminded of and expire, matches lapse,
//! new suggestions are told.
//! Every step is harmless when two nodes take it at once.

use argonaut_domain::audit::Deed;
use argonaut_domain::card::{CARD_REMINDER_DAYS, CardStatus};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::StoreError;

use crate::app::App;
use crate::cards::thin;
use crate::error::Trouble;
use crate::matches::{lapse, tell};
use crate::suggestions::news;

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
    /// Matches that lapsed or were followed up.
    pub matches: usize,
    /// Clients for whom there are new suggestions.
    pub news: usize,
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
        matches: lapse::run(app).await?,
        news: 0,
    };
    app.refresh().await?;
    round.news = news::run(app).await?;
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
