//! The scrubber against labelled texts, and against notes in which nobody is named.

mod measure;
mod notes;

use std::error::Error;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value, json};

use measure::{Labelled, Mistake, Outcome};

/// What to read. A finding counts by where it is, whatever kind it was taken for.
///
/// recall: labelled pieces that a finding overlaps, of all labelled pieces.
/// precision: findings that overlap a labelled piece, of all findings.
/// `uncovered_share`: characters of labelled pieces, of every type, that no finding
/// covers, of all characters of labelled pieces.
/// `texts_per_second`: whole texts searched in a second, on one core.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Options {
    /// Labelled texts: JSON, a list of `{full_text, spans: [{entity_type,
    /// start_position, end_position}]}`; positions count characters.
    #[arg(long, required_unless_present = "notes")]
    data: Option<PathBuf>,
    /// Notes without names, to count false alarms: CSV with a header.
    #[arg(long)]
    notes: Option<PathBuf>,
    /// The column of the notes.
    #[arg(long, default_value = "case_note")]
    column: String,
    /// For about how long to measure the speed, in seconds.
    #[arg(long, default_value_t = 3.0)]
    seconds: f64,
    /// Also shows this many mistakes, with the texts.
    #[arg(long, default_value_t = 0)]
    show: usize,
    /// One JSON object on one line.
    #[arg(long)]
    json: bool,
}

/// Runs it.
pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let mut figures = Map::new();
    if let Some(path) = &options.data {
        let outcome = labelled(path, options)?;
        figures.extend([
            ("texts".to_owned(), json!(outcome.texts)),
            ("labels".to_owned(), json!(outcome.labels)),
            ("findings".to_owned(), json!(outcome.findings)),
            ("recall".to_owned(), rounded(outcome.recall())),
            ("precision".to_owned(), rounded(outcome.precision())),
            (
                "uncovered_share".to_owned(),
                rounded(outcome.uncovered_share()),
            ),
            (
                "texts_per_second".to_owned(),
                json!(outcome.texts_per_second().round()),
            ),
        ]);
    }
    if let Some(path) = &options.notes {
        let alarms = notes::count(path, &options.column)?;
        figures.extend([
            ("notes".to_owned(), json!(alarms.notes)),
            ("note_findings".to_owned(), json!(alarms.findings)),
            ("note_findings_direct".to_owned(), json!(alarms.direct)),
            ("findings_per_note".to_owned(), rounded(alarms.per_note())),
            (
                "findings_per_100_words".to_owned(),
                rounded(alarms.per_hundred_words()),
            ),
        ]);
        if options.show > 0 {
            for (text, times) in alarms.most(options.show) {
                eprintln!("{times:>5} × {text}");
            }
        }
    }
    print(&figures, options.json);
    Ok(())
}

fn labelled(path: &Path, options: &Options) -> Result<Outcome, Box<dyn Error>> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let texts: Vec<Labelled> =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut left = options.show;
    let mut outcome = measure::compare(&texts, |missed, mistake: Mistake| {
        if left > 0 {
            left -= 1;
            let sort = if missed { "missed" } else { "no label" };
            eprintln!(
                "{sort}: {} {:?} in {:?}",
                mistake.what, mistake.piece, mistake.text
            );
        }
    });
    measure::time(&texts, &mut outcome, options.seconds);
    Ok(outcome)
}

/// Four places after the point.
fn rounded(value: f64) -> Value {
    json!((value * 10_000.0).round() / 10_000.0)
}

#[expect(clippy::print_stdout, reason = "the figures are what was asked for")]
fn print(figures: &Map<String, Value>, as_json: bool) {
    if as_json {
        println!("{}", Value::Object(figures.clone()));
    } else {
        for (name, value) in figures {
            println!("{name:<24} {value}");
        }
    }
}
