//! Putting a match aside until a day, taking it up before that, and reopening what is closed.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::MatchId;
use argonaut_domain::introduction::{Act, Party};
use argonaut_domain::notice::NoticeKind;
use argonaut_domain::safety::SocialAct;
use argonaut_engine::ListingId;
use serde_json::json;

use super::{MatchError, Step};
use crate::app::App;
use crate::clients::may_answer_for;
use crate::people;
use crate::safety;
use crate::who::SignedIn;

/// Puts a match aside until then: nothing is awaited of anybody before.
///
/// # Errors
/// [`MatchError::Refused`] when the day is past or too far, or it is over.
pub async fn park(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    until: Timestamp,
) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    step.apply(&Act::Park(until), "parked", json!({ "until": until }))
        .await?;
    step.commit().await
}

/// Takes up again what was put aside.
///
/// # Errors
/// [`MatchError::Refused`] when it is not put aside.
pub async fn resume(app: &App, who: &SignedIn, id: MatchId) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    step.apply(&Act::Resume, "resumed", json!({})).await?;
    step.commit().await
}

/// Takes up again what is closed. Both sides must still be there to talk: one's own client in
/// one's care, the other's on show, and nothing between the two helpers.
///
/// # Errors
/// [`MatchError::Gone`] when somebody is not there any more; [`MatchError::Refused`] when it
/// is not theirs to reopen, or the two rest; [`MatchError::AlreadyOpen`] when they are in
/// another open match by now.
pub async fn reopen(app: &App, who: &SignedIn, id: MatchId) -> Result<(), MatchError> {
    let now = app.now();
    let mut step = Step::begin(app, who, id).await?;
    let row = step.write.joint(id).await?.ok_or(MatchError::NotFound)?;
    let talked = row.names_shown();
    // Whether it is theirs to reopen comes before whether anybody is left there.
    step.joint
        .apply(&Act::Reopen { talked }, Some(step.side), now)?;
    let helper = who.helper();
    if let Err(until) = safety::may_act(&mut step.write, helper, SocialAct::Enquire, now).await? {
        return Err(MatchError::Limited(until));
    }
    let viewer = step.write.viewer(helper).await?;
    if people::face(&app.world(), &viewer, step.other()).is_none() {
        return Err(MatchError::Gone);
    }
    if let Party::Client { client, .. } = *step.joint.parties.of(step.side) {
        let granted = may_answer_for(&mut step.write, who, client).await?;
        if step.write.client(&granted).await?.archived {
            return Err(MatchError::Gone);
        }
    }
    if let Party::Client { card, .. } = *step.joint.parties.of(step.side.other()) {
        let card = match card {
            Some(card) => step.write.card(card).await?,
            None => None,
        };
        let Some(card) = card.filter(|card| card.is_live(now)) else {
            return Err(MatchError::Gone);
        };
        if !app.world().finds(&viewer, ListingId::Card(card.id), now) {
            return Err(MatchError::Gone);
        }
    }
    step.apply(&Act::Reopen { talked }, "reopened", json!({}))
        .await?;
    step.tell(NoticeKind::MatchReopened).await?;
    step.commit().await
}
