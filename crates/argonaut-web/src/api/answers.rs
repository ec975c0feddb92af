//! Answers of the API: what went wrong, as JSON, with the status of its kind.

use argonaut_app::limits::TooMany;
use argonaut_app::{Kind, Trouble};
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::failure::status;

/// Why a call was refused.
pub(crate) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) error: &'static str,
    pub(super) message: String,
    /// Seconds to wait, where it was too often.
    pub(super) retry_after: Option<u32>,
}

impl From<TooMany> for Refusal {
    fn from(too_many: TooMany) -> Self {
        let seconds = too_many.retry_after;
        Self {
            status: status(too_many.kind()),
            error: "too_many",
            message: format!("That was very often. Try again in {seconds} seconds."),
            retry_after: Some(seconds),
        }
    }
}

impl Refusal {
    /// There is no such thing, or it is not theirs.
    pub(super) fn not_found() -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            error: "not_found",
            message: "There is no such thing, or it is not yours.".to_owned(),
            retry_after: None,
        }
    }
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        let kind = trouble.kind();
        let error = match kind {
            Kind::Conflict => "conflict",
            Kind::Unavailable => "unavailable",
            Kind::Busy { .. } => "busy",
            Kind::NotFound => return Self::not_found(),
            Kind::Invalid | Kind::Forbidden | Kind::Internal => "internal",
        };
        tracing::error!(error = %trouble, "a call failed");
        Self {
            status: status(kind),
            error,
            message: "It did not work. Try again later.".to_owned(),
            retry_after: None,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = serde_json::json!({ "error": self.error, "message": self.message });
        let mut answer = (self.status, Json(body)).into_response();
        if let Some(seconds) = self.retry_after {
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            answer
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        answer
    }
}
