//! The pace of a match: put aside until a day, waited for since when, stalled, and told of.

use super::{Match, Party, Stage};
use crate::clock::Timestamp;

/// Most days for which a match is put aside.
pub const PARK_MOST_DAYS: i64 = 90;

/// Whom a match that does not move is told to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nudge {
    /// Those whose act is awaited.
    Remind,
    /// Whoever could help out: deputies of their client, coordinators of a group of both.
    Escalate,
}

impl Match {
    /// Whether it is put aside at `now`.
    pub fn rests(&self, now: Timestamp) -> bool {
        self.parked.is_some_and(|until| now < until)
    }

    /// Since when it is waited: from its last move, or from the end of its rest.
    pub fn since(&self) -> Timestamp {
        self.parked
            .map_or(self.moved, |until| until.max(self.moved))
    }

    /// After how many days without a move a match of this kind has stalled; `None` where
    /// nothing is awaited, or where follow-up asks. A client who has to be asked needs more
    /// time than a helper who decides for themselves.
    pub fn patience_days(&self) -> Option<i64> {
        let two_clients = [self.parties.asker, self.parties.owner]
            .iter()
            .all(|party| *party != Party::Helper);
        match (&self.stage, two_clients) {
            (Stage::Asked, _) => Some(5),
            (Stage::Talking | Stage::Active { .. }, true) => Some(10),
            (Stage::Talking | Stage::Active { .. }, false) => Some(7),
            (Stage::Proposed { .. }, true) => Some(14),
            (Stage::Proposed { .. }, false) => Some(7),
            (Stage::Introduced { .. } | Stage::Closed { .. }, _) => None,
        }
    }

    /// When it is told that nothing moved, if nobody acts before.
    pub fn nudges(&self, nudge: Nudge) -> Option<Timestamp> {
        let days = self.patience_days()?;
        Some(self.since().plus_days(match nudge {
            Nudge::Remind => days,
            Nudge::Escalate => 2 * days,
        }))
    }

    /// Whether it has stalled at `now`.
    pub fn has_stalled(&self, now: Timestamp) -> bool {
        self.nudges(Nudge::Remind).is_some_and(|since| since <= now)
    }
}
