//! `GET /api/v1/clients/{id}`: opens a record, with the scope "records" alone. It stands in
//! the client's access log like every opening.

use argonaut_app::Kind;
use argonaut_app::clients::open::open;
use argonaut_domain::ids::ClientId;
use axum::Json;
use axum::extract::{Path, State};

use super::answers::Refusal;
use super::bearer::Bearer;
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    bearer: Bearer,
    Path(id): Path<String>,
) -> Result<Json<serde_json::Value>, Refusal> {
    let who = bearer.may_open_records()?;
    let id: ClientId = id.parse().map_err(|_| Refusal::not_found())?;
    let opened = open(&web.app, who, id)
        .await
        .map_err(|error| match error.kind() {
            Kind::NotFound => Refusal::not_found(),
            Kind::Invalid
            | Kind::Conflict
            | Kind::Forbidden
            | Kind::Busy { .. }
            | Kind::Internal
            | Kind::Unavailable => Refusal::from(argonaut_app::Trouble::Bug(error.to_string())),
        })?;
    let dossier = opened.dossier.get();
    let needs: Vec<&str> = dossier.needs.iter().map(|need| need.term.code()).collect();
    let offers: Vec<&str> = dossier
        .offers
        .iter()
        .map(|offer| offer.term.code())
        .collect();
    Ok(Json(serde_json::json!({
        "id": id,
        "name": dossier.name(),
        "phones": dossier.contact.phones,
        "needs": needs,
        "offers": offers,
    })))
}
