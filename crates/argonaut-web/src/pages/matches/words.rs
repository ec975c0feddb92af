//! Words about matches.

use argonaut_app::matches::room::Room;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::introduction::{
    ClosingReason, Ending, FirstContact, Helpful, Match, Parking, Party, Side, StageName, YesNo,
};

use crate::i18n::{Tr, t};

pub(crate) fn stage(tr: &Tr, stage: StageName) -> String {
    match stage {
        StageName::Asked => t!(tr, "matches-stage-asked"),
        StageName::Talking => t!(tr, "matches-stage-talking"),
        StageName::Proposed => t!(tr, "matches-stage-proposed"),
        StageName::Active => t!(tr, "matches-stage-active"),
        StageName::Introduced => t!(tr, "matches-stage-introduced"),
        StageName::Closed => t!(tr, "matches-stage-closed"),
    }
}

pub(crate) fn ending(tr: &Tr, ending: Ending) -> String {
    match ending {
        Ending::Success => t!(tr, "matches-ending-success"),
        Ending::Declined => t!(tr, "matches-ending-declined"),
        Ending::Cancelled => t!(tr, "matches-ending-cancelled"),
        Ending::Expired => t!(tr, "matches-ending-expired"),
    }
}

pub(crate) fn reason(tr: &Tr, reason: ClosingReason) -> String {
    match reason {
        ClosingReason::NotNow => t!(tr, "matches-reason-not-now"),
        ClosingReason::ClientSaidNo => t!(tr, "matches-reason-client-said-no"),
        ClosingReason::NeedMet => t!(tr, "matches-reason-need-met"),
        ClosingReason::NotSuitable => t!(tr, "matches-reason-not-suitable"),
        ClosingReason::TooFar => t!(tr, "matches-reason-too-far"),
        ClosingReason::NoCapacity => t!(tr, "matches-reason-no-capacity"),
        ClosingReason::Moved => t!(tr, "matches-reason-moved"),
        ClosingReason::Safety => t!(tr, "matches-reason-safety"),
        ClosingReason::ConsentEnded => t!(tr, "matches-reason-consent-ended"),
        ClosingReason::NotSaid => t!(tr, "matches-reason-not-said"),
    }
}

/// A reason with what it means for the two: how long they are not suggested again.
pub(super) fn reason_and_rest(tr: &Tr, of: ClosingReason) -> String {
    let reason = reason(tr, of);
    match of.parking() {
        Parking::Days(days) => t!(
            tr,
            "matches-reason-days",
            reason = reason.as_str(),
            days = days
        ),
        Parking::ForGood => t!(tr, "matches-reason-for-good", reason = reason.as_str()),
    }
}

/// How long a declined pair rests; nothing when nobody declined, or the rest is over.
pub(super) fn rest(tr: &Tr, joint: &Match, now: Timestamp) -> Option<String> {
    match joint.parking()? {
        Parking::Days(_) if !joint.is_parked(now) => None,
        Parking::Days(days) => Some(t!(
            tr,
            "matches-rest-until",
            date = tr.date(joint.moved.plus_days(days).date())
        )),
        Parking::ForGood => Some(t!(tr, "matches-rest-for-good")),
    }
}

/// Who made the first contact, in the names that this side knows.
pub(super) fn first_contact(tr: &Tr, who: FirstContact, room: &Room, partner: &str) -> String {
    let side = match who {
        FirstContact::AskerParty => Side::Asker,
        FirstContact::OwnerParty => Side::Owner,
        FirstContact::Helpers => return t!(tr, "matches-contact-helpers", partner = partner),
    };
    let in_person = *room.joint.parties.of(side) == Party::Helper;
    match (side == room.side, in_person, &room.my_client) {
        (true, true, _) => t!(tr, "matches-contact-me"),
        (true, false, Some(dossier)) => dossier.get().name().to_owned(),
        (true, false, None) => t!(tr, "matches-contact-my-client"),
        (false, true, _) => partner.to_owned(),
        (false, false, _) => t!(tr, "matches-contact-their-client", partner = partner),
    }
}

pub(super) fn yes_no(tr: &Tr, answer: YesNo) -> String {
    match answer {
        YesNo::Yes => t!(tr, "matches-yes"),
        YesNo::No => t!(tr, "matches-no"),
        YesNo::Unknown => t!(tr, "matches-not-known"),
    }
}

pub(super) fn helpful(tr: &Tr, answer: Helpful) -> String {
    match answer {
        Helpful::Yes => t!(tr, "matches-helpful-yes"),
        Helpful::Partly => t!(tr, "matches-helpful-partly"),
        Helpful::No => t!(tr, "matches-helpful-no"),
        Helpful::Harm => t!(tr, "matches-helpful-harm"),
    }
}
