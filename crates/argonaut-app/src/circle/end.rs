//! Leaving a circle, and being removed from one. The record's key is changed: at once by
//! the lead who removes, at their next opening when somebody left by themselves.

use argonaut_domain::access::{CircleRole, Granted};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::Write;

use super::{CircleError, rotate};
use crate::app::App;
use crate::cards::owner;
use crate::clients::{may_govern, may_open};
use crate::matches::{end, tell};
use crate::memory::{self, Memory};
use crate::who::SignedIn;

/// Removes somebody from the circle of a record that one leads.
///
/// # Errors
/// [`CircleError::NotFound`] when they have no seat, or are the lead.
pub async fn remove(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    helper: HelperId,
) -> Result<(), CircleError> {
    let mut write = app.store.write().await?;
    drop(Memory::hold(&mut write, who).await?);
    let granted = may_govern(&mut write, who, client).await?;
    let seats = write.seats(&granted).await?;
    if helper == who.helper() || !seats.iter().any(|seat| seat.membership.helper == helper) {
        return Err(CircleError::NotFound);
    }
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::CircleRemoved, client.uuid())];
    deeds.extend(part(app, &mut write, who, &granted, helper, who.helper()).await?);
    deeds.extend(rotate::now(app, &mut write, who, &granted).await?);
    let kind = NoticeKind::SeatEnded;
    tell(app, &mut write, helper, kind, who.helper().uuid()).await?;
    write.commit(&deeds).await?;
    app.store.flush().await?;
    Ok(app.refresh().await?)
}

/// Leaves a circle.
///
/// # Errors
/// [`CircleError::HandOverFirst`] for the lead.
pub async fn leave(app: &App, who: &SignedIn, client: ClientId) -> Result<(), CircleError> {
    let mut write = app.store.write().await?;
    drop(Memory::hold(&mut write, who).await?);
    let granted = may_open(&mut write, who, client).await?;
    let seats = write.seats(&granted).await?;
    let lead = seats
        .iter()
        .find(|seat| seat.membership.role == CircleRole::Lead)
        .map(|seat| seat.membership.helper)
        .ok_or(CircleError::NotFound)?;
    if lead == who.helper() {
        return Err(CircleError::HandOverFirst);
    }
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::CircleLeft, client.uuid())];
    deeds.extend(part(app, &mut write, who, &granted, who.helper(), lead).await?);
    write.mark_rotation_due(&granted).await?;
    memory::amend(app, &mut write, who, |memory| {
        memory.forget(client);
        Ok(())
    })
    .await?;
    let kind = NoticeKind::SeatLeft;
    tell(app, &mut write, lead, kind, client.uuid()).await?;
    write.commit(&deeds).await?;
    app.store.flush().await?;
    Ok(app.refresh().await?)
}

/// Ends a seat with what hangs on it: the helper's open matches for the client, and the
/// card that names them as its owner.
pub(crate) async fn part(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    helper: HelperId,
    lead: HelperId,
) -> Result<Vec<AuditEntry>, CircleError> {
    let mut deeds = end::all_of_seat(app, write, who, granted, helper).await?;
    deeds.extend(owner::pass_on(app, write, granted, helper, lead).await?);
    write.end_seat(granted, helper).await?;
    Ok(deeds)
}
