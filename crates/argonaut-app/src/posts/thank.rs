//! Thanks for a post: once per helper, told on the post alone, taken back at will. There is
//! no list of who was thanked most.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::PostId;
use argonaut_domain::notice::NoticeKind;

use super::write::done;
use super::{PostError, joined, notify, seen};
use crate::app::App;
use crate::who::SignedIn;

/// Thanks for a post. A second time changes nothing.
///
/// # Errors
/// [`PostError::Yourself`] for one's own post.
pub async fn thank(app: &App, who: &SignedIn, id: PostId) -> Result<(), PostError> {
    let mut write = app.store.write().await?;
    let (row, _) = joined(app, &mut write, who, id).await?;
    if row.post.author == who.helper() {
        return Err(PostError::Yourself);
    }
    if !write.thank(id, who.helper(), app.now()).await? {
        return Ok(());
    }
    notify::author(
        app,
        &mut write,
        &row.post,
        who.helper(),
        NoticeKind::PostNews,
    )
    .await?;
    done(app, write, who, Deed::PostThanked, id).await
}

/// Takes thanks back. Where there were none, nothing changes.
///
/// # Errors
/// [`PostError::NotFound`] when the post is not there for them.
pub async fn take_back(app: &App, who: &SignedIn, id: PostId) -> Result<(), PostError> {
    let mut write = app.store.write().await?;
    seen(app, &mut write, who, id).await?;
    if !write.unthank(id, who.helper()).await? {
        return Ok(());
    }
    done(app, write, who, Deed::ThanksTakenBack, id).await
}
