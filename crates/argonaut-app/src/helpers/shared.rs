//! Whom two helpers both know, told only where both sides of each contact allow it.

use argonaut_domain::access::{GroupFacts, HelperFacts, Viewer};
use argonaut_domain::helper::{Helper, Reach};
use argonaut_domain::ids::{GroupId, HelperId};

use crate::app::App;
use crate::error::Trouble;
use crate::people::{self, Face};
use crate::who::SignedIn;
use crate::world::World;

/// What the filter asks of one side of a contact.
pub(crate) fn side(helper: &Helper) -> (HelperFacts, Reach) {
    (HelperFacts::of(helper), helper.profile.privacy.contacts)
}

/// Whether the viewer may learn that these two are contacts.
pub(crate) fn tells(world: &World, viewer: &Viewer, one: HelperId, other: HelperId) -> bool {
    match (world.helpers.get(&one), world.helpers.get(&other)) {
        (Some(one), Some(other)) => viewer.sees_contact(side(one), side(other)),
        (Some(_) | None, _) => false,
    }
}

/// The contacts that the viewer shares with another helper, by name. A block between any
/// two of the three hides it.
///
/// # Errors
/// When storage fails.
pub async fn shared(app: &App, who: &SignedIn, other: HelperId) -> Result<Vec<Face>, Trouble> {
    if other == who.helper() {
        return Ok(Vec::new());
    }
    let mut read = app.store.read().await?;
    let viewer = read.viewer(who.helper()).await?;
    // Without those who blocked them, or whom they blocked.
    let theirs = read.viewer(other).await?;
    drop(read);
    let world = app.world();
    let mut faces: Vec<Face> = theirs
        .contacts()
        .filter(|between| viewer.is_contact(*between) && tells(&world, &viewer, other, *between))
        .filter_map(|between| people::face(&world, &viewer, between))
        .collect();
    faces.sort_by_cached_key(|face| crate::fuzzy::plain(&face.name));
    Ok(faces)
}

/// The groups in which the viewer sees this helper as one of the members, being one too; by
/// name. Groups in which the viewer is not are not told, whatever they are.
///
/// # Errors
/// When storage fails.
pub async fn groups_together(
    app: &App,
    who: &SignedIn,
    other: HelperId,
) -> Result<Vec<(GroupId, String)>, Trouble> {
    let world = app.world();
    let Some(facts) = world.helpers.get(&other).map(|of| HelperFacts::of(of)) else {
        return Ok(Vec::new());
    };
    if other == who.helper() {
        return Ok(Vec::new());
    }
    let mut read = app.store.read().await?;
    let viewer = read.viewer(who.helper()).await?;
    let mut both = Vec::new();
    for seat in read.groups_of(other).await? {
        if !viewer.is_in(seat.group) {
            continue;
        }
        let Some(group) = read.group(seat.group).await? else {
            continue;
        };
        if viewer.sees_member(viewer.group(GroupFacts::of(&group)), facts) {
            both.push((group.id, group.profile.name));
        }
    }
    Ok(both)
}
