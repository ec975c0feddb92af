//! Follow-up: each side of an introduction is asked after one, four and twelve weeks how it
//! goes, its helper here and its client by a link. The first two answers are only kept; the
//! last one, or an earlier "it is finished", closes as a report does.

mod answer;
mod by_link;
mod look;
pub(crate) mod plan;

pub use answer::{Told, answer, later};
pub(crate) use by_link::asked_of;
pub use by_link::{ClientTold, answer_by_link};
pub use look::{Asked, Due, FollowUps, Given, due, look};

use super::MatchError;
use crate::error::{Kind, Trouble};

/// Why a follow-up could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum FollowUpError {
    /// This is not asked, or not any more.
    #[error("this is not asked")]
    NotAsked,
    /// An introduction closes only when it is said whether it helped.
    #[error("to close, say whether it helped")]
    Unsaid,
    /// The words are too long.
    #[error("at most {most} characters")]
    TooLong {
        /// The most characters.
        most: usize,
    },
    /// As with any act in a match.
    #[error(transparent)]
    Match(#[from] MatchError),
}

impl FollowUpError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotAsked => Kind::Conflict,
            Self::Unsaid | Self::TooLong { .. } => Kind::Invalid,
            Self::Match(error) => error.kind(),
        }
    }
}

impl From<argonaut_store::StoreError> for FollowUpError {
    fn from(error: argonaut_store::StoreError) -> Self {
        Self::Match(error.into())
    }
}

impl From<Trouble> for FollowUpError {
    fn from(trouble: Trouble) -> Self {
        Self::Match(trouble.into())
    }
}
