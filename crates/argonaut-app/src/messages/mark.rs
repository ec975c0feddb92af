//! Muting a conversation, and showing or hiding how far one has read.

use argonaut_domain::ids::ConversationId;

use super::{MessageError, talk};
use crate::app::App;
use crate::error::Trouble;
use crate::who::SignedIn;

/// Mutes a conversation, or ends that. It still can be read; nothing tells of it.
///
/// # Errors
/// [`MessageError::NotFound`] when it is not theirs.
pub async fn mute(
    app: &App,
    who: &SignedIn,
    id: ConversationId,
    muted: bool,
) -> Result<(), MessageError> {
    let mut write = app.store.write().await?;
    let talk = talk::open(app, &mut write, who, id).await?;
    write.open_conversation(&talk.row(), app.now()).await?;
    write.mute_conversation(&talk.granted, muted).await?;
    // Whether somebody listens is nobody else's business: it is not in the log.
    Ok(write.commit_unlogged().await?)
}

/// Hides how far this helper has read, everywhere, or shows it.
///
/// # Errors
/// When storage fails.
pub async fn hide_read(app: &App, who: &SignedIn, hides: bool) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write.hide_read_marks(who.helper(), hides).await?;
    Ok(write.commit_unlogged().await?)
}
