//! Cards: previewed, published, renewed, taken down, looked at.

pub mod look;
pub(crate) mod owner;
pub mod preview;
pub mod publish;
pub mod renew;
pub(crate) mod thin;
pub mod withdraw;

use argonaut_domain::clock::Timestamp;

/// The next daily batch: midnight UTC. Until then the open audience sees no
/// change, so that watching the hour tells nothing about who made it.
pub(crate) fn next_batch(now: Timestamp) -> Timestamp {
    Timestamp::from_date(now.date()).plus_days(1)
}
