//! Measures the program against data and peers. Prints a table, or with
//! `--json` one object on one line; runs without a terminal. Never shipped.

mod adult;
mod caseload;
mod crash;
mod engine;
mod figures;
mod gate;
mod instance;
mod mails;
mod messages;
mod rings;
mod scrub;
mod trust;
mod vault;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Counts every byte that is in use, which says what things weigh, whatever the
/// allocator below it makes of it. It costs an addition for each piece of memory:
/// queries and updates took the same with it and without, within 1 %.
#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

/// Measures Argonaut.
#[derive(Parser)]
#[command(name = "argonaut-eval", version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// One helper's caseload: how long the list and a search take on the server.
    Caseload(caseload::Options),
    /// The vault: signing in, resuming, opening records of one's own and shared ones.
    Vault(vault::Options),
    /// Messages a second, and what sealing each to each reader would cost.
    Messages(messages::Options),
    /// Kills a writer again and again, and looks for what was lost.
    Crash(crash::Options),
    /// Rings: a kidney-exchange file, or invented cards, packed and timed.
    Rings(rings::Options),
    /// Trust: hides some ratings of a network and forecasts them, or measures a large one.
    Trust(trust::Options),
    /// A table with hierarchies, released so that each row is one of k alike.
    Adult(adult::Options),
    /// The gate: an invented land, its cards, and what attackers learn from them.
    Gate(gate::Options),
    /// The matching engine against a plain scan, tantivy and PostgreSQL.
    Engine(engine::Options),
    /// Being told by mail: how many letters a minute go through the post.
    Mails(mails::Options),
    /// Personal data in free text: labelled texts, and notes without names.
    Scrub(scrub::Options),
}

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Caseload(options) => caseload::run(options).await,
        Task::Vault(options) => vault::run(options).await,
        Task::Messages(options) => messages::run(options).await,
        Task::Crash(options) => crash::run(options).await,
        Task::Rings(options) => rings::run(&options),
        Task::Trust(options) => trust::run(&options),
        Task::Engine(options) => engine::run(options).await,
        Task::Mails(options) => mails::run(options).await,
        Task::Scrub(options) => scrub::run(&options),
        Task::Adult(options) => adult::run(&options),
        Task::Gate(options) => gate::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("argonaut-eval: {error}");
            ExitCode::FAILURE
        }
    }
}
