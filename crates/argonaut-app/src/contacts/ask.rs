//! Asking to be a contact, and answering.

use argonaut_domain::access::HelperFacts;
use argonaut_domain::audit::Deed;
use argonaut_domain::ids::HelperId;
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::safety::SocialAct;
use argonaut_store::Write;

use super::ContactError;
use crate::accounts::trusted::set_up::contact_ended;
use crate::app::App;
use crate::matches::tell;
use crate::safety;
use crate::sealing;
use crate::who::SignedIn;

/// The helper, if the two may meet.
pub(super) async fn may_meet(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    other: HelperId,
) -> Result<(), ContactError> {
    if other == who.helper() {
        return Err(ContactError::Yourself);
    }
    let viewer = write.viewer(who.helper()).await?;
    match app.world().helpers.get(&other) {
        Some(helper) if viewer.may_meet(HelperFacts::of(helper)) => Ok(()),
        Some(_) | None => Err(ContactError::NotFound),
    }
}

/// Asks; or accepts, when the other one has asked already.
///
/// # Errors
/// [`ContactError::Already`] when it was asked or accepted before.
pub async fn ask(app: &App, who: &SignedIn, other: HelperId) -> Result<(), ContactError> {
    let mut write = app.store.write().await?;
    may_meet(app, &mut write, who, other).await?;
    if let Some(row) = write.contact(who.helper(), other).await? {
        if row.accepted || row.asked_by == who.helper() {
            return Err(ContactError::Already);
        }
        drop(write);
        return accept(app, who, other).await;
    }
    if let Err(until) =
        safety::may_act(&mut write, who.helper(), SocialAct::AskContact, app.now()).await?
    {
        return Err(ContactError::Limited(until));
    }
    // The key as it is when contact is sought: what comes in its place later is noticed.
    sealing::pin(app, &mut write, who, other).await?;
    write.ask_contact(who.helper(), other, app.now()).await?;
    // A mute is silent to both: the request waits on the page of contacts.
    if !write.muted_by(other).await?.contains(&who.helper()) {
        tell(
            app,
            &mut write,
            other,
            NoticeKind::ContactAsked,
            who.helper().uuid(),
        )
        .await?;
    }
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::ContactAsked, other.uuid())])
        .await?)
}

/// Accepts; the other's key is pinned from now on.
///
/// # Errors
/// [`ContactError::NothingAsked`] when the other one took it back.
pub async fn accept(app: &App, who: &SignedIn, other: HelperId) -> Result<(), ContactError> {
    let mut write = app.store.write().await?;
    may_meet(app, &mut write, who, other).await?;
    write.accept_contact(who.helper(), other, app.now()).await?;
    sealing::pin(app, &mut write, who, other).await?;
    tell(
        app,
        &mut write,
        other,
        NoticeKind::ContactAccepted,
        who.helper().uuid(),
    )
    .await?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::ContactAccepted, other.uuid())])
        .await?)
}

/// Declines, takes back, or ends a contact. The other one is not told.
///
/// # Errors
/// [`ContactError::NothingAsked`] when there is nothing between the two.
pub async fn remove(app: &App, who: &SignedIn, other: HelperId) -> Result<(), ContactError> {
    let mut write = app.store.write().await?;
    let Some(before) = write.contact(who.helper(), other).await? else {
        may_meet(app, &mut write, who, other).await?;
        return Err(ContactError::NothingAsked);
    };
    write.remove_contact(who.helper(), other).await?;
    contact_ended(app, &mut write, who.helper(), other).await?;
    let deed = if before.accepted || before.asked_by == who.helper() {
        Deed::ContactRemoved
    } else {
        Deed::ContactDeclined
    };
    Ok(write
        .commit(&[app.entry(Some(who.helper()), deed, other.uuid())])
        .await?)
}
