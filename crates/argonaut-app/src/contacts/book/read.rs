//! Reading vCards of any version (2.1, 3.0, 4.0), entry by entry: one that cannot be read
//! is told, and the others go on. Pictures, notes and all else are thrown away unread.

use calcard::vcard::{VCard, VCardProperty};
use calcard::{Entry as Parsed, Parser};

/// The largest file, in bytes.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;
/// The most entries that are read.
pub const MOST_ENTRIES: usize = 2_000;
/// The largest entry without its pictures, in bytes.
const MOST_ENTRY: usize = 64 * 1024;
/// The most addresses and numbers of one entry that count.
const MOST_WAYS: usize = 10;
/// Lines that are not needed and may be very long.
const SKIPPED: [&str; 6] = ["PHOTO", "LOGO", "SOUND", "KEY", "NOTE", "AGENT"];

/// A person in an address book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The name.
    pub name: String,
    /// Mail addresses, as written.
    pub mails: Vec<String>,
    /// Telephone numbers, as written.
    pub phones: Vec<String>,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not end, or is no vCard.
    Broken,
    /// It has no name, address or number.
    Nothing,
    /// It is too large.
    TooLarge,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// The people.
    pub entries: Vec<Entry>,
    /// Which entries, counted from 1, could not be read, and why.
    pub faults: Vec<(usize, Fault)>,
    /// Whether there were more than [`MOST_ENTRIES`].
    pub cut: bool,
}

/// Why a whole file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BookError {
    /// Nothing in it looks like a vCard.
    #[error("no vCard in it")]
    NoCards,
    /// It is larger than [`MOST_BYTES`].
    #[error("the file is too large")]
    TooLarge,
}

/// Reads a file.
///
/// # Errors
/// See [`BookError`]; what is wrong with single entries is in [`Book::faults`].
pub fn read(bytes: &[u8]) -> Result<Book, BookError> {
    if bytes.len() > MOST_BYTES {
        return Err(BookError::TooLarge);
    }
    let text = decode(bytes);
    let mut book = Book::default();
    let mut number = 0;
    let mut open: Option<String> = None;
    let mut skipping = false;
    // Whether a quoted-printable line goes on in the next one, whatever that begins with.
    let mut broken_softly = false;
    for line in text.lines() {
        let trimmed = line.trim_end();
        if trimmed.eq_ignore_ascii_case("BEGIN:VCARD") {
            if open.is_some() {
                book.faults.push((number, Fault::Broken));
            }
            if number == MOST_ENTRIES {
                book.cut = true;
                open = None;
                break;
            }
            number += 1;
            skipping = false;
            broken_softly = false;
            open = Some("BEGIN:VCARD\r\n".to_owned());
            continue;
        }
        let Some(card) = open.as_mut() else { continue };
        if trimmed.eq_ignore_ascii_case("END:VCARD") {
            card.push_str("END:VCARD\r\n");
            match entry(card) {
                Ok(entry) => book.entries.push(entry),
                Err(fault) => book.faults.push((number, fault)),
            }
            open = None;
            continue;
        }
        let goes_on = broken_softly || line.starts_with([' ', '\t']);
        skipping = if goes_on { skipping } else { is_skipped(line) };
        broken_softly = (broken_softly || is_quoted(line)) && trimmed.ends_with('=');
        // Past the limit the rest only has to be noticed.
        if !skipping && card.len() <= MOST_ENTRY {
            card.push_str(line);
            card.push_str("\r\n");
        }
    }
    if open.is_some() {
        book.faults.push((number, Fault::Broken));
    }
    if number == 0 {
        return Err(BookError::NoCards);
    }
    Ok(book)
}

/// UTF-8 and UTF-16 by their marks, UTF-8 when it is, else what old phones wrote.
fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(rest).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

fn is_skipped(line: &str) -> bool {
    let end = line.find([':', ';']).unwrap_or(line.len());
    let name = line.get(..end).unwrap_or_default();
    let name = name.rsplit('.').next().unwrap_or(name);
    SKIPPED
        .iter()
        .any(|skipped| name.eq_ignore_ascii_case(skipped))
}

/// Whether a line says that its value is quoted-printable (2.1 alone has that).
fn is_quoted(line: &str) -> bool {
    let head = line.split(':').next().unwrap_or_default();
    head.split([';', '='])
        .any(|part| part.eq_ignore_ascii_case("QUOTED-PRINTABLE"))
}

fn entry(card: &str) -> Result<Entry, Fault> {
    if card.len() > MOST_ENTRY {
        return Err(Fault::TooLarge);
    }
    if let Parsed::VCard(parsed) = Parser::new(card).entry() {
        person(&parsed)
    } else {
        Err(Fault::Broken)
    }
}

fn person(card: &VCard) -> Result<Entry, Fault> {
    let texts = |property: VCardProperty| -> Vec<String> {
        card.properties(&property)
            .filter_map(|entry| entry.values.iter().find_map(|value| value.as_text()))
            .map(|text| {
                text.chars()
                    .filter(|c| !c.is_control())
                    .take(200)
                    .collect::<String>()
            })
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|text| !text.is_empty())
            .take(MOST_WAYS)
            .collect()
    };
    let parts = || {
        let name = card.properties(&VCardProperty::N).next()?;
        let texts: Vec<&str> = name
            .values
            .iter()
            .filter_map(|value| value.as_text())
            .collect();
        let (family, given) = (texts.first()?, texts.get(1)?);
        Some(format!("{given} {family}").trim().to_owned())
    };
    let found = Entry {
        name: texts(VCardProperty::Fn)
            .into_iter()
            .next()
            .or_else(parts)
            .unwrap_or_default(),
        mails: texts(VCardProperty::Email),
        phones: texts(VCardProperty::Tel),
    };
    if found == Entry::default() {
        Err(Fault::Nothing)
    } else {
        Ok(found)
    }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
