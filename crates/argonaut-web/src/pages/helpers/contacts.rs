//! One's contacts, requests, and whom one blocked.

use argonaut_app::contacts::list::{Contacts, list};
use argonaut_app::contacts::suggest::{Suggested, suggested};
use argonaut_app::people::Face;
use axum::extract::State;
use maud::{Markup, html};

use crate::failure::Failure;
use crate::i18n::{Tr, t};
use crate::me::Me;
use crate::pages::cards::face;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Icon, Weight};
use crate::state::Web;

pub(super) async fn show(State(web): State<Web>, me: Me) -> Result<Markup, Failure> {
    let found = list(&web.app, &me.who).await?;
    let proposed = suggested(&web.app, &me.who, 8).await?;
    let title = t!(me.tr, "contacts-title");
    let body = view(&me.tr, &found, &proposed);
    Ok(me.show(&title, NavItem::Helpers, Width::Text, &body))
}

pub(super) fn view(tr: &Tr, found: &Contacts, proposed: &[Suggested]) -> Markup {
    let nobody = found.accepted.is_empty() && found.asked_me.is_empty() && found.i_asked.is_empty();
    html! {
        (parts::heading(&t!(tr, "contacts-title"), Some(&t!(tr, "contacts-lead")), Some(parts::quiet_action(&t!(tr, "contacts-find"), "/helpers"))))
        p { a href="/vouches" { (t!(tr, "trust-to-mine")) } }
        p { a href="/groups" { (t!(tr, "groups-mine")) } }
        @if nobody { (parts::empty(Icon::Helpers, &t!(tr, "contacts-empty-title"), &t!(tr, "contacts-empty"), Some(parts::action(&t!(tr, "contacts-find"), "/helpers")))) }
        (people(tr, &t!(tr, "contacts-asked-me"), &found.asked_me, &[("accept", t!(tr, "helpers-accept"), Weight::Primary), ("remove", t!(tr, "helpers-decline"), Weight::Quiet)]))
        (people(tr, &t!(tr, "contacts-accepted"), &found.accepted, &[]))
        (people(tr, &t!(tr, "contacts-i-asked"), &found.i_asked, &[("remove", t!(tr, "helpers-take-back"), Weight::Quiet)]))
        (super::suggested::part(tr, proposed))
        (parts::actions(&[
            parts::quiet_action(&t!(tr, "people-invite"), "/invitations"),
            parts::quiet_action(&t!(tr, "people-book"), "/contacts/import"),
            parts::quiet_action(&t!(tr, "people-found-by"), "/contacts/found-by"),
        ]))
        (parts::post_button(&t!(tr, "people-again"), "/contacts/suggestions/again", Weight::Link, &[]))
        @if !found.blocked.is_empty() {
            (parts::section(&t!(tr, "contacts-blocked"), &html! {
                ul.plain-list { @for (id, name) in &found.blocked { li { (name) " " (parts::post_button(&t!(tr, "helpers-unblock"), &format!("/helpers/{id}/unblock"), Weight::Link, &[])) } } }
            }))
        }
        @if !found.blocked_hidden.is_empty() {
            (parts::section(&t!(tr, "safety-blocked-hidden"), &html! {
                p { (t!(tr, "safety-blocked-hidden-hint")) }
                ul.plain-list { @for (place, joint) in (1_usize..).zip(&found.blocked_hidden) { li {
                    (t!(tr, "safety-somebody", number = place)) " "
                    (parts::post_button(&t!(tr, "helpers-unblock"), "/contacts/unblock", Weight::Link, &[("match", &joint.to_string())]))
                } } }
            }))
        }
        @if !found.muted.is_empty() {
            (parts::section(&t!(tr, "safety-muted"), &html! {
                p { (t!(tr, "safety-muted-hint")) }
                ul.plain-list { @for (place, (id, name)) in (1_usize..).zip(&found.muted) { li {
                    @if let Some(name) = name { (name) } @else { (t!(tr, "safety-somebody", number = place)) }
                    " " (parts::post_button(&t!(tr, "safety-unmute"), &format!("/helpers/{id}/unmute"), Weight::Link, &[])) } } }
            }))
        }
    }
}

fn people(tr: &Tr, title: &str, faces: &[Face], acts: &[(&str, String, Weight)]) -> Markup {
    html! {
        @if !faces.is_empty() {
            (parts::section(title, &html! {
                ul.plain-list {
                    @for who in faces {
                        li {
                            a href={ "/helpers/" (who.id) } { (face::named(tr, who)) } " "
                            @for (act, label, weight) in acts { (parts::post_button(label, &format!("/helpers/{}/{act}", who.id), *weight, &[])) " " }
                        }
                    }
                }
            }))
        }
    }
}
