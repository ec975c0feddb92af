//! The words that the scrubber knows: names, everyday words, cues and places, in one
//! table that is read once. What they mean beside each other is decided elsewhere.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::BitOr;
use std::sync::LazyLock;

use argonaut_domain::fold::fold;
use argonaut_domain::place::Place;

const NAMES: &str = include_str!("../../../../data/scrub_names.txt");
const WORDS: &str = include_str!("../../../../data/scrub_words.txt");
const CUES: &str = include_str!("../../../../data/scrub_cues.txt");

/// What a word may be: a set of marks.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Marks(u32);

macro_rules! marks {
    ($($(#[$doc:meta])* $name:ident = $bit:literal,)*) => {
        impl Marks {
            $($(#[$doc])* pub(super) const $name: Self = Self(1 << $bit);)*
        }
    };
}

marks! {
    /// A given name that many bear.
    GIVEN_COMMON = 0,
    /// A given name.
    GIVEN = 1,
    /// A surname that many bear.
    SURNAME_COMMON = 2,
    /// A surname.
    SURNAME = 3,
    /// An everyday English word.
    EVERYDAY = 4,
    /// A rarer English word.
    RARE = 5,
    /// A Spanish word.
    SPANISH = 6,
    /// Written with a capital, and personal to nobody.
    NEVER = 7,
    /// A nation or a people.
    NATION = 8,
    /// The name of a place.
    PLACE = 9,
    /// The name of a place with at least 100,000 people, or a country.
    BIG_PLACE = 10,
    /// Stands before a name.
    TITLE = 11,
    /// Ends the name of an organisation.
    ORGANISATION_END = 12,
    /// A kind of organisation.
    INSTITUTION = 13,
    /// A kind of street, after its name.
    STREET = 14,
    /// A kind of street that is a word of its own, too.
    STREET_OR_WORD = 15,
    /// A kind of street, before its name.
    STREET_BEFORE = 16,
    /// A part of a house.
    UNIT = 17,
    /// A month.
    MONTH = 18,
    /// Stands inside a name.
    PARTICLE = 19,
    /// Whom a helper speaks of.
    RELATION = 20,
    /// A state in two letters.
    STATE = 21,
    /// The last word of an occupation.
    OCCUPATION = 22,
    /// Card or account.
    CARD_CUE = 23,
    /// Telephone.
    PHONE_CUE = 24,
    /// The number of a paper.
    PAPER_CUE = 25,
    /// "Number", before the number of a house.
    NUMBER_WORD = 26,
    /// Found only as a form of another word ("needs" of "need").
    DERIVED = 27,
}

impl BitOr for Marks {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Marks {
    /// No mark.
    pub(super) const NONE: Self = Self(0);
    /// Anything that is a word of a language.
    pub(super) const WORD: Self = Self(
        Self::EVERYDAY.0
            | Self::RARE.0
            | Self::SPANISH.0
            | Self::NEVER.0
            | Self::NATION.0
            | Self::MONTH.0,
    );
    /// Any given name.
    pub(super) const ANY_GIVEN: Self = Self(Self::GIVEN_COMMON.0 | Self::GIVEN.0);
    /// Any surname.
    pub(super) const ANY_SURNAME: Self = Self(Self::SURNAME_COMMON.0 | Self::SURNAME.0);
    /// Any name.
    pub(super) const ANY_NAME: Self = Self(Self::ANY_GIVEN.0 | Self::ANY_SURNAME.0);

    /// Whether it has at least one of these.
    pub(super) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    const fn of_letter(letter: char) -> Self {
        match letter {
            'G' => Self::GIVEN_COMMON,
            'g' => Self::GIVEN,
            'W' => Self::EVERYDAY,
            'w' => Self::RARE,
            'E' => Self::SPANISH,
            'N' => Self::NEVER,
            'D' => Self::NATION,
            'T' => Self::TITLE,
            'O' => Self::ORGANISATION_END,
            'I' => Self::INSTITUTION,
            'B' => Self::STREET_BEFORE,
            'U' => Self::UNIT,
            'M' => Self::MONTH,
            'P' => Self::PARTICLE,
            'R' => Self::RELATION,
            'A' => Self::STATE,
            'J' => Self::OCCUPATION,
            'C' => Self::CARD_CUE,
            'H' => Self::PHONE_CUE,
            'X' => Self::PAPER_CUE,
            'L' => Self::NUMBER_WORD,
            _ => Self::NONE,
        }
    }
}

/// A small, quick hash (FNV-1a with a final mix): the table is the program's own, so
/// nobody can choose words that collide in it.
#[derive(Clone, Copy)]
pub(super) struct Quick(u64);

impl Default for Quick {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl std::hash::Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

type Words = HashMap<Cow<'static, str>, Marks, BuildHasherDefault<Quick>>;

/// The name of a place of several words, folded.
pub(super) struct Phrase {
    pub(super) words: Vec<String>,
    /// At least 100,000 people live there.
    pub(super) big: bool,
    /// At least three million live there: a country, or as well known as one.
    pub(super) famous: bool,
}

/// The table.
pub(super) struct Lexicon {
    words: Words,
    /// Names of places of several words, by their first word.
    phrases: HashMap<String, Vec<Phrase>, BuildHasherDefault<Quick>>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// Places under this many people are noticed by their capital alone.
const BIG: u64 = 100_000;
const FAMOUS: u64 = 3_000_000;

impl Lexicon {
    fn read() -> Self {
        let mut lexicon = Self {
            words: Words::with_capacity_and_hasher(160_000, BuildHasherDefault::default()),
            phrases: HashMap::default(),
        };
        lexicon.read_names();
        lexicon.read_groups(WORDS);
        lexicon.read_groups(CUES);
        for (name, people) in Place::names() {
            lexicon.add_place(name, people);
        }
        lexicon
    }

    fn add(&mut self, word: &'static str, marks: Marks) {
        let known = self.words.entry(Cow::Borrowed(word)).or_default();
        *known = *known | marks;
    }

    /// `=gS`, then the names that are both.
    fn read_names(&mut self) {
        let mut marks = Marks::NONE;
        for line in NAMES.lines() {
            if let Some(kinds) = line.strip_prefix('=') {
                marks = kinds.chars().fold(Marks::NONE, |marks, kind| {
                    marks
                        | match kind {
                            'S' => Marks::SURNAME_COMMON,
                            's' => Marks::SURNAME,
                            other => Marks::of_letter(other),
                        }
                });
            } else {
                self.add(line, marks);
            }
        }
    }

    /// `=X what it means`, then words.
    fn read_groups(&mut self, text: &'static str) {
        let mut marks = Marks::NONE;
        for line in text.lines() {
            if line.starts_with('#') {
                continue;
            }
            if let Some(title) = line.strip_prefix('=') {
                marks = match title.chars().next() {
                    Some('S') => Marks::STREET,
                    Some('s') => Marks::STREET_OR_WORD,
                    Some(letter) => Marks::of_letter(letter),
                    None => Marks::NONE,
                };
            } else {
                for word in line.split_whitespace() {
                    self.add(word, marks);
                }
            }
        }
    }

    fn add_place(&mut self, name: &'static str, people: u64) {
        let folded = fold(name);
        let words: Vec<String> = folded
            .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        match words.as_slice() {
            [] => {}
            [_] => {
                let marks = if people >= BIG {
                    Marks::PLACE | Marks::BIG_PLACE
                } else {
                    Marks::PLACE
                };
                let known = self.words.entry(Cow::Owned(folded)).or_default();
                *known = *known | marks;
            }
            [first, ..] => self.phrases.entry(first.clone()).or_default().push(Phrase {
                words,
                big: people >= BIG,
                famous: people >= FAMOUS,
            }),
        }
    }

    /// What a folded word may be. Endings of English and Spanish words are taken off;
    /// names are not.
    pub(super) fn marks(&self, word: &str) -> Marks {
        let found = self.words.get(word).copied().unwrap_or_default();
        if found.any(Marks::EVERYDAY | Marks::RARE | Marks::SPANISH | Marks::NEVER) {
            return found;
        }
        let plural = word
            .strip_suffix('s')
            .and_then(|one| self.words.get(one))
            .copied()
            .unwrap_or_default();
        let found = if plural.any(Marks::NEVER | Marks::NATION) {
            found | Marks(plural.0 & (Marks::NEVER.0 | Marks::NATION.0))
        } else {
            found
        };
        match self.form_of(word, 2) {
            Some(base) => found | base | Marks::DERIVED,
            None => found,
        }
    }

    /// The language of the word that this one is a form of; of up to three endings
    /// ("meetings", "meeting", "meet").
    fn form_of(&self, word: &str, depth: u8) -> Option<Marks> {
        let language = |word: &str| {
            let marks = self.words.get(word).copied().unwrap_or_default();
            [Marks::EVERYDAY, Marks::RARE, Marks::SPANISH]
                .into_iter()
                .find(|language| marks.any(*language))
                .or_else(|| {
                    depth
                        .checked_sub(1)
                        .and_then(|depth| self.form_of(word, depth))
                })
        };
        if CONTRACTIONS.iter().any(|ending| word.ends_with(ending)) {
            return Some(Marks::EVERYDAY);
        }
        for (ending, instead) in ENDINGS {
            if let Some(stem) = word.strip_suffix(ending)
                && stem.len() >= 3
            {
                let found = if instead.is_empty() {
                    language(stem)
                } else {
                    language(&format!("{stem}{instead}"))
                };
                if found.is_some() {
                    return found;
                }
            }
        }
        SPANISH_ENDINGS
            .iter()
            .any(|ending| {
                word.strip_suffix(ending)
                    .is_some_and(|stem| stem.len() >= 3)
            })
            .then_some(Marks::SPANISH)
    }

    /// The names of places of several words that begin with this word.
    pub(super) fn places_from(&self, word: &str) -> &[Phrase] {
        self.phrases.get(word).map_or(&[], Vec::as_slice)
    }
}

const CONTRACTIONS: [&str; 7] = ["n't", "'ll", "'ve", "'re", "'d", "'m", "'mon"];

/// The endings that `cargo xtask names` takes off, too.
const ENDINGS: [(&str, &str); 10] = [
    ("'s", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
];

/// Endings that only words have, hardly names.
const SPANISH_ENDINGS: [&str; 14] = [
    "cion", "ciones", "sion", "mente", "iendo", "idad", "idades", "amos", "emos", "imos", "aron",
    "ieron", "arse", "aban",
];
