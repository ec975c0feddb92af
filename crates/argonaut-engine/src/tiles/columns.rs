//! Which cards of a tile share a fact (`facts` numbers them). Most facts are told
//! of few cards: those are kept as a handful of slots, the others as sets.

use super::bits::Bits;
pub(super) use super::shelf::WORDS;
use super::shelf::{Facts, Shelf};

/// The most slots of a handful.
const FEW: usize = 8;

/// A handful of slots, those that are there first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Few([u16; FEW]);

/// No slot.
const NONE: u16 = u16::MAX;

impl Default for Few {
    fn default() -> Self {
        Self([NONE; FEW])
    }
}

impl Few {
    fn slots(&self) -> impl Iterator<Item = usize> {
        let there = self.0.iter().take_while(|slot| **slot != NONE);
        there.map(|slot| usize::from(*slot))
    }
    /// Whether there was room; a card may be told of a fact more than once.
    fn insert(&mut self, slot: u16) -> bool {
        if self.0.contains(&slot) {
            return true;
        }
        let room = self.0.iter_mut().find(|held| **held == NONE);
        room.map(|room| *room = slot).is_some()
    }
    fn remove(&mut self, slot: u16) {
        if let Some(at) = self.0.iter().position(|held| *held == slot) {
            if let Some(moved) = self.0.get_mut(at..) {
                moved.rotate_left(1);
            }
            if let Some(last) = self.0.last_mut() {
                *last = NONE;
            }
        }
    }
}

/// The cards of which a fact is told.
#[derive(Clone, Copy, Debug)]
pub(super) enum Cards<'a> {
    /// A handful.
    Few(&'a Few),
    /// More.
    Many(&'a Bits),
}

impl Cards<'_> {
    /// Adds them to a set.
    #[inline]
    pub(super) fn add_to(self, set: &mut Bits) {
        match self {
            Self::Few(few) => few.slots().for_each(|slot| set.insert(slot)),
            Self::Many(bits) => set.add(bits),
        }
    }
    /// How many of them are in a set.
    pub(super) fn shared(self, set: &Bits) -> usize {
        match self {
            Self::Few(few) => few.slots().filter(|slot| set.holds(*slot)).count(),
            Self::Many(bits) => bits.shared(set),
        }
    }
}

/// The cards of each fact.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    few: Shelf<Few>,
    many: Shelf<Bits>,
}

impl Columns {
    /// From pairs of a fact and a slot.
    pub(super) fn of(pairs: &[(u16, u16)]) -> Self {
        let mut counts = vec![0u16; WORDS * 64];
        for (fact, _) in pairs {
            if let Some(count) = counts.get_mut(usize::from(*fact)) {
                *count = count.saturating_add(1);
            }
        }
        let facts = |is: fn(u16) -> bool| {
            let mut facts: Facts = [0; WORDS];
            let words = facts.iter_mut().zip(counts.chunks(64));
            for (word, counts) in words {
                for (bit, count) in counts.iter().enumerate() {
                    *word |= u64::from(is(*count)) << bit;
                }
            }
            facts
        };
        let mut columns = Self {
            few: Shelf::of(facts(|count| (1..=FEW).contains(&usize::from(count)))),
            many: Shelf::of(facts(|count| usize::from(count) > FEW)),
        };
        for (fact, slot) in pairs {
            columns.insert(*fact, usize::from(*slot));
        }
        columns
    }
    /// The cards of which a fact is told, if it ever was of any.
    #[inline]
    pub(super) fn get(&self, fact: u16) -> Option<Cards<'_>> {
        match self.many.get(fact) {
            Some(bits) => Some(Cards::Many(bits)),
            None => self.few.get(fact).map(Cards::Few),
        }
    }
    /// Whether a fact is told of a card, or was.
    #[inline]
    pub(super) fn tells(&self, fact: u16) -> bool {
        self.get(fact).is_some()
    }
    /// Adds the cards of which a fact is told to a set.
    #[inline]
    pub(super) fn add_to(&self, set: &mut Bits, fact: u16) {
        if let Some(cards) = self.get(fact) {
            cards.add_to(set);
        }
    }
    /// The cards of which any of these facts is told.
    #[inline]
    pub(super) fn any(&self, facts: &[u16]) -> Bits {
        let mut found = Bits::NONE;
        for fact in facts {
            self.add_to(&mut found, *fact);
        }
        found
    }
    /// The cards of which a fact is told.
    #[inline]
    pub(super) fn one(&self, fact: u16) -> Bits {
        match self.many.get(fact) {
            Some(bits) => *bits,
            None => self.any(&[fact]),
        }
    }
    /// Each fact that is told, or was, and of which cards.
    pub(super) fn told(&self) -> impl Iterator<Item = (u16, Cards<'_>)> {
        let few = self.few.iter().map(|(fact, few)| (fact, Cards::Few(few)));
        let many = self.many.iter().map(|(fact, all)| (fact, Cards::Many(all)));
        few.chain(many)
    }
    /// The facts that are told, or were, word by word.
    #[inline]
    pub(super) fn present(&self) -> impl Iterator<Item = u64> {
        let words = self.few.facts().iter().zip(self.many.facts());
        words.map(|(few, many)| few | many)
    }

    /// Tells a fact of a card.
    pub(super) fn insert(&mut self, fact: u16, slot: usize) {
        if let Some(bits) = self.many.get_mut(fact) {
            bits.insert(slot);
            return;
        }
        let small = u16::try_from(slot).unwrap_or(NONE);
        let Some(few) = self.few.get_mut(fact) else {
            let mut few = Few::default();
            few.insert(small);
            self.few.insert(fact, few);
            return;
        };
        if !few.insert(small) {
            let mut bits = Bits::NONE;
            few.slots().for_each(|slot| bits.insert(slot));
            bits.insert(slot);
            self.few.take(fact);
            self.many.insert(fact, bits);
        }
    }
    /// Takes a fact back.
    pub(super) fn remove(&mut self, fact: u16, slot: usize) {
        if let Some(bits) = self.many.get_mut(fact) {
            bits.remove(slot);
        } else if let Some(few) = self.few.get_mut(fact) {
            few.remove(u16::try_from(slot).unwrap_or(NONE));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn facts_of_few_and_of_many_are_told_alike() {
        let mut expected: BTreeMap<u16, BTreeSet<usize>> = BTreeMap::new();
        let mut told = Vec::new();
        for slot in 0..300u16 {
            for fact in [slot % 7, 70 + slot % 60, 1_000 + slot] {
                told.push((fact, slot));
                expected.entry(fact).or_default().insert(usize::from(slot));
            }
        }
        let mut columns = Columns::of(&told);
        for turn in 0..3_000usize {
            let fact = u16::try_from(turn * 13 % 1_400).unwrap();
            let slot = turn * 7 % 1_000;
            if turn % 3 == 2 {
                columns.remove(fact, slot);
                if let Some(slots) = expected.get_mut(&fact) {
                    slots.remove(&slot);
                }
            } else if expected.entry(fact).or_default().insert(slot) {
                columns.insert(fact, slot);
            }
        }
        for (fact, slots) in &expected {
            let held: BTreeSet<usize> = columns.one(*fact).slots().collect();
            assert_eq!(held, *slots, "fact {fact}");
        }
        assert!(columns.one(1_500).is_empty());
        let mut all = Bits::NONE;
        (0..1_000).for_each(|slot| all.insert(slot));
        for (fact, cards) in columns.told() {
            let slots = expected.get(&fact).map_or(0, BTreeSet::len);
            assert_eq!(cards.shared(&all), slots, "fact {fact}");
        }
        let words: Vec<u64> = columns.present().collect();
        for fact in expected.keys() {
            assert_eq!(words[usize::from(*fact) / 64] >> (fact % 64) & 1, 1);
        }
    }
}
