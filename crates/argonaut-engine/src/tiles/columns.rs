//! Which cards of a tile share a fact (`facts` numbers them).

use super::bits::Bits;

/// Words for the numbers of all facts: those beyond are told of nobody.
pub(super) const WORDS: usize = 48;

/// The sets of the facts that occur, in their order, one after the other; found
/// by counting the bits below a fact's own.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    present: [u64; WORDS],
    /// How many sets lie before those of each word.
    before: [u16; WORDS],
    sets: Vec<Bits>,
}

impl Columns {
    /// From pairs of a fact and a slot.
    pub(super) fn of(pairs: &[(u16, u16)]) -> Self {
        let mut columns = Self {
            present: [0; WORDS],
            before: [0; WORDS],
            sets: Vec::new(),
        };
        for (fact, _) in pairs {
            if let Some(word) = columns.present.get_mut(usize::from(*fact) / 64) {
                *word |= 1 << (fact % 64);
            }
        }
        let count = columns.count();
        columns.sets = vec![Bits::default(); count];
        for (fact, slot) in pairs {
            if let Some((at, true)) = columns.find(*fact)
                && let Some(set) = columns.sets.get_mut(at)
            {
                set.insert(usize::from(*slot));
            }
        }
        columns
    }
    /// Counts what lies before each word; returns how many sets there are.
    fn count(&mut self) -> usize {
        let mut sum = 0u16;
        for (before, word) in self.before.iter_mut().zip(self.present) {
            *before = sum;
            sum += u16::try_from(word.count_ones()).unwrap_or(0);
        }
        usize::from(sum)
    }
    /// Where the set of a fact lies, or would lie; and whether it is there.
    #[inline]
    fn find(&self, fact: u16) -> Option<(usize, bool)> {
        let word = usize::from(fact) / 64;
        let present = *self.present.get(word)?;
        let bit = 1u64 << (fact % 64);
        let below = (present & (bit - 1)).count_ones() as usize;
        let before = usize::from(*self.before.get(word)?);
        Some((before + below, present & bit != 0))
    }
    /// Whether a fact is told of a card, or was.
    #[inline]
    pub(crate) fn tells(&self, fact: u16) -> bool {
        let word = self.present.get(usize::from(fact) / 64);
        word.is_some_and(|word| word >> (fact % 64) & 1 == 1)
    }
    /// The cards of which a fact is told, if it ever was of any.
    #[inline]
    pub(crate) fn get(&self, fact: u16) -> Option<&Bits> {
        if !self.tells(fact) {
            return None;
        }
        let (at, _) = self.find(fact)?;
        self.sets.get(at)
    }
    /// Adds the cards of which a fact is told to a set.
    #[inline]
    pub(crate) fn add_to(&self, set: &mut Bits, fact: u16) {
        if let Some(cards) = self.get(fact) {
            set.add(cards);
        }
    }
    /// The cards of which any of these facts is told.
    #[inline]
    pub(crate) fn any(&self, facts: &[u16]) -> Bits {
        let mut found = Bits::default();
        for fact in facts {
            self.add_to(&mut found, *fact);
        }
        found
    }
    /// The facts that are told, or were, as bits.
    pub(crate) const fn present(&self) -> &[u64; WORDS] {
        &self.present
    }

    /// Tells a fact of a card.
    pub(super) fn insert(&mut self, fact: u16, slot: usize) {
        let Some((at, is_there)) = self.find(fact) else {
            return;
        };
        if !is_there {
            if self.sets.len() == self.sets.capacity() {
                // Tiles are many: no doubling.
                self.sets.reserve_exact(self.sets.len() / 16 + 8);
            }
            self.sets.insert(at, Bits::default());
            let word = usize::from(fact) / 64;
            if let Some(present) = self.present.get_mut(word) {
                *present |= 1 << (fact % 64);
            }
            for before in self.before.iter_mut().skip(word + 1) {
                *before += 1;
            }
        }
        if let Some(set) = self.sets.get_mut(at) {
            set.insert(slot);
        }
    }
    /// Takes a fact back.
    pub(super) fn remove(&mut self, fact: u16, slot: usize) {
        if let Some((at, true)) = self.find(fact)
            && let Some(set) = self.sets.get_mut(at)
        {
            set.remove(slot);
        }
    }
}
