//! What to say when something about an account fails.

use argonaut_app::Kind;
use argonaut_app::accounts::PasswordProblem;
use argonaut_app::accounts::administer::MOST_REASON;
use argonaut_app::accounts::administer::StandingError;
use argonaut_app::accounts::invite::RevokeError;
use argonaut_app::accounts::password::PasswordError;
use argonaut_app::accounts::recover::RecoverError;
use argonaut_app::accounts::register::RegisterError;
use argonaut_app::accounts::registration::LONGEST_ANSWER;
use argonaut_app::accounts::session::EndError;
use argonaut_app::accounts::sign_in::SignInError;

use crate::failure::Problem;
use crate::i18n::{Tr, t};

pub(super) fn weak(tr: &Tr, problem: PasswordProblem) -> String {
    match problem {
        PasswordProblem::TooShort => t!(tr, "accounts-password-short"),
        PasswordProblem::TooLong => t!(tr, "accounts-password-long"),
        PasswordProblem::Guessable => t!(tr, "accounts-password-weak"),
    }
}

impl Problem for RegisterError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::BadName => t!(tr, "accounts-bad-name"),
            Self::BadHandle(_) => t!(tr, "accounts-bad-handle"),
            Self::HandleTaken => t!(tr, "accounts-handle-taken"),
            Self::Password(problem) => weak(tr, *problem),
            Self::AnswerMissing(_) => t!(tr, "accounts-answer-missing", most = LONGEST_ANSWER),
            Self::Closed => t!(tr, "accounts-closed"),
            Self::InvitationNeeded => t!(tr, "accounts-invitation-needed"),
            Self::Busy(_) => t!(tr, "errors-busy"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for SignInError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Wrong => t!(tr, "accounts-sign-in-wrong"),
            Self::Pending => t!(tr, "accounts-waits"),
            Self::Declined(reason) => t!(tr, "accounts-declined", reason = reason.as_str()),
            Self::Suspended(_) => t!(tr, "accounts-suspended"),
            Self::Busy(_) => t!(tr, "errors-busy"),
            Self::SecondFactorNeeded => t!(tr, "door-second-lead"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for RecoverError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Wrong => t!(tr, "accounts-recover-wrong"),
            Self::Mistyped => t!(tr, "accounts-recover-mistyped"),
            Self::Weak(problem) => weak(tr, *problem),
            Self::NotActive => t!(tr, "accounts-not-active"),
            Self::Busy(_) => t!(tr, "errors-busy"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for PasswordError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Wrong => t!(tr, "accounts-password-wrong"),
            Self::Weak(problem) => weak(tr, *problem),
            Self::Busy(_) => t!(tr, "errors-busy"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for EndError {
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

impl Problem for RevokeError {
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

impl Problem for StandingError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Self_ => t!(tr, "admin-not-yourself"),
            Self::BadReason => t!(tr, "admin-bad-reason", most = MOST_REASON),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}
