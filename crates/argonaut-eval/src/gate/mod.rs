//! The gate, tried on an invented land: helpers publish their clients' cards
//! through the product's own gate for some days, and attackers look at what is
//! public. `docs/design/2026-11-23-gate.md` says what each of them knows.

mod chance;
mod days;
mod ground;
mod known;
mod owner;
mod people;
mod queries;
mod report;
mod society;

use std::error::Error;

use argonaut_privacy::gate::{BuiltinEstimate, Thresholds};
use clap::Args;
use rand::SeedableRng as _;
use rand::rngs::ChaCha8Rng;

use ground::Ground;
use people::People;
use report::Figures;
use society::Society;

/// People for each helper, unless their number is given. Some 1 in 500 people of
/// working age is a social worker in Europe and Northern America; neighbours and
/// church members come on top.
const PEOPLE_PER_HELPER: u64 = 500;
/// The largest region that may be drawn is the land itself: a smaller land finds
/// few regions that fit.
const LEAST_PEOPLE: u64 = 50_000;

/// What to simulate.
#[derive(Args)]
pub(crate) struct Options {
    /// How many people live in the land, about: whole regions of the place table
    /// are taken until it is full. 50000 to 20000000.
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(LEAST_PEOPLE..=20_000_000))]
    people: u64,
    /// How many of them are helpers; one in 500 people unless given. At least 1.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=200_000))]
    helpers: Option<u64>,
    /// The seed: the same seed gives the same figures.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let helpers = options
        .helpers
        .unwrap_or(options.people / PEOPLE_PER_HELPER);
    if helpers.saturating_mul(10) > options.people {
        return Err(format!(
            "{helpers} helpers among {} people: give --helpers a tenth of --people at most",
            options.people
        )
        .into());
    }
    simulate(options.people, usize::try_from(helpers)?, options.seed).print(options.json)
}

/// Plays the days, and lets the attackers look.
fn simulate(people: u64, helpers: usize, seed: u64) -> Figures {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let ground = Ground::new(people, &mut rng);
    let people = People::new(&ground, &mut rng);
    let society = Society::new(&people, &mut rng);
    let history = days::play(
        &society,
        helpers,
        &BuiltinEstimate,
        &Thresholds::default(),
        &mut rng,
    );
    let asked = queries::ask(&people, &history, &mut rng);
    Figures::of(&people, &history, &asked)
}
