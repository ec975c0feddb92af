//! The answer to what came too often: a kind page that holds what was typed, so that one
//! press sends it again later; a program gets it as JSON.

use argonaut_app::limits::{TooMany, Why};
use axum::Json;
use axum::body::Body;
use axum::extract::FromRequestParts as _;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, header};
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::form_of;
use crate::failure::status;
use crate::i18n::{Tr, t};
use crate::me::Guest;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Field, form};
use crate::state::Web;

/// Texts from this length on are shown, not only kept.
const LONG: usize = 40;

pub(super) async fn answer(web: &Web, mut parts: Parts, body: Body, too_many: TooMany) -> Response {
    let Ok(guest) = Guest::from_request_parts(&mut parts, web).await;
    let said = why(&guest.tr, too_many);
    let accepts = |wanted: &str| {
        let accept = parts.headers.get(header::ACCEPT);
        accept
            .and_then(|value| value.to_str().ok())
            .is_some_and(|accept| accept.contains(wanted))
    };
    let json = parts.uri.path().starts_with("/api/")
        || (accepts("application/json") && !accepts("text/html"));
    let mut answer = if json {
        Json(serde_json::json!({ "error": "too_many", "message": said })).into_response()
    } else {
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        let kept = if parts.method == Method::POST {
            again(&guest.tr, path, body, is_file(&parts)).await
        } else {
            parts::actions(&[
                parts::action(&t!(guest.tr, "limits-retry"), path),
                parts::quiet_action(&t!(guest.tr, "limits-back"), "/today"),
            ])
        };
        let title = t!(guest.tr, "limits-title");
        let page = html! { (parts::heading(&title, Some(&said), None)) (kept) };
        guest
            .show(&title, NavItem::None, Width::Text, &page)
            .into_response()
    };
    *answer.status_mut() = status(too_many.kind());
    answer
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(too_many.retry_after));
    answer
}

fn why(tr: &Tr, too_many: TooMany) -> String {
    let seconds = too_many.retry_after;
    match too_many.why {
        Why::Reading => t!(tr, "limits-reading", seconds = seconds),
        Why::Often if seconds < 60 => t!(tr, "limits-soon", seconds = seconds),
        Why::Often => t!(tr, "limits-often", minutes = seconds.div_ceil(60)),
    }
}

fn is_file(parts: &Parts) -> bool {
    let kind = parts.headers.get(header::CONTENT_TYPE);
    kind.and_then(|value| value.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/"))
}

/// The same form, with everything that was typed.
async fn again(tr: &Tr, path: &str, body: Body, is_file: bool) -> Markup {
    if is_file {
        return html! { p { (t!(tr, "limits-file")) } };
    }
    kept(tr, path, &form_of(body).await)
}

fn kept(tr: &Tr, path: &str, typed: &[(String, String)]) -> Markup {
    form::post(
        path,
        false,
        &html! {
            @for (name, value) in typed {
                @if is_secret(name) {
                    (form::text_field(tr, &Field::new(name, t!(tr, "limits-secret")).required().kind("password").longest(1000)))
                } @else if value.chars().count() >= LONG {
                    (form::textarea(tr, &Field::new(name, t!(tr, "limits-yours")).value(value), 5))
                } @else {
                    (form::hidden(name, value))
                }
            }
            (form::submit_row(&t!(tr, "limits-again"), Some((&t!(tr, "limits-back"), "/today"))))
        },
    )
}

/// What is never sent back to a screen.
fn is_secret(name: &str) -> bool {
    ["password", "code", "digits", "number", "secret"]
        .iter()
        .any(|part| name.contains(part))
        // The codes of chosen terms and places are none.
        && !name.ends_with("_code")
}

#[cfg(test)]
mod tests {
    use super::*;
    use argonaut_domain::locale::Locale;

    #[test]
    fn what_was_typed_is_kept_and_secrets_are_not_repeated() {
        for locale in Locale::ALL.iter().copied() {
            let tr = Tr::of(locale);
            let typed = [
                (
                    "message".to_owned(),
                    "A long message that nobody wants to type again <b>".to_owned(),
                ),
                ("client".to_owned(), "7".to_owned()),
                ("place_code".to_owned(), "us-ca".to_owned()),
                ("password".to_owned(), "lantern tuba".to_owned()),
            ];
            let page = kept(&tr, "/matches/new", &typed).into_string();
            assert!(
                page.contains("nobody wants to type again &lt;b&gt;"),
                "{page}"
            );
            assert!(
                page.contains("value=\"7\"") && page.contains("us-ca"),
                "{page}"
            );
            assert!(!page.contains("lantern"), "{page}");
            assert!(!page.contains("No localization for"), "{page}");
            let said = [(5, Why::Reading), (5, Why::Often), (600, Why::Often)].map(
                |(retry_after, why_)| {
                    why(
                        &tr,
                        TooMany {
                            retry_after,
                            why: why_,
                        },
                    )
                },
            );
            assert!(
                said.iter().all(|text| !text.contains("limits-")),
                "{said:?}"
            );
        }
    }
}
