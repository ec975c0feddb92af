//! Pages: cards.

pub(crate) mod face;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
}
