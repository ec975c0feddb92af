//! Telling contacts and owner of a request to come back. It is done by the work of time, so
//! that the answer to whoever asks takes as long for a handle that nobody has.

use argonaut_domain::notice::NoticeKind;
use argonaut_store::StoreError;

use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;

/// Hours in which a second request of the same helper is not told again: a stranger who asks
/// a hundred times rings once.
const QUIET_HOURS: i64 = 20;

/// Tells of new requests. Harmless when two nodes do it at once.
///
/// # Errors
/// When storage fails.
pub async fn run(app: &App) -> Result<usize, Trouble> {
    let untold = app.store.read().await?.untold_requests(app.now()).await?;
    let mut done = 0;
    for request in untold {
        let Some(owner) = request.helper else {
            continue;
        };
        let mut write = app.store.write().await?;
        let quiet = app.now().plus_minutes(-60 * QUIET_HOURS);
        let told_lately = write.told_since(owner, quiet).await?;
        match write.request_told(request.id, app.now()).await {
            Ok(()) => {}
            Err(StoreError::Stale) => continue,
            Err(error) => return Err(error.into()),
        }
        if !told_lately {
            for holder in write.share_holders(owner).await? {
                let kind = NoticeKind::ReturnAsked;
                tell(app, &mut write, holder, kind, owner.uuid()).await?;
            }
            let kind = NoticeKind::ReturnStarted;
            tell(app, &mut write, owner, kind, owner.uuid()).await?;
            done += 1;
        }
        write.commit_unlogged().await?;
    }
    Ok(done)
}
