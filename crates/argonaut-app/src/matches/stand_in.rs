//! Acting where a helper does not: whoever answers for the client takes over their side;
//! a coordinator of a group of both sees who waits for whom.

use argonaut_domain::access::{self, Granted};
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::group::GroupRole;
use argonaut_domain::ids::{ClientId, HelperId, MatchId};
use argonaut_domain::introduction::{Act, Match, Nudge, PerSide, Side, StageName};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::Read;
use serde_json::json;

use super::step::tell;
use super::{MatchError, Step};
use crate::app::App;
use crate::clients::open::unseal;
use crate::clients::{ClientError, may_answer_for};
use crate::error::Trouble;
use crate::people::{self, Face};
use crate::sealing;
use crate::who::SignedIn;

/// A match that waits, as somebody sees it who takes no part.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Where it is.
    pub stage: StageName,
    /// Since when.
    pub since: Timestamp,
    /// Whose act is awaited.
    pub awaited: PerSide<bool>,
    /// The two helpers, as far as they are shown.
    pub faces: PerSide<Option<Face>>,
    /// What the viewer can do about it.
    pub role: Role,
}

/// Why somebody who takes no part sees it.
#[derive(Clone, Debug)]
pub enum Role {
    /// They answer for this client, and may take over.
    Answers {
        /// The side they would stand on.
        side: Side,
        /// The client.
        client: ClientId,
        /// The client's name; `None` when the record cannot be believed.
        name: Option<String>,
    },
    /// They coordinate a group of both helpers.
    Coordinates,
}

/// The match, if somebody who takes no part may see that it waits.
///
/// # Errors
/// [`MatchError::NotFound`] otherwise: the two look the same.
pub async fn look(app: &App, who: &SignedIn, id: MatchId) -> Result<Waiting, MatchError> {
    let now = app.now();
    let mut read = app.store.read().await?;
    let row = read.joint(id).await?.ok_or(MatchError::NotFound)?;
    let joint = &row.joint;
    if joint.is_closed() || joint.side_of(who.helper()).is_some() {
        return Err(MatchError::NotFound);
    }
    let role = match answers(&mut read, who, joint).await? {
        Some((granted, side)) => {
            let name = match unseal(&mut read, who, &granted).await {
                Ok((_, dossier)) => Some(dossier.get().name().to_owned()),
                Err(ClientError::Troubled(_)) => None,
                Err(error) => return Err(error.into()),
            };
            let client = granted.subject();
            Role::Answers { side, client, name }
        }
        None => {
            let waits = joint.nudges(Nudge::Escalate).is_some_and(|at| at <= now);
            let those = coordinators(app, &mut read, joint, row.accepted).await?;
            if !waits || !those.contains(&who.helper()) {
                return Err(MatchError::NotFound);
            }
            Role::Coordinates
        }
    };
    let viewer = read.viewer(who.helper()).await?;
    let world = app.world();
    let face = |side: Side| {
        let helper = joint.helper(side);
        // Before the enquiry is accepted, the other side is a number to everybody.
        let own = matches!(role, Role::Answers { side: mine, .. } if mine == side);
        (row.names_shown() || own)
            .then(|| people::face(&world, &viewer, helper))
            .flatten()
    };
    Ok(Waiting {
        stage: joint.stage_name(),
        since: joint.since(),
        awaited: joint.awaited(now),
        faces: PerSide {
            asker: face(Side::Asker),
            owner: face(Side::Owner),
        },
        role,
    })
}

/// The client for whom this helper answers on a side that another began.
async fn answers(
    read: &mut Read,
    who: &SignedIn,
    joint: &Match,
) -> Result<Option<(Granted<ClientId>, Side)>, MatchError> {
    for side in Side::ALL {
        let Some(client) = joint.parties.of(*side).client() else {
            continue;
        };
        match may_answer_for(read, who, client).await {
            Ok(granted) => return Ok(Some((granted, *side))),
            Err(ClientError::NotFound | ClientError::NotTheLead) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(None)
}

/// Takes over the client's side: from now on this helper talks and decides. What the other
/// said before is not theirs to read; what was agreed or released is asked anew.
///
/// # Errors
/// [`MatchError::NotFound`] unless they answer for the client; [`MatchError::Refused`] once
/// the two people were introduced; [`MatchError::Gone`] when something stands between them
/// and the other helper.
pub async fn take_over(app: &App, who: &SignedIn, id: MatchId) -> Result<(), MatchError> {
    let mut write = app.store.write().await?;
    let row = write.joint(id).await?.ok_or(MatchError::NotFound)?;
    let found = answers(&mut write, who, &row.joint).await?;
    let (client, _) = found.ok_or(MatchError::NotFound)?;
    let right = access::take_over(&client, &row.joint).ok_or(MatchError::NotFound)?;
    if write.client(&client).await?.archived {
        return Err(MatchError::Gone);
    }
    let other = row.joint.helper(right.1.other());
    let former = row.joint.helper(right.1);
    let viewer = write.viewer(who.helper()).await?;
    if people::face(&app.world(), &viewer, other).is_none() {
        return Err(MatchError::Gone);
    }
    let names_known = row.names_shown();
    let mut step = Step::standing_in(app, write, row.joint, right);
    step.apply(&Act::HandOver(who.helper()), "taken_over", json!({}))
        .await?;
    if names_known && sealing::pin(app, &mut step.write, who, other).await? {
        step.note(Deed::KeyPinned, other.uuid());
    }
    step.tell(NoticeKind::MatchHanded).await?;
    let told = NoticeKind::MatchTaken;
    tell(app, &mut step.write, former, told, client.subject().uuid()).await?;
    step.commit().await
}

/// Who coordinates a group in which both helpers work. Nobody, before the two helpers know
/// each other's names; nobody who may not meet both.
pub(super) async fn coordinators(
    app: &App,
    read: &mut Read,
    joint: &Match,
    accepted: bool,
) -> Result<Vec<HelperId>, Trouble> {
    if !joint.names_shown(accepted) {
        return Ok(Vec::new());
    }
    let works = |role: GroupRole| role != GroupRole::Observer;
    let asker = read.groups_of(joint.asker).await?;
    let owner = read.groups_of(joint.owner).await?;
    let mut found = Vec::new();
    for seat in asker.iter().filter(|seat| works(seat.role)) {
        let both = |other: &&argonaut_domain::group::GroupSeat| {
            other.group == seat.group && works(other.role)
        };
        if owner.iter().find(both).is_none() {
            continue;
        }
        for one in read.group_seats(seat.group).await? {
            if one.role == GroupRole::Coordinator && !found.contains(&one.helper) {
                found.push(one.helper);
            }
        }
    }
    let world = app.world();
    let mut may = Vec::new();
    for helper in found {
        let viewer = read.viewer(helper).await?;
        let meets = |other: HelperId| people::face(&world, &viewer, other).is_some();
        if meets(joint.asker) && meets(joint.owner) {
            may.push(helper);
        }
    }
    Ok(may)
}
