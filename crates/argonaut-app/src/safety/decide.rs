//! Deciding on a report, by a point of the agreement. The act, what follows from it, both
//! notices and the audit row are one transaction.

use argonaut_domain::access::{Granted, Moderation};
use argonaut_domain::audit::Deed;
use argonaut_domain::card::CardStatus;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{CommentId, DecisionId, HelperId, PostId, ReportId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::safety::{Outcome, Point, Subject};
use argonaut_store::{DecisionRow, ReportRow, StoreError, Write};

use super::SafetyError;
use crate::accounts::administer::stand;
use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;

/// A decision, as it was typed.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// What.
    pub outcome: Outcome,
    /// By which point of the agreement.
    pub point: Point,
    /// Why, in plain words: the helper concerned reads them.
    pub reason: String,
    /// Until when; a suspension without a date is for good.
    pub until: Option<Timestamp>,
}

/// Decides.
///
/// # Errors
/// [`SafetyError::NotYours`] for one's own report, or an administrator's matter;
/// [`SafetyError::Already`] when it was decided in the meantime.
pub async fn decide(
    app: &App,
    granted: &Granted<Moderation>,
    id: ReportId,
    verdict: Verdict,
) -> Result<DecisionId, SafetyError> {
    let reason = super::words(&verdict.reason)?;
    let now = app.now();
    let until = match verdict.outcome {
        Outcome::Limit => Some(verdict.until.ok_or(SafetyError::BadDate)?),
        Outcome::Suspend => verdict.until,
        Outcome::Nothing | Outcome::Note | Outcome::Hide => None,
    };
    if until.is_some_and(|until| until <= now) {
        return Err(SafetyError::BadDate);
    }
    let mut write = app.store.write().await?;
    let report = write.report(granted, id).await?;
    let report = may_decide(&mut write, granted, report.as_ref())
        .await?
        .clone();
    let decision = DecisionRow {
        id: DecisionId::ordered(now, &mut app.rng()),
        report: id,
        helper: report.reported,
        moderator: granted.actor(),
        outcome: verdict.outcome,
        point: verdict.point,
        reason: reason.to_owned(),
        until,
        decided: now,
        ended: false,
        appeal: None,
        appeal_by: None,
        appeal_answer: None,
        overturned: false,
    };
    write.insert_decision(granted, &decision).await?;
    let mut deeds = vec![app.entry(
        Some(granted.actor()),
        Deed::ReportDecided,
        decision.id.uuid(),
    )];
    match verdict.outcome {
        Outcome::Nothing | Outcome::Note | Outcome::Limit => {}
        Outcome::Hide => hide(app, &mut write, &report).await?,
        Outcome::Suspend => {
            let (from, to) = (Standing::Active, Standing::Suspended);
            match stand(app, &mut write, granted, report.reported, from, to).await {
                // Suspended already: this decision holds beside the other.
                Ok(()) | Err(Trouble::Store(StoreError::Stale)) => {}
                Err(error) => return Err(error.into()),
            }
            let subject = report.reported.uuid();
            deeds.push(app.entry(Some(granted.actor()), Deed::AccountSuspended, subject));
        }
    }
    tell(
        app,
        &mut write,
        report.reporter,
        NoticeKind::ReportDecided,
        id.uuid(),
    )
    .await?;
    // Where nothing was wrong, the helper is not told that somebody reported.
    if verdict.outcome != Outcome::Nothing {
        let subject = decision.id.uuid();
        tell(
            app,
            &mut write,
            report.reported,
            NoticeKind::DecisionMade,
            subject,
        )
        .await?;
    }
    write.commit(&deeds).await?;
    app.refresh().await?;
    Ok(decision.id)
}

/// The report, if this moderator may decide on it: not about themselves, not their own, and
/// about an administrator only by an administrator.
pub(super) async fn may_decide<'a>(
    write: &mut Write,
    granted: &Granted<Moderation>,
    report: Option<&'a ReportRow>,
) -> Result<&'a ReportRow, SafetyError> {
    let report = report
        .filter(|report| report.reported != granted.actor())
        .ok_or(SafetyError::NotFound)?;
    let about_admin = is_admin(write, report.reported).await?;
    if report.reporter == granted.actor() || (about_admin && !granted.subject().is_admin()) {
        return Err(SafetyError::NotYours);
    }
    Ok(report)
}

async fn is_admin(write: &mut Write, id: HelperId) -> Result<bool, SafetyError> {
    Ok(write
        .helper(id)
        .await?
        .is_some_and(|helper| helper.is_admin))
}

/// Takes the thing off the screens of others.
async fn hide(app: &App, write: &mut Write, report: &ReportRow) -> Result<(), SafetyError> {
    match report.subject {
        Subject::Card(card) => match write.end_card(card, CardStatus::Withdrawn, app.now()).await {
            Ok(()) | Err(StoreError::Stale) => Ok(()),
            Err(error) => Err(error.into()),
        },
        Subject::Helper(id) => {
            let Some(mut helper) = write.helper(id).await? else {
                return Err(SafetyError::NotFound);
            };
            helper.profile.about.clear();
            for offer in &mut helper.profile.offers {
                offer.note.clear();
            }
            Ok(write
                .update_profile(id, &helper.name, &helper.profile, helper.version)
                .await?)
        }
        Subject::Post(_) | Subject::Comment(_) => show(write, report, Some(app.now())).await,
        // Messages are sealed for two: there is nothing on anybody else's screen. A group is
        // many people's: what its coordinator did is decided, not whether they may meet.
        Subject::Match(_) | Subject::Group(_) | Subject::Message(_) => {
            Err(SafetyError::NotHideable)
        }
    }
}

/// Takes a post or a comment off everybody's screen but the author's, or brings it back.
/// What was deleted in the meantime stays so.
pub(super) async fn show(
    write: &mut Write,
    report: &ReportRow,
    hidden: Option<Timestamp>,
) -> Result<(), SafetyError> {
    let done = match report.subject {
        Subject::Post(id) => write.hide_post(PostId::from_uuid(id), hidden).await,
        Subject::Comment(id) => write.hide_comment(CommentId::from_uuid(id), hidden).await,
        Subject::Card(_)
        | Subject::Helper(_)
        | Subject::Match(_)
        | Subject::Group(_)
        | Subject::Message(_) => Ok(()),
    };
    match done {
        Ok(()) | Err(StoreError::Stale) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
