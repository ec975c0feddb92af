//! `cargo xtask`: the project's own errands. Each task lives in a file of its own; this file only
//! names them.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod data;
mod names;
mod tidy;

/// The project's own errands.
#[derive(Parser)]
#[command(name = "xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Checks the rules of the house: who may depend on whom, names, sizes, texts.
    Tidy(tidy::Options),
    /// Makes the compact tables of places and language shares.
    Data(data::Options),
    /// Makes the scrubber's lists of names and words.
    Names(names::Options),
}

fn main() -> ExitCode {
    match Arguments::parse().task {
        Task::Tidy(options) => tidy::run(&options),
        Task::Data(options) => data::run(&options),
        Task::Names(options) => names::run(&options),
    }
}
