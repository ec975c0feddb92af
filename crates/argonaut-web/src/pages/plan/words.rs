//! Words about plans.

use argonaut_app::Kind;
use argonaut_app::plans::PlanError;
use argonaut_domain::plan::{Attainment, BarrierOf, Doer};

use crate::failure::Problem;
use crate::i18n::{Tr, t};

pub(crate) fn attainment(tr: &Tr, level: Attainment) -> String {
    match level {
        Attainment::MuchLess => t!(tr, "plan-level-much-less"),
        Attainment::Less => t!(tr, "plan-level-less"),
        Attainment::AsHoped => t!(tr, "plan-level-as-hoped"),
        Attainment::More => t!(tr, "plan-level-more"),
        Attainment::MuchMore => t!(tr, "plan-level-much-more"),
    }
}

pub(crate) fn doer(tr: &Tr, who: Doer) -> String {
    match who {
        Doer::Client => t!(tr, "plan-who-client"),
        Doer::Helper => t!(tr, "plan-who-helper"),
        Doer::Together => t!(tr, "plan-who-together"),
        Doer::Other => t!(tr, "plan-who-other"),
    }
}

/// The same on the page that the client reads.
pub(crate) fn doer_to_client(tr: &Tr, who: Doer) -> String {
    match who {
        Doer::Client => t!(tr, "plan-you-client"),
        Doer::Helper => t!(tr, "plan-you-helper"),
        Doer::Together => t!(tr, "plan-you-together"),
        Doer::Other => t!(tr, "plan-who-other"),
    }
}

pub(crate) fn barrier(tr: &Tr, of: BarrierOf) -> String {
    match of {
        BarrierOf::Person => t!(tr, "plan-barrier-person"),
        BarrierOf::Worker => t!(tr, "plan-barrier-worker"),
        BarrierOf::Environment => t!(tr, "plan-barrier-environment"),
    }
}

impl Problem for PlanError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Empty => t!(tr, "plan-empty"),
            Self::NothingReviewed => t!(tr, "plan-nothing-reviewed"),
            Self::NotThere => t!(tr, "plan-not-there"),
            Self::Client(error) => error.say(tr),
        }
    }
}
