//! Publishing a card, and changing the one on show. What leaves the caseload
//! is what the gate let through at this moment, never what a page sent back.

use argonaut_domain::audit::Deed;
use argonaut_domain::card::{Audience, CARD_DAYS, Card, CardContent, CardStatus};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{CardId, ClientId, HelperId};
use argonaut_privacy::gate::{Chosen, Refused};
use argonaut_store::StoreError;

use super::{next_batch, preview};
use crate::app::App;
use crate::clients::open::{remember_next, settle, unseal};
use crate::clients::{ClientError, may_answer_for};
use crate::error::{Kind, Trouble};
use crate::groups;
use crate::sealing;
use crate::who::SignedIn;

/// Why a card could not be published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The client has not consented, or the consent has ended.
    #[error("a consent to share is needed first")]
    ConsentNeeded,
    /// The gate refuses; with advice.
    #[error(transparent)]
    Refused(Refused),
    /// The preview that was agreed to shows something else than the gate
    /// would publish now: look again.
    #[error("the card would look different by now")]
    LooksDifferent,
    /// The audience of chosen helpers is empty, or holds somebody who cannot be chosen.
    #[error("choose at least one helper")]
    NoAudience,
    /// As with any record.
    #[error(transparent)]
    Client(#[from] ClientError),
}

impl PublishError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::ConsentNeeded | Self::Refused(_) | Self::NoAudience => Kind::Invalid,
            Self::LooksDifferent => Kind::Conflict,
            Self::Client(error) => error.kind(),
        }
    }
}

impl From<StoreError> for PublishError {
    fn from(error: StoreError) -> Self {
        Self::Client(error.into())
    }
}

/// Whether this helper may publish a card of the client at all.
///
/// # Errors
/// [`ClientError::NotTheLead`] for members of the circle.
pub async fn may_publish(app: &App, who: &SignedIn, id: ClientId) -> Result<(), ClientError> {
    let mut read = app.store.read().await?;
    may_answer_for(&mut read, who, id).await.map(drop)
}

/// Publishes a card, in place of the one on show. `seen` is the content of
/// the preview the helper agreed to.
///
/// # Errors
/// See [`PublishError`]; what was on show stays so then.
pub async fn publish(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    chosen: Chosen,
    audience: Audience,
    seen: Option<&CardContent>,
) -> Result<CardId, PublishError> {
    let now = app.now();
    check_audience(app, who, &audience).await?;
    let mut write = app.store.write().await?;
    let granted = may_answer_for(&mut write, who, id).await?;
    settle(app, &mut write, who, &granted).await?;
    let (row, dossier) = unseal(&mut write, who, &granted).await?;
    if row.archived {
        return Err(PublishError::Client(ClientError::Changed));
    }
    let consent = preview::sharing_consent(app, &mut write, &granted)
        .await?
        .ok_or(PublishError::ConsentNeeded)?;
    let cards = write.cards_of(&granted).await?;
    let passed =
        preview::through_the_gate(app, who.helper(), dossier.get(), &chosen, &audience, &cards)
            .map_err(PublishError::Refused)?;
    if seen.is_some_and(|seen| *seen != passed.content) {
        return Err(PublishError::LooksDifferent);
    }
    let mut deeds = Vec::new();
    let on_show = cards
        .iter()
        .find(|card| card.status == CardStatus::Published);
    if let Some(old) = on_show {
        // The open audience keeps the old card until the batch that brings the new one.
        let grace = if old.open_from <= now && audience == Audience::Everyone {
            next_batch(now)
        } else {
            now
        };
        write.end_card(old.id, CardStatus::Withdrawn, grace).await?;
        deeds.push(app.entry(Some(who.helper()), Deed::CardChanged, old.id.uuid()));
    }
    let waiting_since = cards
        .iter()
        .map(|card| card.waiting_since)
        .min()
        .unwrap_or_else(|| now.week());
    let card = Card {
        id: CardId::random(&mut app.rng()),
        client: id,
        owner: who.helper(),
        content: passed.content,
        audience,
        status: CardStatus::Published,
        published: now.week(),
        waiting_since,
        expires: now.plus_days(CARD_DAYS).min(consent.expires),
        open_from: next_batch(now),
        open_until: Timestamp::from_micros(0),
        version: 1,
    };
    write.insert_card(&granted, &card).await?;
    deeds.push(app.entry(Some(who.helper()), Deed::CardPublished, card.id.uuid()));
    if dossier.get().sharing != chosen {
        let mut dossier = dossier.into_inner();
        dossier.sharing = chosen;
        let sealed = sealing::reseal(app, who, &row, &dossier).map_err(ClientError::from)?;
        write
            .update_client(&granted, &sealed, row.version, now)
            .await?;
        remember_next(app, &mut write, who, &row).await?;
    }
    write.commit(&deeds).await?;
    app.refresh().await.map_err(ClientError::from)?;
    Ok(card.id)
}

async fn check_audience(
    app: &App,
    who: &SignedIn,
    audience: &Audience,
) -> Result<(), PublishError> {
    let chosen: &[HelperId] = match audience {
        Audience::Everyone | Audience::Contacts => return Ok(()),
        Audience::Helpers(chosen) => chosen,
        Audience::Trusted(_) => return Ok(()),
        Audience::Groups(groups) => {
            let mut read = app.store.read().await?;
            return if groups::audience::may_choose(&mut read, who.helper(), groups).await? {
                Ok(())
            } else {
                Err(PublishError::NoAudience)
            };
        }
    };
    let viewer = app.store.read().await?.viewer(who.helper()).await?;
    let world = app.world();
    let fits = |helper: &HelperId| {
        *helper != who.helper()
            && !viewer.is_blocked(*helper)
            && world
                .helpers
                .get(helper)
                .is_some_and(|helper| helper.standing == Standing::Active)
    };
    if chosen.is_empty() || !chosen.iter().all(fits) {
        Err(PublishError::NoAudience)
    } else {
        Ok(())
    }
}

impl From<Trouble> for PublishError {
    fn from(trouble: Trouble) -> Self {
        Self::Client(trouble.into())
    }
}
