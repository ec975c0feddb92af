//! The invented land: whole regions of the product's place table, with ages and
//! languages that differ from town to town. It knows nothing of the gate, and
//! takes none of the gate's shares: what the gate believes is put to the test.

use std::collections::BTreeMap;

use argonaut_domain::language::LanguageId;
use argonaut_domain::place::{CountryId, Place};
use rand::RngExt as _;
use rand::rngs::ChaCha8Rng;

use super::chance::{normal, shuffled_by_weight};

/// Languages of a country that are told apart; a mask has so many bits.
const LANGUAGES: usize = 24;
/// How far a language's share in a region strays from that of its country, in
/// log-odds (standard deviation). Spanish in the states of the USA: 0.9.
const REGION_SPREAD: f64 = 0.9;
/// The same for a town within its region.
const TOWN_SPREAD: f64 = 0.5;
/// How far each age group of a town strays from its country's, as the standard
/// deviation of the logarithm: towns with a university, towns to retire to.
const AGE_SPREAD: f64 = 0.25;
/// How full the land must get, of what was asked for.
const NEARLY: f64 = 0.99;

/// Shares of the ten age bands, after the medium estimates for 2022 of the
/// United Nations' World Population Prospects for Europe, Asia with Latin
/// America, and Africa south of the Sahara. Rounded, and made to add up to 1.
const PYRAMIDS: [[f64; 10]; 3] = [
    [
        0.105, 0.088, 0.135, 0.133, 0.133, 0.136, 0.066, 0.112, 0.064, 0.028,
    ],
    [
        0.166, 0.132, 0.190, 0.154, 0.130, 0.106, 0.040, 0.053, 0.024, 0.005,
    ],
    [
        0.287, 0.200, 0.222, 0.126, 0.078, 0.046, 0.014, 0.019, 0.007, 0.001,
    ],
];

/// Countries with the oldest of the three pyramids; those of Africa south of the
/// Sahara have the youngest.
const OLD: &str = "AD AT AU BE BG BY CA CH CU CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT JP KR LI LT LU LV ME MT NL \
                   NO NZ PL PT PR RO RS RU SE SI SK SG TW UA US UY HK";
const YOUNG: &str = "AO BF BI BJ BW CD CF CG CI CM ER ET GA GH GM GN GQ GW KE LR LS MG ML MR MW MZ NA NE NG RW SD SL \
                     SN SO SS SZ TD TG TZ UG ZM ZW";

/// A town with its people's shares.
pub(super) struct Town {
    pub(super) place: Place,
    pub(super) region: Place,
    pub(super) country: CountryId,
    pub(super) people: u64,
    pub(super) ages: [f64; 10],
    /// By the place in [`Ground::languages`] of the country.
    pub(super) speakers: Vec<f64>,
}

/// The land.
pub(super) struct Ground {
    pub(super) towns: Vec<Town>,
    languages: BTreeMap<CountryId, Vec<LanguageId>>,
}

impl Ground {
    /// Whole regions with about so many people in all: drawn by their size, and
    /// left out when they do not fit any more.
    pub(super) fn new(people: u64, rng: &mut ChaCha8Rng) -> Self {
        let mut regions: BTreeMap<Place, Vec<Place>> = BTreeMap::new();
        for town in Place::Anywhere.cities() {
            if let (Some(region), true) = (town.parent(), town.population() > 0) {
                regions.entry(region).or_default().push(town);
            }
        }
        let weighted = regions
            .into_iter()
            .map(|(region, towns)| (region.population() as f64, (region, towns)));
        let mut ground = Self {
            towns: Vec::new(),
            languages: BTreeMap::new(),
        };
        let mut left = people;
        for (region, towns) in shuffled_by_weight(weighted, rng) {
            if region.population() > left {
                continue;
            }
            left -= region.population();
            ground.add(region, &towns, rng);
            if (left as f64) < (1.0 - NEARLY) * people as f64 {
                break;
            }
        }
        ground
    }

    /// The languages of a country that are told apart.
    pub(super) fn languages(&self, country: CountryId) -> &[LanguageId] {
        self.languages.get(&country).map_or(&[], Vec::as_slice)
    }

    /// How many people there are.
    pub(super) fn people(&self) -> u64 {
        self.towns.iter().map(|town| town.people).sum()
    }

    fn add(&mut self, region: Place, towns: &[Place], rng: &mut ChaCha8Rng) {
        let Some(country) = region.country() else {
            return;
        };
        let spoken = country.languages();
        let spoken = spoken.get(..LANGUAGES).unwrap_or(spoken);
        let names = spoken.iter().map(|(language, _)| *language).collect();
        self.languages.insert(country, names);
        let here: Vec<f64> = spoken
            .iter()
            .map(|(_, share)| strayed(*share, REGION_SPREAD, rng))
            .collect();
        let pyramid = pyramid(country);
        for &place in towns {
            let mut ages = pyramid.map(|share| share * (AGE_SPREAD * normal(rng)).exp());
            let all: f64 = ages.iter().sum();
            ages.iter_mut().for_each(|share| *share /= all);
            let speakers = here
                .iter()
                .map(|share| strayed(*share, TOWN_SPREAD, rng))
                .collect();
            self.towns.push(Town {
                place,
                region,
                country,
                people: place.population(),
                ages,
                speakers,
            });
        }
    }
}

/// A share that strays in its log-odds.
fn strayed(share: f64, spread: f64, rng: &mut ChaCha8Rng) -> f64 {
    let share = share.clamp(1e-9, 0.999);
    let odds = share / (1.0 - share) * (spread * normal(rng)).exp();
    odds / (1.0 + odds)
}

fn pyramid(country: CountryId) -> [f64; 10] {
    let is_in = |list: &str| list.split(' ').any(|code| code == country.code());
    let [old, middle, young] = PYRAMIDS;
    if is_in(OLD) {
        old
    } else if is_in(YOUNG) {
        young
    } else {
        middle
    }
}

/// A person's languages: one is their first, drawn by the shares; the others
/// come so that each language has its share of all.
pub(super) fn languages_of_one(speakers: &[f64], rng: &mut ChaCha8Rng) -> u32 {
    let all: f64 = speakers.iter().sum();
    let firsts = all.max(1.0);
    let mut at = rng.random::<f64>() * firsts;
    let mut mask = 0;
    for (bit, share) in (0u32..).zip(speakers) {
        if (0.0..*share).contains(&at) {
            mask |= 1 << bit;
        }
        at -= share;
    }
    for (bit, share) in (0u32..).zip(speakers) {
        let first = share / firsts;
        let besides = (share - first) / (1.0 - first);
        if mask & (1 << bit) == 0 && besides > 0.0 && rng.random::<f64>() < besides {
            mask |= 1 << bit;
        }
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;

    #[test]
    fn pyramids_are_whole() {
        for pyramid in PYRAMIDS {
            let all: f64 = pyramid.iter().sum();
            assert!((all - 1.0).abs() < 0.002, "{all}");
        }
    }

    #[test]
    fn the_land_has_about_as_many_people_as_were_asked_for_and_the_seed_decides() {
        let of = |seed| Ground::new(300_000, &mut ChaCha8Rng::seed_from_u64(seed));
        let (one, same, other) = (of(1), of(1), of(2));
        assert!(
            (280_000..=300_000).contains(&one.people()),
            "{}",
            one.people()
        );
        let places = |ground: &Ground| {
            ground
                .towns
                .iter()
                .map(|town| town.place)
                .collect::<Vec<_>>()
        };
        assert_eq!(places(&one), places(&same));
        assert_ne!(places(&one), places(&other));
        for town in &one.towns {
            assert!(town.region.contains(town.place));
            assert!(town.speakers.iter().all(|share| (0.0..1.0).contains(share)));
            assert_eq!(town.speakers.len(), one.languages(town.country).len());
        }
    }

    #[test]
    fn each_language_has_its_share() {
        let shares = [0.9, 0.3, 0.05];
        let mut rng = ChaCha8Rng::seed_from_u64(4);
        let mut counts = [0.0; 3];
        for _ in 0..40_000 {
            let mask = languages_of_one(&shares, &mut rng);
            assert_ne!(
                mask, 0,
                "somebody speaks nothing, though all speak something"
            );
            for (bit, count) in counts.iter_mut().enumerate() {
                *count += f64::from((mask >> bit) & 1) / 40_000.0;
            }
        }
        for (share, count) in shares.iter().zip(counts) {
            assert!((share - count).abs() < 0.012, "{share} {count}");
        }
    }
}
