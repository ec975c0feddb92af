//! What was measured, as a table for people and as one object for programs.

use std::fmt::Write as _;

use serde::Serialize;

use super::times::Spread;

/// The figures of one run. Null is what was not measured.
#[derive(Default, Serialize)]
pub(crate) struct Figures {
    pub(crate) cards: usize,
    pub(crate) exact_mismatches: usize,
    pub(crate) naive_ratio_mean: Option<f64>,
    pub(crate) tantivy_ratio_mean: Option<f64>,
    pub(crate) postgres_ratio_mean: Option<f64>,
    pub(crate) query_p50_us: Option<f64>,
    pub(crate) query_p99_us: Option<f64>,
    pub(crate) no_decay_p99_us: Option<f64>,
    pub(crate) stream_limit_ratio: Option<f64>,
    pub(crate) batch_seconds: Option<f64>,
    pub(crate) update_p99_us: Option<f64>,
    pub(crate) writer_p99_us_under_load: Option<f64>,
    pub(crate) bytes_per_card: Option<f64>,
    pub(crate) load_seconds: Option<f64>,
    // Beside what was asked for.
    pub(crate) query_mean_us: Option<f64>,
    pub(crate) query_typical_p99_us: Option<f64>,
    pub(crate) eyes_us: Option<f64>,
    pub(crate) query_fresh_eyes_p50_us: Option<f64>,
    pub(crate) query_fresh_eyes_p99_us: Option<f64>,
    pub(crate) naive_ns_per_card: Option<f64>,
    pub(crate) duckdb_ratio_mean: Option<f64>,
    pub(crate) updates_per_second: Option<f64>,
    pub(crate) updates_per_second_under_load: Option<f64>,
    pub(crate) epoch_end_us: Option<f64>,
    pub(crate) bytes_per_card_resident: Option<f64>,
    pub(crate) load_memory_seconds: Option<f64>,
    pub(crate) load_kept_seconds: Option<f64>,
    pub(crate) load_read_seconds: Option<f64>,
}

/// The lines of the table.
#[derive(Default)]
pub(crate) struct Table(String);

impl Table {
    /// A line of prose.
    pub(crate) fn say(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }
    /// What the three columns of figures are.
    pub(crate) fn head(&mut self) {
        self.say(&format!(
            "{:52} {:>12} {:>12} {:>12}",
            "", "least", "median", "most"
        ));
    }
    /// One figure over the passes.
    pub(crate) fn row(&mut self, name: &str, unit: &str, spread: Option<Spread>) {
        let line = match spread {
            Some(Spread {
                least,
                median,
                most,
            }) => format!("{name:52} {least:>12.2} {median:>12.2} {most:>12.2}  {unit}"),
            None => format!("{name:52} {:>12} {:>12} {:>12}  {unit}", "", "not run", ""),
        };
        self.say(&line);
    }
    /// One figure that was measured once.
    pub(crate) fn once(&mut self, name: &str, unit: &str, figure: Option<f64>) {
        let figure = figure.map_or_else(|| "not run".to_owned(), |figure| format!("{figure:.2}"));
        // Writing to a text cannot fail.
        let _ = writeln!(
            self.0,
            "{name:52} {:>12} {figure:>12} {:>12}  {unit}",
            "", ""
        );
    }
    pub(crate) fn text(&self) -> &str {
        self.0.trim_end()
    }
}
