//! Serving the site on a socket until the state's shutdown signal, then giving
//! running answers some time to end. Knows nothing of signals and settings.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;

use crate::router::router;
use crate::state::Web;

/// Serves the site. Ends when `web.shutdown` is cancelled and the running
/// answers are done, at the latest after `last_answers`.
///
/// # Errors
/// When the socket fails.
pub async fn serve(listener: TcpListener, web: Web, last_answers: Duration) -> std::io::Result<()> {
    let shutdown = web.shutdown.clone();
    let site = router(web).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, site)
        .with_graceful_shutdown(shutdown.clone().cancelled_owned())
        .into_future();
    let too_long = async {
        shutdown.cancelled().await;
        tokio::time::sleep(last_answers).await;
    };
    tokio::select! {
        ended = served => ended,
        () = too_long => {
            tracing::warn!("some answers took too long and were cut off");
            Ok(())
        }
    }
}
