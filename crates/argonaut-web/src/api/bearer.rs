//! Who asks by token: `Authorization: Bearer …`. Cookies count for nothing here, so no page of
//! another site can make a browser ask.

use argonaut_app::SignedIn;
use argonaut_app::accounts::tokens::{self, Caller, MayRead, MayWrite, Scope};
use argonaut_app::limits::{self, Act};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};

use super::answers::Refusal;
use crate::state::Web;

/// A program with a token that is in force.
pub(crate) struct Bearer(Caller);

impl Bearer {
    /// Who.
    pub(crate) const fn caller(&self) -> &Caller {
        &self.0
    }
    /// The right to read what is not sealed.
    pub(crate) fn may_read(&self) -> Result<MayRead<'_>, Refusal> {
        self.0.read().ok_or(Refusal::scope(Scope::Read))
    }
    /// The right to change what is not sealed.
    pub(crate) fn may_write(&self) -> Result<MayWrite<'_>, Refusal> {
        self.0.write().ok_or(Refusal::scope(Scope::Write))
    }
    /// The keys to records: without the scope there are none to give.
    pub(crate) fn may_open_records(&self) -> Result<&SignedIn, Refusal> {
        self.0.records().ok_or(Refusal::scope(Scope::Records))
    }
}

impl FromRequestParts<Web> for Bearer {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Refusal> {
        let token = parts
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| {
                let (scheme, token) = value.split_once(' ')?;
                scheme
                    .eq_ignore_ascii_case("bearer")
                    .then_some(token.trim())
            })
            .ok_or_else(Refusal::no_token)?;
        let caller = tokens::caller(&web.app, token)
            .await
            .map_err(Refusal::from)?
            .ok_or_else(Refusal::no_token)?;
        limits::take(&web.app, Some(caller.actor.helper()), Act::Api).await?;
        Ok(Self(caller))
    }
}

impl Refusal {
    /// There is no token, or none that is in force.
    fn no_token() -> Self {
        Self {
            status: StatusCode::UNAUTHORIZED,
            error: "no_token",
            message: "Send a token that is in force: Authorization: Bearer argonaut_…".to_owned(),
            retry_after: None,
        }
    }
    /// The token lacks this scope.
    fn scope(scope: Scope) -> Self {
        Self {
            status: StatusCode::FORBIDDEN,
            error: "scope_missing",
            message: format!("This token lacks the scope \"{}\".", scope.code()),
            retry_after: None,
        }
    }
}
