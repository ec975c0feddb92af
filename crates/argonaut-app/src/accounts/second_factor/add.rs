//! Adding a second factor: begun with the password, in force once it was tried.

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::FactorId;
use argonaut_domain::notice::NoticeKind;
use argonaut_privacy::second_factor::{Question, TotpSecret};
use argonaut_store::{FactorKind, FactorRow, StoreError};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::{FactorError, MOST_FACTORS, app_secret, opened, seconds};
use crate::accounts::keys;
use crate::app::App;
use crate::error::Trouble;
use crate::matches::tell;
use crate::who::SignedIn;

/// A factor that waits to be tried.
pub enum Pending {
    /// An authenticator app.
    App {
        /// The secret as people type it.
        text: String,
        /// The address in the QR code.
        address: String,
    },
    /// A passkey.
    Passkey {
        /// The question to the browser, as JSON.
        options: String,
    },
}

/// What waits, sealed, between the question for a passkey and its answer.
#[derive(Serialize, Deserialize)]
struct Asked {
    options: String,
    state: Vec<u8>,
}

/// Begins to add an authenticator app.
///
/// # Errors
/// See [`FactorError`].
pub async fn begin_app(
    app: &App,
    who: &SignedIn,
    password: SecretString,
    name: &str,
) -> Result<FactorId, FactorError> {
    may_add(app, who, password, name).await?;
    let secret = TotpSecret::generate(&mut app.rng());
    keep(app, who, FactorKind::App, name, secret.as_bytes()).await
}

/// Begins to add a passkey.
///
/// # Errors
/// See [`FactorError`].
pub async fn begin_passkey(
    app: &App,
    who: &SignedIn,
    password: SecretString,
    name: &str,
) -> Result<FactorId, FactorError> {
    let site = app
        .door
        .passkeys
        .as_ref()
        .ok_or(FactorError::NoPasskeysHere)?;
    let rows = may_add(app, who, password, name).await?;
    let mut others = Vec::new();
    for row in rows
        .iter()
        .filter(|row| row.confirmed && row.kind == FactorKind::Passkey)
    {
        others.push(opened(&who.keys, row)?);
    }
    let handle = app
        .store
        .read()
        .await?
        .helper(who.helper())
        .await?
        .ok_or(FactorError::NotFound)?
        .handle;
    let Question { options, state } = site
        .enrol(who.helper().bytes(), handle.as_str(), &who.name, &others)
        .map_err(|error| Trouble::Bug(error.to_string()))?;
    let asked = serde_json::to_vec(&Asked { options, state })
        .map_err(|error| Trouble::Bug(error.to_string()))?;
    keep(app, who, FactorKind::Passkey, name, &asked).await
}

/// What a begun factor still wants; `None` when there is none of theirs with this id.
///
/// # Errors
/// When storage fails.
pub async fn pending(
    app: &App,
    who: &SignedIn,
    id: FactorId,
) -> Result<Option<Pending>, FactorError> {
    let Some(row) = waiting(app, who, id).await? else {
        return Ok(None);
    };
    Ok(Some(match row.kind {
        FactorKind::App => {
            let secret = app_secret(&who.keys, &row)?;
            let handle = app.store.read().await?.helper(who.helper()).await?;
            let account =
                handle.map_or_else(String::new, |helper| helper.handle.as_str().to_owned());
            Pending::App {
                text: secret.text().to_string(),
                address: secret
                    .address(&format!("Argonaut {}", app.door.site), &account)
                    .to_string(),
            }
        }
        FactorKind::Passkey => Pending::Passkey {
            options: asked(who, &row)?.options,
        },
    }))
}

/// Puts an authenticator app in force with its first code.
///
/// # Errors
/// [`FactorError::WrongCode`] when it does not fit.
pub async fn confirm_app(
    app: &App,
    who: &SignedIn,
    id: FactorId,
    code: &str,
) -> Result<(), FactorError> {
    let row = waiting(app, who, id)
        .await?
        .filter(|row| row.kind == FactorKind::App)
        .ok_or(FactorError::NotFound)?;
    let step = app_secret(&who.keys, &row)?
        .step_of(code, seconds(app.now()))
        .ok_or(FactorError::WrongCode)?;
    put_in_force(app, who, id, &row.sealed, step).await
}

/// Puts a passkey in force with the browser's answer.
///
/// # Errors
/// [`FactorError::WrongPasskey`] when it does not fit.
pub async fn confirm_passkey(
    app: &App,
    who: &SignedIn,
    id: FactorId,
    answer: &str,
) -> Result<(), FactorError> {
    let site = app
        .door
        .passkeys
        .as_ref()
        .ok_or(FactorError::NoPasskeysHere)?;
    let row = waiting(app, who, id)
        .await?
        .filter(|row| row.kind == FactorKind::Passkey)
        .ok_or(FactorError::NotFound)?;
    let key = site
        .enrolled(answer, &asked(who, &row)?.state)
        .map_err(|_| FactorError::WrongPasskey)?;
    let sealed = who
        .keys
        .seal_own(id.bytes(), &key, &mut app.rng())
        .map_err(Trouble::from)?;
    put_in_force(app, who, id, sealed.as_bytes(), 0).await
}

/// Gives up a factor that was begun and not tried yet.
///
/// # Errors
/// [`FactorError::NotFound`] when there is none of theirs with this id.
pub async fn cancel(app: &App, who: &SignedIn, id: FactorId) -> Result<(), FactorError> {
    if waiting(app, who, id).await?.is_none() {
        return Err(FactorError::NotFound);
    }
    let mut write = app.store.write().await?;
    write.remove_factor(id, who.helper()).await?;
    Ok(write.commit_unlogged().await?)
}

async fn may_add(
    app: &App,
    who: &SignedIn,
    password: SecretString,
    name: &str,
) -> Result<Vec<FactorRow>, FactorError> {
    let length = name.trim().chars().count();
    if length == 0 || length > 60 {
        return Err(FactorError::NoName);
    }
    let rows = app.store.read().await?.factors(who.helper()).await?;
    if rows.iter().filter(|row| row.confirmed).count() >= MOST_FACTORS {
        return Err(FactorError::TooMany);
    }
    if !keys::is_password(app, who.helper(), password).await?? {
        return Err(FactorError::WrongPassword);
    }
    Ok(rows)
}

async fn keep(
    app: &App,
    who: &SignedIn,
    kind: FactorKind,
    name: &str,
    secret: &[u8],
) -> Result<FactorId, FactorError> {
    let now = app.now();
    let id = FactorId::ordered(now, &mut app.rng());
    let sealed = who
        .keys
        .seal_own(id.bytes(), secret, &mut app.rng())
        .map_err(Trouble::from)?
        .into_bytes();
    let row = FactorRow {
        id,
        kind,
        name: name.trim().to_owned(),
        sealed,
        confirmed: false,
        last_step: 0,
        created: now,
        used: None,
    };
    let mut write = app.store.write().await?;
    write.insert_factor(who.helper(), &row).await?;
    // Nothing is in force yet: there is no act to log.
    write.commit_unlogged().await?;
    Ok(id)
}

async fn waiting(
    app: &App,
    who: &SignedIn,
    id: FactorId,
) -> Result<Option<FactorRow>, FactorError> {
    let rows = app.store.read().await?.factors(who.helper()).await?;
    Ok(rows.into_iter().find(|row| row.id == id && !row.confirmed))
}

fn asked(who: &SignedIn, row: &FactorRow) -> Result<Asked, Trouble> {
    serde_json::from_slice(&opened(&who.keys, row)?)
        .map_err(|error| Trouble::Bug(error.to_string()))
}

async fn put_in_force(
    app: &App,
    who: &SignedIn,
    id: FactorId,
    sealed: &[u8],
    step: i64,
) -> Result<(), FactorError> {
    let mut write = app.store.write().await?;
    match write.confirm_factor(id, who.helper(), sealed, step).await {
        Ok(()) => {}
        Err(StoreError::Stale) => return Err(FactorError::NotFound),
        Err(error) => return Err(error.into()),
    }
    let subject = who.helper().uuid();
    tell(
        app,
        &mut write,
        who.helper(),
        NoticeKind::SecondFactorChanged,
        subject,
    )
    .await?;
    Ok(write
        .commit(&[app.entry(Some(who.helper()), Deed::SecondFactorAdded, subject)])
        .await?)
}
