//! What to say when a draft is not looked at.

use argonaut_app::Kind;
use argonaut_app::words::WordsError;

use crate::failure::Problem;
use crate::i18n::{Tr, t};

impl Problem for WordsError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::TooLong => t!(tr, "drafts-too-long"),
            Self::TooOften { .. } => t!(tr, "errors-busy"),
        }
    }
}
