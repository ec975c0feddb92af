//! The archive: clients one does not act for at present. Their card comes off
//! show and their open matches end.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::ClientId;
use argonaut_store::StoreError;

use super::{ClientError, may_answer_for};
use crate::app::App;
use crate::consents::stop;
use crate::who::SignedIn;

/// Puts a client into the archive.
///
/// # Errors
/// [`ClientError::NotTheLead`] for members of the circle without that right.
pub async fn archive(app: &App, who: &SignedIn, id: ClientId) -> Result<(), ClientError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let granted = may_answer_for(&mut write, who, id).await?;
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::ClientArchived, id.uuid())];
    write.archive_client(&granted, true, now).await?;
    deeds.extend(stop::flows(app, &mut write, &granted, Some(who.helper())).await?);
    write.commit(&deeds).await?;
    app.refresh().await?;
    Ok(())
}

/// Takes a client out of the archive.
///
/// # Errors
/// [`ClientError::Changed`] when they are not in the archive.
pub async fn restore(app: &App, who: &SignedIn, id: ClientId) -> Result<(), ClientError> {
    let mut write = app.store.write().await?;
    let granted = may_answer_for(&mut write, who, id).await?;
    match write.archive_client(&granted, false, app.now()).await {
        Ok(()) | Err(StoreError::Stale) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::ClientRestored, id.uuid())])
        .await?)
}
