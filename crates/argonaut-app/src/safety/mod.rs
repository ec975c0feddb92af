//! Safety: reports, decisions by points of the agreement, appeals, and what a
//! limited helper may not do. Nothing here opens a client's record.

pub mod appeal;
pub mod decide;
pub mod queue;
pub mod report;

pub use argonaut_store::{DecisionRow, ReportRow};

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;
use argonaut_domain::safety::SocialAct;
use argonaut_store::{Read, StoreError};

use crate::app::App;
use crate::error::{Kind, Trouble};

/// The most characters of a report, a reason or an appeal.
pub const MOST_CHARACTERS: usize = 2_000;

/// Why something about a report could not be done.
#[derive(Debug, thiserror::Error)]
pub enum SafetyError {
    /// No such thing, or it is not theirs to see: the two look the same.
    #[error("no such thing")]
    NotFound,
    /// It is their own.
    #[error("it is their own")]
    Own,
    /// Words are missing, or too long.
    #[error("1 to 2,000 characters are asked for")]
    BadWords,
    /// Messages are reported by choosing at least one.
    #[error("choose what to hand over")]
    NothingChosen,
    /// A limit needs a date after today; the date of a suspension is not behind us.
    #[error("choose a date to come")]
    BadDate,
    /// The outcome does not fit the thing.
    #[error("that cannot be hidden")]
    NotHideable,
    /// It is not theirs to decide.
    #[error("somebody else is to decide")]
    NotYours,
    /// Somebody was faster.
    #[error("it is done already")]
    Already,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl SafetyError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Own
            | Self::BadWords
            | Self::NothingChosen
            | Self::BadDate
            | Self::NotHideable => Kind::Invalid,
            Self::NotYours => Kind::Forbidden,
            Self::Already => Kind::Conflict,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for SafetyError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Already,
            StoreError::Conflict(_)
            | StoreError::Damaged(_)
            | StoreError::Unavailable(_)
            | StoreError::Migration(_) => Self::Trouble(error.into()),
        }
    }
}

/// Words that fit, trimmed.
fn words(text: &str) -> Result<&str, SafetyError> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > MOST_CHARACTERS {
        return Err(SafetyError::BadWords);
    }
    Ok(text)
}

/// Whether a helper may do this now; `Err` tells until when a moderator's decision keeps them
/// from it. Asked in the transaction of the act.
pub(crate) async fn may_act(
    read: &mut Read,
    helper: HelperId,
    act: SocialAct,
    now: Timestamp,
) -> Result<Result<(), Timestamp>, Trouble> {
    match act {
        SocialAct::Enquire | SocialAct::AskContact | SocialAct::Invite | SocialAct::Post => {}
    }
    let until = read.limited_until(helper, now).await?;
    Ok(until.map_or(Ok(()), Err))
}

/// Lets everybody in again whose suspension is over.
///
/// # Errors
/// When storage fails.
pub async fn lift_over(app: &App) -> Result<usize, Trouble> {
    let over = app.store.read().await?.suspensions_over(app.now()).await?;
    for helper in &over {
        let mut write = app.store.write().await?;
        write.lift_suspension(*helper).await?;
        let entry = app.entry(None, Deed::AccountRestored, helper.uuid());
        write.commit(&[entry]).await?;
    }
    Ok(over.len())
}
