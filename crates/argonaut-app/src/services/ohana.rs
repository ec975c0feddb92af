//! The CSV files of an Ohana directory: a service belongs to one location, and
//! its terms are ids of Open Eligibility. It does not store.

use std::collections::HashMap;

use argonaut_store::ServiceContact;

use super::draft::{Draft, address_line, first, is_closed, join, language, phone, place, web};
use super::import::ImportError;
use super::table::{Folder, Row, Table};
use super::terms::{self, Crosswalk};

const FILE: &str = "services.csv";

/// The services of the folder.
pub(super) fn read(folder: &mut Folder, services: &Table) -> Result<Vec<Draft>, ImportError> {
    let organizations = folder.table("organizations.csv")?;
    let locations = folder.table("locations.csv")?;
    let addresses = folder.table("addresses.csv")?;
    let phones = folder.table("phones.csv")?;
    let schedules = folder.table("regular_schedules.csv")?;
    let crosswalk = Crosswalk::of(&folder.table("taxonomy.csv")?);
    let (organizations, locations) = (organizations.by("id"), locations.by("id"));
    let addresses = addresses.by("location_id");
    let mut drafts = Vec::new();
    for row in &services.rows {
        let (id, location_id) = (row.get("id"), row.get("location_id"));
        let none = Row::default();
        let location = one(&locations, location_id).unwrap_or_else(|| {
            folder.problem(FILE, row.line, format!("no location \"{location_id}\""));
            &none
        });
        let organization_id = location.get("organization_id");
        let organization = one(&organizations, organization_id).unwrap_or(&none);
        let address = one(&addresses, location_id);
        let found = address.and_then(place);
        if found.is_none() && location.get("virtual") != "true" {
            let what = address.map_or_else(
                || "no address: kept without a place".to_owned(),
                |address| format!("no place for \"{}\"", address_line(address)),
            );
            folder.problem(FILE, row.line, what);
        }
        let spoken = first(&[row.get("languages"), location.get("languages")]);
        let mut languages = Vec::new();
        for name in list(spoken) {
            match language("", name) {
                Some(known) if languages.contains(&known) => {}
                Some(known) => languages.push(known),
                None => folder.problem(FILE, row.line, format!("no language \"{name}\"")),
            }
        }
        let number = phone(phones.with("service_id", id))
            .or_else(|| phone(phones.with("location_id", location_id)))
            .or_else(|| phone(phones.with("organization_id", organization_id)))
            .unwrap_or_default();
        let hours = first(&[
            &hours(schedules.with("service_id", id)),
            &hours(schedules.with("location_id", location_id)),
        ])
        .to_owned();
        drafts.push(Draft {
            line: row.line,
            organization_id: organization_id.to_owned(),
            source_id: id.to_owned(),
            name: row.get("name").to_owned(),
            organization: organization.get("name").to_owned(),
            description: row.get("description").to_owned(),
            place: found.unwrap_or_default(),
            terms: offered(row, &crosswalk, folder),
            languages,
            contact: ServiceContact {
                phone: number,
                email: first(&[
                    row.get("email"),
                    location.get("email"),
                    organization.get("email"),
                ])
                .to_owned(),
                url: web(first(&[
                    row.get("website"),
                    location.get("website"),
                    organization.get("website"),
                ])),
                address: address.map(address_line).unwrap_or_default(),
                hours,
                fees: row.get("fees").to_owned(),
                eligibility: join(
                    "; ",
                    &[row.get("eligibility"), row.get("required_documents")],
                ),
            },
            closed: is_closed(row.get("status")),
        });
    }
    Ok(drafts)
}

fn one<'a>(rows: &HashMap<&str, Vec<&'a Row>>, id: &str) -> Option<&'a Row> {
    rows.get(id)?.first().copied()
}

fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// By the ids; where there are none, by keywords and the name.
fn offered(
    row: &Row,
    crosswalk: &Crosswalk,
    folder: &mut Folder,
) -> Vec<argonaut_domain::taxonomy::TermId> {
    let mut found = Vec::new();
    for id in list(row.get("taxonomy_ids")) {
        if !crosswalk.knows(id) {
            folder.problem(FILE, row.line, format!("no entry \"{id}\" in taxonomy.csv"));
        }
        found.extend(crosswalk.term(id));
    }
    if found.is_empty() {
        let by_keyword = |word| {
            crosswalk
                .term_of_name(word)
                .or_else(|| terms::by_words(word))
        };
        found.extend(list(row.get("keywords")).filter_map(by_keyword));
        found.extend(terms::within(row.get("name")));
    }
    terms::most_specific(found)
}

fn hours<'a>(rows: impl Iterator<Item = &'a Row>) -> String {
    let days: Vec<String> = rows
        .map(|row| {
            let times = join("–", &[row.get("opens_at"), row.get("closes_at")]);
            join(" ", &[row.get("weekday"), &times])
        })
        .collect();
    days.join("; ")
}
