//! What to say when a follow-up cannot be kept.

use argonaut_app::Kind;
use argonaut_app::matches::follow_up::FollowUpError;

use crate::failure::Problem;
use crate::i18n::{Tr, t};

impl Problem for FollowUpError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotAsked => t!(tr, "follow-not-asked"),
            Self::Unsaid => t!(tr, "follow-unsaid"),
            Self::TooLong { most } => t!(tr, "follow-too-long", most = (*most)),
            Self::Match(error) => error.say(tr),
        }
    }
}
