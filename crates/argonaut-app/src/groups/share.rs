//! A client shared with a group: its members are offered seats in the client's circle, by
//! the lead, who holds the key. Who joins later is offered one when the lead opens the
//! record next; who leaves the group loses the seat with it.

use argonaut_domain::access::{CircleRole, Granted, GroupRight, HelperFacts};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::consent::ConsentMethod;
use argonaut_domain::ids::{ClientId, GroupId, HelperId};
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::vault::VaultError;
use argonaut_store::{ClientRow, SharedRow, Write};

use super::{GroupError, may, members};
use crate::app::App;
use crate::circle::offer::{Terms, put};
use crate::circle::rotate;
use crate::clients::may_govern;
use crate::clients::open::{settle, unseal};
use crate::error::Trouble;
use crate::matches::tell;
use crate::memory::Memory;
use crate::who::SignedIn;

/// A group with which a client is shared, or could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedGroup {
    /// Which.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Whether the client is shared with it.
    pub shared: bool,
    /// How many of its members are offered a seat, or would be.
    pub without_seat: usize,
}

/// The groups with which a helper shares this client, or could share it. The lead alone
/// sees them.
///
/// # Errors
/// [`GroupError::NotFound`] when the record is not theirs.
pub async fn groups_for(
    app: &App,
    who: &SignedIn,
    client: ClientId,
) -> Result<Vec<SharedGroup>, GroupError> {
    let mut read = app.store.read().await?;
    let granted = may_govern(&mut read, who, client).await?;
    let shared = read.shared_with(&granted).await?;
    let seats = read.seats(&granted).await?;
    let viewer = read.viewer(who.helper()).await?;
    let mut found = Vec::new();
    for seat in read.groups_of(who.helper()).await? {
        let Some(group) = read.group(seat.group).await? else {
            continue;
        };
        if !(group.profile.kind.is_vetted() && seat.may(GroupRight::Work)) {
            continue;
        }
        let world = app.world();
        let without_seat = read
            .group_seats(group.id)
            .await?
            .iter()
            .filter(|of| {
                of.may(GroupRight::Work)
                    && !seats.iter().any(|seat| seat.membership.helper == of.helper)
                    && world
                        .helpers
                        .get(&of.helper)
                        .is_some_and(|helper| viewer.may_meet(HelperFacts::of(helper)))
            })
            .count();
        found.push(SharedGroup {
            id: group.id,
            shared: shared.iter().any(|row| row.group == group.id),
            name: group.profile.name,
            without_seat,
        });
    }
    Ok(found)
}

/// Shares a client with a group: every member without a seat is offered one. Sharing again
/// offers it to those who have none. Tells how many offers were made.
///
/// # Errors
/// [`GroupError::WrongKind`] for a group that anybody may join.
pub async fn share(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    group: GroupId,
    role: CircleRole,
    agreed: ConsentMethod,
) -> Result<usize, GroupError> {
    let role = match role {
        CircleRole::Deputy => CircleRole::Deputy,
        CircleRole::Lead | CircleRole::Member => CircleRole::Member,
    };
    let mut write = app.store.write().await?;
    drop(Memory::hold(&mut write, who).await?);
    let granted = may_govern(&mut write, who, client).await?;
    let inside = may(&mut write, who, group, GroupRight::Work).await?;
    if !inside.group.profile.kind.is_vetted() {
        return Err(GroupError::WrongKind);
    }
    settle(app, &mut write, who, &granted).await?;
    let (row, _) = unseal(&mut write, who, &granted).await?;
    let now = app.now();
    write
        .share_client(&granted, group, role, agreed, now)
        .await?;
    let shared = SharedRow {
        group,
        client,
        role,
        agreed,
        since: now,
        offered: now,
        lead: Some(who.helper()),
    };
    let mut deeds = offer(app, &mut write, who, &granted, &row, &shared, None).await?;
    let count = deeds.len();
    deeds.push(app.entry(Some(who.helper()), Deed::ClientShared, client.uuid()));
    write.commit(&deeds).await?;
    Ok(count)
}

/// Offers seats to whoever joined since, when the lead opens the record.
pub(crate) async fn catch_up(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    row: &ClientRow,
) -> Result<Vec<AuditEntry>, Trouble> {
    let mut deeds = Vec::new();
    for shared in write.shared_with(granted).await? {
        let own = write.group_seat(shared.group, who.helper()).await?;
        if !own.is_some_and(|seat| seat.may(GroupRight::Work)) {
            continue;
        }
        let since = Some(shared.offered);
        match offer(app, write, who, granted, row, &shared, since).await {
            Ok(made) if made.is_empty() => {}
            Ok(made) => {
                deeds.extend(made);
                write
                    .share_client(granted, shared.group, shared.role, shared.agreed, app.now())
                    .await?;
            }
            Err(GroupError::Trouble(trouble)) => return Err(trouble),
            // The record was opened a moment ago: it is looked at again then.
            Err(error) => tracing::warn!(%error, "seats were not offered to a group"),
        }
    }
    Ok(deeds)
}

async fn offer(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    row: &ClientRow,
    shared: &SharedRow,
    since: Option<Timestamp>,
) -> Result<Vec<AuditEntry>, GroupError> {
    let viewer = write.viewer(who.helper()).await?;
    let world = app.world();
    let mut taken: Vec<HelperId> = write
        .seats(granted)
        .await?
        .iter()
        .map(|seat| seat.membership.helper)
        .collect();
    taken.extend(
        write
            .seat_offers(granted)
            .await?
            .iter()
            .filter(|offer| app.now() < offer.seat.expires)
            .map(|offer| offer.seat.to),
    );
    let terms = Terms {
        role: shared.role,
        stays: None,
        agreed: shared.agreed,
    };
    let mut deeds = Vec::new();
    for seat in write.group_seats(shared.group).await? {
        let wanted = seat.may(GroupRight::Work)
            && since.is_none_or(|since| seat.since > since)
            && !taken.contains(&seat.helper)
            && world
                .helpers
                .get(&seat.helper)
                .is_some_and(|helper| viewer.may_meet(HelperFacts::of(helper)));
        if !wanted {
            continue;
        }
        let key = match rotate::known(app, write, who, seat.helper).await {
            Ok(key) => key,
            // The two compare their keys first; the circle's page says so.
            Err(Trouble::Vault(VaultError::KeyChanged | VaultError::UnusableKey)) => continue,
            Err(error) => return Err(error.into()),
        };
        let id = put(app, write, who, granted, row, &key, terms, None).await?;
        write.offer_by_group(id, shared.group).await?;
        let kind = NoticeKind::SeatOffered;
        tell(app, write, seat.helper, kind, who.helper().uuid()).await?;
        deeds.push(app.entry(Some(who.helper()), Deed::SeatOffered, row.id.uuid()));
    }
    Ok(deeds)
}

/// Ends the sharing of a client with a group: seats that came through it end, and the key
/// is changed at once.
///
/// # Errors
/// [`GroupError::NotFound`] when the client is not shared with it.
pub async fn unshare(
    app: &App,
    who: &SignedIn,
    client: ClientId,
    group: GroupId,
) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    drop(Memory::hold(&mut write, who).await?);
    let granted = may_govern(&mut write, who, client).await?;
    write
        .unshare_client(&granted, group)
        .await
        .map_err(|_| GroupError::NotFound)?;
    write.end_offers_by_group(group, None, Some(client)).await?;
    let seats = write
        .seats_by_group(group, None)
        .await?
        .into_iter()
        .filter(|(seat, _)| seat.client == client)
        .collect();
    let mut deeds = members::end_seats(app, &mut write, who, None, seats).await?;
    deeds.push(app.entry(Some(who.helper()), Deed::ClientUnshared, client.uuid()));
    write.commit(&deeds).await?;
    app.store.flush().await?;
    Ok(app.refresh().await?)
}

/// Tells those who share clients with a group that somebody new waits for a seat.
pub(super) async fn tell_leads(
    app: &App,
    write: &mut Write,
    group: GroupId,
) -> Result<(), Trouble> {
    let mut told = Vec::new();
    for row in write.shared_clients(group).await? {
        if let Some(lead) = row.lead.filter(|lead| !told.contains(lead)) {
            told.push(lead);
            let kind = NoticeKind::GroupSeatsWanted;
            tell(app, write, lead, kind, row.client.uuid()).await?;
        }
    }
    Ok(())
}
