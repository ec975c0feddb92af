//! Recording what became of an introduction, and closing it.

use argonaut_domain::ids::MatchId;
use argonaut_domain::introduction::{Act, Helpful, Outcome, YesNo};
use argonaut_domain::notice::NoticeKind;
use serde_json::json;

use super::{MatchError, Step};
use crate::app::App;
use crate::trust::prompt;
use crate::who::SignedIn;

/// What a helper reports.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// Whether the two got in touch.
    pub connected: YesNo,
    /// Whether they still were, four weeks later.
    pub still_in_touch: YesNo,
    /// Whether it helped.
    pub helpful: Helpful,
}

/// Records this side's outcome; with both sides' the match closes by itself.
///
/// # Errors
/// [`MatchError::Refused`] when nobody was introduced yet.
pub async fn report(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    report: Report,
) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    record(app, &mut step, report).await?;
    step.commit().await
}

/// Records an outcome inside a larger act.
pub(super) async fn record(
    app: &App,
    step: &mut Step<'_>,
    report: Report,
) -> Result<(), MatchError> {
    let Report {
        connected,
        still_in_touch,
        helpful,
    } = report;
    let outcome = Outcome {
        at: app.now(),
        connected,
        still_in_touch,
        helpful,
    };
    let detail =
        json!({ "connected": connected, "still_in_touch": still_in_touch, "helpful": helpful });
    let moved = step
        .apply(&Act::Report(outcome), "reported", detail)
        .await?;
    if moved.after.is_closed() {
        prompt::after(app, &mut step.write, &moved.after).await?;
    }
    step.tell(if moved.after.is_closed() {
        NoticeKind::MatchClosed
    } else {
        NoticeKind::OutcomeRecorded
    })
    .await
}

/// Closes an introduction whose outcome at least one side has recorded.
///
/// # Errors
/// [`MatchError::Refused`] when no outcome is recorded.
pub async fn finish(app: &App, who: &SignedIn, id: MatchId) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    let moved = step.apply(&Act::Finish, "finished", json!({})).await?;
    prompt::after(app, &mut step.write, &moved.after).await?;
    step.tell(NoticeKind::MatchClosed).await?;
    step.commit().await
}
