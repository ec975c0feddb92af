//! The people of the land, one by one, and how many of them a combination fits:
//! the truth that the gate's estimate is held against.

use std::collections::HashMap;

use argonaut_domain::card::CardContent;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, AgeBand, Gender};
use argonaut_domain::place::Place;
use rand::RngExt as _;
use rand::rngs::ChaCha8Rng;

use super::chance::Weighted;
use super::ground::{Ground, languages_of_one};

/// Share of people who are neither woman nor man.
const OTHER_GENDER: f64 = 0.003;

/// A person: the four true values, in 8 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Person {
    pub(super) town: u16,
    pub(super) band: AgeBand,
    pub(super) gender: Gender,
    pub(super) languages: u32,
}

/// Everybody.
pub(super) struct People<'a> {
    pub(super) ground: &'a Ground,
    all: Vec<Person>,
    /// By town: from where on in `all` its people stand.
    starts: Vec<usize>,
    /// By town: each kind of person there, with their number.
    kinds: Vec<Vec<(Person, u32)>>,
}

impl<'a> People<'a> {
    pub(super) fn new(ground: &'a Ground, rng: &mut ChaCha8Rng) -> Self {
        let mut people = Self {
            ground,
            all: Vec::new(),
            starts: Vec::new(),
            kinds: Vec::new(),
        };
        for (town, shares) in (0u16..).zip(&ground.towns) {
            let ages = Weighted::new(shares.ages);
            let mut kinds: HashMap<Person, u32> = HashMap::new();
            people.starts.push(people.all.len());
            for _ in 0..shares.people {
                let band = AgeBand::ALL
                    .get(ages.draw(rng))
                    .copied()
                    .unwrap_or(AgeBand::To29);
                let person = Person {
                    town,
                    band,
                    gender: gender(rng),
                    languages: languages_of_one(&shares.speakers, rng),
                };
                *kinds.entry(person).or_default() += 1;
                people.all.push(person);
            }
            let mut kinds: Vec<_> = kinds.into_iter().collect();
            kinds.sort_unstable();
            people.kinds.push(kinds);
        }
        people
    }

    /// Somebody of a town.
    pub(super) fn one_of(&self, town: usize, rng: &mut ChaCha8Rng) -> Option<Person> {
        let from = *self.starts.get(town)?;
        let to = self.starts.get(town + 1).copied().unwrap_or(self.all.len());
        (from < to)
            .then(|| rng.random_range(from..to))
            .and_then(|at| self.all.get(at).copied())
    }

    /// The languages of a mask.
    pub(super) fn languages(&self, person: Person) -> Vec<LanguageId> {
        let Some(town) = self.ground.towns.get(usize::from(person.town)) else {
            return Vec::new();
        };
        let known = self.ground.languages(town.country);
        (0u32..)
            .zip(known)
            .filter(|(bit, _)| person.languages & (1 << bit) != 0)
            .map(|(_, language)| *language)
            .collect()
    }

    /// How many people everything that is known of one person fits: each
    /// combination is one that was published.
    pub(super) fn fitting(&self, combinations: &[Combination]) -> u64 {
        let mut found = 0;
        for (town, kinds) in self.ground.towns.iter().zip(&self.kinds) {
            let known = self.ground.languages(town.country);
            let Some(masks) = combinations
                .iter()
                .map(|one| one.mask(town.place, known))
                .collect::<Option<Vec<u32>>>()
            else {
                continue;
            };
            let mask = masks.into_iter().fold(0, |all, one| all | one);
            for (person, number) in kinds {
                let fits = person.languages & mask == mask
                    && combinations.iter().all(|one| {
                        one.age.contains(Age::Band(person.band))
                            && one.gender.is_none_or(|gender| gender == person.gender)
                    });
                if fits {
                    found += u64::from(*number);
                }
            }
        }
        found
    }
}

/// What a card says of the person: place, age, gender, languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Combination {
    pub(super) place: Place,
    pub(super) age: Age,
    pub(super) gender: Option<Gender>,
    pub(super) languages: Vec<LanguageId>,
}

impl Combination {
    pub(super) fn of(card: &CardContent) -> Self {
        let mut languages = card.languages.clone();
        languages.extend(&card.limits.languages);
        languages.sort_unstable();
        languages.dedup();
        Self {
            place: card.place,
            age: card.age,
            gender: card.gender,
            languages,
        }
    }

    /// The languages asked for, where the town lies in the place and all of
    /// them are spoken at all.
    fn mask(&self, town: Place, known: &[LanguageId]) -> Option<u32> {
        if !self.place.contains(town) {
            return None;
        }
        self.languages.iter().try_fold(0, |mask, language| {
            let bit = known.iter().position(|one| one == language)?;
            Some(mask | 1 << bit)
        })
    }

    /// Whether it fits a person with these true values.
    pub(super) fn covers(&self, place: Place, person: Person, languages: &[LanguageId]) -> bool {
        self.age.contains(Age::Band(person.band))
            && self.gender.is_none_or(|gender| gender == person.gender)
            && self.place.contains(place)
            && self.languages.iter().all(|one| languages.contains(one))
    }
}

fn gender(rng: &mut ChaCha8Rng) -> Gender {
    let at = rng.random::<f64>();
    if at < OTHER_GENDER {
        Gender::Other
    } else if at < 0.5 {
        Gender::Man
    } else {
        Gender::Woman
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;

    #[test]
    fn a_combination_fits_whom_a_plain_count_finds() {
        let mut rng = ChaCha8Rng::seed_from_u64(9);
        let ground = Ground::new(120_000, &mut rng);
        let people = People::new(&ground, &mut rng);
        assert_eq!(people.all.len() as u64, ground.people());
        let anybody = Combination {
            place: Place::Anywhere,
            age: Age::Any,
            gender: None,
            languages: Vec::new(),
        };
        assert_eq!(
            people.fitting(std::slice::from_ref(&anybody)),
            ground.people()
        );
        for _ in 0..20 {
            let one = people.one_of(0, &mut rng).unwrap();
            let town = &ground.towns[0];
            let languages = people.languages(one);
            let combination = Combination {
                place: town.region,
                age: Age::Band(one.band),
                gender: Some(one.gender),
                languages: languages.clone(),
            };
            assert!(combination.covers(town.place, one, &languages));
            let plain = people.all.iter().filter(|other| {
                let there = &ground.towns[usize::from(other.town)];
                combination.covers(there.place, **other, &people.languages(**other))
            });
            let plain = plain.count() as u64;
            assert!(plain > 0);
            assert_eq!(
                people.fitting(&[combination.clone(), anybody.clone()]),
                plain
            );
        }
    }
}
