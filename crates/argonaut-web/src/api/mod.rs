//! The API: JSON on the same use cases as the pages, for programs that hold a token. What is
//! sealed is out of reach unless the token was given a record scope.

mod answers;
mod bearer;
mod clients;
mod me;
mod notifications;

use crate::routes::Routes;

/// The routes of the API.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/api/v1/me", me::show)
        .get("/api/v1/notifications", notifications::list)
        .post("/api/v1/notifications/read", notifications::read)
        .get("/api/v1/clients/{id}", clients::show)
}
