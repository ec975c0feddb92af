//! What an asker does with answers: take one up, decline one kindly, close the ask as solved.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{AnswerId, MatchId, PostId};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::post::{AnswerState, PostKind};
use argonaut_engine::ListingId;
use argonaut_store::{AnswerRow, Read};

use super::write::{asked_for, done};
use super::{PostError, own, standing};
use crate::app::App;
use crate::contacts::{self, ContactError};
use crate::matches::ask::{Enquiry, ask};
use crate::matches::{MatchError, tell};
use crate::who::SignedIn;

/// What began when an answer was taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// An enquiry, with the client for whom it was asked.
    Enquiry(MatchId),
    /// A request to be contacts.
    Contact,
    /// Nothing: the two are contacts or at work together already.
    Known,
}

/// An answer to one's own ask, from somebody whom one hears.
async fn answer_to_me(
    app: &App,
    read: &mut Read,
    who: &SignedIn,
    id: PostId,
    answer: AnswerId,
) -> Result<(Option<argonaut_domain::ids::ClientId>, AnswerRow), PostError> {
    let row = own(read, who, id).await?;
    let viewer = read.viewer(who.helper()).await?;
    let world = app.world();
    let found = read
        .answers(id)
        .await?
        .into_iter()
        .find(|one| one.id == answer && viewer.hears(one.author, standing(&world, one.author)))
        .ok_or(PostError::NotFound)?;
    Ok((asked_for(who, &row), found))
}

/// Takes an answer up: with a client behind the ask an enquiry begins, else contact.
///
/// # Errors
/// [`PostError::NotFound`] when there is no such answer to an ask of theirs;
/// [`PostError::Changed`] when it was settled already.
pub async fn accept(
    app: &App,
    who: &SignedIn,
    id: PostId,
    answer: AnswerId,
) -> Result<Begun, PostError> {
    let mut read = app.store.read().await?;
    let (client, row) = answer_to_me(app, &mut read, who, id, answer).await?;
    drop(read);
    if row.state != AnswerState::Waiting {
        return Err(PostError::Changed);
    }
    // First what begins, then the mark: should the second fail, accepting once more finds
    // what has begun.
    let begun = match client {
        Some(client) => {
            let enquiry = Enquiry {
                about: ListingId::Helper(row.author),
                client: Some(client),
                words: String::new(),
            };
            match ask(app, who, enquiry).await {
                Ok(joint) => Begun::Enquiry(joint),
                Err(MatchError::AlreadyOpen) => Begun::Known,
                // They list nothing that this helper finds, or the client is not theirs to
                // answer for: contact fits.
                Err(MatchError::Gone) => contact(app, who, &row).await?,
                Err(error) => return Err(error.into()),
            }
        }
        None => contact(app, who, &row).await?,
    };
    let mut write = app.store.write().await?;
    write
        .move_answer(answer, AnswerState::Waiting, AnswerState::Accepted)
        .await?;
    let kind = NoticeKind::AnswerAccepted;
    tell(app, &mut write, row.author, kind, id.uuid()).await?;
    done(app, write, who, Deed::AnswerAccepted, id).await?;
    Ok(begun)
}

async fn contact(app: &App, who: &SignedIn, row: &AnswerRow) -> Result<Begun, PostError> {
    match contacts::ask::ask(app, who, row.author).await {
        Ok(()) => Ok(Begun::Contact),
        Err(ContactError::Already) => Ok(Begun::Known),
        Err(error) => Err(error.into()),
    }
}

/// Declines an answer, with thanks.
///
/// # Errors
/// [`PostError::NotFound`] when there is no such answer to an ask of theirs;
/// [`PostError::Changed`] when it was settled already.
pub async fn decline(
    app: &App,
    who: &SignedIn,
    id: PostId,
    answer: AnswerId,
) -> Result<(), PostError> {
    let mut write = app.store.write().await?;
    let (_, row) = answer_to_me(app, &mut write, who, id, answer).await?;
    write
        .move_answer(answer, AnswerState::Waiting, AnswerState::Declined)
        .await?;
    let kind = NoticeKind::AnswerDeclined;
    tell(app, &mut write, row.author, kind, id.uuid()).await?;
    done(app, write, who, Deed::AnswerDeclined, id).await
}

/// Closes an ask as solved, and thanks those whose answers helped.
///
/// # Errors
/// [`PostError::Over`] when it is no ask; [`PostError::Changed`] when it is closed already.
pub async fn solve(
    app: &App,
    who: &SignedIn,
    id: PostId,
    helped: &[AnswerId],
) -> Result<(), PostError> {
    let mut write = app.store.write().await?;
    let row = own(&mut write, who, id).await?;
    if row.post.kind != PostKind::Ask {
        return Err(PostError::Over);
    }
    write.solve_post(id, app.now()).await?;
    let viewer = write.viewer(who.helper()).await?;
    let world = app.world();
    for answer in write.answers(id).await? {
        let thanked = helped.contains(&answer.id)
            && viewer.hears(answer.author, standing(&world, answer.author));
        match answer.state {
            AnswerState::Waiting | AnswerState::Accepted if thanked => {
                write
                    .move_answer(answer.id, answer.state, AnswerState::Helped)
                    .await?;
                let kind = NoticeKind::AnswerHelped;
                tell(app, &mut write, answer.author, kind, id.uuid()).await?;
            }
            AnswerState::Waiting
            | AnswerState::Accepted
            | AnswerState::Declined
            | AnswerState::Helped => {}
        }
    }
    done(app, write, who, Deed::PostSolved, id).await
}
