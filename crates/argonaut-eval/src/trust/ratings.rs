//! A file of ratings, and what it means in the product's words.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::HelperId;
use argonaut_engine::trust::{Day, Evidence, Experience, Familiarity, Tie};
use uuid::Uuid;

/// One rating.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rating {
    pub(crate) from: u64,
    pub(crate) to: u64,
    pub(crate) rating: f64,
    pub(crate) time: f64,
}

impl Rating {
    pub(crate) fn is_good(&self) -> bool {
        self.rating > 0.0
    }
}

/// Who is who in the product.
pub(crate) fn helper(number: u64) -> HelperId {
    HelperId::from_uuid(Uuid::from_u128(u128::from(number)))
}

/// Reads the ratings, by time; the later of two about the same stands. Rows of zero, and
/// of somebody about themselves, say nothing; nor does a first row that names the columns.
pub(crate) fn read(file: &Path) -> Result<Vec<Rating>, Box<dyn Error>> {
    let name = file.display();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_path(file)
        .map_err(|error| format!("{name}: cannot be read: {error}"))?;
    let mut last: HashMap<(u64, u64), Rating> = HashMap::new();
    for (line, row) in (1..).zip(reader.records()) {
        let row = row.map_err(|error| format!("{name}, line {line}: {error}"))?;
        if line == 1 && names_columns(&row) {
            continue;
        }
        let wrong =
            |what: &str| format!("{name}, line {line}: {what}; a row is source,target,rating,time");
        let number = |column: usize, what: &str| -> Result<u64, String> {
            let text = row.get(column).unwrap_or_default();
            text.parse()
                .map_err(|_| wrong(&format!("“{text}” is no number of a {what}")))
        };
        let value = |column: usize, what: &str| -> Result<f64, String> {
            let text = row.get(column).unwrap_or_default();
            text.parse()
                .ok()
                .filter(|value: &f64| value.is_finite())
                .ok_or_else(|| wrong(&format!("“{text}” is no {what}")))
        };
        let rating = Rating {
            from: number(0, "source")?,
            to: number(1, "target")?,
            rating: value(2, "rating")?,
            time: value(3, "time")?,
        };
        if rating.from == rating.to || rating.rating == 0.0 {
            continue;
        }
        let kept = last.entry((rating.from, rating.to)).or_insert(rating);
        if kept.time <= rating.time {
            *kept = rating;
        }
    }
    let mut ratings: Vec<Rating> = last.into_values().collect();
    ratings.sort_by(|a, b| {
        a.time
            .total_cmp(&b.time)
            .then((a.from, a.to).cmp(&(b.from, b.to)))
    });
    Ok(ratings)
}

/// Whether a row names the columns: it has the four, and no number in any. A row that is
/// broken in one place only is no such row, and is told as wrong.
fn names_columns(row: &csv::StringRecord) -> bool {
    row.len() >= 4
        && row
            .iter()
            .all(|text| !text.is_empty() && text.parse::<f64>().is_err())
}

/// The day of a time in seconds.
pub(crate) fn day(seconds: f64) -> Day {
    #[expect(clippy::cast_possible_truncation, reason = "seconds of a file's times")]
    let micros = (seconds * 1e6) as i64;
    Day::from(Timestamp::from_micros(micros))
}

/// What ratings mean as ties, as of `today`. A good rating stands until its author
/// changes it: a vouch that is renewed, in three levels. A bad one tells of a dealing
/// that went badly on its day.
pub(crate) fn ties(ratings: &[Rating], today: Day) -> Vec<Tie> {
    let most = ratings
        .iter()
        .map(|rating| rating.rating.abs())
        .fold(0.0, f64::max);
    ratings
        .iter()
        .map(|rating| {
            let (evidence, day) = match rating.rating / most {
                share if share <= 0.0 => (Evidence::Shared(Experience::Bad), day(rating.time)),
                share if share <= 0.2 => (Evidence::Vouch(Familiarity::Know), today),
                share if share <= 0.6 => (Evidence::Vouch(Familiarity::Worked), today),
                _ => (Evidence::Vouch(Familiarity::Mother), today),
            };
            Tie {
                from: helper(rating.from),
                to: helper(rating.to),
                evidence,
                field: None,
                day,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Vec<Rating>, String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ratings.csv");
        std::fs::write(&file, text).unwrap();
        read(&file).map_err(|error| error.to_string())
    }

    #[test]
    fn the_later_rating_stands_and_self_praise_says_nothing() {
        let ratings = read_text("1,2,5,100\n1,2,-3,200.5\n3,3,1,1\n2,1,0,1\n2,3,1,150\n").unwrap();
        let told: Vec<_> = ratings.iter().map(|r| (r.from, r.to, r.rating)).collect();
        assert_eq!(told, [(2, 3, 1.0), (1, 2, -3.0)]);
        let kinds: Vec<_> = ties(&ratings, Day(9))
            .iter()
            .map(|tie| (tie.evidence, tie.day))
            .collect();
        assert_eq!(
            kinds,
            [
                (Evidence::Vouch(Familiarity::Worked), Day(9)),
                (Evidence::Shared(Experience::Bad), Day(0)),
            ]
        );
    }

    #[test]
    fn a_first_row_may_name_the_columns() {
        let rows = "1,2,5,100\n2,3,-1,150\n";
        let bare = read_text(rows).unwrap();
        assert_eq!(bare.len(), 2);
        let named = read_text(&format!("source, target,rating,time\n{rows}")).unwrap();
        assert_eq!(named, bare);
        // Anywhere else, or with a number in it, such a row is a mistake.
        let told = read_text("1,2,5,100\nsource,target,rating,time\n").unwrap_err();
        assert!(told.contains("line 2"), "{told}");
        let told = read_text("one,2,5,100\n").unwrap_err();
        assert!(told.contains("line 1") && told.contains("“one”"), "{told}");
    }

    #[test]
    fn a_broken_row_is_named() {
        let told = read_text("1,2,5,100\n1,two,3,4\n").unwrap_err();
        assert!(told.contains("line 2") && told.contains("“two”"), "{told}");
        let told = read_text("1,2,nan,100\n").unwrap_err();
        assert!(told.contains("line 1") && told.contains("rating"), "{told}");
        let told = read_text("1,2\n").unwrap_err();
        assert!(told.contains("source,target,rating,time"), "{told}");
    }
}
