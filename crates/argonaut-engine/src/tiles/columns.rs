//! Which cards of a tile hold a term or speak a language.

use argonaut_domain::taxonomy::{Taxonomy, TermId};

use super::bits::Bits;
use super::tile::long;

/// The terms under which a term lies: itself where some lie below it, and the
/// one above.
pub(super) fn under(term: TermId) -> impl Iterator<Item = u16> {
    let taxonomy = Taxonomy::builtin();
    let own = (!taxonomy.children(term).is_empty()).then_some(term);
    own.into_iter()
        .chain(taxonomy.parent(term))
        .map(TermId::index)
}

/// Which cards hold a term: the sets of the terms that occur, in their order,
/// found by counting the bits below a term's own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    present: [u64; WORDS],
    /// How many sets lie before those of each word.
    before: [u16; WORDS],
    sets: Vec<Bits>,
}

/// Words for the numbers of all terms, and of all languages.
const WORDS: usize = 12;

impl Columns {
    /// From pairs of a number and a slot.
    pub(super) fn of(mut pairs: Vec<(u16, u16)>) -> Self {
        let mut columns = Self::default();
        pairs.sort_unstable();
        let mut last = None;
        for (index, slot) in pairs {
            if last != Some(index) {
                last = Some(index);
                columns.sets.push(Bits::default());
                if let Some(word) = columns.present.get_mut(usize::from(index) / 64) {
                    *word |= 1 << (index % 64);
                }
            }
            if let Some(set) = columns.sets.last_mut() {
                set.insert(usize::from(slot));
            }
        }
        columns.sets.shrink_to_fit();
        let mut sum = 0;
        for (before, word) in columns.before.iter_mut().zip(columns.present) {
            *before = sum;
            sum += long(word.count_ones() as usize);
        }
        columns
    }
    /// The cards that hold a term, if any does.
    pub(crate) fn get(&self, index: u16) -> Option<&Bits> {
        let word = usize::from(index) / 64;
        let present = *self.present.get(word)?;
        let bit = 1u64 << (index % 64);
        if present & bit == 0 {
            return None;
        }
        let below = (present & (bit - 1)).count_ones() as usize;
        let before = usize::from(*self.before.get(word)?);
        self.sets.get(before + below)
    }
    /// The cards that hold any of the terms.
    pub(crate) fn any(&self, indices: &[u16]) -> Bits {
        let mut found = Bits::default();
        for set in indices.iter().filter_map(|index| self.get(*index)) {
            found.add(set);
        }
        found
    }
}
