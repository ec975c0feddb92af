//! The moderators' queue: urgent reports on top, each with the history of the helper it is
//! about. A report is opened with a row in the audit log.

use argonaut_domain::access::{Granted, Moderation};
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{HelperId, ReportId};
use argonaut_domain::safety::{Outcome, Point};
use argonaut_store::{DecisionRow, ReportRow};

use super::SafetyError;
use crate::app::App;
use crate::error::Trouble;

/// A report, opened.
pub struct OpenReport {
    /// The report.
    pub report: ReportRow,
    /// The name of whoever reported.
    pub reporter: String,
    /// The name of whom it is about.
    pub reported: String,
    /// What was decided, if it was.
    pub decision: Option<DecisionRow>,
    /// What was decided about the same helper, latest first.
    pub history: Vec<DecisionRow>,
}

/// A line of the log that every helper may read: no names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// When.
    pub decided: Timestamp,
    /// What.
    pub outcome: Outcome,
    /// By which point of the agreement.
    pub point: Point,
    /// Whether an appeal undid it.
    pub overturned: bool,
}

/// The reports this moderator may see: none about themselves.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, granted: &Granted<Moderation>) -> Result<Vec<ReportRow>, Trouble> {
    let mut rows = app.store.read().await?.reports(granted, 300).await?;
    rows.retain(|row| row.reported != granted.actor());
    Ok(rows)
}

/// Opens a report.
///
/// # Errors
/// [`SafetyError::NotFound`] when there is none, or it is about the moderator.
pub async fn open(
    app: &App,
    granted: &Granted<Moderation>,
    id: ReportId,
) -> Result<OpenReport, SafetyError> {
    let mut write = app.store.write().await?;
    let report = write
        .report(granted, id)
        .await?
        .filter(|report| report.reported != granted.actor())
        .ok_or(SafetyError::NotFound)?;
    let decision = write.decision_on(id).await?;
    let history = write.decisions_about(report.reported).await?;
    let entry = app.entry(Some(granted.actor()), Deed::ReportRead, id.uuid());
    write.commit(&[entry]).await?;
    let world = app.world();
    let name = |id: HelperId| {
        world
            .helpers
            .get(&id)
            .map(|helper| helper.name.clone())
            .unwrap_or_default()
    };
    Ok(OpenReport {
        reporter: name(report.reporter),
        reported: name(report.reported),
        report,
        decision,
        history,
    })
}

/// Takes a report, so that two do not work on it.
///
/// # Errors
/// [`SafetyError::Already`] when somebody was faster.
pub async fn take(
    app: &App,
    granted: &Granted<Moderation>,
    id: ReportId,
) -> Result<(), SafetyError> {
    let mut write = app.store.write().await?;
    let report = write.report(granted, id).await?;
    super::decide::may_decide(&mut write, granted, report.as_ref()).await?;
    write.take_report(granted, id).await?;
    let entry = app.entry(Some(granted.actor()), Deed::ReportTaken, id.uuid());
    Ok(write.commit(&[entry]).await?)
}

/// What was decided here, for every helper to read.
///
/// # Errors
/// When storage fails.
pub async fn log(app: &App) -> Result<Vec<LogLine>, Trouble> {
    let rows = app.store.read().await?.decisions(200).await?;
    Ok(rows
        .iter()
        .map(|row| LogLine {
            decided: row.decided,
            outcome: row.outcome,
            point: row.point,
            overturned: row.overturned,
        })
        .collect())
}
