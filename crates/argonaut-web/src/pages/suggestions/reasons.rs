//! The engine's reasons, in words: what is met by what, from whose side.

use argonaut_app::engine::Reason;

use crate::i18n::{Tr, t};

/// A reason as a sentence. `client` is whom the suggestions are for.
pub(crate) fn reason(tr: &Tr, reason: &Reason, client: &str) -> String {
    let locale = tr.locale();
    match reason {
        Reason::NeedMet {
            need, by, forward, ..
        } => {
            let (need, by) = (need.label(locale), by.label(locale));
            match (forward, need == by) {
                (true, true) => t!(tr, "suggestions-they-give", what = by, client = client),
                (true, false) => t!(
                    tr,
                    "suggestions-they-give-like",
                    what = by,
                    need = need,
                    client = client
                ),
                (false, true) => t!(tr, "suggestions-you-give", what = by, client = client),
                (false, false) => t!(
                    tr,
                    "suggestions-you-give-like",
                    what = by,
                    need = need,
                    client = client
                ),
            }
        }
        Reason::SharedInterest(term) => t!(tr, "suggestions-interest", what = term.label(locale)),
        Reason::Connection(term) => t!(tr, "suggestions-connection", what = term.label(locale)),
        Reason::SamePlace => t!(tr, "suggestions-same-place"),
        Reason::Near(band) => match band.at_most() {
            Some(km) => t!(tr, "suggestions-near", km = km),
            None => t!(tr, "suggestions-far"),
        },
        Reason::Remote => t!(tr, "suggestions-remote"),
        Reason::SharedLanguage(language) => {
            t!(tr, "suggestions-language", language = language.name(locale))
        }
        Reason::Contact => t!(tr, "suggestions-contact"),
        Reason::Waiting(weeks) => t!(tr, "suggestions-waiting", count = (*weeks)),
    }
}
