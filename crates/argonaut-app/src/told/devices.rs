//! The devices on which a helper is told: added by their browser, listed, removed; and the
//! instance's own key, by which push services know it.

use argonaut_domain::audit::Deed;
use argonaut_domain::clock::Timestamp;
use argonaut_privacy::push::{self, PushError, PushKey};
use argonaut_privacy::vault::{Outside, Sealed};
use argonaut_store::{PushDeviceRow, StoreError};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use thiserror::Error;
use uuid::Uuid;

use super::{random_id, usual};
use crate::app::App;
use crate::error::{Kind, Trouble};
use crate::who::SignedIn;
use argonaut_domain::locale::Locale;

/// So many devices one helper may have.
pub const MOST: usize = 10;

/// Under this name the instance's key lies with the settings, sealed.
const KEY: &str = "push-key";

/// Why a device cannot be added or removed.
#[derive(Debug, Error)]
pub enum DeviceError {
    /// What came is not what a browser says of itself.
    #[error("no device")]
    NotOne,
    /// This instance sends no push messages.
    #[error("push messages are off")]
    Off,
    /// There are [`MOST`] already.
    #[error("too many devices")]
    TooMany,
    /// It is not one of theirs, or was removed.
    #[error("no such device")]
    NotFound,
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl DeviceError {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotOne | Self::Off => Kind::Invalid,
            Self::TooMany => Kind::Conflict,
            Self::NotFound => Kind::NotFound,
            Self::Trouble(trouble) => trouble.kind(),
        }
    }
}

impl From<StoreError> for DeviceError {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

/// What is needed to add a device, and those that were added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Devices {
    /// The instance's public key, for the browser: base64 for addresses.
    pub key: String,
    /// The oldest first.
    pub list: Vec<Device>,
}

/// A device, for its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// By which it is removed.
    pub id: Uuid,
    /// The kind of browser.
    pub name: String,
    /// SHA-256 of its address, in small hexadecimal digits: by it a browser knows itself.
    pub mark: String,
    /// The push service that carries its messages.
    pub service: String,
    /// When it was added.
    pub added: Timestamp,
    /// When it last took a message.
    pub told: Option<Timestamp>,
}

/// What a browser says of itself.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The address of its push service for it.
    pub endpoint: String,
    /// Its public key, base64 for addresses.
    pub p256dh: String,
    /// The secret it shares with who sends, base64 for addresses.
    pub auth: String,
    /// The kind of browser, in words.
    pub name: String,
}

/// A helper's devices; `None` where this instance sends no push messages.
pub(super) async fn of(app: &App, who: &SignedIn) -> Result<Option<Devices>, Trouble> {
    if !app.means.push {
        return Ok(None);
    }
    let key = key(app).await?.public();
    let rows = app.store.read().await?.push_devices(who.helper()).await?;
    let list = rows
        .into_iter()
        .map(|row| {
            let device = open(app, &row)?;
            Ok(Device {
                id: row.id,
                mark: device
                    .hash()
                    .iter()
                    .map(|byte| format!("{byte:02x}"))
                    .collect(),
                service: device.service().map_err(damaged)?,
                name: row.name,
                added: row.added,
                told: row.told,
            })
        })
        .collect::<Result<_, Trouble>>()?;
    Ok(Some(Devices { key, list }))
}

/// The instance's key for push messages; made when it is first asked for, one for all nodes.
pub(super) async fn key(app: &App) -> Result<PushKey, Trouble> {
    let zero = Uuid::nil();
    let kept: Option<String> = app.store.read().await?.setting(KEY).await?;
    let kept = match kept {
        Some(kept) => kept,
        None => {
            let mut rng = app.rng();
            let new = PushKey::generate(&mut rng);
            let sealed = app.server_key.seal_outside(
                Outside::PushKey,
                zero.as_bytes(),
                zero.as_bytes(),
                &new.to_bytes(),
                &mut rng,
            )?;
            let mut write = app.store.write().await?;
            let kept = write
                .settle_setting(KEY, STANDARD.encode(sealed.into_bytes()))
                .await?;
            write.commit_unlogged().await?;
            kept
        }
    };
    let sealed = STANDARD
        .decode(kept)
        .map_err(|_| Trouble::Bug("a push key that is no base64".to_owned()))?;
    let bytes = app.server_key.open_outside(
        Outside::PushKey,
        zero.as_bytes(),
        zero.as_bytes(),
        &Sealed::from_bytes(sealed),
    )?;
    PushKey::from_bytes(&bytes).map_err(damaged)
}

/// The device of a row.
pub(super) fn open(app: &App, row: &PushDeviceRow) -> Result<push::Device, Trouble> {
    let bytes = app.server_key.open_outside(
        Outside::PushDevice,
        row.id.as_bytes(),
        row.helper.bytes(),
        &Sealed::from_bytes(row.sealed.clone()),
    )?;
    push::Device::from_bytes(&bytes).map_err(damaged)
}

fn damaged(error: PushError) -> Trouble {
    Trouble::Bug(error.to_string())
}

/// Tells a helper on this device from now on. A browser tells one helper: whoever signed in
/// there before is not told by it any more.
///
/// # Errors
/// See [`DeviceError`].
pub async fn add(
    app: &App,
    who: &SignedIn,
    asked: &Asked,
    screen: Locale,
) -> Result<(), DeviceError> {
    if !app.means.push {
        return Err(DeviceError::Off);
    }
    let device = push::Device::new(&asked.endpoint, &asked.p256dh, &asked.auth)
        .map_err(|_| DeviceError::NotOne)?;
    let helper = who.helper();
    let now = app.now();
    let mut rng = app.rng();
    let id = random_id(&mut rng);
    let bytes = device.to_bytes().map_err(damaged)?;
    let sealed = app
        .server_key
        .seal_outside(
            Outside::PushDevice,
            id.as_bytes(),
            helper.bytes(),
            &bytes,
            &mut rng,
        )
        .map_err(Trouble::from)?;
    let row = PushDeviceRow {
        id,
        helper,
        sealed: sealed.into_bytes(),
        name: asked.name.chars().take(80).collect(),
        added: now,
        told: None,
    };
    let hash = device.hash();
    let mut write = app.store.write().await?;
    write.put_push_device(&row, &hash).await?;
    if write.push_devices(helper).await?.len() > MOST {
        return Err(DeviceError::TooMany);
    }
    if write.telling(helper).await?.is_none() {
        write.set_telling(helper, &usual(Some(screen))).await?;
    }
    Ok(write
        .commit(&[app.entry(Some(helper), Deed::PushDeviceAdded, helper.uuid())])
        .await?)
}

/// Tells a helper on this device no more.
///
/// # Errors
/// [`DeviceError::NotFound`] when it is not one of theirs.
pub async fn remove(app: &App, who: &SignedIn, id: Uuid) -> Result<(), DeviceError> {
    let helper = who.helper();
    let mut write = app.store.write().await?;
    if !write.end_push_device(helper, id).await? {
        return Err(DeviceError::NotFound);
    }
    Ok(write
        .commit(&[app.entry(Some(helper), Deed::PushDeviceRemoved, helper.uuid())])
        .await?)
}
