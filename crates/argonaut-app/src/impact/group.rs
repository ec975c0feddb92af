//! A group's figures: sums of what its members did, safe to read for all of them.

use argonaut_domain::access::GroupRight;
use argonaut_domain::audit::Deed;
use argonaut_domain::group::{Group, GroupRole};
use argonaut_domain::ids::GroupId;
use std::collections::BTreeSet;

use super::figures::{Count, Figures, Period};
use crate::app::App;
use crate::groups::{GroupError, may};
use crate::who::SignedIn;

/// So many members must have introduced somebody: fewer would read of each other.
const LEAST_MEMBERS: usize = 3;

/// A group's figures.
pub struct GroupImpact {
    /// The group.
    pub group: Group,
    /// The sums; `None` while too few members have something in them.
    pub figures: Option<Figures>,
    /// Whether they are for coordinators alone.
    pub closed: bool,
    /// Whether the reader may change that.
    pub governs: bool,
}

/// A group's figures, for whoever works in it; for coordinators alone where they said so.
///
/// # Errors
/// [`GroupError::NotFound`] outside of the group, [`GroupError::NotAllowed`] inside.
pub async fn of_group(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    period: Period,
) -> Result<GroupImpact, GroupError> {
    let now = app.now();
    let mut read = app.store.read().await?;
    let inside = may(&mut read, who, id, GroupRight::Work).await?;
    let closed = read.impact_is_closed(id).await?;
    let governs = inside.seat.may(GroupRight::Edit);
    if closed && inside.seat.role != GroupRole::Coordinator {
        return Err(GroupError::NotAllowed);
    }
    let seats = read.group_seats(id).await?;
    let ours: BTreeSet<_> = seats.iter().map(|seat| seat.helper).collect();
    let mut count = Count::default();
    for seat in &seats {
        // What somebody did before they came is theirs alone.
        let from = period.from(now).max(seat.since);
        count
            .add(&mut read, seat.helper, &ours, (from, now))
            .await?;
    }
    let enough = count.contributors >= LEAST_MEMBERS;
    let figures = count.figures().safe();
    Ok(GroupImpact {
        group: inside.group,
        figures: (enough && figures.introductions > 0).then_some(figures),
        closed,
        governs,
    })
}

/// Sets who sees a group's figures.
///
/// # Errors
/// [`GroupError::NotAllowed`] for those who do not edit the group.
pub async fn set_rule(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    coordinators_only: bool,
) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    let inside = may(&mut write, who, id, GroupRight::Edit).await?;
    write
        .set_impact_closed(&inside.granted, coordinators_only)
        .await?;
    let deed = app.entry(Some(who.helper()), Deed::ImpactRuleChanged, id.uuid());
    Ok(write.commit(&[deed]).await?)
}
