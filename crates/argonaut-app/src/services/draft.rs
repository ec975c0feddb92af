//! A service as a file tells it, and what the formats share in making one:
//! places, languages, lines of text. It does not store.

use argonaut_domain::fold::fold;
use argonaut_domain::language::LanguageId;
use argonaut_domain::locale::Locale;
use argonaut_domain::place::{CountryId, Place};
use argonaut_domain::taxonomy::TermId;
use argonaut_store::ServiceContact;

use super::table::Row;

/// A service, before it has an id of ours.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) line: u64,
    /// The organization's id in the file.
    pub(super) organization_id: String,
    pub(super) source_id: String,
    pub(super) name: String,
    pub(super) organization: String,
    pub(super) description: String,
    pub(super) place: Place,
    pub(super) terms: Vec<TermId>,
    pub(super) languages: Vec<LanguageId>,
    pub(super) contact: ServiceContact,
    /// Whether the directory says that it is closed.
    pub(super) closed: bool,
}

/// Whether a status word says that nobody is served any more.
pub(super) fn is_closed(status: &str) -> bool {
    matches!(
        fold(status).as_str(),
        "inactive" | "defunct" | "temporarily closed"
    )
}

/// The place of an address: its town, else its state, else nothing.
pub(super) fn place(address: &Row) -> Option<Place> {
    let (city, state) = (address.get("city"), address.get("state_province"));
    let country = match address.get("country") {
        // Both formats come from there, and leave it out.
        "" => CountryId::parse("US"),
        code => CountryId::parse(&code.to_uppercase()),
    };
    let within = |found: &Place| country.is_none() || found.country() == country;
    let town = || {
        let name = fold(city);
        // A code of a state can begin the name of a country, so the first hit
        // alone would take Richmond, CA to Canada.
        Place::search(&format!("{city}, {state}"), None, 20)
            .into_iter()
            .filter(|found| matches!(found, Place::City(_)))
            .filter(within)
            .find(|found| {
                let label = fold(&found.label(Locale::En));
                label.split(',').next() == Some(name.as_str())
            })
    };
    let region = || {
        Place::search(state, None, 20)
            .into_iter()
            .filter(|found| matches!(found, Place::Region(_)))
            .filter(within)
            .find(|found| fold(&found.label(Locale::En)) == fold(state))
    };
    Some(city)
        .filter(|city| !city.is_empty())
        .and_then(|_| town())
        .or_else(region)
}

/// A language by its code or its name: "es", "Spanish", "Chinese (Mandarin)".
pub(super) fn language(code: &str, name: &str) -> Option<LanguageId> {
    let exact = |text: &str| {
        let text = fold(text.trim());
        LanguageId::search(&text).into_iter().find(|language| {
            [
                language.name(Locale::En),
                language.name(Locale::Es),
                language.autonym(),
            ]
            .iter()
            .any(|known| fold(known) == text)
        })
    };
    let (outer, inner) = name.split_once('(').unwrap_or((name, ""));
    LanguageId::parse(&code.to_lowercase())
        .or_else(|| exact(name))
        .or_else(|| exact(inner.trim_end().trim_end_matches(')')))
        .or_else(|| exact(outer))
}

/// An address in one line.
pub(super) fn address_line(address: &Row) -> String {
    let state = join(
        " ",
        &[address.get("state_province"), address.get("postal_code")],
    );
    join(
        ", ",
        &[
            address.get("address_1"),
            address.get("address_2"),
            address.get("city"),
            &state,
        ],
    )
}

/// What is not empty, joined.
pub(super) fn join(between: &str, parts: &[&str]) -> String {
    let some: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    some.join(between)
}

/// The first that is not empty.
pub(super) fn first<'a>(choices: &[&'a str]) -> &'a str {
    choices
        .iter()
        .copied()
        .find(|choice| !choice.is_empty())
        .unwrap_or_default()
}

/// A web address that can be followed; others (scripts, mail) are dropped.
pub(super) fn web(address: &str) -> String {
    let lower = address.to_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        address.to_owned()
    } else if !lower.contains(':') && lower.contains('.') {
        format!("http://{address}")
    } else {
        String::new()
    }
}

/// A telephone number of these rows, the voice line before the others; never a fax.
pub(super) fn phone<'a>(rows: impl Iterator<Item = &'a Row>) -> Option<String> {
    let kind = |row: &Row| fold(first(&[row.get("type"), row.get("number_type")]));
    let mut lines: Vec<&Row> = rows
        .filter(|row| !row.get("number").is_empty())
        .filter(|row| !matches!(kind(row).as_str(), "fax" | "modem" | "pager"))
        .collect();
    lines.sort_by_key(|row| !matches!(kind(row).as_str(), "voice" | ""));
    lines.first().map(|row| {
        let number = row.get("number").trim_matches('"').trim();
        match row.get("extension") {
            "" => number.to_owned(),
            extension => format!("{number} ext. {extension}"),
        }
    })
}
