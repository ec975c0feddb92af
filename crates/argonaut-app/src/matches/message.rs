//! Messages between the two helpers of a match, sealed to both and to nobody else.

use argonaut_domain::access::Granted;
use argonaut_domain::audit::Deed;
use argonaut_domain::ids::{HelperId, MatchId};
use argonaut_domain::introduction::Refusal;
use argonaut_store::{MessageRow, Write};
use uuid::Uuid;

use super::{MatchError, Step};
use crate::app::App;
use crate::sealing::{self, Purpose};
use crate::who::SignedIn;

/// The longest message.
pub const MOST_CHARACTERS: usize = 4_000;

/// Writes a message.
///
/// # Errors
/// [`MatchError::BadMessage`] when it is empty or too long.
pub async fn write(app: &App, who: &SignedIn, id: MatchId, words: &str) -> Result<(), MatchError> {
    let words = words.trim();
    if words.is_empty() || words.chars().count() > MOST_CHARACTERS {
        return Err(MatchError::BadMessage {
            most: MOST_CHARACTERS,
        });
    }
    let mut step = Step::begin(app, who, id).await?;
    if step.joint.is_closed() {
        return Err(MatchError::Refused(Refusal::WrongStage(
            step.joint.stage_name(),
        )));
    }
    let (granted, other) = (step.granted, step.other());
    put(app, &mut step.write, who, &granted, other, words).await?;
    step.note(Deed::MessageSent, id.uuid());
    step.commit().await
}

/// Seals and keeps a message, inside a larger act.
pub(crate) async fn put(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    granted: &Granted<MatchId>,
    recipient: HelperId,
    words: &str,
) -> Result<(), MatchError> {
    let now = app.now();
    let message = Uuid::from_bytes(*MatchId::ordered(now, &mut app.rng()).bytes());
    let sealed = sealing::seal_between(
        app,
        write,
        who,
        recipient,
        Purpose::Message(message),
        words.as_bytes(),
    )
    .await?;
    let row = MessageRow {
        id: message,
        sender: who.helper(),
        for_recipient: sealed.for_recipient,
        for_sender: sealed.for_sender,
        sent: now,
    };
    Ok(write.insert_message(granted, &row).await?)
}
