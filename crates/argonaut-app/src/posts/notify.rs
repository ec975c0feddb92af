//! Telling the author of a post that there is something new: once until it is read, and
//! never what was written.

use argonaut_domain::ids::HelperId;
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::post::Post;
use argonaut_store::Write;

use super::{PostError, standing};
use crate::app::App;
use crate::matches::tell;

/// Tells the author of `post` what `from` did; an answer weighs more than other news.
pub(super) async fn author(
    app: &App,
    write: &mut Write,
    post: &Post,
    from: HelperId,
    kind: NoticeKind,
) -> Result<(), PostError> {
    if from == post.author {
        return Ok(());
    }
    let hears = write
        .viewer(post.author)
        .await?
        .hears(from, standing(&app.world(), from));
    let subject = post.id.uuid();
    let kinds = (NoticeKind::PostNews, NoticeKind::PostAnswered);
    if !hears || write.lift_notice(post.author, subject, kinds, kind).await? {
        return Ok(());
    }
    Ok(tell(app, write, post.author, kind, subject).await?)
}
