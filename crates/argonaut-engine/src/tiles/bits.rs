//! Sets of slots of one tile: 512 bits, eight words.

/// The most cards of a tile.
pub(crate) const SLOTS: usize = 512;
const WORDS: usize = SLOTS / 64;

/// A set of slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(align(64))]
pub(crate) struct Bits([u64; WORDS]);

impl Bits {
    /// The first `len` slots.
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
    pub(crate) fn insert(&mut self, slot: usize) {
        if let Some(word) = self.0.get_mut(slot / 64) {
            *word |= 1 << (slot % 64);
        }
    }
    /// Adds what is in another set.
    pub(crate) fn add(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }
    /// What is in both.
    pub(crate) fn and(mut self, other: &Self) -> Self {
        for (word, also) in self.0.iter_mut().zip(other.0) {
            *word &= also;
        }
        self
    }
    /// Whether there is none.
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
    }
}
