//! A table with hierarchies, released so that every row is one of at least k
//! alike: the gate's lattice on data that others publish too. Every row is
//! released, and each with a node of its own per column.
//!
//! What is lost is the normalised certainty penalty (Xu and others,
//! "Utility-based anonymization using local recoding", 2006) for categories: a
//! cell loses (values under its node − 1) / (values of its hierarchy − 1), and
//! the table the mean over all cells of the named columns.

mod cells;
mod release;
mod table;
#[cfg(test)]
mod tests;
mod tree;

use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use cells::Rows;
use table::Table;
use tree::WHOLE;

/// What to release.
#[derive(Args)]
pub(crate) struct Options {
    /// The table: a header and a line for each row, with semicolons or commas.
    #[arg(long)]
    data: PathBuf,
    /// The folder of hierarchies: for each column a file that ends in
    /// hierarchy_COLUMN.csv, with lines like 39;30-39;adult;*
    #[arg(long)]
    hierarchies: PathBuf,
    /// How many rows must be alike, at least.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    k: u32,
    /// The columns by which somebody could be known, with commas between.
    #[arg(long, value_delimiter = ',', required = true)]
    quasi: Vec<String>,
    /// Where the released table is written.
    #[arg(long)]
    output: PathBuf,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
}

/// Why there is no released table.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TableError {
    /// A file cannot be read.
    #[error("{path}: cannot be read ({source}); check that it is there")]
    Unreadable {
        path: PathBuf,
        source: std::io::Error,
    },
    /// The released table cannot be written.
    #[error("{path}: cannot be written ({source}); name another --output")]
    Unwritable {
        path: PathBuf,
        source: std::io::Error,
    },
    /// Something is wrong on a line.
    #[error("{path}:{line}: {what}")]
    Line {
        path: PathBuf,
        line: usize,
        what: String,
    },
    /// A column is not there.
    #[error("there is no column “{name}”; --quasi may name: {known}")]
    NoColumn { name: String, known: String },
    /// A column is named twice.
    #[error("--quasi names “{0}” twice; name it once")]
    Twice(String),
    /// A column has no hierarchy.
    #[error("{dir}: there is no file for “{column}”; add one that ends in hierarchy_{column}.csv")]
    NoHierarchy { column: String, dir: PathBuf },
    /// A column has two.
    #[error("two hierarchies for “{column}”: {first} and {second}; keep one")]
    TwoHierarchies {
        column: String,
        first: PathBuf,
        second: PathBuf,
    },
    /// There are fewer rows than must be alike.
    #[error("{rows} rows cannot be {k} alike; give a smaller --k, or more rows")]
    TooFew { rows: usize, k: usize },
}

/// One run's figures.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Figures {
    rows: usize,
    /// Rows of the smallest class, counted in what was written.
    k: usize,
    classes: usize,
    ncp: f64,
    seconds: f64,
}

pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let k = usize::try_from(options.k)?;
    let mut figures = released(
        &options.data,
        &options.hierarchies,
        k,
        &options.quasi,
        &options.output,
    )?;
    figures.seconds = start.elapsed().as_secs_f64();
    let mut out = std::io::stdout();
    if options.json {
        let found = serde_json::json!({
            "k": figures.k,
            "suppressed": 0,
            "ncp": figures.ncp,
            "seconds": figures.seconds,
            "rows": figures.rows,
            "classes": figures.classes,
        });
        writeln!(out, "{found}")?;
    } else {
        writeln!(out, "{} rows in {} classes", figures.rows, figures.classes)?;
        writeln!(out, "smallest class {:10}", figures.k)?;
        writeln!(out, "suppressed     {:10}", 0)?;
        writeln!(out, "loss (NCP)     {:10.5}", figures.ncp)?;
        writeln!(out, "seconds        {:10.4}", figures.seconds)?;
    }
    Ok(())
}

/// Reads a table, finds its classes and writes it.
fn released(
    data: &Path,
    hierarchies: &Path,
    k: usize,
    quasi: &[String],
    output: &Path,
) -> Result<Figures, TableError> {
    let table = Table::read(data)?;
    let mut columns = Vec::new();
    let mut trees = Vec::new();
    let mut by_column = Vec::new();
    for name in quasi.iter().map(|name| name.trim()) {
        let column = table.column(name)?;
        if columns.contains(&column) {
            return Err(TableError::Twice(name.to_owned()));
        }
        let (tree, known) = table::hierarchy(hierarchies, name)?;
        let values = table.values(data, column, &known)?;
        let (tree, values) = tree.cut_to(&values);
        columns.push(column);
        trees.push(tree);
        by_column.push(values);
    }
    let rows = table.rows.len();
    if rows < k {
        return Err(TableError::TooFew { rows, k });
    }
    let mut values = Vec::with_capacity(rows * trees.len());
    for row in 0..rows {
        values.extend(by_column.iter().filter_map(|column| column.get(row)));
    }
    let coded = Rows {
        trees: &trees,
        values,
    };
    let released = release::least(&coded, &cells::classes(&coded, k), k);
    let width = trees.len();
    table.write(output, |row, column| {
        let place = columns.iter().position(|quasi| *quasi == column)?;
        let node = released.nodes.get(row * width + place)?;
        Some(trees.get(place)?.label(*node))
    })?;
    let cells = (rows * width).max(1) as f64;
    Ok(Figures {
        rows,
        k: released.smallest,
        classes: released.classes,
        ncp: released.loss as f64 / f64::from(WHOLE) / cells,
        seconds: 0.0,
    })
}
