//! Setting a new password with a one-time link, which was made with the organisation's key.

use argonaut_domain::audit::Deed;
use argonaut_domain::helper::Standing;
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::vault::{Deposit, DepositKind as Purpose, PublicKey, Sealed, SessionToken};
use argonaut_store::{DepositKind, DepositRow, StoreError};
use secrecy::SecretString;
use thiserror::Error;

use super::keys::{self, PasswordProblem};
use super::recover::{Recovered, begin_again};
use crate::app::{App, TooBusy};
use crate::error::{Kind, Trouble};
use crate::matches::tell;

/// Days a one-time link works.
pub const LINK_DAYS: i64 = 3;

/// Why the link did not do.
#[derive(Debug, Error)]
pub enum ResetError {
    /// It was used, its time is over, or it never was one.
    #[error("the link is over")]
    Over,
    /// The new password is too weak.
    #[error("the password is too weak")]
    Weak(PasswordProblem),
    /// Too much at once.
    #[error("too busy")]
    Busy(u32),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl ResetError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Over => Kind::NotFound,
            Self::Weak(_) => Kind::Invalid,
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<TooBusy> for ResetError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

impl From<StoreError> for ResetError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Over,
            other @ (StoreError::Conflict(_)
            | StoreError::Damaged(_)
            | StoreError::Unavailable(_)
            | StoreError::Migration(_)) => Self::Trouble(other.into()),
        }
    }
}

/// Whether a link still works.
///
/// # Errors
/// When storage fails.
pub async fn works(app: &App, token: &str) -> Result<bool, Trouble> {
    Ok(find(app, token).await?.is_some())
}

/// Sets a new password; the link is used up.
///
/// # Errors
/// See [`ResetError`].
pub async fn reset(
    app: &App,
    token: &str,
    new: SecretString,
    device: &str,
) -> Result<Recovered, ResetError> {
    let (token, deposit) = find(app, token).await?.ok_or(ResetError::Over)?;
    let id = deposit.helper;
    let mut read = app.store.read().await?;
    let helper = read.helper(id).await?.ok_or(ResetError::Over)?;
    let row = read.helper_keys(id).await?.ok_or(ResetError::Over)?;
    drop(read);
    if helper.standing != Standing::Active {
        return Err(ResetError::Over);
    }
    keys::judge(&new, &[&helper.name, helper.handle.as_str()]).map_err(ResetError::Weak)?;
    let public = PublicKey::from_bytes(&row.public_key).map_err(Trouble::from)?;
    let sealed = Sealed::from_bytes(deposit.sealed_key.clone());
    let opened = app
        .server_key
        .withdraw(&token, &binding(&deposit), &public, &sealed)
        .map_err(|error| {
            tracing::warn!(%error, "a one-time link does not fit its row");
            ResetError::Over
        })?;
    let seals = keys::seal_anew(app, opened, new).await??;
    let mut write = app.store.write().await?;
    write.use_deposit(deposit.id).await?;
    keys::keep_anew(&mut write, id, &row, &seals).await?;
    let kind = NoticeKind::AccountRecovered;
    tell(app, &mut write, id, kind, id.uuid()).await?;
    write
        .commit(&[app.entry(Some(id), Deed::ResetLinkUsed, id.uuid())])
        .await?;
    begin_again(app, helper, seals, device).await
}

pub(super) const fn binding(row: &DepositRow) -> Deposit<'static> {
    Deposit {
        kind: Purpose::ResetLink,
        row: *row.id.bytes(),
        helper: *row.helper.bytes(),
        ends_at_micros: row.expires.micros(),
        terms: "",
    }
}

async fn find(app: &App, token: &str) -> Result<Option<(SessionToken, DepositRow)>, Trouble> {
    let Ok(token) = SessionToken::parse(token) else {
        return Ok(None);
    };
    let hash = token.token_hash();
    let found = app
        .store
        .read()
        .await?
        .deposit(DepositKind::ResetLink, hash.as_bytes(), app.now())
        .await?;
    Ok(found.map(|row| (token, row)))
}
