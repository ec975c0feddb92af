//! What use cases have in common when they fail: a kind that the faces map to
//! a status, and the trouble behind every use case's closed error enum.

use argonaut_privacy::vault::VaultError;
use argonaut_store::StoreError;
use thiserror::Error;

/// The kinds of failure. One place in `web` maps them to status codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What was sent cannot be used as it is; the text says how to mend it.
    Invalid,
    /// There is no such thing, or it is not theirs: the two look the same.
    NotFound,
    /// Somebody was faster, or it is there already.
    Conflict,
    /// They may see it, but may not do this.
    Forbidden,
    /// Too much at once: try again later.
    Busy {
        /// Seconds to wait.
        retry_after: u32,
    },
    /// Our own trouble.
    Internal,
    /// The database does not answer.
    Unavailable,
}

/// Trouble that any use case can run into, with its private cause for the log.
#[derive(Debug, Error)]
pub enum Trouble {
    /// Storage failed.
    #[error("storage: {0}")]
    Store(#[source] StoreError),
    /// A sealed value could not be opened or made.
    #[error("vault: {0}")]
    Vault(#[from] VaultError),
    /// Something that cannot be: a bug.
    #[error("bug: {0}")]
    Bug(String),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Trouble {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Store(StoreError::Conflict(_) | StoreError::Stale) => Kind::Conflict,
            Self::Store(StoreError::Unavailable(_)) => Kind::Unavailable,
            Self::Store(StoreError::Damaged(_) | StoreError::Migration(_))
            | Self::Vault(_)
            | Self::Bug(_) => Kind::Internal,
        }
    }
}
