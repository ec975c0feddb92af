//! Hard limits: what rules a pair out, on both sides. A limit is broken only by
//! what is known; what a card does not say breaks none, and is shown as unknown.
//! One exception guards children: see [`connection`] and `domain::children`.

use argonaut_domain::card::Limits;
use argonaut_domain::children::Ages;
use argonaut_domain::person::{Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;

use crate::explain::common;
use crate::listing::{Face, ListingKind};

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
    let limited = ours.limits.max_km.or(theirs.limits.max_km);
    let km = limited.and_then(|_| ours.place.distance_km(theirs.place));
    allow_at(ours, theirs, km)
}

/// The same where the distance between the two is known already.
pub(crate) fn allow_at(ours: &Face<'_>, theirs: &Face<'_>, km: Option<f64>) -> bool {
    let broken = |verdict| verdict == Verdict::Mismatch;
    let one_way = |who: &Face<'_>, whom: &Face<'_>| {
        !broken(age(who, whom))
            && !broken(gender(who, whom))
            && !broken(accepted_language(who, whom))
            && !is_too_far(who, whom, km)
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

/// Whether both seek one kind of connection over which their ages let them
/// meet. Empty is "any": what the other names is then all that is known, and
/// it rules the pair out only where none of it is allowed. For two cards; other
/// listings seek no connection, so nothing is known of theirs.
pub fn connection(ours: &Face<'_>, theirs: &Face<'_>) -> Verdict {
    if ours.kind != ListingKind::Card || theirs.kind != ListingKind::Card {
        return Verdict::Unknown;
    }
    let ages = Ages::of(ours.age, theirs.age);
    connection_at(ages, ours.connections, theirs.connections)
}

/// The same, of the kinds that each side seeks.
pub(crate) fn connection_at(ages: Ages, ours: &[TermId], theirs: &[TermId]) -> Verdict {
    let sought = || ours.iter().chain(theirs);
    if sought().any(|kind| ages.are_kept_apart_by(*kind)) {
        return Verdict::Mismatch;
    }
    match (ours.is_empty(), theirs.is_empty()) {
        (true, true) => unknown_if(ages.may_meet_over_any()),
        (true, false) | (false, true) => unknown_if(sought().any(|kind| ages.may_meet_over(*kind))),
        (false, false) => decide(common(ours, theirs).any(|kind| ages.may_meet_over(kind))),
    }
}

/// The kinds of connection that both name and over which their ages let them
/// meet, in the order of ours.
pub fn shared_connections<'a>(
    ours: &Face<'a>,
    theirs: &Face<'a>,
) -> impl Iterator<Item = TermId> + 'a {
    let ages = Ages::of(ours.age, theirs.age);
    common(ours.connections, theirs.connections).filter(move |kind| ages.may_meet_over(*kind))
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

/// Whether `whom` surely lives further away than `who` accepts.
fn is_too_far(who: &Face<'_>, whom: &Face<'_>, km: Option<f64>) -> bool {
    let most = who.limits.max_km.map(f64::from);
    let exceeds = most.zip(km).is_some_and(|(most, km)| km > most);
    exceeds && (who.place == whom.place || !is_wider(who.place, whom.place))
}

fn is_wider(a: Place, b: Place) -> bool {
    a.contains(b) || b.contains(a)
}

/// Whether these limits rule out everybody who says this gender.
pub(crate) fn refuses_gender(limits: &Limits, gender: Gender) -> bool {
    !limits.genders.is_empty() && !limits.genders.contains(&gender)
}

/// Whether these limits do not name this stage of life, where they name one.
pub(crate) fn refuses_stage(limits: &Limits, stage: LifeStage) -> bool {
    !limits.stages.is_empty() && !limits.stages.contains(&stage)
}

const fn unknown_if(possible: bool) -> Verdict {
    if possible {
        Verdict::Unknown
    } else {
        Verdict::Mismatch
    }
}

const fn decide(fits: bool) -> Verdict {
    if fits {
        Verdict::Match
    } else {
        Verdict::Mismatch
    }
}
