//! Every part with sample texts, to look at. Served in debug builds only.

use maud::{Markup, html};

use super::layout::{Nav, NavItem, Page};
use crate::i18n::Tr;

/// The whole guide in one page.
pub fn style_guide(tr: &Tr) -> Markup {
    let nav = Nav {
        display_name: "Rosa Delgado".to_owned(),
        bell_count: 3,
        is_admin: true,
        live: false,
    };
    Page::new(tr, "Style guide")
        .who(Some(&nav))
        .active(NavItem::Clients)
        .wide()
        .render(&html! { h1 { "Style guide" } })
}
