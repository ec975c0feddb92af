//! The words of referrals on screen.

use argonaut_domain::referral::{ReferralResult, ReferralWay};

use crate::i18n::{Tr, t};

pub(crate) fn way(tr: &Tr, way: ReferralWay) -> String {
    match way {
        ReferralWay::Told => t!(tr, "referrals-way-told"),
        ReferralWay::Asked => t!(tr, "referrals-way-asked"),
        ReferralWay::Together => t!(tr, "referrals-way-together"),
    }
}

pub(crate) fn result(tr: &Tr, result: ReferralResult) -> String {
    match result {
        ReferralResult::Served => t!(tr, "referrals-result-served"),
        ReferralResult::Partly => t!(tr, "referrals-result-partly"),
        ReferralResult::WaitingList => t!(tr, "referrals-result-waiting-list"),
        ReferralResult::NotEligible => t!(tr, "referrals-result-not-eligible"),
        ReferralResult::Full => t!(tr, "referrals-result-full"),
        ReferralResult::NoAnswer => t!(tr, "referrals-result-no-answer"),
        ReferralResult::DidNotGo => t!(tr, "referrals-result-did-not-go"),
        ReferralResult::Other => t!(tr, "referrals-result-other"),
    }
}
