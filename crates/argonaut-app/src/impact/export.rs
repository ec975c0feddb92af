//! Figures as a table for other programs. A cell never begins a formula there.

use crate::error::Trouble;

/// Comma-separated values, as RFC 4180 has them.
///
/// # Errors
/// When writing to memory fails.
pub fn csv(rows: &[[String; 3]]) -> Result<Vec<u8>, Trouble> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        let cells = row.iter().map(|cell| guarded(cell));
        writer
            .write_record(cells)
            .map_err(|error| Trouble::Bug(error.to_string()))?;
    }
    writer
        .into_inner()
        .map_err(|error| Trouble::Bug(error.to_string()))
}

/// What begins like a formula is made text by an apostrophe, as OWASP advises.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        let rows = [
            ["=1+1".to_owned(), "@sum".to_owned(), "-2".to_owned()],
            ["a,b".to_owned(), "x\"y".to_owned(), "12".to_owned()],
        ];
        let text = String::from_utf8(csv(&rows).unwrap()).unwrap();
        assert_eq!(text, "'=1+1,'@sum,'-2\r\n\"a,b\",\"x\"\"y\",12\r\n");
    }
}
