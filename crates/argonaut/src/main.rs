//! The argonaut command: reads what was asked for and hands it to the command's
//! own file. It holds no rule of its own; the only place that asks the machine
//! for the time and for randomness.

mod admin;
mod cli;
mod config;
mod data_dir;
mod demo;
mod import;
mod logs;
mod mail;
mod screen;
mod serve;
mod start;

use std::process::ExitCode;

use clap::Parser as _;

use crate::cli::{Cli, Command};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Failure::Runtime)
        .and_then(|runtime| runtime.block_on(run(cli)));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            screen::complain(&failure);
            match failure {
                // A mail server that is told so keeps the mail and tries again.
                Failure::Mail(_) => ExitCode::from(75),
                Failure::Runtime(_)
                | Failure::Config(_)
                | Failure::Serve(_)
                | Failure::Demo(_)
                | Failure::Admin(_)
                | Failure::Import(_) => ExitCode::FAILURE,
            }
        }
    }
}

async fn run(cli: Cli) -> Result<(), Failure> {
    match cli.command {
        Command::Serve(args) => Ok(serve::run(&args.settings(config::FOLDER)?).await?),
        Command::Demo(args) => Ok(demo::run(&args.settings.settings(demo::FOLDER)?, &args).await?),
        Command::Admin(args) => {
            Ok(admin::run(&args.settings.settings(config::FOLDER)?, args.command).await?)
        }
        Command::Import(args) => {
            Ok(import::run(&args.settings.settings(config::FOLDER)?, args.command).await?)
        }
        Command::Mail(args) => {
            Ok(mail::run(&args.settings.settings(config::FOLDER)?, args.command).await?)
        }
    }
}

/// Why a command ended without success: each command's own errors.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the runtime does not start")]
    Runtime(#[source] std::io::Error),
    #[error(transparent)]
    Config(#[from] config::ConfigError),
    #[error(transparent)]
    Serve(#[from] serve::ServeError),
    #[error(transparent)]
    Demo(#[from] demo::DemoError),
    #[error(transparent)]
    Admin(#[from] admin::AdminError),
    #[error(transparent)]
    Import(#[from] import::ImportFailure),
    #[error(transparent)]
    Mail(#[from] mail::MailFailure),
}
