//! What a helper is asked, and what their side answered: their own words, and their client's.

use argonaut_domain::access::{self, Visible};
use argonaut_domain::clock::Timestamp;
use argonaut_domain::follow_up::{Answer, AskWeek, Voice};
use argonaut_domain::ids::MatchId;
use argonaut_domain::introduction::{Match, Party, Side, Stage, StageName};
use argonaut_privacy::vault::Sealed;
use argonaut_store::{FollowUpRow, LinkRow, Read};

use super::super::MatchError;
use super::super::list::{Partner, names_of, partner};
use crate::app::App;
use crate::clients::may_open;
use crate::error::Trouble;
use crate::links::words_by_link;
use crate::who::SignedIn;

/// A question that is due.
#[derive(Clone, Debug)]
pub struct Due {
    /// About which introduction.
    pub joint: MatchId,
    /// Who is on the other side.
    pub partner: Partner,
    /// The client's name, from the helper's own record.
    pub client_name: Option<String>,
    /// Which week.
    pub week: AskWeek,
    /// Since when.
    pub since: Timestamp,
}

/// What a helper is asked now, the longest due first; one question for each introduction.
///
/// # Errors
/// When storage fails.
pub async fn due(app: &App, who: &SignedIn) -> Result<Vec<Due>, Trouble> {
    let me = who.helper();
    let mut read = app.store.read().await?;
    let rows = read.follow_ups_due(me, app.now()).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let viewer = read.viewer(me).await?;
    let world = app.world();
    let mut found: Vec<(Due, Option<argonaut_domain::ids::ClientId>)> = Vec::new();
    for row in rows {
        // The latest week speaks for the earlier ones.
        if let Some((known, _)) = found.iter_mut().find(|(due, _)| due.joint == row.joint) {
            known.week = known.week.max(row.week);
            continue;
        }
        let Some(joint) = read.joint(row.joint).await? else {
            continue;
        };
        let other = joint.joint.helper(row.side.other());
        let due = Due {
            joint: row.joint,
            partner: partner(&world, &viewer, who, &joint, other),
            client_name: None,
            week: row.week,
            since: row.due,
        };
        found.push((due, joint.joint.parties.of(row.side).client()));
    }
    drop(read);
    let clients: Vec<_> = found.iter().filter_map(|(_, client)| *client).collect();
    let names = names_of(app, who, &clients).await?;
    Ok(found
        .into_iter()
        .map(|(mut due, client)| {
            due.client_name = client.and_then(|client| names.get(&client).cloned());
            due
        })
        .collect())
}

/// What stands for a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which week.
    pub week: AskWeek,
    /// From when on it is asked.
    pub due: Timestamp,
    /// Whether it is answered, or put behind by a later answer.
    pub done: bool,
}

/// An answer of this side.
#[derive(Clone, Debug)]
pub struct Given {
    /// Whose.
    pub voice: Voice,
    /// What, in codes.
    pub answer: Answer,
    /// What was learned; `None` when nothing was said, or it was said to another helper.
    pub learned: Option<Visible<String>>,
    /// When.
    pub at: Timestamp,
}

/// Everything a helper sees of the follow-up of an introduction: their own side, never the other.
pub struct FollowUps {
    /// The match.
    pub joint: Match,
    /// Their side.
    pub side: Side,
    /// Who is on the other side.
    pub partner: Partner,
    /// Their client's name.
    pub client_name: Option<String>,
    /// When it is asked; empty before an introduction.
    pub asks: Vec<Asked>,
    /// What was answered, in order.
    pub given: Vec<Given>,
}

impl FollowUps {
    /// The question that is asked at `now`: the latest that is due and open.
    pub fn current(&self, now: Timestamp) -> Option<AskWeek> {
        let due = self.asks.iter().filter(|ask| !ask.done && ask.due <= now);
        due.map(|ask| ask.week).next_back()
    }
    /// The next question that is still to come.
    pub fn next(&self, now: Timestamp) -> Option<Asked> {
        let open = self.asks.iter().filter(|ask| !ask.done && ask.due > now);
        open.copied().min_by_key(|ask| ask.due)
    }
}

/// Looks at the follow-up of one introduction.
///
/// # Errors
/// [`MatchError::NotFound`] when they take no part in it.
pub async fn look(app: &App, who: &SignedIn, id: MatchId) -> Result<FollowUps, MatchError> {
    let mut read = app.store.read().await?;
    let row = read.joint(id).await?.ok_or(MatchError::NotFound)?;
    let (granted, side) = access::take_part(&who.actor, &row.joint).ok_or(MatchError::NotFound)?;
    let viewer = read.viewer(who.helper()).await?;
    let other = row.joint.helper(side.other());
    let partner = partner(&app.world(), &viewer, who, &row, other);
    let asks = asks(&mut read, &row.joint, side).await?;
    let rows = read.follow_ups(&granted, side).await?;
    let links = links(&mut read, who, &row.joint, side, &rows).await?;
    let mut given = Vec::with_capacity(rows.len());
    for row in rows {
        let learned = match (&row.learned, row.link) {
            (None, _) => None,
            (Some(sealed), None) => who
                .keys
                .open_own(row.id.as_bytes(), &Sealed::from_bytes(sealed.clone()))
                .ok()
                .and_then(|bytes| std::str::from_utf8(&bytes).ok().map(str::to_owned)),
            (Some(sealed), Some(link)) => links
                .iter()
                .find(|known| known.link.id == link)
                .and_then(|link| words_by_link(who, link, row.id.as_bytes(), sealed)),
        };
        given.push(Given {
            voice: row.voice,
            answer: row.answer,
            learned: learned.and_then(|words| access::reveal_in_match(&granted, id, words)),
            at: row.at,
        });
    }
    drop(read);
    let client = row.joint.parties.of(side).client();
    let names = names_of(app, who, client.as_slice()).await?;
    Ok(FollowUps {
        client_name: client.and_then(|client| names.get(&client).cloned()),
        joint: row.joint,
        side,
        partner,
        asks,
        given,
    })
}

/// The links of this side's client, where words came by one.
async fn links(
    read: &mut Read,
    who: &SignedIn,
    joint: &Match,
    side: Side,
    rows: &[FollowUpRow],
) -> Result<Vec<LinkRow>, MatchError> {
    let Party::Client { client, .. } = *joint.parties.of(side) else {
        return Ok(Vec::new());
    };
    if rows.iter().all(|row| row.link.is_none()) {
        return Ok(Vec::new());
    }
    match may_open(read, who, client).await {
        Ok(granted) => Ok(read.links(&granted).await?),
        Err(_) => Ok(Vec::new()),
    }
}

/// When this side is asked: as planned, or as it will be.
async fn asks(read: &mut Read, joint: &Match, side: Side) -> Result<Vec<Asked>, MatchError> {
    let planned = read.follow_up_asks(joint.id).await?;
    let mut mine: Vec<Asked> = planned
        .iter()
        .filter(|ask| ask.side == side)
        .map(|ask| Asked {
            week: ask.week,
            due: ask.due,
            done: ask.done.is_some() || joint.stage_name() == StageName::Closed,
        })
        .collect();
    if mine.is_empty()
        && let Stage::Introduced { meeting, .. } = &joint.stage
    {
        mine = AskWeek::ALL
            .iter()
            .map(|week| Asked {
                week: *week,
                due: week.due(meeting.at),
                done: false,
            })
            .collect();
    }
    mine.sort_by_key(|ask| ask.week);
    Ok(mine)
}
