//! Notifications: listed, counted, read. Each leads to the act it asks for.

pub mod live;

use argonaut_domain::access::HelperFacts;
use argonaut_domain::ids::{ConversationId, HelperId, NotificationId};
use argonaut_domain::notice::{Notice, NoticeKind};
use uuid::Uuid;

use crate::app::App;
use crate::error::Trouble;
use crate::messages;
use crate::who::SignedIn;

/// So many of the latest are looked at.
const MOST: i64 = 100;

/// The latest notifications.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Vec<Notice>, Trouble> {
    of(app, who.helper()).await
}

/// How many are unread among the latest.
///
/// # Errors
/// When storage fails.
pub async fn unread(app: &App, who: &SignedIn) -> Result<u32, Trouble> {
    let unread = app
        .store
        .read()
        .await?
        .unread_notices(who.helper(), MOST)
        .await?;
    let told = seen(app, who.helper(), unread).await?;
    Ok(u32::try_from(told.len()).unwrap_or(u32::MAX))
}

/// The latest notifications of a helper, here and for programs that act for them.
pub(crate) async fn of(app: &App, helper: HelperId) -> Result<Vec<Notice>, Trouble> {
    let all = app.store.read().await?.notices(helper, MOST).await?;
    seen(app, helper, all).await
}

/// What the one visibility filter leaves: nothing that leads to a helper whom the reader
/// may not meet.
pub(crate) async fn seen(
    app: &App,
    helper: HelperId,
    mut all: Vec<Notice>,
) -> Result<Vec<Notice>, Trouble> {
    let of_message = |notice: &Notice| notice.kind == NoticeKind::MessageReceived;
    if !all
        .iter()
        .any(|notice| notice.kind.is_about_helper() || of_message(notice))
    {
        return Ok(all);
    }
    let mut read = app.store.read().await?;
    let viewer = read.viewer(helper).await?;
    if all.iter().any(of_message) {
        let there = messages::list::there(app, &mut read, helper, &viewer).await?;
        all.retain(|notice| {
            !of_message(notice) || there.contains(&ConversationId::from_uuid(notice.subject))
        });
    }
    drop(read);
    let world = app.world();
    let meets = |subject: Uuid| {
        let other = world.helpers.get(&HelperId::from_uuid(subject));
        other.is_some_and(|other| viewer.may_meet(HelperFacts::of(other)))
    };
    all.retain_mut(|notice| {
        if !notice.kind.is_about_helper() || meets(notice.subject) {
            return true;
        }
        notice.subject = Uuid::nil();
        notice.kind.outlives_its_helper()
    });
    Ok(all)
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
