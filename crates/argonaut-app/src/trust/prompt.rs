//! Asking for a word after joint work: when an introduction that did no harm is closed, both
//! helpers are asked whether they would vouch for each other.

use argonaut_domain::ids::HelperId;
use argonaut_domain::introduction::{Ending, Helpful, Match, Side, Stage};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::Write;

use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// Whether the helper of this side has reason to say a good word of the other.
pub fn is_worth_a_word(joint: &Match, side: Side) -> bool {
    match &joint.stage {
        Stage::Closed {
            ending: Ending::Success,
            outcomes,
            ..
        } => outcomes
            .of(side)
            .is_some_and(|outcome| match outcome.helpful {
                Helpful::Yes | Helpful::Partly => true,
                Helpful::No | Helpful::Harm => false,
            }),
        Stage::Closed { .. }
        | Stage::Asked
        | Stage::Talking
        | Stage::Proposed { .. }
        | Stage::Active { .. }
        | Stage::Introduced { .. } => false,
    }
}

/// Asks both helpers of a match that was just closed, inside its transaction.
pub(crate) async fn after(app: &App, write: &mut Write, joint: &Match) -> Result<(), Trouble> {
    for side in Side::ALL.iter().copied() {
        let (from, to) = (joint.helper(side), joint.helper(side.other()));
        let vouches = write.vouches_by(from).await?;
        let says_it = vouches.iter().any(|row| row.vouch.to == to);
        let shut_out = write.shut_out_by(from).await?.contains(&to);
        if is_worth_a_word(joint, side) && !says_it && !shut_out {
            tell(app, write, from, NoticeKind::VouchInvited, to.uuid()).await?;
        }
    }
    Ok(())
}

/// For whom this helper was asked a word, and has not answered: those whom they may meet.
///
/// # Errors
/// When storage fails.
pub async fn waiting(app: &App, who: &SignedIn) -> Result<Vec<Face>, Trouble> {
    let me = who.helper();
    let world = app.world();
    let mut read = app.store.read().await?;
    let asked = read.notices(me, 100).await?.into_iter();
    let mut asked: Vec<HelperId> = asked
        .filter(|notice| notice.kind == NoticeKind::VouchInvited && notice.read.is_none())
        .map(|notice| HelperId::from_uuid(notice.subject))
        .collect();
    asked.sort_unstable();
    asked.dedup();
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let viewer = read.viewer(me).await?;
    let vouches = read.vouches_by(me).await?;
    Ok(asked
        .into_iter()
        .filter(|id| vouches.iter().all(|row| row.vouch.to != *id))
        .filter_map(|id| people::face(&world, &viewer, id))
        .collect())
}
