//! Which cards of a tile share a fact (`facts` numbers them).

use super::bits::Bits;

/// Words for the numbers of all facts: those beyond are told of nobody.
pub(super) const WORDS: usize = 48;

/// The sets of the facts that occur, in their order; those of each word of 64
/// facts lie in a room of their own with some to spare, so that a new fact moves
/// few of them. A set is found by counting the bits below its fact's own.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    present: [u64; WORDS],
    /// Where the room of each word begins.
    start: [u16; WORDS],
    sets: Vec<Bits>,
}

/// How many sets a room has for so many facts.
const fn room(facts: usize) -> usize {
    facts + facts.div_ceil(12)
}

impl Columns {
    /// From pairs of a fact and a slot.
    pub(super) fn of(pairs: &[(u16, u16)]) -> Self {
        let mut present = [0; WORDS];
        for (fact, _) in pairs {
            if let Some(word) = present.get_mut(usize::from(*fact) / 64) {
                *word |= 1 << (fact % 64);
            }
        }
        let mut columns = Self::empty(present);
        for (fact, slot) in pairs {
            if let Some((at, true)) = columns.find(*fact)
                && let Some(set) = columns.sets.get_mut(at)
            {
                set.insert(usize::from(*slot));
            }
        }
        columns
    }
    /// Rooms for these facts, told of nobody.
    fn empty(present: [u64; WORDS]) -> Self {
        let mut start = [0; WORDS];
        let mut next = 0usize;
        for (start, word) in start.iter_mut().zip(present) {
            *start = u16::try_from(next).unwrap_or(u16::MAX);
            next += room(word.count_ones() as usize);
        }
        Self {
            present,
            start,
            sets: vec![Bits::default(); next],
        }
    }
    /// The same with room for one fact more.
    fn with_room_for(&self, fact: u16) -> Self {
        let mut present = self.present;
        if let Some(word) = present.get_mut(usize::from(fact) / 64) {
            *word |= 1 << (fact % 64);
        }
        let mut wider = Self::empty(present);
        let facts = (0..).take(WORDS * 64).filter(|fact| self.tells(*fact));
        for fact in facts {
            if let Some((at, true)) = wider.find(fact)
                && let Some((set, held)) = wider.sets.get_mut(at).zip(self.get(fact))
            {
                *set = *held;
            }
        }
        wider
    }
    /// Where the set of a fact lies, or would lie; and whether it is there.
    #[inline]
    fn find(&self, fact: u16) -> Option<(usize, bool)> {
        let word = usize::from(fact) / 64;
        let present = *self.present.get(word)?;
        let bit = 1u64 << (fact % 64);
        let below = (present & (bit - 1)).count_ones() as usize;
        let start = usize::from(*self.start.get(word)?);
        Some((start + below, present & bit != 0))
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
    /// Each fact that is told, or was, and of which cards.
    pub(crate) fn told(&self) -> impl Iterator<Item = (u16, &Bits)> {
        let words = self
            .present
            .iter()
            .zip(&self.start)
            .zip((0u16..).step_by(64));
        words.flat_map(|((present, start), first)| {
            let facts = (0..64).filter(move |bit| present >> bit & 1 == 1);
            let sets = self.sets.get(usize::from(*start)..).unwrap_or_default();
            facts.map(move |bit| first + bit).zip(sets)
        })
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
        if !is_there && !self.make_room(usize::from(fact) / 64, at) {
            *self = self.with_room_for(fact);
        } else if let Some(word) = self.present.get_mut(usize::from(fact) / 64) {
            *word |= 1 << (fact % 64);
        }
        let Some((at, true)) = self.find(fact) else {
            return;
        };
        if let Some(set) = self.sets.get_mut(at) {
            set.insert(slot);
        }
    }
    /// Moves sets until there is an empty one at `at`, in the room of `word`: as
    /// far as the next room that has some to spare. False where none has.
    fn make_room(&mut self, word: usize, at: usize) -> bool {
        let ends = self.start.iter().skip(1).map(|start| usize::from(*start));
        let ends = ends.chain([self.sets.len()]);
        let rooms = self.start.iter().zip(self.present).zip(ends).enumerate();
        let spare = rooms.skip(word).find_map(|(n, ((start, present), end))| {
            let used = usize::from(*start) + present.count_ones() as usize;
            (used < end).then_some((n, used))
        });
        let Some((last, used)) = spare else {
            return false;
        };
        if let Some(moved) = self.sets.get_mut(at..=used) {
            moved.rotate_right(1);
        }
        if let Some(set) = self.sets.get_mut(at) {
            *set = Bits::default();
        }
        for start in self.start.iter_mut().take(last + 1).skip(word + 1) {
            *start += 1;
        }
        true
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_that_come_later_find_a_room() {
        let told = [(3u16, 1u16), (70, 2), (71, 2), (900, 0)];
        let mut columns = Columns::of(&told);
        let mut expected: Vec<(u16, u16)> = told.to_vec();
        // Backwards and forwards, into words with and without room.
        for turn in 0..600u16 {
            let fact = u16::try_from(usize::from(turn) * 389 % (WORDS * 64)).unwrap();
            let slot = turn % 512;
            columns.insert(fact, usize::from(slot));
            expected.push((fact, slot));
        }
        let again = Columns::of(&expected);
        assert_eq!(columns.present(), again.present());
        for (fact, slot) in &expected {
            assert_eq!(columns.get(*fact), again.get(*fact), "fact {fact}");
            assert!(columns.get(*fact).unwrap().holds(usize::from(*slot)));
        }
        columns.remove(70, 2);
        assert!(!columns.get(70).unwrap().holds(2));
        assert!(columns.get(71).unwrap().holds(2));
        assert_eq!(columns.get(5_000), None);
    }
}
