//! Scrub: finds what tells who somebody is in free English and Spanish text, and
//! suggests a role instead ("my client"). Rules, word lists and context; no model, no
//! network, no input or output. What it misses stands in docs/threat-model.md.

mod address;
mod ages;
mod contact;
mod dates;
mod lexicon;
mod names;
mod numbers;
mod organisations;
mod origins;
mod people;
mod replace;
mod spans;
#[cfg(test)]
mod tests;
mod tokens;

use std::ops::Range;

use argonaut_domain::locale::Locale;

pub use replace::{apply, mask};

use spans::Spans;
use tokens::Text;

/// What a finding may tell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// The name of a person, with the title before it.
    Person,
    /// A telephone number.
    Phone,
    /// A postal address, or a part of one.
    Address,
    /// A mail address.
    Email,
    /// A web address.
    Link,
    /// A name on a network: `@maria_g`.
    Handle,
    /// The address of a machine.
    Machine,
    /// A day, or a year.
    Date,
    /// How old somebody is, in years.
    Age,
    /// The number of a payment card.
    Card,
    /// A bank account.
    Account,
    /// The number of a paper or a file: social security, passport, licence, case.
    Paper,
    /// A city, region or country.
    Place,
    /// A postal code.
    PostalCode,
    /// An organisation.
    Organisation,
    /// A nation or a people.
    Nation,
    /// An occupation, where it stands for a person.
    Occupation,
}

impl Kind {
    /// Whether this alone leads to a person. The others narrow down who it may be.
    pub const fn is_direct(self) -> bool {
        match self {
            Self::Person
            | Self::Phone
            | Self::Address
            | Self::Email
            | Self::Link
            | Self::Handle
            | Self::Machine
            | Self::Card
            | Self::Account
            | Self::Paper => true,
            Self::Date
            | Self::Age
            | Self::Place
            | Self::PostalCode
            | Self::Organisation
            | Self::Nation
            | Self::Occupation => false,
        }
    }
}

/// How sure a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Certainty {
    /// It may be an everyday word as well.
    Possible,
    /// It looks like it.
    Likely,
    /// It has the form, or the words around it say so.
    Sure,
}

/// A piece of text that may tell who somebody is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Where, in bytes; on borders of characters.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// How sure that is.
    pub certainty: Certainty,
    /// What to write instead, in the language of the text. Empty: leave it out, because
    /// the role stands before it already ("my sister Ana").
    pub replacement: String,
}

/// Finds what tells who somebody is: in order of the text, without overlaps. `fallback`
/// is the language of replacements where the text does not show its own.
pub fn find(text: &str, fallback: Locale) -> Vec<Finding> {
    let text = Text::cut(text);
    let mut spans = Spans::default();
    contact::find(&text, &mut spans);
    dates::find(&text, &mut spans);
    address::find(&text, &mut spans);
    numbers::find(&text, &mut spans);
    ages::find(&text, &mut spans);
    names::find(&text, &mut spans);
    replace::suggest(&text, spans.into_joined(text.raw), fallback)
}
