//! What a notification says, and where it leads. No client is ever named; a
//! helper only by the name that the viewer may see anyway.

use argonaut_domain::notice::{Notice, NoticeKind};

use crate::i18n::{Tr, t};
use crate::pages::parts::Icon;

/// The sentence. `helper` is the name of the helper it is about, where the
/// reader may see it.
pub(super) fn sentence(tr: &Tr, kind: NoticeKind, helper: Option<&str>) -> String {
    match (kind, helper) {
        (NoticeKind::ContactAsked, Some(name)) => {
            t!(tr, "notifications-contact-asked", name = name)
        }
        (NoticeKind::ContactAsked, None) => t!(tr, "notifications-contact-asked-unnamed"),
        (NoticeKind::ContactAccepted, Some(name)) => {
            t!(tr, "notifications-contact-accepted", name = name)
        }
        (NoticeKind::ContactAccepted, None) => t!(tr, "notifications-contact-accepted-unnamed"),
        (NoticeKind::EnquiryReceived, _) => t!(tr, "notifications-enquiry-received"),
        (NoticeKind::EnquiryAccepted, _) => t!(tr, "notifications-enquiry-accepted"),
        (NoticeKind::EnquiryDeclined, _) => t!(tr, "notifications-enquiry-declined"),
        (NoticeKind::MatchProposed, _) => t!(tr, "notifications-match-proposed"),
        (NoticeKind::OtherSideAgreed, _) => t!(tr, "notifications-other-side-agreed"),
        (NoticeKind::DetailsReleased, _) => t!(tr, "notifications-details-released"),
        (NoticeKind::IntroductionMade, _) => t!(tr, "notifications-introduction-made"),
        (NoticeKind::FollowUpDue, _) => t!(tr, "notifications-follow-up-due"),
        (NoticeKind::OutcomeRecorded, _) => t!(tr, "notifications-outcome-recorded"),
        (NoticeKind::MatchClosed, _) => t!(tr, "notifications-match-closed"),
        (NoticeKind::VouchInvited, Some(name)) => t!(tr, "trust-notice-invited", name = name),
        (NoticeKind::VouchInvited, None) => t!(tr, "trust-notice-invited-unnamed"),
        (NoticeKind::VouchReceived, Some(name)) => t!(tr, "trust-notice-received", name = name),
        (NoticeKind::VouchReceived, None) => t!(tr, "trust-notice-received-unnamed"),
        (NoticeKind::ConsentEnded, _) => t!(tr, "notifications-consent-ended"),
        (NoticeKind::CardExpiring, _) => t!(tr, "notifications-card-expiring"),
        (NoticeKind::CardExpired, _) => t!(tr, "notifications-card-expired"),
        (NoticeKind::CardFewHelpers, _) => t!(tr, "notifications-card-few-helpers"),
        (NoticeKind::CardFewPeople, _) => t!(tr, "notifications-card-few-people"),
        (NoticeKind::CardWordHidden, _) => t!(tr, "notifications-card-word-hidden"),
        (NoticeKind::CardTakenBack, _) => t!(tr, "notifications-card-taken-back"),
        (NoticeKind::NewSuggestions, _) => t!(tr, "notifications-new-suggestions"),
        (NoticeKind::SeatOffered, Some(name)) => {
            t!(tr, "circle-notice-offered", name = name)
        }
        (NoticeKind::SeatOffered, None) => t!(tr, "circle-notice-offered-unnamed"),
        (NoticeKind::SeatTaken, _) => t!(tr, "circle-notice-taken"),
        (NoticeKind::SeatDeclined, _) => t!(tr, "circle-notice-declined"),
        (NoticeKind::PartChanged, _) => t!(tr, "circle-notice-part"),
        (NoticeKind::SeatEnded, Some(name)) => t!(tr, "circle-notice-ended", name = name),
        (NoticeKind::SeatEnded, None) => t!(tr, "circle-notice-ended-unnamed"),
        (NoticeKind::SeatLeft, _) => t!(tr, "circle-notice-left"),
        (NoticeKind::LeadPassed, _) => t!(tr, "circle-notice-lead"),
        (NoticeKind::RecordAlarm, _) => t!(tr, "circle-notice-alarm"),
        (NoticeKind::StorageAlarm, _) => t!(tr, "circle-notice-storage"),
        (NoticeKind::ClientAnsweredMatch, _) => t!(tr, "rights-notice-answered-match"),
        (NoticeKind::ClientAnswered, _) => t!(tr, "rights-notice-answered"),
        (NoticeKind::ClientAsks, _) => t!(tr, "rights-notice-asks"),
        (NoticeKind::ClientWithdrew, _) => t!(tr, "rights-notice-withdrew"),
        (NoticeKind::ConsentExpiring, _) => t!(tr, "rights-notice-expiring"),
        (NoticeKind::ClientErasedByTime, _) => t!(tr, "rights-notice-erased"),
        (NoticeKind::ApprovalWaiting, _) => t!(tr, "notifications-approval-waiting"),
        (NoticeKind::ShareHeld, Some(name)) => t!(tr, "notifications-share-held", name = name),
        (NoticeKind::ShareHeld, None) => t!(tr, "notifications-share-held-unnamed"),
        (NoticeKind::ReturnAsked, Some(name)) => {
            t!(tr, "notifications-return-asked", name = name)
        }
        (NoticeKind::ReturnAsked, None) => t!(tr, "notifications-return-asked-unnamed"),
        (NoticeKind::ReturnStarted, _) => t!(tr, "notifications-return-started"),
        (NoticeKind::SharesOutdated, _) => t!(tr, "notifications-shares-outdated"),
        (NoticeKind::AccountRecovered, _) => t!(tr, "notifications-account-recovered"),
        (NoticeKind::SecondFactorChanged, _) => t!(tr, "notifications-second-factor-changed"),
        (NoticeKind::SecondFactorRefused, _) => t!(tr, "notifications-second-factor-refused"),
        (NoticeKind::ResetLinkMade, _) => t!(tr, "notifications-reset-link-made"),
        (NoticeKind::ReportMade, _) => t!(tr, "safety-notice-report"),
        (NoticeKind::ReportDecided, _) => t!(tr, "safety-notice-report-decided"),
        (NoticeKind::DecisionMade, _) => t!(tr, "safety-notice-decision"),
        (NoticeKind::AppealMade, _) => t!(tr, "safety-notice-appeal"),
        (NoticeKind::AppealDecided, _) => t!(tr, "safety-notice-appeal-decided"),
        (NoticeKind::ApiTokenMade, _) => t!(tr, "notifications-api-token-made"),
        (NoticeKind::GroupInvited, _) => t!(tr, "groups-notice-invited"),
        (NoticeKind::GroupAsked, _) => t!(tr, "groups-notice-asked"),
        (NoticeKind::GroupJoined, _) => t!(tr, "groups-notice-joined"),
        (NoticeKind::GroupPartChanged, _) => t!(tr, "groups-notice-part"),
        (NoticeKind::GroupAgreementChanged, _) => t!(tr, "groups-notice-agreement"),
        (NoticeKind::GroupFriendAsked, _) => t!(tr, "groups-notice-friend-asked"),
        (NoticeKind::GroupFriendAccepted, _) => t!(tr, "groups-notice-friend-accepted"),
        (NoticeKind::GroupSeatsWanted, _) => t!(tr, "groups-notice-seats"),
        (NoticeKind::CardLostGroup, _) => t!(tr, "groups-notice-card"),
        (NoticeKind::PostAnswered, _) => t!(tr, "posts-notice-answered"),
        (NoticeKind::RingProposed, _) => t!(tr, "rings-notice-proposed"),
        (NoticeKind::RingChanged, _) => t!(tr, "rings-notice-changed"),
        (NoticeKind::RingGoes, _) => t!(tr, "rings-notice-goes"),
        (NoticeKind::RingEnded, _) => t!(tr, "rings-notice-ended"),
        (NoticeKind::MatchStalled, _) => t!(tr, "room-notice-stalled"),
        (NoticeKind::MatchWaits, _) => t!(tr, "room-notice-waits"),
        (NoticeKind::MatchTaken, _) => t!(tr, "room-notice-taken"),
        (NoticeKind::MatchHanded, _) => t!(tr, "room-notice-handed"),
        (NoticeKind::MatchReopened, _) => t!(tr, "room-notice-reopened"),
        (NoticeKind::DetailsShown, _) => t!(tr, "room-notice-details"),
        (NoticeKind::MeetingPlanned, _) => t!(tr, "room-notice-meeting"),
        (NoticeKind::MeetingSoon, _) => t!(tr, "room-notice-meeting-soon"),
        (NoticeKind::EventChanged, _) => t!(tr, "events-notice-changed"),
        (NoticeKind::EventSoon, _) => t!(tr, "events-notice-soon"),
        (NoticeKind::SearchFound, _) => t!(tr, "searches-notice"),
        (NoticeKind::MessageReceived, _) => t!(tr, "messages-notice"),
        (NoticeKind::HintReceived, _) => t!(tr, "hints-notice-received"),
        (NoticeKind::HintWentFurther, _) => t!(tr, "hints-notice-further"),
        (NoticeKind::HintHeld, _) => t!(tr, "hints-notice-held"),
        (NoticeKind::ClientFollowedUp, _) => t!(tr, "follow-notice-client"),
        (NoticeKind::ThanksReceived, _) => t!(tr, "impact-notice-thanks"),
        (NoticeKind::PostNews, _) => t!(tr, "posts-notice-news"),
        (NoticeKind::AnswerAccepted, _) => t!(tr, "posts-notice-accepted"),
        (NoticeKind::AnswerDeclined, _) => t!(tr, "posts-notice-declined"),
        (NoticeKind::AnswerHelped, _) => t!(tr, "posts-notice-helped"),
        (NoticeKind::MailFailing, _) => t!(tr, "told-notice-failing"),
        (NoticeKind::ReadingSlowed, _) => t!(tr, "limits-notice-slowed"),
        (NoticeKind::ReadingFast, Some(name)) => t!(tr, "limits-notice-fast", name = name),
        (NoticeKind::ReadingFast, None) => t!(tr, "limits-notice-fast-unnamed"),
    }
}

/// The page of the act it asks for.
pub(super) fn target(notice: &Notice) -> String {
    let subject = notice.subject;
    match notice.kind {
        NoticeKind::ContactAsked | NoticeKind::ContactAccepted => format!("/helpers/{subject}"),
        NoticeKind::EnquiryReceived
        | NoticeKind::EnquiryAccepted
        | NoticeKind::EnquiryDeclined
        | NoticeKind::MatchProposed
        | NoticeKind::OtherSideAgreed
        | NoticeKind::DetailsReleased
        | NoticeKind::IntroductionMade
        | NoticeKind::OutcomeRecorded
        | NoticeKind::MatchClosed
        | NoticeKind::ClientAnsweredMatch
        | NoticeKind::MatchStalled
        | NoticeKind::MatchHanded
        | NoticeKind::MatchReopened
        | NoticeKind::DetailsShown
        | NoticeKind::MeetingPlanned
        | NoticeKind::MeetingSoon
        | NoticeKind::ConsentEnded => format!("/matches/{subject}"),
        NoticeKind::MatchWaits => format!("/matches/{subject}/stand-in"),
        NoticeKind::MatchTaken => format!("/clients/{subject}"),
        NoticeKind::FollowUpDue | NoticeKind::ClientFollowedUp => {
            format!("/matches/{subject}/follow-up")
        }
        NoticeKind::ThanksReceived => "/impact/thanks".to_owned(),
        NoticeKind::RingProposed
        | NoticeKind::RingChanged
        | NoticeKind::RingGoes
        | NoticeKind::RingEnded => format!("/rings/{subject}"),
        NoticeKind::SearchFound => "/searches".to_owned(),
        NoticeKind::HintReceived | NoticeKind::HintWentFurther | NoticeKind::HintHeld => {
            "/hints".to_owned()
        }
        NoticeKind::EventChanged | NoticeKind::EventSoon => format!("/groups/{subject}"),
        NoticeKind::MessageReceived => format!("/messages/{subject}"),
        NoticeKind::CardExpiring
        | NoticeKind::CardExpired
        | NoticeKind::CardFewHelpers
        | NoticeKind::CardFewPeople
        | NoticeKind::CardWordHidden
        | NoticeKind::CardTakenBack => format!("/clients/{subject}/card"),
        NoticeKind::NewSuggestions => format!("/clients/{subject}/suggestions"),
        NoticeKind::SeatOffered => "/clients/offers".to_owned(),
        NoticeKind::SeatEnded if subject.is_nil() => "/clients".to_owned(),
        NoticeKind::SeatEnded => format!("/helpers/{subject}"),
        NoticeKind::VouchInvited => format!("/helpers/{subject}/vouch"),
        NoticeKind::VouchReceived => "/vouches".to_owned(),
        NoticeKind::SeatTaken
        | NoticeKind::SeatDeclined
        | NoticeKind::PartChanged
        | NoticeKind::SeatLeft => format!("/clients/{subject}/circle"),
        // Not every reader has a seat still: the caseload is there for all.
        NoticeKind::LeadPassed => "/clients".to_owned(),
        NoticeKind::RecordAlarm => format!("/clients/{subject}/check"),
        NoticeKind::MailFailing => "/account/told".to_owned(),
        NoticeKind::ReadingSlowed => "/find".to_owned(),
        NoticeKind::ReadingFast => format!("/helpers/{subject}"),
        NoticeKind::ApprovalWaiting | NoticeKind::StorageAlarm => "/admin".to_owned(),
        NoticeKind::ShareHeld | NoticeKind::ReturnAsked => "/trusted".to_owned(),
        NoticeKind::ReturnStarted | NoticeKind::SharesOutdated => "/account/trusted".to_owned(),
        NoticeKind::AccountRecovered
        | NoticeKind::SecondFactorRefused
        | NoticeKind::ResetLinkMade => "/account".to_owned(),
        NoticeKind::SecondFactorChanged => "/account/second-factor".to_owned(),
        NoticeKind::ApiTokenMade => "/account/tokens".to_owned(),
        NoticeKind::PostAnswered
        | NoticeKind::PostNews
        | NoticeKind::AnswerAccepted
        | NoticeKind::AnswerDeclined
        | NoticeKind::AnswerHelped => format!("/posts/{subject}"),
        NoticeKind::ReportMade | NoticeKind::AppealMade => format!("/moderation/{subject}"),
        NoticeKind::ReportDecided | NoticeKind::DecisionMade | NoticeKind::AppealDecided => {
            "/reports".to_owned()
        }
        NoticeKind::ClientAnswered => format!("/clients/{subject}/links"),
        NoticeKind::ClientAsks | NoticeKind::ClientWithdrew => format!("/clients/{subject}"),
        NoticeKind::ConsentExpiring => format!("/clients/{subject}/consents"),
        NoticeKind::ClientErasedByTime => "/clients".to_owned(),
        NoticeKind::GroupAsked => format!("/groups/{subject}/requests"),
        NoticeKind::GroupInvited
        | NoticeKind::GroupJoined
        | NoticeKind::GroupPartChanged
        | NoticeKind::GroupAgreementChanged
        | NoticeKind::GroupFriendAsked
        | NoticeKind::GroupFriendAccepted => format!("/groups/{subject}"),
        NoticeKind::GroupSeatsWanted => format!("/clients/{subject}/circle"),
        NoticeKind::CardLostGroup => format!("/clients/{subject}/card"),
    }
}

/// Its picture.
pub(super) const fn picture(kind: NoticeKind) -> Icon {
    match kind {
        NoticeKind::ContactAsked
        | NoticeKind::ContactAccepted
        | NoticeKind::ReportMade
        | NoticeKind::ReportDecided
        | NoticeKind::DecisionMade
        | NoticeKind::AppealMade
        | NoticeKind::AppealDecided
        | NoticeKind::ApprovalWaiting
        | NoticeKind::VouchInvited
        | NoticeKind::VouchReceived
        | NoticeKind::SeatOffered
        | NoticeKind::SeatTaken
        | NoticeKind::SeatDeclined
        | NoticeKind::PartChanged
        | NoticeKind::SeatEnded
        | NoticeKind::SeatLeft
        | NoticeKind::LeadPassed
        | NoticeKind::GroupInvited
        | NoticeKind::GroupAsked
        | NoticeKind::GroupJoined
        | NoticeKind::GroupPartChanged
        | NoticeKind::GroupAgreementChanged
        | NoticeKind::GroupFriendAsked
        | NoticeKind::GroupFriendAccepted
        | NoticeKind::GroupSeatsWanted => Icon::Helpers,
        NoticeKind::EnquiryReceived | NoticeKind::EnquiryAccepted | NoticeKind::EnquiryDeclined => {
            Icon::Speech
        }
        NoticeKind::MatchProposed
        | NoticeKind::OtherSideAgreed
        | NoticeKind::DetailsReleased
        | NoticeKind::IntroductionMade
        | NoticeKind::FollowUpDue
        | NoticeKind::OutcomeRecorded
        | NoticeKind::MatchClosed
        | NoticeKind::MatchStalled
        | NoticeKind::MatchWaits
        | NoticeKind::MatchTaken
        | NoticeKind::MatchHanded
        | NoticeKind::MatchReopened
        | NoticeKind::DetailsShown
        | NoticeKind::MeetingPlanned
        | NoticeKind::MeetingSoon
        | NoticeKind::RingProposed
        | NoticeKind::RingChanged
        | NoticeKind::RingGoes
        | NoticeKind::RingEnded
        | NoticeKind::HintReceived
        | NoticeKind::HintWentFurther
        | NoticeKind::HintHeld => Icon::Matches,
        NoticeKind::ShareHeld | NoticeKind::ReturnAsked => Icon::Helpers,
        NoticeKind::SecondFactorChanged | NoticeKind::ApiTokenMade => Icon::Lock,
        NoticeKind::ReturnStarted
        | NoticeKind::SharesOutdated
        | NoticeKind::AccountRecovered
        | NoticeKind::SecondFactorRefused
        | NoticeKind::ResetLinkMade => Icon::Alert,
        NoticeKind::PostAnswered
        | NoticeKind::PostNews
        | NoticeKind::MessageReceived
        | NoticeKind::AnswerAccepted
        | NoticeKind::AnswerDeclined
        | NoticeKind::AnswerHelped => Icon::Speech,
        NoticeKind::EventChanged | NoticeKind::EventSoon => Icon::Helpers,
        NoticeKind::NewSuggestions | NoticeKind::SearchFound => Icon::Find,
        NoticeKind::ReadingSlowed | NoticeKind::ReadingFast | NoticeKind::MailFailing => {
            Icon::Alert
        }
        NoticeKind::ConsentEnded
        | NoticeKind::RecordAlarm
        | NoticeKind::StorageAlarm
        | NoticeKind::ConsentExpiring
        | NoticeKind::ClientWithdrew
        | NoticeKind::ClientErasedByTime => Icon::Alert,
        NoticeKind::ClientAnsweredMatch
        | NoticeKind::ClientAnswered
        | NoticeKind::ClientAsks
        | NoticeKind::ClientFollowedUp
        | NoticeKind::ThanksReceived => Icon::Speech,
        NoticeKind::CardExpiring
        | NoticeKind::CardExpired
        | NoticeKind::CardFewHelpers
        | NoticeKind::CardFewPeople
        | NoticeKind::CardWordHidden
        | NoticeKind::CardTakenBack
        | NoticeKind::CardLostGroup => Icon::Clients,
    }
}

#[cfg(test)]
mod tests {
    use argonaut_domain::locale::Locale;

    use super::*;

    #[test]
    fn every_kind_has_its_own_sentence_in_every_language() {
        for locale in Locale::ALL.iter().copied() {
            let tr = Tr::of(locale);
            let mut said = std::collections::BTreeSet::new();
            for kind in NoticeKind::ALL.iter().copied() {
                let text = sentence(&tr, kind, None);
                assert!(!text.contains("notifications-"), "{text}");
                assert!(said.insert(text), "{kind:?} says what another says");
            }
        }
    }

    #[test]
    fn a_name_is_told_only_where_it_is_given() {
        let tr = Tr::of(Locale::En);
        let named = sentence(&tr, NoticeKind::ContactAsked, Some("Ada"));
        assert!(named.contains("Ada"));
        assert!(!sentence(&tr, NoticeKind::ContactAsked, None).contains("Ada"));
        assert!(!sentence(&tr, NoticeKind::EnquiryReceived, Some("Ada")).contains("Ada"));
    }
}
