//! The domain's words on screen: one function per closed vocabulary, matched
//! exhaustively, so that a new word does not compile without its text.

use argonaut_domain::card::{CardNeed, Limits, Urgency};
use argonaut_domain::helper::HelperRole;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};

use crate::i18n::{Tr, t};
use crate::pages::parts::picker::{TermChoice, TermGroup};

/// An act that was done: told at the top of the next page.
macro_rules! done {
    ($($(#[$meta:meta])* $variant:ident = $code:literal => $key:literal),+ $(,)?) => {
        /// Acts that the next page confirms. The code travels in the address, so
        /// it tells nothing about anybody.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Done { $($variant),+ }
        impl Done {
            pub(crate) const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
            pub(crate) fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
            pub(crate) fn say(self, tr: &Tr) -> String {
                match self { $(Self::$variant => t!(tr, $key)),+ }
            }
        }
    };
}

done! {
    // accounts
    SignedOut = "signed-out" => "done-signed-out",
    PasswordChanged = "password-changed" => "done-password-changed",
    SessionEnded = "session-ended" => "done-session-ended",
    InvitationRevoked = "invitation-revoked" => "done-invitation-revoked",
    RegistrationSet = "registration-set" => "done-registration-set",
    AccountApproved = "account-approved" => "done-account-approved",
    AccountDeclined = "account-declined" => "admin-done-declined",
    AccountSuspended = "account-suspended" => "done-account-suspended",
    AccountRestored = "account-restored" => "done-account-restored",
    // clients
    ClientRecorded = "client-recorded" => "done-client-recorded",
    ClientChanged = "client-changed" => "done-client-changed",
    ClientArchived = "client-archived" => "done-client-archived",
    ClientRestored = "client-restored" => "done-client-restored",
    ClientErased = "client-erased" => "done-client-erased",
    ClientAttended = "client-attended" => "done-client-attended",
    ClientsImported = "clients-imported" => "done-clients-imported",
    NoteAdded = "note-added" => "done-note-added",
    NoteRemoved = "note-removed" => "done-note-removed",
    ConsentRecorded = "consent-recorded" => "done-consent-recorded",
    ConsentWithdrawn = "consent-withdrawn" => "done-consent-withdrawn",
    // cards and suggestions
    CardPublished = "card-published" => "done-card-published",
    CardWithdrawn = "card-withdrawn" => "done-card-withdrawn",
    CardRenewed = "card-renewed" => "done-card-renewed",
    PutAside = "put-aside" => "done-put-aside",
    BroughtBack = "brought-back" => "done-brought-back",
    // matches
    EnquirySent = "enquiry-sent" => "done-enquiry-sent",
    EnquiryAccepted = "enquiry-accepted" => "done-enquiry-accepted",
    EnquiryDeclined = "enquiry-declined" => "done-enquiry-declined",
    MessageSent = "message-sent" => "done-message-sent",
    MessageDeleted = "message-deleted" => "messages-done-deleted",
    ConversationMuted = "conversation-muted" => "messages-done-muted",
    ConversationUnmuted = "conversation-unmuted" => "messages-done-unmuted",
    ReadMarksSet = "read-marks-set" => "messages-done-read-marks",
    Proposed = "proposed" => "done-proposed",
    PartyChosen = "party-chosen" => "done-party-chosen",
    Agreed = "agreed" => "done-agreed",
    Introduced = "introduced" => "done-introduced",
    OutcomeRecorded = "outcome-recorded" => "done-outcome-recorded",
    MatchClosed = "match-closed" => "done-match-closed",
    MatchParked = "match-parked" => "room-done-parked",
    MatchResumed = "match-resumed" => "room-done-resumed",
    MatchReopened = "match-reopened" => "room-done-reopened",
    MatchTaken = "match-taken" => "room-done-taken",
    DetailsShown = "details-shown" => "room-done-shown",
    DetailsHidden = "details-hidden" => "room-done-hidden",
    MeetingPlanned = "meeting-planned" => "room-done-meeting",
    MeetingOff = "meeting-off" => "room-done-meeting-off",
    BranchCut = "branch-cut" => "tree-done-cut",
    BranchRestored = "branch-restored" => "tree-done-undone",
    // rings
    RingYes = "ring-yes" => "rings-done-yes",
    RingGoes = "ring-goes" => "rings-done-goes",
    RingLeft = "ring-left" => "rings-done-left",
    // searches
    SearchSaved = "search-saved" => "searches-done-saved",
    SearchSeen = "search-seen" => "searches-done-seen",
    SearchDeleted = "search-deleted" => "searches-done-deleted",
    // hints
    HintSent = "hint-sent" => "hints-done-sent",
    HintAside = "hint-aside" => "hints-done-aside",
    EventKept = "event-kept" => "events-done-kept",
    EventCancelled = "event-cancelled" => "events-done-cancelled",
    EventAnswered = "event-answered" => "events-done-answered",
    // helpers
    HelperNoteKept = "helper-note-kept" => "people-note-kept",
    ProfileSaved = "profile-saved" => "done-profile-saved",
    ContactAsked = "contact-asked" => "done-contact-asked",
    ContactAccepted = "contact-accepted" => "done-contact-accepted",
    ContactRemoved = "contact-removed" => "done-contact-removed",
    HelperBlocked = "helper-blocked" => "done-helper-blocked",
    HelperUnblocked = "helper-unblocked" => "done-helper-unblocked",
    HelperMuted = "helper-muted" => "safety-done-muted",
    HelperUnmuted = "helper-unmuted" => "safety-done-unmuted",
    ReportSent = "report-sent" => "safety-done-report",
    ReportTaken = "report-taken" => "safety-done-taken",
    ReportDecided = "report-decided" => "safety-done-decided",
    AppealSent = "appeal-sent" => "safety-done-appeal",
    AppealAnswered = "appeal-answered" => "safety-done-answered",
    ModeratorSet = "moderator-set" => "safety-done-moderator",
    NoticesRead = "notices-read" => "done-notices-read",
    LanguageSet = "language-set" => "done-language-set",
    // circles and keys
    SeatOffered = "seat-offered" => "done-seat-offered",
    CaseloadOffered = "caseload-offered" => "done-caseload-offered",
    SeatTaken = "seat-taken" => "done-seat-taken",
    CaseloadTaken = "caseload-taken" => "done-caseload-taken",
    CaseloadPartTaken = "caseload-part-taken" => "done-caseload-part-taken",
    SeatDeclined = "seat-declined" => "done-seat-declined",
    OfferTakenBack = "offer-taken-back" => "done-offer-taken-back",
    PartGiven = "part-given" => "done-part-given",
    SeatRemoved = "seat-removed" => "done-seat-removed",
    CircleLeft = "circle-left" => "done-circle-left",
    LeadTaken = "lead-taken" => "done-lead-taken",
    RecordAccepted = "record-accepted" => "done-record-accepted",
    KeyCompared = "key-compared" => "done-key-compared",
    KeyReplaced = "key-replaced" => "done-key-replaced",
    // the door
    FactorAdded = "factor-added" => "done-factor-added",
    FactorRemoved = "factor-removed" => "done-factor-removed",
    TrustedSet = "trusted-set" => "done-trusted-set",
    TrustedEnded = "trusted-ended" => "done-trusted-ended",
    ReturnStopped = "return-stopped" => "done-return-stopped",
    ShareHandedOver = "share-handed-over" => "done-share-handed-over",
    OrganisationGiven = "organisation-given" => "done-organisation-given",
    OrganisationTaken = "organisation-taken" => "done-organisation-taken",
    TokenRevoked = "token-revoked" => "done-token-revoked",
    // posts
    PostWritten = "post-written" => "posts-done-written",
    PostChanged = "post-changed" => "posts-done-changed",
    PostDeleted = "post-deleted" => "posts-done-deleted",
    PostRenewed = "post-renewed" => "posts-done-renewed",
    PostsSeen = "posts-seen" => "posts-done-seen",
    CommentWritten = "comment-written" => "posts-done-commented",
    CommentDeleted = "comment-deleted" => "posts-done-comment-deleted",
    Thanked = "thanked" => "posts-done-thanked",
    ThanksTakenBack = "thanks-taken-back" => "posts-done-thanks-back",
    NetworkAsked = "network-asked" => "posts-done-asked",
    AskAnswered = "ask-answered" => "posts-done-answered",
    AnswerTakenBack = "answer-taken-back" => "posts-done-answer-back",
    AnswerToEnquiry = "answer-to-enquiry" => "posts-done-enquiry",
    AnswerToContact = "answer-to-contact" => "posts-done-contact",
    AnswerKnown = "answer-known" => "posts-done-known",
    AnswerDeclined = "answer-declined" => "posts-done-declined",
    AskSolved = "ask-solved" => "posts-done-solved",
    // being told
    TellingKept = "telling-kept" => "told-done-kept",
    TellingEnded = "telling-ended" => "told-done-ended",
    AddressGiven = "address-given" => "told-done-address",
    AddressRemoved = "address-removed" => "told-done-removed",
    DeviceAdded = "device-added" => "told-done-device",
    DeviceRemoved = "device-removed" => "told-done-device-removed",
    // clients' rights
    LinkMade = "link-made" => "rights-done-link-made",
    LinkEnded = "link-ended" => "rights-done-link-ended",
    RequestHandled = "request-handled" => "rights-done-request",
    ConsentsWithdrawn = "consents-withdrawn" => "rights-done-withdrawn",
    RetentionSet = "retention-set" => "rights-done-retention",
    // plans
    PlanSaved = "plan-saved" => "plan-done-saved",
    ReferralKept = "referral-kept" => "referrals-done-kept",
    ReferralClosed = "referral-closed" => "referrals-done-closed",
    ReferralRemoved = "referral-removed" => "plan-done-removed",
    PlanPartRemoved = "plan-part-removed" => "plan-done-removed",
    NetworkSaved = "network-saved" => "network-done-saved",
    NetworkNeed = "network-need" => "network-done-need",
    // trust
    VouchSaid = "vouch-said" => "trust-done-said",
    VouchRenewed = "vouch-renewed" => "trust-done-renewed",
    VouchRevoked = "vouch-revoked" => "trust-done-revoked",
    Distrusted = "distrusted" => "trust-done-distrusted",
    DistrustLifted = "distrust-lifted" => "trust-done-lifted",
    // groups
    GroupMade = "group-made" => "groups-done-made",
    GroupSaved = "group-saved" => "groups-done-saved",
    GroupIn = "group-in" => "groups-done-joined",
    GroupRequested = "group-requested" => "groups-done-asked",
    GroupLetGo = "group-let-go" => "groups-done-declined",
    GroupAnswered = "group-answered" => "groups-done-answered",
    GroupInvited = "group-invited" => "groups-done-invited",
    GroupInvitationBack = "group-invitation-back" => "groups-done-taken-back",
    GroupLinkEnded = "group-link-ended" => "groups-done-link-ended",
    GroupAgreed = "group-agreed" => "groups-done-agreed",
    GroupLeft = "group-left" => "groups-done-left",
    GroupRemoved = "group-removed" => "groups-done-removed",
    GroupPart = "group-part" => "groups-done-part",
    GroupClosed = "group-closed" => "groups-done-closed",
    GroupFriendAsked = "group-friend-asked" => "groups-done-friend",
    GroupFriendEnded = "group-friend-ended" => "groups-done-friend-ended",
    GroupShared = "group-shared" => "groups-done-shared",
    GroupUnshared = "group-unshared" => "groups-done-unshared",
    // follow-up and impact
    FollowUpSaved = "follow-up-saved" => "follow-done-saved",
    FollowUpLater = "follow-up-later" => "follow-done-later",
    ThanksPassedOn = "thanks-passed-on" => "impact-done-passed",
    ThanksDeleted = "thanks-deleted" => "impact-done-deleted",
    ImpactRule = "impact-rule" => "impact-done-rule",
    WeightsSet = "weights-set" => "weights-done",
}

/// A gender.
pub(crate) fn gender(tr: &Tr, gender: Gender) -> String {
    match gender {
        Gender::Woman => t!(tr, "words-gender-woman"),
        Gender::Man => t!(tr, "words-gender-man"),
        Gender::Other => t!(tr, "words-gender-other"),
    }
}

/// A stage of life.
pub(crate) fn stage(tr: &Tr, stage: LifeStage) -> String {
    match stage {
        LifeStage::Child => t!(tr, "words-stage-child"),
        LifeStage::Younger => t!(tr, "words-stage-younger"),
        LifeStage::Middle => t!(tr, "words-stage-middle"),
        LifeStage::Older => t!(tr, "words-stage-older"),
    }
}

/// An age as a card shows it.
pub(crate) fn age(tr: &Tr, age: Age) -> String {
    match age {
        Age::Band(AgeBand::From85) => t!(tr, "words-age-85"),
        Age::Band(band) => t!(tr, "words-age-band", band = band.code().replace('-', "–")),
        Age::Stage(of) => stage(tr, of),
        Age::Adult => t!(tr, "words-age-adult"),
        Age::Minor => t!(tr, "words-age-minor"),
        Age::Any => t!(tr, "words-age-any"),
    }
}

/// Whom a card describes, in a few words: "Woman, 65 or older".
pub(crate) fn whom(tr: &Tr, of: Age, whose: Option<Gender>) -> String {
    match (whose, of) {
        (None, Age::Any) => t!(tr, "words-whom-any"),
        (None, of) => t!(tr, "words-whom-person", age = age(tr, of)),
        (Some(whose), Age::Any) => gender(tr, whose),
        (Some(whose), of) => t!(
            tr,
            "words-whom",
            gender = gender(tr, whose),
            age = age(tr, of)
        ),
    }
}

/// How urgent a need is.
pub(crate) fn urgency(tr: &Tr, urgency: Urgency) -> String {
    match urgency {
        Urgency::Low => t!(tr, "words-urgency-low"),
        Urgency::Medium => t!(tr, "words-urgency-medium"),
        Urgency::High => t!(tr, "words-urgency-high"),
    }
}

/// A need as a card shows it, with its urgency when it presses.
pub(crate) fn need(tr: &Tr, need: CardNeed) -> String {
    let (name, how) = match need {
        CardNeed::Named(term, how) => (term.label(tr.locale()).to_owned(), how),
        CardNeed::OnIntroduction(how) => (t!(tr, "words-on-introduction"), how),
    };
    match how {
        Urgency::High => t!(tr, "words-need-urgent", need = name),
        Urgency::Low | Urgency::Medium => name,
    }
}

/// A helper's role.
pub(crate) fn role(tr: &Tr, role: HelperRole) -> String {
    match role {
        HelperRole::Neighbour => t!(tr, "words-role-neighbour"),
        HelperRole::Relative => t!(tr, "words-role-relative"),
        HelperRole::Faith => t!(tr, "words-role-faith"),
        HelperRole::Leader => t!(tr, "words-role-leader"),
        HelperRole::SocialWorker => t!(tr, "words-role-social-worker"),
        HelperRole::Campaigner => t!(tr, "words-role-campaigner"),
        HelperRole::Matchmaker => t!(tr, "words-role-matchmaker"),
        HelperRole::Other => t!(tr, "words-role-other"),
    }
}

/// A place; "anywhere" when it is not said.
pub(crate) fn place(tr: &Tr, place: Place) -> String {
    if place == Place::Anywhere {
        t!(tr, "words-place-anywhere")
    } else {
        place.label(tr.locale())
    }
}

/// The labels of terms.
pub(crate) fn terms(tr: &Tr, terms: &[TermId]) -> Vec<String> {
    terms
        .iter()
        .map(|term| term.label(tr.locale()).to_owned())
        .collect()
}

/// The names of languages, as a list in words.
pub(crate) fn languages(tr: &Tr, languages: &[LanguageId]) -> String {
    let names: Vec<&str> = languages
        .iter()
        .map(|language| language.name(tr.locale()))
        .collect();
    tr.list(&names)
}

/// Limits on whom to meet, a sentence each; none for none.
pub(crate) fn limits(tr: &Tr, limits: &Limits) -> Vec<String> {
    let mut said = Vec::new();
    if !limits.stages.is_empty() {
        let stages: Vec<String> = limits.stages.iter().map(|of| stage(tr, *of)).collect();
        said.push(t!(tr, "words-limits-stages", stages = tr.list(&stages)));
    }
    if !limits.genders.is_empty() {
        let genders: Vec<String> = limits.genders.iter().map(|of| gender(tr, *of)).collect();
        said.push(t!(tr, "words-limits-genders", genders = tr.list(&genders)));
    }
    if !limits.languages.is_empty() {
        said.push(t!(
            tr,
            "words-limits-languages",
            languages = languages(tr, &limits.languages)
        ));
    }
    if let Some(km) = limits.max_km {
        said.push(t!(tr, "words-limits-distance", km = km));
    }
    said
}

/// The terms of a kind in their groups, to tick; `chosen` are ticked.
pub(crate) fn term_groups(tr: &Tr, kind: TermKind, chosen: &[TermId]) -> Vec<TermGroup> {
    let taxonomy = Taxonomy::builtin();
    let locale = tr.locale();
    let choice = |term: TermId| TermChoice {
        code: term.code().to_owned(),
        label: term.label(locale).to_owned(),
        synonyms: taxonomy.get(term).synonyms(locale).join(" "),
        chosen: chosen.contains(&term),
    };
    taxonomy
        .groups(kind)
        .map(|group| {
            let below: Vec<TermId> = taxonomy.descendants(group).collect();
            // A group without terms below it is a term by itself.
            let terms = if below.is_empty() { vec![group] } else { below };
            TermGroup {
                label: group.label(locale).to_owned(),
                terms: terms.into_iter().map(choice).collect(),
            }
        })
        .collect()
}
