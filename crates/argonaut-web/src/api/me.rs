//! `GET /api/v1/me`: who the token acts for, and what it may do. Any scope will do.

use axum::Json;

use super::bearer::Bearer;

pub(super) async fn show(bearer: Bearer) -> Json<serde_json::Value> {
    let caller = bearer.caller();
    let scopes: Vec<&str> = caller.scopes().iter().map(|scope| scope.code()).collect();
    Json(serde_json::json!({
        "id": caller.actor.helper(),
        "name": caller.name,
        "locale": caller.locale.map(|locale| locale.code()),
        "token": { "scopes": scopes, "expires": caller.expires.date().to_string() },
    }))
}
