//! What to say when something about a circle fails.

use argonaut_app::Kind;
use argonaut_app::circle::CircleError;

use crate::failure::Problem;
use crate::i18n::{Tr, t};

impl Problem for CircleError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::NotTheLead => t!(tr, "clients-not-the-lead"),
            Self::NotAContact => t!(tr, "circle-not-a-contact"),
            Self::Already => t!(tr, "circle-already"),
            Self::HandOverFirst => t!(tr, "circle-lead-first"),
            Self::Nothing => t!(tr, "circle-nothing"),
            Self::KeyChanged => t!(tr, "circle-key-changed"),
            Self::Client(error) => error.say(tr),
        }
    }
}
