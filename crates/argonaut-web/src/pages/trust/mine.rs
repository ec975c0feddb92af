//! "My vouches": given, the ones that end first at the top; received; and whom one distrusts.

use argonaut_app::people::Face;
use argonaut_app::trust::mine::{Given, Mine, Received, mine};
use axum::extract::State;
use maud::{Markup, html};

use super::words;
use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Icon, Tone, Weight};
use crate::state::Web;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let found = mine(&web.app, &me.who).await?;
    let title = t!(me.tr, "trust-mine-title");
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &view(&me.tr, &found)))
}

/// A helper's name; of one who may not be met any more, that they are not here.
pub(super) fn name(tr: &Tr, face: Option<&Face>) -> String {
    face.map_or_else(|| t!(tr, "matches-unavailable"), |face| face.name.clone())
}

pub(super) fn view(tr: &Tr, found: &Mine) -> Markup {
    let nothing =
        found.given.is_empty() && found.received.is_empty() && found.distrusted.is_empty();
    html! {
        (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "contacts-title"), "/contacts")]))
        (parts::heading(&t!(tr, "trust-mine-title"), Some(&t!(tr, "trust-mine-lead")), None))
        p { (t!(tr, "trust-left", count = found.left)) }
        @if nothing { (parts::empty(Icon::Helpers, &t!(tr, "trust-empty-title"), &t!(tr, "trust-empty"), Some(parts::action(&t!(tr, "trust-empty-step"), "/contacts")))) }
        @if !found.given.is_empty() {
            (parts::section(&t!(tr, "trust-given"), &html! {
                ul.plain-list { @for given in &found.given { li { (one_given(tr, given)) } } }
            }))
        }
        @if !found.received.is_empty() {
            (parts::section(&t!(tr, "trust-received"), &html! {
                ul.plain-list { @for received in &found.received { li { (one_received(tr, received)) } } }
            }))
        }
        @if !found.distrusted.is_empty() {
            (parts::section(&t!(tr, "trust-distrusted"), &html! {
                (parts::notice_private(tr, &t!(tr, "trust-distrusted-private")))
                ul.plain-list { @for (id, face) in &found.distrusted { li {
                    (name(tr, face.as_ref())) " "
                    (parts::post_button(&t!(tr, "trust-lift"), &format!("/helpers/{id}/distrust/lift"), Weight::Link, &[]))
                } } }
            }))
        }
    }
}

fn who(tr: &Tr, face: Option<&Face>) -> Markup {
    html! {
        @match face {
            Some(face) => { a href={ "/helpers/" (face.id) } { (face.name) } }
            None => { (name(tr, None)) }
        }
    }
}

fn one_given(tr: &Tr, given: &Given) -> Markup {
    let id = given.vouch.id;
    let whose = name(tr, given.to.as_ref());
    let ends = tr.date(given.vouch.ends().date());
    let when = if given.holds {
        t!(tr, "trust-ends", date = ends)
    } else {
        t!(tr, "trust-ended", date = ends)
    };
    html! {
        div {
            strong { (who(tr, given.to.as_ref())) } " · " (words::vouch(tr, given.vouch.level, given.vouch.field))
            " · " @if given.wants_renewing { (parts::badge(Tone::Warn, &when)) } @else { (when) }
        }
        @if let Some(note) = &given.note { p.hint { (t!(tr, "trust-note-yours", note = note.as_str())) } }
        div.actions {
            @if given.to.is_some() { (parts::post_button(&t!(tr, "trust-renew", name = whose.as_str()), &format!("/vouches/{id}/renew"), Weight::Quiet, &[])) }
            a.button.button-link href={ "/vouches/" (id) "/revoke" } { (t!(tr, "trust-revoke-of", name = whose.as_str())) }
        }
    }
}

fn one_received(tr: &Tr, received: &Received) -> Markup {
    html! {
        strong { (who(tr, Some(&received.from))) } " · "
        (words::vouch(tr, received.vouch.level, received.vouch.field))
        " · " (tr.date(received.vouch.renewed.date()))
    }
}
