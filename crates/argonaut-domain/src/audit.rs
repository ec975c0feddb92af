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
        /// Clients were imported (helper).
        ClientsImported = "clients.imported",
        /// A consent was recorded (consent).
        ConsentGiven = "consent.given",
        /// A consent was withdrawn (consent).
        ConsentWithdrawn = "consent.withdrawn",
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
        /// A helper's key was pinned (helper).
        KeyPinned = "key.pinned",
        /// An enquiry was sent (match).
        EnquirySent = "match.asked",
        /// A match moved on (match).
        MatchMoved = "match.moved",
        /// Details were read under a release (match).
        ReleaseRead = "match.release_read",
        /// A message was written (match).
        MessageSent = "match.message",
        /// Directory services were imported (helper, or none from the command line).
        ServicesImported = "services.imported",
        /// A census table was loaded (none, from the command line).
        PopulationImported = "population.imported",
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
