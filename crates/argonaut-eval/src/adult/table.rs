//! A table as a file with one line for each row, cells separated by semicolons
//! or commas; and the files beside it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::TableError;
use super::tree::Tree;

/// A table, read.
pub(super) struct Table {
    separator: u8,
    pub(super) header: Vec<String>,
    /// Each row with its line in the file.
    pub(super) rows: Vec<(u64, Vec<String>)>,
}

/// A file's text; an error says which file, and what to do.
pub(super) fn text(path: &Path) -> Result<String, TableError> {
    let bytes = std::fs::read(path).map_err(|source| TableError::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let text = String::from_utf8(bytes).map_err(|_| TableError::Line {
        path: path.to_owned(),
        line: 1,
        what: "this is not UTF-8 text; save it as UTF-8".to_owned(),
    })?;
    // A mark at the beginning is no part of the first name.
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

impl Table {
    /// Reads a table whose first line names the columns.
    pub(super) fn read(path: &Path) -> Result<Self, TableError> {
        let text = text(path)?;
        let head = text.lines().next().unwrap_or_default();
        let separator = if head.contains(';') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let bad = |line: u64, what: String| TableError::Line {
            path: path.to_owned(),
            line: usize::try_from(line).unwrap_or(usize::MAX),
            what,
        };
        let header: Vec<String> = reader
            .headers()
            .map_err(|error| bad(1, error.to_string()))?
            .iter()
            .map(str::to_owned)
            .collect();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| {
                let line = error.position().map_or(0, csv::Position::line);
                bad(line, error.to_string())
            })?;
            let line = record.position().map_or(0, csv::Position::line);
            if record.len() != header.len() {
                let what = format!(
                    "{} cells, where the header names {}",
                    record.len(),
                    header.len()
                );
                return Err(bad(line, what));
            }
            rows.push((line, record.iter().map(str::to_owned).collect()));
        }
        Ok(Self {
            separator,
            header,
            rows,
        })
    }

    /// The place of a column.
    pub(super) fn column(&self, name: &str) -> Result<usize, TableError> {
        self.header
            .iter()
            .position(|column| column == name)
            .ok_or_else(|| TableError::NoColumn {
                name: name.to_owned(),
                known: self.header.join(", "),
            })
    }

    /// The numbers of a column's values in its hierarchy.
    pub(super) fn values(
        &self,
        path: &Path,
        column: usize,
        known: &HashMap<String, u32>,
    ) -> Result<Vec<u32>, TableError> {
        let name = self.header.get(column).map_or("", String::as_str);
        self.rows
            .iter()
            .map(|(line, cells)| {
                let value = cells.get(column).map_or("", String::as_str);
                known.get(value).copied().ok_or_else(|| TableError::Line {
                    path: path.to_owned(),
                    line: usize::try_from(*line).unwrap_or(usize::MAX),
                    what: format!(
                        "“{value}” is not in the hierarchy of {name}; add a line for it there"
                    ),
                })
            })
            .collect()
    }

    /// Writes the table with other cells in some columns.
    pub(super) fn write<'a>(
        &'a self,
        path: &Path,
        cell: impl Fn(usize, usize) -> Option<&'a str>,
    ) -> Result<(), TableError> {
        let unwritable = |error: csv::Error| TableError::Unwritable {
            path: path.to_owned(),
            source: std::io::Error::other(error),
        };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.separator)
            .from_path(path)
            .map_err(unwritable)?;
        writer.write_record(&self.header).map_err(unwritable)?;
        for (row, (_, cells)) in self.rows.iter().enumerate() {
            for (column, old) in cells.iter().enumerate() {
                writer
                    .write_field(cell(row, column).unwrap_or(old))
                    .map_err(unwritable)?;
            }
            writer.write_record(None::<&[u8]>).map_err(unwritable)?;
        }
        writer.flush().map_err(|source| TableError::Unwritable {
            path: path.to_owned(),
            source,
        })
    }
}

/// The hierarchy of a column: the file of the folder that ends in
/// `hierarchy_COLUMN.csv`, or is called `COLUMN.csv`.
pub(super) fn hierarchy(
    dir: &Path,
    column: &str,
) -> Result<(Tree, HashMap<String, u32>), TableError> {
    let entries = std::fs::read_dir(dir).map_err(|source| TableError::Unreadable {
        path: dir.to_owned(),
        source,
    })?;
    let (plain, ending) = (format!("{column}.csv"), format!("hierarchy_{column}.csv"));
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| name == plain || name.ends_with(&ending))
        })
        .collect();
    found.sort();
    match found.as_slice() {
        [path] => Tree::read(path),
        [] => Err(TableError::NoHierarchy {
            column: column.to_owned(),
            dir: dir.to_owned(),
        }),
        [first, second, ..] => Err(TableError::TwoHierarchies {
            column: column.to_owned(),
            first: first.clone(),
            second: second.clone(),
        }),
    }
}
