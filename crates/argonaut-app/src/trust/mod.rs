//! Trust between helpers: vouches said, renewed and taken back; private distrust; how two
//! helpers know each other. The network behind it is kept current by the change feed.

pub mod distrust;
mod keeper;
pub mod mine;
pub mod prompt;
pub(crate) mod ties;
pub mod vouch;
pub mod why;

pub(crate) use keeper::{TrustKeeper, level_of};
pub use vouch::vouch_on_arrival;

use argonaut_domain::access::{HelperFacts, Viewer};
use argonaut_domain::ids::HelperId;
use argonaut_domain::trust::{MOST_MOTHERS, MOST_VOUCH_NOTE, NEW_VOUCHES};
use argonaut_store::{Read, StoreError};

use crate::error::{Kind, Trouble};
use crate::world::World;

/// Why something could not be said of another helper.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// No such helper or vouch, or a block stands between: all look the same.
    #[error("no such helper")]
    NotFound,
    /// It is themselves.
    #[error("that is you")]
    Yourself,
    /// They are no contact, and the two have never worked together.
    #[error("only for contacts, and for those one has worked with")]
    Strangers,
    /// As many new vouches as a week allows were said.
    #[error("at most {NEW_VOUCHES} new vouches a week")]
    Enough,
    /// The highest word was given to as many as it can be.
    #[error("at most {MOST_MOTHERS} helpers")]
    TooManyMothers,
    /// The note is too long.
    #[error("a note has at most {MOST_VOUCH_NOTE} characters")]
    LongNote,
    /// They say the opposite of them already: that has to be lifted first.
    #[error("the opposite is said already")]
    Opposite,
    /// It is so already, or somebody was faster.
    #[error("it is so already")]
    Already,
    /// Our own trouble.
    #[error("{0}")]
    Trouble(#[source] Trouble),
}

impl TrustError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Yourself | Self::LongNote => Kind::Invalid,
            Self::Strangers => Kind::Forbidden,
            Self::Enough | Self::TooManyMothers | Self::Opposite | Self::Already => Kind::Conflict,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<Trouble> for TrustError {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<StoreError> for TrustError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict(_) | StoreError::Stale => Self::Already,
            StoreError::Damaged(_) | StoreError::Unavailable(_) | StoreError::Migration(_) => {
                Self::Trouble(error.into())
            }
        }
    }
}

/// The viewer of a helper, who may meet the other one.
async fn meeting(
    world: &World,
    read: &mut Read,
    me: HelperId,
    other: HelperId,
) -> Result<Viewer, TrustError> {
    let viewer = read.viewer(me).await?;
    let helper = world.helpers.get(&other).ok_or(TrustError::NotFound)?;
    let facts = HelperFacts::of(helper);
    let known = viewer.finds_helper(facts) || knows(read, &viewer, me, other).await?;
    if !(known && viewer.may_meet(facts)) {
        return Err(TrustError::NotFound);
    }
    if me == other {
        return Err(TrustError::Yourself);
    }
    Ok(viewer)
}

/// Whether the two are contacts, asked to be, or have worked together under their names.
async fn knows(
    read: &mut Read,
    viewer: &Viewer,
    me: HelperId,
    other: HelperId,
) -> Result<bool, Trouble> {
    Ok(viewer.is_contact(other)
        || read.contact(me, other).await?.is_some()
        || worked_together(read, me, other).await?)
}

/// Whether the two have worked together under their names.
pub(crate) async fn worked_together(
    read: &mut Read,
    me: HelperId,
    other: HelperId,
) -> Result<bool, Trouble> {
    let rows = read.matches_of(me).await?;
    let with =
        |joint: &argonaut_domain::introduction::Match| joint.asker == other || joint.owner == other;
    Ok(rows.iter().any(|row| row.names_shown() && with(&row.joint)))
}
