//! The joint work of two helpers: an enquiry, a proposal, two consents, an
//! introduction, an outcome. Each act is one transaction: the move, what is
//! sealed with it, the notification, the audit row.

pub mod agree;
pub mod answer;
pub mod ask;
pub mod detail;
pub mod end;
pub mod follow_up;
pub mod introduce;
pub mod lapse;
pub mod list;
pub mod meeting;
pub mod message;
pub(crate) mod open;
pub mod pace;
pub mod propose;
pub mod reasons;
pub mod report;
pub mod room;
pub(crate) mod stall;
pub mod stand_in;
mod step;

pub use step::Step;
pub(crate) use step::tell;

use argonaut_domain::introduction::Refusal;
use argonaut_store::StoreError;

use crate::clients::ClientError;
use crate::consents::record::ConsentError;
use crate::error::{Kind, Trouble};
use crate::opener::RecordTrouble;

/// Why something could not be done in a match.
#[derive(Debug, thiserror::Error)]
pub enum MatchError {
    /// No such match, or they take no part in it: the two look the same.
    #[error("no such match")]
    NotFound,
    /// The card, helper or client the enquiry is about cannot be found.
    #[error("it is not on show any more")]
    Gone,
    /// The helper takes enquiries from fewer than everybody, and not from this one.
    #[error("this helper takes enquiries from others only")]
    NotTaken,
    /// The two are in an open match already.
    #[error("the two are in an open match already")]
    AlreadyOpen,
    /// An offer of help is asked for with a client of one's own.
    #[error("choose the client who needs the help")]
    ClientNeeded,
    /// Somebody was faster: look again.
    #[error("it changed in the meantime")]
    Changed,
    /// The act does not belong here.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The other helper's key is another one than before.
    #[error("the other helper's key changed")]
    KeyChanged,
    /// A message is empty or too long.
    #[error("a message has 1 to {most} characters")]
    BadMessage {
        /// The most characters.
        most: usize,
    },
    /// Nothing was chosen that the other side could use to make contact.
    #[error("choose at least one detail to share")]
    NothingShared,
    /// A meeting needs a place, a time ahead, and a length that can be.
    #[error("a meeting needs a place, a time ahead and a length")]
    BadMeeting,
    /// The consent cannot be kept as it is.
    #[error(transparent)]
    Consent(ConsentError),
    /// The client's record cannot be believed as it is in storage.
    #[error("the client's record is not as it was kept: {0}")]
    Record(RecordTrouble),
    /// A moderator's decision keeps them from approaching others until then.
    #[error("limited by a decision")]
    Limited(argonaut_domain::clock::Timestamp),
    /// Our own trouble.
    #[error("{0}")]
    Trouble(#[source] Trouble),
}

impl From<Trouble> for MatchError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Store(error) => error.into(),
            Trouble::Vault(argonaut_privacy::vault::VaultError::KeyChanged) => Self::KeyChanged,
            Trouble::Vault(_) | Trouble::Bug(_) => Self::Trouble(trouble),
        }
    }
}

impl MatchError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound | Self::Gone => Kind::NotFound,
            Self::Limited(_) => Kind::Forbidden,
            Self::AlreadyOpen | Self::Changed | Self::KeyChanged | Self::Record(_) => {
                Kind::Conflict
            }
            Self::Refused(Refusal::NotYourTurn) | Self::NotTaken => Kind::Forbidden,
            Self::Refused(Refusal::BadDay) => Kind::Invalid,
            Self::Refused(_) => Kind::Conflict,
            Self::ClientNeeded
            | Self::BadMessage { .. }
            | Self::NothingShared
            | Self::BadMeeting => Kind::Invalid,
            Self::Consent(error) => error.kind(),
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for MatchError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Changed,
            StoreError::Conflict(_) => Self::AlreadyOpen,
            StoreError::Damaged(_) | StoreError::Unavailable(_) | StoreError::Migration(_) => {
                Self::Trouble(Trouble::Store(error))
            }
        }
    }
}

impl From<ClientError> for MatchError {
    fn from(error: ClientError) -> Self {
        match error {
            ClientError::NotFound | ClientError::NotTheLead => Self::Gone,
            ClientError::Changed => Self::Changed,
            ClientError::Troubled(found) => Self::Record(found),
            ClientError::Trouble(trouble) => Self::Trouble(trouble),
            ClientError::Invalid(_) => Self::Trouble(Trouble::Bug(
                "a kept record does not pass its check".to_owned(),
            )),
        }
    }
}

impl From<ConsentError> for MatchError {
    fn from(error: ConsentError) -> Self {
        match error {
            ConsentError::Client(error) => error.into(),
            ConsentError::InTheFuture
            | ConsentError::BadEnd
            | ConsentError::ProxyMissing
            | ConsentError::NotByHand => Self::Consent(error),
        }
    }
}
