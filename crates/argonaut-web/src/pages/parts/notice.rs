//! Boxes that tell something: notices, empty states, badges.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::i18n::{Tr, t};

/// What a coloured part means. Never by colour alone: an icon or a word says it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Info,
    /// It went well.
    Good,
    /// Needs care.
    Warn,
    /// It went wrong, or ends something.
    Bad,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "tone-info",
            Self::Good => "tone-good",
            Self::Warn => "tone-warn",
            Self::Bad => "tone-bad",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Info => Icon::Info,
            Self::Good => Icon::Tick,
            Self::Warn | Self::Bad => Icon::Alert,
        }
    }
}

/// A box with a title and a body.
pub fn notice(tone: Tone, title: &str, body: &Markup) -> Markup {
    boxed(tone.class(), tone.icon(), title, body)
}

/// "Only you can see this": above what stays sealed.
pub fn notice_private(tr: &Tr, text: &str) -> Markup {
    let title = t!(tr, "shell-private-title");
    boxed("tone-private", Icon::Lock, &title, &html! { p { (text) } })
}

/// "Only you and this client's circle can see this".
pub fn notice_circle(tr: &Tr, text: &str) -> Markup {
    let title = t!(tr, "shell-circle-title");
    boxed("tone-private", Icon::Lock, &title, &html! { p { (text) } })
}

/// "Others will see this": above what leaves the caseload.
pub fn notice_public(tr: &Tr, text: &str) -> Markup {
    let title = t!(tr, "shell-public-title");
    boxed("tone-public", Icon::Eye, &title, &html! { p { (text) } })
}

fn boxed(class: &str, picture: Icon, title: &str, body: &Markup) -> Markup {
    html! {
        div class={ "notice " (class) } {
            (icon(picture))
            div { p.notice-title { (title) } (body) }
        }
    }
}

/// A short word on the state of a thing.
pub fn badge(tone: Tone, label: &str) -> Markup {
    html! { span class={ "badge " (tone.class()) } { (label) } }
}

/// What to show where nothing is yet: what will be here, why it is worth it,
/// and the first step.
pub fn empty(picture: Icon, title: &str, text: &str, first_step: Option<Markup>) -> Markup {
    html! {
        div.empty {
            (icon(picture))
            h2 { (title) }
            p { (text) }
            @if let Some(first_step) = first_step { (first_step) }
        }
    }
}
