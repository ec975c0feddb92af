//! Notifications: what a helper is told inside the application. Each names the
//! thing it is about, so that the page can link to the act it asks for.

use crate::clock::Timestamp;
use crate::ids::{HelperId, NotificationId};
use crate::word::words;
use uuid::Uuid;

words! {
    /// What a notification tells. The subject's kind follows from it.
    pub enum NoticeKind {
        /// Somebody asks to be a contact. Subject: that helper.
        ContactAsked = "contact_asked",
        /// Somebody accepted to be a contact. Subject: that helper.
        ContactAccepted = "contact_accepted",
        /// An enquiry came in. Subject: the match.
        EnquiryReceived = "enquiry_received",
        /// My enquiry was accepted. Subject: the match.
        EnquiryAccepted = "enquiry_accepted",
        /// My enquiry was declined. Subject: the match.
        EnquiryDeclined = "enquiry_declined",
        /// The other helper proposed to introduce two people. Subject: the match.
        MatchProposed = "match_proposed",
        /// The other side agreed; mine is awaited. Subject: the match.
        OtherSideAgreed = "other_side_agreed",
        /// Both agreed: details are there, the introduction can be made. Subject: the match.
        DetailsReleased = "details_released",
        /// The introduction was recorded as made. Subject: the match.
        IntroductionMade = "introduction_made",
        /// It is time to ask how it went. Subject: the match.
        FollowUpDue = "follow_up_due",
        /// The other side recorded an outcome. Subject: the match.
        OutcomeRecorded = "outcome_recorded",
        /// The joint work ended. Subject: the match.
        MatchClosed = "match_closed",
        /// A consent ran out or was withdrawn, and the flow stopped. Subject: the match.
        ConsentEnded = "consent_ended",
        /// A card of mine expires soon. Subject: the client.
        CardExpiring = "card_expiring",
        /// A card of mine expired. Subject: the client.
        CardExpired = "card_expired",
        /// A card of mine says less: too few helpers are left in its area. Subject: the client.
        CardFewHelpers = "card_few_helpers",
        /// A card of mine says less: by the figures, too few people share what it said. Subject: the client.
        CardFewPeople = "card_few_people",
        /// A card of mine says less: a word of it is told on introduction alone now. Subject: the client.
        CardWordHidden = "card_word_hidden",
        /// A card of mine was taken back: nothing of it could stay. Subject: the client.
        CardTakenBack = "card_taken_back",
        /// A client of mine has new suggestions. Subject: the client.
        NewSuggestions = "new_suggestions",
        /// Somebody waits for approval (administrators). Subject: that helper.
        ApprovalWaiting = "approval_waiting",
    }
}

/// A notification to one helper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Which.
    pub id: NotificationId,
    /// To whom.
    pub to: HelperId,
    /// What it tells.
    pub kind: NoticeKind,
    /// The helper, match or client it is about.
    pub subject: Uuid,
    /// When.
    pub at: Timestamp,
    /// When it was read.
    pub read: Option<Timestamp>,
}
