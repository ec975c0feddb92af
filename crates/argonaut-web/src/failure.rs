//! Failures on their way out: the one place that maps kinds to status codes,
//! and that answers HTML or JSON as the client asked.

use std::error::Error;

use argonaut_app::{Kind, Trouble};
use axum::Json;
use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;

use crate::i18n::{Tr, t};
use crate::me::Guest;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts;
use crate::state::Web;

/// A use case's error, in words for the person who is asked to act on it.
pub(crate) trait Problem: Error {
    /// Its kind.
    fn kind(&self) -> Kind;
    /// What to say: what is wrong, and what to do now. Never the cause.
    fn say(&self, tr: &Tr) -> String;
}

impl Problem for Trouble {
    fn kind(&self) -> Kind {
        Trouble::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match Trouble::kind(self) {
            Kind::Conflict => t!(tr, "errors-conflict"),
            Kind::Unavailable => t!(tr, "errors-unavailable"),
            Kind::Busy { .. } => t!(tr, "errors-busy"),
            Kind::NotFound => t!(tr, "errors-not-found"),
            Kind::Invalid | Kind::Forbidden | Kind::Internal => t!(tr, "errors-internal"),
        }
    }
}

/// A failure of a request.
#[derive(Clone, Debug)]
pub(crate) enum Failure {
    /// Something to tell.
    Told {
        /// Its kind.
        kind: Kind,
        /// What to say; empty for the kind's own sentence.
        text: String,
    },
    /// One has to sign in first; then comes the page one wanted.
    SignInFirst {
        /// The page one wanted, if it only reads.
        next: Option<String>,
    },
}

impl Failure {
    /// There is no such thing, or it is not theirs.
    pub(crate) const fn not_found() -> Self {
        Self::Told {
            kind: Kind::NotFound,
            text: String::new(),
        }
    }
    /// A use case's error. Its private cause goes to the log when it is ours.
    pub(crate) fn of(tr: &Tr, problem: &impl Problem) -> Self {
        let kind = problem.kind();
        note(kind, problem);
        Self::Told {
            kind,
            text: problem.say(tr),
        }
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        let kind = trouble.kind();
        note(kind, &trouble);
        Self::Told {
            kind,
            text: String::new(),
        }
    }
}

fn note(kind: Kind, error: &dyn Error) {
    match kind {
        Kind::Internal | Kind::Unavailable => tracing::error!(%error, "a request failed"),
        Kind::Invalid | Kind::NotFound | Kind::Conflict | Kind::Forbidden | Kind::Busy { .. } => {
            tracing::debug!(%error, "a request was refused");
        }
    }
}

/// The status code of a kind.
pub(crate) const fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::Busy { .. } => StatusCode::TOO_MANY_REQUESTS,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl IntoResponse for Failure {
    /// Only marks the answer; [`present`] gives it its words and its form.
    fn into_response(self) -> Response {
        let status = match &self {
            Self::Told { kind, .. } => status(*kind),
            Self::SignInFirst { .. } => StatusCode::UNAUTHORIZED,
        };
        let mut answer = status.into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

/// The answer for an address that is none of ours.
pub(crate) async fn not_found() -> Failure {
    Failure::not_found()
}

/// Gives failures their words and their form.
pub(crate) async fn present(State(web): State<Web>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let for_failure = parts.clone();
    let mut answer = next.run(Request::from_parts(parts.clone(), body)).await;
    let Some(failure) = answer.extensions_mut().remove::<Failure>() else {
        return answer;
    };
    parts = for_failure;
    let wants_json = parts
        .headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("application/json") && !accept.contains("text/html"));
    let Ok(guest) = Guest::from_request_parts(&mut parts, &web).await;
    match failure {
        Failure::SignInFirst { next } if !wants_json => {
            let target = next.map_or_else(
                || "/sign-in".to_owned(),
                |next| format!("/sign-in?next={}", escape(&next)),
            );
            Redirect::to(&target).into_response()
        }
        Failure::SignInFirst { .. } => {
            let text = t!(guest.tr, "errors-sign-in");
            (
                StatusCode::UNAUTHORIZED,
                Json(serde_json::json!({ "error": "sign_in", "message": text })),
            )
                .into_response()
        }
        Failure::Told { kind, text } => told(&guest, kind, text, wants_json),
    }
}

fn told(guest: &Guest, kind: Kind, text: String, wants_json: bool) -> Response {
    let tr = &guest.tr;
    let (code, title, own) = match kind {
        Kind::Invalid => (
            "invalid",
            t!(tr, "errors-invalid-title"),
            t!(tr, "errors-invalid"),
        ),
        Kind::NotFound => (
            "not_found",
            t!(tr, "errors-not-found-title"),
            t!(tr, "errors-not-found"),
        ),
        Kind::Conflict => (
            "conflict",
            t!(tr, "errors-conflict-title"),
            t!(tr, "errors-conflict"),
        ),
        Kind::Forbidden => (
            "forbidden",
            t!(tr, "errors-forbidden-title"),
            t!(tr, "errors-forbidden"),
        ),
        Kind::Busy { .. } => ("busy", t!(tr, "errors-busy-title"), t!(tr, "errors-busy")),
        Kind::Internal => (
            "internal",
            t!(tr, "errors-internal-title"),
            t!(tr, "errors-internal"),
        ),
        Kind::Unavailable => (
            "unavailable",
            t!(tr, "errors-unavailable-title"),
            t!(tr, "errors-unavailable"),
        ),
    };
    let text = if text.is_empty() { own } else { text };
    let mut answer = if wants_json {
        Json(serde_json::json!({ "error": code, "message": text })).into_response()
    } else {
        let body = html! {
            (parts::heading(&title, Some(&text), None))
            (parts::actions(&[parts::action(&t!(tr, "errors-home"), "/")]))
        };
        guest
            .show(&title, NavItem::None, Width::Text, &body)
            .into_response()
    };
    *answer.status_mut() = status(kind);
    if let Kind::Busy { retry_after } = kind {
        answer
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(retry_after));
    }
    answer
}

/// Escapes a path for use as a query value.
pub(crate) fn escape(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}
