//! What is done to a plan: each act leads back to it.

use argonaut_app::Kind;
use argonaut_app::clients::ClientError;
use argonaut_app::plans::{
    self, NewBarrier, NewGoal, NewReview, NewStep, PlanError, add_barrier, add_goal, add_step,
};
use argonaut_domain::plan::{Attainment, BarrierOf, Doer};
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::civil::Date;

use super::show::page;
use crate::failure::{self, Failure, Problem as _};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::clients::client_id;
use crate::state::Web;
use crate::words::Done;

/// Back to the plan, or the form again with what was typed.
async fn after(
    web: &Web,
    me: &Me,
    id: &str,
    sent: &FormData,
    field: &str,
    result: Result<(), PlanError>,
) -> Result<Response, Failure> {
    match result {
        Ok(()) => Ok(done(&format!("/clients/{id}/plan"), Done::PlanSaved).into_response()),
        Err(error) if error.kind() == Kind::Invalid => {
            let said = match &error {
                PlanError::Client(ClientError::Invalid(_)) => t!(me.tr, "plan-too-much"),
                PlanError::Client(_)
                | PlanError::Empty
                | PlanError::NothingReviewed
                | PlanError::NotThere => error.say(&me.tr),
            };
            again(web, me, id, sent, field, said).await
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

async fn again(
    web: &Web,
    me: &Me,
    id: &str,
    sent: &FormData,
    field: &str,
    said: String,
) -> Result<Response, Failure> {
    let error = (field.to_owned(), said);
    let mut answer = page(web, me, id, sent, Some(&error)).await?;
    if answer.status().is_success() {
        *answer.status_mut() = failure::status(Kind::Invalid);
    }
    Ok(answer)
}

/// A day that may be left out; what is no day is an error of its field.
fn day(sent: &FormData, name: &str) -> Result<Option<Date>, ()> {
    match sent.text(name) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| ()),
    }
}

fn number(text: &str) -> Result<u32, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

pub(super) async fn goal(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let levels = Attainment::ALL
        .iter()
        .map(|level| (*level, sent.text(&format!("looks{}", level.code())).into()));
    let new = NewGoal {
        interest: sent.text("interest").into(),
        words: sent.text("goal").into(),
        levels: levels.collect(),
    };
    let result = add_goal(&web.app, &me.who, client_id(&id)?, new).await;
    after(&web, &me, &id, &sent, "goal", result).await
}

pub(super) async fn step(
    State(web): State<Web>,
    me: Me,
    Path((id, goal)): Path<(String, String)>,
    sent: FormData,
) -> Result<Response, Failure> {
    let (client, goal) = (client_id(&id)?, number(&goal)?);
    let (field, by) = (format!("step-{goal}"), format!("by-{goal}"));
    let Ok(until) = day(&sent, &by) else {
        return again(&web, &me, &id, &sent, &by, t!(me.tr, "plan-bad-day")).await;
    };
    let new = NewStep {
        words: sent.text(&field).into(),
        who: sent
            .parsed(&format!("who-{goal}"))
            .unwrap_or(Doer::Together),
        by: until,
    };
    let result = add_step(&web.app, &me.who, client, goal, new).await;
    after(&web, &me, &id, &sent, &field, result).await
}

pub(super) async fn barrier(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let new = NewBarrier {
        of: sent.parsed("of").unwrap_or(BarrierOf::Environment),
        words: sent.text("barrier").into(),
        tried: sent.text("tried").into(),
    };
    let result = add_barrier(&web.app, &me.who, client_id(&id)?, new).await;
    after(&web, &me, &id, &sent, "barrier", result).await
}

pub(super) async fn review(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let client = client_id(&id)?;
    let Ok(next) = day(&sent, "next") else {
        return again(&web, &me, &id, &sent, "next", t!(me.tr, "plan-bad-day")).await;
    };
    let reached = sent
        .pairs()
        .filter_map(|(name, level)| {
            let goal = name.strip_prefix("reached-")?.parse().ok()?;
            Some((goal, Attainment::parse(level)?))
        })
        .collect();
    let new = NewReview {
        reached,
        words: sent.text("review").into(),
        next,
    };
    let result = plans::review(&web.app, &me.who, client, new).await;
    after(&web, &me, &id, &sent, "review", result).await
}

/// What somebody else took out in the meantime is gone: nothing is to be told but the plan.
fn back(me: &Me, id: &str, told: Done, result: Result<(), PlanError>) -> Result<Redirect, Failure> {
    let plan = format!("/clients/{id}/plan");
    match result {
        Ok(()) => Ok(done(&plan, told)),
        Err(PlanError::NotThere) => Ok(Redirect::to(&plan)),
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

pub(super) async fn turn(
    State(web): State<Web>,
    me: Me,
    Path((id, step)): Path<(String, String)>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let (client, step) = (client_id(&id)?, number(&step)?);
    let result = plans::turn_step(&web.app, &me.who, client, step, sent.text("done") != "no").await;
    back(&me, &id, Done::PlanSaved, result)
}

pub(super) async fn remove(
    State(web): State<Web>,
    me: Me,
    Path((id, part)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let result = plans::remove(&web.app, &me.who, client_id(&id)?, number(&part)?).await;
    back(&me, &id, Done::PlanPartRemoved, result)
}
