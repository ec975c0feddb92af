//! The run: what is measured, in which order, and what becomes of it. The product
//! comes first, while nothing else has warmed or cooled anything for it.

use std::error::Error;
use std::time::Instant;

use argonaut_engine::Engine;
use argonaut_testkit::corpus::Corpus;

use super::columns::Columns;
use super::questions::{LIMIT, Question};
use super::report::{Figures, Table};
use super::times::{Pass, Spread, ratio, typical};
use super::world::{Ranked, World, is_close};
use super::{
    Options, duckdb, machine, phases, postgres, product, questions, start, tantivy_peer, tell,
};

pub(crate) async fn all(
    options: &Options,
    corpus: &Corpus,
    table: &mut Table,
) -> Result<Figures, Box<dyn Error>> {
    let mut figures = Figures {
        cards: corpus.len(),
        ..Figures::default()
    };
    apart(options, corpus, table, &mut figures).await?;
    tell("loading");
    let engine = Engine::new();
    engine.load(corpus.listings().collect());
    let snapshot = engine.snapshot();
    let columns = Columns::of(corpus.listings(), snapshot.weights(), snapshot.rarity())?;
    let questions = questions::draw(corpus, options.queries, options.trusted, options.seed)?;
    let world = World::new(&snapshot, &columns, &questions);
    let run = Run { options, world };

    let ours = run.product(table, &mut figures);
    let answers = run.scan(&ours, table, &mut figures)?;
    run.tantivy(&ours, &answers, table, &mut figures)?;
    run.postgres(&ours, &answers, table, &mut figures).await?;
    run.duckdb(&ours, &answers, table, &mut figures)?;
    run.memory(&answers, table, &mut figures)?;
    let mut suggestions = None;
    if options.batch {
        tell("the batch");
        let batch = product::batch(&snapshot, corpus, options.trusted)?;
        figures.batch_seconds = Some(batch.seconds);
        suggestions = Some(batch.suggestions as f64);
    }
    table.once("batch: every card, 2 threads", "s", figures.batch_seconds);
    table.once("  suggestions it made", "", suggestions);
    table.once(
        "threads that ran here meanwhile",
        "",
        machine::load_average(),
    );
    tell("changes");
    // Who holds a picture makes changes copy what they touch.
    drop(snapshot);
    product::live(&engine, corpus, &questions, options).tell(table, &mut figures);
    table.once(
        "questions not answered exactly",
        "",
        Some(figures.exact_mismatches as f64),
    );
    Ok(figures)
}

/// What runs in processes of its own, before this one holds anything.
async fn apart(
    options: &Options,
    corpus: &Corpus,
    table: &mut Table,
    figures: &mut Figures,
) -> Result<(), Box<dyn Error>> {
    table.say(&format!(
        "{} cards, {} helpers, {} questions, {} passes, seed {}",
        corpus.len(),
        corpus.helpers().len(),
        options.queries,
        options.passes,
        options.seed
    ));
    table.head();
    table.once(
        "threads that ran here in the minute before",
        "",
        machine::load_average(),
    );
    tell("weighing the engine in a process of its own");
    let weight = machine::weigh_apart(&options.arguments())?;
    figures.bytes_per_card = Some(weight.counted_bytes);
    figures.bytes_per_card_resident = Some(weight.resident_bytes);
    figures.load_memory_seconds = Some(weight.load_seconds);
    table.once("memory for a card, in use", "bytes", figures.bytes_per_card);
    table.once(
        "memory for a card, held by the process",
        "bytes",
        Some(weight.resident_bytes),
    );
    let start = if options.no_start {
        None
    } else {
        tell("filling a SQLite database and starting from it");
        let keep = options.keep.as_deref();
        Some(start::start_apart(corpus, keep, &options.arguments()).await?)
    };
    figures.load_seconds = start.map(|start| start.seconds);
    figures.load_kept_seconds = start.map(|start| start.kept_seconds);
    figures.load_read_seconds = start.map(|start| start.read_seconds);
    table.once(
        "start of the product from SQLite",
        "s",
        figures.load_seconds,
    );
    table.once(
        "  with the file of kept cards",
        "s",
        figures.load_kept_seconds,
    );
    table.once("  reading the cards alone", "s", figures.load_read_seconds);
    table.once(
        "  the engine from what was read",
        "s",
        start.map(|start| start.engine_seconds),
    );
    table.once(
        "  memory held after the start, for a card",
        "bytes",
        start.map(|start| start.resident_bytes / corpus.len() as f64),
    );
    table.once("Engine::load from memory", "s", figures.load_memory_seconds);
    Ok(())
}

struct Run<'a> {
    options: &'a Options,
    world: World<'a>,
}

impl Run<'_> {
    fn passes<E>(&self, mut pass: impl FnMut() -> Result<Pass, E>) -> Result<Vec<Pass>, E> {
        (0..self.options.passes).map(|_| pass()).collect()
    }

    fn product(&self, table: &mut Table, figures: &mut Figures) -> Vec<Pass> {
        tell("the product");
        let (snapshot, questions) = (self.world.snapshot, self.world.questions);
        let passes = |pass: &dyn Fn() -> Pass| -> Vec<Pass> {
            (0..self.options.passes).map(|_| pass()).collect()
        };
        // One pass that does not count warms the caches and the branches.
        product::pass(snapshot, questions);
        let ours = passes(&|| product::pass(snapshot, questions));
        table.row("query, mean", "µs", Spread::by(&ours, Pass::mean));
        let p50 = Spread::by(&ours, |pass| pass.at(0.5));
        let p99 = Spread::by(&ours, |pass| pass.at(0.99));
        table.row("query, p50, eyes of the session", "µs", p50);
        table.row("query, p99, eyes of the session", "µs", p99);
        let typical_p99 = typical(&ours).at(0.99);
        table.once(
            "  p99 of the questions, each at the middle of its passes",
            "µs",
            Some(typical_p99),
        );
        let eyes = passes(&|| product::eyes_pass(questions));
        let eyes = Spread::by(&eyes, Pass::mean);
        table.row("  making the eyes, mean", "µs", eyes);
        let fresh = passes(&|| product::fresh_pass(snapshot, questions));
        let fresh_p50 = Spread::by(&fresh, |pass| pass.at(0.5));
        let fresh_p99 = Spread::by(&fresh, |pass| pass.at(0.99));
        table.row("  query, p50, eyes made for it", "µs", fresh_p50);
        table.row("  query, p99, eyes made for it", "µs", fresh_p99);
        let anywhere = self.anywhere();
        let no_decay = passes(&|| product::pass(snapshot, &anywhere));
        let no_decay = Spread::by(&no_decay, |pass| pass.at(0.99));
        table.row("query without distance decay, p99", "µs", no_decay);
        figures.query_mean_us = Spread::middle(Spread::by(&ours, Pass::mean));
        figures.query_p50_us = Spread::middle(p50);
        figures.query_p99_us = Spread::middle(p99);
        figures.query_typical_p99_us = Some(typical_p99);
        figures.eyes_us = Spread::middle(eyes);
        figures.query_fresh_eyes_p50_us = Spread::middle(fresh_p50);
        figures.query_fresh_eyes_p99_us = Spread::middle(fresh_p99);
        figures.no_decay_p99_us = Spread::middle(no_decay);
        ours
    }

    fn anywhere(&self) -> Vec<Question> {
        let questions = self.world.questions.iter();
        questions.map(Question::without_place).collect()
    }

    fn scan(
        &self,
        ours: &[Pass],
        table: &mut Table,
        figures: &mut Figures,
    ) -> Result<Vec<Ranked>, Box<dyn Error>> {
        tell("the plain scan");
        let mut answers = Vec::new();
        self.world.scan_pass(&mut answers)?;
        let passes = self.passes(|| self.world.scan_pass(&mut answers))?;
        let mean = Spread::by(&passes, Pass::mean);
        let ratio = ratio(&passes, ours);
        table.row("plain scan over columns, mean", "µs", mean);
        table.row("  plain scan / product", "×", ratio);
        phases::scan(&self.world, table)?;
        let cards = self.world.columns.len() as f64;
        figures.naive_ns_per_card = Spread::middle(mean).map(|mean| mean * 1e3 / cards);
        figures.naive_ratio_mean = Spread::middle(ratio);
        figures.exact_mismatches = self.world.mismatches(&self.anywhere(), &answers)?;
        Ok(answers)
    }

    fn tantivy(
        &self,
        ours: &[Pass],
        answers: &[Ranked],
        table: &mut Table,
        figures: &mut Figures,
    ) -> Result<(), Box<dyn Error>> {
        let name = "tantivy, exact filter and the same scorer, mean";
        if self.options.no_tantivy {
            table.row(name, "µs", None);
            return Ok(());
        }
        tell("tantivy");
        let peer = tantivy_peer::Peer::of(self.world.columns)?;
        self.world.tantivy_pass(&peer, answers)?;
        let passes = self.passes(|| self.world.tantivy_pass(&peer, answers))?;
        let ratio = ratio(&passes, ours);
        table.row(name, "µs", Spread::by(&passes, Pass::mean));
        table.row("  tantivy / product", "×", ratio);
        phases::tantivy(&self.world, &peer, table)?;
        figures.tantivy_ratio_mean = Spread::middle(ratio);
        Ok(())
    }

    /// The databases answer the first of the questions. Their scores may differ
    /// from ours in the last bits, and in no more. A first pass warms them, and
    /// does not count.
    async fn postgres(
        &self,
        ours: &[Pass],
        answers: &[Ranked],
        table: &mut Table,
        figures: &mut Figures,
    ) -> Result<(), Box<dyn Error>> {
        let name = "PostgreSQL, GIN and SQL, mean";
        let Some(url) = &self.options.postgres else {
            table.row(name, "µs", None);
            return Ok(());
        };
        tell("PostgreSQL");
        let mut peer = postgres::Peer::of(url, self.world.columns).await?;
        let mut passes = Vec::new();
        for turn in 0..=self.options.passes {
            let mut pass = Pass::default();
            let asked = self.world.asked().zip(answers);
            for ((question, viewer), answer) in asked.take(self.options.postgres_queries) {
                let start = Instant::now();
                let asker = self.world.asker(question, viewer)?;
                let found = peer.top(&asker, LIMIT).await?;
                pass.add(start.elapsed());
                if !is_close(&found, answer) {
                    return Err("PostgreSQL answers something else: it is no peer".into());
                }
            }
            passes.extend((turn > 0).then_some(pass));
        }
        peer.close().await?;
        let ratio = ratio(&passes, ours);
        table.row(name, "µs", Spread::by(&passes, Pass::mean));
        table.row("  PostgreSQL / product", "×", ratio);
        figures.postgres_ratio_mean = Spread::middle(ratio);
        Ok(())
    }

    fn duckdb(
        &self,
        ours: &[Pass],
        answers: &[Ranked],
        table: &mut Table,
        figures: &mut Figures,
    ) -> Result<(), Box<dyn Error>> {
        let name = "DuckDB, the same SQL, all cores, mean";
        let Some(python) = &self.options.duckdb else {
            table.row(name, "µs", None);
            return Ok(());
        };
        tell("DuckDB");
        let mut peer = match duckdb::Peer::of(python, self.world.columns) {
            Ok(peer) => peer,
            Err(error) => {
                tell(&format!("DuckDB is left out: {error}"));
                table.row(name, "µs", None);
                return Ok(());
            }
        };
        let mut passes = Vec::new();
        for turn in 0..=self.options.passes {
            let mut pass = Pass::default();
            let asked = self.world.asked().zip(answers);
            for ((question, viewer), answer) in asked.take(self.options.duckdb_queries) {
                let asker = self.world.asker(question, viewer)?;
                let (found, took) = peer.top(&asker, LIMIT)?;
                pass.add(took);
                if !is_close(&found, answer) {
                    return Err("DuckDB answers something else: it is no peer".into());
                }
            }
            passes.extend((turn > 0).then_some(pass));
        }
        let ratio = ratio(&passes, ours);
        table.row(name, "µs", Spread::by(&passes, Pass::mean));
        table.row(&format!("  DuckDB {} / product", peer.version), "×", ratio);
        figures.duckdb_ratio_mean = Spread::middle(ratio);
        Ok(())
    }

    fn memory(
        &self,
        answers: &[Ranked],
        table: &mut Table,
        figures: &mut Figures,
    ) -> Result<(), Box<dyn Error>> {
        tell("the rate of memory");
        let (rate, bytes) = (machine::stream_rate(), self.world.must_touch(answers)?);
        let mean = figures.query_mean_us.filter(|_| bytes > 0.0);
        figures.stream_limit_ratio = mean.map(|mean| mean / (bytes / rate * 1e6));
        table.once("memory is read at", "GB/s", Some(rate / 1e9));
        table.once("a query must touch, mean", "bytes", Some(bytes));
        table.once("  query / stream limit", "×", figures.stream_limit_ratio);
        Ok(())
    }
}
