//! `argonaut import`: brings data in from files and says what became of it.
//! Whoever can run this owns the data folder anyway.

use std::io::{BufRead as _, IsTerminal as _};
use std::path::Path;

use argonaut_app::App;
use argonaut_app::accounts::sign_in::{SignInError, sign_in};
use argonaut_app::clients::import as clients;
use argonaut_app::population::import as population;
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
    /// The census table cannot be loaded.
    #[error(transparent)]
    Population(#[from] population::ImportError),
    /// The file, or the password, cannot be read.
    #[error("{what} cannot be read: {source}")]
    Unreadable {
        /// What.
        what: String,
        /// Why.
        source: std::io::Error,
    },
    /// The file is no table.
    #[error(transparent)]
    NoTable(#[from] clients::UnreadableTable),
    /// The helper cannot sign in.
    #[error("{0}: check the handle and the password")]
    SignIn(#[from] SignInError),
    /// The clients cannot be imported.
    #[error(transparent)]
    Clients(#[from] clients::ImportError),
    /// The caseload cannot be read.
    #[error(transparent)]
    Caseload(#[from] argonaut_app::clients::ClientError),
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
        ImportCommand::Population { file } => population::import(&app, &file)
            .await
            .map(|loaded| {
                say(&format!(
                    "{}: {} lines, {} places, {} people; the gate counts by this table from now on",
                    loaded.file, loaded.lines, loaded.places, loaded.people
                ));
            })
            .map_err(ImportFailure::from),
        ImportCommand::Clients {
            file,
            handle,
            yes,
            skip_duplicates,
        } => bring_clients(&app, &file, &handle, yes, skip_duplicates).await,
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

/// Plans the import of a helper's clients, and does it when `yes` says so.
async fn bring_clients(
    app: &App,
    file: &Path,
    handle: &str,
    yes: bool,
    skip_duplicates: bool,
) -> Result<(), ImportFailure> {
    let unreadable = |what: String| move |source| ImportFailure::Unreadable { what, source };
    let bytes = std::fs::read(file).map_err(unreadable(file.display().to_string()))?;
    let table = clients::read(&bytes)?;
    let mapping = clients::guess(&table);
    for (column, target) in table.header.iter().zip(&mapping) {
        say(&format!("column “{column}”: {target}"));
    }
    let password = password().map_err(unreadable("the password".to_owned()))?;
    let who = sign_in(app, handle, password.into(), "command line")
        .await?
        .who;
    let locale = who.locale.unwrap_or(argonaut_domain::locale::Locale::En);
    let mut plan = clients::prepare(&table, &mapping, who.helper(), app.now(), locale);
    clients::duplicates(app, &who, &mut plan).await?;
    for row in &plan.rows {
        for problem in &row.problems {
            match problem {
                clients::Problem::NoName => say(&format!("line {}: there is no name", row.line)),
                clients::Problem::NotUnderstood(target, text) => {
                    say(&format!(
                        "line {}: {target} “{text}” goes into a note",
                        row.line
                    ));
                }
            }
        }
        if row.duplicate {
            say(&format!(
                "line {}: somebody like this is there already",
                row.line
            ));
        }
    }
    if yes {
        let ids = clients::run(app, &who, plan, skip_duplicates).await?;
        say(&format!("{} clients imported", ids.len()));
    } else {
        say(&format!(
            "{} rows; nothing imported: add --yes to import",
            plan.rows.len()
        ));
    }
    argonaut_app::accounts::session::sign_out(app, &who)
        .await
        .map_err(SignInError::from)?;
    Ok(())
}

fn password() -> std::io::Result<String> {
    if std::io::stdin().is_terminal() {
        return rpassword::prompt_password("Password: ");
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
