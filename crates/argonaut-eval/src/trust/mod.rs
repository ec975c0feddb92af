//! Trust: hides a fifth of a network's ratings and forecasts their signs with the
//! product's code, beside simple peers; or measures an invented network of any size.

mod forecast;
mod large;
mod peers;
mod ratings;

use std::error::Error;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Which ratings are hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Split {
    /// Any fifth.
    Random,
    /// The last fifth.
    Time,
}

impl Split {
    fn name(self) -> &'static str {
        match self {
            Self::Random => "random",
            Self::Time => "time",
        }
    }
}

/// What to measure.
#[derive(Args)]
pub(crate) struct Options {
    /// Ratings as CSV without a header: source, target, rating (above or below zero),
    /// time in seconds since 1970.
    #[arg(long, conflicts_with = "helpers", required_unless_present = "helpers")]
    data: Option<PathBuf>,
    /// Which fifth of the ratings is hidden.
    #[arg(long, value_enum, default_value_t = Split::Random)]
    split: Split,
    /// The seed of the split, and of an invented network.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Instead of a file: an invented network of so many helpers.
    #[arg(long, value_parser = clap::value_parser!(u32).range(10..=5_000_000))]
    helpers: Option<u32>,
    /// How many vouches it has.
    #[arg(long, default_value_t = 2_000_000, requires = "helpers")]
    vouches: u32,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
}

/// Measures.
pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    match (&options.data, options.helpers) {
        (Some(file), _) => {
            let ratings = ratings::read(file)?;
            forecast::run(&ratings, options.split, options.seed)?.print(options.json);
        }
        (None, Some(helpers)) => {
            large::run(helpers, options.vouches, options.seed).print(options.json);
        }
        (None, None) => return Err("say --data FILE or --helpers N".into()),
    }
    Ok(())
}
