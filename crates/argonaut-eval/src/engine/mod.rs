//! The engine against its peers, in one run: a plain scan over columns, tantivy,
//! PostgreSQL. Separate passes over the same questions; ratios pass by pass.
//!
//! What the figures mean:
//! - a **question** is the top 20 cards for a card of the corpus, asked by its own
//!   helper; building the helper's eyes (trust, contacts, blocks) counts, for the
//!   product and for the peers;
//! - **mismatches** are questions whose answer is not, to the last bit, that of the
//!   plain scan; the first few are also held against the engine's own definition;
//! - **the stream limit**: the cards that no order by place can decide unread (they
//!   fit, break no limit, and would reach the last answer by the factor for their
//!   distance if all else were at its best), 64 bytes for each, at the rate at
//!   which one core sums an array of 256 MB;
//! - **under load** the writer runs as fast as it can beside one busy reader;
//! - **bytes per card** is what the process holds more after `Engine::load`, the
//!   input being freed, in a process of its own.

mod asker;
mod columns;
mod machine;
mod postgres;
mod product;
mod questions;
mod report;
mod scan;
mod sql;
mod tantivy_peer;
mod times;

use std::error::Error;
use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};

use argonaut_domain::place::CountryId;
use argonaut_engine::{Engine, ListingId, Snapshot, naive};
use argonaut_testkit::corpus::Corpus;
use clap::Args;

use asker::Asker;
use columns::Columns;
use questions::{LIMIT, Question};
use report::{Figures, Table};
use times::{Pass, Spread, ratio};

/// A card's record in bytes, as the stream limit counts it.
const RECORD: f64 = 64.0;
/// How many questions the definition of the score answers too: it is slow.
const DEFINED: usize = 3;

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
    /// How many changes are made one at a time (never so many that an epoch ends).
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
    /// Leaves tantivy out.
    #[arg(long)]
    no_tantivy: bool,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
    /// Used by the program itself: load an engine, say what it weighs, and end.
    #[arg(long, hide = true)]
    weigh: bool,
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
        let weight = machine::weigh(corpus)?;
        return write(&serde_json::to_string(&weight)?);
    }
    let mut table = Table::default();
    let figures = measure(&options, &corpus, &mut table).await?;
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

/// What every measure needs.
struct World<'a> {
    engine: &'a Engine,
    snapshot: &'a Snapshot,
    columns: &'a Columns,
    questions: &'a [Question],
}

async fn measure(
    options: &Options,
    corpus: &Corpus,
    table: &mut Table,
) -> Result<Figures, Box<dyn Error>> {
    tell("weighing the engine in a process of its own");
    let weight = machine::weigh_apart(&options.arguments())?;
    tell("loading");
    let engine = Engine::new();
    engine.load(corpus.listings().collect());
    let snapshot = engine.snapshot();
    let columns = Columns::of(corpus.listings(), snapshot.rarity())?;
    let questions = questions::draw(corpus, options.queries, options.trusted, options.seed)?;
    let world = World {
        engine: &engine,
        snapshot: &snapshot,
        columns: &columns,
        questions: &questions,
    };
    table.say(&format!(
        "{} cards, {} helpers, {} questions, {} passes, seed {}",
        corpus.len(),
        corpus.helpers().len(),
        questions.len(),
        options.passes,
        options.seed
    ));
    table.say(&format!(
        "{:52} {:>12} {:>12} {:>12}",
        "", "least", "median", "most"
    ));

    tell("the product");
    product::pass(&snapshot, questions.get(..5).unwrap_or(&questions));
    let ours: Vec<Pass> = (0..options.passes)
        .map(|_| product::pass(&snapshot, &questions))
        .collect();
    let spread = |of: &dyn Fn(&Pass) -> f64| Spread::of(ours.iter().map(of));
    let (mean, p50, p99) = (
        spread(&Pass::mean),
        spread(&|pass| pass.at(0.5)),
        spread(&|pass| pass.at(0.99)),
    );
    table.row("query, mean", "µs", mean);
    table.row("query, p50 with helper context", "µs", p50);
    table.row("query, p99 with helper context", "µs", p99);

    let anywhere: Vec<Question> = questions.iter().map(Question::without_place).collect();
    let no_decay =
        Spread::of((0..options.passes).map(|_| product::pass(&snapshot, &anywhere).at(0.99)));
    table.row("query without distance decay, p99", "µs", no_decay);

    tell("the plain scan");
    let mut answers = Vec::new();
    let naive: Vec<Pass> = (0..options.passes)
        .map(|_| scan_pass(&world, &mut answers))
        .collect::<Result<_, _>>()?;
    let naive_ratio = ratio(&naive, &ours);
    table.row(
        "plain scan over columns, mean",
        "µs",
        Spread::of(naive.iter().map(Pass::mean)),
    );
    table.row("  plain scan / product", "×", naive_ratio);

    let mismatches = mismatches(&world, &anywhere, &answers)?;

    let tantivy_ratio = if options.no_tantivy {
        None
    } else {
        tell("tantivy");
        let peer = tantivy_peer::Peer::of(&columns)?;
        let passes: Vec<Pass> = (0..options.passes)
            .map(|_| tantivy_pass(&world, &peer, &answers))
            .collect::<Result<_, _>>()?;
        table.row(
            "tantivy, exact filter and the same scorer, mean",
            "µs",
            Spread::of(passes.iter().map(Pass::mean)),
        );
        ratio(&passes, &ours)
    };
    table.row("  tantivy / product", "×", tantivy_ratio);

    let postgres_ratio = match &options.postgres {
        None => None,
        Some(url) => {
            tell("PostgreSQL");
            let passes = postgres_passes(options, url, &world, &answers).await?;
            table.row(
                "PostgreSQL, GIN and SQL, mean",
                "µs",
                Spread::of(passes.iter().map(Pass::mean)),
            );
            ratio(&passes, &ours)
        }
    };
    table.row("  PostgreSQL / product", "×", postgres_ratio);

    tell("the rate of memory");
    let (rate, bytes) = (machine::stream_rate(), must_touch(&world, &answers)?);
    let stream_limit = mean
        .filter(|_| bytes > 0.0)
        .map(|mean| mean.median / (bytes / rate * 1e6));
    table.once("memory is read at", "GB/s", Some(rate / 1e9));
    table.once("a query must touch, mean", "bytes", Some(bytes));
    table.once("  query / stream limit", "×", stream_limit);

    let batch = if options.batch {
        tell("the batch");
        Some(product::batch(&snapshot, corpus, options.trusted)?)
    } else {
        None
    };
    table.once("batch: every card, 2 threads", "s", batch);

    tell("changes");
    let (alone, under_load) = live(options, corpus, &world);
    table.once("update, p50", "µs", Some(alone.at(0.5)));
    table.once("update, p99", "µs", Some(alone.at(0.99)));
    let loaded = &under_load.changes;
    table.once("writer beside a reader, p50", "µs", Some(loaded.at(0.5)));
    table.once("writer beside a reader, p99", "µs", Some(loaded.at(0.99)));
    table.once(
        "  changes per second",
        "1/s",
        Some(under_load.changes_per_second),
    );
    table.once(
        "  questions answered meanwhile",
        "",
        Some(under_load.questions as f64),
    );
    table.once("memory for a card", "bytes", Some(weight.bytes_per_card));
    table.once("Engine::load", "s", Some(weight.load_seconds));
    table.once(
        "questions not answered exactly",
        "",
        Some(mismatches as f64),
    );

    let median = |spread: Option<Spread>| spread.map(|spread| spread.median);
    Ok(Figures {
        cards: corpus.len(),
        exact_mismatches: mismatches,
        naive_ratio_mean: median(naive_ratio),
        tantivy_ratio_mean: median(tantivy_ratio),
        postgres_ratio_mean: median(postgres_ratio),
        query_p50_us: median(p50),
        query_p99_us: median(p99),
        no_decay_p99_us: median(no_decay),
        stream_limit_ratio: stream_limit,
        batch_seconds: batch,
        update_p99_us: Some(alone.at(0.99)),
        writer_p99_us_under_load: Some(loaded.at(0.99)),
        bytes_per_card: Some(weight.bytes_per_card),
        load_seconds: Some(weight.load_seconds),
    })
}

type Ranked = Vec<(ListingId, f64)>;

fn asker<'a>(world: &World<'a>, question: &'a Question) -> Result<Asker<'a>, Box<dyn Error>> {
    let snapshot = world.snapshot;
    Asker::new(
        world.columns,
        snapshot.weights(),
        snapshot.rarity(),
        &question.query,
        &question.eyes(),
    )
}

/// One pass of the plain scan; leaves its answers.
fn scan_pass(world: &World<'_>, answers: &mut Vec<Ranked>) -> Result<Pass, Box<dyn Error>> {
    let mut pass = Pass::default();
    answers.clear();
    for question in world.questions {
        let start = Instant::now();
        let mut asker = asker(world, question)?;
        let found = scan::top(world.columns, &mut asker, LIMIT);
        pass.add(start.elapsed());
        answers.push(found);
    }
    Ok(pass)
}

/// One pass of tantivy, whose answers must be those of the plain scan.
fn tantivy_pass(
    world: &World<'_>,
    peer: &tantivy_peer::Peer,
    answers: &[Ranked],
) -> Result<Pass, Box<dyn Error>> {
    let mut pass = Pass::default();
    for (question, answer) in world.questions.iter().zip(answers) {
        let start = Instant::now();
        let mut asker = asker(world, question)?;
        let found = black_box(peer.top(world.columns, &mut asker, LIMIT)?);
        pass.add(start.elapsed());
        if !is_same(&found, answer) {
            return Err("tantivy's filter leaves something out: it is no peer".into());
        }
    }
    Ok(pass)
}

/// The passes of PostgreSQL over the first of the questions. Its scores may differ
/// from ours in the last bits, and in no more.
async fn postgres_passes(
    options: &Options,
    url: &str,
    world: &World<'_>,
    answers: &[Ranked],
) -> Result<Vec<Pass>, Box<dyn Error>> {
    let mut peer = postgres::Peer::of(url, world.columns).await?;
    let mut passes = Vec::new();
    for turn in 0..=options.passes {
        let mut pass = Pass::default();
        let asked = world.questions.iter().zip(answers);
        for (question, answer) in asked.take(options.postgres_queries) {
            let start = Instant::now();
            let asker = asker(world, question)?;
            let found = peer.top(&asker, LIMIT).await?;
            pass.add(start.elapsed());
            let is_close = found.len() == answer.len()
                && (found.iter().zip(answer)).all(|(one, other)| (one.1 - other.1).abs() < 1e-9);
            if !is_close {
                return Err("PostgreSQL answers something else: it is no peer".into());
            }
        }
        // The first pass warms its cache, and does not count.
        if turn > 0 {
            passes.push(pass);
        }
    }
    peer.close().await?;
    Ok(passes)
}

fn is_same(one: &[(ListingId, f64)], other: &[(ListingId, f64)]) -> bool {
    let bits = |list: &[(ListingId, f64)]| -> Vec<(ListingId, u64)> {
        list.iter()
            .map(|(id, score)| (*id, score.to_bits()))
            .collect()
    };
    bits(one) == bits(other)
}

/// Questions that the product does not answer exactly: all against the plain
/// scan, near and without a place, and some against the definition.
fn mismatches(
    world: &World<'_>,
    anywhere: &[Question],
    answers: &[Ranked],
) -> Result<usize, Box<dyn Error>> {
    let mut wrong = 0;
    for (question, answer) in world.questions.iter().zip(answers) {
        wrong += usize::from(!is_same(&product::top(world.snapshot, question), answer));
    }
    for question in anywhere {
        let mut asker = asker(world, question)?;
        let answer = scan::top(world.columns, &mut asker, LIMIT);
        wrong += usize::from(!is_same(&product::top(world.snapshot, question), &answer));
    }
    for (question, answer) in world.questions.iter().zip(answers).take(DEFINED) {
        let defined = naive::top(world.snapshot, &question.query, &question.eyes());
        wrong += usize::from(!is_same(&defined, answer));
    }
    Ok(wrong)
}

/// The bytes that a question must touch, on the average.
fn must_touch(world: &World<'_>, answers: &[Ranked]) -> Result<f64, Box<dyn Error>> {
    let weights = world.snapshot.weights();
    let most = 1.0 + weights.waiting_span;
    let mut cards = 0usize;
    for (question, answer) in world.questions.iter().zip(answers) {
        let last = answer.get(LIMIT - 1).map_or(0.0, |(_, score)| *score);
        cards += scan::undecided(world.columns, &mut asker(world, question)?, last, most);
    }
    Ok(RECORD * cards as f64 / world.questions.len() as f64)
}

/// Changes alone, then beside a reader. Together they stay under the quarter of
/// the cards after which an epoch ends.
fn live(options: &Options, corpus: &Corpus, world: &World<'_>) -> (Pass, product::UnderLoad) {
    let alone = options.updates.min(corpus.len() / 10);
    let loaded = (corpus.len() / 8).clamp(20, 100_000);
    let changes = product::changes(corpus, 0..alone);
    let updates = product::updates(world.engine, changes);
    let changes = product::changes(corpus, alone..alone + loaded);
    let time = Duration::from_secs(options.load_seconds);
    let under_load = product::under_load(world.engine, changes, world.questions, time);
    (updates, under_load)
}
