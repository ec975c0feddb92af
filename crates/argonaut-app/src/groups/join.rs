//! Joining a group, or asking to.

use argonaut_domain::access::GroupRight;
use argonaut_domain::audit::Deed;
use argonaut_domain::group::{Group, GroupKind, GroupRole};
use argonaut_domain::ids::{GroupId, GroupLinkId};
use argonaut_domain::notice::NoticeKind;
use argonaut_store::{GroupAnswer, GroupRequestRow, Write};

use super::{GroupError, GroupFault, invite, links, seen, share};
use crate::app::App;
use crate::matches::tell;
use crate::who::SignedIn;

/// The longest answer.
pub const MOST_ANSWER: usize = 1_000;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// They are in.
    In,
    /// A coordinator says yes first.
    Asked,
}

/// What a helper says when they join.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Which text of the agreement they accepted.
    pub agreed: Option<i64>,
    /// Their answers, question by question.
    pub answers: Vec<String>,
    /// The token of a link.
    pub token: Option<String>,
}

/// Joins, or asks to join.
///
/// # Errors
/// [`GroupError::InvitationNeeded`] for a group that one cannot ask, and
/// [`GroupError::Invalid`] when questions are not answered or the agreement is not accepted.
pub async fn join(
    app: &App,
    who: &SignedIn,
    id: GroupId,
    wish: Wish,
) -> Result<Joined, GroupError> {
    let me = who.helper();
    let mut write = app.store.write().await?;
    let link = match &wish.token {
        Some(token) => links::open(app, &mut write, token)
            .await?
            .filter(|link| link.group == id),
        None => None,
    };
    let (group, _, viewer) = seen(app, &mut write, who, id, link.is_some()).await?;
    write.hold_group(id).await?;
    if wish.token.is_some() && link.is_none() {
        return Err(GroupError::LinkOver);
    }
    if write.group_seat(id, me).await?.is_some() {
        return Err(GroupError::Already);
    }
    let agreed = accepted(&group, wish.agreed)?;
    let invited = invite::of_helper(app, &mut write, who, &viewer)
        .await?
        .into_iter()
        .find(|row| row.group == id);
    let now = app.now();
    let role = match (&invited, &link) {
        (Some(row), _) => Some(row.role),
        (None, Some(link)) if link.trusted => Some(GroupRole::Member),
        (None, Some(_)) => None,
        (None, None) => match group.profile.kind {
            GroupKind::Open => Some(GroupRole::Member),
            GroupKind::ByRequest => None,
            GroupKind::ByInvitation | GroupKind::Secret => {
                return Err(GroupError::InvitationNeeded);
            }
        },
    };
    if let (None, Some(link)) = (&invited, &link) {
        write
            .use_group_link(link.id, now)
            .await
            .map_err(|_| GroupError::LinkOver)?;
    }
    if let Some(role) = role {
        write.seat_in_group(id, me, role, agreed, now).await?;
        share::tell_leads(app, &mut write, id).await?;
        write
            .commit(&[app.entry(Some(me), Deed::GroupJoined, id.uuid())])
            .await?;
        app.refresh().await?;
        return Ok(Joined::In);
    }
    let link = link.map(|link| link.id);
    ask(app, &mut write, who, &group, (wish.answers, agreed, link)).await?;
    write
        .commit(&[app.entry(Some(me), Deed::GroupAsked, id.uuid())])
        .await?;
    Ok(Joined::Asked)
}

/// The text of the agreement that was accepted: the present one, or none is needed.
fn accepted(group: &Group, agreed: Option<i64>) -> Result<i64, GroupError> {
    if group.profile.agreement.is_empty() || agreed == Some(group.agreement_version) {
        Ok(group.agreement_version)
    } else {
        Err(GroupError::Invalid(vec![GroupFault::NotAgreed]))
    }
}

async fn ask(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    group: &Group,
    (answers, agreed, link): (Vec<String>, i64, Option<GroupLinkId>),
) -> Result<(), GroupError> {
    let questions = &group.profile.questions;
    let answers: Vec<GroupAnswer> = questions
        .iter()
        .zip(answers)
        .map(|(question, answer)| GroupAnswer {
            question: question.clone(),
            answer: answer.trim().to_owned(),
        })
        .filter(|of| !of.answer.is_empty() && of.answer.chars().count() <= MOST_ANSWER)
        .collect();
    if answers.len() != questions.len() {
        return Err(GroupError::Invalid(vec![GroupFault::Answers]));
    }
    let row = GroupRequestRow {
        group: group.id,
        helper: who.helper(),
        answers,
        agreed,
        link,
        asked: app.now(),
    };
    write.ask_group(&row).await?;
    tell_admitting(app, write, who, group.id, NoticeKind::GroupAsked).await
}

/// Tells those who answer requests, but for the actor and whoever cannot meet them.
pub(super) async fn tell_admitting(
    app: &App,
    write: &mut Write,
    who: &SignedIn,
    id: GroupId,
    kind: NoticeKind,
) -> Result<(), GroupError> {
    let viewer = write.viewer(who.helper()).await?;
    for seat in write.group_seats(id).await? {
        let told = seat.may(GroupRight::Admit) && seat.helper != who.helper();
        if told && !viewer.is_blocked(seat.helper) {
            tell(app, write, seat.helper, kind, id.uuid()).await?;
        }
    }
    Ok(())
}
