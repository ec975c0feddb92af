//! A link into a group that was just made, once: to copy, to scan and to print. The token
//! is kept nowhere, so this is an answer, never a page of its own.

use argonaut_domain::group::{Group, GroupLink};
use maud::{Markup, html};

use crate::i18n::{Tr, t};
use crate::pages::parts::{self, Tone};

/// What is shown; on paper only the sheet.
pub(super) fn view(tr: &Tr, group: &Group, link: &GroupLink, token: &str, site: &str) -> Markup {
    let home = format!("/groups/{}", group.id);
    let name = group.profile.name.as_str();
    let address = format!("{site}/groups/join/{token}");
    let way_in = if link.trusted {
        t!(tr, "groups-link-trusted")
    } else {
        t!(tr, "groups-link-vetted")
    };
    html! {
        div.no-print {
            (parts::breadcrumb(&t!(tr, "shell-breadcrumb-label"), &[(&t!(tr, "groups-title"), "/groups"), (name, &home)]))
            (parts::notice(Tone::Good, &t!(tr, "groups-link-made"), &html! {
                p { (t!(tr, "groups-link-once")) }
                p.note-text { code id="new-link" { (address) } }
                (parts::copy_button(tr, "new-link"))
                p { (t!(tr, "groups-link-print")) }
                (parts::print_button(tr))
            }))
        }
        article.client-sheet {
            h1 { (t!(tr, "groups-link-sheet", group = name)) }
            p { (t!(tr, "groups-link-sheet-lead")) }
            @if let Some(picture) = parts::qr::picture(&t!(tr, "groups-link-picture", group = name), &address) {
                h2 { (t!(tr, "groups-link-scan")) }
                (picture)
            }
            h2 { (t!(tr, "groups-link-type")) }
            p.note-text { (address) }
            p { (way_in) " · " (t!(tr, "groups-until", date = tr.date(link.expires.date()))) }
        }
        p.no-print { a href=(home) { (t!(tr, "groups-link-back", group = name)) } }
    }
}
