//! Directory services, as imported.

use argonaut_domain::clock::Timestamp;
use argonaut_domain::ids::ServiceId;
use argonaut_domain::language::LanguageId;
use argonaut_domain::place::Place;
use argonaut_domain::taxonomy::TermId;
use serde::{Deserialize, Serialize};

use crate::changes::ChangeKind;
use crate::db::row::to_json;
use crate::db::{Read, Row, Write, values};
use crate::error::StoreError;

/// How to reach a service.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceContact {
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Web page.
    pub url: String,
    /// Street address, in one line.
    pub address: String,
    /// When it is open, in the source's words.
    pub hours: String,
    /// What it costs, in the source's words.
    pub fees: String,
    /// Whom it is for, in the source's words.
    pub eligibility: String,
}

/// A directory service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Which.
    pub id: ServiceId,
    /// From which directory.
    pub source: String,
    /// Its id there: a second import updates instead of doubling.
    pub source_id: String,
    /// Its name.
    pub name: String,
    /// Who runs it.
    pub organization: String,
    /// What it does, in the source's words.
    pub description: String,
    /// Where it is.
    pub place: Place,
    /// What it offers.
    pub terms: Vec<TermId>,
    /// Languages spoken there; empty is "not said".
    pub languages: Vec<LanguageId>,
    /// How to reach it.
    pub contact: ServiceContact,
    /// When it was imported.
    pub imported: Timestamp,
}

fn service(row: &Row) -> Result<Service, StoreError> {
    Ok(Service {
        id: row.id("id", ServiceId::from_uuid)?,
        source: row.get("source")?,
        source_id: row.get("source_id")?,
        name: row.get("name")?,
        organization: row.get("organization")?,
        description: row.get("description")?,
        place: row.word("place")?,
        terms: row.json("terms")?,
        languages: row.json("languages")?,
        contact: row.json("contact")?,
        imported: row.time("imported_at")?,
    })
}

impl Read {
    /// A service by id.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn service(&mut self, id: ServiceId) -> Result<Option<Service>, StoreError> {
        self.row("SELECT * FROM services WHERE id = $1", values![id])
            .await?
            .as_ref()
            .map(service)
            .transpose()
    }

    /// Every service: what a node reads at its start.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn services(&mut self) -> Result<Vec<Service>, StoreError> {
        self.rows("SELECT * FROM services ORDER BY id", values![])
            .await?
            .iter()
            .map(service)
            .collect()
    }
}

impl Write {
    /// Keeps a service, or brings the one of the same source up to date. Gives
    /// the id it has, and whether it is new.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn upsert_service(&mut self, new: &Service) -> Result<(ServiceId, bool), StoreError> {
        let row = self
            .row(
                "INSERT INTO services (id, source, source_id, name, organization, description, place, terms, languages,
                    contact, imported_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                 ON CONFLICT (source, source_id) DO UPDATE SET name = excluded.name,
                    organization = excluded.organization, description = excluded.description, place = excluded.place,
                    terms = excluded.terms, languages = excluded.languages, contact = excluded.contact,
                    imported_at = excluded.imported_at
                 RETURNING id",
                values![
                    new.id,
                    new.source.as_str(),
                    new.source_id.as_str(),
                    new.name.as_str(),
                    new.organization.as_str(),
                    new.description.as_str(),
                    new.place.to_string(),
                    to_json(&new.terms)?,
                    to_json(&new.languages)?,
                    to_json(&new.contact)?,
                    new.imported,
                ],
            )
            .await?
            .ok_or(StoreError::Stale)?;
        let id = row.id("id", ServiceId::from_uuid)?;
        self.changed(ChangeKind::Service, id.uuid()).await?;
        Ok((id, id == new.id))
    }
}
