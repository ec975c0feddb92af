//! Signing in with handle and password. An unknown handle costs as much time
//! as a wrong password, and the two answers are the same.

use argonaut_domain::audit::Deed;
use argonaut_domain::helper::{Handle, Standing};
use argonaut_domain::ids::HelperId;
use argonaut_store::StoreError;
use secrecy::SecretString;
use thiserror::Error;

use super::attempts::{self, Guard};
use super::second_factor::{self, HalfSignIn};
use super::{keys, session};
use crate::app::{App, TooBusy};
use crate::error::{Kind, Trouble};
use crate::limits::{self, Act, TooMany};
use crate::who::NewSession;

/// Why a sign-in failed.
#[derive(Debug, Error)]
pub enum SignInError {
    /// Handle and password do not fit.
    #[error("handle and password do not fit")]
    Wrong,
    /// The account waits for approval.
    #[error("the account waits for approval")]
    Pending,
    /// The request for an account was declined: why.
    #[error("the request was declined")]
    Declined(String),
    /// The account is suspended: its owner may still read why, and appeal.
    #[error("the account is suspended")]
    Suspended(Suspended),
    /// Too many sign in at once, or it was tried too often: seconds to wait.
    #[error("too busy")]
    Busy(u32),
    /// A second factor is set, and the caller cannot ask for one.
    #[error("this account asks for a second step, which only its pages can do: sign in there")]
    SecondFactorNeeded,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// Proof that the owner of a suspended account has just said its password: what was decided
/// about them opens to them, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspended(HelperId);

impl Suspended {
    /// Whose account.
    pub(crate) const fn helper(self) -> HelperId {
        self.0
    }
}

impl SignInError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Wrong => Kind::Invalid,
            Self::Pending | Self::Declined(_) | Self::Suspended(_) | Self::SecondFactorNeeded => {
                Kind::Forbidden
            }
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<TooBusy> for SignInError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

impl From<TooMany> for SignInError {
    fn from(too_many: TooMany) -> Self {
        Self::Busy(too_many.retry_after)
    }
}

impl From<StoreError> for SignInError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// What a right password leads to.
pub enum Step {
    /// A session.
    Done(NewSession),
    /// The question for the second factor.
    SecondFactor(HalfSignIn),
}

/// Signs in with the password alone, where no page can ask for a second factor.
///
/// # Errors
/// See [`SignInError`].
pub async fn sign_in(
    app: &App,
    handle: &str,
    password: SecretString,
    device: &str,
) -> Result<NewSession, SignInError> {
    match first_step(app, handle, password, device, None).await? {
        Step::Done(session) => Ok(session),
        Step::SecondFactor(_) => Err(SignInError::SecondFactorNeeded),
    }
}

/// What a browser is to keep after a right password, so that wrong ones elsewhere do not make
/// it wait. It opens nothing, and does not say whose it is.
pub fn known_browser(app: &App, handle: &str) -> String {
    attempts::known(app, handle)
}

/// The first step: the password, which opens the keys. Where a second factor is set, they
/// wait for it, sealed. `known` is what this browser kept from an earlier right password
/// (see [`known_browser`]).
///
/// # Errors
/// See [`SignInError`].
pub async fn first_step(
    app: &App,
    handle: &str,
    password: SecretString,
    device: &str,
    known: Option<&str>,
) -> Result<Step, SignInError> {
    let guard = Guard::password(app, handle, known);
    let failures = match guard.standing(app).await? {
        Ok(failures) => failures,
        Err(wait) => return Err(SignInError::Busy(wait)),
    };
    // Neither an address that others share nor a queue that others fill stops a known browser.
    if !guard.is_known() {
        limits::take(app, None, Act::SignIn).await?;
        app.kdf.has_room_for_strangers()?;
    }
    let found = match Handle::parse(handle) {
        Ok(handle) => {
            let mut read = app.store.read().await?;
            match read.helper_by_handle(&handle).await? {
                Some(helper) => read.helper_keys(helper.id).await?.map(|row| (helper, row)),
                None => None,
            }
        }
        Err(_) => None,
    };
    let Some((helper, row)) = found else {
        keys::burn(app, password).await??;
        let mut write = app.store.write().await?;
        guard.count(app, &mut write).await?;
        write.commit_unlogged().await?;
        return Err(SignInError::Wrong);
    };
    let Some(opened) = keys::open_with_password(app, helper.id, &row, password).await?? else {
        let mut write = app.store.write().await?;
        guard.count(app, &mut write).await?;
        write
            .commit(&[app.entry(None, Deed::SignInFailed, helper.id.uuid())])
            .await?;
        return Err(SignInError::Wrong);
    };
    match helper.standing {
        Standing::Active => {}
        Standing::Pending => {
            let declined = app.store.read().await?.declined(helper.id).await?;
            return Err(declined.map_or(SignInError::Pending, SignInError::Declined));
        }
        Standing::Suspended => {
            if failures > 0 {
                guard.forget(app).await?;
            }
            return Err(SignInError::Suspended(Suspended(helper.id)));
        }
    }
    if failures > 0 {
        guard.forget(app).await?;
    }
    if let Some(half) = second_factor::step::begin(app, &helper, &opened).await? {
        return Ok(Step::SecondFactor(half));
    }
    let account = session::Account {
        helper: helper.id,
        name: helper.name,
        is_admin: helper.is_admin,
        locale: None,
    };
    let session = session::begin(app, account, opened, device).await?;
    Ok(Step::Done(session))
}
