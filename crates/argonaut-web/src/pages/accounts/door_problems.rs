//! What to say when second factors, the ways back in or API tokens fail.

use argonaut_app::Kind;
use argonaut_app::accounts::organisation::OrganisationError;
use argonaut_app::accounts::reset::ResetError;
use argonaut_app::accounts::second_factor::FactorError;
use argonaut_app::accounts::second_factor::step::StepError;
use argonaut_app::accounts::tokens::TokenError;
use argonaut_app::accounts::trusted::come_back::ComeBackError;
use argonaut_app::accounts::trusted::hold::HandOverError;
use argonaut_app::accounts::trusted::set_up::SetUpError;

use super::problems::weak;
use crate::failure::Problem;
use crate::i18n::{Tr, t};

/// The waiting time in whole minutes, at least one.
fn minutes(seconds: u32) -> u32 {
    seconds.div_ceil(60).max(1)
}

impl Problem for FactorError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::WrongPassword => t!(tr, "accounts-password-wrong"),
            Self::WrongCode => t!(tr, "door-code-wrong"),
            Self::WrongPasskey => t!(tr, "door-passkey-wrong"),
            Self::NoName => t!(tr, "door-no-name"),
            Self::TooMany => t!(tr, "door-too-many-factors"),
            Self::NoPasskeysHere => t!(tr, "door-no-passkeys-here"),
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Busy(seconds) => t!(tr, "door-too-often", minutes = minutes(*seconds)),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for StepError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Over => t!(tr, "door-second-over"),
            Self::Wrong => t!(tr, "door-code-wrong"),
            Self::Mistyped => t!(tr, "accounts-recover-mistyped"),
            Self::TooOften(seconds) => t!(tr, "door-too-often", minutes = minutes(*seconds)),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for SetUpError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::WrongNumber => t!(tr, "door-trusted-wrong-number"),
            Self::WrongThreshold => t!(tr, "door-trusted-wrong-threshold"),
            Self::KeyChanged(_) => t!(tr, "door-trusted-key-changed"),
            Self::WrongPassword => t!(tr, "accounts-password-wrong"),
            Self::NothingThere => t!(tr, "errors-conflict"),
            Self::Busy(_) => t!(tr, "errors-busy"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for HandOverError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::WrongNumber => t!(tr, "door-held-wrong-number"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for ComeBackError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotYet => t!(tr, "door-return-not-yet"),
            Self::Weak(problem) => weak(tr, *problem),
            Self::DoesNotOpen => t!(tr, "door-return-does-not-open"),
            Self::Busy(_) => t!(tr, "errors-busy"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for ResetError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Over => t!(tr, "door-reset-over"),
            Self::Weak(problem) => weak(tr, *problem),
            Self::Busy(_) => t!(tr, "errors-busy"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for OrganisationError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotOffered | Self::NoSuchHelper | Self::NoCopy => t!(tr, "errors-not-found"),
            Self::WrongPassword => t!(tr, "accounts-password-wrong"),
            Self::AnotherKey => t!(tr, "errors-conflict"),
            Self::Busy(_) => t!(tr, "errors-busy"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for TokenError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NoName => t!(tr, "door-no-name"),
            Self::NoScope => t!(tr, "door-token-no-scope"),
            Self::BadEnd => t!(tr, "door-token-bad-end"),
            Self::TooMany => t!(tr, "door-token-too-many"),
            Self::WrongPassword => t!(tr, "accounts-password-wrong"),
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Busy(_) => t!(tr, "errors-busy"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}
