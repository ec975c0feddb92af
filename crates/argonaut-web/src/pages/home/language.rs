//! The language of the screens: kept with the account, or in a cookie.

use argonaut_app::accounts::preferences::set_locale;
use argonaut_domain::locale::Locale;
use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::CookieJar;

use crate::failure::Failure;
use crate::form_data::FormData;
use crate::me::{Guest, language_chosen};
use crate::state::Web;

pub(super) async fn choose(
    State(web): State<Web>,
    guest: Guest,
    headers: HeaderMap,
    jar: CookieJar,
    sent: FormData,
) -> Result<Response, Failure> {
    let back = Redirect::to(&came_from(&headers));
    let Some(locale) = Locale::parse(sent.text("lang")) else {
        return Ok(back.into_response());
    };
    if let Some(me) = &guest.me {
        set_locale(&web.app, &me.who, locale).await?;
    }
    Ok((language_chosen(&web, jar, locale), back).into_response())
}

/// The path of the page the form stood on. The same-origin proof has been
/// made by then, so the referring page is one of ours.
fn came_from(headers: &HeaderMap) -> String {
    headers
        .get(header::REFERER)
        .and_then(|referer| referer.to_str().ok())
        .and_then(|referer| referer.parse::<Uri>().ok())
        .and_then(|uri| uri.path_and_query().map(ToString::to_string))
        .filter(|path| path.starts_with('/') && !path.starts_with("//"))
        .unwrap_or_else(|| "/".to_owned())
}
