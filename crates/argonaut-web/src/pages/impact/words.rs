//! Words of impact.

use argonaut_app::impact::{First, Period};

use crate::i18n::{Tr, t};

pub(super) fn period(tr: &Tr, period: Period) -> String {
    match period {
        Period::Year => t!(tr, "impact-period-year"),
        Period::Months => t!(tr, "impact-period-months"),
        Period::All => t!(tr, "impact-period-all"),
    }
}

pub(super) fn first(tr: &Tr, first: First) -> String {
    match first {
        First::Client => t!(tr, "impact-first-client"),
        First::Card => t!(tr, "impact-first-card"),
        First::Contact => t!(tr, "impact-first-contact"),
        First::Enquiry => t!(tr, "impact-first-enquiry"),
        First::Introduction => t!(tr, "impact-first-introduction"),
        First::FollowUp => t!(tr, "impact-first-follow-up"),
        First::Held => t!(tr, "impact-first-held"),
        First::Thanks => t!(tr, "impact-first-thanks"),
        First::Vouch => t!(tr, "impact-first-vouch"),
        First::Group => t!(tr, "impact-first-group"),
        First::Post => t!(tr, "impact-first-post"),
    }
}
