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
        (NoticeKind::ConsentEnded, _) => t!(tr, "notifications-consent-ended"),
        (NoticeKind::CardExpiring, _) => t!(tr, "notifications-card-expiring"),
        (NoticeKind::CardExpired, _) => t!(tr, "notifications-card-expired"),
        (NoticeKind::CardFewHelpers, _) => t!(tr, "notifications-card-few-helpers"),
        (NoticeKind::CardFewPeople, _) => t!(tr, "notifications-card-few-people"),
        (NoticeKind::CardWordHidden, _) => t!(tr, "notifications-card-word-hidden"),
        (NoticeKind::CardTakenBack, _) => t!(tr, "notifications-card-taken-back"),
        (NoticeKind::NewSuggestions, _) => t!(tr, "notifications-new-suggestions"),
        (NoticeKind::ApprovalWaiting, _) => t!(tr, "notifications-approval-waiting"),
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
        | NoticeKind::FollowUpDue
        | NoticeKind::OutcomeRecorded
        | NoticeKind::MatchClosed
        | NoticeKind::ConsentEnded => format!("/matches/{subject}"),
        NoticeKind::CardExpiring
        | NoticeKind::CardExpired
        | NoticeKind::CardFewHelpers
        | NoticeKind::CardFewPeople
        | NoticeKind::CardWordHidden
        | NoticeKind::CardTakenBack => format!("/clients/{subject}/card"),
        NoticeKind::NewSuggestions => format!("/clients/{subject}/suggestions"),
        NoticeKind::ApprovalWaiting => "/admin".to_owned(),
    }
}

/// Its picture.
pub(super) const fn picture(kind: NoticeKind) -> Icon {
    match kind {
        NoticeKind::ContactAsked | NoticeKind::ContactAccepted | NoticeKind::ApprovalWaiting => {
            Icon::Helpers
        }
        NoticeKind::EnquiryReceived | NoticeKind::EnquiryAccepted | NoticeKind::EnquiryDeclined => {
            Icon::Speech
        }
        NoticeKind::MatchProposed
        | NoticeKind::OtherSideAgreed
        | NoticeKind::DetailsReleased
        | NoticeKind::IntroductionMade
        | NoticeKind::FollowUpDue
        | NoticeKind::OutcomeRecorded
        | NoticeKind::MatchClosed => Icon::Matches,
        NoticeKind::NewSuggestions => Icon::Find,
        NoticeKind::ConsentEnded => Icon::Alert,
        NoticeKind::CardExpiring
        | NoticeKind::CardExpired
        | NoticeKind::CardFewHelpers
        | NoticeKind::CardFewPeople
        | NoticeKind::CardWordHidden
        | NoticeKind::CardTakenBack => Icon::Clients,
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
