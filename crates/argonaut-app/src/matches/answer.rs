//! Answering: an enquiry is accepted or declined, a proposal declined.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::MatchId;
use argonaut_domain::introduction::{Act, ClosingReason, StageName};
use argonaut_domain::notice::NoticeKind;
use serde_json::json;

use super::{MatchError, Step};
use crate::app::App;
use crate::sealing;
use crate::who::SignedIn;

/// Accepts an enquiry: both helpers are shown each other's names, and each
/// other's keys are pinned from now on.
///
/// # Errors
/// [`MatchError::Refused`] when it is not theirs to accept, or was answered.
pub async fn accept(app: &App, who: &SignedIn, id: MatchId) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    step.apply(&Act::Accept, "accepted", json!({})).await?;
    let other = step.other();
    if sealing::pin(app, &mut step.write, who, other).await? {
        step.note(Deed::KeyPinned, other.uuid());
    }
    step.tell(NoticeKind::EnquiryAccepted).await?;
    step.commit().await
}

/// Declines an enquiry, or a proposal, with a typed reason.
///
/// # Errors
/// [`MatchError::Refused`] when it is not theirs to decline.
pub async fn decline(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    reason: ClosingReason,
) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    let enquiry = step.joint.stage_name() == StageName::Asked;
    step.apply(
        &Act::Decline(reason),
        "declined",
        json!({ "reason": reason }),
    )
    .await?;
    step.tell(if enquiry {
        NoticeKind::EnquiryDeclined
    } else {
        NoticeKind::MatchClosed
    })
    .await?;
    step.commit().await
}
