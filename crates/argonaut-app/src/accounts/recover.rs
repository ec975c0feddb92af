//! A forgotten password: the recovery code opens the keys, and a new password
//! and a new code seal them again. Nothing is lost.

use argonaut_domain::audit::Deed;
use argonaut_domain::helper::{Handle, Helper, Standing};
use argonaut_privacy::vault::RecoveryCode;
use argonaut_store::StoreError;
use secrecy::{ExposeSecret as _, SecretString};
use thiserror::Error;

use super::keys::{self, NewSeals, PasswordProblem};
use super::session;
use crate::app::{App, TooBusy};
use crate::error::{Kind, Trouble};
use crate::limits::{self, Act, TooMany};
use crate::who::NewSession;

/// Why the way back in failed.
#[derive(Debug, Error)]
pub enum RecoverError {
    /// Handle and recovery code do not fit.
    #[error("handle and recovery code do not fit")]
    Wrong,
    /// The code has a typing mistake: its check symbol says so.
    #[error("the code is mistyped")]
    Mistyped,
    /// The new password is too weak.
    #[error("the password is too weak")]
    Weak(PasswordProblem),
    /// The account is not active.
    #[error("the account is not active")]
    NotActive,
    /// Too much at once.
    #[error("too busy")]
    Busy(u32),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl RecoverError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Wrong | Self::Mistyped | Self::Weak(_) => Kind::Invalid,
            Self::NotActive => Kind::Forbidden,
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<TooBusy> for RecoverError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

impl From<TooMany> for RecoverError {
    fn from(too_many: TooMany) -> Self {
        Self::Busy(too_many.retry_after)
    }
}

impl From<StoreError> for RecoverError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// A way back in that worked.
pub struct Recovered {
    /// The new recovery code, to print: the old one is used up.
    pub recovery_code: RecoveryCode,
    /// The session that began. All others ended.
    pub session: NewSession,
}

/// Sets a new password with the recovery code.
///
/// # Errors
/// See [`RecoverError`].
pub async fn recover(
    app: &App,
    handle: &str,
    code: SecretString,
    new: SecretString,
    device: &str,
) -> Result<Recovered, RecoverError> {
    let code = RecoveryCode::parse(code.expose_secret()).map_err(|_| RecoverError::Mistyped)?;
    keys::judge(&new, &[handle]).map_err(RecoverError::Weak)?;
    // Only of the address that tries: nobody elsewhere can use up the owner's tries.
    limits::take(app, None, Act::Recovery).await?;
    let handle = Handle::parse(handle).map_err(|_| RecoverError::Wrong)?;
    let mut read = app.store.read().await?;
    let helper = read
        .helper_by_handle(&handle)
        .await?
        .ok_or(RecoverError::Wrong)?;
    let row = read
        .helper_keys(helper.id)
        .await?
        .ok_or(RecoverError::Wrong)?;
    drop(read);
    let opened = keys::open_with_code(helper.id, &row, &code)?.ok_or(RecoverError::Wrong)?;
    if helper.standing != Standing::Active {
        return Err(RecoverError::NotActive);
    }
    let seals = keys::seal_anew(app, opened, new).await??;
    let mut write = app.store.write().await?;
    keys::keep_anew(&mut write, helper.id, &row, &seals).await?;
    write
        .commit(&[app.entry(Some(helper.id), Deed::PasswordRecovered, helper.id.uuid())])
        .await?;
    begin_again(app, helper, seals, device).await
}

/// Begins the one session that there is after a reset.
pub(super) async fn begin_again<E: From<Trouble>>(
    app: &App,
    helper: Helper,
    seals: NewSeals,
    device: &str,
) -> Result<Recovered, E> {
    let account = session::Account {
        helper: helper.id,
        name: helper.name,
        is_admin: helper.is_admin,
        locale: None,
    };
    Ok(Recovered {
        recovery_code: seals.recovery_code,
        session: session::begin(app, account, seals.keys, device).await?,
    })
}
