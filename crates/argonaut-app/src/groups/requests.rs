//! Requests to join: the coordinators alone read the answers, and answer them.

use argonaut_domain::access::GroupRight;
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::group::GroupRole;
use argonaut_domain::ids::{GroupId, HelperId};
use argonaut_domain::notice::NoticeKind;
pub use argonaut_store::GroupAnswer;

use super::{GroupError, may, share};
use crate::app::App;
use crate::matches::tell;
use crate::people::{self, Face};
use crate::who::SignedIn;

/// A request that waits.
#[derive(Clone, Debug)]
pub struct Request {
    /// Who asks.
    pub face: Face,
    /// What they answer.
    pub answers: Vec<GroupAnswer>,
    /// Whether they came by a link.
    pub by_link: bool,
    /// When.
    pub asked: Timestamp,
}

/// Lists the requests of a group, but for those of helpers whom the reader cannot meet.
///
/// # Errors
/// [`GroupError::NotAllowed`] for all but coordinators.
pub async fn list(app: &App, who: &SignedIn, id: GroupId) -> Result<Vec<Request>, GroupError> {
    let mut read = app.store.read().await?;
    let inside = may(&mut read, who, id, GroupRight::Admit).await?;
    let rows = read.group_requests(&inside.granted).await?;
    let viewer = read.viewer(who.helper()).await?;
    let world = app.world();
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            people::face(&world, &viewer, row.helper).map(|face| Request {
                face,
                answers: row.answers,
                by_link: row.link.is_some(),
                asked: row.asked,
            })
        })
        .collect())
}

/// Accepts or declines a request; its answers are deleted with it.
///
/// # Errors
/// [`GroupError::NotFound`] when nobody asks, or nobody whom the reader can meet.
pub async fn answer(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    helper: HelperId,
    accept: bool,
) -> Result<(), GroupError> {
    let mut write = app.store.write().await?;
    let inside = may(&mut write, who, id, GroupRight::Admit).await?;
    write.hold_group(id).await?;
    let viewer = write.viewer(who.helper()).await?;
    let row = write
        .group_requests(&inside.granted)
        .await?
        .into_iter()
        .find(|row| row.helper == helper)
        .filter(|row| people::face(&app.world(), &viewer, row.helper).is_some())
        .ok_or(GroupError::NotFound)?;
    let deed = if accept {
        write
            .seat_in_group(id, helper, GroupRole::Member, row.agreed, app.now())
            .await?;
        share::tell_leads(app, &mut write, id).await?;
        tell(app, &mut write, helper, NoticeKind::GroupJoined, id.uuid()).await?;
        Deed::GroupAdmitted
    } else {
        // They are not told: a "no" to a person needs a person's words.
        write.end_group_request(id, helper).await?;
        Deed::GroupDeclined
    };
    write
        .commit(&[app.entry(Some(who.helper()), deed, id.uuid())])
        .await?;
    Ok(app.refresh().await?)
}
