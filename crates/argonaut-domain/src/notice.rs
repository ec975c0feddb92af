//! Notifications: what a helper is told inside the application. Each names the
//! thing it is about, so that the page can link to the act it asks for.

use crate::clock::Timestamp;
use crate::ids::{HelperId, NotificationId};
use crate::told::Topic;
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
        /// Nothing moved for long, and I am waited for. Subject: the match.
        MatchStalled = "match_stalled",
        /// Nothing moved for long, and I could stand in or speak to those two. Subject: the match.
        MatchWaits = "match_waits",
        /// A deputy took over joint work that I began. Subject: the client.
        MatchTaken = "match_taken",
        /// Somebody else answers for the other side from now on. Subject: the match.
        MatchHanded = "match_handed",
        /// What was closed is taken up again. Subject: the match.
        MatchReopened = "match_reopened",
        /// The other side shows more of their client. Subject: the match.
        DetailsShown = "details_shown",
        /// A first meeting was planned, or changed. Subject: the match.
        MeetingPlanned = "meeting_planned",
        /// A first meeting is on within a day. Subject: the match.
        MeetingSoon = "meeting_soon",
        /// A ring of three was found in which a client of mine could be. Subject: the ring.
        RingProposed = "ring_proposed",
        /// Somebody in a ring answered, left, or follows somebody who left. Subject: the ring.
        RingChanged = "ring_changed",
        /// All three said yes: the work of a ring begins. Subject: the ring.
        RingGoes = "ring_goes",
        /// A ring is over. Subject: the ring.
        RingEnded = "ring_ended",
        /// Joint work went well: a word for the other helper is asked for. Subject: that helper.
        VouchInvited = "vouch_invited",
        /// Somebody vouched for me. Subject: that helper.
        VouchReceived = "vouch_received",
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
        /// I am asked into a client's circle, or to take clients over. Subject: the helper who asks.
        SeatOffered = "seat_offered",
        /// Somebody took the seat that I offered. Subject: the client.
        SeatTaken = "seat_taken",
        /// Somebody declined the seat that I offered. Subject: the client.
        SeatDeclined = "seat_declined",
        /// My part in a circle is another one. Subject: the client.
        PartChanged = "part_changed",
        /// I am no longer in a circle. Subject: the helper who leads it.
        SeatEnded = "seat_ended",
        /// Somebody left the circle of a client whom I lead. Subject: the client.
        SeatLeft = "seat_left",
        /// A record that I may open has another lead. Subject: the client.
        LeadPassed = "lead_passed",
        /// A record of mine is older than it was, or cannot be believed. Subject: the client.
        RecordAlarm = "record_alarm",
        /// Somebody's record is not as it was kept (administrators). Subject: the client.
        StorageAlarm = "storage_alarm",
        /// A client answered through a link, about an introduction. Subject: the match.
        ClientAnsweredMatch = "client_answered_match",
        /// A client answered through a link. Subject: the client.
        ClientAnswered = "client_answered",
        /// A client asks for something through a link. Subject: the client.
        ClientAsks = "client_asks",
        /// A client withdrew through a link. Subject: the client.
        ClientWithdrew = "client_withdrew",
        /// A consent ends soon. Subject: the client.
        ConsentExpiring = "consent_expiring",
        /// A record in the archive was erased when its time was over. Subject: the client.
        ClientErasedByTime = "client_erased_by_time",
        /// Somebody waits for approval (administrators). Subject: that helper.
        ApprovalWaiting = "approval_waiting",
        /// Somebody gave me a share for their recovery. Subject: that helper.
        ShareHeld = "share_held",
        /// A contact whose share I hold asks to come back. Subject: that helper.
        ReturnAsked = "return_asked",
        /// Somebody asked my contacts to let me back in. Subject: me.
        ReturnStarted = "return_started",
        /// A trusted contact of mine is none any more: shares want making anew. Subject: me.
        SharesOutdated = "shares_outdated",
        /// My password was reset, by contacts or a one-time link. Subject: me.
        AccountRecovered = "account_recovered",
        /// A second factor of mine was added or removed. Subject: me.
        SecondFactorChanged = "second_factor_changed",
        /// Somebody typed my password, and wrong codes after it. Subject: me.
        SecondFactorRefused = "second_factor_refused",
        /// A one-time link to my account was made with the organisation's key. Subject: me.
        ResetLinkMade = "reset_link_made",
        /// An API token was made in my name. Subject: me.
        ApiTokenMade = "api_token_made",
        /// I am invited into a group. Subject: the group.
        GroupInvited = "group_invited",
        /// Somebody asks to join a group that I coordinate. Subject: the group.
        GroupAsked = "group_asked",
        /// A group took me in. Subject: the group.
        GroupJoined = "group_joined",
        /// My part in a group is another one. Subject: the group.
        GroupPartChanged = "group_part_changed",
        /// A group changed the agreement that I accepted. Subject: the group.
        GroupAgreementChanged = "group_agreement_changed",
        /// Another group asks one that I coordinate to be friends. Subject: my group.
        GroupFriendAsked = "group_friend_asked",
        /// A group accepted to be friends with one that I coordinate. Subject: my group.
        GroupFriendAccepted = "group_friend_accepted",
        /// A client of mine is shared with a group that has new members. Subject: the client.
        GroupSeatsWanted = "group_seats_wanted",
        /// A card of mine came down, or is for fewer: a group is no audience of mine any more.
        /// Subject: the client.
        CardLostGroup = "card_lost_group",
        /// Somebody answered an ask of mine. Subject: the post.
        PostAnswered = "post_answered",
        /// Somebody commented on a post of mine, or thanked for it. Subject: the post.
        PostNews = "post_news",
        /// My answer to an ask was taken up. Subject: the post.
        AnswerAccepted = "answer_accepted",
        /// My answer to an ask was declined with thanks. Subject: the post.
        AnswerDeclined = "answer_declined",
        /// An ask was solved, and my answer helped. Subject: the post.
        AnswerHelped = "answer_helped",
        /// I was shown so many cards in a day that I have to wait between them. Subject: me.
        ReadingSlowed = "reading_slowed",
        /// A helper reads very many cards (administrators). Subject: that helper.
        ReadingFast = "reading_fast",
        /// Somebody reported something (moderators). Subject: the report.
        ReportMade = "report_made",
        /// It was decided on what I reported. Subject: the report.
        ReportDecided = "report_decided",
        /// Moderators decided about something of mine. Subject: the decision.
        DecisionMade = "decision_made",
        /// Somebody appeals against a decision (moderators). Subject: the report.
        AppealMade = "appeal_made",
        /// It was decided on my appeal. Subject: the decision.
        AppealDecided = "appeal_decided",
        /// An event that I answered changed, or is cancelled. Subject: the group.
        EventChanged = "event_changed",
        /// An event that I go to is within a day. Subject: the group.
        EventSoon = "event_soon",
        /// Something new fits a search that I saved. Subject: the search.
        SearchFound = "search_found",
        /// Somebody wrote to me. Subject: the conversation.
        MessageReceived = "message_received",
        /// Another helper suggests somebody for a client of mine. Subject: the hint.
        HintReceived = "hint_received",
        /// What I suggested to two others went further. Subject: the hint.
        HintWentFurther = "hint_went_further",
        /// Two whom I suggested were introduced. Subject: the hint.
        HintHeld = "hint_held",
        /// My mail address takes no mail any more. Subject: me.
        MailFailing = "mail_failing",
        /// A client said through a link how an introduction goes. Subject: the match.
        ClientFollowedUp = "client_followed_up",
        /// Somebody who was helped gives thanks. Subject: the match.
        ThanksReceived = "thanks_received",
    }
}

impl NoticeKind {
    /// Whether the subject is another helper, whom the reader may not be allowed to meet
    /// any more.
    pub const fn is_about_helper(self) -> bool {
        match self {
            Self::ContactAsked
            | Self::ContactAccepted
            | Self::SeatOffered
            | Self::SeatEnded
            | Self::VouchInvited
            | Self::VouchReceived
            | Self::ShareHeld
            | Self::ReturnAsked => true,
            // Those who wait are met by administrators alone.
            Self::EnquiryReceived
            | Self::EnquiryAccepted
            | Self::EnquiryDeclined
            | Self::MatchProposed
            | Self::OtherSideAgreed
            | Self::DetailsReleased
            | Self::IntroductionMade
            | Self::FollowUpDue
            | Self::OutcomeRecorded
            | Self::MatchClosed
            | Self::MatchStalled
            | Self::MatchWaits
            | Self::MatchTaken
            | Self::MatchHanded
            | Self::MatchReopened
            | Self::DetailsShown
            | Self::MeetingPlanned
            | Self::MeetingSoon
            | Self::ClientAnsweredMatch
            | Self::ClientAnswered
            | Self::ClientAsks
            | Self::ClientWithdrew
            | Self::ConsentExpiring
            | Self::ClientErasedByTime
            | Self::ConsentEnded
            | Self::CardExpiring
            | Self::CardExpired
            | Self::CardFewHelpers
            | Self::CardFewPeople
            | Self::CardWordHidden
            | Self::CardTakenBack
            | Self::NewSuggestions
            | Self::RingProposed
            | Self::RingChanged
            | Self::RingGoes
            | Self::RingEnded
            | Self::EventChanged
            | Self::EventSoon
            | Self::SearchFound
            | Self::HintReceived
            | Self::HintWentFurther
            | Self::HintHeld
            | Self::ClientFollowedUp
            | Self::ThanksReceived
            | Self::SeatTaken
            | Self::SeatDeclined
            | Self::PartChanged
            | Self::SeatLeft
            | Self::LeadPassed
            | Self::RecordAlarm
            | Self::StorageAlarm
            | Self::ApprovalWaiting
            | Self::ReturnStarted
            | Self::SharesOutdated
            | Self::AccountRecovered
            | Self::SecondFactorChanged
            | Self::SecondFactorRefused
            | Self::ResetLinkMade
            | Self::ApiTokenMade
            | Self::GroupInvited
            | Self::GroupAsked
            | Self::GroupJoined
            | Self::GroupPartChanged
            | Self::GroupAgreementChanged
            | Self::GroupFriendAsked
            | Self::GroupFriendAccepted
            | Self::GroupSeatsWanted
            | Self::CardLostGroup
            | Self::PostAnswered
            | Self::PostNews
            | Self::AnswerAccepted
            | Self::AnswerDeclined
            | Self::AnswerHelped
            | Self::ReadingSlowed
            | Self::ReadingFast
            | Self::ReportMade
            | Self::ReportDecided
            | Self::DecisionMade
            | Self::AppealMade
            | Self::AppealDecided
            | Self::MessageReceived
            | Self::MailFailing => false,
        }
    }
    /// With what it is told, outside the page.
    pub const fn topic(self) -> Topic {
        match self {
            Self::EnquiryReceived
            | Self::EnquiryAccepted
            | Self::EnquiryDeclined
            | Self::MatchProposed
            | Self::OtherSideAgreed
            | Self::DetailsReleased
            | Self::IntroductionMade
            | Self::FollowUpDue
            | Self::OutcomeRecorded
            | Self::MatchClosed
            | Self::MatchStalled
            | Self::MatchWaits
            | Self::MatchTaken
            | Self::MatchHanded
            | Self::MatchReopened
            | Self::DetailsShown
            | Self::MeetingPlanned
            | Self::MeetingSoon
            | Self::ClientFollowedUp
            | Self::ThanksReceived
            | Self::ClientAnsweredMatch => Topic::Matches,
            Self::RingProposed | Self::RingChanged | Self::RingGoes | Self::RingEnded => {
                Topic::Rings
            }
            Self::ConsentEnded
            | Self::ConsentExpiring
            | Self::CardExpiring
            | Self::CardExpired
            | Self::CardFewHelpers
            | Self::CardFewPeople
            | Self::CardWordHidden
            | Self::CardTakenBack
            | Self::CardLostGroup => Topic::Cards,
            Self::SeatOffered
            | Self::SeatTaken
            | Self::SeatDeclined
            | Self::PartChanged
            | Self::SeatEnded
            | Self::SeatLeft
            | Self::LeadPassed
            | Self::ClientAnswered
            | Self::ClientAsks
            | Self::ClientWithdrew
            | Self::ClientErasedByTime
            | Self::GroupSeatsWanted => Topic::Clients,
            Self::ContactAsked
            | Self::ContactAccepted
            | Self::VouchInvited
            | Self::VouchReceived
            | Self::ShareHeld
            | Self::ReturnAsked => Topic::People,
            Self::GroupInvited
            | Self::GroupAsked
            | Self::GroupJoined
            | Self::GroupPartChanged
            | Self::GroupAgreementChanged
            | Self::GroupFriendAsked
            | Self::GroupFriendAccepted
            | Self::PostAnswered
            | Self::PostNews
            | Self::AnswerAccepted
            | Self::AnswerDeclined
            | Self::AnswerHelped
            | Self::EventChanged
            | Self::EventSoon => Topic::Groups,
            // What cannot be mailed is told in the page, with the lowest of topics.
            Self::NewSuggestions
            | Self::SearchFound
            | Self::HintReceived
            | Self::HintWentFurther
            | Self::HintHeld
            | Self::MailFailing => Topic::Suggestions,
            Self::MessageReceived => Topic::Messages,
            Self::ReportMade
            | Self::ReportDecided
            | Self::DecisionMade
            | Self::AppealMade
            | Self::AppealDecided
            | Self::ApprovalWaiting
            | Self::ReadingSlowed
            | Self::ReadingFast => Topic::Safety,
            Self::RecordAlarm
            | Self::StorageAlarm
            | Self::ReturnStarted
            | Self::SharesOutdated
            | Self::AccountRecovered
            | Self::SecondFactorChanged
            | Self::SecondFactorRefused
            | Self::ResetLinkMade
            | Self::ApiTokenMade => Topic::Account,
        }
    }
    /// Whether it still matters when the helper whom it is about may not be met: what
    /// became of the reader's own part in a circle does.
    pub fn outlives_its_helper(self) -> bool {
        self == Self::SeatEnded
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
