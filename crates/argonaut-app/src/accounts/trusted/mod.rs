//! Recovery by trusted contacts: any few of them together let a helper back in who lost the
//! password and the recovery code. They hold shares of a secret, and learn nothing by it.

pub mod come_back;
pub mod hold;
mod make;
pub mod news;
pub mod set_up;

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::{HelperId, RecoveryRequestId};
use argonaut_privacy::vault::{Exchange, ExchangePurpose, RescueRow};
use uuid::Uuid;

/// The fewest contacts one can choose.
pub const FEWEST: usize = 3;
/// The most contacts one can choose.
pub const MOST: usize = 7;
/// The lowest threshold.
pub const LOWEST_THRESHOLD: usize = 2;

/// What a request's seal and number are bound to.
fn binding(id: RecoveryRequestId, helper: Option<HelperId>, ready: Timestamp) -> RescueRow {
    RescueRow {
        request: *id.bytes(),
        helper: helper.map_or([0; 16], |helper| *helper.bytes()),
        ready_at_micros: ready.micros(),
    }
}

fn exchange(share: Uuid) -> Exchange {
    Exchange {
        purpose: ExchangePurpose::RecoveryShare,
        subject: *share.as_bytes(),
    }
}
