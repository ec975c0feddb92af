//! What to say when something in a match fails.

use argonaut_app::Kind;
use argonaut_app::contacts::ContactError;
use argonaut_app::matches::MatchError;
use argonaut_domain::introduction::Refusal;

use crate::failure::Problem;
use crate::i18n::{Tr, t};

impl Problem for MatchError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Gone => t!(tr, "matches-gone"),
            Self::NotTaken => t!(tr, "trust-not-taken"),
            Self::AlreadyOpen => t!(tr, "matches-already-open"),
            Self::ClientNeeded => t!(tr, "matches-client-needed"),
            Self::Changed => t!(tr, "matches-changed"),
            Self::Refused(refusal) => refused(tr, *refusal),
            Self::KeyChanged => t!(tr, "matches-key-changed"),
            Self::Record(found) => crate::pages::clients::words::trouble(tr, *found),
            Self::BadMessage { most } => t!(tr, "matches-bad-message", most = (*most)),
            Self::Limited(until) => t!(tr, "safety-limited", date = tr.date(until.date())),
            Self::NothingShared => t!(tr, "matches-nothing-shared"),
            Self::BadMeeting => t!(tr, "room-bad-meeting"),
            Self::Consent(error) => error.say(tr),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

fn refused(tr: &Tr, refusal: Refusal) -> String {
    match refusal {
        Refusal::WrongStage(_) => t!(tr, "matches-changed"),
        Refusal::NotYourTurn => t!(tr, "matches-not-your-turn"),
        Refusal::PartyOpen => t!(tr, "matches-party-open"),
        Refusal::NoClient => t!(tr, "matches-no-client"),
        Refusal::PartySettled => t!(tr, "matches-party-settled"),
        Refusal::AlreadyAgreed => t!(tr, "matches-already-agreed"),
        Refusal::ConsentMissing => t!(tr, "matches-consent-missing"),
        Refusal::ConsentEnded => t!(tr, "matches-consent-over"),
        Refusal::NotDue | Refusal::NotParked => t!(tr, "matches-changed"),
        Refusal::BadDay => t!(tr, "room-bad-day"),
        Refusal::Resting => t!(tr, "room-resting"),
        Refusal::SameHelper => t!(tr, "room-same-helper"),
        Refusal::NoOutcome => t!(tr, "matches-no-outcome"),
    }
}

impl Problem for ContactError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Yourself => t!(tr, "contacts-yourself"),
            Self::Already => t!(tr, "contacts-already"),
            Self::NothingAsked => t!(tr, "contacts-nothing-asked"),
            Self::Limited(until) => t!(tr, "safety-limited", date = tr.date(until.date())),
            Self::OtherDigits => t!(tr, "circle-key-other-digits"),
            Self::KeyChanged => t!(tr, "circle-key-changed"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}
