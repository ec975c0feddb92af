//! What would be imported: a record per row, what could not be understood, and
//! who is there already. What is not understood goes into a note: nothing is lost.

use std::collections::HashSet;

use argonaut_domain::card::Urgency;
use argonaut_domain::clock::Timestamp;
use argonaut_domain::fold::fold;
use argonaut_domain::ids::HelperId;
use argonaut_domain::language::LanguageId;
use argonaut_domain::locale::Locale;
use argonaut_domain::person::Gender;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::{Taxonomy, TermId, TermKind};
use argonaut_privacy::dossier::{Birth, Dossier, Private};
use jiff::civil::Date;

use super::{Mapping, Table, Target};
use crate::app::App;
use crate::clients::ClientError;
use crate::opener::Opener;
use crate::who::SignedIn;

/// What was not understood in a row. The text is kept in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no name: the row cannot be kept.
    NoName,
    /// A value of this column was not understood.
    NotUnderstood(Target, String),
}

/// A row, as it would be imported.
#[derive(Clone, Debug)]
pub struct PlannedRow {
    /// Its line in the file.
    pub line: u64,
    /// The record; `None` when there is no name.
    pub dossier: Option<Dossier>,
    /// What was not understood.
    pub problems: Vec<Problem>,
    /// Whether somebody like this is in the caseload, or higher up in the file.
    pub duplicate: bool,
}

/// A file, as it would be imported.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its rows.
    pub rows: Vec<PlannedRow>,
}

/// Plans the import. `by` writes the notes, at `now`.
pub fn prepare(
    table: &Table,
    mapping: &Mapping,
    by: HelperId,
    now: Timestamp,
    locale: Locale,
) -> Plan {
    let rows = table
        .rows
        .iter()
        .map(|(line, cells)| row(*line, cells, mapping, by, now, locale))
        .collect();
    Plan { rows }
}

fn row(
    line: u64,
    cells: &[String],
    mapping: &Mapping,
    by: HelperId,
    now: Timestamp,
    locale: Locale,
) -> PlannedRow {
    let texts = |target: Target| -> Vec<&str> {
        mapping
            .iter()
            .zip(cells)
            .filter(|(of, cell)| **of == target && !cell.is_empty())
            .map(|(_, cell)| cell.as_str())
            .collect()
    };
    let name = match texts(Target::Name).first() {
        Some(name) => (*name).to_owned(),
        None => [texts(Target::FirstName), texts(Target::LastName)]
            .concat()
            .join(" "),
    };
    if name.trim().is_empty() {
        return PlannedRow {
            line,
            dossier: None,
            problems: vec![Problem::NoName],
            duplicate: false,
        };
    }
    let mut problems = Vec::new();
    let mut missed =
        |target: Target, text: &str| problems.push(Problem::NotUnderstood(target, text.to_owned()));
    let mut dossier = Dossier::new(name);
    dossier.contact.phones = texts(Target::Phone)
        .into_iter()
        .map(Private::from)
        .collect();
    dossier.contact.emails = texts(Target::Email)
        .into_iter()
        .map(Private::from)
        .collect();
    dossier.contact.address = Private::from(texts(Target::Address).join("\n"));
    for text in texts(Target::Birth) {
        match birth(text, now.date()) {
            Some(birth) => dossier.birth = birth,
            None => missed(Target::Birth, text),
        }
    }
    for text in texts(Target::Gender) {
        match gender(text) {
            Some(gender) => dossier.gender = Some(gender),
            None => missed(Target::Gender, text),
        }
    }
    for text in texts(Target::Languages)
        .into_iter()
        .flat_map(|text| text.split([',', ';', '|', '/']))
    {
        match LanguageId::search(text).first() {
            Some(language) => dossier.languages.push(*language),
            None => missed(Target::Languages, text.trim()),
        }
    }
    let place = texts(Target::Place);
    if !place.is_empty() {
        let whole = place.join(", ");
        let found = Place::search(&whole, None, 1).first().copied();
        match found.or_else(|| {
            place
                .iter()
                .find_map(|part| Place::search(part, None, 1).first().copied())
        }) {
            Some(place) => dossier.place = place,
            None => missed(Target::Place, &whole),
        }
    }
    let urgency = texts(Target::Urgency)
        .first()
        .map_or(Urgency::Medium, |text| urgency(text));
    for text in texts(Target::Needs)
        .into_iter()
        .flat_map(|text| text.split([',', ';', '|', '/']))
    {
        let text = text.trim();
        match need(text, locale) {
            Some(term) => {
                dossier.need(term, urgency);
            }
            None if text.is_empty() => {}
            None => missed(Target::Needs, text),
        }
    }
    for text in texts(Target::Notes) {
        dossier.note(now, by, text);
    }
    let kept: Vec<String> = problems
        .iter()
        .filter_map(|problem| match problem {
            Problem::NoName => None,
            Problem::NotUnderstood(target, text) => Some(format!("{target}: {text}")),
        })
        .collect();
    if !kept.is_empty() {
        dossier.note(now, by, kept.join("\n"));
    }
    dossier.last_attention = None;
    PlannedRow {
        line,
        dossier: Some(dossier),
        problems,
        duplicate: false,
    }
}

fn need(text: &str, locale: Locale) -> Option<TermId> {
    let taxonomy = Taxonomy::builtin();
    let find = |text: &str, locale| {
        taxonomy
            .search(&[TermKind::Need], locale, text, 1)
            .first()
            .copied()
    };
    [locale, Locale::En, Locale::Es]
        .into_iter()
        .find_map(|locale| find(text, locale))
}

fn birth(text: &str, today: Date) -> Option<Birth> {
    let birth = match text.parse::<u16>() {
        Ok(year) => Birth::Year(year),
        Err(_) => ["%Y-%m-%d", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y"]
            .into_iter()
            .find_map(|format| Date::strptime(format, text).ok())
            .map(Birth::Date)?,
    };
    birth.years(today).map(|_| birth)
}

fn gender(text: &str) -> Option<Gender> {
    match fold(text).trim() {
        "woman" | "female" | "f" | "w" | "girl" | "mujer" | "femenino" => Some(Gender::Woman),
        "man" | "male" | "m" | "boy" | "hombre" | "masculino" | "h" => Some(Gender::Man),
        "other" | "non-binary" | "nonbinary" | "x" | "otro" | "no binario" => Some(Gender::Other),
        _ => None,
    }
}

/// "Non urgent" is not urgent.
fn urgency(text: &str) -> Urgency {
    let text = fold(text);
    if [
        "non urgent",
        "not urgent",
        "no urgente",
        "can wait",
        "puede esperar",
        "would be great",
    ]
    .iter()
    .any(|word| text.contains(word))
    {
        Urgency::Low
    } else if text.contains("urgen") || text.contains("24 h") {
        Urgency::High
    } else {
        Urgency::Medium
    }
}

/// What makes two records alike: the name, a telephone number, an address.
fn signs(dossier: &Dossier) -> Vec<String> {
    let digits = |phone: &Private| {
        phone
            .chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let mut signs = vec![format!("n{}", fold(dossier.name()))];
    signs.extend(
        dossier
            .contact
            .phones
            .iter()
            .map(digits)
            .filter(|digits| digits.len() > 5)
            .map(|digits| format!("p{digits}")),
    );
    signs.extend(
        dossier
            .contact
            .emails
            .iter()
            .map(|email| format!("e{}", fold(email))),
    );
    signs
}

/// Marks the rows of those who are in the caseload, or higher up in the file.
///
/// # Errors
/// When storage fails.
pub async fn duplicates(app: &App, who: &SignedIn, plan: &mut Plan) -> Result<(), ClientError> {
    let mut known: HashSet<String> = HashSet::new();
    let mut read = app.store.read().await?;
    let mut opener = Opener::load(&mut read, who).await?;
    let caseload = read.caseload(who.helper()).await?;
    opener.meet(&mut read, who, &caseload).await?;
    drop(read);
    for row in &caseload {
        // What cannot be believed is no ground to hold a row of the file back.
        if let Ok(dossier) = opener.open(who, row) {
            known.extend(signs(&dossier));
        }
    }
    opener.keep_by_itself(app, who).await;
    for row in &mut plan.rows {
        let Some(dossier) = &row.dossier else {
            continue;
        };
        let own = signs(dossier);
        row.duplicate = own.iter().any(|sign| known.contains(sign));
        known.extend(own);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{guess, read};
    use super::*;

    fn planned(text: &str) -> Plan {
        let table = read(text.as_bytes()).unwrap();
        let by = HelperId::from_uuid(uuid::Uuid::nil());
        let now = Timestamp::from_date(Date::constant(2026, 11, 23));
        prepare(&table, &guess(&table), by, now, Locale::En)
    }

    #[test]
    fn what_is_not_understood_is_kept_in_a_note() {
        let plan = planned(
            "Name,telephone,Birthday,Gender,City,What do you need?,Is your need:,Notes\n\
             Sam,555 0101,1950,male,\"Fresno, California\",\"Food, pet care, moonlight\",\"non urgent, I can wait\",Has a dog\n\
             ,555 0102,,,,,,\n\
             Ana,,31/31/1950,unknown,Nowhereville,,,\n",
        );
        let sam = plan.rows[0].dossier.as_ref().unwrap();
        assert_eq!(
            (sam.name(), sam.birth, sam.gender),
            ("Sam", Birth::Year(1950), Some(Gender::Man))
        );
        assert!(
            sam.place != Place::Anywhere
                && sam.needs.iter().all(|need| need.urgency == Urgency::Low)
        );
        assert!(!sam.needs.is_empty());
        assert!(plan.rows[0].problems.contains(&Problem::NotUnderstood(
            Target::Needs,
            "moonlight".to_owned()
        )));
        assert!(sam.notes.iter().any(|note| note.text.contains("moonlight")));
        assert_eq!(plan.rows[1].problems, [Problem::NoName]);
        assert_eq!((plan.rows[1].line, plan.rows[2].problems.len()), (3, 3));
    }

    #[test]
    fn urgency_reads_words() {
        assert_eq!(
            urgency("Urgent! I need this within 24 hours"),
            Urgency::High
        );
        assert_eq!(urgency("Non urgent, I can wait a day or two"), Urgency::Low);
        assert_eq!(urgency(""), Urgency::Medium);
    }
}
