//! What became of hints: told to their givers when the two helpers talk, and when the two
//! clients are introduced. A no is never told.

use argonaut_domain::hint::{HINT_DAYS, HintState};
use argonaut_domain::introduction::{Match, StageName};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::Write;

use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;

/// A match moved: whoever suggested its two clients to each other learns how far it came.
pub(crate) async fn moved(app: &App, write: &mut Write, joint: &Match) -> Result<(), Trouble> {
    let (Some(one), Some(other)) = (joint.parties.asker.client(), joint.parties.owner.client())
    else {
        return Ok(());
    };
    let (state, kind) = match joint.stage_name() {
        StageName::Asked | StageName::Closed => return Ok(()),
        StageName::Talking | StageName::Proposed | StageName::Active => {
            (HintState::Further, NoticeKind::HintWentFurther)
        }
        StageName::Introduced => (HintState::Held, NoticeKind::HintHeld),
    };
    for hint in write.hints_of_pair(one, other).await? {
        if state.follows(hint.state) {
            write.settle_hint(hint.id, state, app.now()).await?;
            tell(app, write, hint.helper, kind, hint.id.uuid()).await?;
        }
    }
    Ok(())
}

/// Lets go of hints that led nowhere.
pub(crate) async fn forget(app: &App) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write.forget_hints(app.now().plus_days(-HINT_DAYS)).await?;
    Ok(write.commit_unlogged().await?)
}
