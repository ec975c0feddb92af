//! What is done on a group's page: joining, inviting, links, friends, the agreement.

use argonaut_app::groups::join::{Joined, Wish, join as joining};
use argonaut_app::groups::{GroupError, friends, invite as inviting, links, members};
use argonaut_domain::group::GroupRole;
use argonaut_domain::ids::{GroupId, HelperId};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::problems::fault;
use super::{group_id, helper_id, show};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::rights::origin;
use crate::state::Web;
use crate::words::Done;

pub(super) async fn join(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let group = group_id(&id)?;
    let token = Some(sent.text("token").to_owned()).filter(|token| !token.is_empty());
    let agreed = if sent.ticked("agreed") {
        sent.parsed("agreed")
    } else {
        None
    };
    let answers = (0..argonaut_app::groups::make::MOST_QUESTIONS)
        .map(|number| sent.text(&format!("answer-{number}")).to_owned())
        .collect();
    let wish = Wish {
        agreed,
        answers,
        token: token.clone(),
    };
    match joining(&web.app, &me.who, group, wish).await {
        Ok(Joined::In) => Ok(done(&format!("/groups/{id}"), Done::GroupIn).into_response()),
        Ok(Joined::Asked) => Ok(done("/groups", Done::GroupRequested).into_response()),
        Err(GroupError::Invalid(faults)) => {
            let errors: Vec<_> = faults.into_iter().map(|of| fault(&me.tr, of)).collect();
            let page = show::page(&web, &me, group, token.as_deref(), &sent, &errors).await?;
            Ok((status(argonaut_app::Kind::Invalid), page).into_response())
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

pub(super) async fn decline(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    inviting::decline(&web.app, &me.who, group_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/groups", Done::GroupLetGo))
}

pub(super) async fn agree(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let version = sent.parsed("version").unwrap_or(0);
    members::agree(&web.app, &me.who, group_id(&id)?, version)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/groups/{id}"), Done::GroupAgreed))
}

/// Shows the group's page again with what is wrong with the invitation.
async fn again(
    web: &Web,
    me: &Me,
    group: GroupId,
    sent: &FormData,
    text: String,
    kind: argonaut_app::Kind,
) -> Result<Response, Failure> {
    let errors = vec![("who".to_owned(), text)];
    let page = show::page(web, me, group, None, sent, &errors).await?;
    Ok((status(kind), page).into_response())
}

pub(super) async fn invite(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let group = group_id(&id)?;
    let role = sent.parsed("role").unwrap_or(GroupRole::Member);
    // Nobody chosen is nobody found.
    let helper = sent
        .parsed::<HelperId>("who")
        .unwrap_or(HelperId::from_uuid(uuid::Uuid::nil()));
    match inviting::invite(&web.app, &me.who, group, helper, role).await {
        Ok(()) => Ok(done(&format!("/groups/{id}"), Done::GroupInvited).into_response()),
        Err(error @ GroupError::Already) => {
            again(&web, &me, group, &sent, error.say(&me.tr), error.kind()).await
        }
        // Nobody chosen, or nobody whom they can meet. Outsiders find no page here either.
        Err(GroupError::NotFound) => {
            let text = t!(me.tr, "circle-add-who-missing");
            again(&web, &me, group, &sent, text, argonaut_app::Kind::Invalid).await
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

pub(super) async fn take_back(
    State(web): State<Web>,
    me: Me,
    Path((id, helper)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    inviting::take_back(&web.app, &me.who, group_id(&id)?, helper_id(&helper)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/groups/{id}"), Done::GroupInvitationBack))
}

pub(super) async fn make_link(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    headers: HeaderMap,
    sent: FormData,
) -> Result<Response, Failure> {
    let group = group_id(&id)?;
    let trusted = sent.text("link") == "trusted";
    let days = sent.parsed("link_days").unwrap_or(7);
    let uses = sent.parsed("link_uses").unwrap_or(1);
    let (made, token) = links::make(&web.app, &me.who, group, trusted, days, uses)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    // Shown in this answer alone: it is kept nowhere.
    let site = origin(web.reach, &headers);
    let page = show::with_link(&web, &me, &made, &token, &site).await?;
    Ok(page.into_response())
}

pub(super) async fn end_link(
    State(web): State<Web>,
    me: Me,
    Path((id, link)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let link = link.parse().map_err(|_| Failure::not_found())?;
    links::revoke(&web.app, &me.who, group_id(&id)?, link)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/groups/{id}"), Done::GroupLinkEnded))
}

pub(super) async fn befriend(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let other = sent
        .parsed("other")
        .unwrap_or(GroupId::from_uuid(uuid::Uuid::nil()));
    friends::ask(&web.app, &me.who, group_id(&id)?, other)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/groups/{id}"), Done::GroupFriendAsked))
}

pub(super) async fn unfriend(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let other = sent
        .parsed("other")
        .unwrap_or(GroupId::from_uuid(uuid::Uuid::nil()));
    friends::end(&web.app, &me.who, group_id(&id)?, other)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(&format!("/groups/{id}"), Done::GroupFriendEnded))
}
