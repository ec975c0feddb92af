//! The router's own list: every route is noted as it is added, so that tests
//! read from the router what there is to test, and nothing can be forgotten.

use axum::Router;
use axum::handler::Handler;
use axum::routing;

use crate::state::Web;

/// The methods in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Changes.
    Post,
}

/// One route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RouteInfo {
    /// How it is asked.
    pub method: Method,
    /// Its path, with `{names}` of what varies.
    pub path: &'static str,
}

/// A router that knows its routes.
pub(crate) struct Routes {
    router: Router<Web>,
    list: Vec<RouteInfo>,
}

impl Routes {
    pub(crate) fn new() -> Self {
        Self {
            router: Router::new(),
            list: Vec::new(),
        }
    }
    /// A route that reads.
    pub(crate) fn get<H, T>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, Web>,
        T: 'static,
    {
        self.list.push(RouteInfo {
            method: Method::Get,
            path,
        });
        self.router = self.router.route(path, routing::get(handler));
        self
    }
    /// A route that changes something.
    pub(crate) fn post<H, T>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, Web>,
        T: 'static,
    {
        self.list.push(RouteInfo {
            method: Method::Post,
            path,
        });
        self.router = self.router.route(path, routing::post(handler));
        self
    }
    /// All routes of an area.
    pub(crate) fn area(self, add: impl FnOnce(Self) -> Self) -> Self {
        add(self)
    }
    pub(crate) fn into_parts(self) -> (Router<Web>, Vec<RouteInfo>) {
        (self.router, self.list)
    }
}
