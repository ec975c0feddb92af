//! Every route of the site, area by area, and the layers around them.

use axum::Router;
use axum::middleware::from_fn_with_state;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::trace::TraceLayer;

use crate::routes::{RouteInfo, Routes};
use crate::state::Web;
use crate::{api, assets, failure, limits, pages, security};

/// The largest body of a request, in bytes. What a page takes is less, and the page says so
/// in words; this is twice an address book, so that there is something to answer with.
const LARGEST_BODY: usize = 16 * 1024 * 1024;

fn all() -> Routes {
    Routes::new()
        .area(pages::home::add)
        .area(pages::accounts::add)
        .area(pages::admin::add)
        .area(pages::clients::add)
        .area(pages::circles::add)
        .area(pages::cards::add)
        .area(pages::suggestions::add)
        .area(pages::find::add)
        .area(pages::matches::add)
        .area(pages::messages::add)
        .area(pages::follow_ups::add)
        .area(pages::impact::add)
        .area(pages::drafts::add)
        .area(pages::helpers::add)
        .area(pages::trust::add)
        .area(pages::groups::add)
        .area(pages::posts::add)
        .area(pages::rings::add)
        .area(pages::hints::add)
        .area(pages::referrals::add)
        .area(pages::plan::add)
        .area(pages::network::add)
        .area(pages::notifications::add)
        .area(pages::told::add)
        .area(pages::rights::add)
        .area(pages::safety::add)
        .area(pages::health::add)
        .area(api::add)
}

/// Every route there is.
pub fn routes() -> Vec<RouteInfo> {
    all().into_parts().1
}

/// The whole site.
pub fn router(web: Web) -> Router {
    let (router, _) = all().into_parts();
    let router = router
        .merge(assets::routes())
        .fallback(failure::not_found)
        .method_not_allowed_fallback(failure::not_found)
        .layer(from_fn_with_state(web.clone(), limits::limit))
        .layer(from_fn_with_state(web.clone(), failure::present))
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY));
    security::protect(router, web.reach)
        .layer(CompressionLayer::new().gzip(true))
        .layer(CatchPanicLayer::new())
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .with_state(web)
}

/// A request in the log: method and the route's pattern. Never the address as
/// typed: it may hold ids and tokens.
fn span(request: &axum::extract::Request) -> tracing::Span {
    let route = request
        .extensions()
        .get::<axum::extract::MatchedPath>()
        .map_or("-", |path| path.as_str());
    tracing::info_span!("request", method = %request.method(), route)
}
