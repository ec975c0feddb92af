//! Withdrawing from a match: at any step, at once, without having to say why.
//! What was released is deleted in the same transaction.

use argonaut_domain::access::{self, Granted};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::ids::{ClientId, HelperId, MatchId};
use argonaut_domain::introduction::{Act, ClosingReason, Match, Side};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::Write;
use serde_json::json;

use super::step::{keep, tell};
use super::{MatchError, Step};
use crate::app::App;
use crate::error::Trouble;
use crate::who::SignedIn;

/// Withdraws.
///
/// # Errors
/// [`MatchError::Refused`] when it is over already.
pub async fn withdraw(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    reason: Option<ClosingReason>,
) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    // The reason stays with the one who gave it: the other side learns only that it ended.
    step.apply(&Act::Withdraw(reason), "withdrawn", json!({}))
        .await?;
    step.tell(NoticeKind::MatchClosed).await?;
    step.commit().await
}

/// Who ends a match, and why.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ending {
    /// The helper who does it; `None` where the client does, by a link.
    pub(crate) actor: Option<HelperId>,
    /// Why, if it is told.
    pub(crate) reason: Option<ClosingReason>,
    /// What the other side is told.
    pub(crate) tells: NoticeKind,
}

/// Ends the open matches of a client for which `which` says so, on the client's
/// side, inside a larger act. What was released in them is deleted.
pub(crate) async fn of_client(
    app: &App,
    write: &mut Write,
    granted: &Granted<ClientId>,
    ending: Ending,
    which: impl Fn(&Match) -> bool,
) -> Result<Vec<AuditEntry>, Trouble> {
    let rows = write.matches_of_client(granted).await?;
    let mut deeds = Vec::new();
    for row in rows {
        let joint = row.joint;
        if joint.is_closed() || !which(&joint) {
            continue;
        }
        // Any member of the circle may do this: it is the client's side that withdraws.
        if let Some(side) = access::side_of_client(granted, &joint) {
            deeds.extend(stop(app, write, &joint, side, ending).await?);
        }
    }
    Ok(deeds)
}

/// Ends every open match that one helper of the circle leads for a client: they leave it.
pub(crate) async fn all_of_seat(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    helper: HelperId,
) -> Result<Vec<AuditEntry>, Trouble> {
    let ending = Ending {
        actor: Some(who.helper()),
        reason: None,
        tells: NoticeKind::MatchClosed,
    };
    let theirs = |joint: &Match| {
        access::side_of_client(granted, joint).is_some_and(|side| joint.helper(side) == helper)
    };
    of_client(app, write, granted, ending, theirs).await
}

/// Ends every open match between two helpers: one of them blocked the other.
pub(crate) async fn all_between(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    other: HelperId,
) -> Result<Vec<AuditEntry>, Trouble> {
    let ending = Ending {
        actor: Some(who.helper()),
        reason: None,
        tells: NoticeKind::MatchClosed,
    };
    let mut deeds = Vec::new();
    for row in write.matches_between(who.helper(), other).await? {
        if let Some((_, side)) = access::take_part(&who.actor, &row.joint) {
            deeds.extend(stop(app, write, &row.joint, side, ending).await?);
        }
    }
    Ok(deeds)
}

async fn stop(
    app: &App,
    write: &mut Write,
    joint: &Match,
    side: Side,
    ending: Ending,
) -> Result<Vec<AuditEntry>, Trouble> {
    let moved = joint
        .apply(&Act::Withdraw(ending.reason), Some(side), app.now())
        .map_err(|refusal| Trouble::Bug(refusal.to_string()))?;
    keep(app, write, &moved, Some(side), "withdrawn", json!({})).await?;
    let mut told = vec![joint.helper(side.other())];
    // Where somebody else acted for the client, this side's own helper is told too.
    if ending.actor != Some(joint.helper(side)) {
        told.push(joint.helper(side));
    }
    for helper in told {
        tell(app, write, helper, ending.tells, joint.id.uuid()).await?;
    }
    Ok(vec![app.entry(
        ending.actor,
        Deed::MatchMoved,
        joint.id.uuid(),
    )])
}
