//! Hints: a helper who sees two cards of others suggests them to both owners, with a reason,
//! and learns no more than whether it went further. What the two owners may not see of each
//! other, a hint never tells them: then it waits unread, and looks the same to its giver.

mod credit;
mod fits;
mod give;
mod list;

pub(crate) use credit::{forget, moved};
pub use fits::{Fits, fits};
pub use give::{Hint, give};
pub use list::{Given, GivenHint, Hints, list, put_aside};

use argonaut_domain::clock::Timestamp;
use argonaut_privacy::vault::VaultError;
use argonaut_store::StoreError;

use crate::error::{Kind, Trouble};

/// Why something could not be done with a hint.
#[derive(Debug, thiserror::Error)]
pub enum HintError {
    /// A card or hint that is not there, or not for these eyes: they look the same.
    #[error("no such card or hint")]
    NotFound,
    /// One of the cards is of a client of one's own: then it is an enquiry.
    #[error("a card of your own is no hint: send an enquiry")]
    Own,
    /// A limit of either card, or the rule that guards children, keeps the two apart.
    #[error("a limit on one of the cards keeps the two apart")]
    Apart,
    /// They were suggested to each other by this helper already.
    #[error("you suggested these two already")]
    Already,
    /// The reason is empty or too long.
    #[error("a reason has 1 to {most} characters")]
    BadWords {
        /// The most characters.
        most: u16,
    },
    /// A moderator's decision keeps them from approaching others until then.
    #[error("limited by a decision")]
    Limited(Timestamp),
    /// An owner's key is another one than before.
    #[error("a helper's key changed")]
    KeyChanged,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(Trouble),
}

impl HintError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Own | Self::Apart | Self::Already | Self::KeyChanged => Kind::Conflict,
            Self::BadWords { .. } => Kind::Invalid,
            Self::Limited(_) => Kind::Forbidden,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<Trouble> for HintError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Vault(VaultError::KeyChanged) => Self::KeyChanged,
            other @ (Trouble::Vault(_) | Trouble::Bug(_) | Trouble::Store(_)) => {
                Self::Trouble(other)
            }
        }
    }
}

impl From<StoreError> for HintError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::NotFound,
            StoreError::Conflict(_)
            | StoreError::Damaged(_)
            | StoreError::Unavailable(_)
            | StoreError::Migration(_) => Self::Trouble(error.into()),
        }
    }
}
