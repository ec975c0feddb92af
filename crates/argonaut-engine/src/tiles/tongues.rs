//! The languages of a tile or a block, for a look before it is opened.

use argonaut_domain::language::LanguageId;

use super::columns::WORDS;
use super::facts::{flag, speaking};
use super::tile::Tile;
use crate::listing::Face;

/// Languages, and "names none", as facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tongues([u64; WORDS]);

fn mark(words: &mut [u64; WORDS], fact: u16) {
    if let Some(word) = words.get_mut(usize::from(fact) / 64) {
        *word |= 1 << (fact % 64);
    }
}

impl Tongues {
    /// Those of a card.
    fn of_card(languages: &[LanguageId]) -> Self {
        let mut words = [0; WORDS];
        if languages.is_empty() {
            mark(&mut words, flag::SILENT);
        }
        for language in languages {
            mark(&mut words, speaking(*language));
        }
        Self(words)
    }
    /// Whom somebody may understand: those who share a language, and those who
    /// name none; everybody where they name none themselves.
    pub(crate) fn understood_by(languages: &[LanguageId]) -> Self {
        let Self(mut words) = Self::of_card(languages);
        if languages.is_empty() {
            LanguageId::all().for_each(|language| mark(&mut words, speaking(language)));
        }
        mark(&mut words, flag::SILENT);
        Self(words)
    }
    /// Those of several tiles.
    pub(crate) fn of_tiles<'a>(tiles: impl Iterator<Item = &'a Tile>) -> Self {
        let Self(mask) = Self::understood_by(&[]);
        let mut words = [0; WORDS];
        for tile in tiles {
            let facts = tile.columns().present();
            for (word, (facts, mask)) in words.iter_mut().zip(facts.zip(mask)) {
                *word |= facts & mask;
            }
        }
        Self(words)
    }
    /// Widens it for one more card.
    pub(crate) fn take_in(&mut self, face: &Face<'_>) {
        let more = Self::of_card(face.languages);
        for (word, more) in self.0.iter_mut().zip(more.0) {
            *word |= more;
        }
    }
    /// Whether they have a language in common.
    pub(crate) fn meet(&self, other: &Self) -> bool {
        self.is_told(other.0.iter().copied())
    }
    /// Whether a tile's cards have one of them.
    pub(crate) fn meet_in(&self, tile: &Tile) -> bool {
        self.is_told(tile.columns().present())
    }
    fn is_told(&self, facts: impl Iterator<Item = u64>) -> bool {
        let mut shared = self.0.iter().zip(facts);
        shared.any(|(ours, theirs)| ours & theirs != 0)
    }
}
