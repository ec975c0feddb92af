//! The one taxonomy: needs and offers, interests, situations, kinds of
//! connection. Read once from `data/taxonomy.csv`; terms are stored by code.

mod read;
mod search;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::locale::Locale;
use crate::word::words;

/// A term, by its place in the taxonomy. Stored and sent as its code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(u16);

words! {
    /// What a term is about.
    pub enum TermKind {
        /// Something people need, and others offer.
        Need = "need",
        /// Something people like.
        Interest = "interest",
        /// Something that describes a kind of client.
        Situation = "situation",
        /// A kind of connection that people seek.
        Connection = "connection",
    }
}

/// Where a term stands in other systems' lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Crosswalk {
    /// Open Eligibility 2.0, by number.
    pub open_eligibility: Option<u32>,
    /// A Gravity SDOH category.
    pub gravity: Option<&'static str>,
    /// An ICD-10-CM Z code.
    pub icd10: Option<&'static str>,
}

/// A term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Which.
    pub id: TermId,
    /// Its stable code.
    pub code: &'static str,
    /// What it is about.
    pub kind: TermKind,
    /// The term above it; `None` for a group.
    pub parent: Option<TermId>,
    /// Whether it must never stand on an open card by its name.
    pub sensitive: bool,
    /// Whether the help can be given from afar, so that distance does not count.
    pub remote: bool,
    /// Where it stands in other lists.
    pub crosswalk: Crosswalk,
    labels: [&'static str; 2],
    synonyms: [Vec<&'static str>; 2],
}

const fn column(locale: Locale) -> usize {
    match locale {
        Locale::En => 0,
        Locale::Es => 1,
    }
}

impl Term {
    /// Its label.
    pub fn label(&self, locale: Locale) -> &'static str {
        self.labels.get(column(locale)).copied().unwrap_or_default()
    }
    /// Other words for it, which find it while typing.
    pub fn synonyms(&self, locale: Locale) -> &[&'static str] {
        self.synonyms.get(column(locale)).map_or(&[], Vec::as_slice)
    }
}

/// How two terms stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// They are one.
    Same,
    /// One is right above the other.
    ParentChild,
    /// They have the same parent. Groups are no siblings.
    Sibling,
    /// None of these.
    Unrelated,
}

/// The taxonomy.
#[derive(Debug)]
pub struct Taxonomy {
    terms: Vec<Term>,
    by_code: HashMap<&'static str, TermId>,
    children: Vec<Vec<TermId>>,
    search: search::Words,
}

static BUILTIN: LazyLock<Taxonomy> =
    LazyLock::new(|| read::read(include_str!("../../../../data/taxonomy.csv")));

impl Taxonomy {
    /// The taxonomy that the program ships.
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }
    /// A term.
    pub fn get(&self, id: TermId) -> &Term {
        // Ids are made by this table alone, so every id is one of its places.
        #[expect(
            clippy::indexing_slicing,
            reason = "an id is a place in this very table"
        )]
        &self.terms[usize::from(id.0)]
    }
    /// The term with this code.
    pub fn by_code(&self, code: &str) -> Option<TermId> {
        self.by_code.get(code).copied()
    }
    /// The terms of a kind, groups included, in the order of the file.
    pub fn terms(&self, kind: TermKind) -> impl Iterator<Item = TermId> {
        self.terms
            .iter()
            .filter(move |term| term.kind == kind)
            .map(|term| term.id)
    }
    /// The groups of a kind: terms without a parent.
    pub fn groups(&self, kind: TermKind) -> impl Iterator<Item = TermId> {
        self.terms
            .iter()
            .filter(move |term| term.kind == kind && term.parent.is_none())
            .map(|term| term.id)
    }
    /// The terms right below a term.
    pub fn children(&self, id: TermId) -> &[TermId] {
        self.children
            .get(usize::from(id.0))
            .map_or(&[], Vec::as_slice)
    }
    /// All terms below a term, each followed by those below it.
    pub fn descendants(&self, id: TermId) -> impl Iterator<Item = TermId> {
        let mut found = Vec::new();
        let mut open: Vec<TermId> = self.children(id).iter().rev().copied().collect();
        while let Some(next) = open.pop() {
            found.push(next);
            open.extend(self.children(next).iter().rev());
        }
        found.into_iter()
    }
    /// The term right above; `None` for a group.
    pub fn parent(&self, id: TermId) -> Option<TermId> {
        self.get(id).parent
    }
    /// The terms above, from the nearest to the group.
    pub fn ancestors(&self, id: TermId) -> impl Iterator<Item = TermId> {
        std::iter::successors(self.parent(id), |above| self.parent(*above))
    }
    /// How two terms stand to each other.
    pub fn relation(&self, a: TermId, b: TermId) -> Relation {
        if a == b {
            return Relation::Same;
        }
        let (above_a, above_b) = (self.parent(a), self.parent(b));
        if above_a == Some(b) || above_b == Some(a) {
            Relation::ParentChild
        } else if above_a.is_some() && above_a == above_b {
            Relation::Sibling
        } else {
            Relation::Unrelated
        }
    }
    /// The terms of these kinds that fit what was typed, the best first: every
    /// word must begin a word of the label or of a synonym, accents aside.
    pub fn search(
        &self,
        kinds: &[TermKind],
        locale: Locale,
        text: &str,
        limit: usize,
    ) -> Vec<TermId> {
        self.search
            .find(column(locale), text)
            .into_iter()
            .filter(|id| kinds.contains(&self.get(*id).kind))
            .take(limit)
            .collect()
    }
}

impl TermId {
    /// The first term of the taxonomy.
    pub const FIRST: Self = Self(0);

    /// The term itself.
    pub fn term(self) -> &'static Term {
        Taxonomy::builtin().get(self)
    }
    /// Its label.
    pub fn label(self, locale: Locale) -> &'static str {
        self.term().label(locale)
    }
    /// Its stable code.
    pub fn code(self) -> &'static str {
        self.term().code
    }
    /// What it is about.
    pub fn kind(self) -> TermKind {
        self.term().kind
    }
    /// Its place in the table.
    pub const fn index(self) -> u16 {
        self.0
    }
    /// Whether it, or a term above it, must never stand on an open card.
    pub fn is_sensitive(self) -> bool {
        let taxonomy = Taxonomy::builtin();
        self.term().sensitive
            || taxonomy
                .ancestors(self)
                .any(|above| taxonomy.get(above).sensitive)
    }
    /// Whether the help can be given from afar.
    pub fn is_remote(self) -> bool {
        self.term().remote
    }
}

impl std::fmt::Debug for TermId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TermId({})", self.code())
    }
}

impl std::fmt::Display for TermId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for TermId {
    type Err = crate::word::UnknownWord;
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Taxonomy::builtin()
            .by_code(code)
            .ok_or_else(|| crate::word::UnknownWord(code.to_owned()))
    }
}

impl Serialize for TermId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for TermId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
