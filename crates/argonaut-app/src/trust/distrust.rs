//! Private distrust: it changes what its author sees, and nothing that anybody else does. The
//! audit log says that something changed, never of whom it was said.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::HelperId;

use super::{TrustError, meeting};
use crate::app::App;
use crate::who::SignedIn;

/// Keeps in mind that one does not rely on somebody.
///
/// # Errors
/// [`TrustError::Opposite`] while one vouches for them.
pub async fn distrust(app: &App, who: &SignedIn, other: HelperId) -> Result<(), TrustError> {
    let me = who.helper();
    let mut write = app.store.write().await?;
    meeting(&app.world(), &mut write, me, other).await?;
    write.hold_vouching(me).await?;
    let vouches = write.vouches_by(me).await?;
    if vouches.iter().any(|row| row.vouch.to == other) {
        return Err(TrustError::Opposite);
    }
    write.distrust(me, other, app.now()).await?;
    write
        .commit(&[app.entry(Some(me), Deed::DistrustChanged, me.uuid())])
        .await?;
    Ok(app.refresh().await?)
}

/// Lifts it.
///
/// # Errors
/// [`TrustError::NotFound`] when there is none.
pub async fn lift(app: &App, who: &SignedIn, other: HelperId) -> Result<(), TrustError> {
    let me = who.helper();
    let mut write = app.store.write().await?;
    if !write.lift_distrust(me, other).await? {
        return Err(TrustError::NotFound);
    }
    write
        .commit(&[app.entry(Some(me), Deed::DistrustChanged, me.uuid())])
        .await?;
    Ok(app.refresh().await?)
}
