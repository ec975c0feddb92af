//! Sets of slots of one tile: 512 bits, eight words.

/// The most cards of a tile.
pub(crate) const SLOTS: usize = 1024;
const WORDS: usize = SLOTS / 64;

/// A set of slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(align(64))]
pub(crate) struct Bits([u64; WORDS]);

impl Bits {
    /// The empty set.
    pub(crate) const NONE: Self = Self([0; WORDS]);

    /// The first `len` slots.
    #[inline]
    pub(crate) fn first(len: usize) -> Self {
        let mut bits = Self::default();
        for (word, start) in bits.0.iter_mut().zip((0..).step_by(64)) {
            *word = match len.saturating_sub(start) {
                0 => 0,
                held @ 1..64 => (1 << held) - 1,
                _full => u64::MAX,
            };
        }
        bits
    }
    /// Adds a slot.
    #[inline]
    pub(crate) fn insert(&mut self, slot: usize) {
        if let Some(word) = self.0.get_mut(slot / 64) {
            *word |= 1 << (slot % 64);
        }
    }
    /// Takes a slot out.
    #[inline]
    pub(crate) fn remove(&mut self, slot: usize) {
        if let Some(word) = self.0.get_mut(slot / 64) {
            *word &= !(1 << (slot % 64));
        }
    }
    /// Whether it holds a slot.
    #[inline]
    pub(crate) fn holds(&self, slot: usize) -> bool {
        let word = self.0.get(slot / 64);
        word.is_some_and(|word| word >> (slot % 64) & 1 == 1)
    }
    /// The first slot that is not held.
    pub(crate) fn first_free(&self) -> Option<usize> {
        let mut words = self.0.iter().zip((0..).step_by(64));
        let (word, start): (&u64, usize) = words.find(|(word, _)| **word != u64::MAX)?;
        Some(start + word.trailing_ones() as usize)
    }
    /// How many slots it holds.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }
    /// How many slots both hold.
    pub(crate) fn shared(&self, other: &Self) -> usize {
        let words = self.0.iter().zip(other.0);
        words
            .map(|(word, also)| (word & also).count_ones() as usize)
            .sum()
    }
    /// Adds what is in another set.
    #[inline]
    pub(crate) fn add(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }
    /// What is in both.
    #[inline]
    pub(crate) fn and(mut self, other: &Self) -> Self {
        for (word, also) in self.0.iter_mut().zip(other.0) {
            *word &= also;
        }
        self
    }
    /// What is in this one alone.
    #[inline]
    pub(crate) fn minus(mut self, other: &Self) -> Self {
        for (word, without) in self.0.iter_mut().zip(other.0) {
            *word &= !without;
        }
        self
    }
    /// What is in one of the two alone.
    #[inline]
    pub(crate) fn differs(mut self, other: &Self) -> Self {
        for (word, also) in self.0.iter_mut().zip(other.0) {
            *word ^= also;
        }
        self
    }
    /// Whether there is none.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
    /// The slots, in order.
    pub(crate) fn slots(self) -> impl Iterator<Item = usize> {
        self.0
            .into_iter()
            .zip((0..).step_by(64))
            .flat_map(|(mut word, start): (u64, usize)| {
                std::iter::from_fn(move || {
                    (word != 0).then(|| {
                        let slot = start + word.trailing_zeros() as usize;
                        word &= word - 1;
                        slot
                    })
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_go_in_and_come_out() {
        let mut bits = Bits::default();
        assert!(bits.is_empty());
        for slot in [0, 63, 64, 511] {
            bits.insert(slot);
        }
        assert_eq!(bits.slots().collect::<Vec<_>>(), [0, 63, 64, 511]);
        assert_eq!(
            bits.and(&Bits::first(64)).slots().collect::<Vec<_>>(),
            [0, 63]
        );
        for len in [0, 1, 64, 65, 512] {
            assert_eq!(Bits::first(len).slots().count(), len);
        }
        let mut all = Bits::first(3);
        all.add(&bits);
        assert_eq!(all.slots().count(), 6);
        assert_eq!(all.len(), 6);
        assert_eq!(all.minus(&bits).slots().collect::<Vec<_>>(), [1, 2]);
        assert_eq!(all.first_free(), Some(3));
        assert_eq!(Bits::first(SLOTS).first_free(), None);
        all.remove(1);
        assert!(!all.holds(1) && all.holds(511));
        assert_eq!(all.differs(&bits).slots().collect::<Vec<_>>(), [2]);
    }
}
