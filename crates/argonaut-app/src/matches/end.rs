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

/// Ends every open match of a client, whoever of the circle began it, inside a larger act.
pub(crate) async fn all_of_client(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
) -> Result<Vec<AuditEntry>, Trouble> {
    of_client(app, write, who, granted, None).await
}

/// Ends every open match that one helper of the circle leads for a client: they leave it.
pub(crate) async fn all_of_seat(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    helper: HelperId,
) -> Result<Vec<AuditEntry>, Trouble> {
    of_client(app, write, who, granted, Some(helper)).await
}

async fn of_client(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    begun_by: Option<HelperId>,
) -> Result<Vec<AuditEntry>, Trouble> {
    let rows = write.matches_of_client(granted).await?;
    let mut deeds = Vec::new();
    for row in rows.into_iter().filter(|row| !row.joint.is_closed()) {
        let Some(side) = access::side_of_client(granted, &row.joint) else {
            continue;
        };
        if begun_by.is_none_or(|helper| row.joint.helper(side) == helper) {
            let kind = NoticeKind::MatchClosed;
            deeds.push(stop(app, write, who, &row.joint, side, None, kind).await?);
        }
    }
    Ok(deeds)
}

/// Ends every open match between two helpers: one of them blocked the other.
pub(crate) async fn all_between(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    other: HelperId,
) -> Result<Vec<AuditEntry>, Trouble> {
    let mut deeds = Vec::new();
    for row in write.matches_between(who.helper(), other).await? {
        if let Some((_, side)) = access::take_part(&who.actor, &row.joint) {
            let kind = NoticeKind::MatchClosed;
            deeds.push(stop(app, write, who, &row.joint, side, None, kind).await?);
        }
    }
    Ok(deeds)
}

/// Ends the match whose consent was withdrawn, whoever of the circle leads it.
pub(crate) async fn by_consent(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
    id: MatchId,
) -> Result<Vec<AuditEntry>, Trouble> {
    let Some(row) = write.joint(id).await? else {
        return Ok(Vec::new());
    };
    match access::side_of_client(granted, &row.joint) {
        Some(side) if !row.joint.is_closed() => {
            let reason = Some(ClosingReason::ConsentEnded);
            let kind = NoticeKind::ConsentEnded;
            Ok(vec![
                stop(app, write, who, &row.joint, side, reason, kind).await?,
            ])
        }
        Some(_) | None => Ok(Vec::new()),
    }
}

/// Withdraws one side of a match. Both helpers are told, but for the one who acts.
async fn stop(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    joint: &Match,
    side: Side,
    reason: Option<ClosingReason>,
    kind: NoticeKind,
) -> Result<AuditEntry, Trouble> {
    let moved = joint
        .apply(&Act::Withdraw(reason), Some(side), app.now())
        .map_err(|refusal| Trouble::Bug(refusal.to_string()))?;
    keep(app, write, &moved, Some(side), "withdrawn", json!({})).await?;
    for helper in [joint.asker, joint.owner] {
        if helper != who.helper() {
            tell(app, write, helper, kind, joint.id.uuid()).await?;
        }
    }
    Ok(app.entry(Some(who.helper()), Deed::MatchMoved, joint.id.uuid()))
}
