//! Referrals as the client reads them: in the document of all that is kept, and through
//! their link.

use argonaut_app::dossier::{Referral, Referrals};
use maud::{Markup, html};

use super::words;
use crate::i18n::{Tr, t};

/// All of them, the latest first. Without headings, so that it fits anywhere.
pub(crate) fn face(tr: &Tr, referrals: &Referrals) -> Markup {
    html! { ul { @for one in referrals.list.iter().rev() { li { (line(tr, one)) } } } }
}

/// One in a line or two.
pub(super) fn line(tr: &Tr, one: &Referral) -> Markup {
    html! {
        strong { (one.to.as_str()) } " · " (tr.date(one.made)) " · " (words::way(tr, one.way))
        @if let Some(need) = one.need { " · " (need.label(tr.locale())) }
        @if !one.words.is_empty() { br; (one.words.as_str()) }
        @if let Some(closed) = &one.closed {
            br;
            (t!(tr, "referrals-came-of-it", result = words::result(tr, closed.result), date = tr.date(closed.on)))
            @if !closed.words.is_empty() { " " (closed.words.as_str()) }
        }
    }
}
