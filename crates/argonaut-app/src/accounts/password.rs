//! Changing the password, and making a new recovery code, while signed in.

use argonaut_domain::audit::Deed;
use argonaut_privacy::vault::RecoveryCode;
use argonaut_store::StoreError;
use secrecy::SecretString;
use thiserror::Error;

use super::keys::{self, PasswordProblem};
use crate::app::{App, TooBusy};
use crate::error::{Kind, Trouble};
use crate::who::SignedIn;

/// Why a password could not be changed.
#[derive(Debug, Error)]
pub enum PasswordError {
    /// The present password is another one.
    #[error("the present password is wrong")]
    Wrong,
    /// The new one is too weak.
    #[error("the password is too weak")]
    Weak(PasswordProblem),
    /// Too much at once.
    #[error("too busy")]
    Busy(u32),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl PasswordError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Wrong | Self::Weak(_) => Kind::Invalid,
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<TooBusy> for PasswordError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

impl From<StoreError> for PasswordError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// Changes the password; every other session ends, and so does every one-time link.
///
/// # Errors
/// See [`PasswordError`].
pub async fn change(
    app: &App,
    who: &SignedIn,
    present: SecretString,
    new: SecretString,
) -> Result<(), PasswordError> {
    let id = who.helper();
    keys::judge(&new, &[&who.name]).map_err(PasswordError::Weak)?;
    let row = app
        .store
        .read()
        .await?
        .helper_keys(id)
        .await?
        .ok_or(StoreError::Stale)?;
    let opened = keys::open_with_password(app, id, &row, present)
        .await??
        .ok_or(PasswordError::Wrong)?;
    let (_, sealed) = keys::seal_with_password(app, opened, new).await??;
    let mut write = app.store.write().await?;
    write
        .replace_password_seal(id, &row.sealed_by_password, &sealed)
        .await?;
    write.end_sessions(id, Some(who.session)).await?;
    // Half sign-ins, and links that somebody else may have asked for.
    write.end_deposits(id).await?;
    Ok(write
        .commit(&[app.entry(Some(id), Deed::PasswordChanged, id.uuid())])
        .await?)
}

/// Makes a new recovery code; the old one opens nothing from then on.
///
/// # Errors
/// [`PasswordError::Wrong`] when the password is another one.
pub async fn new_recovery_code(
    app: &App,
    who: &SignedIn,
    present: SecretString,
) -> Result<RecoveryCode, PasswordError> {
    let id = who.helper();
    let row = app
        .store
        .read()
        .await?
        .helper_keys(id)
        .await?
        .ok_or(StoreError::Stale)?;
    let opened = keys::open_with_password(app, id, &row, present)
        .await??
        .ok_or(PasswordError::Wrong)?;
    let (code, sealed) = keys::seal_with_new_code(app, &opened)?;
    let mut write = app.store.write().await?;
    write
        .replace_recovery_seal(id, &row.sealed_by_recovery, &sealed)
        .await?;
    write
        .commit(&[app.entry(Some(id), Deed::RecoveryCodeMade, id.uuid())])
        .await?;
    Ok(code)
}
