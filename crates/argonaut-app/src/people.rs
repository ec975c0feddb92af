//! Helpers as they are shown to each other: a face, or a number that stands for
//! somebody who stays hidden.

use argonaut_domain::access::{HelperFacts, Viewer};
use argonaut_domain::helper::{Handle, HelperRole};
use argonaut_domain::ids::{HelperId, MatchId};
use argonaut_domain::place::Place;

use crate::who::SignedIn;
use crate::world::World;

/// A helper's name and what goes with it in lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// Who.
    pub id: HelperId,
    /// The name.
    pub name: String,
    /// The short name.
    pub handle: Handle,
    /// In which role.
    pub role: HelperRole,
    /// Where they help, if they show it to this viewer.
    pub area: Option<Place>,
    /// Whether they are a contact of the viewer.
    pub is_contact: bool,
}

/// The face of a helper, if this viewer may meet them.
pub(crate) fn face(world: &World, viewer: &Viewer, id: HelperId) -> Option<Face> {
    let helper = world.helpers.get(&id)?;
    if !viewer.may_meet(HelperFacts::of(helper)) {
        return None;
    }
    let area = Some(helper.profile.area)
        .filter(|area| *area != Place::Anywhere && viewer.reaches(helper.profile.privacy.area, id));
    Some(Face {
        id,
        name: helper.name.clone(),
        handle: helper.handle.clone(),
        role: helper.profile.role,
        area,
        is_contact: viewer.is_contact(id),
    })
}

/// Where a hidden helper is met.
pub(crate) enum Behind {
    /// A card that shows this place.
    Card(Place),
    /// An enquiry.
    Enquiry(MatchId),
}

/// The number that stands for a hidden helper: the same for this viewer each
/// time, and unrelated to what any other viewer sees, because it is keyed by
/// the viewer's own secret. Cards that show different places have different
/// numbers: who has clients in three towns would be known by them.
pub(crate) fn pseudonym(who: &SignedIn, other: HelperId, behind: &Behind) -> u16 {
    let about = match behind {
        Behind::Card(place) => place.to_string(),
        Behind::Enquiry(id) => id.to_string(),
    };
    let [a, b, ..] = who.keys.pseudonym(other.bytes(), about.as_bytes());
    1000 + u16::from_be_bytes([a, b]) % 9000
}
