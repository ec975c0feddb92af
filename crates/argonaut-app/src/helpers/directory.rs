//! The directory of helpers: everybody whom this helper may find.

use argonaut_domain::access::HelperFacts;

use crate::app::App;
use crate::error::Trouble;
use crate::fuzzy;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// Helpers on a page.
pub const PAGE: usize = 50;

/// A page of the directory.
pub struct Directory {
    /// The helpers, contacts first, then by name.
    pub faces: Vec<Face>,
    /// How many fit in all.
    pub total: usize,
}

/// Lists the helpers whose name or handle fits; all of them for an empty text.
///
/// # Errors
/// When storage fails.
pub async fn list(
    app: &App,
    who: &SignedIn,
    text: &str,
    page: usize,
) -> Result<Directory, Trouble> {
    let viewer = app.store.read().await?.viewer(who.helper()).await?;
    let world = app.world();
    let wanted = fuzzy::Query::new(text);
    let mut found: Vec<(u32, Face)> = world
        .helpers
        .values()
        .filter(|helper| helper.id != who.helper() && viewer.finds_helper(HelperFacts::of(helper)))
        .filter_map(|helper| {
            let score = wanted.score([helper.name.as_str(), helper.handle.as_str()].into_iter())?;
            people::face(&world, &viewer, helper.id).map(|face| (score, face))
        })
        .collect();
    found.sort_by_cached_key(|(score, face)| {
        (
            !face.is_contact,
            u32::MAX - score,
            fuzzy::plain(&face.name),
            face.id,
        )
    });
    let total = found.len();
    let faces = found
        .into_iter()
        .map(|(_, face)| face)
        .skip(page.saturating_mul(PAGE))
        .take(PAGE)
        .collect();
    Ok(Directory { faces, total })
}
