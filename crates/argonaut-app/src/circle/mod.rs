//! The circle of a client: who may open the record, offered, taken, given up, handed
//! over. Who may do what stands in `domain::access`; keys are changed in `rotate`.

pub mod end;
pub mod hand_over;
pub mod join;
pub mod look;
pub mod offer;
pub mod offers;
pub mod part;
pub(crate) mod rotate;

use argonaut_privacy::vault::VaultError;
use argonaut_store::StoreError;

use crate::clients::ClientError;
use crate::error::{Kind, Trouble};

/// Why something could not be done with a circle.
#[derive(Debug, thiserror::Error)]
pub enum CircleError {
    /// No such client, seat or offer, or not theirs: they look the same.
    #[error("no such seat")]
    NotFound,
    /// Only the lead says who reads a record.
    #[error("only the lead may do this")]
    NotTheLead,
    /// A seat is offered to contacts alone.
    #[error("not a contact")]
    NotAContact,
    /// They have a seat already.
    #[error("they have a seat already")]
    Already,
    /// The lead hands over before they leave.
    #[error("a lead hands over first")]
    HandOverFirst,
    /// There is nothing to hand over.
    #[error("there is nothing to hand over")]
    Nothing,
    /// The other helper's key is not the known one.
    #[error("the other helper's key changed")]
    KeyChanged,
    /// As with any record.
    #[error(transparent)]
    Client(ClientError),
}

impl CircleError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::NotTheLead => Kind::Forbidden,
            Self::NotAContact | Self::Nothing => Kind::Invalid,
            Self::Already | Self::HandOverFirst | Self::KeyChanged => Kind::Conflict,
            Self::Client(error) => error.kind(),
        }
    }
}

impl From<ClientError> for CircleError {
    fn from(error: ClientError) -> Self {
        match error {
            ClientError::NotFound => Self::NotFound,
            ClientError::NotTheLead => Self::NotTheLead,
            ClientError::Trouble(Trouble::Vault(VaultError::KeyChanged)) => Self::KeyChanged,
            ClientError::Changed
            | ClientError::Invalid(_)
            | ClientError::Troubled(_)
            | ClientError::Trouble(_) => Self::Client(error),
        }
    }
}

impl From<StoreError> for CircleError {
    fn from(error: StoreError) -> Self {
        ClientError::from(error).into()
    }
}

impl From<Trouble> for CircleError {
    fn from(trouble: Trouble) -> Self {
        ClientError::from(trouble).into()
    }
}
