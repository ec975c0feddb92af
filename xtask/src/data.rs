//! Makes the compact tables that the program ships, from the public tables that
//! NOTICE names: places and language shares. Names of countries and languages
//! come from `scripts/data/names.py`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

/// Where from and where to.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder with `places.tsv` and `territory_languages.tsv`.
    #[arg(long)]
    from: PathBuf,
    /// The folder to write to.
    #[arg(long, default_value = "data")]
    to: PathBuf,
}

type Failure = Box<dyn std::error::Error>;

/// Makes the tables.
pub(crate) fn run(options: &Options) -> ExitCode {
    match make(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("data: {error}");
            ExitCode::FAILURE
        }
    }
}

fn make(options: &Options) -> Result<(), Failure> {
    let countries = known_countries(&options.to.join("countries.csv"))?;
    let places = places(&options.from.join("places.tsv"), &countries)?;
    std::fs::write(options.to.join("places.txt"), places)?;
    let shares = shares(&options.from.join("territory_languages.tsv"), &countries)?;
    std::fs::write(options.to.join("country_languages.csv"), shares)?;
    Ok(())
}

fn known_countries(path: &Path) -> Result<Vec<String>, Failure> {
    let text = std::fs::read_to_string(path)?;
    Ok(text
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next())
        .map(str::to_owned)
        .collect())
}

struct City {
    id: u32,
    name: String,
    latitude: f64,
    longitude: f64,
    population: u32,
}

/// Regions by country and code: a name, and cities.
type Regions = BTreeMap<(String, String), (String, Vec<City>)>;

fn places(path: &Path, countries: &[String]) -> Result<String, Failure> {
    let mut table = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .quoting(false)
        .from_path(path)?;
    let mut regions: Regions = BTreeMap::new();
    for row in table.records() {
        let row = row?;
        let cell = |nth: usize| row.get(nth).unwrap_or_default().replace('|', "/");
        let country = cell(2);
        if !countries.contains(&country) {
            continue;
        }
        let city = City {
            id: cell(0).parse()?,
            name: cell(1),
            latitude: cell(5).parse()?,
            longitude: cell(6).parse()?,
            population: cell(7).parse()?,
        };
        regions
            .entry((country, cell(3)))
            .or_insert_with(|| (cell(4), Vec::new()))
            .1
            .push(city);
    }
    write_places(regions)
}

/// `*US`, then `-CA|California`, then its cities, the biggest first.
fn write_places(regions: Regions) -> Result<String, Failure> {
    let mut text = String::new();
    let mut current = String::new();
    for ((country, code), (name, mut cities)) in regions {
        if country != current {
            writeln!(text, "*{country}")?;
            current = country;
        }
        writeln!(text, "-{code}|{name}")?;
        cities.sort_by_key(|city| (std::cmp::Reverse(city.population), city.id));
        for city in cities {
            let City {
                id,
                name,
                latitude,
                longitude,
                population,
            } = city;
            writeln!(
                text,
                "{id}|{name}|{}|{}|{population}",
                short(latitude),
                short(longitude)
            )?;
        }
    }
    Ok(text)
}

/// Two decimals are a kilometre, which is all that a card's distance needs.
fn short(degrees: f64) -> String {
    format!("{degrees:.2}")
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

fn shares(path: &Path, countries: &[String]) -> Result<String, Failure> {
    let mut table = csv::ReaderBuilder::new().delimiter(b'\t').from_path(path)?;
    let mut text = String::from("country,language,percent\n");
    for row in table.records() {
        let row = row?;
        let (country, language, percent) = (
            row.get(0).unwrap_or_default(),
            row.get(2).unwrap_or_default(),
            row.get(3).unwrap_or_default(),
        );
        if countries.iter().any(|known| known == country) && !percent.is_empty() {
            writeln!(text, "{country},{language},{percent}")?;
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn degrees_are_short() {
        assert_eq!(short(36.749), "36.75");
        assert_eq!(short(-119.0), "-119");
        assert_eq!(short(0.1), "0.1");
    }
}
