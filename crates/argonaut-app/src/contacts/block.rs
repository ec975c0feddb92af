//! Blocking: from then on the two do not exist for each other, in any list,
//! search, suggestion or page; contact and open matches end.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{HelperId, MatchId};
use argonaut_store::StoreError;

use super::ContactError;
use crate::accounts::trusted::set_up::contact_ended;
use crate::app::App;
use crate::matches::end;
use crate::who::SignedIn;

/// Blocks a helper. They are not told.
///
/// # Errors
/// [`ContactError::Already`] when they are blocked already.
pub async fn block(app: &App, who: &SignedIn, other: HelperId) -> Result<(), ContactError> {
    // One who blocked this helper cannot be told from one who is not there.
    if app
        .store
        .read()
        .await?
        .viewer(who.helper())
        .await?
        .is_blocked(other)
        && !app
            .store
            .read()
            .await?
            .blocked_by(who.helper())
            .await?
            .contains(&other)
    {
        return Err(ContactError::NotFound);
    }
    block_known(app, who, other, None).await
}

/// Blocks a helper whom this one knows to be there.
async fn block_known(
    app: &App,
    who: &SignedIn,
    other: HelperId,
    behind: Option<MatchId>,
) -> Result<(), ContactError> {
    if other == who.helper() {
        return Err(ContactError::Yourself);
    }
    let mut write = app.store.write().await?;
    if write.blocked_by(who.helper()).await?.contains(&other) {
        return Err(ContactError::Already);
    }
    if write.helper(other).await?.is_none() {
        return Err(ContactError::NotFound);
    }
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::HelperBlocked, other.uuid())];
    write.block(who.helper(), other, behind, app.now()).await?;
    write.remove_contact(who.helper(), other).await?;
    contact_ended(app, &mut write, who.helper(), other).await?;
    write.end_offers_between(who.helper(), other).await?;
    write
        .end_group_invitations_between(who.helper(), other)
        .await?;
    deeds.extend(end::all_between(app, &mut write, who, other).await?);
    write.commit(&deeds).await?;
    Ok(app.refresh().await?)
}

/// Blocks the helper on the other side of a match, who may still be hidden.
///
/// # Errors
/// [`ContactError::NotFound`] when they take no part in such a match.
pub async fn block_partner(app: &App, who: &SignedIn, joint: MatchId) -> Result<(), ContactError> {
    let row = app
        .store
        .read()
        .await?
        .joint(joint)
        .await?
        .ok_or(ContactError::NotFound)?;
    let side = row
        .joint
        .side_of(who.helper())
        .ok_or(ContactError::NotFound)?;
    // Somebody hidden stays hidden in the list of blocks, too.
    let behind = (!row.names_shown()).then_some(joint);
    block_known(app, who, row.joint.helper(side.other()), behind).await
}

/// Lifts a block.
///
/// # Errors
/// [`ContactError::NotFound`] when there is none.
pub async fn unblock(app: &App, who: &SignedIn, other: HelperId) -> Result<(), ContactError> {
    let mut write = app.store.write().await?;
    if !write.unblock(who.helper(), other).await? {
        return Err(ContactError::NotFound);
    }
    write
        .commit(&[app.entry(Some(who.helper()), Deed::HelperUnblocked, other.uuid())])
        .await?;
    Ok(app.refresh().await?)
}

/// Lifts the block that was set from joint work with somebody who stayed hidden.
///
/// # Errors
/// [`ContactError::NotFound`] when there is none.
pub async fn unblock_hidden(app: &App, who: &SignedIn, joint: MatchId) -> Result<(), ContactError> {
    let mut write = app.store.write().await?;
    match write.unblock_hidden(who.helper(), joint).await {
        Ok(()) => {}
        Err(StoreError::Stale) => return Err(ContactError::NotFound),
        Err(error) => return Err(error.into()),
    }
    // The log names the work, as the helper knows it.
    let entry = app.entry(Some(who.helper()), Deed::HelperUnblocked, joint.uuid());
    Ok(write.commit(&[entry]).await?)
}
