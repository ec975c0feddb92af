//! Answering an ask. What an answer says is sealed to the asker: nobody else reads it, and
//! storage cannot.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{AnswerId, HelperId, PostId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::post::{AnswerKind, AnswerState};
use argonaut_domain::taxonomy::TermId;
use argonaut_store::{AnswerRow, Read};
use serde::{Deserialize, Serialize};

use super::write::done;
use super::{PostError, fit, joined, notify, seen};
use crate::app::App;
use crate::error::Trouble;
use crate::sealing::{self, Purpose};
use crate::who::SignedIn;

/// The longest words of an answer, in characters.
pub const MOST_CHARACTERS: usize = 1_000;

/// An offer to help, in answer to an ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// "I can help", or "I know somebody".
    pub kind: AnswerKind,
    /// With what, in a word of the taxonomy.
    pub term: Option<TermId>,
    /// A few words; they have been through the scrubber.
    pub words: String,
}

/// Answers an ask, for the asker's eyes alone.
///
/// # Errors
/// [`PostError::Over`] when it cannot be answered any more; [`PostError::Already`] when this
/// helper has answered.
pub async fn answer(
    app: &App,
    who: &SignedIn,
    id: PostId,
    answer: Answer,
) -> Result<(), PostError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    let (row, _) = joined(app, &mut write, who, id).await?;
    let asker = row.post.author;
    if asker == who.helper() {
        return Err(PostError::Yourself);
    }
    if !row.post.is_open_ask(now) {
        return Err(PostError::Over);
    }
    // "I know somebody" alone says nothing; "I can help" with a term says enough.
    let enough = answer.kind == AnswerKind::Help && answer.term.is_some();
    let answer = Answer {
        words: fit(&answer.words, MOST_CHARACTERS, enough)?,
        ..answer
    };
    if write
        .answers(id)
        .await?
        .iter()
        .any(|one| one.author == who.helper())
    {
        return Err(PostError::Already);
    }
    let new = AnswerId::ordered(now, &mut app.rng());
    let text = serde_json::to_vec(&answer).map_err(|error| Trouble::Bug(error.to_string()))?;
    let purpose = Purpose::Message(new.uuid());
    let sealed = sealing::seal_between(app, &mut write, who, asker, purpose, &text).await?;
    write
        .insert_answer(&AnswerRow {
            id: new,
            post: id,
            author: who.helper(),
            for_asker: sealed.for_recipient,
            for_author: sealed.for_sender,
            state: AnswerState::Waiting,
            made: now,
        })
        .await?;
    let kind = NoticeKind::PostAnswered;
    notify::author(app, &mut write, &row.post, who.helper(), kind).await?;
    done(app, write, who, Deed::AskAnswered, id).await
}

/// Takes one's own answer back, as long as the asker has not said anything to it.
///
/// # Errors
/// [`PostError::NotFound`] when there is none.
pub async fn take_back(app: &App, who: &SignedIn, id: PostId) -> Result<(), PostError> {
    let mut write = app.store.write().await?;
    seen(app, &mut write, who, id).await?;
    if !write.delete_answer(id, who.helper()).await? {
        return Err(PostError::NotFound);
    }
    done(app, write, who, Deed::AnswerTakenBack, id).await
}

/// What an answer says, for the asker or for whoever gave it; `None` when it does not open.
pub(super) async fn open(
    read: &mut Read,
    who: &SignedIn,
    asker: HelperId,
    row: &AnswerRow,
) -> Result<Option<Answer>, Trouble> {
    let purpose = Purpose::Message(row.id.uuid());
    let text = if row.author == who.helper() {
        sealing::open_own(who, asker, purpose, &row.for_author)
    } else if asker == who.helper() {
        match sealing::known_key(read, who, row.author).await {
            Ok(key) => sealing::open_theirs(who, &key, purpose, &row.for_asker),
            Err(Trouble::Vault(_)) => None,
            Err(trouble @ (Trouble::Store(_) | Trouble::Bug(_))) => return Err(trouble),
        }
    } else {
        None
    };
    Ok(text.and_then(|text| serde_json::from_slice(&text).ok()))
}
