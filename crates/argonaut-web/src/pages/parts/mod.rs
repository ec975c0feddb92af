//! The parts that pages are made of. They take texts already translated, and
//! know no word of their own but the shell's and the forms'.

pub mod bars;
pub mod card;
pub mod data;
pub mod field;
pub mod form;
pub mod icon;
pub mod line;
pub mod notice;
pub mod pair;
pub mod path;
pub mod picker;
pub mod progress;
pub mod qr;
pub mod tasks;

use maud::{Markup, html};

pub use bars::{Bar, bars};
pub use card::{CardFrame, card_frame, chip, chips};
pub use data::{Column, Pager, facts, filters, pager, private_filters, table, tabs};
pub use field::{Choice, Field};
pub use icon::{Icon, icon};
pub use notice::{Tone, badge, empty, notice, notice_circle, notice_private, notice_public};
pub use pair::{Fit, PairRow, pair_table};
pub use progress::{Event, Step, StepState, steps, timeline};
pub use tasks::{Task, tasks};

/// The page's heading: the one `h1`, a sentence under it, and at most one
/// primary action beside it (see [`action`]).
pub fn heading(title: &str, lead: Option<&str>, primary: Option<Markup>) -> Markup {
    html! {
        header.heading {
            div {
                h1 { (title) }
                @if let Some(lead) = lead { p.lead { (lead) } }
            }
            @if let Some(primary) = primary { div.heading-act { (primary) } }
        }
    }
}

/// The way back up, above a heading: `(label, href)` from the top down.
pub fn breadcrumb(label: &str, way: &[(&str, &str)]) -> Markup {
    html! {
        nav.breadcrumb aria-label=(label) {
            ol { @for (text, href) in way { li { a href=(href) { (text) } } } }
        }
    }
}

/// A part of a page under an `h2`.
pub fn section(title: &str, body: &Markup) -> Markup {
    html! { section.section { h2 { (title) } (body) } }
}

/// A raised sheet around a part that stands for itself.
pub fn panel(body: &Markup) -> Markup {
    html! { div.panel { (body) } }
}

/// Paragraphs in a column that is good to read.
pub fn prose(body: &Markup) -> Markup {
    html! { div.prose { (body) } }
}

/// A link that looks like a primary button.
pub fn action(label: &str, href: &str) -> Markup {
    html! { a.button href=(href) { (label) } }
}

/// A link that looks like a secondary button.
pub fn quiet_action(label: &str, href: &str) -> Markup {
    html! { a.button.button-quiet href=(href) { (label) } }
}

/// The weight of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The one thing to do here.
    Primary,
    /// One of several.
    Quiet,
    /// Takes something away.
    Danger,
    /// Looks like a link.
    Link,
}

impl Weight {
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
            Self::Link => "button button-link",
        }
    }
}

/// A button that posts to `path` by itself, with hidden `(name, value)` pairs.
pub fn post_button(label: &str, path: &str, weight: Weight, with: &[(&str, &str)]) -> Markup {
    lone_button(label, path, weight, with, None)
}

/// The same, but with the script only the element `target` (an id that both this
/// page and the answer have) is replaced, so the reader keeps their place.
pub fn swap_button(
    label: &str,
    path: &str,
    weight: Weight,
    with: &[(&str, &str)],
    target: &str,
) -> Markup {
    lone_button(label, path, weight, with, Some(target))
}

fn lone_button(
    label: &str,
    path: &str,
    weight: Weight,
    with: &[(&str, &str)],
    target: Option<&str>,
) -> Markup {
    html! {
        form.inline method="post" action=(path) data-swap=[target.map(|id| format!("#{id}"))] {
            @for (name, value) in with { (form::hidden(name, value)) }
            button class=(weight.class()) type="submit" { (label) }
        }
    }
}

/// Buttons side by side, which wrap on a phone.
pub fn actions(buttons: &[Markup]) -> Markup {
    html! { div.actions { @for button in buttons { (button) } } }
}

/// The initials of a name in a coloured disc; decoration beside the name itself.
pub fn avatar(name: &str) -> Markup {
    let initials: String = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()))
        .take(2)
        .flat_map(char::to_uppercase)
        .collect();
    let hue = name
        .bytes()
        .fold(0_u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte))
        % 5;
    html! {
        svg class={ "avatar avatar-" (hue) } viewBox="0 0 40 40" aria-hidden="true" focusable="false" {
            circle cx="20" cy="20" r="20" {}
            text x="20" y="21" { (initials) }
        }
    }
}

/// A button that prints the page; only shown when the script runs.
pub fn print_button(tr: &crate::i18n::Tr) -> Markup {
    html! {
        button.button.button-quiet type="button" data-print hidden {
            (crate::i18n::t!(tr, "shell-print"))
        }
    }
}

/// A button that copies the text of the element with this id; only shown when
/// the script runs.
pub fn copy_button(tr: &crate::i18n::Tr, id: &str) -> Markup {
    html! {
        button.button.button-quiet type="button" data-copy={ "#" (id) } hidden
            data-copied=(crate::i18n::t!(tr, "shell-copied")) {
            (crate::i18n::t!(tr, "shell-copy"))
        }
    }
}
