//! Comments: everybody who sees a post and may join in can say something under it.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{CommentId, PostId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::post::Comment;

use super::write::done;
use super::{PostError, fit, joined, notify, seen};
use crate::app::App;
use crate::who::SignedIn;

/// The longest comment, in characters.
pub const MOST_CHARACTERS: usize = 1_000;

/// Writes a comment. Its words have been through the scrubber.
///
/// # Errors
/// [`PostError::NotFound`] when the post is not there for them.
pub async fn comment(
    app: &App,
    who: &SignedIn,
    id: PostId,
    words: &str,
) -> Result<CommentId, PostError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let (row, _) = joined(app, &mut write, who, id).await?;
    let new = Comment {
        id: CommentId::ordered(now, &mut app.rng()),
        post: id,
        author: who.helper(),
        words: fit(words, MOST_CHARACTERS, false)?,
        made: now,
        hidden: None,
    };
    write.insert_comment(&new).await?;
    notify::author(
        app,
        &mut write,
        &row.post,
        who.helper(),
        NoticeKind::PostNews,
    )
    .await?;
    done(app, write, who, Deed::CommentWritten, id).await?;
    Ok(new.id)
}

/// Deletes a comment: one's own, or any under one's own post.
///
/// # Errors
/// [`PostError::NotFound`] when it is neither.
pub async fn delete(
    app: &App,
    who: &SignedIn,
    id: PostId,
    comment: CommentId,
) -> Result<(), PostError> {
    let mut write = app.store.write().await?;
    let (row, _) = seen(app, &mut write, who, id).await?;
    let found = write
        .comment(id, comment)
        .await?
        .filter(|found| [found.author, row.post.author].contains(&who.helper()))
        .ok_or(PostError::NotFound)?;
    write.delete_comment(found.id).await?;
    done(app, write, who, Deed::CommentDeleted, id).await?;
    Ok(app.store.flush().await?)
}
