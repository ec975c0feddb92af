//! The first meeting of two people who are introduced: when it may be, and what to think of
//! before it. Where it is, and who comes along, is sealed.

use crate::clock::Timestamp;
use crate::word::words;

/// The longest meeting, in minutes.
pub const MEETING_MOST_MINUTES: i64 = 12 * 60;
/// The farthest day of a meeting, in days.
const MOST_DAYS: i64 = 180;

words! {
    /// What to think of before two people meet for the first time.
    pub enum FirstCheck {
        /// It is in a public place, or in the home of neither.
        Public = "public",
        /// Somebody else knows when and where.
        Told = "told",
        /// Both know that they can stop at any time.
        Stop = "stop",
        /// Both know how they get home.
        Home = "home",
        /// Nobody has to pay or to lend anything.
        Money = "money",
    }
}

/// When two people meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingWhen {
    /// When it begins.
    pub starts: Timestamp,
    /// How long, in minutes.
    pub minutes: i64,
    /// The IANA name of the time zone in which it was meant.
    pub zone: String,
}

impl MeetingWhen {
    /// Whether it can be at `now`: ahead, within half a year, and of a length that can be.
    pub fn can_be(&self, now: Timestamp) -> bool {
        self.starts > now
            && self.starts < now.plus_days(MOST_DAYS)
            && (1..=MEETING_MOST_MINUTES).contains(&self.minutes)
    }

    /// When it ends.
    pub fn ends(&self) -> Timestamp {
        self.starts.plus_minutes(self.minutes)
    }
}
