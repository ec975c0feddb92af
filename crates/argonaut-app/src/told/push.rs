//! What goes out to devices: who is due is claimed, the few facts are gathered and sealed to
//! each device, and how it went is written down. How it is worded and travels is the faces'
//! work.

use argonaut_domain::access::Actor;
use argonaut_domain::audit::Deed;
use argonaut_domain::locale::Locale;
use argonaut_domain::told::{PAUSE_MINUTES, back_off};
use argonaut_privacy::push;
use argonaut_store::{Channel, Claimed, PushDeviceRow};
use http::Request;
use uuid::Uuid;

pub use super::devices::MOST;
use super::out::{self, Heap};
use super::{devices, telling_of};
use crate::app::App;
use crate::error::Trouble;

/// A word to one helper, on all their devices.
#[derive(Clone, Debug)]
pub struct Word {
    claimed: Claimed,
    told: Vec<Uuid>,
    devices: Vec<PushDeviceRow>,
    /// The language in which it is said.
    pub language: Locale,
    /// How many things wait, at least one.
    pub things: usize,
    /// Whether the security of the account is among them.
    pub security: bool,
}

/// A sealed message to one device.
#[derive(Debug)]
pub struct Parcel {
    /// Which device.
    pub device: Uuid,
    /// What its push service is asked.
    pub request: Request<Vec<u8>>,
}

/// How one device was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Its push service took the message.
    Over,
    /// Not for now: it is tried again later.
    Later,
    /// Its push service says that it takes none any more.
    Gone,
}

/// Claims who is due, `most` at once.
///
/// # Errors
/// When storage fails; what was claimed until then is free again after some minutes.
pub async fn claim(app: &App, most: i64) -> Result<Vec<Word>, Trouble> {
    let mut words = Vec::new();
    for helper in out::due(app, Channel::Push, most).await? {
        let Some(claimed) = out::take(app, Channel::Push, helper).await? else {
            continue;
        };
        match gather(app, claimed).await? {
            Some(word) => words.push(word),
            None => out::release(app, Channel::Push, claimed).await?,
        }
    }
    Ok(words)
}

/// The word of a claim; `None` when there is nothing to say any more.
async fn gather(app: &App, claimed: Claimed) -> Result<Option<Word>, Trouble> {
    let helper = claimed.helper;
    let mut read = app.store.read().await?;
    let devices = read.push_devices(helper).await?;
    let waiting = read.outbox_due(helper, Channel::Push, app.now()).await?;
    let telling = telling_of(&mut read, helper).await?;
    let account = read.helper(helper).await?;
    drop(read);
    let may = account
        .and_then(|account| Actor::signed_in(helper, account.standing, account.is_admin))
        .is_some();
    if !may || devices.is_empty() {
        out::clear(app, Channel::Push, helper).await?;
        return Ok(None);
    }
    let heap = out::count(app, Channel::Push, claimed, waiting).await?;
    Ok(heap.map(
        |Heap {
             told,
             things,
             security,
         }| Word {
            claimed,
            told,
            devices,
            language: telling.language,
            things,
            security,
        },
    ))
}

/// What is said, sealed to each device. `contact` is where push services may complain.
///
/// # Errors
/// When the instance's key or a device cannot be opened, or too much is said.
pub async fn seal(
    app: &App,
    word: &Word,
    contact: &str,
    said: &str,
) -> Result<Vec<Parcel>, Trouble> {
    let key = devices::key(app).await?;
    word.devices
        .iter()
        .map(|row| {
            let device = devices::open(app, row)?;
            let request = push::message(&key, &device, contact, app.now(), word.security, said)
                .map_err(|error| Trouble::Bug(error.to_string()))?;
            Ok(Parcel {
                device: row.id,
                request,
            })
        })
        .collect()
}

/// Writes down how the devices were reached.
///
/// # Errors
/// When storage fails; the word is tried again when its claim is over.
pub async fn settle(app: &App, word: &Word, how: &[(Uuid, Reached)]) -> Result<(), Trouble> {
    let now = app.now();
    let claimed = word.claimed;
    let helper = claimed.helper;
    let mut write = app.store.write().await?;
    let mut deeds = Vec::new();
    for (device, reached) in how {
        match reached {
            Reached::Over => write.told_push_device(*device, now).await?,
            Reached::Later => {}
            Reached::Gone => {
                if write.end_push_device(helper, *device).await? {
                    deeds.push(app.entry(None, Deed::PushDeviceGone, helper.uuid()));
                }
            }
        }
    }
    let any = |wanted: Reached| how.iter().any(|(_, reached)| *reached == wanted);
    // What one device took needs no second telling by the others.
    let again = if any(Reached::Later) && !any(Reached::Over) {
        back_off(claimed.attempts)
    } else {
        None
    };
    match again {
        Some(minutes) => {
            let next = now.plus_minutes(minutes);
            write
                .defer_round(claimed, Channel::Push, next, true)
                .await?;
        }
        None => {
            let pause = if any(Reached::Over) {
                now.plus_minutes(PAUSE_MINUTES)
            } else {
                now
            };
            write
                .settle_round(claimed, Channel::Push, &word.told, pause)
                .await?;
        }
    }
    Ok(write.commit(&deeds).await?)
}
