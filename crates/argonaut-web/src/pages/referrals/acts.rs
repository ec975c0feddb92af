//! What is done to a referral: each act leads back to the list.

use argonaut_app::Kind;
use argonaut_app::clients::ClientError;
use argonaut_app::referrals::{self, NewReferral, ReferralError};
use argonaut_domain::referral::{ReferralResult, ReferralWay};
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::show::page;
use crate::failure::{self, Failure, Problem as _};
use crate::form_data::FormData;
use crate::i18n::t;
use crate::me::{Me, done};
use crate::pages::clients::client_id;
use crate::state::Web;
use crate::words::Done;

fn number(text: &str) -> Result<u32, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

async fn wrong(
    web: &Web,
    me: &Me,
    id: &str,
    sent: &FormData,
    field: &str,
    said: String,
) -> Result<Response, Failure> {
    let mut answer = page(web, me, id, sent, Some(&(field.to_owned(), said))).await?;
    if answer.status().is_success() {
        *answer.status_mut() = failure::status(Kind::Invalid);
    }
    Ok(answer)
}

/// Back to the list, or the form again with what was typed.
async fn after<T>(
    web: &Web,
    me: &Me,
    id: &str,
    sent: &FormData,
    (field, told): (&str, Done),
    result: Result<T, ReferralError>,
) -> Result<Response, Failure> {
    match result {
        Ok(_) => Ok(done(&format!("/clients/{id}/referrals"), told).into_response()),
        Err(error) if error.kind() == Kind::Invalid => {
            let said = match &error {
                ReferralError::Client(ClientError::Invalid(_)) => t!(me.tr, "plan-too-much"),
                ReferralError::Client(_) | ReferralError::Nowhere | ReferralError::NotThere => {
                    error.say(&me.tr)
                }
            };
            wrong(web, me, id, sent, field, said).await
        }
        Err(error) => Err(Failure::of(&me.tr, &error)),
    }
}

pub(super) async fn refer(
    State(web): State<Web>,
    me: Me,
    Path(id): Path<String>,
    sent: FormData,
) -> Result<Response, Failure> {
    let client = client_id(&id)?;
    let look_again = match sent.text("again") {
        "" => None,
        text => {
            let Ok(day) = text.parse() else {
                let said = t!(me.tr, "plan-bad-day");
                return wrong(&web, &me, &id, &sent, "again", said).await;
            };
            Some(day)
        }
    };
    let new = NewReferral {
        to: sent.text("to").into(),
        service: sent.parsed("service"),
        need: sent.parsed("need"),
        way: sent.parsed("way").unwrap_or(ReferralWay::Told),
        words: sent.text("words").into(),
        look_again,
    };
    let result = referrals::refer(&web.app, &me.who, client, new).await;
    after(&web, &me, &id, &sent, ("to", Done::ReferralKept), result).await
}

pub(super) async fn close(
    State(web): State<Web>,
    me: Me,
    Path((id, number_of)): Path<(String, String)>,
    sent: FormData,
) -> Result<Response, Failure> {
    let (client, number) = (client_id(&id)?, number(&number_of)?);
    let field = format!("said-{number}");
    let said = (
        sent.parsed(&format!("result-{number}"))
            .unwrap_or(ReferralResult::Other),
        sent.text(&field).into(),
    );
    let result = referrals::close(&web.app, &me.who, client, number, said).await;
    let told = (field.as_str(), Done::ReferralClosed);
    after(&web, &me, &id, &sent, told, result).await
}

pub(super) async fn again(
    State(web): State<Web>,
    me: Me,
    Path((id, number_of)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let (client, number) = (client_id(&id)?, number(&number_of)?);
    referrals::look_again(&web.app, &me.who, client, number)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(
        &format!("/clients/{id}/referrals"),
        Done::ReferralKept,
    ))
}

pub(super) async fn remove(
    State(web): State<Web>,
    me: Me,
    Path((id, number_of)): Path<(String, String)>,
) -> Result<Redirect, Failure> {
    let (client, number) = (client_id(&id)?, number(&number_of)?);
    referrals::remove(&web.app, &me.who, client, number)
        .await
        .map_err(|error| Failure::of(&me.tr, &error))?;
    Ok(done(
        &format!("/clients/{id}/referrals"),
        Done::ReferralRemoved,
    ))
}
