//! How a helper wants to be told: chosen in the page, ended in the page or through the link
//! in a mail.

use argonaut_domain::audit::Deed;
use argonaut_domain::told::{Telling, is_zone};
use argonaut_privacy::vault::Outside;
use argonaut_store::{StoreError, Write};
use thiserror::Error;

use super::address::by_mark;
use super::{telling_of, usual};
use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::who::SignedIn;

/// Why a choice cannot be kept.
#[derive(Debug, Error)]
pub enum ChooseError {
    /// There is no such time zone.
    #[error("no such time zone")]
    Zone,
    /// An hour is from 0 to 23.
    #[error("no such hour")]
    Hour,
    /// The link was not written by this instance, or its address was removed.
    #[error("no such link")]
    NotFound,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl ChooseError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Zone | Self::Hour => Kind::Invalid,
            Self::NotFound => Kind::NotFound,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for ChooseError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// Keeps how this helper wants to be told; what waits is planned anew.
///
/// # Errors
/// See [`ChooseError`].
pub async fn choose(app: &App, who: &SignedIn, telling: &Telling) -> Result<(), ChooseError> {
    if !is_zone(&telling.zone) {
        return Err(ChooseError::Zone);
    }
    let hours = [
        Some(telling.hour),
        telling.quiet.map(|quiet| quiet.from),
        telling.quiet.map(|quiet| quiet.until),
    ];
    if hours
        .into_iter()
        .flatten()
        .any(|hour| !(0..24).contains(&hour))
    {
        return Err(ChooseError::Hour);
    }
    let mut write = app.store.write().await?;
    keep(&mut write, who.helper(), telling).await?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::TellingChosen, who.helper().uuid())])
        .await?)
}

/// No more mail, but about the security of the account.
///
/// # Errors
/// When storage fails.
pub async fn end(app: &App, who: &SignedIn) -> Result<(), Trouble> {
    let helper = who.helper();
    let mut write = app.store.write().await?;
    let telling = write.telling(helper).await?;
    let telling = Telling {
        off: true,
        ..telling.unwrap_or_else(|| usual(who.locale))
    };
    keep(&mut write, helper, &telling).await?;
    Ok(write
        .commit(&[app.entry(Some(helper), Deed::TellingEnded, helper.uuid())])
        .await?)
}

/// Whether the link in a mail ends the mail of somebody.
///
/// # Errors
/// When storage fails.
pub async fn stop_works(app: &App, mark: &str) -> Result<bool, Trouble> {
    Ok(by_mark(app, Outside::StopLink, mark).await?.is_some())
}

/// No more mail, through the link in a mail: nobody is signed in. Done twice it is the same.
///
/// # Errors
/// [`ChooseError::NotFound`] when the link is not one of this instance, or its address is gone.
pub async fn stop(app: &App, mark: &str) -> Result<(), ChooseError> {
    let marked = by_mark(app, Outside::StopLink, mark)
        .await?
        .ok_or(ChooseError::NotFound)?;
    let helper = marked.row.helper;
    let mut write = app.store.write().await?;
    let telling = Telling {
        off: true,
        ..telling_of(&mut write, helper).await?
    };
    keep(&mut write, helper, &telling).await?;
    Ok(write
        .commit(&[app.entry(None, Deed::TellingEnded, helper.uuid())])
        .await?)
}

async fn keep(
    write: &mut Write,
    helper: argonaut_domain::ids::HelperId,
    telling: &Telling,
) -> Result<(), Trouble> {
    write.set_telling(helper, telling).await?;
    write
        .plan_outbox(helper, |notice| telling.due(notice.kind, notice.at))
        .await?;
    Ok(())
}
