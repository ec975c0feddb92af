//! The tables behind places, read once from the files that `cargo xtask data`
//! writes. A line that cannot be read is left out; a test counts the lines.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{CityId, CountryId, Place, RegionId};
use crate::language::LanguageId;

pub(super) struct City {
    pub(super) name: &'static str,
    pub(super) region: RegionId,
    pub(super) lat: f32,
    pub(super) lon: f32,
    pub(super) population: u32,
    pub(super) geonameid: u32,
}

pub(super) struct Region {
    pub(super) country: CountryId,
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) population: u64,
    pub(super) centre: (f64, f64),
}

pub(super) struct Country {
    pub(super) code: &'static str,
    pub(super) en: &'static str,
    pub(super) es: &'static str,
    pub(super) population: u64,
    pub(super) centre: Option<(f64, f64)>,
    pub(super) languages: Vec<(LanguageId, f64)>,
}

#[derive(Default)]
pub(super) struct Table {
    cities: Vec<City>,
    pub(super) regions: Vec<Region>,
    pub(super) countries: Vec<Country>,
    pub(super) country_by_code: HashMap<&'static str, CountryId>,
    pub(super) region_by_code: HashMap<String, RegionId>,
    pub(super) city_by_geonameid: HashMap<u32, CityId>,
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    table.read_countries(include_str!("../../../../data/countries.csv"));
    table.read_languages(include_str!("../../../../data/country_languages.csv"));
    table.read_places(include_str!("../../../../data/places.txt"));
    table.find_centres();
    table
});

impl Table {
    pub(super) fn city(&self, id: CityId) -> Option<&City> {
        self.cities.get(usize::try_from(id.0).ok()?)
    }
    pub(super) fn region(&self, id: RegionId) -> Option<&Region> {
        self.regions.get(usize::from(id.0))
    }
    pub(super) fn country(&self, id: CountryId) -> Option<&Country> {
        self.countries.get(usize::from(id.0))
    }
    pub(super) fn cities(&self) -> impl Iterator<Item = Place> {
        (0u32..)
            .take(self.cities.len())
            .map(|index| Place::City(CityId(index)))
    }

    fn read_countries(&mut self, text: &'static str) {
        for (line, index) in text.lines().skip(1).zip(0u16..) {
            let mut cells = line.split(',');
            let (Some(code), Some(en), Some(es)) = (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let population = cells.next().and_then(|cell| cell.parse().ok()).unwrap_or(0);
            self.country_by_code.insert(code, CountryId(index));
            self.countries.push(Country {
                code,
                en,
                es,
                population,
                centre: None,
                languages: Vec::new(),
            });
        }
    }

    fn read_languages(&mut self, text: &'static str) {
        for line in text.lines().skip(1) {
            let mut cells = line.split(',');
            let country = cells.next().and_then(|code| self.country_by_code.get(code));
            let language = cells.next().and_then(LanguageId::parse);
            let percent: Option<f64> = cells.next().and_then(|cell| cell.parse().ok());
            if let (Some(country), Some(language), Some(percent)) = (country, language, percent)
                && let Some(country) = self.countries.get_mut(usize::from(country.0))
            {
                country.languages.push((language, percent / 100.0));
            }
        }
    }

    /// `*US` begins a country, `-CA|California` a region of it, and
    /// `geonameid|name|latitude|longitude|population` is a city of that.
    fn read_places(&mut self, text: &'static str) {
        let mut country = None;
        for line in text.lines() {
            if let Some(code) = line.strip_prefix('*') {
                country = self.country_by_code.get(code).copied();
            } else if let Some((code, name)) = line
                .strip_prefix('-')
                .and_then(|region| region.split_once('|'))
            {
                let (Some(country), Ok(index)) = (country, u16::try_from(self.regions.len()))
                else {
                    continue;
                };
                self.region_by_code
                    .insert(format!("{}.{code}", self.code_of(country)), RegionId(index));
                self.regions.push(Region {
                    country,
                    code,
                    name,
                    population: 0,
                    centre: (0.0, 0.0),
                });
            } else if country.is_some() {
                self.read_city(line);
            }
        }
    }

    fn code_of(&self, country: CountryId) -> &'static str {
        self.country(country).map_or("", |country| country.code)
    }

    fn read_city(&mut self, line: &'static str) -> Option<()> {
        let mut cells = line.split('|');
        let geonameid = cells.next()?.parse().ok()?;
        let name = cells.next()?;
        let (lat, lon) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
        let population = cells.next()?.parse().ok()?;
        let region = RegionId(u16::try_from(self.regions.len().checked_sub(1)?).ok()?);
        let id = CityId(u32::try_from(self.cities.len()).ok()?);
        self.city_by_geonameid.insert(geonameid, id);
        self.cities.push(City {
            name,
            region,
            lat,
            lon,
            population,
            geonameid,
        });
        Some(())
    }

    /// Population and centre of people of regions and countries.
    fn find_centres(&mut self) {
        let mut by_country: HashMap<CountryId, (f64, f64, f64)> = HashMap::new();
        let mut sums: Vec<(f64, f64, f64)> = vec![(0.0, 0.0, 0.0); self.regions.len()];
        for city in &self.cities {
            let weight = f64::from(city.population.max(1));
            let add = |sum: &mut (f64, f64, f64)| {
                sum.0 += weight;
                sum.1 += weight * f64::from(city.lat);
                sum.2 += weight * f64::from(city.lon);
            };
            if let Some(sum) = sums.get_mut(usize::from(city.region.0)) {
                add(sum);
            }
            if let Some(region) = self.region(city.region) {
                add(by_country.entry(region.country).or_default());
            }
        }
        for city in &self.cities {
            if let Some(region) = self.regions.get_mut(usize::from(city.region.0)) {
                region.population += u64::from(city.population);
            }
        }
        for (region, (weight, lat, lon)) in self.regions.iter_mut().zip(sums) {
            region.centre = (lat / weight.max(1.0), lon / weight.max(1.0));
        }
        for (id, (weight, lat, lon)) in by_country {
            if let Some(country) = self.countries.get_mut(usize::from(id.0)) {
                country.centre = Some((lat / weight, lon / weight));
            }
        }
    }
}
