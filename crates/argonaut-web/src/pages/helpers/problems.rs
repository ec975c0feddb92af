//! What to say when something about a helper fails.

use argonaut_app::Kind;
use argonaut_app::helpers::edit::{
    MOST_ABOUT, MOST_ENTRIES, MOST_NOTE, ProfileError, ProfileFault,
};
use argonaut_app::helpers::view::ViewError;

use crate::failure::Problem;
use crate::i18n::{Tr, t};

impl Problem for ViewError {
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

impl Problem for ProfileError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Invalid(faults) => faults
                .iter()
                .map(|of| fault(tr, *of).1)
                .collect::<Vec<_>>()
                .join(" "),
            Self::Changed => t!(tr, "errors-conflict"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

/// The field a fault is about, and what is wrong.
pub(super) fn fault(tr: &Tr, fault: ProfileFault) -> (String, String) {
    let (field, text) = match fault {
        ProfileFault::Name => ("name", t!(tr, "accounts-bad-name")),
        ProfileFault::About => ("about", t!(tr, "profile-about-long", most = MOST_ABOUT)),
        ProfileFault::Note => ("offers", t!(tr, "profile-note-long", most = MOST_NOTE)),
        ProfileFault::TooMany => ("offers", t!(tr, "profile-too-many", most = MOST_ENTRIES)),
        ProfileFault::WrongTerm => ("offers", t!(tr, "errors-invalid")),
    };
    (field.to_owned(), text)
}
