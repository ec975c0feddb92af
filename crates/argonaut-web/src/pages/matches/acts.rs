//! The acts of a match: each posts, and leads back to the room. Where the
//! other helper was faster, the room says so, and keeps what was typed.

use argonaut_app::contacts::block::block_partner;
use argonaut_app::matches::propose::Bring;
use argonaut_app::matches::{
    MatchError, agree as agreeing, answer, end, introduce as introducing, message as messages,
    propose as proposing, report as reporting,
};
use argonaut_domain::introduction::ClosingReason;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};

use super::{match_id, room, words as own};
use crate::failure::{Failure, Problem as _, status};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::clients::read_given;
use crate::pages::layout::{NavItem, Width};
use crate::pages::parts::{self, Choice, Field, form};
use crate::state::Web;
use crate::words::Done;

/// Back to the room: with the good news, or with what went wrong.
pub(super) async fn back(
    web: &Web,
    me: &Me,
    id: &str,
    result: Result<(), MatchError>,
    good: Done,
    sent: &FormData,
) -> Result<Response, Failure> {
    match result {
        Ok(()) => Ok(done(&format!("/matches/{id}"), good).into_response()),
        Err(error @ (MatchError::NotFound | MatchError::Trouble(_))) => {
            Err(Failure::of(&me.tr, &error))
        }
        Err(error) => {
            let page = room::page(web, me, match_id(id)?, Some(error.say(&me.tr)), sent).await?;
            Ok((status(error.kind()), page).into_response())
        }
    }
}

pub(super) async fn accept(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let result = answer::accept(&web.app, &me.who, match_id(&id)?).await;
    back(
        &web,
        &me,
        &id,
        result,
        Done::EnquiryAccepted,
        &FormData::default(),
    )
    .await
}

pub(super) async fn decline(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let reason = sent.parsed("reason").unwrap_or(ClosingReason::NotSaid);
    let result = answer::decline(&web.app, &me.who, match_id(&id)?, reason).await;
    back(&web, &me, &id, result, Done::EnquiryDeclined, &sent).await
}

fn bring(sent: &FormData) -> Result<Bring, Failure> {
    match sent.text("bring") {
        "" => Ok(Bring::AsAsked),
        "myself" => Ok(Bring::Myself),
        client => client
            .parse()
            .map(Bring::Client)
            .map_err(|_| Failure::not_found()),
    }
}

pub(super) async fn propose(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let result = proposing::propose(&web.app, &me.who, match_id(&id)?, bring(&sent)?).await;
    back(&web, &me, &id, result, Done::Proposed, &sent).await
}

pub(super) async fn choose(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let result = proposing::choose(&web.app, &me.who, match_id(&id)?, bring(&sent)?).await;
    back(&web, &me, &id, result, Done::PartyChosen, &sent).await
}

pub(super) async fn agree(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let yes = if sent.ticked("myself") {
        agreeing::Yes::Myself {
            phone: sent.text("phone").to_owned(),
            email: sent.text("email").to_owned(),
        }
    } else if sent.ticked("by_link") {
        agreeing::Yes::ByLink
    } else {
        let Ok(given) = read_given(&me.tr, &sent) else {
            return again(&web, &me, &id, t!(me.tr, "consent-unreadable"), &sent).await;
        };
        agreeing::Yes::Client {
            fields: sent.all_parsed("fields"),
            given,
        }
    };
    let result = agreeing::agree(&web.app, &me.who, match_id(&id)?, yes).await;
    back(&web, &me, &id, result, Done::Agreed, &sent).await
}

pub(super) async fn introduce(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let Some(first) = sent.parsed("first_contact") else {
        return again(&web, &me, &id, t!(me.tr, "matches-answer-all"), &sent).await;
    };
    let result = introducing::introduce(
        &web.app,
        &me.who,
        match_id(&id)?,
        first,
        sent.ticked("accompanied"),
    )
    .await;
    back(&web, &me, &id, result, Done::Introduced, &sent).await
}

pub(super) async fn report(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let (Some(connected), Some(still_in_touch), Some(helpful)) = (
        sent.parsed("connected"),
        sent.parsed("still_in_touch"),
        sent.parsed("helpful"),
    ) else {
        return again(&web, &me, &id, t!(me.tr, "matches-answer-all"), &sent).await;
    };
    let report = reporting::Report {
        connected,
        still_in_touch,
        helpful,
    };
    let result = reporting::report(&web.app, &me.who, match_id(&id)?, report).await;
    back(&web, &me, &id, result, Done::OutcomeRecorded, &sent).await
}

/// The room again, with what is missing and with what was typed.
async fn again(
    web: &Web,
    me: &Me,
    id: &str,
    text: String,
    sent: &FormData,
) -> Result<Response, Failure> {
    let page = room::page(web, me, match_id(id)?, Some(text), sent).await?;
    Ok((status(argonaut_app::Kind::Invalid), page).into_response())
}

pub(super) async fn finish(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let result = reporting::finish(&web.app, &me.who, match_id(&id)?).await;
    back(
        &web,
        &me,
        &id,
        result,
        Done::MatchClosed,
        &FormData::default(),
    )
    .await
}

pub(super) async fn message(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let match_id = match_id(&id)?;
    let now = web.app.now();
    let open = room::open(&web, &me, match_id).await?;
    let looked = room::looked(&me, &open, now, &sent).map(|(_, looked)| looked);
    if looked.as_ref().is_some_and(|looked| looked.undecided) {
        let page = room::page(&web, &me, match_id, None, &sent).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let words = looked.map_or_else(|| sent.text("message").to_owned(), |looked| looked.masked);
    let result = messages::write(&web.app, &me.who, match_id, &words).await;
    back(&web, &me, &id, result, Done::MessageSent, &sent).await
}

pub(super) async fn withdraw_page(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let tr = &me.tr;
    let room = argonaut_app::matches::room::room(&web.app, &me.who, match_id(&id)?)
        .await
        .map_err(|error| Failure::of(tr, &error))?;
    let home = format!("/matches/{id}");
    let reasons: Vec<Choice<'_>> = ClosingReason::choices()
        .map(|reason| {
            Choice::new(
                reason.code(),
                own::reason(tr, reason),
                reason == ClosingReason::NotSaid,
            )
        })
        .collect();
    // Once it is over there is nothing to withdraw from, but one may still block.
    let open = !room.joint.is_closed();
    let title = if open {
        t!(tr, "matches-withdraw-title")
    } else {
        t!(tr, "matches-block")
    };
    let lead = open.then(|| t!(tr, "matches-withdraw-lead"));
    let body = html! {
        (parts::heading(&title, lead.as_deref(), None))
        @if open {
            (form::post(&format!("{home}/withdraw"), false, &html! {
                (form::radio_group(tr, &Field::new("reason", t!(tr, "matches-withdraw-reason")).hint(t!(tr, "matches-withdraw-hint")), &reasons))
                (form::submit_row(&t!(tr, "matches-withdraw-now"), Some((&t!(tr, "form-cancel"), &home))))
            }))
        }
        (parts::section(&t!(tr, "matches-block-title"), &html! {
            p { (t!(tr, "matches-block-lead")) }
            (parts::post_button(&t!(tr, "matches-block"), &format!("{home}/block"), parts::Weight::Danger, &[]))
        }))
    };
    Ok(me.show(&title, NavItem::Matches, Width::Text, &body))
}

pub(super) async fn withdraw(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let result = end::withdraw(&web.app, &me.who, match_id(&id)?, sent.parsed("reason")).await;
    back(&web, &me, &id, result, Done::MatchClosed, &sent).await
}

pub(super) async fn block(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    block_partner(&web.app, &me.who, match_id(&id)?)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done("/matches", Done::HelperBlocked).into_response())
}
