//! How much a helper counts to the one who looks, for the order of lists. The one place to
//! ask; what it asks is the business of trust.

use argonaut_domain::access::Viewer;
use argonaut_domain::ids::HelperId;

use crate::world::World;

/// In [0, 1], the higher the earlier in a list.
pub(crate) fn standing_of(_world: &World, viewer: &Viewer, helper: HelperId) -> f64 {
    viewer.trust(helper)
}
