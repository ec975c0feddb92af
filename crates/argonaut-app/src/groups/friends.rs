//! Befriended groups: asked by a coordinator of one, accepted by one of the other. Their
//! members see each other's members, and may choose each other as an audience.

use argonaut_domain::access::GroupRight;
use argonaut_domain::audit::Deed;
use argonaut_domain::ids::GroupId;
use argonaut_domain::notice::NoticeKind;

use super::join::tell_admitting;
use super::{GroupError, audience, may, seen};
use crate::app::App;
use crate::who::SignedIn;

/// Asks another group to be a friend; accepts where it asked before.
///
/// # Errors
/// [`GroupError::WrongKind`] for a secret group: a friend would betray it.
pub async fn ask(app: &App, who: &SignedIn, id: GroupId, other: GroupId) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    let inside = may(&mut write, who, id, GroupRight::Edit).await?;
    let (theirs, _, _) = seen(app, &mut write, who, other, false).await?;
    if other == id || !inside.group.profile.kind.is_findable() || !theirs.profile.kind.is_findable()
    {
        return Err(GroupError::WrongKind);
    }
    let before = write
        .group_friends(id)
        .await?
        .into_iter()
        .find(|row| row.other == other);
    let (deed, kind) = match before {
        Some(row) if row.accepted || row.asked_by == id => return Err(GroupError::Already),
        Some(_) => {
            write.accept_group_friend(&inside.granted, other).await?;
            (Deed::GroupFriendMade, NoticeKind::GroupFriendAccepted)
        }
        None => {
            let now = app.now();
            write.ask_group_friend(&inside.granted, other, now).await?;
            (Deed::GroupFriendAsked, NoticeKind::GroupFriendAsked)
        }
    };
    tell_admitting(app, &mut write, who, other, kind).await?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), deed, id.uuid())])
        .await?)
}

/// Ends a friendship, declines it, or takes the question back. Cards that were for a
/// friend come back.
///
/// # Errors
/// [`GroupError::NotFound`] when nothing stands between the two.
pub async fn end(app: &App, who: &SignedIn, id: GroupId, other: GroupId) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    let inside = may(&mut write, who, id, GroupRight::Edit).await?;
    let helpers = audience::around(&mut write, id).await?;
    write
        .end_group_friend(&inside.granted, other)
        .await
        .map_err(|_| GroupError::NotFound)?;
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::GroupFriendEnded, id.uuid())];
    for helper in helpers {
        deeds.extend(audience::recheck(app, &mut write, who, helper).await?);
    }
    write.commit(&deeds).await?;
    Ok(app.refresh().await?)
}
