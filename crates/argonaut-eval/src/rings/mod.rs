//! Rings: packs a kidney-exchange file, or invented cards, and prints how near
//! the packing comes to what is possible, and how long it took.

mod cards;
mod file;
mod report;
mod scattered;

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use argonaut_engine::rings::{Chains, Graph, Longest, Options as Packed, Rules, solve};
use clap::{Args, ValueEnum};

use report::Figures;

/// Steps for each node of a file: there the optimum itself is asked for.
const FILE_WORK: u64 = 20_000_000;

/// Where invented gifts come from.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// The engine's invented cards, each with its best givers.
    Cards,
    /// Arcs by chance between neighbours: no cards behind them.
    Scattered,
}

/// What to pack.
#[derive(Args)]
pub(crate) struct Options {
    /// A kidney-exchange file: JSON of donors and their matches, or PrefLib's
    /// weighted matching data (.wmd). The number of transplants is packed.
    #[arg(long, conflicts_with_all = ["cards", "givers"], required_unless_present = "cards")]
    file: Option<PathBuf>,
    /// How many cards to invent. The sum of the gifts' worth is packed.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=20_000_000))]
    cards: Option<u32>,
    /// How many could give to each card.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    givers: u32,
    /// Where the invented gifts come from.
    #[arg(long, value_enum, default_value_t = Kind::Cards)]
    graph: Kind,
    /// Cards that are looked at for each card's givers.
    #[arg(long, default_value_t = Rules::default().looks)]
    looks: u32,
    /// The seed of the invented cards.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The longest ring.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(2..=3))]
    longest: u8,
    /// Also chains of up to this many donors, the first altruistic; the last
    /// one's gift, to a waiting list, counts too. (With cards: of this many
    /// cards and one offer; one start for each twenty cards.)
    #[arg(long, value_parser = clap::value_parser!(u32).range(0..=20))]
    chains: Option<u32>,
    /// Steps (about a nanosecond each) for each node.
    #[arg(long)]
    work: Option<u64>,
    /// Writes the gifts between cards here, in PrefLib's format, for a peer.
    #[arg(long, requires = "cards")]
    write: Option<PathBuf>,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let figures = match &options.file {
        Some(path) => {
            let start = Instant::now();
            let graph = file::read(path)?;
            let packing = solve(&graph, &packed(options, true));
            Figures::of(path.display().to_string(), &graph, packing, start)
        }
        None => {
            let start = Instant::now();
            let graph = invent(options)?;
            if let Some(path) = &options.write {
                file::write(path, &graph)?;
            }
            let what = format!(
                "{} cards, gifts found in {:.2} s",
                options.cards.unwrap_or_default(),
                start.elapsed().as_secs_f64()
            );
            // From the gifts on: who could give to whom is the engine's daily
            // work, not the packing's.
            let start = Instant::now();
            let packing = solve(&graph, &packed(options, false));
            Figures::of(what, &graph, packing, start)
        }
    };
    figures.print(options.json)
}

fn packed(options: &Options, is_file: bool) -> Packed {
    let mut packed = Packed {
        longest: if options.longest == 2 {
            Longest::Two
        } else {
            Longest::Three
        },
        ..Packed::default()
    };
    let donors = options.chains.filter(|&donors| donors > 0);
    packed.chains = donors.map(|donors| Chains {
        arcs: donors as usize - usize::from(is_file),
        ending: if is_file { 1.0 } else { 0.0 },
    });
    if is_file {
        packed.work = FILE_WORK;
    }
    packed.work = options.work.unwrap_or(packed.work);
    packed
}

fn invent(options: &Options) -> Result<Graph, Box<dyn Error>> {
    let count = options.cards.unwrap_or_default();
    let chain = options.chains.unwrap_or_default() as usize;
    match options.graph {
        Kind::Cards => {
            let rules = Rules {
                givers: options.givers as usize,
                looks: options.looks,
                chain,
                ..Rules::default()
            };
            cards::graph(count, options.seed, &rules)
        }
        Kind::Scattered => {
            let found = scattered::cards(count, options.givers, options.seed);
            let starts = if chain > 0 { found.starts } else { 0..0 };
            Ok(Graph::with_starts(found.nodes, found.arcs, starts)?)
        }
    }
}
