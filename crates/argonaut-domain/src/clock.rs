//! Time as a parameter: a point in time, a week, a calendar day, and the clock
//! that tells them. Nothing else in the program asks the machine for the time.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A point in time: microseconds since 1970-01-01 UTC.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(transparent)]
pub struct Timestamp(i64);

/// Microseconds in a day.
const DAY: i64 = 86_400_000_000;

impl Timestamp {
    /// From microseconds since 1970-01-01 UTC.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }
    /// Microseconds since 1970-01-01 UTC.
    pub const fn micros(self) -> i64 {
        self.0
    }
    /// This point moved by whole days (back when negative).
    pub const fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.saturating_mul(DAY)))
    }
    /// This many thousandths of a second later.
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis.saturating_mul(1_000)))
    }
    /// This many minutes later.
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes.saturating_mul(60_000_000)))
    }
    /// Whole days from `earlier` to this point, rounded down; negative when it lies before.
    pub const fn days_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0).div_euclid(DAY)
    }
    /// The calendar day in UTC.
    pub fn date(self) -> Date {
        jiff::Timestamp::from_microsecond(self.0)
            .map(|t| t.to_zoned(jiff::tz::TimeZone::UTC).date())
            .unwrap_or(Date::ZERO)
    }
    /// Midnight UTC at the start of a calendar day.
    pub fn from_date(date: Date) -> Self {
        date.to_zoned(jiff::tz::TimeZone::UTC)
            .map(|z| Self(z.timestamp().as_microsecond()))
            .unwrap_or_default()
    }
    /// The week this point lies in: all a card ever tells about time.
    pub const fn week(self) -> Week {
        // 1970-01-01 was a Thursday, so the weeks' Mondays lie four days later.
        Week((self.0.div_euclid(DAY) - 4).div_euclid(7) as i32)
    }
}

/// A calendar week (Monday to Sunday, UTC), counted from the week of 1970-01-05.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(transparent)]
pub struct Week(pub i32);

impl Week {
    /// The Monday of this week.
    pub fn monday(self) -> Date {
        Timestamp((self.0 as i64 * 7 + 4) * DAY).date()
    }
    /// The first moment of this week.
    pub const fn start(self) -> Timestamp {
        Timestamp((self.0 as i64 * 7 + 4) * DAY)
    }
    /// Whole weeks from `earlier` to this one, 0 when it lies before.
    pub const fn since(self, earlier: Self) -> u32 {
        let weeks = self.0.saturating_sub(earlier.0);
        if weeks < 0 { 0 } else { weeks as u32 }
    }
}

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present.
    fn now(&self) -> Timestamp;
}

/// The machine's clock: for the composition root of a binary.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine for the time"
    )]
    fn now(&self) -> Timestamp {
        Timestamp(jiff::Timestamp::now().as_microsecond())
    }
}

/// A clock that moves only when told to: for tests, and for seeding a demo's past.
#[derive(Debug, Default)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that stands at `now`.
    pub const fn at(now: Timestamp) -> Self {
        Self(AtomicI64::new(now.micros()))
    }
    /// Sets the clock.
    pub fn set(&self, now: Timestamp) {
        self.0.store(now.micros(), Ordering::SeqCst);
    }
    /// Moves the clock on by whole days.
    pub fn advance_days(&self, days: i64) {
        self.set(self.now().plus_days(days));
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_starts_on_monday() {
        let sunday = Timestamp::from_date(Date::constant(2026, 11, 22));
        let monday = Timestamp::from_date(Date::constant(2026, 11, 23));
        assert_eq!(sunday.week().0 + 1, monday.week().0);
        assert_eq!(monday.week().monday(), Date::constant(2026, 11, 23));
        assert_eq!(monday.plus_days(6).week(), monday.week());
        assert_eq!(monday.date(), Date::constant(2026, 11, 23));
    }
}
