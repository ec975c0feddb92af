//! Leaving a group and being removed from it, parts, and the agreement. What somebody had
//! through the group ends in the same transaction: seats with clients, offers, cards for it.

use std::collections::BTreeMap;

use argonaut_domain::access::{self, Granted, GroupRight, HelperFacts, SeatByGroup};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::group::{GroupRole, GroupSeat};
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{ClientId, GroupId, HelperId};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::Write;

use super::{GroupError, audience, may};
use crate::app::App;
use crate::circle::{end, rotate};
use crate::clients::{ClientError, may_govern};
use crate::matches::tell;
use crate::memory::{self, Memory};
use crate::who::SignedIn;

/// Leaves a group.
///
/// # Errors
/// [`GroupError::LastCoordinator`] for the only one: they pass it on, or close the group.
pub async fn leave(app: &App, who: &SignedIn, id: GroupId) -> Result<(), GroupError> {
    let mut write = begin(app, who, id).await?;
    let inside = may(&mut write, who, id, GroupRight::Read).await?;
    if inside.seat.role == GroupRole::Coordinator {
        needs_another(app, &mut write, id, who.helper()).await?;
    }
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::GroupLeft, id.uuid())];
    deeds.extend(end_what_came(app, &mut write, who, None, id, who.helper()).await?);
    write
        .unseat_from_group(&inside.granted, who.helper())
        .await?;
    deeds.extend(audience::recheck(app, &mut write, who, who.helper()).await?);
    finish(app, write, &deeds).await
}

/// Removes somebody from a group.
///
/// # Errors
/// [`GroupError::NotFound`] when they are not in it, or it is oneself.
pub async fn remove(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    helper: HelperId,
) -> Result<(), GroupError> {
    let mut write = begin(app, who, id).await?;
    let inside = may(&mut write, who, id, GroupRight::Govern).await?;
    member(app, &mut write, who, id, helper).await?;
    if helper == who.helper() {
        return Err(GroupError::NotFound);
    }
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::GroupRemoved, id.uuid())];
    let governs = Some(&inside.granted);
    deeds.extend(end_what_came(app, &mut write, who, governs, id, helper).await?);
    write.unseat_from_group(&inside.granted, helper).await?;
    deeds.extend(audience::recheck(app, &mut write, who, helper).await?);
    finish(app, write, &deeds).await
}

/// Gives somebody another part. An observer has no seats and no cards through the group.
///
/// # Errors
/// [`GroupError::LastCoordinator`] when nobody would be left to coordinate.
pub async fn give_part(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    helper: HelperId,
    role: GroupRole,
) -> Result<(), GroupError> {
    let mut write = begin(app, who, id).await?;
    let inside = may(&mut write, who, id, GroupRight::Govern).await?;
    let before = member(app, &mut write, who, id, helper).await?.role;
    if before == role {
        return Err(GroupError::Already);
    }
    let mut deeds = vec![app.entry(Some(who.helper()), Deed::GroupPartGiven, id.uuid())];
    if before == GroupRole::Coordinator {
        needs_another(app, &mut write, id, helper).await?;
        write.revoke_group_links_by(id, helper, app.now()).await?;
    }
    if !role.may(GroupRight::Work) {
        let governs = Some(&inside.granted);
        deeds.extend(end_what_came(app, &mut write, who, governs, id, helper).await?);
    }
    write.give_group_part(&inside.granted, helper, role).await?;
    deeds.extend(audience::recheck(app, &mut write, who, helper).await?);
    if helper != who.helper() {
        let kind = NoticeKind::GroupPartChanged;
        tell(app, &mut write, helper, kind, id.uuid()).await?;
    }
    finish(app, write, &deeds).await
}

/// Accepts the agreement of this version.
///
/// # Errors
/// [`GroupError::Changed`] when it reads otherwise by now.
pub async fn agree(app: &App, who: &SignedIn, id: GroupId, version: i64) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    let inside = may(&mut write, who, id, GroupRight::Read).await?;
    if inside.group.agreement_version != version {
        return Err(GroupError::Changed);
    }
    write.agree_with_group(&inside.granted, version).await?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::GroupAgreed, id.uuid())])
        .await?)
}

async fn begin(app: &App, who: &SignedIn, id: GroupId) -> Result<Write, GroupError> {
    let mut write = app.store.write().await?;
    // Held first, so that no two transactions wait for each other.
    drop(Memory::hold(&mut write, who).await?);
    write
        .hold_group(id)
        .await
        .map_err(|_| GroupError::NotFound)?;
    Ok(write)
}

async fn finish(app: &App, write: Write, deeds: &[AuditEntry]) -> Result<(), GroupError> {
    write.commit(deeds).await?;
    app.store.flush().await?;
    Ok(app.refresh().await?)
}

/// A member whom the actor sees.
async fn member(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    id: GroupId,
    helper: HelperId,
) -> Result<GroupSeat, GroupError> {
    let viewer = write.viewer(who.helper()).await?;
    let seat = write.group_seat(id, helper).await?;
    // One whose account is suspended can be removed too.
    let blocked = viewer.is_blocked(helper) || !app.world().helpers.contains_key(&helper);
    seat.filter(|_| !blocked).ok_or(GroupError::NotFound)
}

async fn needs_another(
    app: &App,
    write: &mut Write,
    id: GroupId,
    but: HelperId,
) -> Result<(), GroupError> {
    let world = app.world();
    let active = |helper: HelperId| {
        world
            .helpers
            .get(&helper)
            .is_some_and(|of| HelperFacts::of(of).standing == Standing::Active)
    };
    let another = write.group_seats(id).await?.iter().any(|seat| {
        seat.role == GroupRole::Coordinator && seat.helper != but && active(seat.helper)
    });
    if another {
        Ok(())
    } else {
        Err(GroupError::LastCoordinator)
    }
}

/// Ends what a helper has through a group, and what others have through their sharing.
async fn end_what_came(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    governs: Option<&Granted<GroupId>>,
    id: GroupId,
    helper: HelperId,
) -> Result<Vec<AuditEntry>, GroupError> {
    let mut seats = write.seats_by_group(id, Some(helper)).await?;
    // A group has no lead for a client whose lead is not in it.
    for seat in write.seats_by_group(id, None).await? {
        if seat.1 == Some(helper) && !seats.contains(&seat) {
            seats.push(seat);
        }
    }
    write.end_offers_by_group(id, Some(helper), None).await?;
    write.unshare_clients_of(id, helper).await?;
    write.revoke_group_links_by(id, helper, app.now()).await?;
    end_seats(app, write, who, governs, seats).await
}

/// Ends everything that is shared with a group.
pub(super) async fn end_sharing(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    id: GroupId,
) -> Result<Vec<AuditEntry>, GroupError> {
    let inside = may(write, who, id, GroupRight::Govern).await?;
    let seats = write.seats_by_group(id, None).await?;
    write.end_offers_by_group(id, None, None).await?;
    write.unshare_all_clients(&inside.granted).await?;
    end_seats(app, write, who, Some(&inside.granted), seats).await
}

/// Ends seats that came through a group. The record's key is changed at once where the
/// actor leads it, and at its lead's next opening otherwise: the lead alone changes keys.
pub(super) async fn end_seats(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    governs: Option<&Granted<GroupId>>,
    seats: Vec<(SeatByGroup, Option<HelperId>)>,
) -> Result<Vec<AuditEntry>, GroupError> {
    let me = who.helper();
    let mut deeds = Vec::new();
    let mut records: BTreeMap<ClientId, (Granted<ClientId>, bool)> = BTreeMap::new();
    for (seat, lead) in seats {
        let leads = lead == Some(me);
        let granted = if leads {
            may_govern(write, who, seat.client).await?
        } else {
            access::end_with_group(&who.actor, governs, &seat).ok_or(GroupError::NotFound)?
        };
        let next = lead.unwrap_or(me);
        let deed = if seat.helper == me {
            Deed::CircleLeft
        } else {
            Deed::CircleRemoved
        };
        deeds.push(app.entry(Some(me), deed, seat.client.uuid()));
        deeds.extend(end::part(app, write, who, &granted, seat.helper, next).await?);
        if seat.helper == me {
            memory::amend(app, write, who, |memory| {
                memory.forget(seat.client);
                Ok(())
            })
            .await?;
        } else {
            let kind = NoticeKind::SeatEnded;
            tell(app, write, seat.helper, kind, next.uuid()).await?;
        }
        if !leads && !records.contains_key(&seat.client) {
            let kind = NoticeKind::SeatLeft;
            tell(app, write, next, kind, seat.client.uuid()).await?;
        }
        records.insert(seat.client, (granted, leads));
    }
    for (granted, leads) in records.values() {
        let changed = if *leads {
            match rotate::now(app, write, who, granted).await {
                Ok(entry) => {
                    deeds.extend(entry);
                    true
                }
                // A record that cannot be believed is looked at on its own page first.
                Err(ClientError::Troubled(_)) => false,
                Err(error) => return Err(error.into()),
            }
        } else {
            false
        };
        if !changed {
            write.mark_rotation_due(granted).await?;
        }
    }
    Ok(deeds)
}
