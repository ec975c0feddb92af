//! Find: cards, helpers and services by filters; a service's page.

mod asked;
mod browse;
mod facets;
mod service;
mod terms;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/find", browse::show)
        .get("/terms", terms::suggest)
        .get("/services/{id}", service::show)
}
