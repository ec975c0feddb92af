//! Deleting a message: for oneself at any time, for everybody within some minutes.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{ConversationId, MessageId};
use argonaut_store::StoreError;

use super::look::{self, DELETE_MINUTES};
use super::{MessageError, talk};
use crate::app::App;
use crate::who::SignedIn;

/// Takes a message away from oneself; others keep it.
///
/// # Errors
/// [`MessageError::NotFound`] when it is not there for this helper.
pub async fn for_me(
    app: &App,
    who: &SignedIn,
    conversation: ConversationId,
    id: MessageId,
) -> Result<(), MessageError> {
    let mut write = app.store.write().await?;
    let talk = talk::open(app, &mut write, who, conversation).await?;
    look::letter(app, &mut write, who, &talk, id).await?;
    write.hide_letter(&talk.granted, id).await?;
    Ok(write.commit_unlogged().await?)
}

/// Deletes what one wrote, with its files, for everybody. That a message was there stays.
///
/// # Errors
/// [`MessageError::NotFound`] when it is not theirs, [`MessageError::TooLate`] when it was
/// sent too long ago.
pub async fn for_all(
    app: &App,
    who: &SignedIn,
    conversation: ConversationId,
    id: MessageId,
) -> Result<(), MessageError> {
    let mut write = app.store.write().await?;
    let talk = talk::open(app, &mut write, who, conversation).await?;
    let letter = look::letter(app, &mut write, who, &talk, id).await?;
    if letter.sender != who.helper() {
        return Err(MessageError::NotFound);
    }
    let age = app.now().micros().saturating_sub(letter.sent.micros());
    if age > DELETE_MINUTES.saturating_mul(60_000_000) {
        return Err(MessageError::TooLate);
    }
    match write.empty_letter(&talk.granted, id).await {
        // Twice is as good as once.
        Ok(()) | Err(StoreError::Stale) => {}
        Err(error) => return Err(error.into()),
    }
    let entry = app.entry(
        Some(who.helper()),
        Deed::MessageDeleted,
        conversation.uuid(),
    );
    write.commit(&[entry]).await?;
    app.store.flush().await?;
    Ok(())
}
