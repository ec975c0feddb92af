//! What time does to matches: unanswered enquiries and ended consents close them.

use argonaut_domain::audit::Deed;
use argonaut_domain::introduction::{Act, ClosingReason, Refusal, Stage};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::StoreError;
use serde_json::json;

use super::step::{keep, tell};
use crate::app::App;
use crate::error::Trouble;

/// Looks at every match whose time has come. Returns how many were moved or
/// reminded. Harmless when run twice.
///
/// # Errors
/// When storage fails.
pub async fn run(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    let due = app.store.read().await?.matches_due(now).await?;
    let mut done = 0;
    for row in due {
        let joint = row.joint;
        let mut write = app.store.write().await?;
        let mut deeds = Vec::new();
        match joint.apply(&Act::Lapse, None, now) {
            Ok(moved) => {
                let ended = matches!(
                    moved.after.stage,
                    Stage::Closed {
                        reason: Some(ClosingReason::ConsentEnded),
                        ..
                    }
                );
                match keep(app, &mut write, &moved, None, "lapsed", json!({})).await {
                    Ok(()) => {}
                    // Somebody acted while we looked: their act counts.
                    Err(Trouble::Store(StoreError::Stale)) => continue,
                    Err(error) => return Err(error),
                }
                let kind = if ended {
                    NoticeKind::ConsentEnded
                } else {
                    NoticeKind::MatchClosed
                };
                for helper in [joint.asker, joint.owner] {
                    tell(app, &mut write, helper, kind, joint.id.uuid()).await?;
                }
                deeds.push(app.entry(None, Deed::MatchMoved, joint.id.uuid()));
            }
            // Introductions do not lapse; `follow_up` asks about them.
            Err(Refusal::NotDue) => write.set_match_due(joint.id, None).await?,
            Err(_) => continue,
        }
        write.commit(&deeds).await?;
        done += 1;
    }
    Ok(done)
}
