//! Choosing the language of the screens: kept with the helper's account and in
//! the browser; then back to the page where it was chosen.

use argonaut_app::accounts::preferences;
use argonaut_domain::locale::Locale;
use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::me::{Guest, language_chosen};
use crate::router::routes;
use crate::routes::{Method, RouteInfo};
use crate::state::Web;

pub(super) async fn choose(
    State(web): State<Web>,
    guest: Guest,
    jar: CookieJar,
    headers: HeaderMap,
    sent: FormData,
) -> Result<Response, Failure> {
    let locale = Locale::parse(sent.text("lang")).ok_or_else(Failure::not_found)?;
    if let Some(me) = &guest.me {
        preferences::set_locale(&web.app, &me.who, locale).await?;
    }
    let back = came_from(&headers, &routes()).unwrap_or_else(|| "/".to_owned());
    Ok((language_chosen(&web, jar, locale), Redirect::to(&back)).into_response())
}

/// The page of this site that the form was sent from; `None` when the browser
/// does not say, when it is another site's, or when it cannot be read again
/// (the answer to a form).
fn came_from(headers: &HeaderMap, routes: &[RouteInfo]) -> Option<String> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let from: Uri = text(header::REFERER)?.parse().ok()?;
    let host = text(header::HOST)?;
    let same = from
        .authority()
        .is_some_and(|authority| authority.as_str().eq_ignore_ascii_case(host));
    let path = from.path();
    // Two slashes at the start would lead to another site.
    if !same || !path.starts_with('/') || path.starts_with("//") {
        return None;
    }
    let readable = routes
        .iter()
        .any(|route| route.method == Method::Get && fits(route.path, path));
    if !readable {
        return None;
    }
    // The notice of an act that was done is told once.
    let query: Vec<&str> = from
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("done="))
        .collect();
    Some(if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", query.join("&"))
    })
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut pattern, mut path) = (pattern.split('/'), path.split('/'));
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return true,
            (Some(part), Some(given)) if part == given => {}
            (Some(part), Some(given)) if part.starts_with('{') && !given.is_empty() => {}
            (Some(_) | None, Some(_) | None) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(referer: Option<&'static str>) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "argonaut.example:8080".parse().unwrap());
        if let Some(referer) = referer {
            headers.insert(header::REFERER, referer.parse().unwrap());
        }
        came_from(&headers, &routes())
    }

    #[test]
    fn one_returns_to_the_page_one_came_from() {
        for (referer, back) in [
            ("http://argonaut.example:8080/matches", "/matches"),
            ("http://argonaut.example:8080/matches/1-2", "/matches/1-2"),
            ("http://argonaut.example:8080/", "/"),
            (
                "http://argonaut.example:8080/matches/new?about=x&done=sent",
                "/matches/new?about=x",
            ),
            ("http://argonaut.example:8080/about?done=x", "/about"),
        ] {
            assert_eq!(from(Some(referer)).as_deref(), Some(back), "{referer}");
        }
    }

    #[test]
    fn no_other_site_and_no_answer_to_a_form_is_returned_to() {
        for referer in [
            "http://evil.example/matches",
            "http://argonaut.example/matches",
            "http://argonaut.example:8080//evil.example",
            "http://argonaut.example:8080/matches/1-2/agree",
            "http://argonaut.example:8080/nowhere",
            "http://me@argonaut.example:8080/matches",
            "/matches",
            "about:blank",
        ] {
            assert_eq!(from(Some(referer)), None, "{referer}");
        }
        assert_eq!(from(None), None);
    }
}
