//! Limits before every handler: which route is which limited act, where the request comes
//! from, and the page that keeps what was typed. What is allowed is decided in `app::limits`.

mod held;
mod proxies;
mod table;

use std::net::SocketAddr;

use argonaut_app::limits::{self, Act, TooMany, reading};
use axum::body::Body;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;

pub use proxies::{Proxies, ProxiesError};

use crate::me::session_of;
use crate::state::Web;

/// Lets a request through, or answers that it was too often.
pub(crate) async fn limit(State(web): State<Web>, request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map(|ConnectInfo(peer)| peer.ip());
    let address =
        peer.and_then(|peer| limits::Address::of(web.proxies.asking(peer, request.headers())));
    limits::from_address(address, counted(&web, request, next)).await
}

async fn counted(web: &Web, request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>();
    let act = path.and_then(|path| table::act(request.method(), path.as_str()));
    let Some(act) = act else {
        return next.run(request).await;
    };
    let (mut parts, body) = request.into_parts();
    let who = session_of(&parts, web).await.ok().flatten();
    let helper = who.as_ref().map(argonaut_app::SignedIn::helper);
    if let Some(who) = who {
        parts.extensions.insert(who);
    }
    if let Err(too_many) = allowed(web, helper, act).await {
        return held::answer(web, parts, body, too_many).await;
    }
    next.run(Request::from_parts(parts, body)).await
}

async fn allowed(
    web: &Web,
    helper: Option<argonaut_domain::ids::HelperId>,
    act: Act,
) -> Result<(), TooMany> {
    limits::take(&web.app, helper, act).await?;
    match (act, helper) {
        (Act::Search | Act::CardOpening, Some(helper)) => reading::pace(&web.app, helper).await,
        _other => Ok(()),
    }
}

/// The whole body of a form, when it is one.
async fn form_of(body: Body) -> Vec<(String, String)> {
    const LARGEST_FORM: usize = 1024 * 1024;
    let Ok(bytes) = axum::body::to_bytes(body, LARGEST_FORM).await else {
        return Vec::new();
    };
    let mut request = Request::new(Body::from(bytes));
    *request.method_mut() = axum::http::Method::POST;
    request.headers_mut().insert(
        axum::http::header::CONTENT_TYPE,
        axum::http::HeaderValue::from_static("application/x-www-form-urlencoded"),
    );
    <axum::extract::Form<Vec<(String, String)>> as axum::extract::FromRequest<()>>::from_request(
        request,
        &(),
    )
    .await
    .map(|form| form.0)
    .unwrap_or_default()
}
