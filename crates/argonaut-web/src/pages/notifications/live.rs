//! `GET /events`: the bell's count as server-sent events, for pages that are open. Says how
//! many are unread, and never what they say.

use std::convert::Infallible;
use std::time::Duration;

use argonaut_app::notices;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;

use crate::failure::Failure;
use crate::me::Me;
use crate::pages::layout::bell_event;
use crate::state::Web;

/// Proxies close connections on which nothing is said for a minute.
const HEARTBEAT: Duration = Duration::from_secs(20);

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Response, Failure> {
    let Some(bell) = notices::live::listen(&web.app, me.who.clone()) else {
        // A browser that is answered so does not ask again.
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let tr = me.tr.clone();
    let news = stream::unfold((bell, web.shutdown, tr), |(mut bell, shutdown, tr)| async {
        let count = tokio::select! {
            () = shutdown.cancelled() => None,
            count = bell.next() => count,
        }?;
        let event = Event::default()
            .event("bell")
            .data(bell_event(&tr, u64::from(count)));
        Some((Ok::<_, Infallible>(event), (bell, shutdown, tr)))
    });
    let mut answer = Sse::new(news)
        .keep_alive(KeepAlive::new().interval(HEARTBEAT))
        .into_response();
    // Some proxies collect an answer before they pass it on.
    answer
        .headers_mut()
        .insert("x-accel-buffering", HeaderValue::from_static("no"));
    answer
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}
