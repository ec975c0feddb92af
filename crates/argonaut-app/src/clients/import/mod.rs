//! Importing clients from a CSV file: read, columns guessed, a plan with what is
//! wrong in each row and who is there already, and then all of it or nothing.

mod guess;
mod plan;
mod read;

pub use guess::{Mapping, Target, guess};
pub use plan::{Plan, PlannedRow, Problem, duplicates, prepare};
pub use read::{Table, UnreadableTable, read, text};

use argonaut_domain::ids::ClientId;

use super::{ClientError, record};
use crate::app::App;
use crate::who::SignedIn;

/// Why a file was not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A row has no name, so nothing was imported.
    #[error("line {0} has no name")]
    NoName(u64),
    /// There is nothing to import.
    #[error("there is nothing to import")]
    Nothing,
    /// As with any record.
    #[error(transparent)]
    Client(#[from] ClientError),
}

impl ImportError {
    /// The kind of failure.
    pub const fn kind(&self) -> crate::Kind {
        match self {
            Self::NoName(_) | Self::Nothing => crate::Kind::Invalid,
            Self::Client(error) => error.kind(),
        }
    }
}

/// Records every client of a plan in one transaction. With `skip_duplicates`
/// those who are there already are left out.
///
/// # Errors
/// [`ImportError::NoName`] when a row cannot be kept; then nothing is.
pub async fn run(
    app: &App,
    who: &SignedIn,
    plan: Plan,
    skip_duplicates: bool,
) -> Result<Vec<ClientId>, ImportError> {
    let mut dossiers = Vec::with_capacity(plan.rows.len());
    for row in plan.rows {
        if skip_duplicates && row.duplicate {
            continue;
        }
        dossiers.push(row.dossier.ok_or(ImportError::NoName(row.line))?);
    }
    if dossiers.is_empty() {
        return Err(ImportError::Nothing);
    }
    Ok(record::record_all(app, who, dossiers).await?)
}
