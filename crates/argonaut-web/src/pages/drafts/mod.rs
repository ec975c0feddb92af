//! Drafts: what in words that other helpers will read may tell who a client is, asked
//! as they are typed and before they are sent. The sender decides.

mod check;
pub(crate) mod panel;
mod problems;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes.post("/drafts/check", check::check)
}
