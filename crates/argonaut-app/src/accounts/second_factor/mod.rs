//! Second factors: authenticator apps and passkeys, added and removed in the settings, asked
//! for after the password. They guard the door; the password alone opens the vault.

pub mod add;
pub mod remove;
pub mod step;

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::FactorId;
use argonaut_privacy::second_factor::TotpSecret;
use argonaut_privacy::vault::{HelperKeys, Sealed};
use argonaut_store::{FactorRow, StoreError};
use thiserror::Error;

pub use argonaut_store::FactorKind;
pub use step::HalfSignIn;

use crate::app::{App, TooBusy};
use crate::error::{Kind, Trouble};
use crate::who::SignedIn;

/// How many factors one helper may have.
pub const MOST_FACTORS: usize = 10;

/// A second factor, for the list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// Which.
    pub id: FactorId,
    /// Of which kind.
    pub kind: FactorKind,
    /// The device's name, as its owner calls it.
    pub name: String,
    /// When it was added.
    pub created: Timestamp,
    /// When it was last used.
    pub used: Option<Timestamp>,
}

/// Why a second factor could not be added or removed.
#[derive(Debug, Error)]
pub enum FactorError {
    /// The password is another one.
    #[error("the password is wrong")]
    WrongPassword,
    /// The code does not fit, or was used already.
    #[error("the code does not fit")]
    WrongCode,
    /// The passkey's answer does not fit.
    #[error("the passkey does not fit")]
    WrongPasskey,
    /// The device needs a name, of at most 60 characters.
    #[error("the device needs a name")]
    NoName,
    /// There are ten already.
    #[error("there are too many factors")]
    TooMany,
    /// This site's address allows no passkeys.
    #[error("no passkeys at this address")]
    NoPasskeysHere,
    /// It is not theirs, or not there any more.
    #[error("no such factor")]
    NotFound,
    /// Too much at once, or tried too often: seconds to wait.
    #[error("too busy")]
    Busy(u32),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl FactorError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::WrongPassword
            | Self::WrongCode
            | Self::WrongPasskey
            | Self::NoName
            | Self::TooMany
            | Self::NoPasskeysHere => Kind::Invalid,
            Self::NotFound => Kind::NotFound,
            Self::Busy(retry_after) => Kind::Busy {
                retry_after: *retry_after,
            },
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<TooBusy> for FactorError {
    fn from(busy: TooBusy) -> Self {
        Self::Busy(busy.retry_after)
    }
}

impl From<StoreError> for FactorError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// The helper's second factors that are in force.
///
/// # Errors
/// When storage fails.
pub async fn list(app: &App, who: &SignedIn) -> Result<Vec<Factor>, Trouble> {
    let rows = app.store.read().await?.factors(who.helper()).await?;
    Ok(rows
        .into_iter()
        .filter(|row| row.confirmed)
        .map(|row| Factor {
            id: row.id,
            kind: row.kind,
            name: row.name,
            created: row.created,
            used: row.used,
        })
        .collect())
}

/// Whether passkeys can be used at this site's address.
pub const fn passkeys_work(app: &App) -> bool {
    app.door.passkeys.is_some()
}

/// Opens a factor's secret or passkey with the helper's own key.
fn opened(keys: &HelperKeys, row: &FactorRow) -> Result<Vec<u8>, Trouble> {
    let text = keys.open_own(row.id.bytes(), &Sealed::from_bytes(row.sealed.clone()))?;
    Ok(text.to_vec())
}

fn app_secret(keys: &HelperKeys, row: &FactorRow) -> Result<TotpSecret, Trouble> {
    let bytes = keys.open_own(row.id.bytes(), &Sealed::from_bytes(row.sealed.clone()))?;
    TotpSecret::from_bytes(&bytes)
        .ok_or_else(|| Trouble::Bug("an app's secret has another length".to_owned()))
}

/// Seconds since 1970.
fn seconds(now: Timestamp) -> u64 {
    u64::try_from(now.micros() / 1_000_000).unwrap_or(0)
}

/// The confirmed app whose code this is, with the step that the code uses up.
fn fitting_app<'a>(
    keys: &HelperKeys,
    rows: &'a [FactorRow],
    typed: &str,
    now: Timestamp,
) -> Result<Option<(&'a FactorRow, i64)>, Trouble> {
    for row in rows
        .iter()
        .filter(|row| row.confirmed && row.kind == FactorKind::App)
    {
        let step = app_secret(keys, row)?.step_of(typed, seconds(now));
        if let Some(step) = step.filter(|step| *step > row.last_step) {
            return Ok(Some((row, step)));
        }
    }
    Ok(None)
}
