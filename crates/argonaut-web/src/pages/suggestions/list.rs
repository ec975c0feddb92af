//! The listings that fit a client best, by kind, with reasons.

use argonaut_app::engine::ListingKind;
use argonaut_app::suggestions::list::{Suggested, Suggestions, list};
use argonaut_domain::introduction::ClosingReason;
use axum::extract::{Path, Query, State};
use maud::{Markup, html};

use super::reasons::reason;
use crate::failure::Failure;
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::cards::face;
use crate::pages::clients::client_id;
use crate::pages::layout::{NavItem, Width};
use crate::pages::matches::words as match_words;
use crate::pages::parts::data::Tab;
use crate::pages::parts::{self, Choice, Field, Icon, form};
use crate::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, Failure> {
    let sent = FormData::of(query);
    let kind = sent.parsed("kind").unwrap_or(ListingKind::Card);
    let found = list(&web.app, &me.who, client_id(&id)?, kind, sent.ticked("own"))
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    let title = t!(me.tr, "suggestions-title", name = found.name.get().as_str());
    let body = view(&me.tr, &id, &found, sent.ticked("own"), &title);
    Ok(me.show(&title, NavItem::Clients, Width::Wide, &body))
}

pub(super) fn kind_label(tr: &Tr, kind: ListingKind) -> String {
    match kind {
        ListingKind::Card => t!(tr, "suggestions-kind-cards"),
        ListingKind::Helper => t!(tr, "suggestions-kind-helpers"),
        ListingKind::Service => t!(tr, "suggestions-kind-services"),
    }
}

fn view(tr: &Tr, id: &str, found: &Suggestions, own: bool, title: &str) -> Markup {
    let home = format!("/clients/{id}");
    let tabs: Vec<Tab> = ListingKind::ALL
        .iter()
        .map(|kind| Tab {
            label: kind_label(tr, *kind),
            href: format!("{home}/suggestions?kind={kind}"),
            current: *kind == found.kind,
            count: None,
        })
        .collect();
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-clients"), "/clients"), (found.name.get(), &home)]))
        (parts::heading(title, Some(&t!(tr, "suggestions-lead")), None))
        @if !found.published {
            (parts::notice_private(tr, &t!(tr, "suggestions-unpublished")))
        }
        (parts::data::tabs(tr, &t!(tr, "suggestions-kinds"), &tabs))
        @if found.kind == ListingKind::Card {
            p { @if own { a href={ (home) "/suggestions?kind=card" } { (t!(tr, "suggestions-own-hide")) } }
                @else { a href={ (home) "/suggestions?kind=card&own=on" } { (t!(tr, "suggestions-own-show")) } } }
        }
        @if !found.complete { (parts::notice(parts::Tone::Warn, &t!(tr, "suggestions-cut-title"), &html! { p { (t!(tr, "suggestions-cut")) } })) }
        @if found.found.is_empty() { (nothing(tr, found, &home)) }
        div.cards { @for suggested in &found.found { (one(tr, id, found.name.get(), suggested)) } }
        @if found.aside > 0 { p { a href={ (home) "/aside" } { (t!(tr, "suggestions-aside", count = found.aside)) } } }
    }
}

fn nothing(tr: &Tr, found: &Suggestions, home: &str) -> Markup {
    let step = if found.card.says_nothing() {
        parts::action(&t!(tr, "clients-next-needs"), &format!("{home}/edit#needs"))
    } else {
        parts::action(
            &t!(tr, "suggestions-look-around"),
            &format!("/find?kind={}", found.kind),
        )
    };
    parts::empty(
        Icon::Find,
        &t!(tr, "suggestions-none-title"),
        &t!(tr, "suggestions-none"),
        Some(step),
    )
}

fn one(tr: &Tr, id: &str, client: &str, suggested: &Suggested) -> Markup {
    let reasons: Vec<String> = suggested
        .reasons
        .iter()
        .map(|of| reason(tr, of, client))
        .collect();
    let here = format!("/clients/{id}/suggestions/{}", suggested.id);
    let why: Vec<Choice<'_>> = ClosingReason::choices()
        .map(|of| {
            Choice::new(
                of.code(),
                match_words::reason(tr, of),
                of == ClosingReason::NotNow,
            )
        })
        .collect();
    let actions = html! {
        (parts::action(&t!(tr, "suggestions-side-by-side"), &here))
        (form::more(&t!(tr, "suggestions-put-aside"), false, &form::post(&format!("{here}/aside"), false, &html! {
            (form::select(tr, &Field::new(format!("reason-{}", suggested.id), t!(tr, "suggestions-why")), &why))
            (form::submit_with(&t!(tr, "suggestions-not-now"), parts::Weight::Quiet, "never", "no"))
            (form::submit_with(&t!(tr, "suggestions-never"), parts::Weight::Link, "never", "yes"))
        })))
    };
    face::listing(tr, &suggested.shown, &reasons, actions)
}
