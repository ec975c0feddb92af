//! The words of being told: topics, ways and rhythms.

use argonaut_domain::told::{How, Rhythm, Topic};

use crate::i18n::{Tr, t};

/// A topic, as a field's label.
pub(super) fn topic(tr: &Tr, topic: Topic) -> String {
    match topic {
        Topic::Matches => t!(tr, "told-topic-matches"),
        Topic::Rings => t!(tr, "told-topic-rings"),
        Topic::Messages => t!(tr, "told-topic-messages"),
        Topic::Cards => t!(tr, "told-topic-cards"),
        Topic::Clients => t!(tr, "told-topic-clients"),
        Topic::People => t!(tr, "told-topic-people"),
        Topic::Groups => t!(tr, "told-topic-groups"),
        Topic::Suggestions => t!(tr, "told-topic-suggestions"),
        Topic::Safety => t!(tr, "told-topic-safety"),
        Topic::Account => t!(tr, "told-topic-account"),
    }
}

/// A way of being told.
pub(super) fn how(tr: &Tr, how: How) -> String {
    match how {
        How::Page => t!(tr, "told-how-page"),
        How::Now => t!(tr, "told-how-now"),
        How::Digest => t!(tr, "told-how-digest"),
    }
}

/// A rhythm of the digest.
pub(super) fn rhythm(tr: &Tr, rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Daily => t!(tr, "told-rhythm-daily"),
        Rhythm::Weekly => t!(tr, "told-rhythm-weekly"),
    }
}
