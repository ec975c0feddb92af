//! Inviting helpers into a group by name, and declining.

use argonaut_domain::access::{GroupRight, HelperFacts, Viewer};
use argonaut_domain::audit::Deed;
use argonaut_domain::group::GroupRole;
use argonaut_domain::ids::{GroupId, HelperId};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::{GroupInvitationRow, Read};

use super::{GroupError, may};
use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;
use crate::who::SignedIn;

/// Days for which an invitation can be accepted.
pub const INVITATION_DAYS: i64 = 30;

/// The invitations of a helper that hold now. One by somebody whom they cannot meet is none.
pub(crate) async fn of_helper(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    viewer: &Viewer,
) -> Result<Vec<GroupInvitationRow>, Trouble> {
    let world = app.world();
    let now = app.now();
    let rows = read.group_invitations_of(who.helper()).await?;
    Ok(rows
        .into_iter()
        .filter(|row| {
            now < row.expires
                && world
                    .helpers
                    .get(&row.by)
                    .is_some_and(|by| viewer.may_meet(HelperFacts::of(by)))
        })
        .collect())
}

/// Invites a helper, as a member or an observer. They join when they accept.
///
/// # Errors
/// [`GroupError::NotFound`] for somebody whom they neither find nor know, [`GroupError::Already`]
/// for somebody who is in the group.
pub async fn invite(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    helper: HelperId,
    role: GroupRole,
) -> Result<(), GroupError> {
    if role == GroupRole::Coordinator {
        return Err(GroupError::NotAllowed);
    }
    let mut write = app.store.write().await?;
    let inside = may(&mut write, who, id, GroupRight::Invite).await?;
    let viewer = write.viewer(who.helper()).await?;
    // The list of who is invited says the name: only somebody whom the inviter finds, or knows.
    if !app.world().helpers.get(&helper).is_some_and(|of| {
        let facts = HelperFacts::of(of);
        viewer.opens_helper(facts) || viewer.is_contact(helper) && viewer.may_meet(facts)
    }) {
        return Err(GroupError::NotFound);
    }
    if write.group_seat(id, helper).await?.is_some() {
        return Err(GroupError::Already);
    }
    let now = app.now();
    let row = GroupInvitationRow {
        group: id,
        helper,
        role,
        by: who.helper(),
        invited: now,
        expires: now.plus_days(INVITATION_DAYS),
    };
    write.invite_to_group(&inside.granted, &row).await?;
    tell(app, &mut write, helper, NoticeKind::GroupInvited, id.uuid()).await?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::GroupInvited, id.uuid())])
        .await?)
}

/// Takes an invitation back.
///
/// # Errors
/// [`GroupError::NotFound`] when there is none.
pub async fn take_back(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    helper: HelperId,
) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    may(&mut write, who, id, GroupRight::Invite).await?;
    if !write.end_group_invitation(id, helper).await? {
        return Err(GroupError::NotFound);
    }
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::GroupInvitationEnded, id.uuid())])
        .await?)
}

/// Declines one's own invitation, or takes one's own request back.
///
/// # Errors
/// [`GroupError::NotFound`] when there is neither.
pub async fn decline(app: &App, who: &SignedIn, id: GroupId) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    let mut deeds = Vec::new();
    if write.end_group_invitation(id, who.helper()).await? {
        deeds.push(app.entry(Some(who.helper()), Deed::GroupInvitationEnded, id.uuid()));
    }
    if write.end_group_request(id, who.helper()).await? {
        deeds.push(app.entry(Some(who.helper()), Deed::GroupAskEnded, id.uuid()));
    }
    if deeds.is_empty() {
        return Err(GroupError::NotFound);
    }
    Ok(write.commit(&deeds).await?)
}
