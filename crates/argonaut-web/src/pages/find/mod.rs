//! Find: cards, helpers and services by filters; a service's page.

mod browse;
mod service;

use crate::routes::Routes;

/// The routes of this area.
pub(crate) fn add(routes: Routes) -> Routes {
    routes
        .get("/find", browse::show)
        .get("/services/{id}", service::show)
}
