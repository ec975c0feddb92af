//! How many people share a combination: rule (a) of the gate, and how many
//! live in a place: rule (b). What is not known counts as zero.

use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{Age, AgeBand, Gender};
use argonaut_domain::place::{CountryId, Place};

/// Counts people. A count never falls when a combination becomes more general.
pub trait Population: Send + Sync {
    /// The number of people in the place with this age, gender and all of
    /// these languages; `None` and an empty list are "any".
    fn count(
        &self,
        place: Place,
        age: Age,
        gender: Option<Gender>,
        languages: &[LanguageId],
    ) -> f64;
    /// How many people must share a combination when these figures are used.
    fn threshold_k(&self) -> u32;
    /// The number of people who live in the place.
    fn area_people(&self, place: Place) -> u64;
}

/// The estimate that needs no census table: population of the place × age share
/// × gender share × share of the people who speak each language, as low as it may
/// be in this place of the country.
///
/// Every share is taken on the low side, since people are counted who may not
/// be there; `docs/design/2026-11-23-gate.md` gives the sources.
#[derive(Clone, Copy, Debug, Default)]
pub struct BuiltinEstimate;

impl Population for BuiltinEstimate {
    fn count(
        &self,
        place: Place,
        age: Age,
        gender: Option<Gender>,
        languages: &[LanguageId],
    ) -> f64 {
        let Some(country) = place.country() else {
            return CountryId::all()
                .map(|country| self.count(Place::Country(country), age, gender, languages))
                .sum();
        };
        let people = place.population() as f64;
        let speakers: f64 = languages
            .iter()
            .map(|&language| local_share(place, country.language_share(language)))
            .product();
        people * age_share(country, age) * gender_share(gender) * speakers
    }
    fn threshold_k(&self) -> u32 {
        200
    }
    fn area_people(&self, place: Place) -> u64 {
        place.population()
    }
}

/// The share of a language in a place, from that of its country, on the low side:
/// the odds are divided by how far they may fall there. Between the states of the
/// USA the odds of Spanish spread by a factor of some 2.5 (one standard deviation),
/// and the towns of a state differ once more.
fn local_share(place: Place, share: f64) -> f64 {
    let fall = match place {
        Place::City(_) => TOWN_FALL,
        Place::Region(_) => REGION_FALL,
        Place::Country(_) | Place::Anywhere => 1.0,
    };
    let share = share.clamp(0.0, 1.0);
    share / (share + (1.0 - share) * fall)
}

/// How far the odds of a language may fall in a town, and in a region.
const TOWN_FALL: f64 = 16.0;
const REGION_FALL: f64 = 8.0;

/// Share of women, and of men: below one half, since places differ.
const WOMAN_OR_MAN: f64 = 0.45;
/// Share of people of another gender (Canada's census of 2021: 0.14 % of those
/// of 15 years and more; no other country counts everybody).
const OTHER_GENDER: f64 = 0.001;

fn gender_share(gender: Option<Gender>) -> f64 {
    match gender {
        None => 1.0,
        Some(Gender::Woman | Gender::Man) => WOMAN_OR_MAN,
        Some(Gender::Other) => OTHER_GENDER,
    }
}

fn age_share(country: CountryId, age: Age) -> f64 {
    if age == Age::Any {
        return 1.0;
    }
    let share = if OLDER_COUNTRIES.contains(&country.code()) {
        share_in_older
    } else {
        share_anywhere
    };
    age.bands().map(share).sum()
}

/// Countries whose pyramid is that of the "more developed regions" of the UN's
/// World Population Prospects: Europe (but its youngest countries), Northern America,
/// Australia and New Zealand, Japan.
const OLDER_COUNTRIES: [&str; 42] = [
    "AD", "AT", "AU", "BE", "BG", "BY", "CA", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB",
    "GR", "HR", "HU", "IE", "IS", "IT", "JP", "LI", "LT", "LU", "LV", "ME", "MT", "NL", "NO", "NZ",
    "PL", "PT", "RO", "RS", "RU", "SE", "SI", "SK", "UA", "US",
];

/// The least share of each band among Europe, Northern America, Australia and
/// New Zealand, and Japan, rounded down.
fn share_in_older(band: AgeBand) -> f64 {
    match band {
        AgeBand::To9 => 0.074,
        AgeBand::To17 => 0.068,
        AgeBand::To29 => 0.115,
        AgeBand::To39 => 0.105,
        AgeBand::To49 => 0.12,
        AgeBand::To59 => 0.115,
        AgeBand::To64 => 0.05,
        AgeBand::To74 => 0.085,
        AgeBand::To84 => 0.04,
        AgeBand::From85 => 0.012,
    }
}

/// The least share of each band among all regions of the world, the young ones
/// south of the Sahara and the old ones of Europe alike, rounded down.
fn share_anywhere(band: AgeBand) -> f64 {
    match band {
        AgeBand::To9 => 0.09,
        AgeBand::To17 => 0.075,
        AgeBand::To29 => 0.115,
        AgeBand::To39 => 0.105,
        AgeBand::To49 => 0.08,
        AgeBand::To59 => 0.05,
        AgeBand::To64 => 0.017,
        AgeBand::To74 => 0.02,
        AgeBand::To84 => 0.007,
        AgeBand::From85 => 0.001,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_lower_bounds_that_nest() {
        for share in [share_in_older, share_anywhere] {
            let all: f64 = AgeBand::ALL.iter().copied().map(share).sum();
            assert!((0.5..1.0).contains(&all), "{all}");
            assert!(AgeBand::ALL.iter().copied().all(|band| share(band) > 0.0));
        }
        for country in CountryId::all() {
            for &band in AgeBand::ALL {
                let mut age = Age::Band(band);
                while let Some(parent) = age.parent() {
                    assert!(age_share(country, age) <= age_share(country, parent));
                    age = parent;
                }
            }
        }
        for &gender in Gender::ALL {
            assert!(gender_share(Some(gender)) < 0.5);
        }
        assert!(OLDER_COUNTRIES.is_sorted(), "easy to look up");
    }
}
