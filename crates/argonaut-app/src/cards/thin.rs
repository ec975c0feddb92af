//! The daily batch: every card on show goes through the gate again, since helpers
//! leave, areas change, and figures are loaded. A card that would say too much now
//! gives way to one that says less; its owner is told. The dossier stays shut.

use std::sync::Arc;

use argonaut_domain::audit::Deed;
use argonaut_domain::card::{Card, CardStatus};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::CardId;
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::gate::{self, Attribute, Reason, Recheck};
use argonaut_store::StoreError;
use rand::seq::SliceRandom as _;

use super::next_batch;
use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;
use crate::nightly::Round;

const ROUND: Round = Round {
    job: "recheck",
    lease_minutes: 60,
};

/// Checks every card again, if it is time. How many say less now, or are gone.
pub(crate) async fn run(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    let Some(round) = ROUND.take(app).await? else {
        return Ok(0);
    };
    app.refresh().await?;
    let mut done = 0;
    for (card, outcome) in changed(app, now).await? {
        done += usize::from(replace(app, &card, outcome, now).await?);
    }
    round.finish(app, next_batch(now)).await?;
    app.refresh().await?;
    Ok(done)
}

/// The cards on show that may not stay as they are, shuffled.
async fn changed(app: &App, now: Timestamp) -> Result<Vec<(Arc<Card>, Recheck)>, Trouble> {
    let (world, thresholds) = (app.world(), app.thresholds);
    let mut found = tokio::task::spawn_blocking(move || {
        let cards = world.cards.values().filter(|card| card.is_live(now));
        cards
            .filter_map(|card| {
                let outcome = gate::recheck(
                    &card.content,
                    &card.audience,
                    world.area_of(card.owner),
                    world.population(),
                    world.serving.as_ref(),
                    &thresholds,
                );
                (outcome != Recheck::Keeps).then(|| (Arc::clone(card), outcome))
            })
            .collect::<Vec<_>>()
    })
    .await
    .map_err(|error| Trouble::Bug(format!("checking cards again: {error}")))?;
    found.shuffle(&mut app.rng());
    Ok(found)
}

/// Puts a card that says less in the place of one that said too much, or takes it
/// back. `false` when somebody else changed it meanwhile.
async fn replace(app: &App, old: &Card, outcome: Recheck, now: Timestamp) -> Result<bool, Trouble> {
    let mut write = app.store.write().await?;
    match write.end_card(old.id, CardStatus::Withdrawn, now).await {
        Ok(()) => {}
        Err(StoreError::Stale) => return Ok(false),
        Err(error) => return Err(error.into()),
    }
    let mut deeds = vec![app.entry(None, Deed::CardThinned, old.id.uuid())];
    let kind = match outcome {
        Recheck::Keeps => return Ok(false),
        Recheck::Withdraw(_) => NoticeKind::CardTakenBack,
        Recheck::SaysLess(passed) => {
            let sensitive = passed
                .explanations
                .iter()
                .any(|one| !is_of_area(one.attribute));
            let helpers = passed
                .explanations
                .iter()
                .any(|one| one.reason == Reason::FewHelpers);
            let card = Card {
                id: CardId::random(&mut app.rng()),
                content: passed.content,
                published: now.week(),
                // What was open stays open: this is the batch.
                open_from: old.open_from,
                open_until: Timestamp::from_micros(0),
                version: 1,
                ..old.clone()
            };
            write.insert_card_after(old.id, &card).await?;
            deeds.push(app.entry(None, Deed::CardPublished, card.id.uuid()));
            if helpers {
                NoticeKind::CardFewHelpers
            } else if sensitive {
                NoticeKind::CardWordHidden
            } else {
                NoticeKind::CardFewPeople
            }
        }
    };
    tell(app, &mut write, old.owner, kind, old.client.uuid()).await?;
    write.commit(&deeds).await?;
    Ok(true)
}

/// Whether it is one of those that are counted, and no term.
const fn is_of_area(attribute: Attribute) -> bool {
    match attribute {
        Attribute::Place
        | Attribute::Age
        | Attribute::Gender
        | Attribute::Languages
        | Attribute::Limits => true,
        Attribute::Need(_)
        | Attribute::Offer(_)
        | Attribute::Interest(_)
        | Attribute::Connection(_) => false,
    }
}
