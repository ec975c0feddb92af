//! Whom a card of a child may meet, and over which kind of connection. The
//! rule alone; the engine applies it. `docs/design/2026-11-23-children.md`
//! gives the reasons.

use std::sync::LazyLock;

use crate::person::{Age, LifeStage};
use crate::taxonomy::{Taxonomy, TermId};

/// The kind of connection that is for adults alone.
const ROMANCE: &str = "romance";
/// The kinds of connection over which a child may meet an adult.
const WITH_AN_ADULT: [&str; 3] = ["seek.practical", "seek.mentor", "seek.learning"];

// Looked up once. A taxonomy without one of them simply has no such kind.
static ROMANCE_TERM: LazyLock<Option<TermId>> =
    LazyLock::new(|| Taxonomy::builtin().by_code(ROMANCE));
static WITH_AN_ADULT_TERMS: LazyLock<Vec<TermId>> = LazyLock::new(|| {
    WITH_AN_ADULT
        .iter()
        .filter_map(|code| Taxonomy::builtin().by_code(code))
        .collect()
});

/// What the published ages of two cards say together. Symmetric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ages {
    /// Both are surely of age.
    BothAdult,
    /// Both are surely under age.
    BothChildren,
    /// One is surely under age, and the other is or may be of age.
    ChildWithOther,
    /// Neither is surely under age, and one may be.
    NotSure,
}

impl Ages {
    /// Of two published ages.
    pub fn of(one: Age, other: Age) -> Self {
        match (is_surely_child(one), is_surely_child(other)) {
            (true, true) => Self::BothChildren,
            (true, false) | (false, true) => Self::ChildWithOther,
            (false, false) if is_surely_adult(one) && is_surely_adult(other) => Self::BothAdult,
            (false, false) => Self::NotSure,
        }
    }

    /// Whether two cards that both seek this kind of connection may meet over it.
    pub fn may_meet_over(self, kind: TermId) -> bool {
        match self {
            Self::BothAdult => true,
            Self::BothChildren | Self::NotSure => !is_romance(kind),
            Self::ChildWithOther => WITH_AN_ADULT_TERMS
                .iter()
                .any(|allowed| is_of(kind, *allowed)),
        }
    }

    /// Whether two cards may meet where neither says over which kind. A child
    /// and somebody who may be of age need one that is named.
    pub const fn may_meet_over_any(self) -> bool {
        match self {
            Self::BothAdult | Self::BothChildren | Self::NotSure => true,
            Self::ChildWithOther => false,
        }
    }

    /// Whether a kind that one of the two cards seeks keeps them apart over
    /// every other kind, too: nobody who seeks romance meets a child.
    pub fn are_kept_apart_by(self, kind: TermId) -> bool {
        match self {
            Self::BothAdult | Self::NotSure => false,
            Self::BothChildren | Self::ChildWithOther => is_romance(kind),
        }
    }
}

/// Whether nobody of this published age is under 18.
pub fn is_surely_adult(age: Age) -> bool {
    age.stages().all(LifeStage::is_adult)
}

/// Whether everybody of this published age is under 18.
pub fn is_surely_child(age: Age) -> bool {
    !age.stages().any(LifeStage::is_adult)
}

fn is_romance(kind: TermId) -> bool {
    ROMANCE_TERM.is_some_and(|romance| is_of(kind, romance))
}

/// Whether a kind is this one or lies below it.
fn is_of(kind: TermId, above: TermId) -> bool {
    kind == above
        || Taxonomy::builtin()
            .ancestors(kind)
            .any(|term| term == above)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::AgeBand;
    use crate::taxonomy::TermKind;

    fn every_age() -> Vec<Age> {
        let bands = AgeBand::ALL.iter().copied().map(Age::Band);
        let stages = LifeStage::ALL.iter().copied().map(Age::Stage);
        bands
            .chain(stages)
            .chain([Age::Adult, Age::Minor, Age::Any])
            .collect()
    }

    #[test]
    fn the_named_kinds_are_kinds_of_connection() {
        for code in WITH_AN_ADULT.iter().chain([&ROMANCE]) {
            let term = Taxonomy::builtin().by_code(code).unwrap();
            assert_eq!(term.kind(), TermKind::Connection, "{code}");
        }
    }

    #[test]
    fn each_age_is_surely_one_or_open() {
        for age in every_age() {
            assert!(!(is_surely_adult(age) && is_surely_child(age)), "{age:?}");
            let open = !is_surely_adult(age) && !is_surely_child(age);
            assert_eq!(open, age == Age::Any, "{age:?}");
        }
        assert!(is_surely_child(Age::Band(AgeBand::To17)));
        assert!(is_surely_adult(Age::Band(AgeBand::To29)));
    }

    #[test]
    fn romance_is_for_two_who_are_surely_adult() {
        let romance = Taxonomy::builtin().by_code(ROMANCE).unwrap();
        for one in every_age() {
            for other in every_age() {
                let ages = Ages::of(one, other);
                assert_eq!(ages, Ages::of(other, one));
                let grown = is_surely_adult(one) && is_surely_adult(other);
                assert_eq!(ages.may_meet_over(romance), grown, "{one:?} {other:?}");
                let child = is_surely_child(one) || is_surely_child(other);
                assert_eq!(ages.are_kept_apart_by(romance), child, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn a_child_meets_others_over_few_kinds_and_never_over_none() {
        let ages = Ages::of(Age::Minor, Age::Any);
        assert_eq!(ages, Ages::of(Age::Band(AgeBand::From85), Age::Minor));
        assert!(!ages.may_meet_over_any());
        let kinds = Taxonomy::builtin().terms(TermKind::Connection);
        let over: Vec<&str> = kinds
            .filter(|kind| ages.may_meet_over(*kind))
            .map(TermId::code)
            .collect();
        assert_eq!(over, WITH_AN_ADULT);
        // What is not on a list of kinds is not allowed by mistake.
        for need in Taxonomy::builtin().terms(TermKind::Need) {
            assert!(!ages.may_meet_over(need));
        }
    }
}
