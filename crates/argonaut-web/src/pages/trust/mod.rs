//! Trust on screen: how two helpers know each other, vouching, one's own vouches.

mod acts;
pub(crate) mod bond;
mod form;
mod mine;
mod problems;
#[cfg(test)]
mod tests;
pub(crate) mod words;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/vouches", mine::show)
        .post("/vouches/{id}/renew", acts::renew)
        .get("/vouches/{id}/revoke", acts::revoke_page)
        .post("/vouches/{id}/revoke", acts::revoke)
        .get("/helpers/{id}/vouch", form::show)
        .post("/helpers/{id}/vouch", form::send)
        .post("/helpers/{id}/distrust", acts::distrust)
        .post("/helpers/{id}/distrust/lift", acts::lift)
}
