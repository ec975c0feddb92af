//! Identities: a newtype per thing, so that a client's id never passes for a
//! card's. Ids come from a clock and a source of randomness, never from the air.

use rand::Rng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clock::Timestamp;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A fresh id that sorts by time of creation (UUIDv7).
            pub fn ordered(now: Timestamp, rng: &mut (impl Rng + ?Sized)) -> Self {
                let mut tail = [0u8; 10];
                rng.fill_bytes(&mut tail);
                let millis = u64::try_from(now.micros() / 1_000).unwrap_or(0);
                Self(uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid())
            }

            /// A fresh id that tells nothing about its age (UUIDv4).
            pub fn random(rng: &mut (impl Rng + ?Sized)) -> Self {
                let mut bytes = [0u8; 16];
                rng.fill_bytes(&mut bytes);
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }

            /// Takes over an id that came out of storage or a URL.
            pub const fn from_uuid(id: Uuid) -> Self { Self(id) }
            /// The id as storage keeps it.
            pub const fn uuid(self) -> Uuid { self.0 }
            /// The id as bytes, for sealing contexts.
            pub const fn bytes(&self) -> &[u8; 16] { self.0.as_bytes() }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.as_hyphenated().fmt(f) }
        }
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { Uuid::parse_str(text).map(Self) }
        }
    )+};
}

ids! {
    /// A user with an account.
    HelperId,
    /// A person a helper acts for.
    ClientId,
    /// A published card. Random: its id must not tell its age.
    CardId,
    /// Joint work of two helpers, from the enquiry to the outcome.
    MatchId,
    /// A client's recorded consent.
    ConsentId,
    /// A signed-in browser.
    SessionId,
    /// A directory service.
    ServiceId,
    /// An invitation to register.
    InvitationId,
    /// A seat in a client's circle that was offered to somebody.
    SeatOfferId,
    /// A whole caseload that was offered to somebody.
    HandoverId,
    /// A notification to a helper.
    NotificationId,
    /// One row of the audit log.
    AuditId,
    /// A piece of background work.
    JobId,
    /// A second factor at sign-in.
    FactorId,
    /// A private key that waits, sealed, for a second step or behind a one-time link.
    DepositId,
    /// A request to come back with the help of trusted contacts.
    RecoveryRequestId,
    /// A token for programs that act for a helper.
    ApiTokenId,
    /// A client's link.
    LinkId,
    /// A statement of trust.
    VouchId,
    /// Helpers who work together.
    GroupId,
    /// A link into a group.
    GroupLinkId,
    /// What a helper reported.
    ReportId,
    /// What a moderator decided.
    DecisionId,
    /// What a client asks through a link.
    RequestId,
    /// What a helper tells others.
    PostId,
    /// What somebody says about a post.
    CommentId,
    /// An answer to an ask.
    AnswerId,
    /// An act on a branch of the invitation tree.
    CutId,
    /// Three clients, each of whom gives what the next needs.
    RingId,
    /// An event of a group.
    EventId,
    /// Messages between two helpers, or in a group.
    ConversationId,
    /// A message of a conversation.
    MessageId,
    /// A file that hangs on a message.
    AttachmentId,
    /// A key under which one helper seals messages for a while.
    MessageKeyId,
    /// What a third helper suggests to two others.
    HintId,
    /// A search that a helper saved.
    SearchId,
}

impl ConversationId {
    /// The conversation of a group: it has the group's own id.
    pub const fn of_group(group: GroupId) -> Self {
        Self(group.uuid())
    }
}
