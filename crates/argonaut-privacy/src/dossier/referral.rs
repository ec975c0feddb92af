//! Where a client was sent on to, and what came of it. Part of the sealed record; never on
//! a card.

use argonaut_domain::ids::{HelperId, ServiceId};
use argonaut_domain::referral::{ReferralResult, ReferralWay};
use argonaut_domain::taxonomy::TermId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Private;

/// Most referrals of one client.
pub const MAX_REFERRALS: usize = 200;

/// Every referral of a client, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Referrals {
    /// The referrals.
    pub list: Vec<Referral>,
    /// The highest number given; none is used twice.
    pub last: u32,
}

/// A client was sent on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// Its number among the client's referrals.
    pub id: u32,
    /// To whom: the service's name, or whoever it was.
    pub to: Private,
    /// Which directory service, when it is one.
    pub service: Option<ServiceId>,
    /// For which need.
    pub need: Option<TermId>,
    /// How.
    pub way: ReferralWay,
    /// What is worth knowing.
    pub words: Private,
    /// When.
    pub made: Date,
    /// By whom.
    pub by: HelperId,
    /// When to ask how it went.
    pub look_again: Option<Date>,
    /// What came of it.
    pub closed: Option<Closed>,
}

/// What came of a referral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// When it was said.
    pub on: Date,
    /// What came of it.
    pub result: ReferralResult,
    /// In words.
    pub words: Private,
}

impl Referral {
    /// Whether it is time to ask how it went.
    pub fn is_due(&self, today: Date) -> bool {
        self.closed.is_none() && self.look_again.is_some_and(|day| day <= today)
    }
}

impl Referrals {
    /// Adds one; its number is given here.
    pub fn add(&mut self, mut new: Referral) -> u32 {
        self.last = self.last.saturating_add(1);
        new.id = self.last;
        self.list.push(new);
        self.last
    }

    /// Changes one; `false` when it is not there.
    pub fn change(&mut self, id: u32, edit: impl FnOnce(&mut Referral)) -> bool {
        let Some(found) = self.list.iter_mut().find(|one| one.id == id) else {
            return false;
        };
        edit(found);
        true
    }

    /// Takes one out; `false` when it is not there.
    pub fn remove(&mut self, id: u32) -> bool {
        let before = self.list.len();
        self.list.retain(|one| one.id != id);
        before != self.list.len()
    }

    /// Those about which it is time to ask.
    pub fn due(&self, today: Date) -> impl Iterator<Item = &Referral> {
        self.list.iter().filter(move |one| one.is_due(today))
    }

    /// Every text of them.
    pub fn texts(&self) -> impl Iterator<Item = &Private> {
        self.list.iter().flat_map(|one| {
            let said = one.closed.as_ref().map(|closed| &closed.words);
            [&one.to, &one.words].into_iter().chain(said)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    #[test]
    fn it_is_due_until_it_is_closed_and_numbers_are_never_used_twice() {
        let mut referrals = Referrals::default();
        let new = Referral {
            id: 0,
            to: "Kitchen".into(),
            service: None,
            need: None,
            way: ReferralWay::Told,
            words: "".into(),
            made: date(2026, 11, 1),
            by: HelperId::from_uuid(Uuid::nil()),
            look_again: Some(date(2026, 11, 15)),
            closed: None,
        };
        let first = referrals.add(new.clone());
        let second = referrals.add(new.clone());
        assert_eq!((first, second), (1, 2));
        assert_eq!(referrals.due(date(2026, 11, 14)).count(), 0);
        assert_eq!(referrals.due(date(2026, 11, 15)).count(), 2);
        let close = |one: &mut Referral| {
            one.closed = Some(Closed {
                on: date(2026, 11, 16),
                result: ReferralResult::Served,
                words: "Hot meals".into(),
            });
        };
        assert!(referrals.change(second, close));
        assert!(!referrals.change(9, |_| {}));
        assert_eq!(referrals.due(date(2026, 12, 1)).count(), 1);
        assert_eq!(referrals.texts().count(), 5);
        assert!(referrals.remove(second) && !referrals.remove(second));
        assert_eq!(referrals.add(new), 3);
    }
}
