//! A CSV file as a table: whatever its encoding and delimiter.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The columns and rows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows, with their line numbers. Short rows are filled up.
    pub rows: Vec<(u64, Vec<String>)>,
}

/// Why a file cannot be read as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableTable {
    /// It has no line with names of columns.
    #[error("the file is empty")]
    Empty,
    /// It has more rows than one caseload takes at once.
    #[error("the file has more than {most} rows")]
    TooMany {
        /// The most rows.
        most: usize,
    },
    /// It is no table: a spreadsheet's own format, or something else.
    #[error("the file is no CSV file: save it as CSV first")]
    NotCsv,
}

/// The most rows of a file.
const MOST_ROWS: usize = 5_000;

/// The text of a file: UTF-8 with or without its mark, else Windows-1252.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    let encoding: &Encoding = if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    };
    encoding.decode(bytes).0
}

/// Reads a table. UTF-8 (with or without its mark), else Windows-1252; the
/// delimiter is the one that the first line has most of.
///
/// # Errors
/// See [`UnreadableTable`].
pub fn read(bytes: &[u8]) -> Result<Table, UnreadableTable> {
    if bytes.starts_with(b"PK") || bytes.contains(&0) {
        return Err(UnreadableTable::NotCsv);
    }
    let text = text(bytes);
    let first = text.lines().next().unwrap_or_default();
    let delimiter = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|mark| {
            (
                first.bytes().filter(|byte| byte == mark).count(),
                *mark == b',',
            )
        })
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let header: Vec<String> = reader
        .headers()
        .map_err(|_| UnreadableTable::NotCsv)?
        .iter()
        .map(str::to_owned)
        .collect();
    if header.iter().all(String::is_empty) {
        return Err(UnreadableTable::Empty);
    }
    let mut rows = Vec::new();
    for (row, number) in reader.records().zip(2u64..) {
        let row = row.map_err(|_| UnreadableTable::NotCsv)?;
        let mut cells: Vec<String> = row.iter().map(str::to_owned).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        cells.resize(cells.len().max(header.len()), String::new());
        rows.push((
            row.position().map_or(number, |at| at.line().max(number)),
            cells,
        ));
    }
    if rows.len() > MOST_ROWS {
        return Err(UnreadableTable::TooMany { most: MOST_ROWS });
    }
    Ok(Table { header, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_and_delimiters() {
        let of = |bytes: &[u8]| read(bytes).unwrap();
        assert_eq!(
            of("\u{feff}Name,Email\nRosa,r@x\n".as_bytes()).header,
            ["Name", "Email"]
        );
        assert_eq!(
            of(b"Name;Ort\nJos\xe9;Fresno\n").rows,
            [(2, vec!["José".to_owned(), "Fresno".to_owned()])]
        );
        assert_eq!(of(b"Name\tPhone\nA\n\nB\t1\n").rows.len(), 2);
        assert_eq!(
            of(b"a,b\n\"x, y\",\"two\nlines\"\n").rows[0].1[1],
            "two\nlines"
        );
        assert_eq!(read(b""), Err(UnreadableTable::Empty));
        assert_eq!(read(b"PK\x03\x04"), Err(UnreadableTable::NotCsv));
    }
}
