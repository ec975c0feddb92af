//! `GET /api/v1/notifications` with the scope "read", and
//! `POST /api/v1/notifications/read` with the scope "write".

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;

use super::answers::Refusal;
use super::bearer::Bearer;
use crate::state::Web;

pub(super) async fn list(
    State(web): State<Web>,
    bearer: Bearer,
) -> Result<Json<serde_json::Value>, Refusal> {
    let notices = bearer.may_read()?.notifications(&web.app).await?;
    let notices: Vec<serde_json::Value> = notices
        .iter()
        .map(|notice| {
            serde_json::json!({
                "id": notice.id,
                "kind": notice.kind.code(),
                "subject": (!notice.subject.is_nil()).then_some(notice.subject),
                "at": micros(notice.at),
                "read": notice.read.is_some(),
            })
        })
        .collect();
    Ok(Json(serde_json::json!({ "notifications": notices })))
}

pub(super) async fn read(State(web): State<Web>, bearer: Bearer) -> Result<StatusCode, Refusal> {
    bearer.may_write()?.read_notifications(&web.app).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A moment as RFC 3339 writes it, in UTC.
fn micros(at: argonaut_domain::clock::Timestamp) -> Option<String> {
    jiff::Timestamp::from_microsecond(at.micros())
        .ok()
        .map(|at| at.to_string())
}
