//! Recording that the two people were introduced.

use argonaut_domain::ids::MatchId;
use argonaut_domain::introduction::{Act, FirstContact};
use argonaut_domain::notice::NoticeKind;
use serde_json::json;

use super::{MatchError, Step};
use crate::app::App;
use crate::who::SignedIn;

/// Records the introduction.
///
/// # Errors
/// [`MatchError::Refused`] when details are not released, or a consent ended.
pub async fn introduce(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    first_contact: FirstContact,
    accompanied: bool,
) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    let detail = json!({ "first_contact": first_contact, "accompanied": accompanied });
    step.apply(
        &Act::Introduce {
            first_contact,
            accompanied,
        },
        "introduced",
        detail,
    )
    .await?;
    step.tell(NoticeKind::IntroductionMade).await?;
    step.commit().await
}
