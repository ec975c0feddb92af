//! Rings: what the engine finds each night for three clients at once, the answers of their
//! helpers, and the joint work that comes of three times yes.

mod answer;
mod eyes;
mod look;
mod seek;

use argonaut_domain::ring::RingRefusal;
use argonaut_store::StoreError;

pub use answer::{leave, say_yes};
pub use look::{Gives, RingLine, RingPage, SeatSeen, list, show};
pub(crate) use seek::run;

use crate::error::{Kind, Trouble};
use crate::matches::MatchError;

/// Why something could not be done in a ring.
#[derive(Debug, thiserror::Error)]
pub enum RingError {
    /// No such ring, or they have no seat in it: the two look the same.
    #[error("no such ring")]
    NotFound,
    /// A card of it is not on show any more.
    #[error("a card of the ring is not on show any more")]
    Gone,
    /// Somebody was faster: look again.
    #[error("it changed in the meantime")]
    Changed,
    /// The act does not belong here.
    #[error(transparent)]
    Refused(RingRefusal),
    /// The joint work that it leads to cannot begin.
    #[error(transparent)]
    Match(MatchError),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl RingError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Gone | Self::Changed | Self::Refused(_) => Kind::Conflict,
            Self::Match(error) => error.kind(),
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<RingRefusal> for RingError {
    fn from(refusal: RingRefusal) -> Self {
        match refusal {
            RingRefusal::NoSeat => Self::NotFound,
            RingRefusal::Over | RingRefusal::Already => Self::Refused(refusal),
        }
    }
}

impl From<StoreError> for RingError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Changed,
            StoreError::Conflict(_)
            | StoreError::Damaged(_)
            | StoreError::Unavailable(_)
            | StoreError::Migration(_) => Self::Trouble(error.into()),
        }
    }
}
