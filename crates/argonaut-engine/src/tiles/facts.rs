//! The facts of a card that its tile keeps as sets of slots.

use argonaut_domain::person::{Age, AgeBand, Gender, LifeStage};
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId};

use super::columns::Columns;
use crate::limits;
use crate::listing::Face;
use crate::rank::named;

/// What the numbers of a column stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Terms that are needed by name.
    Needed,
    /// Terms of which the term itself or one right below it is needed.
    NeededUnder,
    /// Terms of which that holds of two needs.
    NeededTwice,
    /// Terms that are offered.
    Offered,
    /// Terms of which the term itself or one right below it is offered.
    OfferedUnder,
    /// The same, of offers of a remote kind.
    AfarUnder,
    /// Interests.
    Liked,
    /// Languages.
    Speaking,
    /// Kinds of connection sought.
    Seeking,
    /// Ages, by [`age`].
    Aged,
    /// Countries, of cards that are wider than a city.
    Wide,
    /// Facts that are so or not, by the numbers in [`flag`].
    Flag,
}

/// The columns of a tile, by kind.
pub(super) type Sheet = [Columns; 12];

/// The columns of a kind.
pub(super) fn of(sheet: &Sheet, kind: Kind) -> &Columns {
    let [needed, needed_under, needed_twice, offered, offered_under, afar_under, liked, speaking, seeking, aged, wide, flag] =
        sheet;
    match kind {
        Kind::Needed => needed,
        Kind::NeededUnder => needed_under,
        Kind::NeededTwice => needed_twice,
        Kind::Offered => offered,
        Kind::OfferedUnder => offered_under,
        Kind::AfarUnder => afar_under,
        Kind::Liked => liked,
        Kind::Speaking => speaking,
        Kind::Seeking => seeking,
        Kind::Aged => aged,
        Kind::Wide => wide,
        Kind::Flag => flag,
    }
}

/// Numbers of [`Kind::Flag`].
pub(super) mod flag {
    use super::{Gender, LifeStage};

    /// Names no language, so that none rules it out.
    pub(crate) const SILENT: u16 = 0;
    /// Seeks any kind of connection.
    pub(crate) const OPEN: u16 = 1;
    /// Is of a city.
    pub(crate) const CITY: u16 = 2;
    /// Does not say where.
    pub(crate) const NOWHERE: u16 = 3;
    /// Names one need, two, three, or more: this plus 0 to 3.
    pub(crate) const NEEDS: u16 = 4;
    /// Is of a city and meets nobody further than the n-th of [`super::WITHIN`].
    pub(crate) const WITHIN: u16 = 8;

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
}

/// Kilometres by which limits on the distance are told apart.
pub(super) const WITHIN: [u16; 6] = [10, 20, 50, 100, 200, 500];

/// The number of a published age in [`Kind::Aged`].
pub(super) const fn age(age: Age) -> u16 {
    match age {
        Age::Band(band) => band as u16,
        Age::Stage(stage) => 16 + stage as u16,
        Age::Adult => 32,
        Age::Minor => 33,
        Age::Any => 34,
    }
}

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
fn under(term: TermId) -> impl Iterator<Item = u16> {
    let taxonomy = Taxonomy::builtin();
    let own = (!taxonomy.children(term).is_empty()).then_some(term);
    own.into_iter()
        .chain(taxonomy.parent(term))
        .map(TermId::index)
}

/// Tells every fact of a card.
pub(super) fn tell(face: &Face<'_>, mut fact: impl FnMut(Kind, u16)) {
    needs(face, &mut fact);
    for offer in face.offers {
        fact(Kind::Offered, offer.index());
        for above in under(*offer) {
            fact(Kind::OfferedUnder, above);
            if offer.is_remote() {
                fact(Kind::AfarUnder, above);
            }
        }
    }
    for interest in face.interests {
        fact(Kind::Liked, interest.index());
    }
    for language in face.languages {
        fact(Kind::Speaking, language.index());
    }
    for kind in face.connections {
        fact(Kind::Seeking, kind.index());
    }
    fact(Kind::Aged, age(face.age));
    if face.languages.is_empty() {
        fact(Kind::Flag, flag::SILENT);
    }
    if face.connections.is_empty() {
        fact(Kind::Flag, flag::OPEN);
    }
    place(face, &mut fact);
    if let Some(gender) = face.gender {
        fact(Kind::Flag, flag::is(gender));
    }
    let limits = face.limits;
    for gender in Gender::ALL {
        if limits::refuses_gender(limits, *gender) {
            fact(Kind::Flag, flag::refuses(*gender));
        }
    }
    for stage in LifeStage::ALL {
        if limits::refuses_stage(limits, *stage) {
            fact(Kind::Flag, flag::refuses_stage(*stage));
        }
    }
}

fn needs(face: &Face<'_>, fact: &mut impl FnMut(Kind, u16)) {
    let (mut count, mut twice, mut last) = (0u16, false, None);
    let mut lie_under: Vec<u16> = Vec::with_capacity(8);
    for (need, _) in named(face.needs) {
        count = count.saturating_add(1);
        // Sorted, so that a need with two urgencies stands beside itself.
        if last == Some(need) {
            twice = true;
            continue;
        }
        last = Some(need);
        fact(Kind::Needed, need.index());
        for above in under(need) {
            if lie_under.contains(&above) {
                fact(Kind::NeededTwice, above);
            } else {
                lie_under.push(above);
                fact(Kind::NeededUnder, above);
            }
        }
    }
    // A need that is named twice may weigh as much as all: it counts as the only one.
    let count = if twice { 1 } else { count.min(4) };
    if let Some(more) = count.checked_sub(1) {
        fact(Kind::Flag, flag::NEEDS + more);
    }
}

fn place(face: &Face<'_>, fact: &mut impl FnMut(Kind, u16)) {
    match face.place {
        Place::City(_) => {
            fact(Kind::Flag, flag::CITY);
            if let Some(most) = face.limits.max_km {
                let within = WITHIN.iter().zip(flag::WITHIN..);
                for (_, number) in within.filter(|(km, _)| most <= **km) {
                    fact(Kind::Flag, number);
                }
            }
        }
        Place::Region(_) | Place::Country(_) => {
            if let Some(country) = face.place.country() {
                fact(Kind::Wide, country.index());
            }
        }
        Place::Anywhere => fact(Kind::Flag, flag::NOWHERE),
    }
}
