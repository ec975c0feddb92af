//! Giving somebody in a circle another part, and taking the lead that nobody holds.

use argonaut_domain::access::{self, CircleRole};
use argonaut_domain::audit::Deed;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{ClientId, HelperId};
use argonaut_domain::notice::NoticeKind;

use super::{CircleError, join};
use crate::app::App;
use crate::cards::owner;
use crate::clients::may_govern;
use crate::clients::open::{settle, unseal};
use crate::matches::tell;
use crate::memory;
use crate::who::SignedIn;

/// Makes a member a deputy, or a deputy a member.
///
/// # Errors
/// [`CircleError::NotFound`] when they have no such seat.
pub async fn give(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    helper: HelperId,
    role: CircleRole,
) -> Result<(), CircleError> {
    let from = match role {
        CircleRole::Deputy => CircleRole::Member,
        CircleRole::Member => CircleRole::Deputy,
        // The lead is handed over, with the other's word for it.
        CircleRole::Lead => return Err(CircleError::NotFound),
    };
    let mut write = app.store.write().await?;
    let granted = may_govern(&mut write, who, client).await?;
    let seats = write.seats(&granted).await?;
    if !seats
        .iter()
        .any(|seat| seat.membership.helper == helper && seat.membership.role == from)
    {
        return Err(CircleError::NotFound);
    }
    write.give_part(&granted, helper, from, role).await?;
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::CircleRoleChanged, client.uuid())];
    if role == CircleRole::Member {
        // A member does not answer for a card: enquiries go to the lead from now on.
        deeds.extend(owner::pass_on(app, &mut write, &granted, helper, who.helper()).await?);
    }
    let kind = NoticeKind::PartChanged;
    tell(app, &mut write, helper, kind, client.uuid()).await?;
    write.commit(&deeds).await?;
    Ok(app.refresh().await?)
}

/// Takes the lead of a record whose lead is gone from the instance. The former lead stays
/// a member, until the new one decides otherwise.
///
/// # Errors
/// [`CircleError::NotFound`] when the lead is there, or it is not theirs to take.
pub async fn take_the_lead(app: &App, who: &SignedIn, client: ClientId) -> Result<(), CircleError> {
    let mut write = app.store.write().await?;
    let seat = write.membership(client, who.helper()).await?;
    let opens = access::open_client(&who.actor, seat.as_ref()).ok_or(CircleError::NotFound)?;
    settle(app, &mut write, who, &opens).await?;
    let (row, _) = unseal(&mut write, who, &opens).await?;
    let seats = write.seats(&opens).await?;
    let mut lead = None;
    let mut deputies = 0;
    for seat in &seats {
        let standing = write
            .helper(seat.membership.helper)
            .await?
            .map_or(Standing::Suspended, |helper| helper.standing);
        match seat.membership.role {
            CircleRole::Lead => lead = Some((seat.membership.helper, standing)),
            CircleRole::Deputy => deputies += usize::from(standing == Standing::Active),
            CircleRole::Member => {}
        }
    }
    let (former, standing) = lead.ok_or(CircleError::NotFound)?;
    let granted = access::take_the_lead(&who.actor, seat.as_ref(), standing, deputies)
        .ok_or(CircleError::NotFound)?;
    let before = seat.map_or(CircleRole::Member, |seat| seat.role);
    write
        .give_part(&granted, former, CircleRole::Lead, CircleRole::Member)
        .await?;
    write
        .give_part(&granted, who.helper(), before, CircleRole::Lead)
        .await?;
    let mut deeds = owner::pass_on(app, &mut write, &granted, former, who.helper()).await?;
    write.end_offers_by(&granted, former).await?;
    memory::amend(app, &mut write, who, |memory| {
        memory.accept(row.id, who.helper(), (row.epoch, row.version))
    })
    .await?;
    deeds.push(app.entry(Some(who.helper()), Deed::LeadPassed, client.uuid()));
    join::tell_others(app, &mut write, who, &granted, who.helper()).await?;
    write.commit(&deeds).await?;
    Ok(app.refresh().await?)
}
