//! When each side is asked: planned once, told once, also by several nodes.

use argonaut_domain::follow_up::AskWeek;
use argonaut_domain::introduction::{Match, Side, Stage};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::{StoreError, Write};

use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;

/// Plans when both sides of an introduction are asked; harmless when it is planned.
pub(super) async fn ensure(write: &mut Write, joint: &Match) -> Result<(), Trouble> {
    let Stage::Introduced { meeting, .. } = &joint.stage else {
        return Ok(());
    };
    for side in Side::ALL.iter().copied() {
        for week in AskWeek::ALL.iter().copied() {
            let due = week.due(meeting.at);
            write.plan_follow_up(joint.id, side, week, due).await?;
        }
    }
    Ok(())
}

/// Plans what is not planned, and tells the helpers of each side what is due, once. Returns
/// how many were told.
///
/// # Errors
/// When storage fails.
pub(crate) async fn run(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    for id in app.store.read().await?.unplanned_follow_ups().await? {
        let mut write = app.store.write().await?;
        if let Some(row) = write.joint(id).await? {
            ensure(&mut write, &row.joint).await?;
        }
        write.commit_unlogged().await?;
    }
    let mut told = 0;
    let mut before = None;
    for row in app.store.read().await?.follow_ups_to_tell(now).await? {
        // The latest week of a side comes first, and speaks for the earlier ones.
        if before == Some((row.joint, row.side)) {
            continue;
        }
        before = Some((row.joint, row.side));
        let mut write = app.store.write().await?;
        let Some(joint) = write.joint(row.joint).await?.map(|row| row.joint) else {
            continue;
        };
        match write.follow_up_told(&row, now).await {
            Ok(()) => {}
            Err(StoreError::Stale) => continue,
            Err(error) => return Err(error.into()),
        }
        let kind = NoticeKind::FollowUpDue;
        tell(
            app,
            &mut write,
            joint.helper(row.side),
            kind,
            joint.id.uuid(),
        )
        .await?;
        write.commit_unlogged().await?;
        told += 1;
    }
    Ok(told)
}
