//! Hints: what a third helper, who sees two cards of others, suggests to both of them. What
//! became of one, and how many are let through. Who may see one is decided by its ends.

use crate::word::words;

words! {
    /// What became of a hint. Whoever gave it learns no more than this: never who
    /// put it aside, or when.
    pub enum HintState {
        /// Nothing is known yet.
        Open = "open",
        /// The two helpers talk about these two clients.
        Further = "further",
        /// The two clients were introduced.
        Held = "held",
    }
}

impl HintState {
    /// Whether this is news after `before`: it only ever goes on.
    pub const fn follows(self, before: Self) -> bool {
        match self {
            Self::Open => false,
            Self::Further => matches!(before, Self::Open),
            Self::Held => !matches!(before, Self::Held),
        }
    }
}

/// The longest reason, in characters.
pub const MOST_CHARACTERS: u16 = 600;
/// Days for which a hint stands. One that led nowhere by then is gone, for everybody.
pub const HINT_DAYS: i64 = 90;
/// A helper is told of so many hints about one client in [`QUIET_DAYS`]; further ones wait
/// in the list.
pub const MOST_TOLD: usize = 3;
/// See [`MOST_TOLD`].
pub const QUIET_DAYS: i64 = 7;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_it_only_goes_on() {
        use HintState::{Further, Held, Open};
        for (before, after, news) in [
            (Open, Further, true),
            (Open, Held, true),
            (Further, Held, true),
            (Further, Further, false),
            (Held, Further, false),
            (Held, Held, false),
            (Further, Open, false),
        ] {
            assert_eq!(after.follows(before), news, "{before:?} {after:?}");
        }
    }
}
