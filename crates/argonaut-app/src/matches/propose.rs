//! Proposing to introduce two people, and saying whom one brings.

use argonaut_domain::ids::{ClientId, MatchId};
use argonaut_domain::introduction::{Act, Party};
use argonaut_domain::notice::NoticeKind;
use serde_json::json;

use super::{MatchError, Step, ask};
use crate::app::App;
use crate::who::SignedIn;

/// Whom a helper brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bring {
    /// Whoever stood in the enquiry.
    AsAsked,
    /// This client of theirs.
    Client(ClientId),
    /// Themselves: they help in person.
    Myself,
}

async fn party(
    app: &App,
    who: &SignedIn,
    step: &mut Step<'_>,
    bring: Bring,
) -> Result<Option<Party>, MatchError> {
    match bring {
        Bring::AsAsked => Ok(None),
        Bring::Myself => Ok(Some(Party::Helper)),
        Bring::Client(client) => ask::bring(app, &mut step.write, who, client)
            .await
            .map(Some),
    }
}

/// Proposes the introduction. Each side then asks their client.
///
/// # Errors
/// [`MatchError::Refused`] when the helpers do not talk yet, or a proposal stands.
pub async fn propose(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    bring: Bring,
) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    let party = party(app, who, &mut step, bring).await?;
    step.apply(&Act::Propose(party), "proposed", json!({}))
        .await?;
    step.tell(NoticeKind::MatchProposed).await?;
    step.commit().await
}

/// Says whom one brings, when the other side proposed first.
///
/// # Errors
/// [`MatchError::Refused`] when it is settled.
pub async fn choose(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    bring: Bring,
) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    if let Some(party) = party(app, who, &mut step, bring).await? {
        step.apply(&Act::Choose(party), "chosen", json!({})).await?;
        step.commit().await?;
    }
    Ok(())
}
