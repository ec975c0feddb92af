//! What is done to a network map: each act leads back to where it was done.

use argonaut_app::Kind;
use argonaut_app::clients::ClientError;
use argonaut_app::networks::{self, Named, NetworkError};
use argonaut_domain::network::{Asking, Closeness, Frequency, Help};
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::show::{page, skip};
use super::tie;
use crate::failure::{self, Failure, Problem as _};
use crate::form_data::FormData;
use crate::i18n::{Tr, t};
use crate::me::{Me, done};
use crate::pages::clients::client_id;
use crate::state::Web;
use crate::words::Done;

/// What is wrong with what was typed.
pub(super) fn said(tr: &Tr, error: &NetworkError) -> String {
    match error {
        NetworkError::Client(ClientError::Invalid(_)) => t!(tr, "network-too-much"),
        NetworkError::Client(_)
        | NetworkError::Nobody
        | NetworkError::NoAnswer
        | NetworkError::NotThere => error.say(tr),
    }
}

/// The map again with what was typed, when that was the trouble.
async fn again(
    web: &Web,
    me: &Me,
    (id, field): (&str, &str),
    sent: &FormData,
    error: &NetworkError,
) -> Result<Response, Failure> {
    if error.kind() != Kind::Invalid {
        return Err(Failure::of(&me.tr, error));
    }
    let wrong = (field.to_owned(), said(&me.tr, error));
    let mut answer = page(web, me, id, sent, Some(&wrong)).await?;
    if answer.status().is_success() {
        *answer.status_mut() = failure::status(Kind::Invalid);
    }
    Ok(answer)
}

pub(super) async fn name(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let asking: Asking = sent.parsed("ask").unwrap_or(Asking::Matters);
    let named = Named {
        asking,
        names: sent.text("names").into(),
        kind: sent.parsed("kind").unwrap_or_else(|| asking.kind()),
        closeness: sent.parsed("closeness").unwrap_or(Closeness::Middle),
        frequency: sent.parsed("frequency").unwrap_or(Frequency::Weekly),
    };
    match networks::name(&web.app, &me.who, client_id(&id)?, named).await {
        Ok(_) => {
            let home = format!("/clients/{id}/network");
            Ok(done(&skip(&home, asking), Done::NetworkSaved).into_response())
        }
        Err(error) => again(&web, &me, (&id, "names"), &sent, &error).await,
    }
}

pub(super) async fn add(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    match networks::add(&web.app, &me.who, client_id(&id)?, tie::read(&sent)).await {
        Ok(_) => Ok(done(&format!("/clients/{id}/network"), Done::NetworkSaved).into_response()),
        Err(error) => again(&web, &me, (&id, "alias"), &sent, &error).await,
    }
}

/// What somebody else took out in the meantime is gone: nothing is to be told but the map.
fn back(
    me: &Me,
    to: &str,
    told: Done,
    result: Result<(), NetworkError>,
) -> Result<Redirect, Failure> {
    match result {
        Ok(()) => Ok(done(to, told)),
        Err(NetworkError::NotThere) => Ok(Redirect::to(to)),
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

fn number(text: &str) -> Result<u32, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

pub(super) async fn remove(
    State(web): State<Web>,
    me: Me,
    Path((id, tie)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let result = networks::remove(&web.app, &me.who, client_id(&id)?, number(&tie)?).await;
    back(
        &me,
        &format!("/clients/{id}/network"),
        Done::PlanPartRemoved,
        result,
    )
}

pub(super) async fn keep(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let result = networks::keep(&web.app, &me.who, client_id(&id)?).await;
    back(
        &me,
        &format!("/clients/{id}/network"),
        Done::NetworkSaved,
        result,
    )
}

pub(super) async fn forget(
    State(web): State<Web>,
    me: Me,
    Path((id, day)): Path<(String, String)>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let result = networks::forget(&web.app, &me.who, client_id(&id)?, number(&day)?).await;
    let to = match sent.text("to") {
        "measures" => format!("/clients/{id}/measures"),
        _elsewhere => format!("/clients/{id}/network"),
    };
    back(&me, &to, Done::PlanPartRemoved, result)
}

fn help(sent: &FormData) -> Result<Help, Failure> {
    sent.parsed("help").ok_or_else(Failure::not_found)
}

pub(super) async fn nobody(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let client = client_id(&id)?;
    let is_gap = sent.text("nobody") != "no";
    let result = networks::nobody(&web.app, &me.who, client, help(&sent)?, is_gap).await;
    let to = format!("/clients/{id}/network/resources");
    back(&me, &to, Done::NetworkSaved, result)
}

pub(super) async fn need(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Redirect, Failure> {
    let result = networks::need(&web.app, &me.who, client_id(&id)?, help(&sent)?).await;
    let to = format!("/clients/{id}/suggestions");
    back(&me, &to, Done::NetworkNeed, result)
}
