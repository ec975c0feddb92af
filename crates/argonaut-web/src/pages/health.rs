//! Signs of life for whoever watches over the program.

use axum::extract::State;
use axum::http::StatusCode;

use crate::routes::Routes;
use crate::state::Web;

pub(crate) fn add(routes: Routes) -> Routes {
    routes.get("/healthz", healthz).get("/readyz", readyz)
}

/// The program runs.
async fn healthz() -> &'static str {
    "ok\n"
}

/// The program can serve: its database answers.
async fn readyz(State(web): State<Web>) -> (StatusCode, &'static str) {
    match web.app.ready().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
    }
}
