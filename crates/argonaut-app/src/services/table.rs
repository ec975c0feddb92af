//! A file of a directory as rows with named fields. It knows nothing of what
//! the fields mean.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::import::{ImportError, RowProblem};

/// A row, with the line it begins on.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) line: u64,
    fields: HashMap<String, String>,
}

impl Row {
    /// A field without the blanks around it; empty when it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

/// A file, read.
#[derive(Debug, Default)]
pub(super) struct Table {
    headers: Vec<String>,
    pub(super) rows: Vec<Row>,
}

impl Table {
    /// Whether the file has this column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.headers.iter().any(|header| header == column)
    }
    /// The rows whose field holds this, when this is something.
    pub(super) fn with<'a>(
        &'a self,
        column: &'a str,
        value: &'a str,
    ) -> impl Iterator<Item = &'a Row> {
        self.rows
            .iter()
            .filter(move |row| !value.is_empty() && row.get(column) == value)
    }
    /// The rows by a field of theirs that is an id.
    pub(super) fn by<'a>(&'a self, column: &str) -> HashMap<&'a str, Vec<&'a Row>> {
        let mut found: HashMap<&str, Vec<&Row>> = HashMap::new();
        for row in &self.rows {
            let value = row.get(column);
            if !value.is_empty() {
                found.entry(value).or_default().push(row);
            }
        }
        found
    }
}

/// A folder of files, with the problems found on the way.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    pub(super) problems: Vec<RowProblem>,
}

impl Folder {
    pub(super) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            problems: Vec::new(),
        }
    }

    /// A problem of a row.
    pub(super) fn problem(&mut self, file: &str, line: u64, what: impl Into<String>) {
        self.problems.push(RowProblem {
            file: file.to_owned(),
            line,
            what: what.into(),
        });
    }

    /// A file of the folder; empty when there is none of this name.
    pub(super) fn table(&mut self, file: &str) -> Result<Table, ImportError> {
        let path = self.path.join(file);
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Table::default());
            }
            Err(source) => return Err(ImportError::Unreadable { path, source }),
        };
        // Spreadsheets on Windows still write their old letters.
        let text = match std::str::from_utf8(&bytes) {
            Ok(text) => std::borrow::Cow::Borrowed(text),
            Err(_) => encoding_rs::WINDOWS_1252.decode(&bytes).0,
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let not_csv = |source| ImportError::NotCsv {
            path: path.clone(),
            source,
        };
        let headers: Vec<String> = reader
            .headers()
            .map_err(not_csv)?
            .iter()
            .map(str::to_lowercase)
            .collect();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(not_csv)?;
            let line = record.position().map_or(0, csv::Position::line);
            if record.len() != headers.len() {
                let what = format!("{} fields, {} expected", record.len(), headers.len());
                self.problem(file, line, what);
            }
            let named = headers
                .iter()
                .cloned()
                .zip(record.iter().map(str::to_owned));
            rows.push(Row {
                line,
                fields: named.collect(),
            });
        }
        Ok(Table { headers, rows })
    }
}
