//! Withdrawing from a match: at any step, at once, without having to say why.
//! What was released is deleted in the same transaction.

use argonaut_domain::access::{self, Granted};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::ids::{ClientId, HelperId, MatchId};
use argonaut_domain::introduction::{Act, ClosingReason, Match};
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

/// Ends every open match of a client, inside a larger act.
pub(crate) async fn all_of_client(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<ClientId>,
) -> Result<Vec<AuditEntry>, Trouble> {
    let rows = write.matches_of_client(granted).await?;
    let mut deeds = Vec::new();
    for row in rows.into_iter().filter(|row| !row.joint.is_closed()) {
        deeds.extend(stop(app, write, who, &row.joint, None, NoticeKind::MatchClosed).await?);
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
        deeds.extend(stop(app, write, who, &row.joint, None, NoticeKind::MatchClosed).await?);
    }
    Ok(deeds)
}

/// Ends the match whose consent was withdrawn.
pub(crate) async fn by_consent(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    id: MatchId,
) -> Result<Vec<AuditEntry>, Trouble> {
    match write.joint(id).await? {
        Some(row) if !row.joint.is_closed() => {
            stop(
                app,
                write,
                who,
                &row.joint,
                Some(ClosingReason::ConsentEnded),
                NoticeKind::ConsentEnded,
            )
            .await
        }
        Some(_) | None => Ok(Vec::new()),
    }
}

async fn stop(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    joint: &Match,
    reason: Option<ClosingReason>,
    kind: NoticeKind,
) -> Result<Vec<AuditEntry>, Trouble> {
    // A member of the circle may act for the lead: then it is the client's side that withdraws.
    let side = access::take_part(&who.actor, joint).map(|(_, side)| side);
    let side = match side {
        Some(side) => side,
        None => return Ok(Vec::new()),
    };
    let moved = joint
        .apply(&Act::Withdraw(reason), Some(side), app.now())
        .map_err(|refusal| Trouble::Bug(refusal.to_string()))?;
    keep(app, write, &moved, Some(side), "withdrawn", json!({})).await?;
    tell(
        app,
        write,
        joint.helper(side.other()),
        kind,
        joint.id.uuid(),
    )
    .await?;
    Ok(vec![app.entry(
        Some(who.helper()),
        Deed::MatchMoved,
        joint.id.uuid(),
    )])
}
