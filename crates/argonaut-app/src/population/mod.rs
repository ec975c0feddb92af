//! The figures by which the gate counts people: a census table that somebody
//! loaded, or the built-in estimate.

pub mod import;

use std::sync::Arc;

use argonaut_domain::clock::Timestamp;
use argonaut_domain::language::LanguageId;
use argonaut_domain::person::{AgeBand, Gender};
use argonaut_domain::place::Place;
use argonaut_privacy::gate::{BuiltinEstimate, CensusRow, CensusTable, Population};
use argonaut_store::{Read, StoreError};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::Trouble;

/// Where the lines are kept.
const LINES: &str = "population";
/// Where what is told of them is kept.
const SUMMARY: &str = "population_summary";

/// What is told of a loaded table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loaded {
    /// The file's name.
    pub file: String,
    /// When it was loaded.
    pub at: Timestamp,
    /// How many lines it has.
    pub lines: usize,
    /// How many places it names.
    pub places: usize,
    /// How many people live in all of them.
    pub people: u64,
}

/// A line as it is kept.
type Line = (
    Place,
    Option<AgeBand>,
    Option<Gender>,
    Option<LanguageId>,
    u64,
);

/// The table in use; `None` is the built-in estimate.
///
/// # Errors
/// When storage fails.
pub async fn current(app: &App) -> Result<Option<Loaded>, Trouble> {
    Ok(app.store.read().await?.setting(SUMMARY).await?)
}

/// The figures in force: what every node reads at its start, and when they change.
pub(crate) async fn figures(read: &mut Read) -> Result<Arc<dyn Population>, StoreError> {
    let lines: Option<Vec<Line>> = read.setting(LINES).await?;
    Ok(match lines {
        None => Arc::new(BuiltinEstimate),
        Some(lines) => Arc::new(CensusTable::new(lines.into_iter().map(row))),
    })
}

const fn row((place, band, gender, language, people): Line) -> CensusRow {
    CensusRow {
        place,
        band,
        gender,
        language,
        people,
    }
}
