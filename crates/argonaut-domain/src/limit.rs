//! How often something may be done: the acts that are limited, and what is usual for each.
//! One table, which the README repeats. It does not count; storage does.

use std::collections::BTreeMap;

use crate::word::words;

words! {
    /// An act that is limited.
    pub enum Act {
        /// A password is tried.
        SignIn = "sign-in",
        /// An account is made.
        Registration = "registration",
        /// A way back in is tried.
        Recovery = "recovery",
        /// An enquiry is sent.
        Enquiry = "enquiry",
        /// Somebody is asked to be a contact.
        ContactRequest = "contact-request",
        /// A vouch is given.
        Vouch = "vouch",
        /// An invitation is made.
        Invitation = "invitation",
        /// Cards, helpers or services are searched.
        Search = "search",
        /// A card is opened.
        CardOpening = "card-opening",
        /// The directory of helpers is searched, or a profile opened.
        Directory = "directory",
        /// A post, a comment or a message is written.
        Post = "post",
        /// Something is reported.
        Report = "report",
        /// A file is brought in.
        Upload = "upload",
        /// A client's link is made or used.
        Link = "link",
        /// A text is looked at while it is typed.
        Draft = "draft",
        /// A program asks with a token.
        Api = "api",
        /// Anything else is changed.
        Change = "change",
    }
}

/// How much of something is allowed: so many at once, and so many more each hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// At once, after a rest.
    pub burst: u32,
    /// Coming back each hour.
    pub per_hour: u32,
}

const HOUR: i64 = 3_600_000_000;

impl Allowance {
    const fn of(burst: u32, per_hour: u32) -> Option<Self> {
        Some(Self { burst, per_hour })
    }
    /// Microseconds until one of them has come back.
    pub const fn interval(self) -> i64 {
        // At least one an hour, so the divisor is never zero.
        HOUR / if self.per_hour == 0 {
            1
        } else {
            self.per_hour as i64
        }
    }
    /// Microseconds until a bucket that was empty is full.
    pub const fn whole(self) -> i64 {
        self.interval().saturating_mul(if self.burst == 0 {
            1
        } else {
            self.burst as i64
        })
    }
    /// The same shape, with so many each hour.
    fn at(self, per_hour: u32) -> Self {
        let burst = u64::from(self.burst) * u64::from(per_hour) / u64::from(self.per_hour.max(1));
        Self {
            burst: u32::try_from(burst.max(1)).unwrap_or(u32::MAX),
            per_hour,
        }
    }
}

impl Act {
    /// What one helper has, unless the instance says otherwise.
    pub const fn by_helper(self) -> Option<Allowance> {
        match self {
            // Before signing in there is no helper.
            Self::SignIn | Self::Registration | Self::Recovery => None,
            Self::Enquiry => Allowance::of(20, 20),
            Self::ContactRequest | Self::Vouch => Allowance::of(30, 30),
            Self::Invitation => Allowance::of(20, 10),
            Self::Search => Allowance::of(120, 600),
            Self::CardOpening => Allowance::of(120, 400),
            Self::Directory => Allowance::of(120, 600),
            Self::Post => Allowance::of(60, 240),
            Self::Report => Allowance::of(10, 10),
            Self::Upload => Allowance::of(20, 60),
            Self::Link => Allowance::of(30, 60),
            Self::Draft => Allowance::of(120, 3_600),
            Self::Api => Allowance::of(300, 3_600),
            Self::Change => Allowance::of(300, 1_800),
        }
    }

    /// What one address has, unless the instance says otherwise. A parish hall or an agency
    /// with two hundred people stands behind one address, and so may an attacker.
    pub const fn by_address(self) -> Option<Allowance> {
        match self {
            Self::SignIn => Allowance::of(60, 360),
            Self::Registration => Allowance::of(30, 30),
            Self::Recovery => Allowance::of(30, 60),
            Self::Link => Allowance::of(60, 600),
            Self::Api => Allowance::of(1_200, 14_400),
            // Helpers are known by name there, and each has their own.
            Self::Enquiry
            | Self::ContactRequest
            | Self::Vouch
            | Self::Invitation
            | Self::Search
            | Self::CardOpening
            | Self::Directory
            | Self::Post
            | Self::Report
            | Self::Upload
            | Self::Draft
            | Self::Change => None,
        }
    }

    /// How many a node takes from the common bucket at once, so that what happens with every
    /// key press does not become a write with every key press.
    pub const fn bundle(self) -> u32 {
        match self {
            Self::Draft => 20,
            Self::Search | Self::Directory | Self::Api | Self::Change => 5,
            Self::SignIn
            | Self::Registration
            | Self::Recovery
            | Self::Enquiry
            | Self::ContactRequest
            | Self::Vouch
            | Self::Invitation
            | Self::CardOpening
            | Self::Post
            | Self::Report
            | Self::Upload
            | Self::Link => 1,
        }
    }
}

/// What this instance allows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits(BTreeMap<Act, u32>);

/// Why a choice of limits cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LimitsError {
    /// It is not written as `act=number`.
    #[error("write act=number pairs, for example search=900 enquiry=40; `{0}` is none")]
    NotAPair(String),
    /// There is no such act.
    #[error("there is no limited act `{0}`; known are: {known}", known = Act::ALL.iter().map(|act| act.code()).collect::<Vec<_>>().join(", "))]
    UnknownAct(String),
    /// The number is out of bounds.
    #[error("{act} can be {least} to {most} an hour")]
    OutOfBounds {
        /// Which.
        act: Act,
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
}

impl Limits {
    /// Reads `search=900 enquiry=40`: so many each hour. Each may be a quarter of the usual
    /// number to ten times as many: less would stop honest work, more would stop nobody.
    ///
    /// # Errors
    /// [`LimitsError`] for anything else.
    pub fn parse(text: &str) -> Result<Self, LimitsError> {
        let mut chosen = BTreeMap::new();
        for pair in text.split([' ', ',']).filter(|pair| !pair.is_empty()) {
            let not_a_pair = || LimitsError::NotAPair(pair.to_owned());
            let (act, number) = pair.split_once('=').ok_or_else(not_a_pair)?;
            let act = Act::parse(act).ok_or_else(|| LimitsError::UnknownAct(act.to_owned()))?;
            let number: u32 = number.parse().map_err(|_| not_a_pair())?;
            let usual = act
                .by_helper()
                .or(act.by_address())
                .map_or(1, |of| of.per_hour);
            let (least, most) = (usual.div_ceil(4), usual.saturating_mul(10));
            if !(least..=most).contains(&number) {
                return Err(LimitsError::OutOfBounds { act, least, most });
            }
            chosen.insert(act, number);
        }
        Ok(Self(chosen))
    }

    /// What one helper has.
    pub fn by_helper(&self, act: Act) -> Option<Allowance> {
        let usual = act.by_helper()?;
        Some(self.0.get(&act).map_or(usual, |number| usual.at(*number)))
    }

    /// What one address has. Where helpers have an allowance too, both grow and shrink alike.
    pub fn by_address(&self, act: Act) -> Option<Allowance> {
        let usual = act.by_address()?;
        let Some(number) = self.0.get(&act).copied() else {
            return Some(usual);
        };
        let number = act.by_helper().map_or(number, |of| {
            let scaled = u64::from(usual.per_hour) * u64::from(number) / u64::from(of.per_hour);
            u32::try_from(scaled).unwrap_or(u32::MAX)
        });
        Some(usual.at(number.max(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_is_limited_and_its_bundle_is_a_small_part() {
        for act in Act::ALL.iter().copied() {
            let of = act.by_helper().or(act.by_address()).unwrap();
            assert!(of.burst >= 1 && of.per_hour >= 1, "{act}");
            assert!(act.bundle() * 6 <= of.burst.max(6), "{act}");
        }
    }

    #[test]
    fn an_instance_chooses_within_bounds() {
        let limits = Limits::parse("search=1200, link=120").unwrap();
        let search = limits.by_helper(Act::Search).unwrap();
        assert_eq!((search.burst, search.per_hour), (240, 1_200));
        assert_eq!(limits.by_address(Act::Link).unwrap().per_hour, 1_200);
        assert_eq!(limits.by_helper(Act::Post), Act::Post.by_helper());
        assert_eq!(Limits::parse(""), Ok(Limits::default()));
        for wrong in [
            "search",
            "search=x",
            "serch=4",
            "search=149",
            "search=6001",
            "sign-in=0",
        ] {
            assert!(Limits::parse(wrong).is_err(), "{wrong}");
        }
    }
}
