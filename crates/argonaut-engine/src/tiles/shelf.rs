//! Values by fact, side by side: those of each word of 64 facts lie in a room of
//! their own with some to spare, so that a new fact moves few of them. A value is
//! found by counting the bits below its fact's own.

/// Words for the numbers of all facts: those beyond have no value.
pub(super) const WORDS: usize = 48;

/// A bit for each fact.
pub(super) type Facts = [u64; WORDS];

/// Values of facts.
#[derive(Clone, Debug)]
pub(super) struct Shelf<T> {
    /// Which facts have a value.
    of: Facts,
    /// Where the room of each word begins.
    start: [u16; WORDS],
    values: Vec<T>,
}

/// How many values a room has place for.
const fn room(facts: usize) -> usize {
    facts + facts.div_ceil(12)
}

impl<T: Copy + Default> Shelf<T> {
    /// For these facts, each with the value that means nothing.
    pub(super) fn of(of: Facts) -> Self {
        let mut start = [0; WORDS];
        let mut next = 0usize;
        for (start, word) in start.iter_mut().zip(of) {
            *start = u16::try_from(next).unwrap_or(u16::MAX);
            next += room(word.count_ones() as usize);
        }
        Self {
            of,
            start,
            values: vec![T::default(); next],
        }
    }
    /// Which facts have a value.
    #[inline]
    pub(super) const fn facts(&self) -> &Facts {
        &self.of
    }
    /// Where the value of a fact lies, or would lie; and whether it is there.
    #[inline]
    fn find(&self, fact: u16) -> Option<(usize, bool)> {
        let word = usize::from(fact) / 64;
        let of = *self.of.get(word)?;
        let bit = 1u64 << (fact % 64);
        let below = (of & (bit - 1)).count_ones() as usize;
        let start = usize::from(*self.start.get(word)?);
        Some((start + below, of & bit != 0))
    }
    /// Whether a fact has a value.
    #[inline]
    fn holds(&self, fact: u16) -> bool {
        let word = self.of.get(usize::from(fact) / 64);
        word.is_some_and(|word| word >> (fact % 64) & 1 == 1)
    }
    /// The value of a fact.
    #[inline]
    pub(super) fn get(&self, fact: u16) -> Option<&T> {
        if !self.holds(fact) {
            return None;
        }
        let (at, _) = self.find(fact)?;
        self.values.get(at)
    }
    /// The value of a fact, to be changed.
    pub(super) fn get_mut(&mut self, fact: u16) -> Option<&mut T> {
        match self.find(fact)? {
            (at, true) => self.values.get_mut(at),
            (_, false) => None,
        }
    }
    /// Each fact and its value, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u16, &T)> {
        let words = self.of.iter().zip(&self.start).zip((0u16..).step_by(64));
        words.flat_map(|((of, start), first)| {
            let facts = (0..64).filter(move |bit| of >> bit & 1 == 1);
            let values = self.values.get(usize::from(*start)..).unwrap_or_default();
            facts.map(move |bit| first + bit).zip(values)
        })
    }
    /// Adds a fact that has no value yet.
    pub(super) fn insert(&mut self, fact: u16, value: T) {
        let Some((at, false)) = self.find(fact) else {
            return;
        };
        let has_room = self.make_room(usize::from(fact) / 64, at);
        if !has_room {
            *self = self.with(fact);
        } else if let Some(word) = self.of.get_mut(usize::from(fact) / 64) {
            *word |= 1 << (fact % 64);
        }
        if let Some(held) = self.get_mut(fact) {
            *held = value;
        }
    }
    /// Takes a fact out, with its value.
    pub(super) fn take(&mut self, fact: u16) -> Option<T> {
        let (at, true) = self.find(fact)? else {
            return None;
        };
        let word = usize::from(fact) / 64;
        let of = self.of.get_mut(word)?;
        let end = usize::from(*self.start.get(word)?) + of.count_ones() as usize;
        *of &= !(1 << (fact % 64));
        let moved = self.values.get_mut(at..end)?;
        moved.rotate_left(1);
        moved.last_mut().map(std::mem::take)
    }
    /// The same with one fact more.
    fn with(&self, fact: u16) -> Self {
        let mut of = self.of;
        if let Some(word) = of.get_mut(usize::from(fact) / 64) {
            *word |= 1 << (fact % 64);
        }
        let mut wider = Self::of(of);
        for (fact, value) in self.iter() {
            if let Some(held) = wider.get_mut(fact) {
                *held = *value;
            }
        }
        wider
    }
    /// Moves values until there is a place to spare at `at`, in the room of `word`:
    /// as far as the next room that has one. False where none has.
    fn make_room(&mut self, word: usize, at: usize) -> bool {
        let ends = self.start.iter().skip(1).map(|start| usize::from(*start));
        let ends = ends.chain([self.values.len()]);
        let rooms = self.start.iter().zip(self.of).zip(ends).enumerate();
        let spare = rooms.skip(word).find_map(|(n, ((start, of), end))| {
            let used = usize::from(*start) + of.count_ones() as usize;
            (used < end).then_some((n, used))
        });
        let Some((last, used)) = spare else {
            return false;
        };
        if let Some(moved) = self.values.get_mut(at..=used) {
            moved.rotate_right(1);
        }
        for start in self.start.iter_mut().take(last + 1).skip(word + 1) {
            *start += 1;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn facts_that_come_and_go_find_a_room() {
        let mut shelf: Shelf<u32> = Shelf::of([0; WORDS]);
        let mut expected = BTreeMap::new();
        let end = u16::try_from(WORDS * 64).unwrap();
        for turn in 0..4_000u32 {
            let fact = u16::try_from(turn * 389 % (u32::from(end) + 40)).unwrap();
            if turn % 5 == 4 {
                assert_eq!(shelf.take(fact), expected.remove(&fact));
            } else if fact < end && !expected.contains_key(&fact) {
                shelf.insert(fact, turn);
                expected.insert(fact, turn);
            }
            assert_eq!(shelf.get(fact), expected.get(&fact));
        }
        let held: Vec<(u16, u32)> = shelf.iter().map(|(fact, value)| (fact, *value)).collect();
        assert_eq!(held, expected.into_iter().collect::<Vec<_>>());
        assert_eq!(shelf.get(u16::MAX), None);
    }
}
