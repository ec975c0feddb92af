//! What a dossier may hold: sizes, and nothing that cannot be true. Lenient on
//! purpose: a record that says little is a good record.

use argonaut_domain::words;
use jiff::civil::Date;

use super::{
    Birth, Dossier, MAX_PLAN, MAX_RATINGS, MAX_REFERRALS, MAX_SNAPSHOTS, MAX_TIES, Private,
};

/// Longest name, in characters.
pub const MAX_NAME: usize = 200;
/// Longest other line: a phone number, an address, a note on a need.
pub const MAX_LINE: usize = 1_000;
/// Longest note.
pub const MAX_NOTE: usize = 20_000;
/// Most entries in a list.
pub const MAX_ENTRIES: usize = 200;
/// Most notes.
pub const MAX_NOTES: usize = 5_000;

words! {
    /// The field of a dossier that a fault is about; its code names it in forms.
    pub enum Field {
        /// Name or initials.
        Name = "name",
        /// Full name.
        FullName = "full_name",
        /// Pronouns.
        Pronouns = "pronouns",
        /// Telephone numbers.
        Phones = "phones",
        /// E-mail addresses.
        Emails = "emails",
        /// Postal address.
        Address = "address",
        /// Preferred times of contact.
        Times = "times",
        /// Birth.
        Birth = "birth",
        /// Languages.
        Languages = "languages",
        /// Situations.
        Situations = "situations",
        /// Needs.
        Needs = "needs",
        /// Offers.
        Offers = "offers",
        /// Interests.
        Interests = "interests",
        /// Kinds of connection.
        Connections = "connections",
        /// "Never introduce to".
        NeverIntroduce = "never_introduce",
        /// Notes.
        Notes = "notes",
        /// The plan.
        Plan = "plan",
        /// Where they were sent on to.
        Referrals = "referrals",
        /// The network.
        Network = "network",
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is required and empty.
    #[error("is missing")]
    Missing,
    /// The text is too long.
    #[error("is longer than {most} characters")]
    TooLong {
        /// The most characters.
        most: usize,
    },
    /// The list is too long.
    #[error("has more than {most} entries")]
    TooMany {
        /// The most entries.
        most: usize,
    },
    /// A date that cannot be: in the future, or more than 130 years ago.
    #[error("cannot be")]
    Impossible,
}

/// A field and what is wrong with it. Carries no text of the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field} {fault}")]
pub struct Invalid {
    /// Which field.
    pub field: Field,
    /// What is wrong.
    pub fault: Fault,
}

impl Dossier {
    /// Checks every field, and reports all faults at once so that a form shows
    /// them together. `today` bounds dates.
    ///
    /// # Errors
    /// The faults, in the order of the form.
    pub fn check(&self, today: Date) -> Result<(), Vec<Invalid>> {
        let mut faults = Faults(Vec::new());
        if self.identity.name.is_empty() {
            faults.add(Field::Name, Fault::Missing);
        }
        faults.text(Field::Name, &self.identity.name, MAX_NAME);
        faults.text(Field::FullName, &self.identity.full_name, MAX_NAME);
        faults.text(Field::Pronouns, &self.identity.pronouns, MAX_NAME);
        faults.texts(Field::Phones, &self.contact.phones);
        faults.texts(Field::Emails, &self.contact.emails);
        faults.text(Field::Address, &self.contact.address, MAX_LINE);
        faults.text(Field::Times, &self.contact.times, MAX_LINE);
        if self.birth != Birth::Unknown && self.birth.years(today).is_none() {
            faults.add(Field::Birth, Fault::Impossible);
        }
        faults.list(Field::Languages, self.languages.len(), MAX_ENTRIES);
        faults.list(Field::Situations, self.situations.len(), MAX_ENTRIES);
        faults.list(Field::Needs, self.needs.len(), MAX_ENTRIES);
        for need in &self.needs {
            faults.text(Field::Needs, &need.note, MAX_LINE);
            if need.since.is_some_and(|since| since > today) {
                faults.add(Field::Needs, Fault::Impossible);
            }
        }
        faults.list(Field::Offers, self.offers.len(), MAX_ENTRIES);
        for offer in &self.offers {
            faults.text(Field::Offers, &offer.note, MAX_LINE);
        }
        faults.list(Field::Interests, self.interests.len(), MAX_ENTRIES);
        faults.list(Field::Connections, self.connections.len(), MAX_ENTRIES);
        faults.texts(Field::NeverIntroduce, &self.never_introduce);
        faults.list(Field::Notes, self.notes.len(), MAX_NOTES);
        for note in &self.notes {
            faults.text(Field::Notes, &note.text, MAX_NOTE);
        }
        faults.list(Field::Plan, self.plan.longest(), MAX_PLAN);
        for text in self.plan.texts() {
            faults.text(Field::Plan, text, MAX_LINE);
        }
        let referrals = self.referrals.list.len();
        faults.list(Field::Referrals, referrals, MAX_REFERRALS);
        for text in self.referrals.texts() {
            faults.text(Field::Referrals, text, MAX_LINE);
        }
        let network = &self.network;
        faults.list(Field::Network, network.now.ties.len(), MAX_TIES);
        faults.list(Field::Network, network.snapshots.len(), MAX_SNAPSHOTS);
        faults.list(Field::Network, network.ratings.len(), MAX_RATINGS);
        for text in network.texts() {
            faults.text(Field::Network, text, MAX_LINE);
        }
        if faults.0.is_empty() {
            Ok(())
        } else {
            Err(faults.0)
        }
    }
}

struct Faults(Vec<Invalid>);

impl Faults {
    fn add(&mut self, field: Field, fault: Fault) {
        let invalid = Invalid { field, fault };
        if !self.0.contains(&invalid) {
            self.0.push(invalid);
        }
    }
    fn text(&mut self, field: Field, text: &Private, most: usize) {
        if text.chars().count() > most {
            self.add(field, Fault::TooLong { most });
        }
    }
    fn list(&mut self, field: Field, entries: usize, most: usize) {
        if entries > most {
            self.add(field, Fault::TooMany { most });
        }
    }
    fn texts(&mut self, field: Field, texts: &[Private]) {
        self.list(field, texts.len(), MAX_ENTRIES);
        for text in texts {
            self.text(field, text, MAX_LINE);
        }
    }
}
