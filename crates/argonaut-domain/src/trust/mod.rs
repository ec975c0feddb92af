//! Words of trust between helpers. How far somebody can be relied on is computed by the
//! engine; these are the words that people choose and read, and the rules of saying them.

mod experience;
mod field;

pub use experience::{Experience, Shared, experiences};
pub use field::TrustField;

use crate::clock::Timestamp;
use crate::ids::{HelperId, VouchId};
use crate::word::words;

words! {
    /// How far a helper is trusted, seen from one who asks; in rising order.
    pub enum TrustLevel {
        /// Somebody whom I rely on knows them.
        Known = "known",
        /// Well spoken of.
        Trusted = "trusted",
        /// Very well spoken of.
        WellTrusted = "well_trusted",
    }
}

words! {
    /// What somebody says who vouches; in rising order.
    pub enum VouchLevel {
        /// "I know them."
        Know = "know",
        /// "I have worked with them."
        Worked = "worked",
        /// "I would send my mother to them."
        Mother = "mother",
    }
}

words! {
    /// Who may send a helper an enquiry; each holds those of the next ones too.
    pub enum EnquiryReach {
        /// Every helper here.
        Everyone = "everyone",
        /// Contacts, and whom somebody I rely on knows.
        Known = "known",
        /// Contacts, and whom I trust.
        Trusted = "trusted",
        /// Contacts, and whom I trust very well.
        WellTrusted = "well_trusted",
        /// The helper's contacts.
        Contacts = "contacts",
    }
}

impl EnquiryReach {
    /// Whether it lets somebody in who is a contact, or trusted so far.
    pub fn takes(self, is_contact: bool, trusted: Option<TrustLevel>) -> bool {
        let least = match self {
            Self::Everyone => return true,
            Self::Known => TrustLevel::Known,
            Self::Trusted => TrustLevel::Trusted,
            Self::WellTrusted => TrustLevel::WellTrusted,
            Self::Contacts => return is_contact,
        };
        is_contact || trusted.is_some_and(|level| level >= least)
    }
}

/// Days after which a vouch counts no longer unless it is renewed: two years.
pub const VOUCH_DAYS: i64 = 730;
/// Days before that end in which it is called to mind.
pub const VOUCH_REMINDER_DAYS: i64 = 60;
/// So many vouches may be said new within [`NEW_VOUCH_DAYS`]; renewing is free.
pub const NEW_VOUCHES: i64 = 3;
/// See [`NEW_VOUCHES`].
pub const NEW_VOUCH_DAYS: i64 = 7;
/// So many helpers may one say of, in general, "I would send my mother to them".
pub const MOST_MOTHERS: i64 = 12;
/// The longest private note on a vouch, in characters.
pub const MOST_VOUCH_NOTE: usize = 500;

/// A statement of trust: from whom, of whom, about what, how far, since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vouch {
    /// Which.
    pub id: VouchId,
    /// Who says it.
    pub from: HelperId,
    /// Of whom.
    pub to: HelperId,
    /// About what.
    pub field: TrustField,
    /// How far.
    pub level: VouchLevel,
    /// When it was said first.
    pub said: Timestamp,
    /// When it was said or renewed last: from then on it counts.
    pub renewed: Timestamp,
}

impl Vouch {
    /// When it counts no longer.
    pub fn ends(&self) -> Timestamp {
        self.renewed.plus_days(VOUCH_DAYS)
    }
    /// Whether it counts.
    pub fn holds(&self, now: Timestamp) -> bool {
        now < self.ends()
    }
    /// Whether it ends soon, or has ended: time to renew it.
    pub fn wants_renewing(&self, now: Timestamp) -> bool {
        self.ends() <= now.plus_days(VOUCH_REMINDER_DAYS)
    }
}

/// How one helper regards another, in numbers for the ranking, each in [0, 1]: 0.5 is
/// what a stranger gets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Regard {
    /// Where the other's name is shown.
    pub named: f64,
    /// Where the other stays hidden. The asker's own words about them do not count
    /// here: who could move a card by a word of theirs would learn whose it is.
    pub hidden: f64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn who_may_send_an_enquiry() {
        for (reach, stranger, known, trusted, contact) in [
            (EnquiryReach::Everyone, true, true, true, true),
            (EnquiryReach::Known, false, true, true, true),
            (EnquiryReach::Trusted, false, false, true, true),
            (EnquiryReach::WellTrusted, false, false, false, true),
            (EnquiryReach::Contacts, false, false, false, true),
        ] {
            assert_eq!(reach.takes(false, None), stranger, "{reach}");
            assert_eq!(reach.takes(false, Some(TrustLevel::Known)), known);
            assert_eq!(reach.takes(false, Some(TrustLevel::Trusted)), trusted);
            assert_eq!(reach.takes(true, None), contact, "{reach}");
        }
    }

    #[test]
    fn a_vouch_ends_after_two_years_unless_renewed() {
        let id = |n| HelperId::from_uuid(Uuid::from_u128(n));
        let start = Timestamp::from_micros(0);
        let mut vouch = Vouch {
            id: VouchId::from_uuid(Uuid::from_u128(1)),
            from: id(1),
            to: id(2),
            field: TrustField::General,
            level: VouchLevel::Know,
            said: start,
            renewed: start,
        };
        let late = start.plus_days(VOUCH_DAYS - 1);
        assert!(vouch.holds(late) && vouch.wants_renewing(late));
        assert!(!vouch.holds(start.plus_days(VOUCH_DAYS)));
        vouch.renewed = late;
        assert!(!vouch.wants_renewing(late) && vouch.holds(late.plus_days(VOUCH_DAYS - 1)));
    }
}
