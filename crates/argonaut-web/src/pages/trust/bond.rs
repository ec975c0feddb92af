//! "How you know each other": the part of a helper's page, and the warning where somebody is
//! about to work with a stranger.

use argonaut_app::trust::TrustError;
use argonaut_app::trust::why::{Bond, Label, Stop, between};
use argonaut_domain::ids::HelperId;
use maud::{Markup, html};

use super::words;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::parts::path::{PathStop, path};
use crate::pages::parts::{self, Tone, Weight, form};
use crate::state::Web;

/// How the reader and another helper know each other; `None` where they do not meet.
pub(crate) async fn of(web: &Web, me: &Me, other: HelperId) -> Result<Option<Bond>, Failure> {
    match between(&web.app, &me.who, other).await {
        Ok(bond) => Ok(Some(bond)),
        Err(TrustError::NotFound | TrustError::Yourself) => Ok(None),
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

/// The part of a helper's page.
pub(crate) fn part(tr: &Tr, bond: &Bond) -> Markup {
    let name = bond.other.name.as_str();
    let (tone, label) = words::label(tr, bond.label);
    html! {
        (warning(tr, bond))
        (parts::section(&t!(tr, "trust-title"), &html! {
            p { (parts::badge(tone, &label)) " " (lead(tr, bond)) }
            (way(tr, bond))
            (supporters(tr, bond))
            @if !bond.shared.is_empty() {
                h3 { (t!(tr, "trust-shared-title")) }
                ul { @for (how, day) in &bond.shared { li { (words::experience(tr, *how)) " · " (tr.date(*day)) } } }
            }
            @if !bond.given.is_empty() {
                h3 { (t!(tr, "trust-you-said", name = name)) }
                ul { @for given in &bond.given { li {
                    (words::vouch(tr, given.vouch.level, given.vouch.field))
                    @if given.wants_renewing { " " (parts::badge(Tone::Warn, &t!(tr, "trust-wants-renewing"))) }
                } } }
                p { a href="/vouches" { (t!(tr, "trust-to-mine")) } }
            }
            (acts(tr, bond))
        }))
    }
}

fn lead(tr: &Tr, bond: &Bond) -> String {
    match bond.label {
        Label::Doubtful if bond.distrusted => t!(tr, "trust-lead-distrusted"),
        Label::Doubtful => t!(tr, "trust-lead-doubtful"),
        Label::Unknown => t!(tr, "trust-lead-unknown"),
        Label::Known => t!(tr, "trust-lead-known"),
        Label::Trusted => t!(tr, "trust-lead-trusted"),
        Label::WellTrusted => t!(tr, "trust-lead-well"),
    }
}

/// A stop's name: at the beginning of a sentence, or within one.
fn name(tr: &Tr, stop: &Stop, begins: bool) -> String {
    match (stop, begins) {
        (Stop::You, true) => t!(tr, "trust-you"),
        (Stop::You, false) => t!(tr, "trust-you-within"),
        (Stop::Named(face), _) => face.name.clone(),
        (Stop::Founder, true) => t!(tr, "trust-founder"),
        (Stop::Founder, false) => t!(tr, "trust-founder-within"),
        (Stop::Somebody, true) => t!(tr, "trust-somebody"),
        (Stop::Somebody, false) => t!(tr, "trust-somebody-within"),
    }
}

/// The path as a picture, and the same in words.
fn way(tr: &Tr, bond: &Bond) -> Markup {
    let Some((start, steps)) = &bond.path else {
        return html! {};
    };
    let picture = |stop: &Stop, said: Option<String>| PathStop {
        name: name(tr, stop, true),
        known: matches!(stop, Stop::You | Stop::Named(_)),
        said,
    };
    let stops: Vec<PathStop> = std::iter::once(picture(start, None))
        .chain(
            steps
                .iter()
                .map(|(said, stop)| picture(stop, Some(words::said(tr, *said)))),
        )
        .collect();
    let from = std::iter::once(start).chain(steps.iter().map(|(_, stop)| stop));
    let sentences: Vec<String> = from
        .zip(steps)
        .map(|(from, (said, to))| {
            let (from, to) = (name(tr, from, true), name(tr, to, false));
            let said = words::said(tr, *said);
            t!(tr, "trust-step", from = from, to = to, said = said)
        })
        .collect();
    let label = t!(
        tr,
        "trust-path-label",
        name = bond.other.name.as_str(),
        count = sentences.len()
    );
    html! {
        h3 { (t!(tr, "trust-path-title")) }
        div.path-and-words {
            (path(&label, &stops))
            ol { @for sentence in &sentences { li { (sentence) } } }
        }
    }
}

fn supporters(tr: &Tr, bond: &Bond) -> Markup {
    let names: Vec<&str> = bond
        .supporters
        .iter()
        .map(|face| face.name.as_str())
        .collect();
    html! {
        @if !names.is_empty() || bond.more_supporters > 0 {
            p {
                (t!(tr, "trust-supporters")) " "
                @for (place, face) in bond.supporters.iter().enumerate() {
                    @if place > 0 { ", " }
                    a href={ "/helpers/" (face.id) } { (face.name) }
                }
                @if bond.more_supporters > 0 {
                    @if !names.is_empty() { " " }
                    (t!(tr, "trust-more-supporters", count = bond.more_supporters))
                }
            }
        }
    }
}

fn acts(tr: &Tr, bond: &Bond) -> Markup {
    let home = format!("/helpers/{}", bond.other.id);
    let name = bond.other.name.as_str();
    let vouch = (bond.may_vouch && !bond.distrusted).then(|| {
        let label = if bond.given.is_empty() {
            t!(tr, "trust-vouch", name = name)
        } else {
            t!(tr, "trust-vouch-again", name = name)
        };
        parts::quiet_action(&label, &format!("{home}/vouch"))
    });
    html! {
        @if let Some(vouch) = vouch { (parts::actions(&[vouch])) }
        @if !bond.may_vouch { p.hint { (t!(tr, "trust-strangers")) } }
        (form::more(&t!(tr, "trust-distrust-title"), bond.distrusted, &html! {
            p { (t!(tr, "trust-distrust-lead")) }
            @if bond.distrusted {
                (parts::post_button(&t!(tr, "trust-lift"), &format!("{home}/distrust/lift"), Weight::Quiet, &[]))
            } @else if bond.given.is_empty() {
                (parts::post_button(&t!(tr, "trust-distrust", name = name), &format!("{home}/distrust"), Weight::Quiet, &[]))
            } @else { p.hint { (t!(tr, "trust-opposite")) } }
        }))
    }
}

/// What to do before working with somebody whom nobody near knows.
pub(crate) fn warning(tr: &Tr, bond: &Bond) -> Markup {
    let doubtful = bond.label == Label::Doubtful;
    if !bond.is_stranger() && !doubtful {
        return html! {};
    }
    let title = if doubtful {
        t!(tr, "trust-warn-doubtful")
    } else {
        t!(tr, "trust-warn-stranger")
    };
    parts::notice(
        Tone::Warn,
        &title,
        &html! {
            p { (t!(tr, "trust-check")) }
            ul {
                li { (t!(tr, "trust-check-talk")) }
                li { (t!(tr, "trust-check-ask")) }
                li { (t!(tr, "trust-check-place")) }
                li { (t!(tr, "trust-check-first")) }
            }
        },
    )
}
