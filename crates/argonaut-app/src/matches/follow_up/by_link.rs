//! A client answers how an introduction goes, by a link and in their language. The helper
//! sees nothing of it before it is sent.

use argonaut_domain::access::Granted;
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::follow_up::{Answer, AskWeek, MOST_WORDS, NeedMet, Voice};
use argonaut_domain::ids::{ClientId, HelperId, MatchId};
use argonaut_domain::introduction::{Side, Stage, YesNo};
use argonaut_domain::link::{ClientLink, LinkPurpose};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::{FollowUpRow, Read, ThanksRow};
use uuid::Uuid;

use crate::app::App;
use crate::error::Trouble;
use crate::links::act::begin;
use crate::links::{LinkError, binding};
use crate::matches::tell;

/// An introduction about which a client can answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AskedOfClient {
    /// Which.
    pub(crate) joint: MatchId,
    /// The client's side.
    pub(crate) side: Side,
    /// The other helper.
    pub(crate) other: HelperId,
    /// Which week.
    pub(crate) week: AskWeek,
}

/// What a link asks its client now: each open introduction for the latest week that has
/// come, unless it was answered for that week.
pub(crate) async fn asked_of(
    read: &mut Read,
    granted: &Granted<ClientId>,
    link: &ClientLink,
    now: Timestamp,
) -> Result<Vec<AskedOfClient>, Trouble> {
    let about = match link.purpose {
        LinkPurpose::Share => return Ok(Vec::new()),
        LinkPurpose::See => None,
        LinkPurpose::Introduce => match link.introduction {
            Some(id) => Some(id),
            None => return Ok(Vec::new()),
        },
    };
    let given = read.follow_ups_of_client(granted).await?;
    let mut asked = Vec::new();
    for row in read.matches_of_client(granted).await? {
        let joint = row.joint;
        if about.is_some_and(|id| id != joint.id) {
            continue;
        }
        let (Stage::Introduced { meeting, .. }, Some(side)) =
            (&joint.stage, joint.side_of_client(granted.subject()))
        else {
            continue;
        };
        let Some(week) = AskWeek::latest(meeting.at, now) else {
            continue;
        };
        let answered = |row: &FollowUpRow| {
            row.joint == joint.id && row.side == side && row.answer.week >= week
        };
        if !given.iter().any(answered) {
            asked.push(AskedOfClient {
                joint: joint.id,
                side,
                other: joint.helper(side.other()),
                week,
            });
        }
    }
    Ok(asked)
}

/// What a client tells.
#[derive(Clone, Debug)]
pub struct ClientTold {
    /// About which introduction.
    pub joint: MatchId,
    /// What became of the need.
    pub need: NeedMet,
    /// Whether the two are in touch.
    pub in_touch: YesNo,
    /// What was good, and what was not; may be empty.
    pub learned: String,
    /// Thanks to the helper; may be empty.
    pub thanks: String,
}

/// Keeps a client's answer, with their words sealed under the link's token.
///
/// # Errors
/// [`LinkError::Over`] when this is not asked (any more).
pub async fn answer_by_link(app: &App, token: &str, told: ClientTold) -> Result<(), LinkError> {
    let (learned, thanks) = (told.learned.trim(), told.thanks.trim());
    if [learned, thanks]
        .iter()
        .any(|words| words.chars().count() > MOST_WORDS)
    {
        return Err(LinkError::TooMuch);
    }
    let now = app.now();
    let mut rng = app.rng();
    let mut write = app.store.write().await?;
    let held = begin(app, &mut write, token).await?;
    let link = &held.row.link;
    if link.purpose == LinkPurpose::Share {
        return Err(LinkError::Ended);
    }
    let asked = asked_of(&mut write, &held.granted, link, now).await?;
    let asked = asked
        .into_iter()
        .find(|asked| asked.joint == told.joint)
        .ok_or(LinkError::Over)?;
    let fresh = || Uuid::from_bytes(*MatchId::ordered(now, &mut app.rng()).bytes());
    let (id, thanks_id) = (fresh(), fresh());
    let mut seal = |id: Uuid, words: &str| {
        let sealed =
            held.token
                .seal_words(&binding(link), id.as_bytes(), words.as_bytes(), &mut rng);
        sealed.map(argonaut_privacy::vault::Sealed::into_bytes)
    };
    let row = FollowUpRow {
        id,
        joint: asked.joint,
        side: asked.side,
        voice: Voice::Client,
        answer: Answer {
            week: asked.week,
            need: told.need,
            in_touch: told.in_touch,
        },
        learned: if learned.is_empty() {
            None
        } else {
            Some(seal(id, learned)?)
        },
        link: Some(link.id),
        at: now,
    };
    write.insert_follow_up(&held.granted, &row).await?;
    let mut deeds = vec![app.entry(None, Deed::FollowUpAnswered, asked.joint.uuid())];
    if !thanks.is_empty() {
        let row = ThanksRow {
            id: thanks_id,
            to: link.made_by,
            from: None,
            link: Some(link.id),
            joint: asked.joint,
            words: seal(thanks_id, thanks)?,
            at: now,
        };
        write.insert_thanks(&row).await?;
        deeds.push(app.entry(None, Deed::ThanksGiven, asked.joint.uuid()));
        let kind = NoticeKind::ThanksReceived;
        tell(app, &mut write, link.made_by, kind, asked.joint.uuid()).await?;
    }
    let kind = NoticeKind::ClientFollowedUp;
    tell(app, &mut write, link.made_by, kind, asked.joint.uuid()).await?;
    Ok(write.commit(&deeds).await?)
}
