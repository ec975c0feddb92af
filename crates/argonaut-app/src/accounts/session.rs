//! Sessions: begun at sign-in, resumed from the cookie, listed, ended.

use std::sync::Arc;

use argonaut_domain::access::Actor;
use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::helper::Standing;
use argonaut_domain::ids::{HelperId, SessionId};
use argonaut_domain::locale::Locale;
use argonaut_privacy::vault::{HelperKeys, SessionToken};
use thiserror::Error;

use super::keys;
use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::who::{NewSession, SignedIn};

/// Days a session lasts without signing in again.
const SESSION_DAYS: i64 = 30;
/// Minutes between two notes that a session is in use.
const TOUCH_MINUTES: i64 = 30;

/// What a new session needs to know of the account.
pub(crate) struct Account {
    pub(crate) helper: HelperId,
    pub(crate) name: String,
    pub(crate) is_admin: bool,
    pub(crate) locale: Option<Locale>,
}

/// A running session, for the list of them.
#[derive(Clone, Debug)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// The kind of browser.
    pub device: String,
    /// When it began.
    pub created: Timestamp,
    /// When it was last used, to the half hour.
    pub seen: Timestamp,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// Why a session could not be ended.
#[derive(Debug, Error)]
pub enum EndError {
    /// There is no such session of theirs.
    #[error("no such session")]
    NotFound,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl EndError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

/// Begins a session: the private key is sealed under the cookie's token.
pub(crate) async fn begin(
    app: &App,
    account: Account,
    keys: HelperKeys,
    device: &str,
) -> Result<NewSession, Trouble> {
    let now = app.now();
    let id = SessionId::ordered(now, &mut app.rng());
    let token = SessionToken::generate(&mut app.rng());
    let expires = now.plus_days(SESSION_DAYS);
    let binding = keys::binding(id, account.helper, expires);
    let sealed = token
        .seal_session(&binding, &keys, &mut app.rng())?
        .into_bytes();
    let device: String = device.chars().take(60).collect();
    let mut write = app.store.write().await?;
    let moderates = write.is_moderator(account.helper).await?;
    write
        .insert_session(
            id,
            account.helper,
            token.token_hash().as_bytes(),
            &sealed,
            &device,
            now,
            expires,
        )
        .await?;
    write
        .commit(&[app.entry(Some(account.helper), Deed::SignedIn, id.uuid())])
        .await?;
    let actor = Actor::signed_in(account.helper, Standing::Active, account.is_admin)
        .ok_or_else(|| Trouble::Bug("an active account is an actor".to_owned()))?
        .moderating(moderates);
    let who = SignedIn {
        actor,
        session: id,
        name: account.name,
        locale: account.locale,
        keys: Arc::new(keys),
    };
    Ok(NewSession {
        token,
        expires,
        who,
    })
}

/// Resumes the session of a cookie; `None` when there is none, it has ended,
/// the account is not active, or the row does not fit the token.
///
/// # Errors
/// When storage fails.
pub async fn resume(app: &App, cookie: &str) -> Result<Option<SignedIn>, Trouble> {
    let Ok(token) = SessionToken::parse(cookie) else {
        return Ok(None);
    };
    let now = app.now();
    let Some(row) = app
        .store
        .read()
        .await?
        .session(token.token_hash().as_bytes(), now)
        .await?
    else {
        return Ok(None);
    };
    let Some(actor) = Actor::signed_in(row.helper, row.standing, row.is_admin) else {
        return Ok(None);
    };
    let actor = actor.moderating(row.is_moderator);
    let keys = match keys::open_session(&row, &token) {
        Ok(keys) => keys,
        Err(error) => {
            tracing::warn!(session = %row.id, %error, "a session row does not fit its token");
            return Ok(None);
        }
    };
    if row.seen.plus_minutes(TOUCH_MINUTES) < now {
        let mut write = app.store.write().await?;
        write.touch_session(row.id, row.helper, now).await?;
        write.commit_unlogged().await?;
    }
    let locale = row.locale.as_deref().and_then(Locale::parse);
    Ok(Some(SignedIn {
        actor,
        session: row.id,
        name: row.name,
        locale,
        keys: Arc::new(keys),
    }))
}

/// The helper's running sessions, the latest used first.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Vec<Session>, Trouble> {
    let rows = app
        .store
        .read()
        .await?
        .sessions_of(who.helper(), app.now())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Session {
            id: row.id,
            device: row.device,
            created: row.created,
            seen: row.seen,
            is_this: row.id == who.session,
        })
        .collect())
}

/// Signs out.
///
/// # Errors
/// When storage fails.
pub async fn sign_out(app: &App, who: &SignedIn) -> Result<(), Trouble> {
    let mut write = app.store.write().await?;
    write.end_session(who.session, who.helper()).await?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::SignedOut, who.session.uuid())])
        .await?)
}

/// Ends one of the helper's sessions.
///
/// # Errors
/// [`EndError::NotFound`] when it is not theirs.
pub async fn revoke(app: &App, who: &SignedIn, id: SessionId) -> Result<(), EndError> {
    let mut write = app.store.write().await.map_err(Trouble::from)?;
    if !write
        .end_session(id, who.helper())
        .await
        .map_err(Trouble::from)?
    {
        return Err(EndError::NotFound);
    }
    let entry = app.entry(Some(who.helper()), Deed::SessionRevoked, id.uuid());
    write.commit(&[entry]).await.map_err(Trouble::from)?;
    Ok(())
}

/// Ends every session of the helper but the one that asks.
///
/// # Errors
/// When storage fails.
pub async fn revoke_others(app: &App, who: &SignedIn) -> Result<u64, Trouble> {
    let mut write = app.store.write().await?;
    let ended = write.end_sessions(who.helper(), Some(who.session)).await?;
    write
        .commit(&[app.entry(Some(who.helper()), Deed::SessionRevoked, who.session.uuid())])
        .await?;
    Ok(ended)
}
