//! Places: city → region → country → anywhere, with population and centre.
//! Stored by stable codes: `city:5351247`, `region:US.CA`, `country:US`, `anywhere`.

mod search;
mod table;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::language::LanguageId;
use crate::locale::Locale;
use crate::word::UnknownWord;
use table::TABLE;

/// A city, by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CityId(u32);

/// A region of a country (state, province), by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionId(u16);

/// A country, by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryId(u16);

/// A place, as finely as it is known or told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Place {
    /// A city or town.
    City(CityId),
    /// A state or province.
    Region(RegionId),
    /// A country.
    Country(CountryId),
    /// Not said.
    #[default]
    Anywhere,
}

impl CountryId {
    /// Every country.
    pub fn all() -> impl Iterator<Item = Self> {
        (0u16..).take(TABLE.countries.len()).map(Self)
    }
    /// Its place in the table, from 0.
    pub const fn index(self) -> u16 {
        self.0
    }
    /// The country with this ISO 3166 code.
    pub fn parse(code: &str) -> Option<Self> {
        TABLE.country_by_code.get(code).copied()
    }
    /// Its ISO 3166 code.
    pub fn code(self) -> &'static str {
        TABLE.country(self).map_or("", |country| country.code)
    }
    /// Its name.
    pub fn name(self, locale: Locale) -> &'static str {
        TABLE.country(self).map_or("", |country| match locale {
            Locale::En => country.en,
            Locale::Es => country.es,
        })
    }
    /// The share of its people who speak a language, 0 to 1; 0 when not known.
    pub fn language_share(self, language: LanguageId) -> f64 {
        TABLE.country(self).map_or(0.0, |country| {
            country
                .languages
                .iter()
                .find(|(spoken, _)| *spoken == language)
                .map_or(0.0, |(_, share)| *share)
        })
    }
    /// Its languages, the most spoken first.
    pub fn languages(self) -> &'static [(LanguageId, f64)] {
        TABLE
            .country(self)
            .map_or(&[], |country| country.languages.as_slice())
    }
}

impl Place {
    /// Every name of a city, region or country, with how many people live there; countries in
    /// every language of the screens.
    pub fn names() -> impl Iterator<Item = (&'static str, u64)> {
        let countries = TABLE.countries.iter().flat_map(|country| {
            [
                (country.en, country.population),
                (country.es, country.population),
            ]
        });
        let regions = TABLE
            .regions
            .iter()
            .map(|region| (region.name, region.population));
        let cities = TABLE.cities().filter_map(|place| match place {
            Self::City(id) => TABLE
                .city(id)
                .map(|city| (city.name, u64::from(city.population))),
            Self::Region(_) | Self::Country(_) | Self::Anywhere => None,
        });
        countries.chain(regions).chain(cities)
    }
    /// Its name: a city with its region, "Fresno, California".
    pub fn label(self, locale: Locale) -> String {
        match self {
            Self::City(id) => TABLE.city(id).map_or_else(String::new, |city| {
                let region = TABLE.region(city.region).map_or("", |region| region.name);
                if region.is_empty() || region == city.name {
                    let country = self.country().map_or("", |country| country.name(locale));
                    format!("{}, {country}", city.name)
                } else {
                    format!("{}, {region}", city.name)
                }
            }),
            Self::Region(id) => TABLE
                .region(id)
                .map_or_else(String::new, |region| region.name.to_owned()),
            Self::Country(id) => id.name(locale).to_owned(),
            Self::Anywhere => match locale {
                Locale::En => "Anywhere".to_owned(),
                Locale::Es => "Cualquier lugar".to_owned(),
            },
        }
    }
    /// Its name with all that lies above it: "Fresno, California, United States".
    pub fn full_label(self, locale: Locale) -> String {
        match self {
            Self::City(_) | Self::Region(_) => {
                let country = self.country().map_or("", |country| country.name(locale));
                let label = self.label(locale);
                if label.ends_with(country) {
                    label
                } else {
                    format!("{label}, {country}")
                }
            }
            Self::Country(_) | Self::Anywhere => self.label(locale),
        }
    }
    /// How many people live there. A region counts its cities and towns alone.
    pub fn population(self) -> u64 {
        match self {
            Self::City(id) => TABLE.city(id).map_or(0, |city| u64::from(city.population)),
            Self::Region(id) => TABLE.region(id).map_or(0, |region| region.population),
            Self::Country(id) => TABLE.country(id).map_or(0, |country| country.population),
            Self::Anywhere => TABLE
                .countries
                .iter()
                .map(|country| country.population)
                .sum(),
        }
    }
    /// Latitude and longitude of its centre, in degrees: of a region or
    /// country the centre of its people.
    pub fn centre(self) -> Option<(f64, f64)> {
        match self {
            Self::City(id) => TABLE
                .city(id)
                .map(|city| (f64::from(city.lat), f64::from(city.lon))),
            Self::Region(id) => TABLE.region(id).map(|region| region.centre),
            Self::Country(id) => TABLE.country(id).and_then(|country| country.centre),
            Self::Anywhere => None,
        }
    }
    /// The place right above; `None` for anywhere.
    pub fn parent(self) -> Option<Self> {
        match self {
            Self::City(id) => TABLE.city(id).map(|city| Self::Region(city.region)),
            Self::Region(id) => TABLE.region(id).map(|region| Self::Country(region.country)),
            Self::Country(_) => Some(Self::Anywhere),
            Self::Anywhere => None,
        }
    }
    /// Its region: itself, or the one its city lies in.
    pub fn region(self) -> Option<RegionId> {
        match self {
            Self::City(id) => TABLE.city(id).map(|city| city.region),
            Self::Region(id) => Some(id),
            Self::Country(_) | Self::Anywhere => None,
        }
    }
    /// Its country.
    pub fn country(self) -> Option<CountryId> {
        match self {
            Self::City(_) | Self::Region(_) => self
                .region()
                .and_then(|id| TABLE.region(id))
                .map(|region| region.country),
            Self::Country(id) => Some(id),
            Self::Anywhere => None,
        }
    }
    /// How general it is: 0 a city, 1 a region, 2 a country, 3 anywhere.
    pub const fn level(self) -> u8 {
        match self {
            Self::City(_) => 0,
            Self::Region(_) => 1,
            Self::Country(_) => 2,
            Self::Anywhere => 3,
        }
    }
    /// Whether `other` is this place or lies in it.
    pub fn contains(self, other: Self) -> bool {
        std::iter::successors(Some(other), |place| place.parent()).any(|place| place == self)
    }
    /// Kilometres between the two centres along the great circle; `None` when
    /// one of them is anywhere.
    pub fn distance_km(self, other: Self) -> Option<f64> {
        let ((lat_a, lon_a), (lat_b, lon_b)) = (self.centre()?, other.centre()?);
        // The haversine formula, on a sphere of the Earth's mean radius.
        let (phi_a, phi_b) = (lat_a.to_radians(), lat_b.to_radians());
        let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
        let h = half(lat_b - lat_a) + phi_a.cos() * phi_b.cos() * half(lon_b - lon_a);
        Some(2.0 * 6_371.008_8 * h.sqrt().min(1.0).asin())
    }
    /// The places whose name begins with what was typed: the near ones, then
    /// the big ones first. After a comma a region or country may follow.
    pub fn search(text: &str, near: Option<Self>, limit: usize) -> Vec<Self> {
        search::search(text, near, limit)
    }
    /// The cities within so many kilometres, the nearest first.
    pub fn nearby(self, km: f64) -> Vec<Self> {
        let mut found: Vec<(f64, Self)> = TABLE
            .cities()
            .filter_map(|city| {
                self.distance_km(city)
                    .filter(|far| *far <= km)
                    .map(|far| (far, city))
            })
            .collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        found.into_iter().map(|(_, city)| city).collect()
    }
    /// The cities and towns of a region or country; a city itself.
    pub fn cities(self) -> Vec<Self> {
        TABLE.cities().filter(|city| self.contains(*city)).collect()
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::City(id) => write!(
                f,
                "city:{}",
                TABLE.city(id).map_or(0, |city| city.geonameid)
            ),
            Self::Region(id) => {
                let (country, code) = TABLE
                    .region(id)
                    .map_or(("", ""), |region| (region.country.code(), region.code));
                write!(f, "region:{country}.{code}")
            }
            Self::Country(id) => write!(f, "country:{}", id.code()),
            Self::Anywhere => f.write_str("anywhere"),
        }
    }
}

impl std::str::FromStr for Place {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let unknown = || UnknownWord(text.to_owned());
        match text.split_once(':') {
            Some(("city", id)) => {
                let id: u32 = id.parse().map_err(|_| unknown())?;
                TABLE
                    .city_by_geonameid
                    .get(&id)
                    .copied()
                    .map(Self::City)
                    .ok_or_else(unknown)
            }
            Some(("region", code)) => TABLE
                .region_by_code
                .get(code)
                .copied()
                .map(Self::Region)
                .ok_or_else(unknown),
            Some(("country", code)) => CountryId::parse(code)
                .map(Self::Country)
                .ok_or_else(unknown),
            None if text == "anywhere" => Ok(Self::Anywhere),
            Some(_) | None => Err(unknown()),
        }
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
