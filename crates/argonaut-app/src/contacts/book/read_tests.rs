//! Address books of every shape that phones and programs write, and hostile ones. The
//! samples are our own, of invented people, after the shapes of real exports.

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

/// Name, addresses, and numbers of every entry.
fn lines(bytes: &[u8]) -> Vec<String> {
    let book = read(bytes).unwrap();
    assert!(book.faults.is_empty() && !book.cut, "{book:?}");
    let line = |entry: &Entry| {
        let (mails, phones) = (entry.mails.join(" "), entry.phones.join(" "));
        format!("{} | {mails} | {phones}", entry.name)
    };
    book.entries.iter().map(line).collect()
}

#[test]
fn quoted_printable_of_old_phones() {
    let found = lines(include_bytes!("samples/phone-2.1.vcf"));
    // A line of the note that looks like a number is none.
    let wanted = [
        " | only.mail@example.org | ",
        "Inés Núñez | ines@example.org | 5595550143 559-555-0144",
        " |  | +1 (559) 555-0145",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn folded_lines_with_parameters() {
    let found = lines(include_bytes!("samples/folded-3.0.vcf"));
    assert_eq!(
        found,
        ["Eva Mar, Luz Ruiz | eva.ruiz@example.org | 559-555-0146"]
    );
}

#[test]
fn groups_of_lines_and_pictures() {
    let found = lines(include_bytes!("samples/apple-3.0.vcf"));
    assert_eq!(
        found,
        ["Ana Ortega | ana@example.org | 559-555-0147 559-555-0148"]
    );
}

#[test]
fn old_alphabets_and_empty_lines() {
    let found = lines(include_bytes!("samples/outlook-2.1.vcf"));
    assert_eq!(found, ["Luis Peña | luis@example.org | (559) 555-0149"]);
}

#[test]
fn addresses_as_uris_and_groups_of_people() {
    let found = lines(include_bytes!("samples/standard-4.0.vcf"));
    let wanted = [
        "Mei Chen | mei@example.org | tel:+1-559-555-0150;ext=102 tel:+1-559-555-0151",
        "The team |  | ",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn both_kinds_of_utf_16() {
    let text = "BEGIN:VCARD\r\nFN:Zoë\r\nEND:VCARD\r\n";
    let mut little = vec![0xff, 0xfe];
    little.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let mut big = vec![0xfe, 0xff];
    big.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    assert_eq!(lines(&little), ["Zoë |  | "]);
    assert_eq!(lines(&big), ["Zoë |  | "]);
}

#[test]
fn what_is_long_deep_or_broken_stays_small() {
    // A value that never ends its soft break swallows its own entry alone.
    let open =
        "BEGIN:VCARD\nVERSION:2.1\nNOTE;QUOTED-PRINTABLE:a=\nb=\nBEGIN:VCARD\nFN:Eva\nEND:VCARD\n";
    let book = read(open.as_bytes()).unwrap();
    assert_eq!(book.faults, [(1, Fault::Broken)]);
    assert_eq!(book.entries[0].name, "Eva");
    // Many numbers, long words, control characters.
    let ways = "TEL:+15595550100\n".repeat(500);
    let name = format!("FN:{}\u{7}x\n", "y".repeat(5_000));
    let book = read(format!("BEGIN:VCARD\n{name}{ways}END:VCARD\n").as_bytes()).unwrap();
    let entry = &book.entries[0];
    assert_eq!(entry.phones.len(), MOST_WAYS);
    assert_eq!(entry.name.chars().count(), 200);
    // Cards inside cards, and a file of line ends.
    let deep = "BEGIN:VCARD\n".repeat(3_000);
    assert!(read(deep.as_bytes()).unwrap().entries.is_empty());
    assert_eq!(read(&b"\n".repeat(MOST_BYTES)), Err(BookError::NoCards));
    // No cut of a sample, however it is read, brings the reader down.
    for sample in [
        &include_bytes!("samples/phone-2.1.vcf")[..],
        include_bytes!("samples/folded-3.0.vcf"),
        include_bytes!("samples/standard-4.0.vcf"),
    ] {
        for at in 0..sample.len() {
            let _ = read(&sample[..at]);
            let _ = read(&sample[at..]);
        }
    }
}
