//! Makes the word lists of the scrubber: names, and the everyday English words that
//! a name may be mistaken for. NOTICE tells the sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Where from and where to.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder with the lists of the 1990 census: `dist.all.last`, `dist.female.first`,
    /// `dist.male.first`.
    #[arg(long)]
    census: PathBuf,
    /// What `scripts/data/world_names.py` wrote.
    #[arg(long)]
    world: PathBuf,
    /// The folder of SCOWL's lists (`english-words.10` and so on).
    #[arg(long)]
    words: PathBuf,
    /// The project's own Spanish texts, for Spanish words.
    #[arg(long, default_value = "crates/argonaut-web/i18n/es/argonaut-web.ftl")]
    spanish: PathBuf,
    /// The folder to write to; its `taxonomy.csv` is read for Spanish words, too.
    #[arg(long, default_value = "data")]
    to: PathBuf,
}

type Failure = Box<dyn std::error::Error>;

/// A given name that at least one in ten thousand of a sex bears is a common one.
const COMMON_GIVEN: f64 = 0.01;
/// How many of the census' surnames are common ones, and how many are kept at all.
/// A surname beyond them is an unknown word, which is noticed by its capital.
const COMMON_SURNAMES: u32 = 5_000;
const SURNAMES: u32 = 30_000;

/// Words that are read as names even in small letters; the word is hardly ever meant.
const NAMES_FIRST: [&str; 20] = [
    "maria", "mike", "martin", "peter", "harry", "heather", "carol", "sally", "billy", "bobby",
    "jimmy", "johnny", "sheila", "tom", "tony", "troy", "veronica", "lee", "jack", "derrick",
];

/// Makes the lists.
pub(crate) fn run(options: &Options) -> ExitCode {
    match make(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("names: {error}");
            ExitCode::FAILURE
        }
    }
}

fn make(options: &Options) -> Result<(), Failure> {
    std::fs::write(options.to.join("scrub_names.txt"), names(options)?)?;
    let english = words(&options.words, &very_common(&options.census)?)?;
    let spanish = spanish(&options.spanish, &options.to.join("taxonomy.csv"))?;
    std::fs::write(options.to.join("scrub_words.txt"), english + &spanish)?;
    Ok(())
}

/// By name: what it may be. `G` common given name, `g` other given name, `S` common
/// surname, `s` other surname.
type Names = BTreeMap<String, BTreeSet<char>>;

fn names(options: &Options) -> Result<String, Failure> {
    let mut names = Names::new();
    for file in ["dist.female.first", "dist.male.first"] {
        for (name, percent, _) in census(&options.census.join(file))? {
            let kind = if percent >= COMMON_GIVEN { 'G' } else { 'g' };
            names.entry(name).or_default().insert(kind);
        }
    }
    for (name, _, rank) in census(&options.census.join("dist.all.last"))? {
        if rank <= SURNAMES {
            let kind = if rank <= COMMON_SURNAMES { 'S' } else { 's' };
            names.entry(name).or_default().insert(kind);
        }
    }
    for line in std::fs::read_to_string(&options.world)?.lines() {
        let (name, kind) = line.split_once('\t').ok_or("a line without a tab")?;
        let kind = if kind == "G" { 'g' } else { 's' };
        let name = fold(name);
        if name.chars().all(|letter| letter.is_alphabetic()) {
            names.entry(name).or_default().insert(kind);
        }
    }
    for kinds in names.values_mut() {
        for (common, other) in [('G', 'g'), ('S', 's')] {
            if kinds.contains(&common) {
                kinds.remove(&other);
            }
        }
    }
    Ok(grouped(&names))
}

/// `=G`, then the names that are just this, and so on: the shortest plain text.
fn grouped(names: &Names) -> String {
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (name, kinds) in names {
        groups.entry(kinds.iter().collect()).or_default().push(name);
    }
    let mut text = String::new();
    for (kinds, names) in groups {
        text.push('=');
        text.push_str(&kinds);
        text.push('\n');
        for name in names {
            text.push_str(name);
            text.push('\n');
        }
    }
    text
}

/// Name, percent, rank.
fn census(path: &Path) -> Result<Vec<(String, f64, u32)>, Failure> {
    std::fs::read_to_string(path)?
        .lines()
        .map(|line| {
            let mut cells = line.split_whitespace();
            let mut cell = || cells.next().ok_or("a short line");
            let name = fold(cell()?);
            let percent = cell()?.parse()?;
            cell()?;
            Ok((name, percent, cell()?.parse()?))
        })
        .collect()
}

/// Everyday words (SCOWL up to size 35) after `=W`, rarer ones (up to 60) after `=w`.
/// What is another word with a usual ending is left out: the reader takes endings off.
/// A rarer word that is a very common given name ("maria", "john") is taken for the name.
fn words(folder: &Path, names: &BTreeSet<String>) -> Result<String, Failure> {
    let mut everyday = sizes(folder, &["10", "20", "35"])?;
    everyday.retain(|word| !NAMES_FIRST.contains(&word.as_str()));
    let mut rarer = sizes(folder, &["40", "50", "55", "60"])?;
    rarer.retain(|word| !names.contains(word));
    let known = |word: &str| everyday.contains(word) || rarer.contains(word);
    let mut text = String::new();
    for (title, list, other) in [("=W", &everyday, None), ("=w", &rarer, Some(&everyday))] {
        writeln!(text, "{title}")?;
        for word in list {
            let base_known = bases(word).iter().any(|base| match other {
                Some(_) => known(base),
                None => everyday.contains(base),
            });
            let elsewhere = other.is_some_and(|other| other.contains(word));
            if !elsewhere && !base_known {
                writeln!(text, "{word}")?;
            }
        }
    }
    Ok(text)
}

/// Spanish words, after `=E`: those that the project's own texts write in lower case.
fn spanish(texts: &Path, taxonomy: &Path) -> Result<String, Failure> {
    let mut words = BTreeSet::new();
    let mut take = |text: &str| {
        let outside = text.split(['{', '}']).step_by(2);
        for word in outside.flat_map(|text| text.split(|letter: char| !letter.is_alphabetic())) {
            if word.len() > 1 && word.chars().all(char::is_lowercase) {
                words.insert(fold(word));
            }
        }
    };
    for line in std::fs::read_to_string(texts)?.lines() {
        let value = line.split_once(" = ").map_or("", |(_, value)| value);
        if !line.starts_with('#') {
            take(if line.starts_with(' ') { line } else { value });
        }
    }
    for row in csv::Reader::from_path(taxonomy)?.records() {
        let row = row?;
        for column in [4, 6] {
            take(&row.get(column).unwrap_or_default().to_lowercase());
        }
    }
    let mut text = String::from("=E\n");
    for word in words {
        writeln!(text, "{word}")?;
    }
    Ok(text)
}

/// What a word may be a form of. `argonaut_privacy::scrub` takes off the same endings.
fn bases(word: &str) -> Vec<String> {
    let mut bases = Vec::new();
    for (ending, instead) in [
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
    ] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() >= 3
        {
            bases.push(format!("{stem}{instead}"));
        }
    }
    bases
}

/// The given names that at least one in four hundred of a sex bears.
fn very_common(census_folder: &Path) -> Result<BTreeSet<String>, Failure> {
    let mut names: BTreeSet<String> = NAMES_FIRST.iter().map(|name| (*name).to_owned()).collect();
    for file in ["dist.female.first", "dist.male.first"] {
        for (name, percent, _) in census(&census_folder.join(file))? {
            if percent >= 0.25 {
                names.insert(name);
            }
        }
    }
    Ok(names)
}

fn sizes(folder: &Path, sizes: &[&str]) -> Result<BTreeSet<String>, Failure> {
    let mut words = BTreeSet::new();
    for spelling in ["english", "american", "british"] {
        for size in sizes {
            let path = folder.join(format!("{spelling}-words.{size}"));
            // The lists are in Latin-1, where a byte is a letter's number.
            let text: String = std::fs::read(path)?.into_iter().map(char::from).collect();
            words.extend(
                text.lines()
                    .map(fold)
                    .filter(|word| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase())),
            );
        }
    }
    Ok(words)
}

fn fold(text: &str) -> String {
    text.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{bases, fold};

    #[test]
    fn a_word_knows_what_it_may_be_a_form_of() {
        assert!(bases("families").contains(&"family".to_owned()));
        assert!(bases("houses").contains(&"house".to_owned()));
        assert!(bases("needed").contains(&"need".to_owned()));
        assert!(bases("his").is_empty());
        assert_eq!(fold("Gómez"), "gomez");
    }
}
