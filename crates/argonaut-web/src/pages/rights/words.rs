//! Words about clients' rights.

use argonaut_domain::link::{ClientLink, LinkAnswer, LinkPurpose, RequestKind};
use argonaut_domain::locale::Locale;

use crate::i18n::{Tr, t};

pub(crate) fn purpose(tr: &Tr, purpose: LinkPurpose) -> String {
    match purpose {
        LinkPurpose::Share => t!(tr, "rights-purpose-share"),
        LinkPurpose::Introduce => t!(tr, "rights-purpose-introduce"),
        LinkPurpose::See => t!(tr, "rights-purpose-see"),
    }
}

pub(crate) fn answer(tr: &Tr, answer: LinkAnswer) -> String {
    match answer {
        LinkAnswer::Yes => t!(tr, "rights-answer-yes"),
        LinkAnswer::No => t!(tr, "rights-answer-no"),
        LinkAnswer::Talk => t!(tr, "rights-answer-talk"),
    }
}

pub(super) fn request(tr: &Tr, kind: RequestKind) -> String {
    match kind {
        RequestKind::Correct => t!(tr, "rights-request-correct"),
        RequestKind::Erase => t!(tr, "rights-request-erase"),
    }
}

/// A language's name in itself.
pub(crate) const fn own_name(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "English",
        Locale::Es => "Español",
    }
}

/// What became of a link so far, in one line.
pub(crate) fn so_far(tr: &Tr, link: &ClientLink) -> String {
    match (link.answer, link.opened) {
        (Some((said, at)), _) => t!(
            tr,
            "rights-link-answered",
            answer = answer(tr, said),
            date = tr.date(at.date())
        ),
        (None, Some(at)) => t!(tr, "rights-link-opened", date = tr.date(at.date())),
        (None, None) => t!(tr, "rights-link-unopened"),
    }
}
