//! What fits a card of somebody else, among the cards that this helper sees: the engine's
//! answer to the card as a question.

use std::sync::Arc;

use argonaut_domain::card::Card;
use argonaut_domain::ids::CardId;
use argonaut_domain::trust::TrustField;
use argonaut_engine::{ListingId, ListingKind, Query};
use argonaut_store::Read;

use super::HintError;
use crate::app::App;
use crate::cards::look::{LookError, Owner, SeenCard, look};
use crate::error::Trouble;
use crate::suggestions::list::Suggested;
use crate::suggestions::{Eyes, show};
use crate::who::SignedIn;

/// How many cards are offered.
const MOST: usize = 12;
/// How long the search may take.
const BUDGET_MILLIS: i64 = 2_000;

/// A card, and the cards that fit it.
#[derive(Clone, Debug)]
pub struct Fits {
    /// The card that was asked about.
    pub card: SeenCard,
    /// The best first, none of one's own.
    pub found: Vec<Suggested>,
}

/// A card of somebody else that this helper sees.
pub(super) async fn others(
    app: &App,
    who: &SignedIn,
    id: CardId,
) -> Result<(SeenCard, Arc<Card>), HintError> {
    let seen = match look(app, who, id).await {
        Ok(seen) => seen,
        Err(LookError::NotFound) => return Err(HintError::NotFound),
        Err(LookError::Trouble(trouble)) => return Err(trouble.into()),
    };
    if matches!(seen.owner, Owner::Own(_)) {
        return Err(HintError::Own);
    }
    let world = app.world();
    let card = world.cards.get(&id).ok_or(HintError::NotFound)?;
    Ok((seen, Arc::clone(card)))
}

/// The eyes with which a helper compares cards of others.
pub(super) async fn eyes(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    card: &Card,
) -> Result<Eyes, Trouble> {
    let viewer = read.viewer(who.helper()).await?;
    let itself = ListingId::Card(card.id).to_string();
    Ok(Eyes::new(viewer, app.world(), app.now())
        .without(std::iter::once(itself.as_str()))
        .relying(TrustField::of_card(&card.content)))
}

/// The cards that fit one, for whoever would suggest them to each other.
///
/// # Errors
/// [`HintError::NotFound`] when they do not see it; [`HintError::Own`] when it is theirs.
pub async fn fits(app: &App, who: &SignedIn, id: CardId) -> Result<Fits, HintError> {
    let (seen, card) = others(app, who, id).await?;
    let mut read = app.store.read().await?;
    let eyes = eyes(app, &mut read, who, &card).await?;
    drop(read);
    let query = Query {
        card: card.content.clone(),
        own: None,
        kind: ListingKind::Card,
        limit: MOST,
        include_own: false,
    };
    let until = app.now().plus_millis(BUDGET_MILLIS);
    let snapshot = app.keeper().engine().snapshot();
    let answer = snapshot.top_until(&query, &eyes, &|| app.now() > until);
    let mut found = Vec::with_capacity(answer.suggestions.len());
    for suggestion in answer.suggestions {
        if let Some(shown) = show(app, who, suggestion.id).await? {
            found.push(Suggested {
                shown,
                id: suggestion.id,
                reasons: suggestion.reasons,
            });
        }
    }
    Ok(Fits { card: seen, found })
}
