//! What was decided about a helper, as they read it, and their one appeal against each
//! decision. Another moderator answers it, where there is one.

use argonaut_domain::access::{Granted, Moderation};
use argonaut_domain::audit::Deed;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{DecisionId, HelperId, ReportId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::safety::Outcome;
use argonaut_store::{DecisionRow, StoreError};

use super::SafetyError;
use crate::accounts::administer::stand;
use crate::accounts::sign_in::Suspended;
use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;
use crate::who::SignedIn;

/// What was decided about this helper, but for what they were never told.
///
/// # Errors
/// When storage fails.
pub async fn about_me(app: &App, who: &SignedIn) -> Result<Vec<DecisionRow>, Trouble> {
    about(app, who.helper()).await
}

/// The same for somebody who cannot sign in because of it.
///
/// # Errors
/// When storage fails.
pub async fn about_suspended(app: &App, who: Suspended) -> Result<Vec<DecisionRow>, Trouble> {
    about(app, who.helper()).await
}

/// Why an act on a whole branch suspended them, where one did.
///
/// # Errors
/// When storage fails.
pub async fn branch_reason(app: &App, who: Suspended) -> Result<Option<String>, Trouble> {
    let cut = app.store.read().await?.cut_of(who.helper()).await?;
    Ok(cut.map(|cut| cut.reason))
}

async fn about(app: &App, helper: HelperId) -> Result<Vec<DecisionRow>, Trouble> {
    let mut read = app.store.read().await?;
    let mut rows = read.decisions_about(helper).await?;
    rows.retain(|row| row.outcome != Outcome::Nothing);
    Ok(rows)
}

/// Appeals.
///
/// # Errors
/// [`SafetyError::NotFound`] when it is not about them;
/// [`SafetyError::Already`] when they appealed before.
pub async fn appeal(
    app: &App,
    who: &SignedIn,
    id: DecisionId,
    text: &str,
) -> Result<(), SafetyError> {
    appeal_as(app, who.helper(), id, text).await
}

/// Appeals from outside: for somebody who cannot sign in because of the decision.
///
/// # Errors
/// As [`appeal`].
pub async fn appeal_suspended(
    app: &App,
    who: Suspended,
    id: DecisionId,
    text: &str,
) -> Result<(), SafetyError> {
    appeal_as(app, who.helper(), id, text).await
}

async fn appeal_as(
    app: &App,
    helper: HelperId,
    id: DecisionId,
    text: &str,
) -> Result<(), SafetyError> {
    let text = super::words(text)?;
    let mut write = app.store.write().await?;
    let decision = write
        .decisions_about(helper)
        .await?
        .into_iter()
        .find(|row| row.id == id && row.outcome != Outcome::Nothing)
        .ok_or(SafetyError::NotFound)?;
    write.appeal(id, helper, text, app.now()).await?;
    for moderator in write.moderators().await? {
        if moderator != helper {
            let subject = decision.report.uuid();
            tell(app, &mut write, moderator, NoticeKind::AppealMade, subject).await?;
        }
    }
    let entry = app.entry(Some(helper), Deed::AppealMade, id.uuid());
    Ok(write.commit(&[entry]).await?)
}

/// Answers an appeal. What is overturned ends: a limit, a suspension. A hidden
/// post comes back; a card its owner can publish again.
///
/// # Errors
/// [`SafetyError::NotYours`] for who decided first, while another moderator could.
pub async fn answer(
    app: &App,
    granted: &Granted<Moderation>,
    id: ReportId,
    text: &str,
    overturned: bool,
) -> Result<(), SafetyError> {
    let text = super::words(text)?;
    let mut write = app.store.write().await?;
    let report = write.report(granted, id).await?;
    let report = super::decide::may_decide(&mut write, granted, report.as_ref())
        .await?
        .clone();
    // No decision yet, so no appeal waits: the same answer as when it was answered.
    let decision = write.decision_on(id).await?.ok_or(SafetyError::Already)?;
    let others = write.moderators().await?.into_iter().any(|other| {
        other != decision.moderator && other != report.reported && other != report.reporter
    });
    if decision.moderator == granted.actor() && others {
        return Err(SafetyError::NotYours);
    }
    write
        .answer_appeal(granted, decision.id, text, overturned)
        .await?;
    if overturned && decision.outcome == Outcome::Suspend {
        write.end_suspension(decision.id).await?;
        let now = app.now();
        let another_holds = write
            .decisions_about(decision.helper)
            .await?
            .iter()
            .any(|row| {
                row.outcome == Outcome::Suspend
                    && !row.ended
                    && row.until.is_none_or(|until| until > now)
            });
        let (from, to) = (Standing::Suspended, Standing::Active);
        if !another_holds {
            match stand(app, &mut write, granted, decision.helper, from, to).await {
                Ok(()) | Err(Trouble::Store(StoreError::Stale)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    if overturned && decision.outcome == Outcome::Hide {
        super::decide::show(&mut write, &report, None).await?;
    }
    let subject = decision.id.uuid();
    tell(
        app,
        &mut write,
        decision.helper,
        NoticeKind::AppealDecided,
        subject,
    )
    .await?;
    let entry = app.entry(Some(granted.actor()), Deed::AppealDecided, subject);
    write.commit(&[entry]).await?;
    app.refresh().await?;
    Ok(())
}
