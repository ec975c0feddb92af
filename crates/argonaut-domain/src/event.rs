//! Events of groups: what they say, when they are, and what helpers answer. Who sees one is
//! decided by the visibility filter, never here.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::clock::Timestamp;
use crate::ids::{EventId, GroupId, HelperId};
use crate::word::words;

words! {
    /// What a helper says to an event.
    pub enum EventAnswer {
        /// Comes.
        Going = "going",
        /// Perhaps.
        Maybe = "maybe",
        /// Does not come.
        No = "no",
    }
}

/// An event of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Which.
    pub id: EventId,
    /// Whose.
    pub group: GroupId,
    /// Who made it.
    pub maker: HelperId,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub words: String,
    /// Where.
    pub place: String,
    /// When it begins.
    pub starts: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// The IANA name of the time zone in which it was meant.
    pub zone: String,
    /// Whether befriended groups see it too.
    pub for_friends: bool,
    /// When it was made.
    pub made: Timestamp,
    /// When it was cancelled.
    pub cancelled: Option<Timestamp>,
    /// Counts its changes.
    pub version: i64,
}

/// The moment of a local date and time in a zone. Where clocks skip an hour, the moment after.
pub fn moment(local: &str, zone: &str) -> Option<Timestamp> {
    let zone = TimeZone::get(zone).ok()?;
    let local: DateTime = local.parse().ok()?;
    let zoned = local.to_zoned(zone).ok()?;
    Some(Timestamp::from_micros(zoned.timestamp().as_microsecond()))
}

/// A moment as a clock in that zone shows it, as forms write it: `2026-11-25T18:00`.
pub fn local(at: Timestamp, zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    jiff::Timestamp::from_microsecond(at.micros()).map_or_else(
        |_| String::new(),
        |at| at.to_zoned(zone).strftime("%Y-%m-%dT%H:%M").to_string(),
    )
}

/// A moment as calendars write it: `20261125T180000Z`.
pub fn stamp(at: Timestamp) -> String {
    jiff::Timestamp::from_microsecond(at.micros()).map_or_else(
        |_| String::new(),
        |at| at.strftime("%Y%m%dT%H%M%SZ").to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_times_become_moments_and_come_back() {
        let summer = moment("2027-07-01T18:00", "America/Los_Angeles").unwrap();
        assert_eq!(stamp(summer), "20270702T010000Z");
        let winter = moment("2027-01-01T18:00", "America/Los_Angeles").unwrap();
        assert_eq!(stamp(winter), "20270102T020000Z");
        assert_eq!(local(winter, "America/Los_Angeles"), "2027-01-01T18:00");
        assert_eq!(moment("2027-01-01T18:00", "Nowhere/Land"), None);
        assert_eq!(moment("tomorrow", "UTC"), None);
    }
}
