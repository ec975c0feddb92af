//! Loading a census table from a CSV file: all of it, or nothing. A second table
//! takes the place of the first.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use argonaut_domain::audit::Deed;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{AgeBand, Gender};
use argonaut_domain::place::Place;
use argonaut_privacy::gate::{CensusRow, CensusTable, Population as _};
use argonaut_store::ChangeKind;
use thiserror::Error;
use uuid::Uuid;

use super::{LINES, Line, Loaded, SUMMARY};
use crate::app::App;
use crate::error::Trouble;

/// The columns, in any order.
const COLUMNS: [&str; 5] = ["place", "age", "gender", "language", "count"];
/// Problems that are told at once.
const TOLD: usize = 20;

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {what}")]
pub struct LineProblem {
    /// Which line of the file.
    pub line: u64,
    /// What is wrong, and what to write.
    pub what: String,
}

/// Why nothing was loaded.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error("{path}: cannot be read ({source}); check the name, and that you may read it")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The header lacks columns.
    #[error(
        "{path}: the first line must name the columns place, age, gender, language and count; {missing} is missing"
    )]
    NoColumn {
        /// Which file.
        path: PathBuf,
        /// The first that is not there.
        missing: &'static str,
    },
    /// Lines cannot be used; nothing was loaded.
    #[error("{path}: nothing was loaded\n{}", told(.problems))]
    Lines {
        /// Which file.
        path: PathBuf,
        /// Every line that cannot be used.
        problems: Vec<LineProblem>,
    },
    /// The table is empty.
    #[error("{0}: there is no line below the header; nothing was loaded")]
    Empty(PathBuf),
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

fn told(problems: &[LineProblem]) -> String {
    let mut lines: Vec<String> = problems
        .iter()
        .take(TOLD)
        .map(ToString::to_string)
        .collect();
    if problems.len() > TOLD {
        lines.push(format!("and {} more", problems.len() - TOLD));
    }
    lines.join("\n")
}

/// Loads a census table in place of the figures in force.
///
/// # Errors
/// When a line cannot be used, the file cannot be read, or storage fails. Then
/// nothing has changed.
pub async fn import(app: &App, path: &Path) -> Result<Loaded, ImportError> {
    let bytes = std::fs::read(path).map_err(|source| ImportError::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let rows = read(path, &bytes)?;
    let table = CensusTable::new(rows.iter().copied());
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let loaded = Loaded {
        file: name.unwrap_or_default(),
        at: app.now(),
        lines: rows.len(),
        places: table.places(),
        people: table.area_people(Place::Anywhere),
    };
    let lines: Vec<Line> = rows
        .into_iter()
        .map(|row| (row.place, row.band, row.gender, row.language, row.people))
        .collect();
    let mut write = app.store.write().await.map_err(Trouble::from)?;
    write
        .set_setting(LINES, &lines)
        .await
        .map_err(Trouble::from)?;
    write
        .set_setting(SUMMARY, &loaded)
        .await
        .map_err(Trouble::from)?;
    write
        .changed(ChangeKind::Population, Uuid::nil())
        .await
        .map_err(Trouble::from)?;
    let entry = app.entry(None, Deed::PopulationImported, Uuid::nil());
    write.commit(&[entry]).await.map_err(Trouble::from)?;
    app.refresh().await?;
    Ok(loaded)
}

fn read(path: &Path, bytes: &[u8]) -> Result<Vec<CensusRow>, ImportError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let mut places = [0; COLUMNS.len()];
    let header = reader.byte_headers().cloned().unwrap_or_default();
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        *place = header
            .iter()
            .position(|cell| cell.eq_ignore_ascii_case(column.as_bytes()))
            .ok_or_else(|| ImportError::NoColumn {
                path: path.to_owned(),
                missing: column,
            })?;
    }
    let mut rows = Vec::new();
    let mut problems = Vec::new();
    let mut seen: HashMap<CensusRow, u64> = HashMap::new();
    for record in reader.records() {
        let (line, result) = match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                (line, row(&record, places))
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                (
                    line,
                    Err("this line is not UTF-8 text; save the file as UTF-8".to_owned()),
                )
            }
        };
        let result = result.and_then(|row| {
            let key = CensusRow { people: 0, ..row };
            match seen.insert(key, line) {
                None => Ok(row),
                Some(before) => Err(format!(
                    "the same people as on line {before}; keep one of the two"
                )),
            }
        });
        match result {
            Ok(row) => rows.push(row),
            Err(what) => problems.push(LineProblem { line, what }),
        }
    }
    if !problems.is_empty() {
        return Err(ImportError::Lines {
            path: path.to_owned(),
            problems,
        });
    }
    if rows.is_empty() {
        return Err(ImportError::Empty(path.to_owned()));
    }
    Ok(rows)
}

fn row(record: &csv::StringRecord, columns: [usize; 5]) -> Result<CensusRow, String> {
    let [place, age, gender, language, count] =
        columns.map(|column| record.get(column).unwrap_or_default());
    Ok(CensusRow {
        place: place_of(place)?,
        band: word(age, || {
            let labels: Vec<&str> = AgeBand::ALL.iter().map(|band| band.code()).collect();
            format!(
                "age “{age}” is not known; write one of {}, or nothing for all",
                labels.join(", ")
            )
        })?,
        gender: word::<Gender>(gender, || {
            format!("gender “{gender}” is not known; write woman, man or other, or nothing for all")
        })?,
        language: word::<LanguageId>(language, || {
            format!(
                "language “{language}” is not known; write its ISO 639 code, as es, or nothing for all"
            )
        })?,
        people: count.parse().map_err(|_| {
            format!("count “{count}” is no whole number; write it without spaces or dots, as 1250")
        })?,
    })
}

/// A word of ours; nothing where nothing is written.
fn word<T: std::str::FromStr>(text: &str, what: impl Fn() -> String) -> Result<Option<T>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| what())
}

/// A place by its id (`city:5350937`, a bare number, `region:US.CA`, `country:US`)
/// or by its name with what it lies in.
fn place_of(text: &str) -> Result<Place, String> {
    if text.is_empty() {
        return Err(
            "there is no place; write for example Fresno, California, or city:5350937".to_owned(),
        );
    }
    let by_id = if text.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("city:{text}").parse()
    } else {
        text.parse()
    };
    if let Ok(place) = by_id {
        return Ok(place);
    }
    let found = Place::search(text, None, 2);
    let locales = argonaut_domain::locale::Locale::ALL;
    let same = |place: &Place| {
        let (whole, name) = (
            text.to_lowercase(),
            text.split(',').next().unwrap_or_default(),
        );
        locales.iter().any(|locale| {
            let label = place.label(*locale).to_lowercase();
            place.full_label(*locale).to_lowercase() == whole
                || label == whole
                || label.split(',').next() == Some(name.trim().to_lowercase().as_str())
        })
    };
    match found.as_slice() {
        [place] if same(place) => Ok(*place),
        [first, second] if same(first) && (!same(second) || text.contains(',')) => Ok(*first),
        [first, second] if same(first) && same(second) => Err(format!(
            "place “{text}” may be {first} or {second}; write the id, or the region after a comma"
        )),
        _ => Err(format!(
            "place “{text}” is not known; write it as Fresno, California, or by its id, as city:5350937"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<Vec<CensusRow>, ImportError> {
        read(Path::new("census.csv"), text.as_bytes())
    }

    #[test]
    fn every_column_is_read_in_any_order() {
        let rows = table(
            "count,place,age,gender,language\n1250,\"Fresno, California\",18-29,woman,es\n7,region:US.CA,,,\n3,5350937,85+,,en\n",
        )
        .unwrap();
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[0].band, Some(AgeBand::To29));
        assert_eq!(
            (rows[0].gender, rows[0].people),
            (Some(Gender::Woman), 1250)
        );
        assert_eq!(rows[0].place, rows[2].place);
        assert_eq!(
            (rows[1].place.level(), rows[1].band, rows[1].language),
            (1, None, None)
        );
    }

    #[test]
    fn every_bad_line_is_told_with_its_number() {
        let Err(error) = table(
            "place,age,gender,language,count\n\"Fresno, California\",18-29,,,5\nNowhere at all,,,,5\n\
             country:US,20-30,,,5\ncountry:US,,lady,,5\ncountry:US,,,klingon,5\ncountry:US,,,,5.5\n\
             \"Fresno, California\",18-29,,,6\n,,,,1\n",
        ) else {
            panic!("bad lines were loaded");
        };
        let text = error.to_string();
        for (line, what) in [
            (3, "place “Nowhere at all”"),
            (4, "write one of 0-9, 10-17, 18-29"),
            (5, "woman, man or other"),
            (6, "ISO 639"),
            (7, "no whole number"),
            (8, "the same people as on line 2"),
            (9, "there is no place"),
        ] {
            let told = text
                .lines()
                .find(|told| told.starts_with(&format!("line {line}:")));
            assert!(
                told.is_some_and(|told| told.contains(what)),
                "{line}: {text}"
            );
        }
        assert!(text.contains("nothing was loaded"));
        assert!(
            table("place,age,gender,count\n")
                .unwrap_err()
                .to_string()
                .contains("language is missing")
        );
        assert!(matches!(
            table("place,age,gender,language,count\n"),
            Err(ImportError::Empty(_))
        ));
    }
}
