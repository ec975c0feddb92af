//! What administrators do with accounts: approve, suspend, restore. They can
//! open no client's record: there is no break-glass.

use argonaut_domain::access::{Granted, Instance, Moderation};
use argonaut_domain::audit::{AuditEntry, Deed};
use argonaut_domain::helper::{Helper, Standing};
use argonaut_domain::ids::HelperId;
pub use argonaut_store::Application;
use argonaut_store::{StoreError, Write};
use thiserror::Error;

use crate::app::App;
use crate::error::{Kind, Trouble};

/// Why an account's standing could not be changed.
#[derive(Debug, Error)]
pub enum StandingError {
    /// No such account, or it does not stand there any more.
    #[error("no such account at this standing")]
    NotFound,
    /// Nobody suspends themselves.
    #[error("nobody suspends themselves")]
    Self_,
    /// The reason is empty or too long.
    #[error("a reason has 1 to 1,000 characters")]
    BadReason,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl StandingError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotFound => Kind::NotFound,
            Self::Self_ => Kind::Forbidden,
            Self::BadReason => Kind::Invalid,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

/// The most characters of a reason.
pub const MOST_REASON: usize = 1_000;

/// The accounts by standing.
pub struct Accounts {
    /// Wait for approval, oldest first.
    pub pending: Vec<Helper>,
    /// What they answered, and whether they were declined.
    pub applications: Vec<Application>,
    /// Active.
    pub active: Vec<Helper>,
    /// Suspended.
    pub suspended: Vec<Helper>,
}

/// Every account, for the administrators' page.
///
/// # Errors
/// When storage fails.
pub async fn accounts(app: &App, admin: &Granted<Instance>) -> Result<Accounts, Trouble> {
    let mut read = app.store.read().await?;
    Ok(Accounts {
        pending: read.helpers_in(admin, Standing::Pending).await?,
        applications: read.applications(admin).await?,
        active: read.helpers_in(admin, Standing::Active).await?,
        suspended: read.helpers_in(admin, Standing::Suspended).await?,
    })
}

/// The latest entries of the audit log.
///
/// # Errors
/// When storage fails.
pub async fn audit_log(app: &App, admin: &Granted<Instance>) -> Result<Vec<AuditEntry>, Trouble> {
    Ok(app.store.read().await?.audit_log(admin, 200).await?)
}

/// Lets a pending account in.
///
/// # Errors
/// [`StandingError::NotFound`] when it is not pending.
pub async fn approve(
    app: &App,
    admin: &Granted<Instance>,
    id: HelperId,
) -> Result<(), StandingError> {
    set(
        app,
        admin,
        id,
        Standing::Pending,
        Standing::Active,
        Deed::AccountApproved,
    )
    .await
}

/// Declines somebody who asked to register, with a reason which they read when they sign in.
/// They can still be let in later.
///
/// # Errors
/// [`StandingError::NotFound`] when they do not wait, or were declined already;
/// [`StandingError::BadReason`] for an empty or too long one.
pub async fn decline(
    app: &App,
    admin: &Granted<Instance>,
    id: HelperId,
    reason: &str,
) -> Result<(), StandingError> {
    let mut read = app.store.read().await.map_err(Trouble::from)?;
    let waiting = read.applications(admin).await.map_err(Trouble::from)?;
    drop(read);
    if !waiting.iter().any(|of| of.helper == id) {
        return Err(StandingError::NotFound);
    }
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > MOST_REASON {
        return Err(StandingError::BadReason);
    }
    let mut write = app.store.write().await.map_err(Trouble::from)?;
    match write
        .decline_application(admin, id, reason, app.now())
        .await
    {
        Ok(()) => {}
        Err(StoreError::Stale) => return Err(StandingError::NotFound),
        Err(error) => return Err(StandingError::Trouble(error.into())),
    }
    let entry = app.entry(Some(admin.actor()), Deed::AccountDeclined, id.uuid());
    write.commit(&[entry]).await.map_err(Trouble::from)?;
    Ok(())
}

/// Suspends an active account: nothing of theirs is on show from then on.
///
/// # Errors
/// [`StandingError::NotFound`] when it is not active.
pub async fn suspend(
    app: &App,
    admin: &Granted<Instance>,
    id: HelperId,
) -> Result<(), StandingError> {
    if id == admin.actor() {
        return Err(StandingError::Self_);
    }
    set(
        app,
        admin,
        id,
        Standing::Active,
        Standing::Suspended,
        Deed::AccountSuspended,
    )
    .await
}

/// Restores a suspended account.
///
/// # Errors
/// [`StandingError::NotFound`] when it is not suspended.
pub async fn restore(
    app: &App,
    admin: &Granted<Instance>,
    id: HelperId,
) -> Result<(), StandingError> {
    set(
        app,
        admin,
        id,
        Standing::Suspended,
        Standing::Active,
        Deed::AccountRestored,
    )
    .await
}

async fn set(
    app: &App,
    admin: &Granted<Instance>,
    id: HelperId,
    from: Standing,
    to: Standing,
    deed: Deed,
) -> Result<(), StandingError> {
    let mut write = app.store.write().await.map_err(Trouble::from)?;
    match stand(app, &mut write, &admin.moderation(), id, from, to).await {
        Ok(()) => {}
        Err(Trouble::Store(StoreError::Stale)) => return Err(StandingError::NotFound),
        Err(error) => return Err(StandingError::Trouble(error)),
    }
    write
        .commit(&[app.entry(Some(admin.actor()), deed, id.uuid())])
        .await
        .map_err(Trouble::from)?;
    app.refresh().await?;
    Ok(())
}

/// The one way in which an account's standing changes, inside a larger act: with a suspension
/// the helper's sessions and open invitations end, and what let them in again ends it.
pub(crate) async fn stand(
    app: &App,
    write: &mut Write,
    granted: &Granted<Moderation>,
    id: HelperId,
    from: Standing,
    to: Standing,
) -> Result<(), Trouble> {
    write.set_standing(granted, id, from, to).await?;
    match to {
        Standing::Suspended => {
            write.end_sessions(id, None).await?;
            write.end_invitations_of(id, app.now()).await?;
        }
        Standing::Active => {
            write.end_suspensions(id).await?;
            write.forget_application(id).await?;
        }
        Standing::Pending => {}
    }
    Ok(())
}

/// Names a moderator, or ends it.
///
/// # Errors
/// [`StandingError::NotFound`] when it is so already, or there is no such active account.
pub async fn set_moderator(
    app: &App,
    admin: &Granted<Instance>,
    id: HelperId,
    moderates: bool,
) -> Result<(), StandingError> {
    let mut write = app.store.write().await.map_err(Trouble::from)?;
    match write.set_moderator(admin, id, moderates).await {
        Ok(()) => {}
        Err(StoreError::Stale) => return Err(StandingError::NotFound),
        Err(error) => return Err(StandingError::Trouble(error.into())),
    }
    let deed = if moderates {
        Deed::ModeratorNamed
    } else {
        Deed::ModeratorEnded
    };
    let entry = app.entry(Some(admin.actor()), deed, id.uuid());
    write.commit(&[entry]).await.map_err(Trouble::from)?;
    Ok(())
}

/// Who moderates, administrators too.
///
/// # Errors
/// When storage fails.
pub async fn moderators(app: &App, _: &Granted<Instance>) -> Result<Vec<HelperId>, Trouble> {
    Ok(app.store.read().await?.moderators().await?)
}
