//! Owners by a few bits of their ids.

use argonaut_domain::ids::HelperId;

/// Owners by a few bits of their ids, so that "is one of them here" is a look
/// into a small set; some are taken for others.
#[derive(Clone, Debug)]
pub(crate) struct Marks(Box<[u64; WORDS]>);

/// The number of different marks.
const MARKS: u16 = u16::MAX;
const WORDS: usize = (MARKS as usize).div_ceil(64);

pub(super) fn mark(owner: HelperId) -> u16 {
    // The end of an ordered id is random.
    let bytes = owner.uuid().into_bytes();
    let [.., before, last] = bytes;
    u16::from_be_bytes([before, last]) % MARKS
}

impl Marks {
    /// The mark of those who have no owner; every set holds it.
    pub(super) const NOBODY: u16 = u16::MAX;

    /// The marks of some helpers.
    pub(crate) fn of(helpers: &[HelperId]) -> Self {
        let mut words = Box::new([0; WORDS]);
        for mark in helpers.iter().map(|helper| mark(*helper)) {
            if let Some(word) = words.get_mut(usize::from(mark) / 64) {
                *word |= 1 << (mark % 64);
            }
        }
        Self(words)
    }
    #[inline]
    pub(super) fn holds(&self, mark: u16) -> bool {
        let word = self.0.get(usize::from(mark) / 64);
        word.is_none_or(|word| word >> (mark % 64) & 1 == 1)
    }
}
