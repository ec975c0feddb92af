//! Find: cards, helpers and services by filters; saved searches; a service's page.

mod asked;
mod browse;
mod facets;
mod searches;
mod service;
mod terms;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/find", browse::show)
        .get("/searches", searches::show)
        .post("/searches", searches::save)
        .post("/searches/{id}/seen", searches::seen)
        .post("/searches/{id}/delete", searches::delete)
        .get("/terms", terms::suggest)
        .get("/services/{id}", service::show)
}
