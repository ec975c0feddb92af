//! Rings: packs a kidney-exchange file, or invented cards, and prints how near
//! the packing comes to what is possible, and how long it took.

mod file;
mod invented;

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use argonaut_engine::rings::{Chains, Graph, Longest, Options as Packed, Packing, solve};
use clap::Args;

/// Steps for one part of a file: there the optimum itself is asked for.
const FILE_WORK: u64 = 60_000_000_000;

/// What to pack.
#[derive(Args)]
pub(crate) struct Options {
    /// A kidney-exchange file: JSON of donors and their matches, or PrefLib's
    /// weighted matching data (.wmd). The number of transplants is packed.
    #[arg(long, conflicts_with_all = ["cards", "givers"], required_unless_present = "cards")]
    file: Option<PathBuf>,
    /// How many cards to invent. The sum of the gifts' worth is packed.
    #[arg(long)]
    cards: Option<u32>,
    /// How many could give to each card.
    #[arg(long, default_value_t = 20)]
    givers: u32,
    /// The seed of the invented cards.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The longest ring.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(2..=3))]
    longest: u8,
    /// Also chains of up to this many donors, the first altruistic; the last
    /// one's gift, to a waiting list, counts too. (With cards: of this many
    /// cards and one offer; one start for each twenty cards.)
    #[arg(long)]
    chains: Option<usize>,
    /// Steps that may be spent on one part of the graph.
    #[arg(long)]
    work: Option<u64>,
    /// Writes the invented arcs here, in PrefLib's format, for a peer to pack.
    #[arg(long, requires = "cards")]
    write: Option<PathBuf>,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let ending = if options.file.is_some() { 1.0 } else { 0.0 };
    let mut packed = Packed {
        longest: if options.longest == 2 {
            Longest::Two
        } else {
            Longest::Three
        },
        chains: options
            .chains
            .filter(|&length| length > 0)
            .map(|length| Chains {
                arcs: length - usize::from(options.file.is_some()),
                ending,
            }),
        ..Packed::default()
    };
    let (what, packing, seconds) = match &options.file {
        Some(path) => {
            packed.work = options.work.unwrap_or(FILE_WORK);
            let graph = file::read(path)?;
            let packing = solve(&graph, &packed);
            let what = format!(
                "{}: {} nodes, {} arcs",
                path.display(),
                graph.nodes(),
                graph.arcs()
            );
            (what, packing, start.elapsed())
        }
        None => {
            packed.work = options.work.unwrap_or(packed.work);
            let cards = options.cards.unwrap_or(10_000);
            let invented = invented::cards(cards, options.givers, options.seed);
            if let Some(path) = &options.write {
                file::write(path, invented.nodes, &invented.arcs)?;
            }
            // From the arcs on: finding who could give to whom is not timed.
            let start = Instant::now();
            let starts = if packed.chains.is_some() {
                invented.starts
            } else {
                0..0
            };
            let graph = Graph::with_starts(invented.nodes, invented.arcs, starts)?;
            let packing = solve(&graph, &packed);
            let what = format!("{cards} cards, {} arcs", graph.arcs());
            (what, packing, start.elapsed())
        }
    };
    print(&what, &packing, seconds.as_secs_f64(), options.json)
}

fn print(what: &str, packing: &Packing, seconds: f64, json: bool) -> Result<(), Box<dyn Error>> {
    use std::io::Write as _;
    let ratio = if packing.bound > 0.0 {
        packing.value / packing.bound
    } else {
        1.0
    };
    let optimum = packing.is_optimal.then_some(packing.value);
    let mut out = std::io::stdout();
    if json {
        let figures = serde_json::json!({
            "optimum": optimum, "bound": packing.bound, "value": packing.value,
            "ratio": ratio, "seconds": seconds,
        });
        writeln!(out, "{figures}")?;
        return Ok(());
    }
    writeln!(out, "{what}")?;
    match optimum {
        Some(optimum) => writeln!(out, "optimum {optimum:12.3}")?,
        None => writeln!(out, "optimum      unknown")?,
    }
    let sizes = |size: usize| {
        let of_size =
            |cycle: &&argonaut_engine::rings::Cycle| !cycle.is_chain && cycle.nodes.len() == size;
        packing.cycles.iter().filter(of_size).count()
    };
    let chains = packing.cycles.iter().filter(|cycle| cycle.is_chain).count();
    writeln!(out, "bound   {:12.3}", packing.bound)?;
    writeln!(out, "value   {:12.3}", packing.value)?;
    writeln!(out, "ratio   {ratio:12.5}")?;
    writeln!(out, "seconds {seconds:12.4}")?;
    writeln!(
        out,
        "{} pairs, {} rings of three, {chains} chains",
        sizes(2),
        sizes(3)
    )?;
    Ok(())
}
