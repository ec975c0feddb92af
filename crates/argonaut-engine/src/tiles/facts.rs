//! The facts of a card that its tile keeps as sets of slots, each with a number.

use std::sync::LazyLock;

use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_domain::place::{CountryId, Place};
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};

use crate::limits;
use crate::listing::Face;
use crate::rank::named;

/// A fact that no card has.
pub(super) const NEVER: u16 = u16::MAX;

/// Where the numbers of each kind of fact begin.
struct Layout {
    /// Terms that are needed by name, offered, liked, sought; by their number.
    needed: u16,
    offered: u16,
    liked: u16,
    seeking: u16,
    /// For terms that lie above others: of which the term itself or one right
    /// below it is needed; of which that holds of two needs; is offered; is
    /// offered and of a remote kind.
    needed_under: u16,
    needed_twice: u16,
    offered_under: u16,
    afar_under: u16,
    speaking: u16,
    wide: u16,
    /// By term: its number among those that lie above others.
    groups: Vec<u16>,
}

static LAYOUT: LazyLock<Layout> = LazyLock::new(|| {
    let taxonomy = Taxonomy::builtin();
    let mut groups = Vec::new();
    let (mut terms, mut count) = (0u16, 0u16);
    for term in TermKind::ALL.iter().flat_map(|kind| taxonomy.terms(*kind)) {
        let at = usize::from(term.index());
        if groups.len() <= at {
            groups.resize(at + 1, NEVER);
        }
        if !taxonomy.children(term).is_empty()
            && let Some(group) = groups.get_mut(at)
        {
            *group = count;
            count += 1;
        }
        terms = terms.max(term.index() + 1);
    }
    let mut next = flag::END;
    let mut take = |numbers: u16| {
        let start = next;
        next += numbers;
        start
    };
    let languages = LanguageId::all().map(LanguageId::index).max().unwrap_or(0);
    let countries = CountryId::all().map(CountryId::index).max().unwrap_or(0);
    Layout {
        seeking: take(terms),
        needed_under: take(count),
        needed_twice: take(count),
        needed: take(terms),
        offered_under: take(count),
        afar_under: take(count),
        offered: take(terms),
        liked: take(terms),
        speaking: take(languages + 1),
        wide: take(countries + 1),
        groups,
    }
});

/// What a fact says that is counted when cards are browsed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Meaning {
    Needs(TermId),
    Offers(TermId),
    Likes(TermId),
    Seeks(TermId),
    Speaks(LanguageId),
    Is(Gender),
    Aged(Age),
}

static MEANINGS: LazyLock<Vec<Option<Meaning>>> = LazyLock::new(|| {
    let taxonomy = Taxonomy::builtin();
    let mut all: Vec<(u16, Meaning)> = Vec::new();
    for term in TermKind::ALL.iter().flat_map(|kind| taxonomy.terms(*kind)) {
        all.extend([
            (needed(term), Meaning::Needs(term)),
            (offered(term), Meaning::Offers(term)),
            (liked(term), Meaning::Likes(term)),
            (seeking(term), Meaning::Seeks(term)),
        ]);
    }
    all.extend(LanguageId::all().map(|one| (speaking(one), Meaning::Speaks(one))));
    all.extend(
        Gender::ALL
            .iter()
            .map(|one| (flag::is(*one), Meaning::Is(*one))),
    );
    all.extend(ages().map(|one| (flag::aged(one), Meaning::Aged(one))));
    let last = all.iter().map(|(fact, _)| usize::from(*fact)).max();
    let mut meanings = vec![None; last.map_or(0, |last| last + 1)];
    for (fact, meaning) in all {
        if let Some(room) = meanings.get_mut(usize::from(fact)) {
            *room = Some(meaning);
        }
    }
    meanings
});

/// What a fact says, if it is counted.
pub(super) fn meaning(fact: u16) -> Option<Meaning> {
    MEANINGS.get(usize::from(fact)).copied().flatten()
}
/// Needs a term by name.
pub(super) fn needed(term: TermId) -> u16 {
    LAYOUT.needed + term.index()
}
/// Offers a term.
pub(super) fn offered(term: TermId) -> u16 {
    LAYOUT.offered + term.index()
}
/// Likes a term.
pub(super) fn liked(term: TermId) -> u16 {
    LAYOUT.liked + term.index()
}
/// Seeks a kind of connection.
pub(super) fn seeking(kind: TermId) -> u16 {
    LAYOUT.seeking + kind.index()
}
/// Speaks a language.
pub(super) fn speaking(language: LanguageId) -> u16 {
    LAYOUT.speaking + language.index()
}
/// Is of this country, and of no city.
pub(super) fn wide(country: CountryId) -> u16 {
    LAYOUT.wide + country.index()
}
fn in_group(start: u16, term: TermId) -> u16 {
    let group = LAYOUT.groups.get(usize::from(term.index()));
    group
        .filter(|group| **group != NEVER)
        .map_or(NEVER, |group| start + group)
}
/// Needs a term or one right below it; [`NEVER`] where none lies below.
pub(super) fn needed_under(term: TermId) -> u16 {
    in_group(LAYOUT.needed_under, term)
}
/// Needs two of a term and those right below it.
pub(super) fn needed_twice(term: TermId) -> u16 {
    in_group(LAYOUT.needed_twice, term)
}
/// Offers a term or one right below it.
pub(super) fn offered_under(term: TermId) -> u16 {
    in_group(LAYOUT.offered_under, term)
}
/// Offers a term or one right below it that is of a remote kind.
pub(super) fn afar_under(term: TermId) -> u16 {
    in_group(LAYOUT.afar_under, term)
}

/// Facts that are so or not.
pub(super) mod flag {
    use super::{Age, Gender, LifeStage};

    /// Names no language, so that none rules it out.
    pub(crate) const SILENT: u16 = 0;
    /// Seeks any kind of connection.
    pub(crate) const OPEN: u16 = 1;
    /// Does not say where.
    pub(crate) const NOWHERE: u16 = 2;
    /// Names one need, two, three, or more: this plus 0 to 3.
    pub(crate) const NEEDS: u16 = 4;
    /// Is of a city and meets nobody further than the n-th of [`super::WITHIN`].
    pub(crate) const WITHIN: u16 = 8;
    /// One more than the last.
    pub(crate) const END: u16 = 88;

    /// Says this gender.
    pub(crate) const fn is(gender: Gender) -> u16 {
        16 + gender as u16
    }
    /// Does not want to meet this gender.
    pub(crate) const fn refuses(gender: Gender) -> u16 {
        24 + gender as u16
    }
    /// Does not want to meet this stage of life.
    pub(crate) const fn refuses_stage(stage: LifeStage) -> u16 {
        32 + stage as u16
    }
    /// Is of this published age.
    pub(crate) const fn aged(age: Age) -> u16 {
        match age {
            Age::Band(band) => 40 + band as u16,
            Age::Stage(stage) => 64 + stage as u16,
            Age::Adult => 80,
            Age::Minor => 81,
            Age::Any => 82,
        }
    }
}

/// Kilometres by which limits on the distance are told apart.
pub(super) const WITHIN: [u16; 6] = [10, 20, 50, 100, 200, 500];

/// Every published age.
pub(super) fn ages() -> impl Iterator<Item = Age> {
    let bands = AgeBand::ALL.iter().copied().map(Age::Band);
    let stages = LifeStage::ALL.iter().copied().map(Age::Stage);
    bands
        .chain(stages)
        .chain([Age::Adult, Age::Minor, Age::Any])
}

/// The terms under which a term lies: itself where some lie below it, and the
/// one above.
fn under(term: TermId) -> impl Iterator<Item = TermId> {
    let taxonomy = Taxonomy::builtin();
    let own = (!taxonomy.children(term).is_empty()).then_some(term);
    own.into_iter().chain(taxonomy.parent(term))
}

/// Tells every fact of a card.
pub(super) fn tell(face: &Face<'_>, mut fact: impl FnMut(u16)) {
    needs(face, &mut fact);
    for offer in face.offers {
        fact(offered(*offer));
        for above in under(*offer) {
            fact(offered_under(above));
            if offer.is_remote() {
                fact(afar_under(above));
            }
        }
    }
    face.interests.iter().for_each(|term| fact(liked(*term)));
    face.languages.iter().for_each(|one| fact(speaking(*one)));
    face.connections
        .iter()
        .for_each(|kind| fact(seeking(*kind)));
    fact(flag::aged(face.age));
    if face.languages.is_empty() {
        fact(flag::SILENT);
    }
    if face.connections.is_empty() {
        fact(flag::OPEN);
    }
    place(face, &mut fact);
    if let Some(gender) = face.gender {
        fact(flag::is(gender));
    }
    for gender in Gender::ALL {
        if limits::refuses_gender(face.limits, *gender) {
            fact(flag::refuses(*gender));
        }
    }
    for stage in LifeStage::ALL {
        if limits::refuses_stage(face.limits, *stage) {
            fact(flag::refuses_stage(*stage));
        }
    }
}

fn needs(face: &Face<'_>, fact: &mut impl FnMut(u16)) {
    let (mut count, mut twice, mut last) = (0u16, false, None);
    let mut lie_under: Vec<TermId> = Vec::with_capacity(8);
    for (need, _) in named(face.needs) {
        count = count.saturating_add(1);
        // Sorted, so that a need with two urgencies stands beside itself.
        if last == Some(need) {
            twice = true;
            continue;
        }
        last = Some(need);
        fact(needed(need));
        for above in under(need) {
            if lie_under.contains(&above) {
                fact(needed_twice(above));
            } else {
                lie_under.push(above);
                fact(needed_under(above));
            }
        }
    }
    // A need that is named twice may weigh as much as all: it counts as the only one.
    let count = if twice { 1 } else { count.min(4) };
    if let Some(more) = count.checked_sub(1) {
        fact(flag::NEEDS + more);
    }
}

fn place(face: &Face<'_>, fact: &mut impl FnMut(u16)) {
    match face.place {
        Place::City(_) => {
            if let Some(most) = face.limits.max_km {
                let within = WITHIN.iter().zip(flag::WITHIN..);
                for (_, number) in within.filter(|(km, _)| most <= **km) {
                    fact(number);
                }
            }
        }
        Place::Region(_) | Place::Country(_) => {
            if let Some(country) = face.place.country() {
                fact(wide(country));
            }
        }
        Place::Anywhere => fact(flag::NOWHERE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_has_a_column() {
        let last = CountryId::all().last().map(wide).unwrap();
        assert!(
            usize::from(last) < super::super::columns::WORDS * 64,
            "{last}"
        );
        for age in ages() {
            assert!(flag::aged(age) < flag::END);
        }
        let mut numbers: Vec<u16> = ages().map(flag::aged).collect();
        numbers.extend(
            Gender::ALL
                .iter()
                .flat_map(|g| [flag::is(*g), flag::refuses(*g)]),
        );
        numbers.extend(LifeStage::ALL.iter().map(|s| flag::refuses_stage(*s)));
        numbers.extend((0..4).map(|n| flag::NEEDS + n));
        numbers.extend((0..).take(WITHIN.len()).map(|n: u16| flag::WITHIN + n));
        numbers.extend([flag::SILENT, flag::OPEN, flag::NOWHERE]);
        let count = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), count, "two facts share a number");
    }
}
