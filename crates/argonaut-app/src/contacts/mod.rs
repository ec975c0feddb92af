//! Contacts between helpers: asked, accepted, declined, removed; and blocks.

pub mod ask;
pub mod block;
pub mod book;
pub mod found_by;
pub mod key;
pub mod list;
pub mod mute;
pub mod suggest;

use argonaut_store::StoreError;

use crate::error::{Kind, Trouble};

/// Why something could not be done between two helpers.
#[derive(Debug, thiserror::Error)]
pub enum ContactError {
    /// No such helper, or a block stands between: the two look the same.
    #[error("no such helper")]
    NotFound,
    /// It is themselves.
    #[error("that is you")]
    Yourself,
    /// It is asked, accepted or blocked already.
    #[error("it is so already")]
    Already,
    /// Nothing is asked any more.
    #[error("nothing is asked any more")]
    NothingAsked,
    /// The typed digits are not those of the stored key.
    #[error("the digits are others")]
    OtherDigits,
    /// The stored key is not the known one.
    #[error("the key changed")]
    KeyChanged,
    /// A moderator's decision keeps them from approaching others until then.
    #[error("limited by a decision")]
    Limited(argonaut_domain::clock::Timestamp),
    /// Our own trouble.
    #[error("{0}")]
    Trouble(#[source] Trouble),
}

impl ContactError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Yourself | Self::OtherDigits => Kind::Invalid,
            Self::Limited(_) => Kind::Forbidden,
            Self::Already | Self::NothingAsked | Self::KeyChanged => Kind::Conflict,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<Trouble> for ContactError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Vault(argonaut_privacy::vault::VaultError::KeyChanged) => Self::KeyChanged,
            Trouble::Vault(_) | Trouble::Store(_) | Trouble::Bug(_) => Self::Trouble(trouble),
        }
    }
}

impl From<StoreError> for ContactError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict(_) => Self::Already,
            StoreError::Stale => Self::NothingAsked,
            StoreError::Damaged(_) | StoreError::Unavailable(_) | StoreError::Migration(_) => {
                Self::Trouble(error.into())
            }
        }
    }
}
