//! What to say when something about trust fails.

use argonaut_app::Kind;
use argonaut_app::trust::TrustError;
use argonaut_domain::trust::{MOST_MOTHERS, MOST_VOUCH_NOTE, NEW_VOUCHES};

use crate::failure::Problem;
use crate::i18n::{Tr, t};

impl Problem for TrustError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Yourself => t!(tr, "trust-yourself"),
            Self::Strangers => t!(tr, "trust-strangers"),
            Self::Enough => t!(tr, "trust-enough", most = NEW_VOUCHES),
            Self::TooManyMothers => t!(tr, "trust-too-many-mothers", most = MOST_MOTHERS),
            Self::LongNote => t!(tr, "trust-long-note", most = MOST_VOUCH_NOTE),
            Self::Opposite => t!(tr, "trust-opposite"),
            Self::Already => t!(tr, "errors-conflict"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}
