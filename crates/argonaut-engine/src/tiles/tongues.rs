//! The languages of a tile or a block, for a look before it is opened.

use argonaut_domain::language::LanguageId;

use super::columns::NUMBERS;
use super::facts::{Kind, flag};
use super::tile::Tile;
use crate::listing::Face;

const WORDS: usize = NUMBERS as usize / 64;

/// Languages, and whether somebody names none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tongues {
    spoken: [u64; WORDS],
    silent: bool,
}

impl Tongues {
    /// Those of a card.
    pub(crate) fn of_card(languages: &[LanguageId]) -> Self {
        let mut tongues = Self {
            silent: languages.is_empty(),
            ..Self::default()
        };
        for number in languages.iter().map(|language| language.index()) {
            if let Some(word) = tongues.spoken.get_mut(usize::from(number) / 64) {
                *word |= 1 << (number % 64);
            }
        }
        tongues
    }
    /// Those of a tile.
    pub(crate) fn of(tile: &Tile) -> Self {
        Self {
            spoken: *tile.sets(Kind::Speaking).present(),
            silent: tile.sets(Kind::Flag).get(flag::SILENT).is_some(),
        }
    }
    /// Those of several.
    pub(crate) fn all(several: impl Iterator<Item = Self>) -> Self {
        let mut all = Self::default();
        for one in several {
            all.add(&one);
        }
        all
    }
    fn add(&mut self, other: &Self) {
        for (word, more) in self.spoken.iter_mut().zip(other.spoken) {
            *word |= more;
        }
        self.silent |= other.silent;
    }
    /// Widens it for one more card.
    pub(crate) fn take_in(&mut self, face: &Face<'_>) {
        self.add(&Self::of_card(face.languages));
    }
    /// Whether somebody of one side may understand somebody of the other.
    pub(crate) fn may_meet(&self, other: &Self) -> bool {
        let shared = self.spoken.iter().zip(other.spoken);
        self.silent || other.silent || shared.into_iter().any(|(ours, theirs)| ours & theirs != 0)
    }
}
