//! How a helper wants to be told outside the page: what goes at once, what waits for the
//! digest, when it is quiet. Rules alone: nothing is sent here, and nothing of what a notice
//! says is known.

use std::collections::BTreeMap;

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{ToSpan as _, Zoned};
use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::locale::Locale;
use crate::notice::NoticeKind;
use crate::word::words;

words! {
    /// Kinds of notices that are told alike.
    pub enum Topic {
        /// Enquiries, matches, introductions, follow-ups.
        Matches = "matches",
        /// Rings of three.
        Rings = "rings",
        /// Messages of other helpers.
        Messages = "messages",
        /// Consents and cards.
        Cards = "cards",
        /// The circles of clients, and what clients say through their links.
        Clients = "clients",
        /// Contacts and vouches.
        People = "people",
        /// Groups, posts and events.
        Groups = "groups",
        /// New suggestions.
        Suggestions = "suggestions",
        /// Reports and decisions.
        Safety = "safety",
        /// The security of the account: always at once.
        Account = "account",
    }
}

words! {
    /// How a topic is told beside the page, which tells everything.
    pub enum How {
        /// In the page alone.
        Page = "page",
        /// At once, outside of quiet hours.
        Now = "now",
        /// In the digest.
        Digest = "digest",
    }
}

words! {
    /// How often the digest comes.
    pub enum Rhythm {
        /// Each day.
        Daily = "daily",
        /// Each Monday.
        Weekly = "weekly",
    }
}

/// Hours without mail, from one full hour to another; over midnight when `from` is later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// The first quiet hour, 0 to 23.
    pub from: i8,
    /// The first hour that is not quiet, 0 to 23.
    pub until: i8,
}

/// How a helper wants to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// By topic; one that is missing is told as [`Topic::usual`] says.
    pub how: BTreeMap<Topic, How>,
    /// Nothing leaves the page, but word about the security of the account.
    pub off: bool,
    /// How often the digest comes.
    pub rhythm: Rhythm,
    /// At which hour, 0 to 23.
    pub hour: i8,
    /// When it is quiet.
    pub quiet: Option<Quiet>,
    /// The IANA name of the time zone.
    pub zone: String,
    /// The language of what is sent.
    pub language: Locale,
}

/// When something is to be told, and whether it overtakes what waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Not before.
    pub at: Timestamp,
    /// Waits for no pause: the security of the account.
    pub urgent: bool,
}

/// Minutes between two mails to one helper, so that what comes thick goes as one.
pub const PAUSE_MINUTES: i64 = 10;

/// Days that a link for confirming an address works.
pub const CONFIRM_DAYS: i64 = 2;

/// Minutes to wait after a try that failed for now, by how often it was tried; `None` when
/// it is time to give up, some two days after the first.
pub const fn back_off(attempts: i64) -> Option<i64> {
    match attempts {
        ..=1 => Some(2),
        2 => Some(10),
        3 => Some(30),
        4 => Some(120),
        5 => Some(360),
        6 => Some(720),
        7 | 8 => Some(1_440),
        9.. => None,
    }
}

impl Topic {
    /// How it is told unless the helper says otherwise: what somebody waits for goes at
    /// once, the rest with the digest.
    pub const fn usual(self) -> How {
        match self {
            Self::Matches | Self::Rings | Self::Messages | Self::Safety | Self::Account => How::Now,
            Self::Cards | Self::Clients | Self::People | Self::Groups | Self::Suggestions => {
                How::Digest
            }
        }
    }
}

impl Default for Telling {
    fn default() -> Self {
        Self {
            how: BTreeMap::new(),
            off: false,
            rhythm: Rhythm::Daily,
            hour: 8,
            quiet: Some(Quiet { from: 21, until: 7 }),
            zone: "UTC".to_owned(),
            language: Locale::En,
        }
    }
}

impl Telling {
    /// How a topic is told.
    pub fn how(&self, topic: Topic) -> How {
        match (topic, self.off) {
            (Topic::Account, _) => How::Now,
            (_, true) => How::Page,
            (topic, false) => self
                .how
                .get(&topic)
                .copied()
                .unwrap_or_else(|| topic.usual()),
        }
    }

    /// When a notice of this kind, written at `at`, is to be told; `None` for "in the page
    /// alone".
    pub fn due(&self, kind: NoticeKind, at: Timestamp) -> Option<Due> {
        // That mail does not arrive cannot be told by mail.
        if kind == NoticeKind::MailFailing {
            return None;
        }
        let topic = kind.topic();
        let urgent = topic == Topic::Account;
        let at = match self.how(topic) {
            How::Page => return None,
            How::Now if urgent => at,
            How::Now => self.after_quiet(at),
            How::Digest => self.next_digest(at),
        };
        Some(Due { at, urgent })
    }

    /// The first moment from `at` on that is not quiet.
    pub fn after_quiet(&self, at: Timestamp) -> Timestamp {
        let (Some(quiet), Some(local)) = (self.quiet, self.local(at)) else {
            return at;
        };
        let hour = local.hour();
        let over_midnight = quiet.from > quiet.until;
        let is_quiet = if over_midnight {
            hour >= quiet.from || hour < quiet.until
        } else {
            hour >= quiet.from && hour < quiet.until
        };
        if !is_quiet {
            return at;
        }
        let tomorrow = over_midnight && hour >= quiet.from;
        at_hour(&local, i64::from(tomorrow), quiet.until).map_or(at, |end| end.max(at))
    }

    /// The first digest after `at`.
    pub fn next_digest(&self, at: Timestamp) -> Timestamp {
        let Some(local) = self.local(at) else {
            return at;
        };
        let weekday = i64::from(local.weekday().to_monday_zero_offset());
        let days = match self.rhythm {
            Rhythm::Daily => [0, 1],
            Rhythm::Weekly if weekday == 0 => [0, 7],
            Rhythm::Weekly => [7 - weekday, 14 - weekday],
        };
        days.into_iter()
            .filter_map(|days| at_hour(&local, days, self.hour))
            .find(|moment| *moment > at)
            .unwrap_or(at)
    }

    fn local(&self, at: Timestamp) -> Option<Zoned> {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let at = jiff::Timestamp::from_microsecond(at.micros()).ok()?;
        Some(at.to_zoned(zone))
    }
}

/// A full hour of a day so many days on. Where clocks skip it, the moment after.
fn at_hour(local: &Zoned, days: i64, hour: i8) -> Option<Timestamp> {
    let date = local.date().checked_add(days.days()).ok()?;
    let moment = date
        .to_datetime(Time::new(hour.clamp(0, 23), 0, 0, 0).ok()?)
        .to_zoned(local.time_zone().clone())
        .ok()?;
    Some(Timestamp::from_micros(moment.timestamp().as_microsecond()))
}

/// Whether there is a time zone of this name.
pub fn is_zone(name: &str) -> bool {
    TimeZone::get(name).is_ok()
}

/// Every time zone that a helper may choose, by name.
pub fn zones() -> Vec<String> {
    let mut names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| is_place(name) || name == "UTC")
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// A name such as `America/Los_Angeles`, and none of the old and odd ones.
fn is_place(name: &str) -> bool {
    const CONTINENTS: [&str; 10] = [
        "Africa/",
        "America/",
        "Antarctica/",
        "Arctic/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ];
    CONTINENTS
        .iter()
        .any(|continent| name.starts_with(continent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{local, moment};

    const FRESNO: &str = "America/Los_Angeles";

    fn telling() -> Telling {
        Telling {
            zone: FRESNO.to_owned(),
            ..Telling::default()
        }
    }

    fn at(text: &str) -> Timestamp {
        moment(text, FRESNO).unwrap()
    }

    #[test]
    fn quiet_hours_move_to_their_end_and_security_does_not_wait() {
        let telling = telling();
        let due = |kind, text| local(telling.due(kind, at(text)).unwrap().at, FRESNO);
        let enquiry = NoticeKind::EnquiryReceived;
        assert_eq!(due(enquiry, "2026-11-23T12:30"), "2026-11-23T12:30");
        assert_eq!(due(enquiry, "2026-11-23T21:00"), "2026-11-24T07:00");
        assert_eq!(due(enquiry, "2026-11-24T02:10"), "2026-11-24T07:00");
        assert_eq!(due(enquiry, "2026-11-24T06:59"), "2026-11-24T07:00");
        let security = NoticeKind::SecondFactorRefused;
        assert_eq!(due(security, "2026-11-24T02:10"), "2026-11-24T02:10");
        let noon = Telling {
            quiet: Some(Quiet {
                from: 12,
                until: 14,
            }),
            ..telling.clone()
        };
        assert_eq!(
            local(noon.after_quiet(at("2026-11-24T12:00")), FRESNO),
            "2026-11-24T14:00"
        );
        let never = Telling {
            quiet: None,
            ..telling
        };
        let night = at("2026-11-24T02:10");
        assert_eq!(never.after_quiet(night), night);
    }

    #[test]
    fn the_digest_comes_at_its_hour_of_that_zone() {
        let daily = telling();
        let next = |telling: &Telling, text| local(telling.next_digest(at(text)), FRESNO);
        assert_eq!(next(&daily, "2026-11-23T07:59"), "2026-11-23T08:00");
        assert_eq!(next(&daily, "2026-11-23T08:00"), "2026-11-24T08:00");
        // The night in which clocks go forward.
        assert_eq!(next(&daily, "2027-03-13T20:00"), "2027-03-14T08:00");
        let weekly = Telling {
            rhythm: Rhythm::Weekly,
            ..daily
        };
        // 2026-11-23 is a Monday.
        assert_eq!(next(&weekly, "2026-11-23T07:00"), "2026-11-23T08:00");
        assert_eq!(next(&weekly, "2026-11-23T09:00"), "2026-11-30T08:00");
        assert_eq!(next(&weekly, "2026-11-25T09:00"), "2026-11-30T08:00");
    }

    #[test]
    fn no_mail_means_none_but_about_security() {
        let off = Telling {
            off: true,
            ..telling()
        };
        for kind in NoticeKind::ALL.iter().copied() {
            let told = off.due(kind, at("2026-11-23T12:00")).is_some();
            assert_eq!(told, kind.topic() == Topic::Account, "{kind}");
        }
        let mut mute = telling();
        mute.how.insert(Topic::Account, How::Page);
        assert_eq!(mute.how(Topic::Account), How::Now);
        assert!(
            mute.due(NoticeKind::MailFailing, at("2026-11-23T12:00"))
                .is_none()
        );
    }

    #[test]
    fn zones_are_places_that_there_are() {
        let zones = zones();
        assert!(zones.len() > 300, "{}", zones.len());
        for name in [FRESNO, "Europe/Madrid", "UTC"] {
            assert!(zones.iter().any(|zone| zone == name), "{name}");
        }
        assert!(zones.iter().all(|zone| is_zone(zone)));
    }

    #[test]
    fn trying_again_ends() {
        let minutes: i64 = (1..).map_while(back_off).sum();
        assert!((2_880..7_200).contains(&minutes), "{minutes}");
    }
}
