//! Finding: cards, helpers and services by filters, over published values only.

use argonaut_engine::{Count, Facets, Filter, FoundItem, ListingKind, Page};

use super::{Eyes, Shown, show};
use crate::app::App;
use crate::error::Trouble;
use crate::limits::reading;
use crate::who::SignedIn;

/// Listings on a page.
pub const PAGE: usize = 20;

/// What was found.
pub struct Finds {
    /// The listings on this page.
    pub found: Vec<(FoundItem, Shown)>,
    /// Whether there is a page after this one.
    pub more: bool,
    /// How many in all; `shown()` is what a screen may tell of cards.
    pub total: Count,
    /// How many with each value, safe to show.
    pub facets: Facets,
}

/// Looks for listings.
///
/// # Errors
/// When storage fails.
pub async fn find(
    app: &App,
    who: &SignedIn,
    filter: &Filter,
    page: usize,
) -> Result<Finds, Trouble> {
    let viewer = app.store.read().await?.viewer(who.helper()).await?;
    let eyes = Eyes::new(viewer, app.world(), app.now());
    let page = Page {
        offset: page.saturating_mul(PAGE),
        limit: PAGE,
    };
    let result = app.keeper().engine().snapshot().find(filter, &eyes, page);
    let mut found = Vec::with_capacity(PAGE);
    for item in result.items.iter() {
        if let Some(shown) = show(app, who, item.id).await? {
            found.push((*item, shown));
        }
    }
    let cards = found.iter().filter_map(|(_, shown)| match shown {
        Shown::Card(card) if !shown.is_own() => Some(card.id),
        Shown::Card(_) | Shown::Helper(_) | Shown::Service(_) => None,
    });
    let question = matches!(filter.kind, ListingKind::Card).then(|| format!("{filter:?}"));
    reading::note(app, who.helper(), cards, question.as_deref()).await?;
    Ok(Finds {
        found,
        more: result.more,
        total: result.total,
        facets: result.facets,
    })
}
