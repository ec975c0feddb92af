//! Hard limits: what rules a pair out, on both sides. A limit is broken only by
//! what is known; what a card does not say breaks none, and is shown as unknown.

use argonaut_domain::person::LifeStage;
use argonaut_domain::place::Place;

use crate::listing::Face;

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The asking card.
    Ours,
    /// The listing.
    Theirs,
}

/// How a point of two records compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It fits.
    Match,
    /// It does not fit.
    Mismatch,
    /// One of the two does not say, or not finely enough.
    Unknown,
}

/// Whether no limit of either side is broken.
pub fn allow(ours: &Face<'_>, theirs: &Face<'_>) -> bool {
    let broken = |verdict| verdict == Verdict::Mismatch;
    let one_way = |who: &Face<'_>, whom: &Face<'_>| {
        !broken(age(who, whom))
            && !broken(gender(who, whom))
            && !broken(accepted_language(who, whom))
            && !broken(distance(who, whom))
    };
    !broken(language(ours, theirs))
        && !broken(connection(ours, theirs))
        && one_way(ours, theirs)
        && one_way(theirs, ours)
}

/// Whether both speak one language.
pub fn language(ours: &Face<'_>, theirs: &Face<'_>) -> Verdict {
    if ours.languages.is_empty() || theirs.languages.is_empty() {
        return Verdict::Unknown;
    }
    decide(
        ours.languages
            .iter()
            .any(|language| theirs.languages.contains(language)),
    )
}

/// Whether both seek one kind of connection. Empty is "any", so nothing is
/// known of it, and nothing is ruled out.
pub fn connection(ours: &Face<'_>, theirs: &Face<'_>) -> Verdict {
    if ours.connections.is_empty() || theirs.connections.is_empty() {
        return Verdict::Unknown;
    }
    decide(
        ours.connections
            .iter()
            .any(|kind| theirs.connections.contains(kind)),
    )
}

/// Whether `whom` speaks a language that `who` accepts.
pub fn accepted_language(who: &Face<'_>, whom: &Face<'_>) -> Verdict {
    let accepted = &who.limits.languages;
    if accepted.is_empty() {
        return Verdict::Match;
    }
    if whom.languages.is_empty() {
        return Verdict::Unknown;
    }
    decide(
        whom.languages
            .iter()
            .any(|language| accepted.contains(language)),
    )
}

/// Whether `whom` is in a stage of life that `who` accepts. An age that spans
/// accepted and other stages is unknown; one that spans only others does not fit.
pub fn age(who: &Face<'_>, whom: &Face<'_>) -> Verdict {
    let accepted = &who.limits.stages;
    if accepted.is_empty() {
        return Verdict::Match;
    }
    let fits = |stage: LifeStage| accepted.contains(&stage);
    if whom.age.stages().all(fits) {
        Verdict::Match
    } else if whom.age.stages().any(fits) {
        Verdict::Unknown
    } else {
        Verdict::Mismatch
    }
}

/// Whether `whom` is of a gender that `who` accepts. A gender that is not said
/// is unknown: the gate drops it where it would single a person out, and the
/// helpers find out when they talk.
pub fn gender(who: &Face<'_>, whom: &Face<'_>) -> Verdict {
    let accepted = &who.limits.genders;
    if accepted.is_empty() {
        return Verdict::Match;
    }
    whom.gender.map_or(Verdict::Unknown, |gender| {
        decide(accepted.contains(&gender))
    })
}

/// Whether `whom` lives within the distance that `who` accepts, by the centres
/// of the published places. Where one place lies within the other (a city in
/// its region) the centres say too little, and it is unknown.
pub fn distance(who: &Face<'_>, whom: &Face<'_>) -> Verdict {
    let Some(most) = who.limits.max_km else {
        return Verdict::Match;
    };
    if who.place != whom.place && is_wider(who.place, whom.place) {
        return Verdict::Unknown;
    }
    match who.place.distance_km(whom.place) {
        Some(km) => decide(km <= f64::from(most)),
        None => Verdict::Unknown,
    }
}

fn is_wider(a: Place, b: Place) -> bool {
    a.contains(b) || b.contains(a)
}

const fn decide(fits: bool) -> Verdict {
    if fits {
        Verdict::Match
    } else {
        Verdict::Mismatch
    }
}
