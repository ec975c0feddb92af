//! What protects every answer and every change from the browser's side: the
//! security headers, and the proof that a change was asked for by our own page.
//! Knows nothing of sessions or of who may do what.

use axum::Router;
use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};

use crate::i18n::{Tr, negotiate, t};

/// What a page may load and where it may send: only this site, nothing inline.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

/// Headers of every answer that does not set them itself.
const HEADERS: [(&str, &str); 7] = [
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    // Pages show clients: neither the disk cache nor the "back" cache keeps them.
    ("cache-control", "no-store"),
];

/// How this site is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Over HTTPS, possibly through a proxy that ends TLS.
    Https,
    /// Over plain HTTP on this machine only.
    Loopback,
}

/// Puts the security headers on every answer of `router` and refuses changes
/// that do not prove to come from our own pages. Call it last, around everything.
pub fn protect<S: Clone + Send + Sync + 'static>(router: Router<S>, reach: Reach) -> Router<S> {
    router
        .layer(from_fn(move |request, next| {
            same_origin(reach, request, next)
        }))
        .layer(from_fn(move |request, next| headers(reach, request, next)))
}

async fn headers(reach: Reach, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    for (name, value) in HEADERS {
        headers
            .entry(HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    }
    if reach == Reach::Https {
        headers
            .entry(header::STRICT_TRANSPORT_SECURITY)
            .or_insert(HeaderValue::from_static(
                "max-age=63072000; includeSubDomains",
            ));
    }
    answer
}

async fn same_origin(reach: Reach, request: Request, next: Next) -> Response {
    let reads = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    // A call with a token needs no such proof: cookies count for nothing there, and no page of
    // another site can make a browser send a token.
    let by_token = request.uri().path().starts_with("/api/")
        && request.headers().contains_key(header::AUTHORIZATION);
    // A mail program ends mail with the link of a mail alone (RFC 8058). The address is the
    // proof: no other page can know the token in it, and no cookie acts for anybody.
    let ends_mail = request.uri().path().starts_with("/mail/stop/");
    if reads || by_token || ends_mail || proves_same_origin(reach, request.uri(), request.headers())
    {
        return next.run(request).await;
    }
    let wish = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|wish| wish.to_str().ok());
    let tr = Tr::of(negotiate(wish));
    (StatusCode::FORBIDDEN, t!(tr, "errors-not-same-origin")).into_response()
}

/// Browsers send `Sec-Fetch-Site` with every request and scripts cannot forge
/// it. Old ones (and programs) send `Origin`, which must then name our host.
/// Neither of them proves nothing, so it is refused.
fn proves_same_origin(reach: Reach, uri: &Uri, headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin";
    }
    // A client's link sends no referrer, so old browsers hide the origin too. There the
    // address itself is the proof: no other page can know the token in it, and no cookie
    // acts for anybody.
    if uri.path().starts_with("/c/") && single(headers, &header::ORIGIN) == Some("null") {
        return true;
    }
    let Some(origin) = single(headers, &header::ORIGIN).and_then(|text| text.parse::<Uri>().ok())
    else {
        return false;
    };
    let secure_enough = match reach {
        Reach::Https => origin.scheme_str() == Some("https"),
        Reach::Loopback => matches!(origin.scheme_str(), Some("http" | "https")),
    };
    let host = single(headers, &header::HOST)
        .and_then(|text| text.parse::<Authority>().ok())
        .or_else(|| uri.authority().cloned());
    secure_enough && host.is_some() && origin.authority() == host.as_ref()
}

/// The value of a header that may stand there only once.
fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        (Some(_), Some(_)) | (None, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::routing::any;
    use tower::ServiceExt as _;

    async fn ask(reach: Reach, method: Method, headers: &[(&str, &str)]) -> Response {
        let router = Router::new().route("/", any(async || "done")).route(
            "/kept",
            any(async || ([("cache-control", "public")], "kept")),
        );
        let mut request = Request::builder().method(method).uri("/");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        protect::<()>(router, reach)
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap()
    }

    #[test]
    fn a_hidden_origin_proves_something_only_beside_a_token() {
        let proves = |path: &str, headers: &[(&'static str, &'static str)]| {
            let headers = headers
                .iter()
                .map(|(name, value)| {
                    (
                        HeaderName::from_static(name),
                        HeaderValue::from_static(value),
                    )
                })
                .collect();
            proves_same_origin(Reach::Https, &path.parse().unwrap(), &headers)
        };
        let hidden = ("origin", "null");
        assert!(proves("/c/token/answer", &[hidden]));
        assert!(!proves("/c/token/answer", &[]));
        assert!(!proves("/c", &[hidden]) && !proves("/clients", &[hidden]));
        let elsewhere = ("sec-fetch-site", "cross-site");
        assert!(!proves("/c/token/answer", &[elsewhere, hidden]));
    }

    #[tokio::test]
    async fn a_call_with_a_token_needs_no_proof_but_only_at_the_api() {
        let router = Router::new()
            .route("/api/x", any(async || "done"))
            .route("/x", any(async || "done"));
        let router = protect::<()>(router, Reach::Https);
        for (path, token, expected) in [
            ("/api/x", true, StatusCode::OK),
            ("/api/x", false, StatusCode::FORBIDDEN),
            ("/x", true, StatusCode::FORBIDDEN),
        ] {
            let mut request = Request::builder().method(Method::POST).uri(path);
            if token {
                request = request.header("authorization", "Bearer x");
            }
            let answer = router
                .clone()
                .oneshot(request.body(Body::empty()).unwrap())
                .await
                .unwrap();
            assert_eq!(answer.status(), expected, "{path} {token}");
        }
    }

    #[tokio::test]
    async fn changes_need_the_proof_and_reads_do_not() {
        const HOST: (&str, &str) = ("host", "argonaut.example");
        let yes = StatusCode::OK;
        let no = StatusCode::FORBIDDEN;
        let https = [
            (Method::GET, vec![HOST], yes),
            (
                Method::GET,
                vec![HOST, ("sec-fetch-site", "cross-site")],
                yes,
            ),
            (Method::HEAD, vec![HOST], yes),
            (Method::POST, vec![HOST], no),
            (
                Method::POST,
                vec![HOST, ("sec-fetch-site", "same-origin")],
                yes,
            ),
            (
                Method::POST,
                vec![HOST, ("sec-fetch-site", "same-site")],
                no,
            ),
            (
                Method::POST,
                vec![HOST, ("sec-fetch-site", "cross-site")],
                no,
            ),
            (Method::POST, vec![HOST, ("sec-fetch-site", "none")], no),
            // What Sec-Fetch-Site says is not overruled by a fitting Origin.
            (
                Method::POST,
                vec![
                    HOST,
                    ("sec-fetch-site", "cross-site"),
                    ("origin", "https://argonaut.example"),
                ],
                no,
            ),
            (
                Method::POST,
                vec![HOST, ("origin", "https://argonaut.example")],
                yes,
            ),
            (
                Method::POST,
                vec![HOST, ("origin", "https://ARGONAUT.example")],
                yes,
            ),
            (
                Method::POST,
                vec![HOST, ("origin", "http://argonaut.example")],
                no,
            ),
            (
                Method::POST,
                vec![HOST, ("origin", "https://argonaut.example.evil.example")],
                no,
            ),
            (
                Method::POST,
                vec![HOST, ("origin", "https://argonaut.example:8443")],
                no,
            ),
            (Method::POST, vec![HOST, ("origin", "null")], no),
            (
                Method::POST,
                vec![
                    HOST,
                    ("origin", "https://argonaut.example"),
                    ("origin", "https://evil.example"),
                ],
                no,
            ),
            (
                Method::POST,
                vec![("origin", "https://argonaut.example")],
                no,
            ),
            (Method::DELETE, vec![HOST], no),
            (Method::PUT, vec![HOST], no),
            (Method::PATCH, vec![HOST], no),
        ];
        for (method, headers, expected) in https {
            let answer = ask(Reach::Https, method.clone(), &headers).await;
            assert_eq!(answer.status(), expected, "{method} {headers:?}");
        }
        let local = [
            ("host", "127.0.0.1:8080"),
            ("origin", "http://127.0.0.1:8080"),
        ];
        assert_eq!(
            ask(Reach::Loopback, Method::POST, &local).await.status(),
            yes
        );
        let other_port = [
            ("host", "127.0.0.1:8080"),
            ("origin", "http://127.0.0.1:3000"),
        ];
        assert_eq!(
            ask(Reach::Loopback, Method::POST, &other_port)
                .await
                .status(),
            no
        );
    }

    #[tokio::test]
    async fn every_answer_carries_the_headers_even_a_refusal() {
        for method in [Method::GET, Method::POST] {
            let answer = ask(Reach::Loopback, method, &[]).await;
            for (name, value) in HEADERS {
                assert_eq!(answer.headers()[name], value);
            }
            assert!(!answer.headers().contains_key("strict-transport-security"));
        }
        let secure = ask(Reach::Https, Method::GET, &[]).await;
        assert!(secure.headers().contains_key("strict-transport-security"));
    }

    #[tokio::test]
    async fn an_answer_may_choose_its_own_cache_rule() {
        let router = Router::new().route(
            "/",
            any(async || ([("cache-control", "public, max-age=5")], "kept")),
        );
        let answer = protect::<()>(router, Reach::Loopback)
            .oneshot(Request::get("/").body(Body::empty()).unwrap())
            .await
            .unwrap();
        assert_eq!(answer.headers()["cache-control"], "public, max-age=5");
    }
}
