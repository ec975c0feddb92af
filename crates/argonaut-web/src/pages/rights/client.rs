//! The page behind a client's link, without an account and without a cookie.
//! Reading changes nothing but "opened"; every change posts, and leads back.

use argonaut_app::links::act::{self, Withdrawal};
use argonaut_app::links::{LinkError, page};
use argonaut_app::matches::follow_up;
use argonaut_domain::link::{LinkAnswer, RequestKind};
use argonaut_domain::locale::Locale;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::Markup;

use super::client_view;
use crate::failure::status;
use crate::form_data::FormData;
use crate::i18n::{Tr, negotiate};
use crate::state::Web;

/// The language that was chosen on the page; `None` when none was.
pub(super) fn chosen(sent: &FormData) -> Option<Locale> {
    Locale::parse(sent.text("lang"))
}

/// The language a browser asks for.
pub(super) fn wished(headers: &HeaderMap) -> Locale {
    negotiate(
        headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|wish| wish.to_str().ok()),
    )
}

/// An answer that leaves no trace: no other site, no search engine and no
/// program that looks ahead learns the address.
pub(super) fn discreet(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    for (name, value) in [
        (header::REFERRER_POLICY, "no-referrer"),
        (
            header::HeaderName::from_static("x-robots-tag"),
            "noindex, nofollow, noarchive, nosnippet",
        ),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    answer
}

fn whole(code: StatusCode, page: Markup) -> Response {
    discreet((code, page).into_response())
}

/// What is wrong. A token that is wrong and one that has ended look the same,
/// to the letter.
fn wrong(tr: &Tr, error: &LinkError) -> Response {
    let kind = error.kind();
    match error {
        LinkError::Ended => whole(status(kind), client_view::ended(tr)),
        LinkError::TooMuch => whole(status(kind), client_view::too_much(tr)),
        LinkError::Over => whole(status(kind), client_view::over(tr)),
        LinkError::Busy(seconds) => {
            let mut answer = whole(status(kind), client_view::busy(tr));
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
            answer
        }
        LinkError::Trouble(trouble) => {
            tracing::error!(%trouble, "a client's link failed");
            whole(status(kind), client_view::trouble(tr))
        }
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    Path(token): Path<String>,
    method: Method,
    headers: HeaderMap,
    sent: FormData,
) -> Response {
    let looked = method == Method::GET;
    match page::page(&web.app, &token, looked).await {
        Ok(page) => {
            let tr = Tr::of(chosen(&sent).unwrap_or(page.link.language));
            let told = client_view::Told::parse(sent.text("said"));
            let today = web.app.now().date();
            whole(
                StatusCode::OK,
                client_view::page(&tr, &page, &token, told, today),
            )
        }
        Err(error) => wrong(
            &Tr::of(chosen(&sent).unwrap_or_else(|| wished(&headers))),
            &error,
        ),
    }
}

/// The client says how an introduction goes.
pub(super) async fn follow_up(
    State(web): State<Web>,
    Path(token): Path<String>,
    headers: HeaderMap,
    sent: FormData,
) -> Response {
    let result = match crate::pages::follow_ups::client_told(&sent) {
        Some(told) => follow_up::answer_by_link(&web.app, &token, told).await,
        // Nothing was chosen: the page asks again.
        None => page::page(&web.app, &token, false).await.map(drop),
    };
    let said = client_view::Told::FollowedUp;
    back(&token, &headers, &sent, said, result)
}

/// Back to the page, which tells how things stand now.
fn back(
    token: &str,
    headers: &HeaderMap,
    sent: &FormData,
    said: client_view::Told,
    result: Result<(), LinkError>,
) -> Response {
    let locale = chosen(sent).unwrap_or_else(|| wished(headers));
    match result {
        Ok(()) => {
            let to = format!("/c/{token}?lang={}&said={}", locale.code(), said.code());
            discreet(Redirect::to(&to).into_response())
        }
        Err(error) => wrong(&Tr::of(locale), &error),
    }
}

pub(super) async fn answer(
    State(web): State<Web>,
    Path(token): Path<String>,
    headers: HeaderMap,
    sent: FormData,
) -> Response {
    let locale = chosen(&sent).unwrap_or_else(|| wished(&headers));
    let result = match LinkAnswer::parse(sent.text("answer")) {
        Some(answer) => act::answer(&web.app, &token, answer, locale).await,
        // Nothing was chosen: the page asks again.
        None => page::page(&web.app, &token, false).await.map(drop),
    };
    back(&token, &headers, &sent, client_view::Told::Answered, result)
}

pub(super) async fn withdraw(
    State(web): State<Web>,
    Path(token): Path<String>,
    headers: HeaderMap,
    sent: FormData,
) -> Response {
    let what = match sent.text("what") {
        "all" => Some(Withdrawal::All),
        "this" => Some(Withdrawal::This),
        id => id.parse().ok().map(Withdrawal::One),
    };
    let result = match what {
        Some(what) => act::withdraw(&web.app, &token, what).await,
        None => page::page(&web.app, &token, false).await.map(drop),
    };
    back(
        &token,
        &headers,
        &sent,
        client_view::Told::Withdrawn,
        result,
    )
}

pub(super) async fn ask(
    State(web): State<Web>,
    Path(token): Path<String>,
    headers: HeaderMap,
    sent: FormData,
) -> Response {
    let kind = RequestKind::parse(sent.text("kind")).unwrap_or(RequestKind::Correct);
    let result = act::request(&web.app, &token, kind, sent.text("words")).await;
    back(&token, &headers, &sent, client_view::Told::Asked, result)
}
