//! The audit log's words: every act that changes something, or opens a record.
//! An entry never holds personal data: who, what, which, when.

use uuid::Uuid;

use crate::clock::Timestamp;
use crate::ids::{AuditId, HelperId};
use crate::word::words;

words! {
    /// An act the log records. The comment names the kind of subject.
    pub enum Deed {
        /// An account was created (helper).
        AccountCreated = "account.created",
        /// An account was approved (helper).
        AccountApproved = "account.approved",
        /// An account was suspended (helper).
        AccountSuspended = "account.suspended",
        /// An account was restored (helper).
        AccountRestored = "account.restored",
        /// Somebody signed in (session).
        SignedIn = "session.created",
        /// A sign-in failed for a known account (helper).
        SignInFailed = "session.refused",
        /// Somebody signed out (session).
        SignedOut = "session.ended",
        /// A session was revoked (session).
        SessionRevoked = "session.revoked",
        /// A password was changed (helper).
        PasswordChanged = "password.changed",
        /// A password was reset with the recovery code (helper).
        PasswordRecovered = "password.recovered",
        /// A new recovery code was made (helper).
        RecoveryCodeMade = "recovery_code.made",
        /// A second factor was added (helper).
        SecondFactorAdded = "second_factor.added",
        /// A second factor was removed (helper).
        SecondFactorRemoved = "second_factor.removed",
        /// A wrong second factor after a right password (helper).
        SecondFactorRefused = "second_factor.refused",
        /// Shares for recovery were given to trusted contacts (helper).
        RecoveryContactsSet = "recovery_contacts.set",
        /// Recovery by trusted contacts was ended (helper).
        RecoveryContactsEnded = "recovery_contacts.ended",
        /// Somebody asked to come back with the help of contacts (helper).
        RecoveryAsked = "recovery.asked",
        /// A contact handed a share over (helper who asked).
        RecoveryApproved = "recovery.approved",
        /// A request to come back was stopped by the account's owner (helper).
        RecoveryStopped = "recovery.stopped",
        /// A password was reset with the help of contacts (helper).
        RecoveredByContacts = "recovery.done",
        /// A copy of the key was sealed to the organisation's key (helper).
        OrganisationCopyMade = "organisation_copy.made",
        /// That copy was deleted (helper).
        OrganisationCopyEnded = "organisation_copy.ended",
        /// A one-time link was made with the organisation's key (helper).
        ResetLinkMade = "reset_link.made",
        /// A password was reset with a one-time link (helper).
        ResetLinkUsed = "reset_link.used",
        /// An API token was made (token).
        ApiTokenMade = "api_token.made",
        /// An API token was revoked (token).
        ApiTokenRevoked = "api_token.revoked",
        /// An invitation was made (invitation).
        InvitationMade = "invitation.made",
        /// An invitation was taken back (invitation).
        InvitationRevoked = "invitation.revoked",
        /// The way of registration was changed (helper who did).
        RegistrationChanged = "registration.changed",
        /// A profile was changed (helper).
        ProfileChanged = "profile.changed",
        /// A client was recorded (client).
        ClientRecorded = "client.recorded",
        /// A client's record was opened (client).
        ClientOpened = "client.opened",
        /// A client's record was changed (client).
        ClientChanged = "client.changed",
        /// A client was archived (client).
        ClientArchived = "client.archived",
        /// A client was brought back from the archive (client).
        ClientRestored = "client.restored",
        /// A client was erased (client).
        ClientErased = "client.erased",
        /// A seat in a circle was offered to somebody (client).
        SeatOffered = "circle.offered",
        /// An offered seat was taken back (client).
        SeatOfferEnded = "circle.offer_ended",
        /// An offered seat was declined (client).
        SeatDeclined = "circle.declined",
        /// Somebody took a seat in a circle (client).
        CircleJoined = "circle.joined",
        /// Somebody was given another part in a circle (client).
        CircleRoleChanged = "circle.role_changed",
        /// Somebody was removed from a circle (client).
        CircleRemoved = "circle.removed",
        /// Somebody left a circle (client).
        CircleLeft = "circle.left",
        /// A record has another lead (client).
        LeadPassed = "circle.lead_passed",
        /// A record's data key was changed (client).
        KeyRotated = "key.rotated",
        /// A record was found older than it was, planted, or unreadable (client).
        RecordAlarm = "record.alarm",
        /// A helper went on with a record as it is, after such an alarm (client).
        RecordAccepted = "record.accepted",
        /// Clients were imported (helper).
        ClientsImported = "clients.imported",
        /// A consent was recorded (consent).
        ConsentGiven = "consent.given",
        /// A consent was withdrawn (consent).
        ConsentWithdrawn = "consent.withdrawn",
        /// A client's link was made (client).
        LinkMade = "link.made",
        /// A client's link was ended (client).
        LinkRevoked = "link.revoked",
        /// The page of a client's link was opened for the first time (client).
        LinkOpened = "link.opened",
        /// A client answered through a link (client).
        LinkAnswered = "link.answered",
        /// A client asked for something through a link (client).
        RequestMade = "request.made",
        /// What a client asked for was dealt with (client).
        RequestDone = "request.done",
        /// Everything kept about a client was exported (client).
        ClientExported = "client.exported",
        /// The times for which records are kept were changed (helper who did).
        RetentionChanged = "retention.changed",
        /// A card was published (card).
        CardPublished = "card.published",
        /// A card was changed (card).
        CardChanged = "card.changed",
        /// A card was renewed (card).
        CardRenewed = "card.renewed",
        /// A card was withdrawn (card).
        CardWithdrawn = "card.withdrawn",
        /// A card expired (card).
        CardExpired = "card.expired",
        /// The daily batch made a card say less, or took it back (card).
        CardThinned = "card.thinned",
        /// A suggestion was put aside (client).
        SuggestionMarked = "suggestion.marked",
        /// A suggestion was brought back (client).
        SuggestionUnmarked = "suggestion.unmarked",
        /// Contact was asked for (helper).
        ContactAsked = "contact.asked",
        /// Contact was accepted (helper).
        ContactAccepted = "contact.accepted",
        /// Contact was declined (helper).
        ContactDeclined = "contact.declined",
        /// A contact was removed (helper).
        ContactRemoved = "contact.removed",
        /// A helper was blocked (helper).
        HelperBlocked = "helper.blocked",
        /// A block was lifted (helper).
        HelperUnblocked = "helper.unblocked",
        /// Somebody was muted (whoever did: the log does not say whom).
        HelperMuted = "helper.muted",
        /// A mute was lifted (whoever did).
        HelperUnmuted = "helper.unmuted",
        /// Something was reported (report).
        ReportMade = "report.made",
        /// A moderator took a report (report).
        ReportTaken = "report.taken",
        /// A moderator read a report with what was reported (report).
        ReportRead = "report.read",
        /// It was decided on a report (decision).
        ReportDecided = "report.decided",
        /// A helper appealed (decision).
        AppealMade = "appeal.made",
        /// It was decided on an appeal (decision).
        AppealDecided = "appeal.decided",
        /// A helper was made a moderator (helper).
        ModeratorNamed = "moderator.named",
        /// A helper is no moderator any more (helper).
        ModeratorEnded = "moderator.ended",
        /// A helper's key was pinned (helper).
        KeyPinned = "key.pinned",
        /// Two helpers compared a key (helper).
        KeyCompared = "key.compared",
        /// Another key of a helper was accepted after comparing (helper).
        KeyReplaced = "key.replaced",
        /// A helper vouched for somebody (helper).
        VouchSaid = "vouch.said",
        /// A vouch was renewed (helper).
        VouchRenewed = "vouch.renewed",
        /// A vouch was taken back (helper).
        VouchRevoked = "vouch.revoked",
        /// A helper changed whom they distrust (that helper: of whom is nobody's business).
        DistrustChanged = "distrust.changed",
        /// A private note on a helper was kept or emptied (helper who keeps it).
        HelperNoted = "helper.noted",
        /// By what a helper wants to be found was changed (helper).
        FoundByChanged = "found_by.changed",
        /// Somebody looked for the people of an address book (helper who looked).
        AddressBookLooked = "address_book.looked",
        /// A suggested contact was put aside, or all were brought back (helper whose list).
        ContactSuggestionMarked = "contact_suggestion.marked",
        /// An enquiry was sent (match).
        EnquirySent = "match.asked",
        /// A match moved on (match).
        MatchMoved = "match.moved",
        /// Details were read under a release (match).
        ReleaseRead = "match.release_read",
        /// A message was written (match).
        MessageSent = "match.message",
        /// A group was made (group).
        GroupMade = "group.made",
        /// What a group says about itself was changed (group).
        GroupChanged = "group.changed",
        /// A group was closed (group).
        GroupClosed = "group.closed",
        /// Somebody joined a group (group).
        GroupJoined = "group.joined",
        /// Somebody asked to join a group (group).
        GroupAsked = "group.asked",
        /// A request to join was taken back (group).
        GroupAskEnded = "group.ask_ended",
        /// A request to join was accepted (group).
        GroupAdmitted = "group.admitted",
        /// A request to join was declined (group).
        GroupDeclined = "group.declined",
        /// Somebody was invited into a group (group).
        GroupInvited = "group.invited",
        /// An invitation into a group was declined or taken back (group).
        GroupInvitationEnded = "group.invitation_ended",
        /// A link into a group was made (link).
        GroupLinkMade = "group_link.made",
        /// A link into a group was taken back (link).
        GroupLinkRevoked = "group_link.revoked",
        /// Somebody accepted a group's agreement (group).
        GroupAgreed = "group.agreed",
        /// Somebody left a group (group).
        GroupLeft = "group.left",
        /// Somebody was removed from a group (group).
        GroupRemoved = "group.removed",
        /// Somebody was given another part in a group (group).
        GroupPartGiven = "group.part_given",
        /// A group was asked to be a friend (group that asks).
        GroupFriendAsked = "group.friend_asked",
        /// Two groups became friends (group that accepts).
        GroupFriendMade = "group.friend_made",
        /// Two groups ceased to be friends, or one declined (group that does).
        GroupFriendEnded = "group.friend_ended",
        /// A client was shared with a group (client).
        ClientShared = "client.shared",
        /// A client is no longer shared with a group (client).
        ClientUnshared = "client.unshared",
        /// Directory services were imported (helper, or none from the command line).
        ServicesImported = "services.imported",
        /// A census table was loaded (none, from the command line).
        PopulationImported = "population.imported",
        /// A post was written (post).
        PostWritten = "post.written",
        /// Somebody who asked to register was declined.
        AccountDeclined = "account.declined",
        /// Everybody whom somebody invited, and so on: invitations ended, accounts suspended.
        BranchCut = "branch.cut",
        /// What was done to a branch was undone.
        BranchRestored = "branch.restored",
        /// An event of a group was made.
        EventMade = "event.made",
        /// An event was answered.
        EventAnswered = "event.answered",
        /// An event was changed.
        EventChanged = "event.changed",
        /// An event was cancelled.
        EventCancelled = "event.cancelled",
        /// A search was saved.
        SearchSaved = "search.saved",
        /// A saved search was deleted.
        SearchDeleted = "search.deleted",
        /// A helper suggested two cards of others to each other.
        HintGiven = "hint.given",
        /// A helper put a hint aside.
        HintPutAside = "hint.put_aside",
        /// The engine found a ring.
        RingProposed = "ring.proposed",
        /// A helper said yes to a ring.
        RingAnswered = "ring.answered",
        /// A helper left a ring.
        RingLeft = "ring.left",
        /// A ring lost somebody, found somebody, or ended by itself.
        RingMended = "ring.mended",
        /// A message was written (conversation).
        MessageWritten = "message.written",
        /// A message was deleted for everybody (conversation).
        MessageDeleted = "message.deleted",
        /// A conversation was exported (conversation).
        ConversationExported = "conversation.exported",
        /// A post was changed (post).
        PostChanged = "post.changed",
        /// A post was renewed (post).
        PostRenewed = "post.renewed",
        /// A post was deleted, with everything under it (post).
        PostDeleted = "post.deleted",
        /// An ask was closed as solved (post).
        PostSolved = "post.solved",
        /// A comment was written (post).
        CommentWritten = "comment.written",
        /// A comment was deleted (post).
        CommentDeleted = "comment.deleted",
        /// A post was thanked for (post).
        PostThanked = "post.thanked",
        /// Thanks were taken back (post).
        ThanksTakenBack = "post.thanks_taken_back",
        /// An ask was answered (post).
        AskAnswered = "answer.given",
        /// An answer was taken back (post).
        AnswerTakenBack = "answer.taken_back",
        /// An answer was taken up (post).
        AnswerAccepted = "answer.accepted",
        /// An answer was declined (post).
        AnswerDeclined = "answer.declined",
        /// A helper was shown far more cards in a day than honest work needs, and is slowed (helper).
        ReadingSlowed = "reading.slowed",
        /// A helper gave an address for mail (helper).
        MailAddressGiven = "mail.given",
        /// An address for mail was confirmed through its link (helper).
        MailAddressConfirmed = "mail.confirmed",
        /// An address for mail was removed (helper).
        MailAddressRemoved = "mail.removed",
        /// An address for mail took no mail, and gets none any more (helper).
        MailAddressFailed = "mail.failed",
        /// A helper added a device for push messages (helper).
        PushDeviceAdded = "push.added",
        /// A device for push messages was removed by its helper (helper).
        PushDeviceRemoved = "push.removed",
        /// A device takes no push messages any more, so it was removed (helper).
        PushDeviceGone = "push.gone",
        /// A helper chose how to be told outside the page (helper).
        TellingChosen = "telling.chosen",
        /// A helper ended mail, in the page or through the link in a mail (helper).
        TellingEnded = "telling.ended",
        /// It was answered how an introduction goes (match).
        FollowUpAnswered = "follow_up.answered",
        /// How an introduction goes is asked again later (match).
        FollowUpPutOff = "follow_up.put_off",
        /// Thanks were given or passed on (match).
        ThanksGiven = "thanks.given",
        /// Thanks were deleted by whoever received them (helper).
        ThanksDeleted = "thanks.deleted",
        /// Who sees a group's figures was changed (group).
        ImpactRuleChanged = "impact.rule_changed",
        /// Weights were learned, reset, or switched on or off (helper who did, or none).
        WeightsChanged = "weights.changed",
        /// The instance was seeded with example data.
        Seeded = "instance.seeded",
    }
}

/// One row of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Which.
    pub id: AuditId,
    /// When.
    pub at: Timestamp,
    /// Who; `None` is the program itself (expiry, command line).
    pub actor: Option<HelperId>,
    /// What.
    pub deed: Deed,
    /// To which thing.
    pub subject: Uuid,
}
