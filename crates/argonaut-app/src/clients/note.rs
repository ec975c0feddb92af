//! Dated notes in a client's record, and the mark that somebody attended to them.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::ClientId;

use super::change::edit;
use super::{ClientError, may_open};
use crate::app::App;
use crate::who::SignedIn;

/// Adds a note.
///
/// # Errors
/// [`ClientError::Invalid`] when it is empty or too long.
pub async fn add(app: &App, who: &SignedIn, id: ClientId, text: String) -> Result<(), ClientError> {
    let (now, by) = (app.now(), who.helper());
    edit(app, who, id, None, |dossier| {
        dossier.note(now, by, text);
    })
    .await
}

/// Removes a note by its number.
///
/// # Errors
/// [`ClientError::NotFound`] when the client is not theirs.
pub async fn remove(
    app: &App,
    who: &SignedIn,
    id: ClientId,
    number: u32,
) -> Result<(), ClientError> {
    edit(app, who, id, None, |dossier| {
        dossier.notes.retain(|note| note.id != number)
    })
    .await
}

/// Marks that the client got attention, when nothing is to be written down.
///
/// # Errors
/// [`ClientError::NotFound`] when the client is not theirs.
pub async fn attend(app: &App, who: &SignedIn, id: ClientId) -> Result<(), ClientError> {
    let mut write = app.store.write().await?;
    let granted = may_open(&mut write, who, id).await?;
    write.attend_client(&granted, app.now()).await?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::ClientChanged, id.uuid())])
        .await?)
}
