//! More about a client, shown to the other helper before either side has said yes: what helps
//! to decide, and nothing by which somebody could be found or reached. It flows under a
//! consent, sealed, until the match ends or the consent does.

use argonaut_domain::audit::Deed;
use argonaut_domain::consent::{ConsentScope, ReleasedField};
use argonaut_domain::ids::MatchId;
use argonaut_domain::introduction::{Party, Refusal, Stage};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::DetailRow;
use uuid::Uuid;

use super::{MatchError, Step};
use crate::app::App;
use crate::clients::may_answer_for;
use crate::clients::open::unseal;
use crate::consents::record::{self, Given};
use crate::error::Trouble;
use crate::sealing::{self, Purpose};
use crate::who::SignedIn;

/// Shows the other helper these fields of one's own client.
///
/// # Errors
/// [`MatchError::NothingShared`] when the record says nothing about them;
/// [`MatchError::Refused`] before the two helpers talk, and once both sides said yes.
pub async fn show(
    app: &App,
    who: &SignedIn,
    id: MatchId,
    fields: &[ReleasedField],
    given: Given,
) -> Result<(), MatchError> {
    let now = app.now();
    let mut step = Step::begin(app, who, id).await?;
    if !matches!(step.joint.stage, Stage::Talking | Stage::Proposed { .. }) {
        let stage = step.joint.stage_name();
        return Err(Refusal::WrongStage(stage).into());
    }
    let Party::Client { client, .. } = *step.joint.parties.of(step.side) else {
        return Err(Refusal::NoClient.into());
    };
    let fields: Vec<ReleasedField> = fields
        .iter()
        .copied()
        .filter(|field| field.is_for_deciding())
        .collect();
    let other = step.other();
    let granted = may_answer_for(&mut step.write, who, client).await?;
    let (_, dossier) = unseal(&mut step.write, who, &granted).await?;
    let released = dossier.get().released(&fields);
    if released.is_empty() {
        return Err(MatchError::NothingShared);
    }
    let scope = ConsentScope::Introduce {
        introduction: id,
        recipient: other,
        fields,
    };
    let consent = record::consent(app, who, client, scope, &given)?;
    record::keep(app, &mut step.write, who, &granted, &consent, given).await?;
    step.write.attend_client(&granted, now).await?;
    step.note(Deed::ConsentGiven, consent.id.uuid());

    let bytes = released
        .to_bytes()
        .map_err(|error| Trouble::Bug(error.to_string()))?;
    let detail = Uuid::from_bytes(*MatchId::ordered(now, &mut app.rng()).bytes());
    let purpose = Purpose::Message(detail);
    let sealed = sealing::seal_between(app, &mut step.write, who, other, purpose, &bytes).await?;
    let row = DetailRow {
        id: detail,
        sender: who.helper(),
        consent: consent.id,
        for_recipient: sealed.for_recipient,
        for_sender: sealed.for_sender,
        created: now,
    };
    let room = step.granted;
    step.write.set_match_detail(&room, &row).await?;
    step.tell(NoticeKind::DetailsShown).await?;
    step.commit().await
}

/// Takes back what one showed. What the other has read they have read.
///
/// # Errors
/// [`MatchError::NotFound`] when they take no part.
pub async fn hide(app: &App, who: &SignedIn, id: MatchId) -> Result<(), MatchError> {
    let mut step = Step::begin(app, who, id).await?;
    step.write
        .drop_match_details(id, Some(who.helper()))
        .await?;
    step.note(Deed::MatchMoved, id.uuid());
    step.commit().await
}
