//! The CSV files of the Human Services Data Specification 3.0: a service can be
//! at several locations, and becomes one of ours at each. It does not store.

use std::collections::{BTreeSet, HashMap};

use argonaut_domain::language::LanguageId;
use argonaut_domain::taxonomy::TermId;
use argonaut_store::ServiceContact;

use super::draft::{Draft, address_line, first, is_closed, join, language, phone, place, web};
use super::import::ImportError;
use super::table::{Folder, Row, Table};
use super::terms;

const FILE: &str = "services.csv";

/// The other files, each read once.
struct Files {
    organizations: Table,
    at_location: Table,
    locations: Table,
    addresses: Table,
    phones: Table,
    schedules: Table,
    attributes: Table,
    taxonomy_terms: Table,
    taxonomies: Table,
    languages: Table,
    costs: Table,
    documents: Table,
}

/// The services of the folder.
pub(super) fn read(folder: &mut Folder, services: &Table) -> Result<Vec<Draft>, ImportError> {
    let mut at_location = folder.table("service_at_location.csv")?;
    if at_location.rows.is_empty() {
        at_location = folder.table("service_at_locations.csv")?;
    }
    let files = Files {
        organizations: folder.table("organizations.csv")?,
        at_location,
        locations: folder.table("locations.csv")?,
        addresses: folder.table("addresses.csv")?,
        phones: folder.table("phones.csv")?,
        schedules: folder.table("schedules.csv")?,
        attributes: folder.table("attributes.csv")?,
        taxonomy_terms: folder.table("taxonomy_terms.csv")?,
        taxonomies: folder.table("taxonomies.csv")?,
        languages: folder.table("languages.csv")?,
        costs: folder.table("cost_options.csv")?,
        documents: folder.table("required_documents.csv")?,
    };
    let organizations = files.organizations.by("id");
    let stands = files.at_location.by("service_id");
    let locations = files.locations.by("id");
    let addresses = files.addresses.by("location_id");
    let terms = Offered::of(&files);
    let mut drafts = Vec::new();
    for row in &services.rows {
        let none = Row::default();
        let organization_id = row.get("organization_id");
        let organization = one(&organizations, organization_id).unwrap_or_else(|| {
            folder.problem(
                FILE,
                row.line,
                format!("no organization \"{organization_id}\""),
            );
            &none
        });
        let here: &[&Row] = stands.get(row.get("id")).map_or(&[], Vec::as_slice);
        let nowhere = [&none];
        for stand in if here.is_empty() { &nowhere } else { here } {
            let location_id = stand.get("location_id");
            let location = one(&locations, location_id);
            let address = addresses.get(location_id).and_then(|all| {
                let physical = |row: &&&Row| row.get("address_type") != "postal";
                all.iter().find(physical).or_else(|| all.first()).copied()
            });
            let found = address.and_then(place);
            let afar = location.is_some_and(|row| row.get("location_type") == "virtual");
            if found.is_none() && !afar {
                let what = address.map_or_else(
                    || "no address: kept without a place".to_owned(),
                    |address| format!("no place for \"{}\"", address_line(address)),
                );
                folder.problem(FILE, row.line, what);
            }
            drafts.push(Draft {
                line: row.line,
                organization_id: organization_id.to_owned(),
                source_id: join("@", &[row.get("id"), location_id]),
                name: row.get("name").to_owned(),
                organization: organization.get("name").to_owned(),
                description: row.get("description").to_owned(),
                place: found.unwrap_or_default(),
                terms: terms.of_service(row),
                languages: languages(&files, row.get("id"), location_id, folder),
                contact: ServiceContact {
                    phone: number(&files, row, stand),
                    email: first(&[row.get("email"), organization.get("email")]).to_owned(),
                    url: web(first(&[
                        row.get("url"),
                        location.map_or("", |row| row.get("url")),
                        organization.get("website"),
                    ])),
                    address: address.map(address_line).unwrap_or_default(),
                    hours: hours(&files, row, stand),
                    fees: fees(&files, row),
                    eligibility: eligibility(&files, row),
                },
                closed: is_closed(row.get("status")),
            });
        }
    }
    Ok(drafts)
}

fn one<'a>(rows: &HashMap<&str, Vec<&'a Row>>, id: &str) -> Option<&'a Row> {
    rows.get(id)?.first().copied()
}

/// What the attributes say that services offer.
struct Offered<'a> {
    attributes: HashMap<&'a str, Vec<&'a Row>>,
    terms: HashMap<&'a str, Vec<&'a Row>>,
    taxonomies: HashMap<&'a str, Vec<&'a Row>>,
}

impl<'a> Offered<'a> {
    fn of(files: &'a Files) -> Self {
        Self {
            attributes: files.attributes.by("link_id"),
            terms: files.taxonomy_terms.by("id"),
            taxonomies: files.taxonomies.by("id"),
        }
    }
    /// By number where the taxonomy is Open Eligibility, by words elsewhere;
    /// by the service's name where the attributes say nothing.
    fn of_service(&self, service: &Row) -> Vec<TermId> {
        let links = self.attributes.get(service.get("id")).into_iter().flatten();
        let mut found: Vec<TermId> = links
            .filter_map(|link| one(&self.terms, link.get("taxonomy_term_id")))
            .filter_map(|term| {
                let taxonomy = one(&self.taxonomies, term.get("taxonomy_id"));
                let name = join(
                    " ",
                    &[
                        term.get("taxonomy"),
                        taxonomy.map_or("", |row| row.get("name")),
                    ],
                );
                let number = name
                    .to_lowercase()
                    .replace([' ', '-', '_'], "")
                    .contains("openeligibility")
                    .then(|| term.get("code").parse().ok())
                    .flatten();
                number
                    .and_then(|number| terms::by_number(number, term.get("name")))
                    .or_else(|| terms::by_words(term.get("name")))
            })
            .collect();
        if found.is_empty() {
            found.extend(terms::by_words(service.get("name")));
            found.extend(terms::within(service.get("name")));
            found.extend(terms::within(service.get("alternate_name")));
        }
        terms::most_specific(found)
    }
}

fn languages(files: &Files, service: &str, location: &str, folder: &mut Folder) -> Vec<LanguageId> {
    let of_service: Vec<&Row> = files.languages.with("service_id", service).collect();
    let rows = if of_service.is_empty() {
        files.languages.with("location_id", location).collect()
    } else {
        of_service
    };
    let mut found = BTreeSet::new();
    for row in rows {
        match language(row.get("code"), row.get("name")) {
            Some(known) => {
                found.insert(known);
            }
            None => {
                let what = format!(
                    "no language \"{}\"",
                    join(" ", &[row.get("code"), row.get("name")])
                );
                folder.problem("languages.csv", row.line, what);
            }
        }
    }
    found.into_iter().collect()
}

fn number(files: &Files, service: &Row, stand: &Row) -> String {
    let of = |column, id| phone(files.phones.with(column, id));
    of("service_at_location_id", stand.get("id"))
        .or_else(|| of("service_id", service.get("id")))
        .or_else(|| of("location_id", stand.get("location_id")))
        .or_else(|| of("organization_id", service.get("organization_id")))
        .unwrap_or_default()
}

fn hours(files: &Files, service: &Row, stand: &Row) -> String {
    let of = |column, id| {
        let lines: Vec<String> = files.schedules.with(column, id).map(hours_line).collect();
        lines.join("; ")
    };
    first(&[
        &of("service_at_location_id", stand.get("id")),
        &of("service_id", service.get("id")),
        &of("location_id", stand.get("location_id")),
    ])
    .to_owned()
}

fn hours_line(row: &Row) -> String {
    let times = join("–", &[row.get("opens_at"), row.get("closes_at")]);
    let when = join(" ", &[row.get("byday"), &times]);
    first(&[row.get("description"), &when]).to_owned()
}

fn fees(files: &Files, service: &Row) -> String {
    let costs: Vec<String> = files
        .costs
        .with("service_id", service.get("id"))
        .map(|row| {
            let amount = join(
                " ",
                &[
                    row.get("amount"),
                    &row.get("currency").to_uppercase(),
                    row.get("amount_description"),
                ],
            );
            join(": ", &[row.get("option"), &amount])
        })
        .collect();
    join(" ", &[service.get("fees_description"), &costs.join("; ")])
}

fn eligibility(files: &Files, service: &Row) -> String {
    let documents: Vec<&str> = files
        .documents
        .with("service_id", service.get("id"))
        .map(|row| row.get("document"))
        .filter(|document| !document.is_empty())
        .collect();
    let (least, most) = (service.get("minimum_age"), service.get("maximum_age"));
    let ages = match (least, most) {
        ("", "") => String::new(),
        (least, "") => format!("from {least} years"),
        ("", most) => format!("up to {most} years"),
        (least, most) => format!("{least} to {most} years"),
    };
    let whom = first(&[service.get("eligibility_description"), &ages]);
    join("; ", &[whom, &documents.join("; ")])
}
