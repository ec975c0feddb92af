//! The conversations of a helper, how much is unread, and search in what they may open: in
//! memory, while the page is made. Nothing of it is kept.

use std::collections::BTreeSet;

use argonaut_domain::access::Viewer;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{ConversationId, HelperId};
use argonaut_store::{Read, UnreadRow};

use super::look::{self, Body, Message};
use super::talk::{self, Talk};
use super::{MessageError, Partner};
use crate::app::App;
use crate::error::Trouble;
use crate::fuzzy;
use crate::who::SignedIn;

/// So many messages of each conversation are searched, the latest.
pub const SEARCHED: i64 = 2_000;
/// So many are found at most.
const MOST_FOUND: usize = 50;

/// A conversation in the list.
pub struct Line {
    /// Which.
    pub id: ConversationId,
    /// With whom.
    pub partner: Partner,
    /// The latest message, if there is one for the reader.
    pub last: Option<Message>,
    /// How many are unread.
    pub unread: u64,
    /// Whether the reader muted it.
    pub muted: bool,
}

/// A message that was found.
pub struct Found {
    /// In which conversation.
    pub id: ConversationId,
    /// With whom that is.
    pub partner: Partner,
    /// The message.
    pub message: Message,
}

/// What the list shows.
pub struct Overview {
    /// The conversations, the latest written in first.
    pub lines: Vec<Line>,
    /// Groups of the reader in which nobody wrote yet, by name.
    pub quiet_groups: Vec<(ConversationId, String)>,
    /// Whether the reader hides how far they have read.
    pub hides_read: bool,
}

/// The conversations of a helper.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Overview, Trouble> {
    let mut read = app.store.read().await?;
    let unread = read.unread_messages(who.helper()).await?;
    let mut lines = Vec::new();
    for talk in talks(app, &mut read, who).await? {
        let before = Timestamp::from_micros(i64::MAX);
        // A few, in case the latest is of somebody whom the reader may not meet.
        let letters = read.letters(&talk.granted, before, 5).await?;
        let opened = look::open_all(app, &mut read, who, &talk, &letters).await?;
        let marks = read.conversation_marks(&talk.granted).await?;
        let mine = |row: &&UnreadRow| {
            row.conversation == talk.id()
                && talk::facts(app, row.sender).is_some_and(|of| talk.viewer.exchanges_with(of))
        };
        let count: i64 = unread.iter().filter(mine).map(|row| row.count).sum();
        lines.push(Line {
            id: talk.id(),
            last: opened.into_iter().next(),
            unread: u64::try_from(count).unwrap_or(0),
            muted: marks
                .iter()
                .any(|mark| mark.helper == who.helper() && mark.muted),
            partner: talk.partner,
        });
    }
    let there: BTreeSet<_> = lines.iter().map(|line| line.id).collect();
    let mut quiet_groups = Vec::new();
    for seat in read.groups_of(who.helper()).await? {
        let id = ConversationId::of_group(seat.group);
        if !there.contains(&id)
            && let Some(group) = read.group(seat.group).await?
        {
            quiet_groups.push((id, group.profile.name));
        }
    }
    Ok(Overview {
        lines,
        quiet_groups,
        hides_read: read.hides_read_marks(who.helper()).await?,
    })
}

/// Everything that this helper may open, the latest written in first.
async fn talks(app: &App, read: &mut Read, who: &SignedIn) -> Result<Vec<Talk>, Trouble> {
    let viewer = read.viewer(who.helper()).await?;
    let mut talks = Vec::new();
    for row in read.conversations_of(who.helper()).await? {
        let eyes = viewer.clone();
        match talk::enter(app, read, who, eyes, row.id, Some(row.between)).await {
            Ok(talk) => talks.push(talk),
            Err(MessageError::Trouble(trouble)) => return Err(trouble),
            // A block, a suspension: as if it were not there.
            Err(
                MessageError::NotFound
                | MessageError::ReadsOnly
                | MessageError::BadWords { .. }
                | MessageError::BadFile(_)
                | MessageError::KeyChanged
                | MessageError::TooLate
                | MessageError::Limited(_),
            ) => {}
        }
    }
    Ok(talks)
}

/// How many conversations hold something unread: the number in the navigation.
///
/// # Errors
/// When storage fails.
pub async fn unread(app: &App, who: &SignedIn) -> Result<u64, Trouble> {
    let mut read = app.store.read().await?;
    let rows = read.unread_messages(who.helper()).await?;
    if rows.is_empty() {
        return Ok(0);
    }
    let viewer = read.viewer(who.helper()).await?;
    let seen: BTreeSet<_> = rows
        .iter()
        .filter(|row| hears(app, &viewer, row.sender))
        .map(|row| row.conversation)
        .collect();
    Ok(u64::try_from(seen.len()).unwrap_or(u64::MAX))
}

fn hears(app: &App, viewer: &Viewer, sender: HelperId) -> bool {
    talk::facts(app, sender).is_some_and(|of| viewer.exchanges_with(of))
}

/// The conversations that are there for a helper: notices of others lead nowhere.
pub(crate) async fn there(
    app: &App,
    read: &mut Read,
    helper: HelperId,
    viewer: &Viewer,
) -> Result<BTreeSet<ConversationId>, Trouble> {
    let rows = read.conversations_of(helper).await?;
    Ok(rows
        .into_iter()
        .filter(|row| match row.between.other(helper) {
            Some(other) => hears(app, viewer, other),
            None => true,
        })
        .map(|row| row.id)
        .collect())
}

/// Searches what a helper may open, the latest first.
///
/// # Errors
/// When storage fails.
pub async fn search(app: &App, who: &SignedIn, query: &str) -> Result<Vec<Found>, Trouble> {
    let wanted: Vec<String> = query.split_whitespace().map(fuzzy::plain).collect();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut read = app.store.read().await?;
    let mut found = Vec::new();
    for talk in talks(app, &mut read, who).await? {
        let before = Timestamp::from_micros(i64::MAX);
        let letters = read.letters(&talk.granted, before, SEARCHED).await?;
        for message in look::open_all(app, &mut read, who, &talk, &letters).await? {
            if says(&message, &wanted) {
                found.push(Found {
                    id: talk.id(),
                    partner: talk.partner.clone(),
                    message,
                });
            }
        }
    }
    found.sort_by_key(|of| std::cmp::Reverse(of.message.sent));
    found.truncate(MOST_FOUND);
    Ok(found)
}

/// Whether a message holds every word, in its text or in the names of its files.
fn says(message: &Message, wanted: &[String]) -> bool {
    let Body::Open(said) = &message.body else {
        return false;
    };
    let said = said.get();
    let mut text = fuzzy::plain(&said.words);
    for file in &said.files {
        text.push(' ');
        text.push_str(&fuzzy::plain(&file.name));
    }
    wanted.iter().all(|word| text.contains(word))
}
