//! What to say when something with a post fails.

use argonaut_app::Kind;
use argonaut_app::posts::PostError;

use crate::failure::Problem;
use crate::i18n::{Tr, t};

impl Problem for PostError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::BadWords { most } => t!(tr, "posts-bad-words", most = (*most)),
            Self::BadAudience => t!(tr, "posts-bad-audience"),
            Self::NothingAsked => t!(tr, "posts-nothing-asked"),
            Self::Changed => t!(tr, "posts-changed"),
            Self::Over => t!(tr, "posts-over"),
            Self::Yourself => t!(tr, "posts-yourself"),
            Self::ReadsOnly => t!(tr, "posts-reads-only"),
            Self::Limited(until) => t!(tr, "safety-limited", date = tr.date(until.date())),
            Self::Already => t!(tr, "posts-already"),
            Self::KeyChanged => t!(tr, "matches-key-changed"),
            Self::Client(error) => error.say(tr),
            Self::Match(error) => error.say(tr),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}
