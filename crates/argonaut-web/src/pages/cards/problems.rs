//! What to say when something about a card fails.

use argonaut_app::Kind;
use argonaut_app::cards::look::LookError;
use argonaut_app::cards::publish::PublishError;

use crate::failure::Problem;
use crate::i18n::{Tr, t};

impl Problem for PublishError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::ConsentNeeded => t!(tr, "cards-consent-needed"),
            Self::Refused(_) => t!(tr, "cards-refused"),
            Self::LooksDifferent => t!(tr, "cards-looks-different"),
            Self::NoAudience => t!(tr, "cards-no-audience"),
            Self::Client(error) => error.say(tr),
        }
    }
}

impl Problem for LookError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}
