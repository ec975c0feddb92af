//! The whole site without a network: requests go straight into the router, and
//! a browser keeps its cookies.

use argonaut_web::security::Reach;
use argonaut_web::{Proxies, Web, router};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use tower::ServiceExt as _;

use crate::{PASSWORD, TestApp};

/// The site of a test application.
#[derive(Clone)]
pub struct Site {
    router: Router,
}

/// A browser with its cookies.
pub struct Browser {
    site: Site,
    cookies: BTreeMap<String, String>,
    language: &'static str,
    address: Option<SocketAddr>,
}

/// What the site answered.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as text.
    pub body: String,
}

impl Answer {
    /// Where the answer leads on to.
    pub fn location(&self) -> Option<&str> {
        self.headers
            .get(header::LOCATION)
            .and_then(|value| value.to_str().ok())
    }
}

impl TestApp {
    /// The site of this application.
    pub fn site(&self) -> Site {
        let web = Web {
            app: Arc::clone(&self.app),
            reach: Reach::Loopback,
            proxies: Proxies::default(),
            shutdown: Default::default(),
        };
        Site {
            router: router(web),
        }
    }
}

impl Site {
    /// A browser without cookies.
    pub fn browser(&self) -> Browser {
        Browser {
            site: self.clone(),
            cookies: BTreeMap::new(),
            language: "en",
            address: None,
        }
    }
    /// A call of a program, with a token or without.
    pub async fn call(&self, method: &str, path: &str, token: Option<&str>) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost");
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let request = request.body(Body::empty()).expect("a request");
        let answer = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router answers");
        let (parts, body) = answer.into_parts();
        let bytes = body.collect().await.expect("the body ends").to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
    /// A browser in which this helper has signed in.
    pub async fn signed_in(&self, handle: &str) -> Browser {
        let mut browser = self.browser();
        let answer = browser
            .post("/sign-in", &[("handle", handle), ("password", PASSWORD)])
            .await;
        assert!(
            answer.status.is_redirection(),
            "{handle} cannot sign in: {}",
            answer.status
        );
        browser
    }
}

impl Browser {
    /// The same browser, asking for Spanish.
    #[must_use]
    pub fn in_spanish(mut self) -> Self {
        self.language = "es";
        self
    }
    /// The same browser, at this address.
    #[must_use]
    pub fn at(mut self, address: [u8; 4]) -> Self {
        self.address = Some(SocketAddr::from((address, 40_000)));
        self
    }
    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.get(name).cloned()
    }
    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, None).await
    }
    /// Sends a form.
    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        let encode = |text: &str| {
            text.bytes()
                .map(|byte| {
                    if byte.is_ascii_alphanumeric() {
                        char::from(byte).to_string()
                    } else {
                        format!("%{byte:02X}")
                    }
                })
                .collect::<String>()
        };
        let body: Vec<String> = form
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        self.send("POST", path, Some(body.join("&"))).await
    }

    async fn send(&mut self, method: &str, path: &str, form: Option<String>) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost")
            .header("sec-fetch-site", "same-origin")
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::COOKIE, cookies.join("; "));
        if let Some(address) = self.address {
            request = request.extension(ConnectInfo(address));
        }
        if form.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let request = request
            .body(form.map_or_else(Body::empty, Body::from))
            .expect("a request");
        let answer = self
            .site
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router answers");
        let (parts, body) = answer.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let text = cookie.to_str().expect("a cookie is text");
            let (name, value) = text
                .split(';')
                .next()
                .and_then(|pair| pair.split_once('='))
                .expect("a cookie has a name");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        Answer {
            status: parts.status,
            body: text_of(&parts.headers, body).await,
            headers: parts.headers,
        }
    }
    /// Opens a stream of events and keeps it open.
    pub async fn listen(&self, path: &str) -> Events {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = Request::builder()
            .uri(path)
            .header(header::HOST, "localhost")
            .header(header::COOKIE, cookies.join("; "))
            .body(Body::empty())
            .expect("a request");
        let answer = self.site.router.clone().oneshot(request).await;
        let (parts, body) = answer.expect("the router answers").into_parts();
        Events {
            status: parts.status,
            body,
        }
    }
}

/// A stream of events that is open.
pub struct Events {
    /// What the site answered.
    pub status: StatusCode,
    body: Body,
}

impl Events {
    /// The next piece of it; `None` when it has ended.
    pub async fn next(&mut self) -> Option<String> {
        let frame = self.body.frame().await?.expect("the stream is whole");
        let bytes = frame.into_data().expect("a piece of text");
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// The whole body; of a stream that does not end by itself, the first piece.
async fn text_of(headers: &HeaderMap, mut body: Body) -> String {
    let streams = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
    let bytes = if streams {
        let frame = body.frame().await.expect("a first piece");
        let frame = frame.expect("the stream is whole");
        frame.into_data().expect("a piece of text")
    } else {
        body.collect().await.expect("the body ends").to_bytes()
    };
    String::from_utf8_lossy(&bytes).into_owned()
}
