//! Which cards of a tile share a fact: a term they name, a language they speak.

use super::bits::Bits;

/// Words for the numbers of all terms, languages and countries.
const WORDS: usize = 8;
/// The numbers that a column may have.
pub(super) const NUMBERS: u16 = 512;

/// The sets of the numbers that occur, in their order, found by counting the
/// bits below a number's own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    present: [u64; WORDS],
    /// How many sets lie before those of each word.
    before: [u16; WORDS],
    sets: Vec<Bits>,
}

impl Columns {
    /// Where the set of a number lies, or would lie; and whether it is there.
    fn find(&self, number: u16) -> Option<(usize, bool)> {
        let word = usize::from(number) / 64;
        let present = *self.present.get(word)?;
        let bit = 1u64 << (number % 64);
        let below = (present & (bit - 1)).count_ones() as usize;
        let before = usize::from(*self.before.get(word)?);
        Some((before + below, present & bit != 0))
    }
    /// The cards with this number, if any ever had it.
    pub(crate) fn get(&self, number: u16) -> Option<&Bits> {
        let word = *self.present.get(usize::from(number) / 64)?;
        if word >> (number % 64) & 1 == 0 {
            return None;
        }
        let (at, _) = self.find(number)?;
        self.sets.get(at)
    }
    /// Adds the cards with this number to a set.
    pub(crate) fn add_to(&self, set: &mut Bits, number: u16) {
        if let Some(cards) = self.get(number) {
            set.add(cards);
        }
    }
    /// The cards with any of these numbers.
    pub(crate) fn any(&self, numbers: &[u16]) -> Bits {
        let mut found = Bits::default();
        for number in numbers {
            self.add_to(&mut found, *number);
        }
        found
    }
    /// The numbers that occur, or did, as bits.
    pub(crate) const fn present(&self) -> &[u64; WORDS] {
        &self.present
    }

    /// Gives a card a number below [`NUMBERS`].
    pub(super) fn insert(&mut self, number: u16, slot: usize) {
        let Some((at, is_there)) = self.find(number) else {
            return;
        };
        if !is_there {
            if self.sets.len() == self.sets.capacity() {
                // Tiles are many: no doubling.
                self.sets.reserve_exact(self.sets.len() / 8 + 4);
            }
            self.sets.insert(at, Bits::default());
            let word = usize::from(number) / 64;
            if let Some(present) = self.present.get_mut(word) {
                *present |= 1 << (number % 64);
            }
            for before in self.before.iter_mut().skip(word + 1) {
                *before += 1;
            }
        }
        if let Some(set) = self.sets.get_mut(at) {
            set.insert(slot);
        }
    }
    /// Takes a number from a card.
    pub(super) fn remove(&mut self, number: u16, slot: usize) {
        if let Some((at, true)) = self.find(number)
            && let Some(set) = self.sets.get_mut(at)
        {
            set.remove(slot);
        }
    }
    pub(super) fn shrink(&mut self) {
        self.sets.shrink_to_fit();
    }
}
