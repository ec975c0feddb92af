//! A census table as the source of figures: who was counted where. What the
//! table does not hold counts as zero.

use std::collections::{BTreeMap, BTreeSet};

use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, AgeBand, Gender};
use argonaut_domain::place::Place;

use super::population::Population;

/// A line of a census table. What is `None` was not told apart: all ages, all
/// genders, whatever they speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CensusRow {
    /// Where.
    pub place: Place,
    /// How old.
    pub band: Option<AgeBand>,
    /// Which gender.
    pub gender: Option<Gender>,
    /// Speakers of which language.
    pub language: Option<LanguageId>,
    /// How many people.
    pub people: u64,
}

type Cell = (Option<AgeBand>, Option<Gender>, Option<LanguageId>);

/// A census table.
///
/// A place holds what was counted there, or in the places below it, whichever is
/// more. Ages and genders add up; people may speak several languages, so those do
/// not. Of people who speak two languages there are at least as many as the
/// speakers of both exceed all people (Fréchet's bound), and more are not known.
#[derive(Clone, Debug, Default)]
pub struct CensusTable {
    counts: BTreeMap<Place, BTreeMap<Cell, u64>>,
    below: BTreeMap<Place, BTreeSet<Place>>,
    rows: usize,
}

impl CensusTable {
    /// The table of these lines. Of two lines for the same people the later counts.
    pub fn new(lines: impl IntoIterator<Item = CensusRow>) -> Self {
        let mut table = Self::default();
        for line in lines {
            let cell = (line.band, line.gender, line.language);
            let here = table.counts.entry(line.place).or_default();
            if here.insert(cell, line.people).is_none() {
                table.rows += 1;
            }
            let mut place = line.place;
            while let Some(parent) = place.parent() {
                table.below.entry(parent).or_default().insert(place);
                place = parent;
            }
        }
        table
    }

    /// How many lines there are.
    pub const fn len(&self) -> usize {
        self.rows
    }
    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }
    /// How many places it names.
    pub fn places(&self) -> usize {
        self.counts.len()
    }

    fn people(&self, place: Place, age: Age, gender: Option<Gender>, spoken: &[LanguageId]) -> u64 {
        let here = self.counts.get(&place).map_or(0, |here| {
            let bands = age
                .bands()
                .map(|band| of_band(here, Some(band), gender, spoken));
            let sum = bands.fold(0, u64::saturating_add);
            if age == Age::Any {
                sum.max(of_band(here, None, gender, spoken))
            } else {
                sum
            }
        });
        let below = self.below.get(&place).into_iter().flatten();
        let below = below
            .map(|part| self.people(*part, age, gender, spoken))
            .fold(0, u64::saturating_add);
        here.max(below)
    }
}

/// People of one line's age, in one place.
fn of_band(
    here: &BTreeMap<Cell, u64>,
    band: Option<AgeBand>,
    gender: Option<Gender>,
    spoken: &[LanguageId],
) -> u64 {
    let direct = of_cell(here, band, gender, spoken);
    if gender.is_some() {
        return direct;
    }
    let each = Gender::ALL.iter();
    let sum = each
        .map(|gender| of_cell(here, band, Some(*gender), spoken))
        .fold(0, u64::saturating_add);
    direct.max(sum)
}

fn of_cell(
    here: &BTreeMap<Cell, u64>,
    band: Option<AgeBand>,
    gender: Option<Gender>,
    spoken: &[LanguageId],
) -> u64 {
    let of = |language| here.get(&(band, gender, language)).copied().unwrap_or(0);
    let [first, more @ ..] = spoken else {
        // Where all people were not counted, there are at least the speakers of
        // the most common language.
        let cells = here
            .iter()
            .filter(|((b, g, _), _)| *b == band && *g == gender);
        return cells.map(|(_, people)| *people).max().unwrap_or(0);
    };
    let all = of_cell(here, band, gender, &[]);
    more.iter().fold(of(Some(*first)), |both, language| {
        (both.saturating_add(of(Some(*language)))).saturating_sub(all)
    })
}

impl Population for CensusTable {
    fn count(
        &self,
        place: Place,
        age: Age,
        gender: Option<Gender>,
        languages: &[LanguageId],
    ) -> f64 {
        let mut spoken = languages.to_vec();
        spoken.sort_unstable();
        spoken.dedup();
        self.people(place, age, gender, &spoken) as f64
    }
    fn threshold_k(&self) -> u32 {
        100
    }
    fn area_people(&self, place: Place) -> u64 {
        self.people(place, Age::Any, None, &[])
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn places() -> Vec<Place> {
        [
            "Fresno, California",
            "Clovis, California",
            "California",
            "Oaxaca",
            "Mexico",
        ]
        .iter()
        .filter_map(|name| Place::search(name, None, 1).first().copied())
        .collect()
    }
    fn languages() -> Vec<LanguageId> {
        ["en", "es", "hy"]
            .iter()
            .filter_map(|code| LanguageId::parse(code))
            .collect()
    }
    fn lines() -> impl Strategy<Value = Vec<CensusRow>> {
        let line = (
            select(places()),
            option::of(select(AgeBand::ALL)),
            option::of(select(Gender::ALL)),
            option::of(select(languages())),
            0u64..500,
        );
        vec(line, 0..60).prop_map(|lines| {
            let row = |(place, band, gender, language, people)| CensusRow {
                place,
                band,
                gender,
                language,
                people,
            };
            lines.into_iter().map(row).collect()
        })
    }

    proptest! {
        #[test]
        fn more_general_is_never_fewer(
            lines in lines(), place in select(places()), band in select(AgeBand::ALL),
            gender in option::of(select(Gender::ALL)), spoken in vec(select(languages()), 0..3),
        ) {
            let table = CensusTable::new(lines);
            let count = |place, age, gender, spoken: &[LanguageId]| table.count(place, age, gender, spoken);
            let mut age = Age::Band(band);
            loop {
                let here = count(place, age, gender, &spoken);
                prop_assert!(here <= count(place, age, None, &spoken));
                if let Some((_, fewer)) = spoken.split_first() {
                    prop_assert!(here <= count(place, age, gender, fewer));
                }
                if let Some(above) = place.parent() {
                    prop_assert!(here <= count(above, age, gender, &spoken));
                }
                prop_assert!(here <= table.area_people(place) as f64);
                match age.parent() {
                    Some(parent) => {
                        prop_assert!(here <= count(place, parent, gender, &spoken));
                        age = parent;
                    }
                    None => break,
                }
            }
        }
    }

    #[test]
    fn what_was_counted_is_found_and_nothing_else() {
        let [fresno, clovis, california, ..] = places()[..] else {
            panic!("places")
        };
        let [en, es, hy] = languages()[..] else {
            panic!("languages")
        };
        let row = |place, gender, language, people| CensusRow {
            place,
            band: Some(AgeBand::To29),
            gender,
            language,
            people,
        };
        let table = CensusTable::new([
            row(fresno, None, None, 1_000),
            row(fresno, None, Some(en), 900),
            row(fresno, None, Some(es), 400),
            row(clovis, Some(Gender::Woman), None, 70),
            row(clovis, Some(Gender::Man), None, 50),
        ]);
        let young = Age::Band(AgeBand::To29);
        let count =
            |place, gender, spoken: &[LanguageId]| table.count(place, young, gender, spoken);
        assert_eq!(count(fresno, None, &[]), 1_000.0);
        assert_eq!(count(fresno, None, &[es, en]), 300.0, "at least");
        assert_eq!(count(fresno, None, &[hy]), 0.0);
        assert_eq!(
            count(fresno, Some(Gender::Woman), &[]),
            0.0,
            "not told apart"
        );
        assert_eq!(count(clovis, None, &[]), 120.0);
        assert_eq!(count(california, None, &[]), 1_120.0);
        assert_eq!(table.area_people(Place::Anywhere), 1_120);
        assert_eq!(
            (table.len(), table.places(), table.threshold_k()),
            (5, 2, 100)
        );
    }
}
