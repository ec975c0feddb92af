//! The first meeting of two people: planned by either helper, kept sealed but for its time,
//! reminded of the day before, and put into a calendar.

use argonaut_domain::audit::Deed;
use argonaut_domain::event::stamp;
use argonaut_domain::ids::MatchId;
use argonaut_domain::introduction::{FirstCheck, MeetingWhen, Refusal, Side, Stage};
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::dossier::Private;
use argonaut_store::{MeetingRow, StoreError};
use icalendar::{Calendar, Component as _, EventLike as _};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::step::tell;
use super::{MatchError, Step};
use crate::app::App;
use crate::error::Trouble;
use crate::sealing::{self, Purpose};
use crate::who::SignedIn;

/// The longest line of a meeting.
const LONGEST: usize = 500;

/// What is sealed of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// Where.
    pub place: Private,
    /// What else is worth knowing.
    pub words: Private,
    /// The helpers who come along.
    pub along: Vec<Side>,
    /// What was thought of.
    pub checks: Vec<FirstCheck>,
}

/// A planned meeting, as one of the two helpers sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// When.
    pub when: MeetingWhen,
    /// The rest.
    pub plan: Plan,
    /// Whether the helper wrote it.
    pub mine: bool,
}

/// Plans the meeting, or another instead of the one that was planned.
///
/// # Errors
/// [`MatchError::BadMeeting`] without a place, or at a time that cannot be;
/// [`MatchError::Refused`] before both sides have said yes.
pub async fn plan(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    (when, plan): (MeetingWhen, Plan),
) -> Result<(), MatchError> {
    let now = app.now();
    let too_long = |text: &Private| text.chars().count() > LONGEST;
    if plan.place.is_empty() || too_long(&plan.place) || too_long(&plan.words) || !when.can_be(now)
    {
        return Err(MatchError::BadMeeting);
    }
    let mut step = Step::begin(app, who, id).await?;
    if !step.joint.releases_flow(now) {
        let stage = step.joint.stage_name();
        return Err(Refusal::WrongStage(stage).into());
    }
    let bytes = serde_json::to_vec(&plan).map_err(|error| Trouble::Bug(error.to_string()))?;
    let other = step.other();
    let meeting = Uuid::from_bytes(*MatchId::ordered(now, &mut app.rng()).bytes());
    let purpose = Purpose::Message(meeting);
    let sealed = sealing::seal_between(app, &mut step.write, who, other, purpose, &bytes).await?;
    let row = MeetingRow {
        joint: id,
        id: meeting,
        maker: who.helper(),
        when,
        for_recipient: sealed.for_recipient,
        for_sender: sealed.for_sender,
        made: now,
    };
    let granted = step.granted;
    step.write.set_meeting(&granted, &row).await?;
    step.note(Deed::MatchMoved, id.uuid());
    step.tell(NoticeKind::MeetingPlanned).await?;
    step.commit().await
}

/// Calls the meeting off.
///
/// # Errors
/// [`MatchError::NotFound`] when they take no part.
pub async fn call_off(app: &App, who: &SignedIn, id: MatchId) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    if step.write.drop_meeting(id).await? {
        step.note(Deed::MatchMoved, id.uuid());
        step.tell(NoticeKind::MeetingPlanned).await?;
    }
    step.commit().await
}

/// Opens a kept meeting. `None` when it cannot be opened: a key changed, or somebody else
/// stood here when it was written.
pub(super) fn opened(
    who: &SignedIn,
    row: &MeetingRow,
    other: argonaut_domain::ids::HelperId,
    key: Option<&argonaut_privacy::vault::PinnedKey>,
) -> Option<Planned> {
    let mine = row.maker == who.helper();
    let purpose = Purpose::Message(row.id);
    let bytes = if mine {
        sealing::open_own(who, other, purpose, &row.for_sender)
    } else if row.maker == other {
        sealing::open_theirs(who, key?, purpose, &row.for_recipient)
    } else {
        None
    };
    Some(Planned {
        when: row.when.clone(),
        plan: serde_json::from_slice(&bytes?).ok()?,
        mine,
    })
}

/// The meeting as a file for calendars: a title without a name, the time, and the place.
pub fn calendar(id: MatchId, meeting: &Planned, title: &str) -> String {
    let mut entry = icalendar::Event::new();
    entry
        .uid(&id.to_string())
        .add_property("DTSTAMP", stamp(meeting.when.starts))
        .add_property("DTSTART", stamp(meeting.when.starts))
        .add_property("DTEND", stamp(meeting.when.ends()))
        .summary(title)
        .location(&meeting.plan.place);
    Calendar::new().push(entry.done()).done().to_string()
}

/// Reminds both helpers of meetings within a day: once, whichever node is first.
pub(crate) async fn remind(app: &App) -> Result<usize, Trouble> {
    let now = app.now();
    let soon = app
        .store
        .read()
        .await?
        .meetings_soon(now, now.plus_days(1))
        .await?;
    let mut told = 0;
    for row in soon {
        let mut write = app.store.write().await?;
        match write.meeting_reminded(&row).await {
            Ok(()) => {}
            Err(StoreError::Stale) => continue,
            Err(error) => return Err(error.into()),
        }
        let joint = write.joint(row.joint).await?.map(|found| found.joint);
        let Some(joint) = joint.filter(|joint| matches!(joint.stage, Stage::Active { .. })) else {
            write.commit_unlogged().await?;
            continue;
        };
        for helper in [joint.asker, joint.owner] {
            let kind = NoticeKind::MeetingSoon;
            tell(app, &mut write, helper, kind, joint.id.uuid()).await?;
            told += 1;
        }
        write.commit_unlogged().await?;
    }
    Ok(told)
}
