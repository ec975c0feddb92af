//! Saved searches: saved from what Find shows, listed with what is new and why it is there.

use argonaut_app::searches::{self, Search, SearchError};
use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::asked::Asked;
use crate::failure::{Failure, Problem};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::cards::face;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Icon, Tone, Weight};
use crate::state::Web;
use crate::words::Done;

impl Problem for SearchError {
    fn kind(&self) -> argonaut_app::Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Everything => t!(tr, "searches-everything"),
            Self::TooMany { most } => t!(tr, "searches-too-many", most = (*most)),
            Self::Already => t!(tr, "searches-already"),
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

/// The button under what was found.
pub(super) fn save_form(tr: &Tr, asked: &Asked) -> Markup {
    let pairs: Vec<(&str, &str)> = asked.filled().collect();
    html! {
        (parts::post_button(&t!(tr, "searches-save"), "/searches", Weight::Quiet, &pairs))
        p.hint { (t!(tr, "searches-save-hint")) }
    }
}

/// A saved search, read again.
fn question(tr: &Tr, address: &str) -> Asked {
    let uri = address.parse::<Uri>().unwrap_or_default();
    let pairs = Query::<Vec<(String, String)>>::try_from_uri(&uri);
    Asked::of(
        tr,
        FormData::of(pairs.map(|Query(pairs)| pairs).unwrap_or_default()),
    )
}

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let found = searches::list(&web.app, &me.who).await?;
    let title = t!(me.tr, "searches-title");
    let body = view(&me.tr, &found, web.app.now().date());
    Ok(me.show(&title, NavItem::Find, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, searches: &[Search], today: Date) -> Markup {
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "find-title"), "/find")]))
        (parts::heading(&t!(tr, "searches-title"), Some(&t!(tr, "searches-lead")), None))
        @if searches.is_empty() {
            (parts::empty(Icon::Find, &t!(tr, "searches-empty-title"), &t!(tr, "searches-empty"), Some(parts::action(&t!(tr, "searches-empty-step"), "/find?kind=card"))))
        }
        @for (number, search) in searches.iter().enumerate() { (one(tr, number.saturating_add(1), search, today)) }
        @if !searches.is_empty() { p.hint { (t!(tr, "searches-kept-how")) } }
    }
}

fn one(tr: &Tr, number: usize, search: &Search, today: Date) -> Markup {
    let asked = question(tr, &search.address);
    let parts: Vec<&str> = asked.parts.iter().map(|part| part.label.as_str()).collect();
    let what = parts.join(" · ");
    let at = format!("/searches/{}", search.id);
    html! {
        section.panel {
            h2 { (what) }
            p {
                @if search.fresh > 0 { (parts::badge(Tone::Good, &t!(tr, "searches-new", count = search.fresh))) }
                @else { (t!(tr, "searches-nothing-new")) }
                " · " (t!(tr, "searches-since", when = tr.relative(today, search.made.date())))
            }
            @if !search.shown.is_empty() {
                p.hint { (t!(tr, "searches-why", what = what.as_str())) }
                div.cards { @for shown in &search.shown { (face::listing(tr, shown, &[], html! {})) } }
                @if search.fresh > search.shown.len() { p { (t!(tr, "searches-more", count = search.fresh.saturating_sub(search.shown.len()))) } }
            }
            (parts::actions(&[
                parts::action(&t!(tr, "searches-look", number = number), &search.address),
                html! { @if search.fresh > 0 { (parts::post_button(&t!(tr, "searches-seen", number = number), &format!("{at}/seen"), Weight::Quiet, &[])) } },
                parts::post_button(&t!(tr, "searches-delete", number = number), &format!("{at}/delete"), Weight::Link, &[]),
            ]))
        }
    }
}

pub(super) async fn save(
    State(web): State<Web>,
    me: Me,
    sent: FormData,
) -> Result<Response, Failure> {
    let asked = Asked::of(&me.tr, sent);
    if !asked.stuck.is_empty() {
        // Find says what could not be read, and keeps what was typed.
        return Ok(Redirect::to(&asked.address("page", None)).into_response());
    }
    let address = asked.address("page", None);
    searches::save(&web.app, &me.who, &asked.filter, &address)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/searches", Done::SearchSaved).into_response())
}

pub(super) async fn seen(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    searches::seen(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/searches", Done::SearchSeen))
}

pub(super) async fn delete(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    searches::delete(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/searches", Done::SearchDeleted))
}

#[cfg(test)]
mod tests {
    use argonaut_domain::clock::Timestamp;
    use argonaut_domain::ids::SearchId;
    use argonaut_domain::locale::Locale;
    use uuid::Uuid;

    use super::*;
    use crate::pages::layout::{Page, layout};
    use crate::pages::tests::lint::faults;

    #[test]
    fn the_list_is_sound_and_says_what_is_looked_for() {
        let now = Timestamp::from_micros(1_700_000_000_000_000);
        for locale in Locale::ALL {
            let tr = Tr::of(*locale);
            let searches = [3, 0].map(|fresh| Search {
                id: SearchId::from_uuid(Uuid::from_u128(5)),
                address: "/find?kind=card&need=food.meals&stage=senior".to_owned(),
                made: now,
                fresh,
                shown: Vec::new(),
            });
            for some in [&searches[..], &[]] {
                let body = view(&tr, some, now.date());
                let page = layout(&Page::new(&tr, "x"), &body).into_string();
                assert_eq!(faults(&page), Vec::<String>::new(), "{page}");
                let meals = argonaut_domain::taxonomy::Taxonomy::builtin()
                    .by_code("food.meals")
                    .unwrap()
                    .label(*locale);
                assert_eq!(page.contains(meals), !some.is_empty());
            }
        }
    }
}
