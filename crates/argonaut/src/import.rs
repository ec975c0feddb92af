//! `argonaut import`: brings data in from files and says what became of it.
//! Whoever can run this owns the data folder anyway.

use argonaut_app::services::import::{self, ImportError, Report};
use thiserror::Error;

use crate::cli::ImportCommand;
use crate::config::Settings;
use crate::logs;
use crate::screen::say;
use crate::start::{self, StartError};

/// Why the command failed.
#[derive(Debug, Error)]
pub(crate) enum ImportFailure {
    /// The application does not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The services cannot be imported.
    #[error(transparent)]
    Services(#[from] ImportError),
}

/// Does what was asked.
pub(crate) async fn run(settings: &Settings, command: ImportCommand) -> Result<(), ImportFailure> {
    logs::start(settings);
    let app = start::app(settings).await?;
    let done = match command {
        ImportCommand::Services { dir } => import::import(&app, &dir)
            .await
            .map(|report| tell(&report))
            .map_err(ImportFailure::from),
    };
    app.close().await;
    done
}

fn tell(report: &Report) {
    for problem in &report.problems {
        say(&format!(
            "{}:{}: {}",
            problem.file, problem.line, problem.what
        ));
    }
    say(&format!(
        "{} services ({}): {} new, {} updated; {} with a place, {} with a known offer; {} problems",
        report.created + report.updated,
        report.source.code(),
        report.created,
        report.updated,
        report.placed,
        report.with_terms,
        report.problems.len()
    ));
}
