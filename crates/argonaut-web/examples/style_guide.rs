//! Serves the style guide, to look at while working on it:
//! `cargo run -p argonaut-web --example style_guide` and open port 8090.

use std::collections::HashMap;

use argonaut_web::i18n::{Locale, Tr};
use argonaut_web::pages::{sample_places, style_guide};
use argonaut_web::security::{Reach, protect};
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::{Html, Redirect};
use axum::routing::get;

fn texts(code: &str) -> Tr {
    Tr::of(if code == "es" { Locale::Es } else { Locale::En })
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let router = Router::new()
        .route(
            "/style-guide",
            get(async || Html(style_guide(&texts("en")).into_string()))
                .post(async || Redirect::to("/style-guide")),
        )
        .route(
            "/style-guide/{lang}",
            get(async |Path(lang): Path<String>| Html(style_guide(&texts(&lang)).into_string())),
        )
        .route(
            "/style-guide/places",
            get(async |Query(query): Query<HashMap<String, String>>| {
                let typed = query.get("q").map_or("", String::as_str);
                Html(sample_places(&texts("en"), typed).into_string())
            }),
        )
        .merge(argonaut_web::assets::routes());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8090").await?;
    axum::serve(listener, protect::<()>(router, Reach::Loopback)).await
}
