//! The languages that people speak: a table of codes and names.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::fold::fold;
use crate::locale::Locale;

/// A language, by its place in the table. Stored and sent as its ISO 639 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageId(u16);

struct Row {
    code: &'static str,
    en: &'static str,
    es: &'static str,
    autonym: &'static str,
}

struct Table {
    rows: Vec<Row>,
    by_code: HashMap<&'static str, LanguageId>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let text: &'static str = include_str!("../../../data/languages.csv");
    let rows: Vec<Row> = text.lines().skip(1).filter_map(row).collect();
    let by_code = rows
        .iter()
        .zip(0u16..)
        .map(|(row, index)| (row.code, LanguageId(index)))
        .collect();
    Table { rows, by_code }
});

/// The file holds plain words without quotes; a test reads all of it.
fn row(line: &'static str) -> Option<Row> {
    let mut cells = line.split(',');
    Some(Row {
        code: cells.next()?,
        en: cells.next()?,
        es: cells.next()?,
        autonym: cells.next()?,
    })
}

impl LanguageId {
    /// The first language of the table.
    pub const FIRST: Self = Self(0);

    /// The language with this ISO 639 code (two letters where there are two).
    pub fn parse(code: &str) -> Option<Self> {
        TABLE.by_code.get(code).copied()
    }
    /// Every language, in the order of the table: the most spoken first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0u16..).take(TABLE.rows.len()).map(Self)
    }
    fn row(self) -> Option<&'static Row> {
        TABLE.rows.get(usize::from(self.0))
    }
    /// Its ISO 639 code.
    pub fn code(self) -> &'static str {
        self.row().map_or("und", |row| row.code)
    }
    /// Its name in a language of the screens.
    pub fn name(self, locale: Locale) -> &'static str {
        self.row().map_or("", |row| match locale {
            Locale::En => row.en,
            Locale::Es => row.es,
        })
    }
    /// Its name in itself.
    pub fn autonym(self) -> &'static str {
        self.row().map_or("", |row| row.autonym)
    }
    /// Its place in the table.
    pub const fn index(self) -> u16 {
        self.0
    }
    /// The languages whose name in any language of the screens, own name or
    /// code begins with this text.
    pub fn search(text: &str) -> Vec<Self> {
        let text = fold(text.trim());
        if text.is_empty() {
            return Vec::new();
        }
        Self::all()
            .filter(|language| {
                language.row().is_some_and(|row| {
                    row.code == text
                        || [row.en, row.es, row.autonym]
                            .iter()
                            .any(|name| fold(name).starts_with(&text))
                })
            })
            .collect()
    }
}

impl std::fmt::Debug for LanguageId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LanguageId({})", self.code())
    }
}

impl std::fmt::Display for LanguageId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for LanguageId {
    type Err = crate::word::UnknownWord;
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::parse(code).ok_or_else(|| crate::word::UnknownWord(code.to_owned()))
    }
}

impl Serialize for LanguageId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for LanguageId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_whole_and_found() {
        assert!(LanguageId::all().count() >= 100);
        for language in LanguageId::all() {
            assert_eq!(LanguageId::parse(language.code()), Some(language));
            assert!(
                !language.name(Locale::En).is_empty() && !language.name(Locale::Es).is_empty(),
                "{language}"
            );
            assert!(!language.autonym().is_empty(), "{language}");
            assert!(
                LanguageId::search(language.name(Locale::Es)).contains(&language),
                "{language}"
            );
        }
        let spanish = LanguageId::parse("es").unwrap();
        assert_eq!(LanguageId::search("espan").first(), Some(&spanish));
        assert_eq!(
            serde_json::from_str::<LanguageId>("\"es\"").unwrap(),
            spanish
        );
        assert!(serde_json::from_str::<LanguageId>("\"zz\"").is_err());
    }
}
