//! Messages between helpers, and in groups: written, read, searched, deleted, exported.
//! Joint work keeps its own thread, in `matches::message`.

pub mod delete;
pub mod export;
pub mod file;
pub mod list;
pub mod look;
pub mod mark;
mod seal;
mod talk;
pub mod write;

pub use seal::Said;
pub use talk::Partner;

use argonaut_domain::clock::Timestamp;
use argonaut_privacy::vault::VaultError;
use argonaut_store::StoreError;

use crate::error::{Kind, Trouble};

/// Why something could not be done with messages.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// No such conversation, message or helper, or none of theirs: they look the same.
    #[error("no such conversation")]
    NotFound,
    /// They may read here, and not write.
    #[error("they may not write here")]
    ReadsOnly,
    /// It is empty or too long.
    #[error("a message has 1 to {most} characters")]
    BadWords {
        /// The most characters.
        most: usize,
    },
    /// A file cannot be sent as it is.
    #[error(transparent)]
    BadFile(#[from] file::FileFault),
    /// The other helper's key is another one than before.
    #[error("the other helper's key changed")]
    KeyChanged,
    /// It was sent too long ago to be deleted for everybody.
    #[error("it was sent too long ago")]
    TooLate,
    /// A moderator's decision keeps them from approaching others until then.
    #[error("limited by a decision")]
    Limited(Timestamp),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(Trouble),
}

impl MessageError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::ReadsOnly | Self::Limited(_) => Kind::Forbidden,
            Self::BadWords { .. } | Self::BadFile(_) => Kind::Invalid,
            Self::KeyChanged | Self::TooLate => Kind::Conflict,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<Trouble> for MessageError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Vault(VaultError::KeyChanged) => Self::KeyChanged,
            Trouble::Store(_) | Trouble::Vault(_) | Trouble::Bug(_) => Self::Trouble(trouble),
        }
    }
}

impl From<StoreError> for MessageError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}
