//! What others suggest for one's own clients, and what one suggested to others.

use argonaut_app::hints::{Given, GivenHint, Hints, list, put_aside};
use argonaut_domain::hint::HintState;
use axum::extract::{Path, State};
use axum::response::Redirect;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::cards::face;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Icon, Task, Tone, Weight};
use crate::state::Web;
use crate::words::{self, Done};

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let hints = list(&web.app, &me.who).await?;
    let title = t!(me.tr, "hints-title");
    let body = view(&me.tr, &hints, web.app.now().date());
    Ok(me.show(&title, NavItem::Matches, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, hints: &Hints, today: Date) -> Markup {
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "shell-nav-matches"), "/matches")]))
        (parts::heading(&t!(tr, "hints-title"), Some(&t!(tr, "hints-lead")), None))
        @if hints.got.is_empty() && hints.gave.is_empty() {
            (parts::empty(Icon::Matches, &t!(tr, "hints-empty-title"), &t!(tr, "hints-empty"), Some(parts::action(&t!(tr, "hints-empty-step"), "/find?kind=card"))))
        }
        @if !hints.got.is_empty() {
            (parts::section(&t!(tr, "hints-got"), &html! { @for hint in &hints.got { (got(tr, hint, today)) } }))
        }
        @if !hints.gave.is_empty() {
            (parts::section(&t!(tr, "hints-gave"), &html! {
                p { (t!(tr, "hints-gave-lead")) }
                ul.plain-list { @for given in &hints.gave { li { (gave(tr, given, today)) } } }
            }))
        }
    }
}

fn client(tr: &Tr, hint: &GivenHint) -> String {
    hint.name.clone().unwrap_or_else(|| t!(tr, "hints-unnamed"))
}

fn from(tr: &Tr, hint: &GivenHint) -> String {
    hint.from
        .as_ref()
        .map_or_else(|| t!(tr, "hints-somebody"), |face| face.name.clone())
}

fn got(tr: &Tr, hint: &GivenHint, today: Date) -> Markup {
    let (name, from) = (client(tr, hint), from(tr, hint));
    let pair = format!("/clients/{}/suggestions/card:{}", hint.client, hint.card.id);
    let actions = html! {
        (parts::action(&t!(tr, "hints-look", name = name.as_str()), &pair))
        (parts::post_button(&t!(tr, "hints-aside"), &format!("/hints/{}/aside", hint.id), Weight::Quiet, &[]))
    };
    html! {
        section.panel {
            h3 { (t!(tr, "hints-for", from = from.as_str(), name = name.as_str())) }
            @match &hint.words {
                Some(words) => { blockquote { p.note-text { (words) } } }
                None => { p { (t!(tr, "hints-sealed")) } }
            }
            p.hint { (tr.relative(today, hint.made.date())) }
            (face::seen(tr, &hint.card, Some(&format!("/cards/{}", hint.card.id)), &[], actions))
        }
    }
}

fn gave(tr: &Tr, given: &Given, today: Date) -> Markup {
    let whom: Vec<String> = given
        .cards
        .iter()
        .map(|card| words::whom(tr, card.content.age, card.content.gender))
        .collect();
    let (tone, state) = match given.state {
        HintState::Open => (Tone::Info, t!(tr, "hints-state-open")),
        HintState::Further => (Tone::Good, t!(tr, "hints-state-further")),
        HintState::Held => (Tone::Good, t!(tr, "hints-state-held")),
    };
    html! {
        @match whom.as_slice() {
            [one, other] => { (t!(tr, "hints-pair", one = one.as_str(), other = other.as_str())) }
            _ => { (t!(tr, "hints-pair-gone")) }
        }
        " " (parts::badge(tone, &state)) " "
        span.hint { (tr.relative(today, given.made.date())) }
    }
}

/// A hint that waits, as one thing to do.
pub(crate) fn task(tr: &Tr, hint: &GivenHint, today: Date) -> Task {
    let (name, from) = (client(tr, hint), from(tr, hint));
    Task {
        picture: Icon::Matches,
        title: t!(tr, "hints-for", from = from.as_str(), name = name.as_str()),
        href: "/hints".to_owned(),
        text: hint.words.clone(),
        when: Some(tr.relative(today, hint.made.date())),
        fresh: true,
    }
}

pub(super) async fn aside(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let id = id.parse().map_err(|_| Failure::not_found())?;
    put_aside(&web.app, &me.who, id)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/hints", Done::HintAside))
}
