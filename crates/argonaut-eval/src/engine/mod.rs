//! The engine against its peers, in one run: a plain scan over columns, tantivy,
//! PostgreSQL, DuckDB. Separate passes over the same questions; ratios pass by pass.
//!
//! What the figures mean:
//! - a **question** is the top 20 cards for a card of the corpus, asked by its own
//!   helper. The helper's eyes (trust, contacts, blocks) are a session's: the product
//!   and the peers hold them in the form that serves them best, and what making them
//!   costs is told apart;
//! - the **plain scan** is a loop over columns on one thread, the cheapest test that
//!   rules out most first, the score last; its steps are told one by one. It keeps no
//!   lists of cards and no bounds; numbers stand for sets and places that return, and
//!   a distance to a place is worked out once for a question;
//! - a time that was **typical** of a question is the middle one of its passes: of use
//!   where others run on the machine, which shows in the rows of threads that ran;
//! - **mismatches** are questions whose answer is not, to the last bit, that of the
//!   plain scan; the first few are also held against the engine's own definition;
//! - **the stream limit**: the cards that no order by place can decide unread (they
//!   fit, break no limit, and would reach the last answer by the factor for their
//!   distance if all else were at its best), 64 bytes for each, at the rate at
//!   which one core sums an array of 256 MB;
//! - **under load** the writer runs as fast as it can beside one busy reader; changes
//!   that end an epoch are told apart from the others;
//! - **the start** is the application's: it opens a SQLite database that its own
//!   storage filled, and builds its world and the engine from it, in a process of
//!   its own, the file being in the system's cache;
//! - **bytes per card** are those in use before and after `Engine::load`, the input
//!   being freed, as an allocator counts them; beside it, what the process holds
//!   more. Both in a process of its own.

mod asker;
mod columns;
mod duckdb;
mod machine;
mod measure;
mod phases;
mod postgres;
mod product;
mod questions;
mod report;
mod rows;
mod scan;
mod sql;
mod start;
mod tantivy_peer;
mod terms;
#[cfg(test)]
mod tests;
mod times;
mod viewer;
mod world;

use std::error::Error;
use std::io::Write as _;
use std::path::PathBuf;

use argonaut_domain::place::CountryId;
use argonaut_testkit::corpus::Corpus;
use clap::Args;

use report::Table;

/// What to measure.
#[derive(Args, Clone)]
pub(crate) struct Options {
    /// How many cards the corpus has.
    #[arg(long, default_value_t = 10_000)]
    cards: usize,
    /// How many questions each pass asks.
    #[arg(long, default_value_t = 200)]
    queries: usize,
    /// How many passes there are.
    #[arg(long, default_value_t = 3)]
    passes: usize,
    /// The seed of the corpus and of the questions.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Cards of this country alone, by its ISO 3166 code.
    #[arg(long)]
    country: Option<String>,
    /// How many other helpers the asking helper trusts.
    #[arg(long, default_value_t = 150)]
    trusted: usize,
    /// How many changes are made one at a time, before one that ends an epoch.
    #[arg(long, default_value_t = 5_000)]
    updates: usize,
    /// For how many seconds the writer runs beside a busy reader.
    #[arg(long, default_value_t = 3)]
    load_seconds: u64,
    /// Also the best for every card, on two threads.
    #[arg(long)]
    batch: bool,
    /// A PostgreSQL database to measure: its schema `argonaut_eval` is replaced.
    #[arg(long, value_name = "URL")]
    postgres: Option<String>,
    /// How many of the questions PostgreSQL answers.
    #[arg(long, default_value_t = 20)]
    postgres_queries: usize,
    /// A Python that has the module duckdb (PyPI), to measure DuckDB too.
    #[arg(long, value_name = "PYTHON", num_args = 0..=1, default_missing_value = "python3")]
    duckdb: Option<String>,
    /// How many of the questions DuckDB answers.
    #[arg(long, default_value_t = 20)]
    duckdb_queries: usize,
    /// Leaves tantivy out.
    #[arg(long)]
    no_tantivy: bool,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
    /// Leaves the start from a SQLite database out.
    #[arg(long)]
    no_start: bool,
    /// Keeps the filled SQLite database in this folder, and uses one that is there.
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
    /// Used by the program itself: load an engine, say what it weighs, and end.
    #[arg(long, hide = true)]
    weigh: bool,
    /// Used by the program itself: start from this SQLite database, say what that
    /// took, and end.
    #[arg(long, hide = true, value_name = "FILE")]
    start_from: Option<PathBuf>,
}

impl Options {
    fn corpus(&self) -> Result<Corpus, Box<dyn Error>> {
        let country = match &self.country {
            Some(code) => Some(CountryId::parse(code).ok_or("no such country")?),
            None => None,
        };
        if self.cards == 0 || self.queries == 0 || self.passes == 0 {
            return Err("there must be a card, a question and a pass".into());
        }
        Ok(Corpus::new(self.cards, self.seed, country))
    }
    fn arguments(&self) -> Vec<String> {
        let mut arguments = vec![
            "--cards".to_owned(),
            self.cards.to_string(),
            "--seed".to_owned(),
            self.seed.to_string(),
        ];
        if let Some(country) = &self.country {
            arguments.extend(["--country".to_owned(), country.clone()]);
        }
        arguments
    }
}

pub(crate) async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let corpus = options.corpus()?;
    if options.weigh {
        let weight = machine::weigh(&corpus)?;
        return write(&serde_json::to_string(&weight)?);
    }
    if let Some(file) = &options.start_from {
        let took = start::start(file, &corpus).await?;
        return write(&serde_json::to_string(&took)?);
    }
    let mut table = Table::default();
    let figures = measure::all(&options, &corpus, &mut table).await?;
    if options.json {
        write(&serde_json::to_string(&figures)?)
    } else {
        write(table.text())
    }
}

fn write(text: &str) -> Result<(), Box<dyn Error>> {
    Ok(writeln!(std::io::stdout(), "{text}")?)
}

/// Says on the error output what is being done: a million cards take a while.
fn tell(what: &str) {
    eprintln!("engine: {what}");
}
