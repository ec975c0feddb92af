//! Bringing a directory's services in from a folder of CSV files, all in one
//! transaction. A second import of the same directory updates what is there.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use argonaut_domain::audit::Deed;
use argonaut_domain::ids::ServiceId;
use argonaut_domain::place::Place;
use argonaut_store::Service;
use thiserror::Error;
use uuid::Uuid;

use super::draft::Draft;
use super::table::Folder;
use super::{hsds, ohana};
use crate::app::App;
use crate::error::Trouble;

/// The formats that are understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// The Human Services Data Specification 3.0.
    Hsds,
    /// An Ohana directory.
    Ohana,
}

impl SourceKind {
    /// Its name, which begins the source of each service.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hsds => "hsds",
            Self::Ohana => "ohana",
        }
    }
}

/// What is wrong with a row. Unless it says that the row was left out, what
/// could be read of it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// In which file.
    pub file: String,
    /// On which line.
    pub line: u64,
    /// What is wrong.
    pub what: String,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which format it was.
    pub source: SourceKind,
    /// How many services are new.
    pub created: usize,
    /// How many were there already and are now up to date.
    pub updated: usize,
    /// How many of both have a place.
    pub placed: usize,
    /// How many of both offer something that we have a term for.
    pub with_terms: usize,
    /// What is wrong with rows.
    pub problems: Vec<RowProblem>,
}

/// Why nothing was imported.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The folder holds neither format.
    #[error(
        "{0}: this folder holds no directory that can be read; HSDS needs organizations.csv and services.csv with \
         the column organization_id, Ohana needs organizations.csv, locations.csv and services.csv with the column \
         location_id"
    )]
    Neither(PathBuf),
    /// A file cannot be read.
    #[error("{path}: cannot be read")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file is no CSV.
    #[error("{path}: this is no CSV file")]
    NotCsv {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: csv::Error,
    },
    /// Our own trouble.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// Imports the services of a folder.
///
/// # Errors
/// When the folder holds no directory, a file cannot be read, or storage
/// fails. Then nothing has changed.
pub async fn import(app: &App, dir: &Path) -> Result<Report, ImportError> {
    let dir = dir.to_owned();
    let (source, drafts, problems) = tokio::task::spawn_blocking(move || read(&dir))
        .await
        .map_err(|error| Trouble::Bug(format!("reading a directory: {error}")))??;
    let mut report = Report {
        source,
        created: 0,
        updated: 0,
        placed: 0,
        with_terms: 0,
        problems,
    };
    keep(app, drafts, &mut report).await?;
    app.refresh().await?;
    Ok(report)
}

type Gathered = (SourceKind, Vec<Draft>, Vec<RowProblem>);

fn read(dir: &Path) -> Result<Gathered, ImportError> {
    let mut folder = Folder::new(dir);
    let services = folder.table("services.csv")?;
    let there = |file: &str| dir.join(file).exists();
    let (source, drafts) = if !there("organizations.csv") || !services.has("name") {
        return Err(ImportError::Neither(dir.to_owned()));
    } else if services.has("organization_id") {
        (SourceKind::Hsds, hsds::read(&mut folder, &services)?)
    } else if services.has("location_id") && there("locations.csv") {
        (SourceKind::Ohana, ohana::read(&mut folder, &services)?)
    } else {
        return Err(ImportError::Neither(dir.to_owned()));
    };
    Ok((source, drafts, folder.problems))
}

/// What becomes of a row.
enum Verdict {
    Keep,
    /// It was imported while it was open, and must match nobody from now on.
    Close(&'static str),
    LeaveOut(&'static str),
}

async fn keep(app: &App, drafts: Vec<Draft>, report: &mut Report) -> Result<(), Trouble> {
    let (now, mut rng) = (app.now(), app.rng());
    let mut write = app.store.write().await?;
    let known: HashSet<(String, String)> = write
        .services()
        .await?
        .into_iter()
        .map(|service| (service.source, service.source_id))
        .collect();
    let mut seen = HashSet::new();
    for draft in drafts {
        let source = match draft.organization_id.as_str() {
            "" => report.source.code().to_owned(),
            organization => format!("{}:{organization}", report.source.code()),
        };
        let key = (source, draft.source_id);
        let verdict = if draft.name.is_empty() {
            Verdict::LeaveOut("no name: left out")
        } else if key.1.is_empty() {
            Verdict::LeaveOut("no id: left out")
        } else if seen.contains(&key) {
            Verdict::LeaveOut("the same id as a row before: left out")
        } else if !draft.closed {
            Verdict::Keep
        } else if known.contains(&key) {
            Verdict::Close("closed by its status: kept, but offers nothing any more")
        } else {
            Verdict::LeaveOut("closed by its status: left out")
        };
        if let Verdict::LeaveOut(what) | Verdict::Close(what) = verdict {
            report.problems.push(RowProblem {
                file: "services.csv".to_owned(),
                line: draft.line,
                what: what.to_owned(),
            });
        }
        if matches!(verdict, Verdict::LeaveOut(_)) {
            continue;
        }
        seen.insert(key.clone());
        let service = Service {
            id: ServiceId::ordered(now, &mut rng),
            source: key.0,
            source_id: key.1,
            name: draft.name,
            organization: draft.organization,
            description: draft.description,
            place: draft.place,
            terms: if draft.closed {
                Vec::new()
            } else {
                draft.terms
            },
            languages: draft.languages,
            contact: draft.contact,
            imported: now,
        };
        let (_, new) = write.upsert_service(&service).await?;
        report.created += usize::from(new);
        report.updated += usize::from(!new);
        report.placed += usize::from(service.place != Place::Anywhere);
        report.with_terms += usize::from(!service.terms.is_empty());
    }
    let entry = app.entry(None, Deed::ServicesImported, Uuid::nil());
    Ok(write.commit(&[entry]).await?)
}
