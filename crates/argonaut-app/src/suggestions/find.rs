//! Finding: cards, helpers and services by filters, over published values only.

use argonaut_engine::{Facets, Filter, ListingId, Page};

use super::{Eyes, Shown, show};
use crate::app::App;
use crate::error::Trouble;
use crate::helpers::view::safe_count;
use crate::who::SignedIn;

/// Listings on a page.
pub const PAGE: usize = 20;

/// What was found.
pub struct Finds {
    /// The listings on this page.
    pub found: Vec<(ListingId, Shown)>,
    /// Whether there is a page after this one.
    pub more: bool,
    /// How many in all, safe to show: 0 stands for "few".
    pub about: usize,
    /// How many with each value, safe to show.
    pub facets: Facets,
}

/// Looks for listings.
///
/// # Errors
/// When storage fails.
pub async fn find(app: &App, who: &SignedIn, filter: &Filter, page: usize) -> Result<Finds, Trouble> {
    let viewer = app.store.read().await?.viewer(who.helper()).await?;
    let eyes = Eyes::new(viewer, app.world(), app.now());
    let page = Page { offset: page.saturating_mul(PAGE), limit: PAGE.saturating_add(1) };
    let result = app.keeper().engine().snapshot().find(filter, &eyes, page);
    let more = result.items.len() > PAGE;
    let mut found = Vec::with_capacity(PAGE);
    for item in result.items.iter().take(PAGE) {
        if let Some(shown) = show(app, who, item.id).await? {
            found.push((item.id, shown));
        }
    }
    Ok(Finds { found, more, about: safe_count(result.total), facets: result.facets })
}
