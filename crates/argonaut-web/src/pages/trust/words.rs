//! The words of trust on screen.

use argonaut_app::trust::why::{Experience, Familiarity, Label, Said};
use argonaut_domain::trust::{EnquiryReach, TrustField, TrustLevel, VouchLevel};

use crate::i18n::{Tr, t};
use crate::pages::parts::Tone;

/// What somebody says who vouches.
pub(crate) fn vouch_level(tr: &Tr, level: VouchLevel) -> String {
    match level {
        VouchLevel::Know => t!(tr, "trust-level-know"),
        VouchLevel::Worked => t!(tr, "trust-level-worked"),
        VouchLevel::Mother => t!(tr, "trust-level-mother"),
    }
}

/// With what somebody is trusted.
pub(crate) fn field(tr: &Tr, field: TrustField) -> String {
    match field {
        TrustField::General => t!(tr, "trust-field-general"),
        TrustField::Children => t!(tr, "trust-field-children"),
        TrustField::Care => t!(tr, "trust-field-care"),
        TrustField::Health => t!(tr, "trust-field-health"),
        TrustField::Money => t!(tr, "trust-field-money"),
        TrustField::Housing => t!(tr, "trust-field-housing"),
        TrustField::Things => t!(tr, "trust-field-things"),
        TrustField::Transport => t!(tr, "trust-field-transport"),
        TrustField::Work => t!(tr, "trust-field-work"),
        TrustField::Learning => t!(tr, "trust-field-learning"),
        TrustField::Papers => t!(tr, "trust-field-papers"),
        TrustField::Company => t!(tr, "trust-field-company"),
        TrustField::Safety => t!(tr, "trust-field-safety"),
    }
}

/// A vouch in one line: what is said, and about what.
pub(crate) fn vouch(tr: &Tr, level: VouchLevel, about: TrustField) -> String {
    let said = vouch_level(tr, level);
    if about == TrustField::General {
        return said;
    }
    t!(
        tr,
        "trust-vouch-about",
        said = said,
        field = field(tr, about)
    )
}

/// What one stop of a path says of the next.
pub(super) fn said(tr: &Tr, said: Said) -> String {
    match said {
        Said::Vouch(familiarity, field) => {
            let level = match familiarity {
                Familiarity::Know => VouchLevel::Know,
                Familiarity::Worked => VouchLevel::Worked,
                Familiarity::Mother => VouchLevel::Mother,
            };
            vouch(tr, level, field)
        }
        Said::Worked => t!(tr, "trust-said-worked"),
    }
}

/// A standing in a word, with its tone.
pub(crate) fn label(tr: &Tr, label: Label) -> (Tone, String) {
    match label {
        Label::Doubtful => (Tone::Warn, t!(tr, "trust-label-doubtful")),
        Label::Unknown => (Tone::Info, t!(tr, "trust-label-unknown")),
        Label::Known => (Tone::Good, level(tr, TrustLevel::Known)),
        Label::Trusted => (Tone::Good, level(tr, TrustLevel::Trusted)),
        Label::WellTrusted => (Tone::Good, level(tr, TrustLevel::WellTrusted)),
    }
}

/// How far somebody is trusted.
pub(crate) fn level(tr: &Tr, level: TrustLevel) -> String {
    match level {
        TrustLevel::Known => t!(tr, "trust-label-known"),
        TrustLevel::Trusted => t!(tr, "trust-label-trusted"),
        TrustLevel::WellTrusted => t!(tr, "trust-label-well"),
    }
}

/// The levels as a choice: "at least …".
pub(crate) fn at_least(tr: &Tr, level: TrustLevel) -> String {
    match level {
        TrustLevel::Known => t!(tr, "trust-least-known"),
        TrustLevel::Trusted => t!(tr, "trust-least-trusted"),
        TrustLevel::WellTrusted => t!(tr, "trust-least-well"),
    }
}

/// Who may send an enquiry.
pub(crate) fn enquiries(tr: &Tr, reach: EnquiryReach) -> String {
    match reach {
        EnquiryReach::Everyone => t!(tr, "profile-reach-everyone"),
        EnquiryReach::Known => t!(tr, "trust-takes-known"),
        EnquiryReach::Trusted => t!(tr, "trust-takes-trusted"),
        EnquiryReach::WellTrusted => t!(tr, "trust-takes-well"),
        EnquiryReach::Contacts => t!(tr, "profile-reach-contacts"),
    }
}

/// How a shared introduction went.
pub(super) fn experience(tr: &Tr, how: Experience) -> String {
    match how {
        Experience::Good => t!(tr, "trust-shared-good"),
        Experience::Partly => t!(tr, "trust-shared-partly"),
        Experience::Unanswered => t!(tr, "trust-shared-unanswered"),
        Experience::Declined => t!(tr, "trust-shared-declined"),
        Experience::Bad => t!(tr, "trust-shared-bad"),
    }
}
