//! The words of safety on screen, matched exhaustively, and what to say when something fails.

use argonaut_app::Kind;
use argonaut_app::safety::SafetyError;
use argonaut_domain::safety::{Outcome, Point, ReportKind};

use crate::failure::Problem;
use crate::i18n::{Tr, t};

pub(super) fn kind(tr: &Tr, kind: ReportKind) -> String {
    match kind {
        ReportKind::Danger => t!(tr, "safety-kind-danger"),
        ReportKind::ClientShown => t!(tr, "safety-kind-client"),
        ReportKind::Harassment => t!(tr, "safety-kind-harassment"),
        ReportKind::MoneyAsked => t!(tr, "safety-kind-money"),
        ReportKind::Impersonation => t!(tr, "safety-kind-impersonation"),
        ReportKind::Spam => t!(tr, "safety-kind-spam"),
        ReportKind::Other => t!(tr, "safety-kind-other"),
    }
}

pub(super) fn outcome(tr: &Tr, outcome: Outcome) -> String {
    match outcome {
        Outcome::Nothing => t!(tr, "safety-outcome-nothing"),
        Outcome::Note => t!(tr, "safety-outcome-note"),
        Outcome::Hide => t!(tr, "safety-outcome-hide"),
        Outcome::Limit => t!(tr, "safety-outcome-limit"),
        Outcome::Suspend => t!(tr, "safety-outcome-suspend"),
    }
}

pub(super) fn point(tr: &Tr, point: Point) -> String {
    match point {
        Point::ClientsFirst => t!(tr, "safety-p1"),
        Point::Unrecognised => t!(tr, "safety-p2"),
        Point::Respect => t!(tr, "safety-p3"),
        Point::NoMoney => t!(tr, "safety-p4"),
        Point::OwnName => t!(tr, "safety-p5"),
        Point::AtRisk => t!(tr, "safety-p6"),
        Point::NoAdvertising => t!(tr, "safety-p7"),
        Point::HonestReports => t!(tr, "safety-p8"),
    }
}

impl Problem for SafetyError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::Own => t!(tr, "safety-bad-own"),
            Self::BadWords => t!(tr, "safety-bad-words"),
            Self::NothingChosen => t!(tr, "safety-bad-chosen"),
            Self::BadDate => t!(tr, "safety-bad-date"),
            Self::NotHideable => t!(tr, "safety-bad-hide"),
            Self::NotYours => t!(tr, "safety-bad-yours"),
            Self::Already => t!(tr, "safety-bad-already"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}
