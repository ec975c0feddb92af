//! What does not move is told: first to those who are waited for, then to whoever could help
//! out. Nobody else learns of it, and nobody's client is named.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::introduction::{Match, Nudge, Side};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::StoreError;

use super::stand_in::coordinators;
use super::step::tell;
use crate::app::App;
use crate::error::Trouble;

/// Tells of every match that has stalled. How many were told of.
pub(crate) async fn run(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    let stalled = app.store.read().await?.matches_stalled(now).await?;
    let mut done = 0;
    for (row, nudged) in stalled {
        let joint = row.joint;
        let due = |nudge: Nudge| joint.nudges(nudge).is_some_and(|at| at <= now);
        let nudge = match nudged {
            0 if due(Nudge::Remind) => Nudge::Remind,
            1 if due(Nudge::Escalate) => Nudge::Escalate,
            _ => continue,
        };
        let next = match nudge {
            Nudge::Remind => joint.nudges(Nudge::Escalate),
            Nudge::Escalate => None,
        };
        let mut write = app.store.write().await?;
        match write.match_nudged(&joint, nudged + 1, next).await {
            Ok(()) => {}
            // Somebody acted, or another node told it.
            Err(StoreError::Stale) => continue,
            Err(error) => return Err(error.into()),
        }
        let (to, kind) = match nudge {
            Nudge::Remind => (awaited(&joint, now), NoticeKind::MatchStalled),
            Nudge::Escalate => {
                let others = others(app, &mut write, &joint, row.accepted).await?;
                (others, NoticeKind::MatchWaits)
            }
        };
        for helper in to {
            tell(app, &mut write, helper, kind, joint.id.uuid()).await?;
        }
        write.commit_unlogged().await?;
        done += 1;
    }
    Ok(done)
}

fn awaited(joint: &Match, now: Timestamp) -> Vec<argonaut_domain::ids::HelperId> {
    let awaited = joint.awaited(now);
    let sides = Side::ALL.iter().filter(|side| *awaited.of(**side));
    sides.map(|side| joint.helper(*side)).collect()
}

/// Deputies of the clients whose side is awaited, and coordinators of a group of both.
async fn others(
    app: &App,
    write: &mut argonaut_store::Write,
    joint: &Match,
    accepted: bool,
) -> Result<Vec<argonaut_domain::ids::HelperId>, Trouble> {
    let awaited = joint.awaited(app.now());
    let mut others = Vec::new();
    for side in Side::ALL.iter().filter(|side| *awaited.of(**side)) {
        if let Some(client) = joint.parties.of(*side).client() {
            others.extend(write.who_answers_for(client).await?);
        }
    }
    others.extend(coordinators(app, write, joint, accepted).await?);
    others.sort_unstable();
    others.dedup();
    others.retain(|helper| joint.side_of(*helper).is_none());
    Ok(others)
}
