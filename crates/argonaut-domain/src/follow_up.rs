//! Asking how an introduction goes: after one, four and twelve weeks, each side and each
//! client in the same few words. Who may ask and answer is decided elsewhere.

use crate::clock::Timestamp;
use crate::introduction::{Helpful, Outcome, YesNo};
use crate::word::words;

words! {
    /// When it is asked, in weeks from the introduction.
    pub enum AskWeek {
        /// After one week.
        First = "1",
        /// After four weeks.
        Fourth = "4",
        /// After twelve weeks: this answer closes the introduction.
        Twelfth = "12",
    }
}

impl AskWeek {
    /// Weeks from the introduction.
    pub const fn weeks(self) -> i64 {
        match self {
            Self::First => 1,
            Self::Fourth => 4,
            Self::Twelfth => 12,
        }
    }
    /// The week with this number, if it is asked in it.
    pub fn of(weeks: i64) -> Option<Self> {
        Self::ALL.iter().copied().find(|week| week.weeks() == weeks)
    }
    /// When it is asked about an introduction of then.
    pub fn due(self, introduced: Timestamp) -> Timestamp {
        introduced.plus_days(7 * self.weeks())
    }
    /// The latest week that has come by `now`.
    pub fn latest(introduced: Timestamp, now: Timestamp) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .rfind(|week| week.due(introduced) <= now)
    }
}

/// After so many days it is asked again, when somebody said "later".
pub const ASK_AGAIN_DAYS: i64 = 7;

/// The longest text of what was learned, and of thanks, in characters.
pub const MOST_WORDS: usize = 1_000;

words! {
    /// Who answers for a side.
    pub enum Voice {
        /// The helper.
        Helper = "helper",
        /// The client, through a link.
        Client = "client",
    }
}

words! {
    /// What became of the need.
    pub enum NeedMet {
        /// It is met.
        Met = "met",
        /// It is met in part.
        Partly = "partly",
        /// It is not met.
        Not = "not",
        /// It did harm.
        Harm = "harm",
        /// The one who answers does not know.
        Unknown = "unknown",
    }
}

impl NeedMet {
    /// As the outcome of an introduction says it; `None` when it is not known.
    pub const fn helpful(self) -> Option<Helpful> {
        match self {
            Self::Met => Some(Helpful::Yes),
            Self::Partly => Some(Helpful::Partly),
            Self::Not => Some(Helpful::No),
            Self::Harm => Some(Helpful::Harm),
            Self::Unknown => None,
        }
    }
}

/// An answer in codes; the words beside it are sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// When it was asked.
    pub week: AskWeek,
    /// What became of the need.
    pub need: NeedMet,
    /// Whether the two are in touch.
    pub in_touch: YesNo,
}

/// The outcome that a closing answer tells, with what the same side answered before. `None`
/// when it does not say whether it helped. Who is in touch, or was helped, has met: an
/// answer "no longer" alone does not say that they ever did.
pub fn outcome(closing: &Answer, before: &[Answer], at: Timestamp) -> Option<Outcome> {
    let met = |answer: &Answer| {
        answer.in_touch == YesNo::Yes || matches!(answer.need, NeedMet::Met | NeedMet::Partly)
    };
    let connected = if met(closing) || before.iter().any(met) {
        YesNo::Yes
    } else if closing.in_touch == YesNo::No {
        YesNo::No
    } else {
        YesNo::Unknown
    };
    Some(Outcome {
        at,
        connected,
        still_in_touch: closing.in_touch,
        helpful: closing.need.helpful()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

    fn answer(week: AskWeek, need: NeedMet, in_touch: YesNo) -> Answer {
        Answer {
            week,
            need,
            in_touch,
        }
    }

    #[test]
    fn the_latest_week_that_has_come_is_asked() {
        let at = |days| AskWeek::latest(NOW, NOW.plus_days(days));
        assert_eq!(at(6), None);
        assert_eq!(at(7), Some(AskWeek::First));
        assert_eq!(at(27), Some(AskWeek::First));
        assert_eq!(at(28), Some(AskWeek::Fourth));
        assert_eq!(at(400), Some(AskWeek::Twelfth));
        for week in AskWeek::ALL.iter().copied() {
            assert_eq!(AskWeek::of(week.weeks()), Some(week));
        }
    }

    #[test]
    fn an_outcome_says_no_more_than_was_answered() {
        let last = answer(AskWeek::Twelfth, NeedMet::Not, YesNo::No);
        let told = outcome(&last, &[], NOW).unwrap();
        assert_eq!((told.connected, told.helpful), (YesNo::No, Helpful::No));
        let before = [answer(AskWeek::First, NeedMet::Unknown, YesNo::Yes)];
        assert_eq!(outcome(&last, &before, NOW).unwrap().connected, YesNo::Yes);
        let open = answer(AskWeek::Twelfth, NeedMet::Unknown, YesNo::Yes);
        assert_eq!(outcome(&open, &before, NOW), None);
    }
}
