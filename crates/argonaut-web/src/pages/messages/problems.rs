//! What to say when something about messages fails.

use argonaut_app::Kind;
use argonaut_app::messages::MessageError;
use argonaut_app::messages::file::{FileFault, MOST_BYTES, MOST_FILES, MOST_OF_HELPER};
use argonaut_app::messages::look::DELETE_MINUTES;

use crate::failure::Problem;
use crate::i18n::{Tr, t};

pub(super) const MEGABYTE: usize = 1024 * 1024;

impl Problem for MessageError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::ReadsOnly => t!(tr, "messages-reads-only"),
            Self::BadWords { most } => t!(tr, "messages-bad-words", most = (*most)),
            Self::BadFile(fault) => file_fault(tr, fault),
            Self::KeyChanged => t!(tr, "messages-key-changed"),
            Self::TooLate => t!(tr, "messages-too-late", minutes = DELETE_MINUTES),
            Self::Limited(until) => {
                t!(tr, "messages-limited", until = tr.date(until.date()))
            }
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

fn file_fault(tr: &Tr, fault: &FileFault) -> String {
    match fault {
        FileFault::Kind { name } => t!(tr, "messages-file-kind", name = name.as_str()),
        FileFault::TooLarge { name } => t!(
            tr,
            "messages-file-large",
            name = name.as_str(),
            most = (MOST_BYTES / MEGABYTE)
        ),
        FileFault::TooMany => t!(tr, "messages-file-many", most = MOST_FILES),
        FileFault::Full => t!(tr, "messages-file-full", most = (MOST_OF_HELPER / MEGABYTE)),
    }
}
