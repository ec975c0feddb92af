//! How often something may be done, counted in the database, so that all nodes share it. What
//! is allowed stands in `domain::limit`; who is shown too much, in [`reading`].
//!
//! No limit here is kept for a handle: what counts is the helper who is signed in, or the
//! address that asks. So nobody can use up what belongs to somebody else.

mod address;
pub mod reading;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;
use argonaut_domain::limit::Allowance;
pub use argonaut_domain::limit::{Act, Limits, LimitsError};
use argonaut_store::StoreError;
use uuid::Uuid;

pub use address::{Address, from_address};
pub(crate) use address::{Seats, asking, seat};

use crate::app::App;
use crate::error::{Kind, Trouble};

const SECOND: i64 = 1_000_000;
/// How long a node keeps what it took in a bundle.
const BUNDLE_LASTS: i64 = 60 * SECOND;
/// More memories than this are sorted out.
const MEMORIES: usize = 10_000;

/// Why one has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was done very often.
    Often,
    /// Far more cards were shown today than honest work needs.
    Reading,
}

/// It was done too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("done too often: wait {retry_after} s")]
pub struct TooMany {
    /// Seconds to wait.
    pub retry_after: u32,
    /// Why.
    pub why: Why,
}

impl TooMany {
    /// The kind of failure.
    pub const fn kind(&self) -> Kind {
        Kind::Busy {
            retry_after: self.retry_after,
        }
    }
}

/// Takes one from what the helper has, and one from what the address that asks has (see
/// [`from_address`]). Where the database does not answer, nobody is held up: what was asked
/// for will say so itself.
///
/// # Errors
/// [`TooMany`], with the seconds to wait.
pub async fn take(app: &App, helper: Option<HelperId>, act: Act) -> Result<(), TooMany> {
    if let (Some(address), Some(of)) = (asking(), app.limits.by_address(act)) {
        let subject = address.mark(app);
        held(one(app, Side::Address, act, subject, of).await)?;
    }
    if let (Some(helper), Some(of)) = (helper, app.limits.by_helper(act)) {
        held(one(app, Side::Helper, act, helper.uuid(), of).await)?;
    }
    Ok(())
}

fn held(taken: Result<Option<i64>, Trouble>) -> Result<(), TooMany> {
    match taken {
        Ok(None) => Ok(()),
        Ok(Some(micros)) => Err(TooMany {
            retry_after: seconds(micros),
            why: Why::Often,
        }),
        Err(trouble) => {
            tracing::warn!(error = %trouble, "a limit could not be counted");
            Ok(())
        }
    }
}

/// Whole seconds, at least one.
fn seconds(micros: i64) -> u32 {
    let seconds = u64::try_from(micros)
        .unwrap_or(0)
        .div_ceil(1_000_000)
        .max(1);
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

/// Whose bucket it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Side {
    Helper,
    Address,
}

/// Takes one; `Some` with the microseconds to wait when there is none.
async fn one(
    app: &App,
    side: Side,
    act: Act,
    subject: Uuid,
    of: Allowance,
) -> Result<Option<i64>, Trouble> {
    let now = app.now();
    match app.memories.ask((side, act, subject), now) {
        Remembered::Spare => return Ok(None),
        Remembered::Empty(wait) => return Ok(Some(wait)),
        Remembered::Nothing => {}
    }
    let name = match side {
        Side::Helper => act.code().to_owned(),
        Side::Address => format!("{}@", act.code()),
    };
    let bundles = [act.bundle(), 1];
    for bundle in bundles {
        let cost = of.interval().saturating_mul(i64::from(bundle));
        match take_cost(app, &name, subject, cost, of.whole()).await? {
            None => {
                let until = now.micros().saturating_add(BUNDLE_LASTS);
                if let Some(spare) = bundle.checked_sub(1).filter(|spare| *spare > 0) {
                    let memory = Memory::Spare { spare, until };
                    app.memories.keep((side, act, subject), memory, now);
                }
                return Ok(None);
            }
            Some(_) if bundle > 1 => {}
            Some(wait) => {
                let until = now.micros().saturating_add(wait);
                let memory = Memory::Empty { until };
                app.memories.keep((side, act, subject), memory, now);
                return Ok(Some(wait));
            }
        }
    }
    Ok(None)
}

/// Takes this much time from a bucket; `Some` with the microseconds to wait when there is
/// not enough.
async fn take_cost(
    app: &App,
    name: &str,
    subject: Uuid,
    cost: i64,
    whole: i64,
) -> Result<Option<i64>, StoreError> {
    let now = app.now();
    let mut write = app.store.write().await?;
    if write
        .take_from_bucket(name, subject, now, cost, whole)
        .await?
    {
        write.commit_unlogged().await?;
        return Ok(None);
    }
    let full = write.bucket_full_at(name, subject).await?;
    let full = full.map_or(now.micros(), Timestamp::micros);
    let wait = full
        .saturating_add(cost)
        .saturating_sub(whole)
        .saturating_sub(now.micros());
    Ok(Some(wait.max(1)))
}

/// Deletes what is full again, and the marks of earlier days.
pub(crate) async fn forget(app: &App) -> Result<(), Trouble> {
    let now = app.now();
    let mut write = app.store.write().await?;
    write.forget_limits(now, day(now)).await?;
    Ok(write.commit_unlogged().await?)
}

/// The day, as a number.
const fn day(now: Timestamp) -> i64 {
    now.micros().div_euclid(86_400 * SECOND)
}

type Bucket = (Side, Act, Uuid);

/// What a node remembers of a bucket until a time: what is left of a bundle, or that it is
/// empty. Another node may have taken more meanwhile, never less.
#[derive(Clone, Copy)]
enum Memory {
    Spare { spare: u32, until: i64 },
    Empty { until: i64 },
}

impl Memory {
    const fn until(self) -> i64 {
        match self {
            Self::Spare { until, .. } | Self::Empty { until } => until,
        }
    }
}

enum Remembered {
    Spare,
    Empty(i64),
    Nothing,
}

/// What this node remembers of the buckets: saves a write for each key press, and any work
/// for those who do not stop.
#[derive(Default)]
pub(crate) struct Memories(Mutex<HashMap<Bucket, Memory>>);

impl Memories {
    fn ask(&self, bucket: Bucket, now: Timestamp) -> Remembered {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(memory) = kept.get_mut(&bucket) else {
            return Remembered::Nothing;
        };
        let left = memory.until().saturating_sub(now.micros());
        if left <= 0 {
            kept.remove(&bucket);
            return Remembered::Nothing;
        }
        match memory {
            Memory::Empty { .. } => Remembered::Empty(left),
            Memory::Spare { spare, .. } => {
                *spare = spare.saturating_sub(1);
                if *spare == 0 {
                    kept.remove(&bucket);
                }
                Remembered::Spare
            }
        }
    }

    fn keep(&self, bucket: Bucket, memory: Memory, now: Timestamp) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MEMORIES {
            kept.retain(|_, memory| memory.until() > now.micros());
        }
        kept.insert(bucket, memory);
    }
}
