//! Thanks from people helped: given by their link, or passed on by the helper they told.
//! Sealed to whoever receives them, who may delete them; nobody else ever sees one.

use argonaut_domain::access::{self, Visible};
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::follow_up::MOST_WORDS;
use argonaut_domain::ids::MatchId;
use argonaut_domain::introduction::Refusal;
use argonaut_domain::notice::NoticeKind;
use argonaut_store::{Read, StoreError, ThanksRow};
use uuid::Uuid;

use super::figures::made;
use crate::app::App;
use crate::clients::may_open;
use crate::error::Trouble;
use crate::links::words_by_link;
use crate::matches::list::{Partner, partner};
use crate::matches::{MatchError, tell};
use crate::people::{self, Face};
use crate::sealing::{self, Purpose};
use crate::who::SignedIn;

/// So often one helper passes thanks on in one match.
const MOST_EACH: usize = 3;

/// From whom thanks come.
#[derive(Clone, Debug)]
pub enum From {
    /// From the helper's own client, by a link.
    Client,
    /// From the other side, passed on by its helper.
    Through(Face),
    /// Passed on by a helper who cannot be shown any more.
    Somebody,
}

/// Thanks that a helper received.
#[derive(Clone, Debug)]
pub struct Thanks {
    /// Which.
    pub id: Uuid,
    /// After which introduction.
    pub joint: MatchId,
    /// From whom.
    pub from: From,
    /// The words; `None` when they cannot be opened (any more).
    pub words: Option<Visible<String>>,
    /// When.
    pub at: Timestamp,
}

/// The thanks that a helper received, the latest first.
///
/// # Errors
/// When storage fails.
pub async fn mine(app: &App, who: &SignedIn) -> Result<Vec<Thanks>, Trouble> {
    let mut read = app.store.read().await?;
    let viewer = read.viewer(who.helper()).await?;
    let world = app.world();
    let mut found = Vec::new();
    for row in read.thanks_of(who.helper()).await? {
        let from = match row.from {
            None => From::Client,
            Some(helper) => {
                people::face(&world, &viewer, helper).map_or(From::Somebody, From::Through)
            }
        };
        found.push(Thanks {
            words: open(&mut read, who, &row).await?,
            id: row.id,
            joint: row.joint,
            from,
            at: row.at,
        });
    }
    Ok(found)
}

async fn open(
    read: &mut Read,
    who: &SignedIn,
    row: &ThanksRow,
) -> Result<Option<Visible<String>>, Trouble> {
    let Some(joint) = read.joint(row.joint).await? else {
        return Ok(None);
    };
    let Some((granted, side)) = access::take_part(&who.actor, &joint.joint) else {
        return Ok(None);
    };
    let words = match (row.from, row.link) {
        (Some(from), _) => match sealing::known_key(read, who, from).await {
            Ok(key) => sealing::open_theirs(who, &key, Purpose::Message(row.id), &row.words)
                .and_then(|bytes| std::str::from_utf8(&bytes).ok().map(str::to_owned)),
            // The key is another one than before: nothing under it is believed.
            Err(Trouble::Vault(_)) => None,
            Err(error) => return Err(error),
        },
        (None, Some(link)) => {
            let Some(client) = joint.joint.parties.of(side).client() else {
                return Ok(None);
            };
            let Ok(client) = may_open(read, who, client).await else {
                return Ok(None);
            };
            let links = read.links(&client).await?;
            links
                .iter()
                .find(|known| known.link.id == link)
                .and_then(|link| words_by_link(who, link, row.id.as_bytes(), &row.words))
        }
        (None, None) => None,
    };
    Ok(words.and_then(|words| access::reveal_in_match(&granted, row.joint, words)))
}

/// Passes the thanks of one's own client on to the helper of the other side.
///
/// # Errors
/// [`MatchError::Refused`] before an introduction, [`MatchError::BadMessage`] for no words,
/// too many, or too often.
pub async fn pass_on(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    words: &str,
) -> Result<(), MatchError> {
    let words = words.trim();
    let bad = || MatchError::BadMessage { most: MOST_WORDS };
    let now = app.now();
    let mut write = app.store.write().await?;
    let row = write.joint(id).await?.ok_or(MatchError::NotFound)?;
    let (_, side) = access::take_part(&who.actor, &row.joint).ok_or(MatchError::NotFound)?;
    if words.is_empty() || words.chars().count() > MOST_WORDS {
        return Err(bad());
    }
    if made(&row.joint).is_none() {
        return Err(Refusal::WrongStage(row.joint.stage_name()).into());
    }
    let other = row.joint.helper(side.other());
    let viewer = write.viewer(who.helper()).await?;
    match partner(&app.world(), &viewer, who, &row, other) {
        Partner::Shown(_) => {}
        Partner::Hidden(_) | Partner::Unavailable => return Err(MatchError::Gone),
    }
    let before = write.thanks_of(other).await?;
    let mine = |row: &&ThanksRow| row.from == Some(who.helper()) && row.joint == id;
    if before.iter().filter(mine).count() >= MOST_EACH {
        return Err(bad());
    }
    let thanks = Uuid::from_bytes(*MatchId::ordered(now, &mut app.rng()).bytes());
    let purpose = Purpose::Message(thanks);
    let sealed =
        sealing::seal_between(app, &mut write, who, other, purpose, words.as_bytes()).await?;
    let row = ThanksRow {
        id: thanks,
        to: other,
        from: Some(who.helper()),
        link: None,
        joint: id,
        words: sealed.for_recipient,
        at: now,
    };
    write.insert_thanks(&row).await?;
    let kind = NoticeKind::ThanksReceived;
    tell(app, &mut write, other, kind, id.uuid()).await?;
    let deed = app.entry(Some(who.helper()), Deed::ThanksGiven, id.uuid());
    Ok(write.commit(&[deed]).await?)
}

/// Deletes thanks that a helper received. What is not there, or somebody else's, stays so.
///
/// # Errors
/// When storage fails.
pub async fn delete(app: &App, who: &SignedIn, id: Uuid) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    if !write.delete_thanks(id, who.helper()).await? {
        return Ok(());
    }
    let me = who.helper();
    let deed = app.entry(Some(me), Deed::ThanksDeleted, me.uuid());
    write
        .commit(&[deed])
        .await
        .map_err(|error: StoreError| error.into())
}
