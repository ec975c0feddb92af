//! What to say when something about a record fails.

use argonaut_app::Kind;
use argonaut_app::clients::ClientError;
use argonaut_app::clients::erase::EraseError;
use argonaut_app::consents::record::ConsentError;

use crate::failure::Problem;
use crate::i18n::{Tr, t};

impl Problem for ClientError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::NotTheLead => t!(tr, "circle-lead-or-deputy"),
            Self::Changed => t!(tr, "errors-conflict"),
            Self::Troubled(found) => super::words::trouble(tr, *found),
            Self::Invalid(faults) => {
                let said: Vec<String> = faults
                    .iter()
                    .map(|fault| super::words::fault(tr, *fault).1)
                    .collect();
                said.join(" ")
            }
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for EraseError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotConfirmed => t!(tr, "clients-erase-wrong"),
            Self::Client(error) => error.say(tr),
        }
    }
}

impl Problem for ConsentError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::InTheFuture => t!(tr, "consent-in-future"),
            Self::BadEnd => t!(tr, "consent-bad-end"),
            Self::ProxyMissing => t!(tr, "consent-proxy-missing"),
            Self::NotByHand => t!(tr, "consent-unreadable"),
            Self::Client(error) => error.say(tr),
        }
    }
}
