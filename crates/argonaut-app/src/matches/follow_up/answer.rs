//! A helper answers how an introduction goes, or asks to be asked again later.

use argonaut_domain::audit::Deed;
use argonaut_domain::follow_up::{
    ASK_AGAIN_DAYS, Answer, AskWeek, MOST_WORDS, NeedMet, Voice, outcome,
};
use argonaut_domain::ids::MatchId;
use argonaut_domain::introduction::{Outcome, Stage, YesNo};
use argonaut_store::FollowUpRow;
use uuid::Uuid;

use super::{FollowUpError, plan};
use crate::app::App;
use crate::error::Trouble;
use crate::matches::report::{self, Report};
use crate::matches::{Step, message};
use crate::who::SignedIn;

/// What a helper tells.
#[derive(Clone, Debug)]
pub struct Told {
    /// For which week.
    pub week: AskWeek,
    /// What became of the need.
    pub need: NeedMet,
    /// Whether the two are in touch.
    pub in_touch: YesNo,
    /// What was learned; may be empty. Sealed for the helper alone.
    pub learned: String,
    /// Whether what was learned is said in the room as well, in these words.
    pub share: Option<String>,
    /// Whether it is finished, before its twelfth week.
    pub finished: bool,
}

impl Told {
    const fn closes(&self) -> bool {
        matches!(self.week, AskWeek::Twelfth) || self.finished
    }
}

/// Keeps the answer; a closing one reports the outcome as well, in the same transaction.
///
/// # Errors
/// [`FollowUpError::NotAsked`] when this week is answered, or its time has not come.
pub async fn answer(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    told: Told,
) -> Result<(), FollowUpError> {
    let learned = told.learned.trim();
    if learned.chars().count() > MOST_WORDS {
        return Err(FollowUpError::TooLong { most: MOST_WORDS });
    }
    let now = app.now();
    let mut step = Step::begin(app, who, id).await?;
    let Stage::Introduced { meeting, .. } = step.joint.stage else {
        return Err(FollowUpError::NotAsked);
    };
    let joint = step.joint.clone();
    plan::ensure(&mut step.write, &joint).await?;
    let side = step.side;
    let asks = step.write.follow_up_asks(id).await?;
    let asked = asks.iter().any(|ask| {
        let open = ask.side == side && ask.week == told.week && ask.done.is_none();
        open && (told.finished || ask.due <= now || told.week.due(meeting.at) <= now)
    });
    if !asked {
        return Err(FollowUpError::NotAsked);
    }
    let answer = Answer {
        week: told.week,
        need: told.need,
        in_touch: told.in_touch,
    };
    let granted = step.granted;
    let rows = step.write.follow_ups(&granted, side).await?;
    let before: Vec<Answer> = rows
        .iter()
        .filter(|row| row.voice == Voice::Helper && row.answer.week != told.week)
        .map(|row| row.answer)
        .collect();
    let closing = if told.closes() {
        outcome(&answer, &before, now)
    } else {
        None
    };
    if told.finished && closing.is_none() {
        return Err(FollowUpError::Unsaid);
    }
    let row_id = Uuid::from_bytes(*MatchId::ordered(now, &mut app.rng()).bytes());
    let sealed = if learned.is_empty() {
        None
    } else {
        let text = learned.as_bytes();
        let sealed = who.keys.seal_own(row_id.as_bytes(), text, &mut app.rng());
        Some(sealed.map_err(Trouble::from)?.into_bytes())
    };
    let row = FollowUpRow {
        id: row_id,
        joint: id,
        side,
        voice: Voice::Helper,
        answer,
        learned: sealed,
        link: None,
        at: now,
    };
    step.write.insert_follow_up(&granted, &row).await?;
    let done = if told.finished {
        AskWeek::Twelfth
    } else {
        told.week
    };
    step.write.follow_up_done(&granted, side, done, now).await?;
    if let Some(words) = told
        .share
        .as_deref()
        .map(str::trim)
        .filter(|words| !words.is_empty())
    {
        let other = step.other();
        message::put(app, &mut step.write, who, &granted, other, words).await?;
        step.note(Deed::MessageSent, id.uuid());
    }
    step.note(Deed::FollowUpAnswered, id.uuid());
    if let Some(Outcome {
        connected,
        still_in_touch,
        helpful,
        ..
    }) = closing
    {
        let told = Report {
            connected,
            still_in_touch,
            helpful,
        };
        report::record(app, &mut step, told).await?;
    }
    Ok(step.commit().await?)
}

/// Asks this side again in a week.
///
/// # Errors
/// [`FollowUpError::NotAsked`] when nothing is asked now.
pub async fn later(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    week: AskWeek,
) -> Result<(), FollowUpError> {
    let now = app.now();
    let mut step = Step::begin(app, who, id).await?;
    let joint = step.joint.clone();
    plan::ensure(&mut step.write, &joint).await?;
    let asks = step.write.follow_up_asks(id).await?;
    let (side, granted) = (step.side, step.granted);
    let asked = asks
        .iter()
        .any(|ask| ask.side == side && ask.week == week && ask.done.is_none() && ask.due <= now);
    if joint.is_closed() || !asked {
        return Err(FollowUpError::NotAsked);
    }
    let times = (now.plus_days(ASK_AGAIN_DAYS), now);
    step.write.ask_again(&granted, side, week, times).await?;
    step.note(Deed::FollowUpPutOff, id.uuid());
    Ok(step.commit().await?)
}
