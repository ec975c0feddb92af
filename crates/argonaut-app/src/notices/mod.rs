//! Notifications: listed, counted, read. Each leads to the act it asks for.

use argonaut_domain::ids::NotificationId;
use argonaut_domain::notice::Notice;

use crate::app::App;
use crate::error::Trouble;
use crate::who::SignedIn;

/// The latest notifications.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Vec<Notice>, Trouble> {
    Ok(app.store.read().await?.notices(who.helper(), 100).await?)
}

/// How many are unread.
///
/// # Errors
/// When storage fails.
pub async fn unread(app: &App, who: &SignedIn) -> Result<u32, Trouble> {
    let count = app.store.read().await?.unread_notices(who.helper()).await?;
    Ok(u32::try_from(count).unwrap_or(0))
}

/// Marks one as read, and gives it back so that the page can lead on. `None`
/// when it is not theirs.
///
/// # Errors
/// When storage fails.
pub async fn follow(
    app: &App,
    who: &SignedIn,
    id: NotificationId,
) -> Result<Option<Notice>, Trouble> {
    let mut write = app.store.write().await?;
    let notice = write.read_notice(id, who.helper(), app.now()).await?;
    write.commit_unlogged().await?;
    Ok(notice)
}

/// Marks all as read.
///
/// # Errors
/// When storage fails.
pub async fn read_all(app: &App, who: &SignedIn) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write.read_all_notices(who.helper(), app.now()).await?;
    Ok(write.commit_unlogged().await?)
}
