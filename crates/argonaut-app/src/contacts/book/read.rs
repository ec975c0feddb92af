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
        let goes_on = line.starts_with([' ', '\t']);
        skipping = if goes_on { skipping } else { is_skipped(line) };
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
mod tests {
    use super::*;

    #[test]
    fn versions_and_alphabets_are_read() {
        let book = read(b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9\r\nTEL;CELL:559 555 0143\r\nEND:VCARD\r\nBEGIN:VCARD\nVERSION:4.0\nFN:Eva Ruiz\nitem1.EMAIL:eva@example.org\nTEL;VALUE=uri:tel:+1-559-555-0144\nPHOTO:data:image/jpeg;base64,AAAA\n AAAA\nEND:VCARD\n").unwrap();
        assert!(book.faults.is_empty(), "{book:?}");
        assert_eq!(book.entries.len(), 2);
        assert_eq!(book.entries[0].name, "José");
        assert_eq!(book.entries[1].mails, ["eva@example.org"]);
        assert_eq!(book.entries[1].phones, ["tel:+1-559-555-0144"]);
        let old = read(b"BEGIN:VCARD\nVERSION:2.1\nFN:Jos\xe9\nEND:VCARD\n").unwrap();
        assert_eq!(old.entries[0].name, "José");
    }

    #[test]
    fn hostile_files_harm_nobody_and_good_entries_go_on() {
        assert_eq!(read(b""), Err(BookError::NoCards));
        assert_eq!(read(b"name,phone\nEva,1\n"), Err(BookError::NoCards));
        assert_eq!(read(&vec![b'x'; MOST_BYTES + 1]), Err(BookError::TooLarge));
        let good = "BEGIN:VCARD\nFN:Eva\nEND:VCARD\n";
        let long = format!("BEGIN:VCARD\nFN:{}\nEND:VCARD\n", "x".repeat(MOST_ENTRY));
        for (bad, fault) in [
            ("BEGIN:VCARD\nFN:Open\n", Fault::Broken),
            ("BEGIN:VCARD\nEND:VCARD\n", Fault::Nothing),
            (long.as_str(), Fault::TooLarge),
        ] {
            let book = read(format!("{bad}{good}").as_bytes()).unwrap();
            assert_eq!(book.faults, [(1, fault)]);
            assert_eq!(book.entries.len(), 1, "{fault:?}");
        }
        let many = read(good.repeat(MOST_ENTRIES + 5).as_bytes()).unwrap();
        assert!(many.cut && many.entries.len() == MOST_ENTRIES);
        // No cut of a file, and no changed byte, brings the reader down.
        let whole = b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91;=C3\nTEL;CELL:1\nEMAIL;PREF:a@b.org\nBDAY:1970-01-01\nEND:VCARD\n";
        for at in 0..whole.len() {
            let _ = read(&whole[..at]);
            for byte in [0, b'=', b';', b':', b'"', 0xff] {
                let mut changed = whole.to_vec();
                changed[at] = byte;
                let _ = read(&changed);
            }
        }
    }
}
