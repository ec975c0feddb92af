//! The style sheet, the script and the icons, embedded in the binary. Their
//! addresses carry a hash of the content, so browsers may keep them for ever.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;
use tower_http::compression::CompressionLayer;

/// The route's pattern, for those who list routes.
pub const ROUTE: &str = "/assets/{hash}/{file}";

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

/// A file that pages refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asset {
    /// The style sheet.
    Style,
    /// The script that improves the pages.
    Script,
    /// The script that asks the browser for passkeys, on pages that do.
    Passkey,
    /// The script that asks the browser for push messages, on the page that does.
    Push,
    /// The icon.
    Icon,
    /// The web app manifest.
    Manifest,
}

impl Asset {
    /// Every asset.
    pub const ALL: [Self; 6] = [
        Self::Style,
        Self::Script,
        Self::Passkey,
        Self::Push,
        Self::Icon,
        Self::Manifest,
    ];

    const fn file(self) -> &'static str {
        match self {
            Self::Style => "app.css",
            Self::Script => "enhance.js",
            Self::Passkey => "passkey.js",
            Self::Push => "push.js",
            Self::Icon => "icon.svg",
            Self::Manifest => "app.webmanifest",
        }
    }

    const fn content_type(self) -> &'static str {
        match self {
            Self::Style => "text/css; charset=utf-8",
            Self::Script | Self::Passkey | Self::Push => "text/javascript; charset=utf-8",
            Self::Icon => "image/svg+xml",
            Self::Manifest => "application/manifest+json",
        }
    }

    /// Its address, `/assets/HASH/app.css`.
    pub fn path(self) -> String {
        format!("/assets/{}/{}", self.hash(), self.file())
    }

    /// Sixteen hex digits of the content's SHA-256, which rust-embed computes
    /// when it embeds the file (in debug builds: when it reads it).
    fn hash(self) -> String {
        Files::get(self.file()).map_or_else(String::new, |file| {
            let digest = file.metadata.sha256_hash();
            digest
                .iter()
                .take(8)
                .map(|byte| format!("{byte:02x}"))
                .collect()
        })
    }
}

/// The routes that serve the assets, compressed.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route(ROUTE, get(serve))
        .layer(CompressionLayer::new())
}

/// The worker that shows push messages, at an address that stays: a browser looks there for a
/// newer one by itself.
pub(crate) async fn worker() -> Response {
    let Some(embedded) = Files::get("worker.js") else {
        return StatusCode::NOT_FOUND.into_response();
    };
    (
        [
            (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
            (header::CACHE_CONTROL, "no-cache"),
        ],
        embedded.data.into_owned(),
    )
        .into_response()
}

async fn serve(Path((hash, file)): Path<(String, String)>) -> Response {
    let Some(asset) = Asset::ALL.into_iter().find(|asset| asset.file() == file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some(embedded) = Files::get(asset.file()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // A page of an older version may still ask with its own hash: it gets the
    // current file, which must not be kept under the old address.
    let keep = if hash == asset.hash() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    (
        [
            (
                header::CONTENT_TYPE,
                HeaderValue::from_static(asset.content_type()),
            ),
            (header::CACHE_CONTROL, HeaderValue::from_static(keep)),
        ],
        embedded.data.into_owned(),
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use tower::ServiceExt as _;

    async fn ask(path: &str, gzip: bool) -> Response {
        let mut request = Request::get(path);
        if gzip {
            request = request.header("accept-encoding", "gzip");
        }
        routes::<()>()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn every_asset_is_there_and_may_be_kept_for_ever() {
        for asset in Asset::ALL {
            let answer = ask(&asset.path(), false).await;
            assert_eq!(answer.status(), StatusCode::OK, "{}", asset.path());
            assert_eq!(
                answer.headers()["content-type"],
                asset.content_type(),
                "{asset:?}"
            );
            assert!(
                answer.headers()["cache-control"]
                    .to_str()
                    .unwrap()
                    .contains("immutable")
            );
            let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
            assert!(body.len() > 100, "{asset:?} is empty");
        }
    }

    #[tokio::test]
    async fn an_old_address_is_not_kept() {
        let answer = ask("/assets/0000000000000000/app.css", false).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["cache-control"], "no-cache");
    }

    #[tokio::test]
    async fn nothing_else_is_served() {
        let answer = ask("/assets/0/Cargo.toml", false).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn text_is_compressed() {
        let answer = ask(&Asset::Style.path(), true).await;
        assert_eq!(answer.headers()["content-encoding"], "gzip");
    }
}
