//! Muting: a private choice to see nothing of a helper in lists and feeds. Their page,
//! running joint work and requests stay; they are never told, and no log says whom.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::HelperId;
use argonaut_store::StoreError;

use super::ContactError;
use super::ask::may_meet;
use crate::app::App;
use crate::who::SignedIn;

/// Mutes a helper whom this one may meet.
///
/// # Errors
/// [`ContactError::Already`] when they are muted already.
pub async fn mute(app: &App, who: &SignedIn, other: HelperId) -> Result<(), ContactError> {
    let mut write = app.store.write().await?;
    may_meet(app, &mut write, who, other).await?;
    write.mute(who.helper(), other, app.now()).await?;
    let entry = app.entry(Some(who.helper()), Deed::HelperMuted, who.helper().uuid());
    Ok(write.commit(&[entry]).await?)
}

/// Lifts a mute.
///
/// # Errors
/// [`ContactError::NotFound`] when there is none.
pub async fn unmute(app: &App, who: &SignedIn, other: HelperId) -> Result<(), ContactError> {
    let mut write = app.store.write().await?;
    match write.unmute(who.helper(), other).await {
        Ok(()) => {}
        Err(StoreError::Stale) => return Err(ContactError::NotFound),
        Err(error) => return Err(error.into()),
    }
    let entry = app.entry(Some(who.helper()), Deed::HelperUnmuted, who.helper().uuid());
    Ok(write.commit(&[entry]).await?)
}

/// Whether this helper muted the other one.
///
/// # Errors
/// When storage fails.
pub async fn is_muted(
    app: &App,
    who: &SignedIn,
    other: HelperId,
) -> Result<bool, crate::error::Trouble> {
    let mut read = app.store.read().await?;
    Ok(read.muted_by(who.helper()).await?.contains(&other))
}
