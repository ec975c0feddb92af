//! Joint work that begins without an enquiry: both helpers said yes elsewhere (in a ring).

use argonaut_domain::ids::{HelperId, MatchId};
use argonaut_domain::introduction::{Act, Match, Party, Side};
use argonaut_store::{MatchEvent, Write};
use serde_json::json;

use super::MatchError;
use super::step::keep;
use crate::app::App;

/// Two helpers talk about two clients from now on, or already do: the room.
///
/// # Errors
/// When storage fails, or somebody was faster.
pub(crate) async fn talk(
    app: &App,
    write: &mut Write,
    asker: (HelperId, Party),
    owner: (HelperId, Party),
) -> Result<MatchId, MatchError> {
    let (ours, theirs) = (asker.1.client(), owner.1.client());
    let mut open = write.matches_between(asker.0, owner.0).await?;
    open.retain(|row| {
        let clients = [
            row.joint.parties.asker.client(),
            row.joint.parties.owner.client(),
        ];
        clients == [ours, theirs] || clients == [theirs, ours]
    });
    let now = app.now();
    let mut joint = match open.into_iter().next() {
        Some(row) => row.joint,
        None => {
            let id = MatchId::ordered(now, &mut app.rng());
            let joint = Match::ask(id, asker, owner, now);
            let event = MatchEvent {
                version: joint.version,
                at: now,
                side: Some(Side::Asker),
                what: "asked".to_owned(),
                detail: json!({}),
            };
            write.insert_match(&joint, &event).await?;
            joint
        }
    };
    // Whoever was asked said yes as well.
    if let Ok(moved) = joint.apply(&Act::Accept, Some(Side::Owner), now) {
        joint = moved.after.clone();
        keep(app, write, &moved, Some(Side::Owner), "accepted", json!({})).await?;
    }
    Ok(joint.id)
}
