//! What to say when something about a group fails.

use argonaut_app::Kind;
use argonaut_app::groups::{GroupError, GroupFault};

use crate::failure::Problem;
use crate::i18n::{Tr, t};

impl Problem for GroupError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotFound => t!(tr, "errors-not-found"),
            Self::NotAllowed => t!(tr, "groups-not-allowed"),
            Self::InvitationNeeded => t!(tr, "groups-invitation-needed"),
            Self::LinkOver => t!(tr, "groups-link-over"),
            Self::Already => t!(tr, "groups-already"),
            Self::LastCoordinator => t!(tr, "groups-last-coordinator"),
            Self::Changed => t!(tr, "groups-changed"),
            Self::WrongKind => t!(tr, "groups-wrong-kind"),
            Self::Invalid(faults) => faults
                .iter()
                .map(|of| fault(tr, *of).1)
                .collect::<Vec<_>>()
                .join(" "),
            Self::Circle(error) => error.say(tr),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

/// The field of a fault, and the sentence.
pub(super) fn fault(tr: &Tr, fault: GroupFault) -> (String, String) {
    let (field, text) = match fault {
        GroupFault::Name => ("name", t!(tr, "groups-fault-name")),
        GroupFault::About => ("about", t!(tr, "groups-fault-about")),
        GroupFault::Agreement => ("agreement", t!(tr, "groups-fault-agreement")),
        GroupFault::Questions => ("questions", t!(tr, "groups-fault-questions")),
        GroupFault::Terms => ("situations", t!(tr, "groups-fault-terms")),
        GroupFault::Answers => ("answer-0", t!(tr, "groups-fault-answers")),
        GroupFault::Consent => ("method", t!(tr, "circle-add-agreed-missing")),
        GroupFault::EventTitle => ("title", t!(tr, "events-fault-title")),
        GroupFault::EventWords => ("words", t!(tr, "events-fault-words")),
        GroupFault::EventPlace => ("place", t!(tr, "events-fault-place")),
        GroupFault::EventTimes => ("starts", t!(tr, "events-fault-times")),
        GroupFault::EventZone => ("zone", t!(tr, "events-fault-zone")),
        GroupFault::NotAgreed => ("agreed", t!(tr, "groups-fault-agreed")),
    };
    (field.to_owned(), text)
}
